"""Where the boards of each collector are, and the settings that put another address in that place.

Nothing heavy is imported here: the help of `parley data fetch` shows these before anything is installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# An address stands for everything before the board's name, path and all; "{board}" is where the name
# itself goes into the host.
BASES: Final[Mapping[str, str]] = {
    "greenhouse": "https://boards-api.greenhouse.io/v1/boards",
    "lever": "https://api.lever.co/v0/postings",
    "ashby": "https://api.ashbyhq.com/posting-api/job-board",
    "workable": "https://apply.workable.com/api/v1/widget/accounts",
    "smartrecruiters": "https://api.smartrecruiters.com/v1/companies",
    "recruitee": "https://{board}.recruitee.com/api",
}


def setting(collector: str) -> str:
    """The environment variable with another address for a collector's boards: `PARLEY_GREENHOUSE_URL`."""
    return f"PARLEY_{collector.upper()}_URL"
