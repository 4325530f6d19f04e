"""What a job has no room for by its kind: shares at a hospital, days at home in a remote job."""

from __future__ import annotations

import re

from bot.offers.offer import Offer
from bot.understand.roles import roles
from bot.understand.share_givers import gives_none, in_person
from bot.understand.titles import read_title

_REMOTE = re.compile(r"\bremote\b|\bwork from home\b|\bwfh\b|\bvirtual\b|\btelehealth\b", re.IGNORECASE)
_PARTLY = re.compile(r"\bhybrid\b|\bmostly\b|\bon-?site\b|\bin-(?:office|person)\b", re.IGNORECASE)
_SHARES = (
    "equity_value", "equity_value_low", "equity_value_per_year", "equity_units", "equity_pct", "other_equity",
)  # fmt: skip


def gives_shares(offer: Offer) -> bool:
    """Whether equity, a refresh grant or their vesting may be asked for at all.

    Where the offer holds shares, it does. Else not in contract pay, and not where the employer gives none by
    its kind: a hospital, a school, a public body, a charity, known by its name, or a job that such employers
    fill (nurse, teacher, firefighter), known by its title. Every other employer may.
    """
    if offer.equity_kind not in (None, "none") or any(getattr(offer, name) for name in _SHARES):
        return True
    return not (offer.by_contract or gives_none(offer.company, offer.title))


def paid_for_results(offer: Offer) -> bool:
    """Whether part of the pay is for what is sold: an OTE is named, or the title is one of sales."""
    if offer.ote_low is not None or offer.ote_high is not None:
        return True
    role = read_title(offer.title or "").role
    return role is not None and roles()[role].family == "Sales"


def room_for_remote(offer: Offer) -> bool:
    """Whether days at home may be asked for: not in a job that is remote already, nor in one done in person.

    A hybrid job has room; so has one that says nothing of it.
    """
    said = " ".join(each for each in (offer.remote, offer.location, offer.title) if each)
    if _PARTLY.search(said):
        return not in_person(offer.title)
    return not (_REMOTE.search(said) or in_person(offer.title))
