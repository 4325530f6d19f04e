"""Pay that changes while a posting stays open: as it was is kept beside as it is.

Without the earlier pay a rebuild would show the new one in every week the posting was open, and no
trend could see a raise given where it stands.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from data.classify.pay import read_pay
from data.posting import Posting, Range


def same_pay(known: Posting, now: Posting) -> bool:
    """Whether a posting shows the pay it showed: the same ranges in whatever order, or none both times."""
    if not known.pay and not now.pay and known.description == now.description:
        return True
    return _told(known) == _told(now)


def as_it_was(known: Posting, changed: str) -> Posting:
    """The posting with the pay it had before the ISO day `changed`, without its description."""
    before = (date.fromisoformat(changed) - timedelta(days=1)).isoformat()
    return replace(known, last_seen=min(known.last_seen, before), pay=_shown(known), description=None)


def _shown(posting: Posting) -> tuple[Range, ...]:
    return posting.pay or read_pay(posting.description or "")


def _told(posting: Posting) -> list[str]:
    return sorted({repr(each) for each in _shown(posting)})
