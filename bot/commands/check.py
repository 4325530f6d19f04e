"""`/check`: a draft read before it is sent, and handed back mended. The draft itself is never kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.check_draft import draft_in, is_draft, is_english, is_over, is_theirs
from bot.commands.check_ground import (
    Ground,
    ground_of,
    in_its_measure,
    instead_of,
    lines_of,
    plan_of,
    supported,
)
from bot.commands.evidence_texts import NAMES
from bot.commands.offer import PASTE
from bot.market.quote import Quote
from bot.memory.case import Case, Question
from bot.playbook.check.reading import MOST_SHOWN, check, costliest, look
from bot.playbook.check.shapes import (
    TOO_LONG,
    Checked,
    Kind,
    Lever,
    Purpose,
    Span,
    Strength,
    Why,
)
from bot.playbook.check.support import below_median, wanted_of
from bot.playbook.counter import Counter
from bot.turn import Action, Button, Field, File, Form, Reply
from bot.voice import render

DRAFT = "draft"  # what an open question waits for
_QUOTED = 90  # characters of a person's words shown beside a finding
_TWICE = 2  # quotes shown for one kind

FORM = Form(
    id="check",
    title="Check a draft",
    fields=(
        Field(
            "draft",
            "Your draft, as you would send it",
            multiline=True,
            placeholder="Hi Dana, thank you for the offer ...",
        ),
    ),
    submit="Check it",
)
_TO_FILL = ("[GAP:", "[recruiter's name]", "[a day]", "[the day you want]", *NAMES)  # in our own letters
_AGAIN = Button("Check another", "check.open")
_COUNTER = Button("Write the counter", "counter.write")


@dataclass(frozen=True, slots=True)
class Found:
    """One kind of mistake: where its words stand, why it is one, whether the improved draft is rid of it."""

    kind: Kind
    spans: tuple[Span, ...]
    why: Why
    mended: bool


@dataclass(frozen=True, slots=True)
class AskedFor:
    """One thing the draft asks for: its levers, and its figure of base (`low` = `high` but for a range)."""

    levers: tuple[Lever, ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What was found, dearest first, without the draft's words; lengths are counts of words.

    `shown` kinds of mistake stand in the reply, `left_out` smaller ones do not.
    `quote` is the figure the market sentence rests on and `counter` the number proposed where the draft
    names none; both None where nothing is known. `below_pct` is how far under the median the number lies,
    in percent of the median, where that is far. `instead` is the counter without the draft's own number,
    which a sentence to say instead may name, and `work` the person's own account that it may use.
    """

    findings: tuple[Found, ...] = ()
    purpose: Purpose | None = None
    strong: Strength = ""
    words: int = 0
    words_limit: int = TOO_LONG
    improved_words: int = 0
    asks: tuple[AskedFor, ...] = ()
    offered: float | None = None
    quote: Quote | None = None
    counter: Counter | None = None
    below_pct: float | None = None
    shown: int = 0
    left_out: int = 0
    instead: Counter | None = None
    work: str = ""


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Check the draft in the words, or ask for one."""
    closed = replace(case, question=None) if case.question and case.question.command == "check" else case
    said = ask.options.get("draft") or ask.text
    if ask.known == DRAFT and is_over(said):
        return Outcome(Reply(render("check_none", why="over"), "check", facts=CheckFacts()), closed)
    draft = draft_in(said)
    if not draft:
        return _asked_for(ask, closed, setting)
    if is_theirs(draft):
        reply = Reply(
            render("check_none", why="theirs"), "check", facts=CheckFacts(), actions=(PASTE, _AGAIN)
        )
        return Outcome(reply, closed)
    if not is_english(draft):
        reply = Reply(render("check_none", why="language"), "check", facts=CheckFacts(), actions=(_AGAIN,))
        return Outcome(reply, closed)
    if not is_draft(draft):
        reply = Reply(render("check_none", why="short"), "check", facts=CheckFacts(), actions=(_AGAIN,))
        return Outcome(reply, closed)
    return Outcome(_checked(draft, case, setting), closed)


def _asked_for(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The form, and where there are no forms the next message."""
    next_ = setting.where == "terminal" or ask.spoken
    question = Question("check", DRAFT, DRAFT, setting.now, free=True) if next_ else None
    text = render("check_paste", next_message=next_)
    return Outcome(Reply(text, "check", facts=CheckFacts(), form=FORM), replace(case, question=question))


def open_form(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under a check: the form once more."""
    return _asked_for(Ask(), case, setting)


def _checked(draft: str, case: Case, setting: Setting) -> Reply:
    ground = ground_of(case, setting)
    asked = wanted_of(look(draft, ground.known).asks)
    if asked is not None and not in_its_measure(asked, ground):
        ground = replace(ground, quote=None)  # the figures are dollars a year, and are never converted
    plan = plan_of(ground, asked)
    lines = lines_of(ground, asked, plan, case)
    below = below_median(asked, ground.quote) if supported(ground, asked, plan) == "median" else None
    checked = check(draft, ground.known, lines)
    worth_saying = costliest(checked.looked)
    shown = worth_saying[:MOST_SHOWN]
    text = render(
        "check",
        findings=[_shown(checked, kind, draft) for kind in shown],
        left_out=len(worth_saying) - len(shown),
        strong=checked.looked.strong,
        purpose=checked.looked.purpose,
        words=checked.looked.words,
        limit=TOO_LONG,
        improved=checked.improved if checked.improved != draft else "",
        gaps=any(each in checked.improved for each in _TO_FILL),
        offered=lines.offered,
        below_pct=below,
    )
    file = File("draft.txt", checked.improved, shown=True) if checked.improved != draft else None
    facts = replace(
        _facts(checked, ground, plan),
        below_pct=below,
        shown=len(shown),
        left_out=len(worth_saying) - len(shown),
        instead=instead_of(ground),
        work=case.work,
    )
    return Reply(text, "check", facts=facts, actions=_actions(checked, ground), file=file)


def _shown(checked: Checked, kind: Kind, draft: str) -> dict[str, object]:
    """One kind as the reply shows it: the words, why, and what to say instead."""
    found = [each for each in checked.looked.findings if each.kind == kind]
    spans = sorted(span for each in found for span in each.spans)
    quotes = list(dict.fromkeys(_cut(draft[start:end]) for start, end in spans))
    return {
        "kind": kind,
        "why": found[0].why,
        "better": next((each.better for each in found if each.better), ""),
        "quotes": quotes[:_TWICE],
        "more": len(quotes) - _TWICE,
        "mended": kind in checked.mended,
    }


def _cut(said: str) -> str:
    """Words to quote: on one line, the first part of many."""
    plain = " ".join(said.split()).rstrip(".,;:")
    return plain if len(plain) <= _QUOTED else plain[:_QUOTED].rsplit(" ", 1)[0] + " …"


def _actions(checked: Checked, ground: Ground) -> tuple[Action, ...]:
    unnamed = checked.looked.kinds & {"no_ask", "vague_ask", "base_alone"}
    return (_COUNTER, _AGAIN) if unnamed and ground.judged else (_AGAIN,)


def _facts(checked: Checked, ground: Ground, plan: Counter | None) -> CheckFacts:
    looked = checked.looked
    return CheckFacts(
        findings=tuple(Found(f.kind, f.spans, f.why, f.kind in checked.mended) for f in looked.findings),
        purpose=looked.purpose,
        strong=looked.strong,
        words=looked.words,
        improved_words=checked.improved_words,
        asks=tuple(AskedFor(each.levers, each.low, each.high) for each in looked.asks),
        offered=ground.judged.offer.base_amount if ground.judged else None,
        quote=ground.quote,
        counter=plan,
    )


COMMAND = Command(
    name="check",
    summary="A draft read before you send it: what costs you, and a better one",
    respond=respond,
    options=(Option("draft", "text", "The email or message you mean to send, or nothing for a form"),),
    example="/check Hi Ana, thank you for the offer. Is there any flexibility?",
    clicks={"open": open_form},
    form=FORM,
)
