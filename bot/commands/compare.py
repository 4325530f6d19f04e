"""`/compare`: two to five offers side by side over four years, and what would level them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.compare_reply import LONGEST_NAME, CompareFacts, side_by_side
from bot.commands.compare_today import beside_today
from bot.commands.compare_words import Wish, named_in, names_of, read_wish
from bot.commands.judging import job_of
from bot.commands.keeping import brought_up, let_go, taken_up
from bot.commands.offer_job import job_heard
from bot.commands.several import MOST, left_off, offers_in
from bot.commands.shelf import all_offers, same
from bot.commands.verdict import PASTE, judged_reply
from bot.memory.case import Case, Question, Shelved
from bot.offers.offer import Offer
from bot.turn import Button, Field, Form, Reply
from bot.understand.intent import intent
from bot.voice import render

__all__ = ["COMMAND", "FORM", "CompareFacts"]

_OPEN = Button("Paste the other offer", "compare.open")

FORM = Form(
    id="compare",
    title="Compare two offers",
    fields=(
        Field(
            "first",
            "One offer, as you got it",
            multiline=True,
            placeholder="Acme: 185k base, 15% bonus, 20k sign-on, 120k RSUs over 4 years",
        ),
        Field(
            "second",
            "The other; leave it empty for the one I have read",
            multiline=True,
            required=False,
            placeholder="Globex: 170k base, 40,000 options at a strike of $1.20, 0.2% of the company",
        ),
    ),
    submit="Compare",
)


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Compare the offers pasted with the command, or those at hand; ask for one that is missing."""
    case = replace(case, question=None) if ask.known else case
    pasted = [ask.options[name] for name in ("first", "second") if ask.options.get(name, "").strip()]
    wish = read_wish(ask.options.get("offers", "") or ask.text)
    if ask.known and wish.stops:
        return Outcome(Reply(render("compare_stop", offers=len(all_offers(case))), "compare"), case)
    if wish.drop is not None:
        return _drop(wish.drop, case, setting)
    found = [offer for text in pasted for offer in offers_in(text)] or list(offers_in(wish.rest))
    if found:
        wish = replace(wish, months=None)  # the years are those of a grant
        with_today = beside_today(found, wish.rest, wish, case, setting)
        if with_today is not None:
            return with_today
        case = _taken(found, wish.rest, case)
        chosen = [each for each in all_offers(case) if any(_is(each, offer) for offer in found)]
        outcome = _compared(chosen if len(chosen) > 1 else all_offers(case), wish, case, setting)
        return _over(outcome, sum(left_off(text) for text in pasted) or left_off(wish.rest))
    kept = all_offers(case)
    named = named_in(wish.rest, names_of(kept))
    if wish.rest and not named and wish.months is None and not (ask.spoken and not ask.known) and not pasted:
        return _another_wish(ask, case, setting) or _unclear(case)
    chosen = [kept[at] for at in named] if len(named) > 1 else list(kept)
    return _compared(chosen, wish, case, setting)


def _over(outcome: Outcome, too_many: int) -> Outcome:
    """The outcome, saying how many offers of the text were left off, where any were."""
    reply = outcome.reply
    if not too_many or not isinstance(reply.facts, CompareFacts):
        return outcome
    text = f"{render('compare_too_many', most=MOST, too_many=too_many)}\n\n{reply.text}"
    return replace(outcome, reply=replace(reply, text=text, facts=replace(reply.facts, too_many=too_many)))


def _taken(found: Sequence[Offer], text: str, case: Case) -> Case:
    """The case with the offers just read; of one alone the words around say its job too."""
    about = job_of(found[0]).over(case.me)
    if len(found) == 1 and text:
        about = job_heard(found[0], text, "", case.me).about
    return taken_up(case, found, about)


def _is(each: Shelved, offer: Offer) -> bool:
    """Whether an offer kept is the one just read, also where the person has put its terms right."""
    if offer.company is not None and each.offer.company is not None:
        return each.offer.company.casefold() == offer.company.casefold()
    return same(each.offer, offer)


def _another_wish(ask: Ask, case: Case, setting: Setting) -> Outcome | None:
    """What other words than an offer were after, where an offer was asked for; None where nobody knows."""
    from bot.commands import COMMANDS  # noqa: PLC0415 - the table this command stands in

    meant = COMMANDS.get(intent(ask.text) or "") if ask.known else None
    if meant is None or meant.name == "compare":
        return None
    return meant.respond(Ask(text=ask.text, spoken=True), case, setting)


def _unclear(case: Case) -> Outcome:
    names = names_of(all_offers(case))
    text = render("compare_unclear", names=names)
    return Outcome(Reply(text, "compare", facts=CompareFacts(None), actions=(_OPEN,)), case)


def _compared(chosen: Sequence[Shelved], wish: Wish, case: Case, setting: Setting) -> Outcome:
    """The comparison in words, or the question for the offer that is missing."""
    if len(chosen) < 2:  # noqa: PLR2004 - a comparison is of two
        return _ask_for_another(case, setting)
    return side_by_side(chosen, wish, case, setting)


def _ask_for_another(case: Case, setting: Setting) -> Outcome:
    """One offer, or none: the form for the other, and the question left open for what is pasted next."""
    kept = names_of(all_offers(case))
    text = render("compare_ask", names=kept)
    question = Question("compare", "offer", "another", setting.now, free=True)
    reply = Reply(text, "compare", facts=CompareFacts(None), actions=(_OPEN,), form=FORM)
    return Outcome(reply, replace(case, question=question))


def _drop(name: str, case: Case, setting: Setting) -> Outcome:
    """One offer let go by its name, and the rest compared."""
    kept = all_offers(case)
    named = named_in(name, names_of(kept))
    if len(named) != 1:
        text = render("compare_no_such", said=name[:60], names=names_of(kept), many=len(named) > 1)
        return Outcome(Reply(text, "compare", facts=CompareFacts(None)), case)
    names = names_of(kept)
    gone = names.pop(named[0])
    case = let_go(case, kept[named[0]].offer)
    left = all_offers(case)
    over = render("compare_dropped", name=gone, left=names[: len(left)])
    if len(left) < 2:  # noqa: PLR2004 - nothing to compare
        return Outcome(
            Reply(over, "compare", facts=CompareFacts(None), actions=(_OPEN if left else PASTE,)), case
        )
    outcome = _compared(left, Wish(), case, setting)
    return replace(outcome, reply=replace(outcome.reply, text=f"{over}\n\n{outcome.reply.text}"))


def show(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under an offer that was read beside another."""
    return _compared(all_offers(case), Wish(), case, setting)


def show_years(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under a comparison: every sum by year."""
    return _compared(all_offers(case), Wish(whole=True), case, setting)


def take(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button that takes up one of the offers, to be judged and countered."""
    kept = all_offers(case)
    at = next((n for n, name in enumerate(names_of(kept)) if name[:LONGEST_NAME] == ask.known), None)
    if at is None:
        return _unclear(case)
    now = brought_up(case, kept[at])
    return judged_reply(now, kept[at].offer, setting, others=now.others)


def open_form(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button where an offer is missing."""
    return _ask_for_another(case, setting)


COMMAND = Command(
    name="compare",
    summary="Put two to five offers side by side over four years",
    respond=respond,
    options=(Option("offers", "text", "Offers to compare, or nothing for those I have; years, drop ACME"),),
    example="/compare Acme: 185k base, 120k RSUs vs Globex: 170k base, 0.2% equity, 30k sign-on",
    clicks={"show": show, "years": show_years, "take": take, "open": open_form},
    form=FORM,
)
