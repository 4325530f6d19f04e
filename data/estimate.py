"""Pay for cells without data: a small model, kept only where it earned its place.

`earned` is what a build calls: the rows of `effects.csv`, none unless the model beats stepping back by
8% with whole employers left out and its intervals hold what they say.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.estimating.evaluate import Evaluation, evaluate
from data.estimating.model import prepare, table
from data.tables import EFFECTS

__all__ = ["Evaluation", "earned", "read_table"]


def earned(
    kept: pd.DataFrame, wages: pd.DataFrame, cited: pd.DataFrame
) -> tuple[pd.DataFrame, Evaluation | None]:
    """Fit, test and, where the test is passed, give the model.

    Args:
        kept: a row a posting in a US cell, as `data.seats.seats` takes it; unpaid ones are no use here.
        wages: OEWS, with `soc`, `area` and `p50`.
        cited: published medians, with `role`, `place`, `ai` and `p50`.

    Returns:
        The table of `data.estimating.model.table`, without rows where it did not earn its place; and
        the evaluation, None where fewer than 20 employers show pay.
    """
    nothing = pd.DataFrame(columns=list(EFFECTS.columns))
    fitting = prepare(kept, wages)
    if fitting is None:
        return nothing, None
    found = evaluate(fitting, wages, cited)
    return (table(fitting) if found.earned else nothing), found


def read_table(path: Path) -> pd.DataFrame:
    """A table of figures as it ships, with ids as text and the median as a number."""
    read = pd.read_csv(path, dtype=str, keep_default_na=False).astype("object")
    return read.assign(p50=pd.to_numeric(read["p50"], errors="coerce"))
