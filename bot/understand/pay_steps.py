"""Employers that pay by a public scale of steps or lanes: counties, schools, the federal service.

There no bonus or sign-on is negotiated: what moves is the step at which somebody starts.
"""

from __future__ import annotations

import re

_EMPLOYER = re.compile(
    r"\b(?:county|parish)(?: \w{2,12}){0,2}$|\b(?:city|town|village|county|state|commonwealth) of\b"
    r"|\bpublic schools?\b|\bschool district\b|\bunified\b|\bisd\b"
    r"|^(?:the )?(?:us |u\.s\. )?department of\b|\bveterans affairs\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\bgs-?\d{1,2}\b|\b(?:school|kindergarten|elementary|science|math) teacher\b"
    r"|\bfirefighter\b|\bpolice officer\b",
    re.IGNORECASE,
)


def pays_by_step(company: str | None, title: str | None) -> bool:
    """Whether pay follows a public scale, by the employer's name or the job's title.

    >>> pays_by_step("King County", "Policy Analyst"), pays_by_step("Riverside Hospital", "Registered Nurse")
    (True, False)
    """
    return bool(_EMPLOYER.search(company or "") or _TITLE.search(title or ""))
