"""From a figure a person says for a term to the fields of the offer it fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.commands.amending.terms import TERMS
from bot.memory.case import Plain
from bot.offers.figures import Figure
from bot.offers.offer import Offer
from bot.understand.money import in_thousands

Values = dict[str, Plain]

# What a term can be at least and at most; for a base and the like it is money a pay period.
_LIMITS: Mapping[str, tuple[float, float]] = {
    "base_amount": (1, 1e10),
    "base_low": (1, 1e10),
    "base_high": (1, 1e10),
    "bonus_pct": (0, 300),
    "bonus_pct_low": (0, 300),
    "bonus_pct_high": (0, 300),
    "equity_pct": (0, 100),
    "strike": (0, 20_000),
    "share_price": (0.0001, 20_000),
    "preferred_price": (0.0001, 20_000),
    "vest_years": (0.25, 10),
    "cliff_months": (0, 60),
    "pto_days": (0, 365),
    "hours_per_week": (1, 100),
    "term_months": (0.25, 120),
}
_MOST = 1e13
_LEAST_SAID = 1_000.0  # a base a year below this is one of another period
_SUB_YEAR = frozenset({"hour", "month", "day", "week", "biweek"})
_MOST_AN_HOUR = 1_000
_LEAST_A_YEAR = 20_000
_NEAR = (0.2, 5.0)  # how far a figure without a period may lie from the base to be of the same period
_MOST_UNITS_BARE = 20_000  # from here on a number beside "RSUs" is rather their worth
_MOST_YEARS_BARE = 10
_MOST_CLIFF_YEARS = 3


def fill(term: str, figures: Sequence[Figure], offer: Offer, kind: str = "") -> Values | None:
    """The fields of a term with these figures in them, all others of the term empty.

    None where the figures are not of the term's kind, or of a size it cannot have; see `out_of_range`.
    `kind` is what the term's name says of it: "rsu", "options", "hour".
    """
    values = _read(term, figures, offer, kind)
    return values if values and not _wrong(values) else None


def out_of_range(term: str, figures: Sequence[Figure], offer: Offer) -> bool:
    """Whether the figures are of the term's kind and only their size is impossible."""
    values = _read(term, figures, offer, "")
    return bool(values) and _wrong(values or {})


def accepts(term: str, figure: Figure, offer: Offer) -> bool:
    """Whether a figure can be one of the term."""
    return bool(_read(term, [figure], offer, ""))


def _wrong(values: Values) -> bool:
    if values.get("base_period") == "year" and (_number(values, "base_amount") or _LEAST_SAID) < _LEAST_SAID:
        return True
    for name, value in values.items():
        low, high = _LIMITS.get(name, (0, _MOST))
        if isinstance(value, int | float) and not low <= value <= high:
            return True
    return False


def _number(values: Values, name: str) -> float | None:
    value = values.get(name)
    return float(value) if isinstance(value, int | float) else None


def _read(term: str, figures: Sequence[Figure], offer: Offer, kind: str) -> Values | None:
    reader = _READERS.get(term)
    found = reader(figures, offer, kind) if reader and figures else None
    if found is None:
        return None
    blank: Values = dict.fromkeys(TERMS[term].fields)
    if term == "equity":  # a size put right leaves the other sizes and the kind as they are
        blank = {}
    return {**blank, **found}


def _base(figures: Sequence[Figure], offer: Offer, kind: str) -> Values | None:
    figure = figures[0]
    if not _is_money(figure):
        return None
    low, high, per = figure.low, figure.high, figure.unit or kind
    if per not in _SUB_YEAR and per != "year":
        low, high, per = _in_a_period(figure, offer)
    elif per == "year" and figure.bare:
        low, high = in_thousands(low), in_thousands(high)
    period = per or "year"
    if low != high:
        return {"base_low": low, "base_high": high, "base_period": period}
    return {"base_amount": low, "base_period": period}


def _in_a_period(figure: Figure, offer: Offer) -> tuple[float, float, str]:
    """A sum without a period: in that of the base where the size fits, else a year's, or an hour's."""
    before = offer.base_amount or offer.base_high
    for scale in (1.0, 1000.0) if figure.bare else (1.0,):
        near = before is not None and _NEAR[0] <= figure.low * scale / before <= _NEAR[1]
        if near:
            return figure.low * scale, figure.high * scale, offer.base_period or "year"
    low, high = figure.low, figure.high
    if figure.bare:
        low, high = in_thousands(low), in_thousands(high)
    if low >= _LEAST_A_YEAR or offer.base_period in (None, "year"):
        return low, high, "year"
    return low, high, "hour" if high < _MOST_AN_HOUR else str(offer.base_period)


def _bonus(figures: Sequence[Figure], offer: Offer, _kind: str) -> Values | None:
    figure = figures[0]
    if figure.kind == "percent" or (figure.bare and figure.unit is None and figure.high <= 100):  # noqa: PLR2004
        if figure.is_range:
            return {"bonus_pct_low": figure.low, "bonus_pct_high": figure.high}
        return {"bonus_pct": figure.low}
    return {"bonus_amount": _sum(figure, offer)} if _is_money(figure) else None


def _sign_on(figures: Sequence[Figure], offer: Offer, _kind: str) -> Values | None:
    parts = [_sum(figure, offer) for figure in figures if _is_money(figure)]
    if len(parts) > 1:
        return {"sign_on": sum(parts[:2]), "sign_on_y1": parts[0], "sign_on_y2": parts[1]}
    return {"sign_on": parts[0]} if parts else None


def _equity(figures: Sequence[Figure], offer: Offer, kind: str) -> Values | None:
    figure = figures[0]
    said: Values = {"equity_kind": kind} if kind else {}
    if figure.kind == "percent":
        return {"equity_pct": figure.low, **_known_kind(offer, said or {"equity_kind": "percent"}, said)}
    if figure.kind == "count":
        counted = {"rsu": "rsu", "option": "options"}.get(figure.unit or "")
        said = {"equity_kind": counted} if counted else said
        return {"equity_units": figure.low, **_known_kind(offer, said or {"equity_kind": "other"}, said)}
    if not _is_money(figure):
        return None
    if kind and _counts(figure, offer):
        return {"equity_units": figure.low, **said}  # "RSUs: 850"
    if figure.plain and figure.low >= 1000 and offer.equity_units is not None:  # noqa: PLR2004
        return {"equity_units": figure.low, **said}  # "no, 4,000" of a number of shares
    return {**_worth(figure, offer), **_known_kind(offer, said or {"equity_kind": "other"}, said)}


def _counts(figure: Figure, offer: Offer) -> bool:
    """Whether a number after a word for shares counts them: no currency, no k, and no size of the grant's."""
    if not figure.plain or figure.is_range or figure.unit is not None or figure.low >= _MOST_UNITS_BARE:
        return False
    near = offer.equity_value is not None and 1000 * figure.low / offer.equity_value
    return not (near and _NEAR[0] <= near <= _NEAR[1])


def _worth(figure: Figure, offer: Offer) -> Values:
    """The worth of a grant in money: all of it, both ends of it, or a year's."""
    none: Values = {name: None for name in TERMS["equity"].fields if name.startswith("equity_value")}
    low, high = _sum(figure, offer), _sum(figure, offer, high=True)
    if figure.unit == "year":
        return {**none, "equity_value_per_year": low}
    if low != high:
        return {**none, "equity_value_low": low, "equity_value_high": high}
    return {**none, "equity_value": low}


def _known_kind(offer: Offer, first: Values, said: Values) -> Values:
    """The kind of equity with a size of it: as said, else as it was, else the `first` there is."""
    return said if offer.equity_kind not in (None, "none") else first


def _money(name: str) -> Callable[[Sequence[Figure], Offer, str], Values | None]:
    def reader(figures: Sequence[Figure], offer: Offer, _kind: str) -> Values | None:
        return {name: _sum(figures[0], offer)} if _is_money(figures[0]) else None

    return reader


def _as_it_is(name: str, *, counted: bool = False) -> Callable[[Sequence[Figure], Offer, str], Values | None]:
    """A price of one share, or a number of shares: never in thousands without a word."""

    def reader(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
        fits = figures[0].kind == "money" or (counted and figures[0].kind == "count")
        return {name: figures[0].low} if fits else None

    return reader


def _ote(figures: Sequence[Figure], offer: Offer, _kind: str) -> Values | None:
    if not _is_money(figures[0]):
        return None
    return {"ote_low": _sum(figures[0], offer), "ote_high": _sum(figures[0], offer, high=True)}


def _vesting(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
    figure = figures[0]
    if figure.kind == "schedule":
        return {"vest_years": float(figure.words.count("/") + 1), "vest_schedule": figure.words}
    if figure.kind == "time" and figure.unit in ("year", "month"):
        return {"vest_years": round(figure.low / 12, 2)}
    return {"vest_years": figure.low} if figure.bare and 0 < figure.low <= _MOST_YEARS_BARE else None


def _schedule(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
    if figures[0].kind != "schedule":
        return None
    return {"vest_schedule": figures[0].words, "vest_years": float(figures[0].words.count("/") + 1)}


def _months(name: str) -> Callable[[Sequence[Figure], Offer, str], Values | None]:
    def reader(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
        figure = figures[0]
        if figure.kind == "time" and figure.unit in ("year", "month", "anniversary"):
            return {name: round(figure.low)}
        if not figure.bare:
            return None
        return {name: round(figure.low * (12 if figure.low <= _MOST_CLIFF_YEARS else 1))}

    return reader


def _pto(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
    figure = figures[0]
    timed = figure.kind == "time" and figure.unit in ("day", "week")
    return {"pto_days": figure.low} if timed or figure.bare else None


def _hours(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
    figure = figures[0]
    if figure.kind == "time" and figure.unit == "hour":
        return {"hours_per_week": round(figure.low * 8, 2)}  # a figure of time is in days of eight hours
    return {"hours_per_week": figure.low} if figure.bare else None


def _dated(name: str) -> Callable[[Sequence[Figure], Offer, str], Values | None]:
    def reader(figures: Sequence[Figure], _offer: Offer, _kind: str) -> Values | None:
        return {name: figures[0].words} if figures[0].kind == "date" else None

    return reader


_READERS: Mapping[str, Callable[[Sequence[Figure], Offer, str], Values | None]] = {
    "base": _base,
    "bonus": _bonus,
    "sign_on": _sign_on,
    "relocation": _money("relocation"),
    "equity": _equity,
    "strike": _as_it_is("strike"),
    "share_price": _as_it_is("share_price"),
    "preferred_price": _as_it_is("preferred_price"),
    "valuation": _as_it_is("valuation"),
    "shares_outstanding": _as_it_is("shares_outstanding", counted=True),
    "vesting": _vesting,
    "schedule": _schedule,
    "cliff": _months("cliff_months"),
    "term": _months("term_months"),
    "total": _money("total_comp"),
    "ote": _ote,
    "refresh": _money("refresh_value"),
    "pto": _pto,
    "hours": _hours,
    "start": _dated("start_date"),
    "deadline": _dated("deadline"),
}


def _is_money(figure: Figure) -> bool:
    return figure.kind == "money" and figure.unit != "share"


def _sum(figure: Figure, _offer: Offer, *, high: bool = False) -> float:
    """A sum in plain money: a bare 30 said of a yearly term is 30,000."""
    value = figure.high if high else figure.low
    return value * 1000 if figure.bare and 0 < value < 1000 else value  # noqa: PLR2004


def none_of(term: str) -> Values | None:
    """The fields of a term the offer does not have ("no equity"); None where "no" only leaves it out."""
    said: Mapping[str, Values] = {
        "bonus": {"bonus_pct": 0.0},
        "sign_on": {"sign_on": 0.0},
        "equity": {"equity_kind": "none"},
    }
    return {**left_out(term), **said[term]} if term in said else None


def left_out(term: str) -> Values:
    """The fields of a term, all empty; with the equity all that says how it vests and is priced."""
    of_equity = ("strike", "share_price", "preferred_price", "vesting", "schedule", "cliff")
    with_it = of_equity if term == "equity" else ()
    return {name: None for each in (term, *with_it) for name in TERMS[each].fields}


def applied(offer: Offer, values: Mapping[str, Plain]) -> Offer:
    """The offer with these values, its other fields as they were, and no doubt left about them."""
    doubts = tuple(doubt for doubt in offer.doubts if doubt.field not in values)
    return replace(offer, doubts=doubts, **values)  # type: ignore[arg-type]
