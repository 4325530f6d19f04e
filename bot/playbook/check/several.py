"""Several things asked for in one draft: the dearest stays."""

from __future__ import annotations

import re

from bot.playbook.check.ask_words import AS_OFFERED, CUE
from bot.playbook.check.asks import asked_part, closes
from bot.playbook.check.levers import levers_asked, levers_in
from bot.playbook.check.ranges import figure_said
from bot.playbook.check.scene import Scene
from bot.playbook.check.sentences import folded
from bot.playbook.check.shapes import Asked, Edit, Finding, Lever, Lines, Span, Why

_PARTS = re.compile(
    r"(?:,\s|;\s?|\s(?:and|plus|or|with|as well as|along with)\s|\s?[&+]\s?)(?:and\s|also\s|maybe\s)*"
)
# A part that names a thing and asks nothing of it: "no bonus", "equity as offered".
_NOT_MORE = re.compile(
    r"\b(?:no|not|without|since|because|given|despite|although|though|than|already|instead of|as offered"
    r"|as is|unchanged|stays?|keep(?:ing)?|same|fine|great|generous|love|happy|works?|thanks?|thank)\b"
)
_A_DEAL = re.compile(
    r"(?:with|at|for)\b.{0,120}\bi(?:'d| would|'ll| will)? (?:\w{1,12} )?"
    r"(?:sign|accept|join|start|come|be in)\b"
)
_A_THING = re.compile(r"(?:an?|some|more|the|any|\d{1,3}) (?:[\w-]{1,20} ?){1,4}[.!?]*")
_PERCENT = re.compile(r"^(?!.*\b(?:which|that|is|by|raise|increase|more)\b).*\d\s?%\W*$")  # "1% and 185k"
_STARTS = re.compile(r"\bstart(?:ing)? (?:date|later|earlier|on)\b|\bcan i start\b")
_THREE = 3
_SIZED: frozenset[Lever] = frozenset({"equity", "sign_on", "bonus", "relocation", "allowance"})


def several(scene: Scene, lines: Lines) -> tuple[list[Finding], list[Edit]]:
    """More than one thing asked for. The dearest one stays.

    A package of two in exchange for a yes ("With 185k and 15k of sign-on I would sign") is one ask.
    """
    counting = [each for each in scene.asks if set(each.levers) - {"info", "time"}]
    if not counting:
        return [], []
    levers = levers_asked(tuple(counting))
    apart = len({each.levers[0] for each in counting}) > 1 and len(levers) > 1
    beside = [each for each in counting if len(_named_in(each, scene)) > 1]
    sized = any(each.figure or each.question for each in counting)
    time = [each for each in scene.asks if each.levers == ("time",)] if sized else []
    if len(levers) < _THREE and not apart and not beside and not time:
        return [], []
    of_base = [each for each in counting if "base" in each.levers]
    sure = [each for each in (*of_base, *counting) if has_number(each, scene)]
    kept = next(iter((*sure, *of_base, *counting)))
    why: Why = "time" if time and len(levers) == 1 else ""
    found = Finding("several_asks", tuple((each.start, each.end) for each in (*counting, *time)), why)
    listed = any(scene.sentence_at(each.start).bullet for each in counting)
    edits = [Edit(each.start, each.end) for each in (*counting, *time) if each is not kept]
    if len(_named_in(kept, scene)) > 1 or len(kept.levers) > 1 or listed:
        rest = None if listed or len(levers) >= _THREE else _rest_of(kept, scene)
        edits.append(rest or Edit(kept.start, kept.end, _said(kept, scene, lines)))
    return [found], [*edits, *_list_words(scene)]


def has_number(ask: Asked, scene: Scene) -> bool:
    """Whether an ask says how much: a sum of base, or any number of what else it names."""
    plain = asked_part(scene.sentence_at(ask.start).folded)
    other = ask.vague is None and bool(set(ask.levers) & _SIZED)
    return ask.figure is not None or (other and any(each.isdigit() for each in plain))


def _said(kept: Asked, scene: Scene, lines: Lines) -> str:
    """The ask that stays, alone in a sentence; one that is not of base word for word."""
    if "base" not in kept.levers:
        return scene.draft[kept.start : kept.end]
    figure = figure_said(scene.draft, kept)
    return lines.ask.replace("{figure}", figure) if figure else lines.plain


def _parts(ask: Asked, scene: Scene) -> list[Span]:
    """The parts of what a sentence asks between its commas and joining words, by offsets in the draft."""
    plain = AS_OFFERED.sub(lambda found: "-" * len(found.group()), scene.sentence_at(ask.start).folded)
    begin = len(plain) - len(asked_part(plain))
    cuts = list(_PARTS.finditer(plain, begin))
    begins = [begin, *(each.end() for each in cuts)]
    ends = [*(each.start() for each in cuts), len(plain)]
    return [(ask.start + a, ask.start + b) for a, b in zip(begins, ends, strict=True)]


def _levers_of(part: Span, ask: Asked, scene: Scene) -> tuple[Lever, ...]:
    """What one part of a sentence asks for: the sum of the base is base, also unnamed."""
    plain = folded(scene.draft[part[0] : part[1]])
    if _NOT_MORE.search(plain):
        return ()
    found = tuple(
        each
        for each in levers_in(plain, said=True)
        if each not in ("info", "time") and (each != "start" or _STARTS.search(plain))
    )
    if not found and _PERCENT.search(plain):
        found = ("equity",)
    of_base = ask.figure is not None and part[0] <= ask.figure[0] < part[1] and "base" in ask.levers
    return ("base",) if of_base else found


def _named_in(ask: Asked, scene: Scene) -> frozenset[Lever]:
    """The things that one sentence asks for; those of a package for a yes count as one."""
    if _A_DEAL.match(scene.sentence_at(ask.start).folded):
        return frozenset(ask.levers[:1])
    return frozenset(each for part in _parts(ask, scene) for each in _levers_of(part, ask, scene))


def _rest_of(kept: Asked, scene: Scene) -> Edit | None:
    """The cut that leaves of a sentence only its base and figure, in the writer's own words; None if hard."""
    plain = scene.sentence_at(kept.start).folded
    if "base" not in kept.levers or kept.figure is None or not CUE.search(plain):
        return None
    parts = _parts(kept, scene)
    own = next(at for at, each in enumerate(parts) if each[0] <= kept.figure[0] < each[1])
    others = [at for at, each in enumerate(parts) if set(_levers_of(each, kept, scene)) - {"base"}]
    if not others or min(others) < own or set(levers_in(folded(scene.draft[slice(*parts[own])]))) - {"base"}:
        return None
    last = max(others)
    while last + 1 < len(parts) and _A_THING.fullmatch(folded(scene.draft[slice(*parts[last + 1])])):
        last += 1  # "..., 30 days of holiday and a company laptop"
    end = parts[last][1]
    return Edit(parts[own][1], len(scene.draft[:end].rstrip(" .?!")))


def _list_words(scene: Scene) -> list[Edit]:
    """The words around several asks: "I have two requests:" before a list, "Can you do both?" behind."""
    edits = []
    for at, each in enumerate(scene.body):
        leads = (
            not each.bullet
            and at + 1 < len(scene.body)
            and scene.body[at + 1].bullet
            and each.text.endswith(":")
        )
        ends = closes(each.folded) or "let me know" in each.folded
        if leads or (ends and re.search(r"\b(?:these|those|all|them|both)\b", each.folded)):
            edits.append(Edit(each.start, each.end))
    return edits
