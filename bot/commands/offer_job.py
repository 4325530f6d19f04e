"""Which job an offer is for, from all that says it: its title and place, the text around, a form's box.

A misspelt role or city is put right as a look-up puts it right, and owned up to. Nothing is taken from
a profile that the offer's own title contradicts: a nurse's offer is no software engineer's.
"""

from __future__ import annotations

from dataclasses import replace

from bot.commands.about import Heard, hear
from bot.commands.judging import job_of, outside
from bot.commands.sums import DOLLARS
from bot.memory.case import About
from bot.offers.offer import Offer
from bot.understand import places, roles
from bot.understand.question import READ_AT_MOST, Question, ReadAs
from bot.understand.text import tokens

_FEW, _LONG = 8, 7  # words of a text, and letters of a word in it, that is read closely for a place
# What people say they are beside a job they are offered.
_SELVES = frozenset({"student", "volunteer", "freelancer", "entrepreneur", "stay at home parent"})


def job_heard(offer: Offer, text: str, told: str, me: About) -> Heard:
    """The job of an offer read from `text`; `told` is what a form's box says of it, `me` the profile.

    `unsure` and `beyond` are of the title or the box, `unknown` of the box alone: of words in an offer's
    title nobody expects a meaning.
    """
    heard = hear(told, About(), spoken=False)
    heard = replace(heard, about=heard.about.over(job_of(offer)))
    if heard.about.role is None and offer.title and not heard.question.unsure:
        heard = _titled(heard, offer.title)
    dollars = offer.currency in (None, DOLLARS)  # elsewhere no place sharpens anything
    if offer.location and dollars and not any(each.slot == "place" for each in heard.question.unsure):
        heard = _located(heard, hear(offer.location, About(), spoken=False).question)
    if len(tokens(text)) <= READ_AT_MOST:
        around = _misspelt(text)
        if heard.about.role is None and not (offer.title or heard.question.beyond or heard.question.unsure):
            heard = replace(heard, question=replace(heard.question, beyond=around.question.beyond))
        heard = _taken(heard, around, ("role", "place"))
        if any(read.slot == "role" for read in heard.question.read_as):  # its level stands beside it
            heard = replace(heard, about=heard.about.over(About(level=around.about.level)))
    about = heard.about.over(_of_profile(me, heard, offer))
    unsure = tuple(each for each in heard.question.unsure if each.slot != "role" or about.role is None)
    return replace(heard, about=about, question=replace(heard.question, unsure=unsure))


def _titled(heard: Heard, title: str) -> Heard:
    """What was heard, with the role that a title of two letters or a misspelt one may mean."""
    more = hear(title, About(), spoken=False)
    role, level = more.about.role, more.about.level if more.about.role else None
    question = replace(
        heard.question,
        unsure=tuple(each for each in more.question.unsure if each.slot == "role"),
        read_as=(*heard.question.read_as, *(each for each in more.question.read_as if role)),
        beyond=heard.question.beyond or more.question.beyond,
    )
    about = About(role=role, level=heard.about.level or level).over(heard.about)
    return replace(heard, about=about, question=question)


def _located(heard: Heard, read: Question) -> Heard:
    """What was heard, with the offer's place put right, owned up to, or asked about where it is several."""
    question = heard.question
    if heard.about.place is None:
        return _taken(heard, replace(heard, question=read), ("place",))
    places_ = tuple(each for each in read.unsure if each.slot == "place" and heard.about.place in each.ids)
    if places_ and len(places_[0].ids) > 1:  # "Springfield" alone
        question = replace(question, unsure=(*question.unsure, *places_))
        return replace(heard, about=replace(heard.about, place=None), question=question)
    owned = tuple(each for each in read.read_as if each.slot == "place" and each.id == heard.about.place)
    return replace(heard, question=replace(question, read_as=(*question.read_as, *owned)))


def _taken(heard: Heard, more: Heard, slots: tuple[str, ...]) -> Heard:
    """What was heard, with a role or place that `more` read as another word, where none is known yet."""
    about, read_as = heard.about, heard.question.read_as
    for read in more.question.read_as:
        if read.slot not in slots or getattr(about, read.slot) is not None:
            continue
        if read.slot == "role" and (heard.question.beyond or heard.question.unsure):
            continue
        about = replace(about, place=read.id) if read.slot == "place" else replace(about, role=read.id)
        read_as = (*read_as, read)
    return replace(heard, about=about, question=replace(heard.question, read_as=read_as))


def _misspelt(text: str) -> Heard:
    """A short text heard as a sentence: what was put right there, and an occupation without figures."""
    heard = hear(text, About(), spoken=True)
    typos = tuple(read for read in heard.question.read_as if not _listed(read))
    if len(tokens(text)) <= _FEW and not any(read.slot == "place" for read in typos):
        typos += _only_place(text, heard)
    beyond = None if heard.question.beyond in _SELVES else heard.question.beyond
    return replace(heard, question=Question(read_as=typos, beyond=beyond))


def _only_place(text: str, heard: Heard) -> tuple[ReadAs, ...]:
    """The one city that a long word of a few may be: "sanfransico", where the sentence names no other."""
    if heard.about.place is not None:
        return ()
    unsure = hear(text, About(), spoken=False).question.unsure
    found = [each for each in unsure if each.slot == "place" and len(each.ids) == 1]
    found = [each for each in found if len(each.said) >= _LONG and " " not in each.said]
    return (ReadAs("place", found[0].said, found[0].ids[0]),) if len(found) == 1 else ()


def _listed(read: ReadAs) -> bool:
    """Whether the words are a name as the vocabulary lists it: no typo, but a name with other meanings."""
    said = tokens(read.said)
    found = roles.mentions(said, terse=True) if read.slot == "role" else places.mentions(said)
    return any(mention.width == len(said) for mention in found)


def _of_profile(me: About, heard: Heard, offer: Offer) -> About:
    """What the profile may fill in: no role or level of its own where the offer has a title of another."""
    if heard.about.role is not None or not (offer.title or heard.question.beyond):
        return me
    among = {i for unsure in heard.question.unsure if unsure.slot == "role" for i in unsure.ids}
    if me.role in among and not outside(offer):
        return me
    return replace(me, role=None, level=None)
