"""`parley data learn`: the marked texts of `data/offers` into the weights that read offers."""

from __future__ import annotations

from pathlib import Path

import click

WEIGHTS = Path(__file__).parents[2] / "bot" / "offers" / "weights"


@click.command("learn", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Marked texts to learn from. By default the shipped ones.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=WEIGHTS,
    metavar="FOLDER",
    help="Where to write the weights. By default over the shipped ones.",
)
def learn_command(texts: Path | None, out: Path) -> int | None:
    """Learn to read offers from marked texts, and say how well unseen ones are read.

    Takes about a minute and a half for a thousand texts.
    """
    from data.reading.corpus import FOLDER  # noqa: PLC0415

    try:
        from data.reading.lesson import teach  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        click.echo(f"Learning needs {missing.name}: pip install 'parley[data]'.", err=True)
        return 1
    learnt = teach(texts or FOLDER, out, lambda step: click.echo(f"  {step}", err=True))
    if learnt is None:
        click.echo(
            "No marked texts there: a file of texts begins each with '=== id | style | kind'.", err=True
        )
        return 1
    held = learnt.held_out
    click.echo(
        f"Learnt from {held.texts:,} texts. Of the terms in texts a model had not seen, it found "
        f"{held.recall:.1%} and was right in {held.precision:.1%} (F1 {held.f1:.3f})."
    )
    return None
