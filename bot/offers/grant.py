"""The equity of an offer: its kind and size, its price, and how it vests."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.offers.cash import money
from bot.offers.figures import Figure
from bot.offers.gather import Terms
from bot.offers.judged import Judged
from bot.offers.offer import EquityKind

_KINDS: dict[str, EquityKind] = {
    "rsu": "rsu",
    "options": "options",
    "option": "options",
    "other": "other",
    "share": "other",
    "unit": "other",
}
_SIZES = ("equity_units", "equity_value", "equity_year", "equity_pct")
# Years above this are months; a grant vests over no more years than this.
_MOST_YEARS, _MOST_MONTHS = 12, 120
_FOUR_YEARS = 48
_WHOLE = 100
_MOST_PRICE = 20_000
# What a time is no cliff before: "1st year CTC".
_OF_PAY = re.compile(r" ?(?:total )?(?:ctc|tc|comp|compensation|salary|base|pay|bonus)\b")
# What says, before a price or after it, that it is one of preferred shares; how near that stands.
_INVESTORS = re.compile(
    r"\bpref(?:erred|s|erred's)?\b|\b(?:last|latest|most recent) (?:funding )?round\b|investors paid"
)
_INVESTORS_AFTER = re.compile(
    r"\s?(?:per share )?[(-]?\s?(?:for |per |is |was |in )?(?:the )?(?:last )?pref(?:erred)?\b"
)
_BESIDE = 60
# From here on a number beside a word for shares is rather their worth; below this one may be thousands.
_WORTH_FROM, _THOUSAND = 20_000, 1_000
# After these words a number counts what they name: "RSUs: 850".
_COUNTED = re.compile(r"\b(?:rsus|shares|options|units|isos|nsos)(?: ?[:=-] ?| \(|: )$")
_STEPS = {"monthly": 1, "quarterly": 3, "semi-annually": 6, "yearly": 12}
_EACH_YEAR = re.compile(
    r" ?(?:of (?:the|your) \w{1,10} )?(?:each|per|every|a) (?:year|anniversary)|/ ?y| ?annually| yearly"
)


def equity(terms: Terms) -> None:
    """Read what is granted: kind, worth, number, percent, strike; "no equity" is the kind "none"."""
    sizes = [entry for role in _SIZES for entry in terms.of(role)]
    for entry in sizes:
        _size(terms, entry)
    _prices(terms)
    for field in ("shares_outstanding", "valuation"):
        for entry in terms.of(field)[:1]:
            terms.put_entry(field, entry.figure.low, entry)
    _kind(terms, sizes)
    more = [e for e in terms.of("equity_more") if e.figure.kind in {"money", "count", "percent"}]
    if more:
        terms.put_entry("other_equity", "; ".join(_plainly(e.figure) for e in more), more[0])
    for entry in terms.of("refresh")[:1]:
        if entry.figure.kind == "money":
            terms.put_entry("refresh_value", money(entry.figure)[0], entry)


def _prices(terms: Terms) -> None:
    """Read what a share costs to exercise, what it is worth, and what investors paid for a preferred one."""
    for role in ("strike", "share_price"):
        for entry in terms.of(role):
            if entry.figure.kind == "money" and entry.figure.low < _MOST_PRICE:
                preferred = role == "share_price" and _is_preferred(terms, entry.figure)
                terms.put_entry("preferred_price" if preferred else role, entry.figure.low, entry)


def _is_preferred(terms: Terms, figure: Figure) -> bool:
    """Whether the words beside a price say that investors paid it: "last preferred $4.10", "$3 (pref)"."""
    low, figures = terms.layout.source.low, terms.layout.figures
    at = bisect_left(figures, figure.start, key=lambda one: one.start)
    last = figures[at - 1].end if at else 0
    following = figures[at + 1].start if at + 1 < len(figures) else len(low) + 1
    before = re.split(r"[),;\n]|[.]\s", low[max(last, figure.start - _BESIDE) : figure.start])[-1]
    after = re.split(r"[),.;\n]", low[figure.end : min(following, figure.end + _BESIDE)], maxsplit=1)[0]
    # Words that run on to another price are that price's.
    free = figure.end + len(after) < following
    return _INVESTORS.search(before) is not None or (free and _INVESTORS_AFTER.match(after) is not None)


def _plainly(figure: Figure) -> str:
    """A further grant in plain words: "5,000 rsu", "50,000 USD", "0.1%"."""
    if figure.kind == "percent":
        return f"{figure.low:g}%"
    amount = figure.low if figure.kind == "count" else money(figure)[0]
    return f"{amount:,.0f} {figure.unit if figure.kind == 'count' else figure.currency or ''}".strip()


def _size(terms: Terms, entry: Judged) -> None:
    """Put one size of the grant under the field that suits how it was written."""
    figure, role = entry.figure, entry.role
    if figure.kind == "percent":
        terms.put_entry("equity_pct", figure.low, entry)
    elif role in {"equity_value", "equity_units"} and _is_count(terms, figure):
        terms.put_entry("equity_units", figure.low, entry, doubt=role == "equity_units")
    elif role == "equity_units" and figure.kind in {"count", "money"}:
        terms.put_entry("equity_units", figure.low, entry)
    elif role in {"equity_value", "equity_year"} and figure.kind in {"count", "money"}:
        low, high = money(figure)
        if role == "equity_year":
            terms.put_entry("equity_value_per_year", low, entry)
        elif figure.is_range:
            terms.put_entry("equity_value_low", low, entry)
            terms.put_entry("equity_value_high", high, entry)
        else:
            terms.put_entry("equity_value", low, entry)
    elif role == "equity_pct" and figure.bare:
        terms.put_entry("equity_pct", figure.low, entry)


def _is_count(terms: Terms, figure: Figure) -> bool:
    """Whether a number without currency or k counts shares: "119 RSUs", "RSUs: 850".

    "100 stock" is money, and so are hundreds beside a base that is short of its k: "198 base, 250 rsu".
    """
    short = any(entry.figure.bare and entry.figure.unit is None for entry in terms.of("base"))
    if figure.low >= _WORTH_FROM or (short and figure.low < _THOUSAND):
        return False
    if figure.kind == "count":
        return not terms.said(figure).endswith("stock")
    if figure.kind != "money" or not figure.plain or figure.is_range or figure.unit is not None:
        return False
    return _COUNTED.search(terms.layout.source.low, 0, figure.start) is not None


def _kind(terms: Terms, sizes: Sequence[Judged]) -> None:
    """The kind of equity: by the unit counted, else by the words nearest to the grant."""
    words = [entry for entry in terms.of("equity") if entry.figure.unit in _KINDS]
    denied = terms.of("no_equity")
    if not sizes and (denied or not words):
        for entry in denied[:1]:
            terms.put_entry("equity_kind", "none", entry)
        return
    main = sizes[0] if sizes else words[0]
    kinds = [_KINDS[e.figure.unit] for e in sizes if e.figure.unit in {"rsu", "option"}]
    near = sorted(words, key=lambda entry: terms.steps_between(main.figure, entry.figure))
    kinds += [_KINDS[entry.figure.unit or ""] for entry in near]
    strong = [kind for kind in kinds if kind != "other"]
    if strong:
        terms.put_entry("equity_kind", strong[0], main)
    elif terms.of("strike"):
        terms.put_entry("equity_kind", "options", main)
    elif terms.of("equity_pct"):
        terms.put_entry("equity_kind", "percent", main)
    else:
        terms.put_entry("equity_kind", "other", main)


def vesting(terms: Terms) -> None:
    """Read the years, the cliff and the schedule, where there is equity at all."""
    if not terms.has("equity_kind") or terms.value("equity_kind") == "none":
        return
    _cliff(terms)
    parts = [e for e in terms.of("vest_part") if e.figure.kind == "percent"]
    finer = [e for e in terms.of("vest_schedule") if e.figure.unit == "finer"]
    spans = [entry for entry in terms.of("vest_years") if _months(entry.figure) > 0]
    if spans:
        best = max(spans, key=lambda entry: (round(entry.sure, 1), _months(entry.figure)))
        months = _months(best.figure)
        # "25% after a year and the rest over 36 months" is four years.
        first = terms.has("cliff_months") or bool(parts)
        rest = best.figure.kind == "time" and first and months < _FOUR_YEARS and months % 12 == 0
        four = best.figure.unit == "month" and (months + 12) % _FOUR_YEARS == 0
        if rest and (four or terms.remaining(best.figure)):
            months += 12
        terms.put_entry("vest_years", round(months / 12, 2), best)
    else:
        _by_parts(terms, parts, finer)
    for entry in terms.of("vest_schedule"):
        if entry.figure.kind == "schedule":
            terms.put_entry("vest_schedule", entry.figure.words, entry)
            terms.put_entry("vest_years", float(len(entry.figure.words.split("/"))), entry)
    whole = [entry for entry in parts if entry.figure.unit != "part"]
    if len(whole) > 1 and abs(sum(e.figure.low for e in whole) - _WHOLE) <= 1:
        terms.put_entry("vest_schedule", "/".join(f"{e.figure.low:g}" for e in whole), whole[0])
        if len({entry.figure.low for entry in whole}) == 1:
            terms.put_entry("vest_years", float(len(whole)), whole[0])
    if len(whole) == 1 and whole[0].figure.low > 0 and _EACH_YEAR.match(terms.after(whole[0].figure)):
        terms.put_entry("vest_years", round(_WHOLE / whole[0].figure.low, 2), whole[0])
    if finer:
        said = _finer(terms.said(finer[0].figure))
        terms.put_entry(
            "vest_schedule", f"cliff then {said}" if terms.has("cliff_months") else said, finer[0]
        )


def _by_parts(terms: Terms, parts: Sequence[Judged], finer: Sequence[Judged]) -> None:
    """The years that equal parts take where none are said: "1/48 monthly" is four."""
    steps = [_STEPS.get(_finer(terms.said(entry.figure)), 0) for entry in finer]
    for entry in parts:
        if entry.figure.unit == "part" and steps and steps[0]:
            months = round(_WHOLE / entry.figure.low) * steps[0]
            if months + 12 == _FOUR_YEARS and terms.remaining(entry.figure):
                months += 12
            if months % 12 == 0:
                terms.put_entry("vest_years", months / 12, entry)


def _finer(said: str) -> str:
    for word, step in (
        ("semi", "semi-annually"),
        ("half", "semi-annually"),
        ("six", "semi-annually"),
        ("6", "semi-annually"),
        ("three", "quarterly"),
        ("3", "quarterly"),
        ("quarter", "quarterly"),
        ("month", "monthly"),
    ):
        if word in said:
            return step
    return "yearly" if "annual" in said or "year" in said else said


def _months(figure: Figure) -> float:
    if figure.kind == "time":
        if figure.unit == "week":
            return figure.low * 12 / 260  # weeks come as five working days each
        return figure.low if figure.unit in {"year", "month", "anniversary"} else 0.0
    if figure.kind == "money" and figure.bare:
        return figure.low * (12 if figure.low <= _MOST_YEARS else 1) if figure.low <= _MOST_MONTHS else 0.0
    return 0.0


def _cliff(terms: Terms) -> None:
    for entry in terms.of("cliff"):
        figure = entry.figure
        if _OF_PAY.match(terms.after(figure)):
            continue
        months = _months(figure)
        if figure.kind == "money" and figure.bare:
            # "Nothing until month 13" is a cliff of twelve.
            months = figure.low * 12 if figure.low <= 2 else 12 if figure.low == 13 else figure.low  # noqa: PLR2004
        if 0 < months <= 60:  # noqa: PLR2004
            terms.put_entry("cliff_months", round(months), entry)
