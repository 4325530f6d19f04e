"""Finds the places named in a text, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand import gazetteer
from bot.understand.aliases import NOT_LITERAL
from bot.understand.gazetteer import REMOTE, UNITED_STATES, City, Name
from bot.understand.text import Mention, Token

# Two-letter codes that are words or jargon too (PR is public relations, AR augmented reality):
# alone they count only after "in" or a comma, or as the last word.
_WORD_CODES = frozenset({"in", "or", "me", "hi", "ok", "oh", "as", "on"})
_JARGON_CODES = frozenset(
    {"pr", "ar", "ms", "md", "pa", "ga", "id", "vi", "de", "co", "al", "mt", "ma", "ct"}
)
# Codes people type in small letters and nobody means otherwise.
_TYPED_CODES = frozenset(
    {
        "tx",
        "nj",
        "nc",
        "ky",
        "tn",
        "wi",
        "nv",
        "nm",
        "nh",
        "ks",
        "ut",
        "az",
        "ca",
        "wa",
        "va",
        "fl",
        "mn",
        "wv",
    }
)
_INTRODUCERS = frozenset({"in", "at", "near", "from", "around", "within", "to", "of"})
# Before a name that is an ordinary word: "an offer from Harvey" is no town in Illinois.
_INSIDE = frozenset({"in", "near"})
_PRONOUN_US = frozenset(
    {"the", "in", "remote", "across", "within", "continental", "outside", "entire", "whole"}
)
# "en la ciudad", "je travaille la": no Los Angeles in small letters after these.
_ROMANCE = frozenset({"a", "con", "de", "dans", "e", "en", "et", "para", "por", "que", "sur", "y"})
_INSIDE_OF = frozenset({"in", "within", "near", "around", "else"})
_DAYS = frozenset(
    {"day", "days", "fridays", "mondays", "tuesdays", "wednesdays", "thursdays", "friday", "friendly"}
)
_MONTHS = frozenset({"march", "april", "may", "june", "july", "august"})
_TRAILERS = frozenset({"metro", "metropolitan", "area", "region", "msa"})
_LEADERS = frozenset({"greater", "metro", "downtown", "metropolitan"})

_COLUMBUS_SIZED = 25_000
_SINGLE_WORD, _SEVERAL_WORDS, _INTRODUCED = 40_000, 10_000, 5_000
_NEAR = 3  # characters between words that still belong together: a space, ", ", " - "
_SHORT_TEXT = 12


class Reader:
    """Reads one text from left to right."""

    def __init__(self, words: Sequence[Token], *, sure: bool = False) -> None:
        self._tokens = words
        self._words = [gazetteer.same(token.fold) for token in words]
        self._sure = sure
        self._shouting = len(words) > 1 and all(t.raw.isupper() for t in words if t.raw.isalpha())
        self.unplaced: list[range] = []
        """Words that name a part of the world or the country that is no place here: "the Midwest"."""

    def read(self) -> list[Mention]:
        """Mentions in order."""
        found: list[Mention] = []
        self.unplaced.clear()
        at = 0
        while at < len(self._words):
            mention = self._named(at) or self._lone_code(at)
            if mention is None:
                at += 1
                continue
            lead = mention.first - 1
            free = found[-1].last if found else 0
            if lead >= free and self._words[lead] in _LEADERS:
                mention = replace(mention, first=lead)
            at = mention.last
            if mention.ids:
                found.append(mention)
            else:
                self.unplaced.append(range(mention.first, mention.last))
        return found

    def _named(self, at: int) -> Mention | None:
        word = self._words[at]
        counts = {*gazetteer.spans().get(word, ()), *gazetteer.city_starts(word)}
        for count in sorted(counts, reverse=True):
            end = at + count
            if end > len(self._words) or not self._together(at, end):
                continue
            name = " ".join(self._words[at:end])
            listed, cities = gazetteer.names().get(name), gazetteer.cities(name)
            found = self._settled(at, end, cities) or self._listed(name, at, end, listed)
            if found and not found.ids and self._names_past(at, end):
                continue
            if found and found.ids == (REMOTE,) and self._some_days(at, end):
                continue
            if name == "anywhere" and end < len(self._words) and self._words[end] in _INSIDE_OF:
                continue  # "anywhere in Europe" is Europe
            if found is None and cities and listed is None:
                found = self._bare(name, at, end, cities)
            if found is not None:
                return found
        return None

    def _names_past(self, at: int, end: int) -> bool:
        """Whether a place's name begins inside `[at, end)` and ends after it: "the North" Carolina."""
        inner = (self._named(i) for i in range(at + 1, end))
        return any(mention and mention.ids and mention.last > end for mention in inner)

    def _some_days(self, first: int, last: int) -> bool:
        """Whether only days are worked away: "2 days remote", "work from home Fridays"."""
        around = self._words[max(0, first - 2) : first] + self._words[last : last + 2]
        return not _DAYS.isdisjoint(around) or self._words[first - 1 : first] == ["rest"]

    def _together(self, first: int, last: int) -> bool:
        pairs = zip(self._tokens[first : last - 1], self._tokens[first + 1 : last], strict=True)
        return all(right.start - left.end <= _NEAR for left, right in pairs)

    def _settled(self, at: int, end: int, cities: Sequence[City]) -> Mention | None:
        """Read a city with its state or country beside it."""
        if not cities or end >= len(self._words) or not self._together(end - 1, end + 1):
            return None
        if self._words[end] == "in" and end + 1 < len(self._words):  # "Portland in Maine"
            code, last = self._state(end + 1)
            within = [c for c in cities if c.region == code]
            if within and len(self._words[end + 1]) > len("me"):
                return Mention("place", (within[0].area,), at, last, self._literal(at, end, within[0].area))
        code, last = self._state(end)
        known = [c for c in cities if code and c.region == code]
        if known and self._means_state(at, end, last, known[0]):
            score = self._literal(at, end, known[0].area)
            return Mention("place", (known[0].area,), at, self._country_after(last), score)
        country, last = self._country(end)
        if country == UNITED_STATES:
            home = [c for c in cities if not c.abroad]
            return self._ranked(home, at, end, last) if home and home[0].population >= _INTRODUCED else None
        if country and any(c.area == country for c in cities):
            return Mention("place", (country,), at, last)
        return None

    def _means_state(self, at: int, end: int, last: int, city: City) -> bool:
        token = self._tokens[end]
        if last - end > 1 or len(token.fold) > len("ca") or token.raw.isupper():
            return True
        if token.fold not in _WORD_CODES:
            return True
        # "columbus in" but not "austin in 2026"; "offer, in" is no town of Indiana.
        listed = city.population >= _COLUMBUS_SIZED and self._words[at] not in gazetteer.guarded()
        comma = token.start - self._tokens[end - 1].end > 1
        return listed and (comma or last == len(self._words))

    def _state(self, at: int) -> tuple[str | None, int]:
        """State or province named at a word, by name or code, and where it ends."""
        for count in (3, 2, 1):
            name = " ".join(self._words[at : at + count])
            if at + count <= len(self._words) and (code := gazetteer.state_names().get(name)):
                return code, at + count
        code = self._tokens[at].fold.upper()
        if code in gazetteer.states() or code in gazetteer.PROVINCES:
            return code, at + 1
        return None, at

    def _country(self, at: int) -> tuple[str | None, int]:
        for count in (5, 4, 3, 2, 1):
            if at + count <= len(self._words):
                listed = gazetteer.names().get(" ".join(self._words[at : at + count]))
                for id_ in (*listed.ids, *listed.others) if listed else ():
                    if id_ in gazetteer.places() and gazetteer.places()[id_].kind in ("country", "us"):
                        return id_, at + count
        raw = self._tokens[at].raw.replace(".", "")
        if raw in ("US", "us"):
            return UNITED_STATES, at + 1
        code = raw.upper()
        return (code, at + 1) if len(code) == 2 and code in gazetteer.places() else (None, at)  # noqa: PLR2004

    def _country_after(self, last: int) -> int:
        """Take in "USA" after a city and its state."""
        if last < len(self._words) and self._together(last - 1, last + 1):
            if self._words[last] == "us" and self._tokens[last].raw.replace(".", "") != "US":
                return last
            country, end = self._country(last)
            if country in (UNITED_STATES, "CA") and self._words[last] not in ("ca",):
                return end
        return last

    def _listed(self, name: str, at: int, end: int, listed: Name | None) -> Mention | None:
        if listed is None:
            return None
        if end - at == 1 and name in gazetteer.guarded() and not self._introduced(at, _INSIDE):
            return None
        raw = self._tokens[at].raw
        if name == "la" and raw.islower() and at and self._words[at - 1] in _ROMANCE:
            return None
        if name == "eu" and not (raw.isupper() or end == len(self._words) or self._introduced(at)):
            return None
        # "US and Canada", the Midwest: understood, and no place pay is known for.
        ids = tuple(i for i in listed.ids if i in gazetteer.places())
        if ids == (UNITED_STATES,) and name == "us":
            return None
        end = self._trailing(end)
        if len(ids) == 1 and gazetteer.places()[ids[0]].kind not in ("country", "us"):
            if end < len(self._words) and self._together(end - 1, end + 1):
                code, last = self._state(end)
                state = gazetteer.places()[ids[0]].state
                end = last if code and code == state and ids[0] != gazetteer.states()[code] else end
            end = self._country_after(end)
        score = NOT_LITERAL if listed.loose else 100.0
        return Mention("place", ids, at, end, score, listed.others)

    def _bare(self, name: str, at: int, end: int, cities: Sequence[City]) -> Mention | None:
        """Read a city's name with nothing beside it."""
        biggest = max(city.population for city in cities)
        main = any((name, city.area) in gazetteer.first_cities() for city in cities)
        needed: int | None
        if self._sure:
            needed = 0
        elif end - at > 1:
            needed = _SEVERAL_WORDS
        elif name in _MONTHS:
            needed = None
        elif name in gazetteer.guarded():
            needed = _INTRODUCED if self._introduced(at, _INSIDE) else None
        elif main or self._introduced(at):
            needed = _INTRODUCED
        else:
            needed = _SINGLE_WORD
        if needed is None or (biggest < needed and not main):
            return None
        return self._ranked(cities, at, end, self._trailing(end))

    def _ranked(self, cities: Sequence[City], at: int, end: int, last: int) -> Mention:
        ids, others = gazetteer.rank(cities)
        return Mention("place", ids, at, last, self._literal(at, end, ids[0]), others)

    def _literal(self, at: int, end: int, area: str) -> float:
        """Score of a city read as its area: less than 100 where the area goes by another city's name."""
        place = gazetteer.places()[area]
        if place.kind not in ("metro", "nonmetro"):
            return 100.0
        shown = set(gazetteer.key(place.name.rpartition(", ")[0]).split())
        said = set(self._words[at:end])
        return 100.0 if shown and (said <= shown or shown <= said) else NOT_LITERAL

    def _introduced(self, at: int, by: frozenset[str] = _INTRODUCERS) -> bool:
        if self._sure:
            return True
        return at > 0 and self._words[at - 1] in by and self._tokens[at].raw[:1].isupper()

    def _trailing(self, end: int) -> int:
        for _ in range(2):
            if end < len(self._words) and self._words[end] in _TRAILERS and self._together(end - 1, end + 1):
                end += 1
        return end

    def _lone_code(self, at: int) -> Mention | None:
        token, word = self._tokens[at], self._tokens[at].fold
        before = self._words[at - 1] if at else ""
        last = at + 1 == len(self._words)
        if word == "us":
            brief = last and at and len(self._words) <= _SHORT_TEXT // 2
            verbs = (
                "tell",
                "give",
                "show",
                "help",
                "for",
                "to",
                "with",
                "let",
                "about",
                "of",
                "between",
                "join",
            )
            written = token.raw.replace(".", "") == "US" and not self._shouting
            if written or token.raw == "U.S" or before in _PRONOUN_US or (brief and before not in verbs):
                return Mention("place", (UNITED_STATES,), at, at + 1)
            return None
        state = gazetteer.states().get(word.upper())
        if state is None:
            return None
        introduced = before in ("in", "from", "near") or bool(
            at and token.start - self._tokens[at - 1].end > 1
        )
        capitals = token.raw.replace(".", "").isupper()
        if not capitals:
            fine = word in _TYPED_CODES and len(self._words) <= _SHORT_TEXT
        elif word in _WORD_CODES:
            fine = introduced and not self._shouting
        elif word in _JARGON_CODES:
            fine = introduced or last or self._sure
        else:
            fine = True
        return Mention("place", (state,), at, at + 1) if fine or self._sure else None
