"""Words that order the interview about: skip, back, stop, show; and those that ask back or say nothing."""

from __future__ import annotations

import re

SKIP = re.compile(
    r"skip(?: (?:it|this|that|one|for now))?|next|pass|none|nothing|n/?a|no|nope|idk|no idea|not sure"
    r"|i (?:do not|don['’]?t) know|(?:i )?(?:do not|don['’]?t) have (?:one|any|that)|no tools|no numbers?",
    re.IGNORECASE,
)
NO_TOOLS = re.compile(r"no tools?(?: (?:at all|used))?|no (?:software|systems?)", re.IGNORECASE)
BACK = re.compile(r"(?:go )?back|previous|undo", re.IGNORECASE)
STOP = re.compile(
    r"done|pause|finish(?:ed)?|end"
    r"|(?:that['’]?s|that is) (?:all|it)",
    re.IGNORECASE,
)
# What is asked back of a question: it is asked again, with its example.
ASIDE = re.compile(
    r"(?:(?:like what|such as|what(?:['’]s| is| would be)? (?:a |an |one )?(?:good )?(?:example|sample)"
    r"|for example"
    r"|what do you mean(?: by \w{2,20})?|what does (?:that|it|this) mean|how (?:so|come)|why(?: do you ask)?"
    r"|(?:can|could) you (?:give|show) (?:me )?(?:an |some )?examples?|(?:an |any )?examples?(?: please)?"
    r"|i don['’]?t (?:get|understand) (?:it|that|this|the question))"
    r"|ok|okay|k|yes|yep|yeah|sure|hi|hello|hey|thanks|thank you|hm+|huh|what|great|cool)?",
    re.IGNORECASE,
)
GO = re.compile(
    r"go(?: on)?|start|begin|continue"
    r"|(?:build|make|write|start|continue) (?:my |the |an? )?(?:evidence(?: pack)?|pack)"
    r"|(?:my |the )?(?:evidence|pack)(?: pack)?",
    re.IGNORECASE,
)
SHOW = re.compile(
    r"(?:show|view|see|list|read|review|status)(?: (?:me|it|all|that))?(?: (?:my|the))?"
    r"(?: (?:evidence|pack|parts)){0,2}"
    r"|how strong is (?:it|my evidence|my pack)",
    re.IGNORECASE,
)
IMPROVE = re.compile(r"(?:improve|strengthen|better)(?: (?:it|my evidence|the pack))?", re.IGNORECASE)
CLEAR = re.compile(
    r"(?:clear|reset|start over|start again)(?: (?:it|all|everything|my evidence|the pack))?"
    r"|(?:delete|drop|remove) (?:it|all|everything|my evidence|the pack)(?: all)?",
    re.IGNORECASE,
)
HELP = re.compile(r"help|how|usage|commands|options|--help|-h", re.IGNORECASE)
ADD = re.compile(
    r"(?:add|another|new)(?: (?:a|an|one|another))?(?: (?:more|new))?(?: (?:workflow|work))?", re.I
)
