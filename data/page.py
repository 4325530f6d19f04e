"""`parley data report`: what the figures cover, what they leave out, and how old they are, on one page.

Reads the CSVs of the figures and nothing else, with the standard library: it is there in an instant.
pandas was refused: fifteen thousand rows need no frames. tabulate was refused: it does not keep a table
within a width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import click
from click.core import ParameterSource

from bot.understand.employers import employer as known_employer
from bot.understand.employers import types
from bot.understand.places import place
from bot.understand.roles import roles
from data import page_words as say
from data.page_rows import Figures, Row, key, read, real, stands, whole
from data.page_words import ALL, US
from data.tables import MIN_EMPLOYERS, MIN_POSTINGS

SHIPPED: Final = Path(__file__).resolve().parent / "benchmarks"
NOTHING: Final = "{path} holds no benchmark figures that this version of Parley can read.{hint}"
SETTING: Final = "PARLEY_BENCHMARKS"

_STEPS: Final = ("reading", "placing", "pay")
_NO_ESTIMATES: Final = "No estimates are used: they did not earn their place"
_NEAR_POSTINGS: Final = 15
_NEAR_EMPLOYERS: Final = 4


@click.command("report", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--benchmarks",
    type=click.Path(path_type=Path),
    metavar="PATH",
    envvar=SETTING,
    help="A folder of CSV figures, or a database of them. By default those of PARLEY_BENCHMARKS, else the "
    "shipped ones.",
)
@click.pass_context
def report_command(context: click.Context, benchmarks: Path | None) -> None:
    """Say what the figures cover, what was left out and why, and how old they are."""
    path = benchmarks or SHIPPED
    found = read(path)
    if found is None:
        told = context.get_parameter_source("benchmarks") == ParameterSource.ENVIRONMENT
        raise click.ClickException(NOTHING.format(path=path, hint=f" {SETTING} names it." if told else ""))
    for line in lines(found, datetime.now(UTC).date()):
        click.echo(line)


def lines(figures: Figures, today: date) -> Iterator[str]:
    """The page as Markdown, a line at a time, none wider than 100 columns where words can be parted."""
    yield f"# The pay index of {say.text(figures.manifest, 'as_of')}"
    sections = (
        ("Age", _age(figures, today)),
        ("Coverage", _coverage(figures)),
        ("Left out", _left_out(figures)),
        ("Cells by role", _by_role(figures)),
        ("Closest to standing", _closest(figures)),
        ("Places", _places(figures)),
        ("AI skills and pay shown", _shares(figures)),
        ("AI premiums", _premiums(figures)),
        ("Estimates", _estimates(figures)),
        ("Employers", _employers(figures)),
        ("Weeks", _weeks(figures)),
        ("One employer dominates", _dominated(figures)),
    )
    for title, told in sections:
        yield ""
        yield f"## {title}"
        yield ""
        for line in told:
            yield from [line] if line.startswith("|") else say.wrapped(line)


def _age(figures: Figures, today: date) -> Iterator[str]:
    for source in figures.manifest.get("sources", ()):
        as_of = say.text(source, "as_of")
        yield f"- {say.text(source, 'name')}: of {as_of}{_days(as_of, today)}{_window(source)}"


def _window(source: Mapping[str, Any]) -> str:
    first, last = source.get("first"), source.get("last")
    if not first:
        return ""
    return f", covers {first} to {last}" if first != last else ", covers that day alone"


def _days(as_of: str, today: date) -> str:
    try:
        days = (today - date.fromisoformat(as_of)).days
    except ValueError:
        return ""
    return f", {days:,} days old" if days >= 0 else ", ahead of this machine's clock"


def _coverage(figures: Figures) -> Iterator[str]:
    counts = Counter({name: whole(str(n)) for name, n in figures.manifest.get("counts", {}).items()})
    read_, kept, paid = (counts[f"postings_{step}"] for step in ("read", "in_cells", "paid"))
    yield f"- Postings read: {read_:,}"
    yield f"- In US cells: {kept:,}{say.percent(kept, read_)} from {counts['employers']:,} employers"
    yield f"- With usable pay: {paid:,}{say.percent(paid, kept, 'of these')}"
    standing = [cell for cell in figures.tables["cells"] if stands(cell)]
    every = len(figures.tables["cells"])
    skilled = sum(cell["ai"] != ALL for cell in standing)
    yield (
        f"- Cells that stand ({MIN_POSTINGS} paid postings from {MIN_EMPLOYERS} employers): "
        f"{len(standing):,}, {skilled:,} of them of AI-skilled postings alone; too thin to quote: "
        f"{every - len(standing):,}"
    )
    wages = len({row["area"] for row in figures.tables["oews"]})
    occupations = len({row["soc"] for row in figures.tables["oews"]})
    yield f"- Government wages behind them: {occupations:,} occupations in {wages:,} areas"
    if filed := figures.tables["h1b"]:
        yield f"- Offered wages in H-1B filings: {len(filed):,} rows of employer, role and state"


def _left_out(figures: Figures) -> Iterator[str]:
    drops = figures.manifest.get("drops", {})
    steps = (*_STEPS, *(step for step in drops if step not in _STEPS))
    rows: list[tuple[str, str, str]] = []
    for step in steps:
        reasons = sorted(drops.get(step, {}).items(), key=lambda each: -each[1])
        rows += [(step, f"{n:,}", reason) for reason, n in reasons] or [(step, "0", "nothing was left out")]
    yield from say.table(("step", "left out", "reason"), rows)


def _by_role(figures: Figures) -> Iterator[str]:
    stand, thin = Counter[str](), Counter[str]()
    best: dict[str, Row] = {}
    for cell in figures.tables["cells"]:
        if cell["ai"] != ALL:
            continue
        role = cell["role"]
        (stand if stands(cell) else thin)[role] += 1
        if stands(cell) and (role not in best or whole(cell["n"]) > whole(best[role]["n"])):
            best[role] = cell
    rows = [
        (say.role_name(role), f"{n:,}", f"{thin[role]:,}", say.cell_in_words(best[role], role=False))
        for role, n in sorted(stand.items(), key=lambda each: (-each[1], each[0]))
    ]
    yield from say.table(("role", "stand", "thin", "fullest cell"), rows)
    skilled = sum(stands(cell) and cell["ai"] != ALL for cell in figures.tables["cells"])
    if skilled:
        yield ""
        cells = say.counted(skilled, "standing cell")
        yield f"Not in this table: the {cells} of AI-skilled postings alone."
    empty = sorted(say.role_name(role) for role in roles() if not stand[role])
    if empty:
        yield ""
        yield f"No cell of postings stands for {len(empty)} roles: {', '.join(empty)}."


def _closest(figures: Figures) -> Iterator[str]:
    near = [
        cell
        for cell in figures.tables["cells"]
        if not stands(cell)
        and whole(cell["n"]) >= _NEAR_POSTINGS
        and whole(cell["employers"]) >= _NEAR_EMPLOYERS
    ]
    near.sort(key=lambda cell: (_missing(cell), -whole(cell["n"]), key(cell)))
    yield from say.listed([f"{say.cell_in_words(cell)}: lacks {_lack(cell)}" for cell in near], "thin cell")


def _missing(cell: Row) -> int:
    """How many postings or employers more it takes, whichever is the larger share."""
    few = max(0, MIN_POSTINGS - whole(cell["n"]))
    return max(few, (MIN_POSTINGS // MIN_EMPLOYERS) * max(0, MIN_EMPLOYERS - whole(cell["employers"])))


def _lack(cell: Row) -> str:
    lacking = [
        f"{least - whole(cell[name]):,} {said}{'s' if least - whole(cell[name]) != 1 else ''}"
        for name, least, said in (("n", MIN_POSTINGS, "posting"), ("employers", MIN_EMPLOYERS, "employer"))
        if whole(cell[name]) < least
    ]
    return " and ".join(lacking)


def _places(figures: Figures) -> Iterator[str]:
    standing = Counter(
        cell["place"] for cell in figures.tables["cells"] if stands(cell) and cell["ai"] == ALL
    )
    seen = {row["place"] for row in figures.tables["shares"]}
    kinds = Counter(_kind(each) for each in seen if each != US)
    yield (
        f"Postings were seen in {kinds['metro']:,} metros and {kinds['state']:,} states. Cells stand in "
        f"{len(standing):,} places, with so many each:"
    )
    yield ""
    ordered = sorted(standing.items(), key=lambda each: (-each[1], each[0]))
    yield from say.listed([f"{say.place_name(id_)}: {n:,}" for id_, n in ordered], "place")


def _kind(id_: str) -> str:
    try:
        return str(place(id_).kind)
    except KeyError:
        return ""


def _shares(figures: Figures) -> Iterator[str]:
    national = {row["role"]: row for row in figures.tables["shares"] if row["place"] == US}
    every = national.pop(ALL, None)
    yield "Of these boards; others show pay more seldom, and ask for AI more or less often."
    yield ""
    ordered = sorted(national.items(), key=lambda each: (-whole(each[1]["postings"]), each[0]))
    told = [("every role", every)] if every else []
    told += [(say.role_name(role), row) for role, row in ordered if whole(row["postings"]) >= MIN_POSTINGS]
    rows = [
        (
            name,
            f"{whole(row['postings']):,}",
            say.rate(row, "disclosed", "postings"),
            f"{whole(row['ai_known']):,}",
            say.rate(row, "ai_skilled", "ai_known"),
            say.rate(row, "ai_required", "ai_known"),
        )
        for name, row in told
    ]
    yield from say.table(
        ("role, US", "postings", "show pay", "read for AI", "ask for AI", "require it"), rows
    )


def _premiums(figures: Figures) -> Iterator[str]:
    told = []
    for row in figures.tables["premiums"]:
        low, high = real(row["low"]), real(row["high"])
        verdict = "higher" if low > 0 else "lower" if high < 0 else "cannot be told"
        name = ", ".join(
            filter(
                None, (say.role_name(row["role"]), say.place_name(row["place"]), say.level_name(row["level"]))
            )
        )
        told.append(
            (name, say.signed(real(row["premium"])), f"{say.signed(low)} to {say.signed(high)}", verdict)
        )
    if not told:
        yield f"None stands: each side takes {MIN_POSTINGS} postings from {MIN_EMPLOYERS} employers."
        return
    clear = sum(each[-1] in ("higher", "lower") for each in told)
    yield f"{len(told):,} comparisons stand, {clear:,} of them clear of zero (80% intervals)."
    yield ""
    yield from say.table(("cell", "premium", "interval", "verdict"), told)


def _estimates(figures: Figures) -> Iterator[str]:
    counts = Counter({name: whole(str(n)) for name, n in figures.manifest.get("counts", {}).items()})
    if not counts["estimate_tested_postings"]:
        yield "None were tested: it takes 20 employers that show pay."
        return
    shipped = bool(figures.tables["effects"])
    yield (
        f"- {'Estimates answer where no cell stands' if shipped else _NO_ESTIMATES}. Tested on "
        f"{counts['estimate_tested_postings']:,} postings of {counts['estimate_tested_employers']:,} "
        "employers, each employer left out of what its postings were estimated from."
    )
    yield (
        f"- Median error against the posted midpoint: ${counts['estimate_error']:,}; of stepping back to the "
        f"nearest figure instead: ${counts['estimate_step_back_error']:,}."
    )
    yield (
        f"- Where an estimate would answer: ${counts['estimate_used_error']:,}, and "
        f"${counts['estimate_used_step_back_error']:,} of stepping back."
    )
    yield f"- {counts['estimate_coverage_percent']}% of true midpoints lie inside the 80% interval."


def _employers(figures: Figures) -> Iterator[str]:
    bands = [row for row in figures.tables["bands"] if row["level"] == ALL]
    held = Counter(row["employer"] for row in bands)
    names = {row["employer"]: _spelt(row["name"]) for row in bands}
    every = say.counted(len(figures.tables["bands"]), "band")
    most = " Those with the most roles:" if held else ""
    yield f"{every} of {say.counted(len(held), 'employer')}.{most}"
    if held:
        yield ""
        told = [f"{names[key]}: {say.counted(n, 'role')}" for key, n in held.most_common()]
        yield from say.listed(told, "employer")
    yield ""
    kinds: dict[str, set[str]] = {}
    for row in figures.tables["types"]:
        kinds.setdefault(row["type"], set()).update(row["names"].split(";"))
    if not kinds:
        yield "No employer type has figures."
        return
    yield "By type of employer:"
    yield ""
    for kind, behind in sorted(kinds.items()):
        roles_of = {row["role"] for row in figures.tables["types"] if row["type"] == kind}
        label = types()[kind].label if kind in types() else kind
        named = ", ".join(sorted(behind, key=str.casefold))
        yield f"- {label}: {say.counted(len(roles_of), 'role')}, from {named}"


def _spelt(name: str) -> str:
    """An employer as it writes itself, where Parley knows it: a board's address has "openai"."""
    known = known_employer(name)
    return known.name if known else name


def _weeks(figures: Figures) -> Iterator[str]:
    known = sorted({row["week"] for row in figures.tables["history"]})
    if known:
        weeks = f"{len(known):,} week{'s' if len(known) != 1 else ''}"
        yield f"Medians are kept for {weeks}, the first that of {known[0]} and the last that of {known[-1]}."
    moved = Counter(row["span"] for row in figures.tables["trends"])
    if not moved:
        yield "No trend is shown: it takes postings followed over two weeks."
    for span, n in sorted(moved.items()):
        yield f"- {say.counted(n, 'cell')} can be compared over a {span}"


def _dominated(figures: Figures) -> Iterator[str]:
    found = [
        cell
        for cell in figures.tables["cells"]
        if stands(cell) and 2 * whole(cell["largest"]) >= whole(cell["n"]) and cell["ai"] == ALL
    ]
    found.sort(key=lambda cell: (-whole(cell["largest"]) / whole(cell["n"]), key(cell)))
    told = [f"{say.cell_in_words(cell)}: {whole(cell['largest']):,} are of one employer" for cell in found]
    yield from say.listed(told, "standing cell")
