"""What to press under a counter: another form or tone of it, what they may say, what they answered."""

from __future__ import annotations

from bot.commands.counter_wish import Wish, shown
from bot.offers.offer import Offer
from bot.playbook.asks import STEPS, round_down, step_for
from bot.playbook.counter import Counter
from bot.turn import Action, Button, Choice, Select
from bot.understand.counter_talk import Form, Tone
from bot.voice import render

ANSWERED = Button("What they answered", "decide.show")
FORMS: tuple[tuple[Form, str], ...] = (("email", "Email"), ("chat", "Chat message"), ("call", "Call script"))
TONES: tuple[tuple[Tone, str], ...] = (("warm", "Warm"), ("neutral", "Neutral"), ("firm", "Firm"))


def actions(wish: Wish, plan: Counter, offer: Offer) -> tuple[Action, ...]:
    """The other forms and tones of the same counter, and what they may say to it."""
    forms = tuple(
        Button(label, "counter.show", shown(wish, form=form))
        for form, label in FORMS
        if form != (wish.form or "email")
    )
    tones = tuple(
        Button(label, "counter.show", shown(wish, tone=tone)) for tone, label in TONES if tone != wish.tone
    )
    return (
        *forms,
        *tones,
        Select("If they say ...", "counter.say", _choices(plan, offer)),
        ANSWERED,
    )


def _choices(plan: Counter, offer: Offer) -> tuple[Choice, ...]:
    """What they may say: with a number between theirs and the one asked for, where that is a base."""
    found = [] if plan.stuck else [Choice("The band is fixed", "fixed")]
    found += [Choice("This is final", "final"), Choice("We need your answer today", "today")]
    if plan.lever == "base" and plan.offered is not None and plan.ask > plan.offered:
        step = step_for(plan.offered, STEPS[plan.period])
        between = max(round_down((plan.offered + plan.ask) / 2, step), plan.offered)
        said = render("counter_sign_choice", plan=plan, amount=between, currency=offer.currency)
        found.append(Choice(said, f"sign_at;{between:.10g}"))
    return tuple(found)
