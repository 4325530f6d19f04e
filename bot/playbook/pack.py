"""The evidence pack: what a person built, how they knew it worked, why they can do it again.

Playbook, section 2. The words are the person's own; they are kept encrypted with the rest of a case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST_WORKFLOWS = 5
LONGEST = 700  # characters of one field, whoever writes it; more is no sentence or two


@dataclass(frozen=True, slots=True)
class Workflow:
    """One piece of work: `what` was built or run, with which `tools`, and what came of it (`outcome`).

    `what` is "" only while a later part of it is already known.
    """

    what: str
    tools: str = ""
    outcome: str = ""

    def __post_init__(self) -> None:
        """Hold each field to its length, whichever command or store it comes from."""
        for name in ("what", "tools", "outcome"):
            object.__setattr__(self, name, cut(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Pack:
    """The three parts. `quality` is how the person knew it worked, `portability` why it can be repeated."""

    workflows: tuple[Workflow, ...] = ()
    quality: str = ""
    portability: str = ""

    def __post_init__(self) -> None:
        """Hold the workflows to their number and the stories to their length."""
        object.__setattr__(self, "workflows", self.workflows[:MOST_WORKFLOWS])
        for name in ("quality", "portability"):
            object.__setattr__(self, name, cut(getattr(self, name)))


def cut(words: str) -> str:
    """The words to `LONGEST` characters, ended between two words where there are any.

    >>> len(cut("an agent " * 500)) <= LONGEST
    True
    """
    if len(words) <= LONGEST:
        return words
    whole, space, _ = words[: LONGEST + 1].rpartition(" ")
    return (whole if space else words[:LONGEST]).rstrip()


def with_work(pack: Pack, work: str) -> Pack:
    """The pack with a sentence on work before all others, for the next counter.

    It takes the place of a first workflow that is one sentence itself, and of the first one where there
    are `MOST_WORKFLOWS`; a workflow with tools or an outcome stays, behind it.
    """
    if not work or any(work == each.what for each in pack.workflows[:1]):
        return pack
    first, later = pack.workflows[:1], pack.workflows[1:]
    if first and (first[0] == Workflow(first[0].what) or len(pack.workflows) == MOST_WORKFLOWS):
        return replace(pack, workflows=(Workflow(work), *later))
    return replace(pack, workflows=(Workflow(work), *pack.workflows))


def with_proof(pack: Pack, proof: str) -> Pack:
    """The pack with how the person knew it worked; "" changes nothing."""
    return replace(pack, quality=proof) if proof else pack


def said_work(pack: Pack) -> str:
    """The first workflow in the person's words, its outcome included, without the last full stop; or ""."""
    first = next((each for each in pack.workflows if each.what), None)
    return joined(first.what, first.outcome) if first else ""


def said_proof(pack: Pack) -> str:
    """How the person knew it worked, without the last full stop; or ""."""
    return joined(pack.quality)


def joined(*sentences: str) -> str:
    """Sentences one after another, each with a capital first, without the last full stop.

    >>> joined("I built a bot.", "errors halved")
    'I built a bot. Errors halved'
    """
    found = [each.strip().rstrip(". ") for each in sentences]
    return ". ".join(capital(each) for each in found if each)


def capital(words: str) -> str:
    """The words with a capital first, unless the first has one inside ("iOS").

    >>> capital("response time fell")
    'Response time fell'
    """
    first = words.split(maxsplit=1)[:1]
    own = bool(first) and any(letter.isupper() for letter in first[0][1:])
    return words if own else words[:1].upper() + words[1:]
