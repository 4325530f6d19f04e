"""Numbers of persons, accounts and cards painted over before anything else reads a text.

What is masked keeps its length, so that places in the text stay true: digits and letters of the number
become MASK, blanks and dashes stay. Pay is never touched. A number is masked where its own check holds
(cards, IBAN, Aadhaar), where its shape is like nothing else (a US social security number with its dashes,
an Indian PAN), or where the words before it say what it is and it is written as no amount is.

Every pattern is bounded, so a text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

MASK: Final = "█"

_SHOWN: Final = re.compile(r"[0-9A-Za-z]")
_DASH: Final = "[-\u2010-\u2015]"
_GAP: Final = "[ \u00a0\u2009\u202f\u2010-\u2015-]"
_ALONE: Final = r"(?<![0-9A-Za-z$€£₹¥.,/-])"  # an amount's middle is no beginning
_END: Final = r"(?![0-9A-Za-z%]|[.,][0-9])"

_ANY_NUMBER: Final = re.compile(r"[0-9]{2}")


@cache
def _shapes() -> re.Pattern[str]:
    """Numbers whose shape is like nothing else."""
    return re.compile(
        rf"{_ALONE}(?:"
        # US social security and taxpayer numbers, with their dashes
        rf"(?!000|666)[0-9]{{3}}{_DASH}(?!00)[0-9]{{2}}{_DASH}(?!0000)[0-9]{{4}}"
        # UK national insurance
        r"|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]"
        # Indian permanent account number: the fourth letter says who holds it
        r"|[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]"
        # Swiss AHV, with its dots
        r"|756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}"
        # Singapore NRIC and FIN
        r"|[STFGM][0-9]{7}[A-Z]"
        rf"){_END}"
    )


@cache
def _grouped() -> re.Pattern[str]:
    """Long numbers, which their own check tells."""
    return re.compile(
        rf"{_ALONE}(?:[0-9]{{4}}(?:{_GAP}[0-9]{{4}}){{2,3}}(?:{_GAP}[0-9]{{1,3}})?"
        rf"|[0-9]{{4}}{_GAP}[0-9]{{6}}{_GAP}[0-9]{{4,5}}|[0-9]{{13,19}}){_END}"
    )


_BLANKS: Final = re.compile("[ \u00a0]")  # with dashes, twelve digits may be anybody's reference
_IBAN: Final = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}(?:[ \u00a0-]?[0-9A-Za-z]){11,30}")
_IBAN_LENGTHS: Final = {
    country: length
    for length, countries in {
        15: "NO", 16: "BE", 18: "DK FI FO GL NL", 19: "MK SI", 20: "AT BA EE KZ LT LU XK", 21: "CH HR LI LV",
        22: "BG DE GB IE ME RS BH", 23: "AE GI IL", 24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "PT",
        26: "IS TR", 27: "FR GR IT MC MR SM", 28: "AL AZ CY DO GT HU LB PL", 29: "BR EG PS QA UA",
        30: "JO KW MU", 31: "MT SC",
    }.items()
    for country in countries.split()
}  # fmt: skip
_LETTERS_AS_FIGURES: Final = {ord(letter): str(int(letter, 36)) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_SEPARATORS: Final = {ord(mark): None for mark in " \u00a0\u2009\u202f-\u2010\u2011\u2012\u2013\u2014\u2015"}

# What may stand between the words that name a number and the number: "(SSN) no.: ".
_MARK: Final = r"(?:number|num|nr|no|code|id|#)"
_COLON: Final = r"(?:\s{0,2}(?:is|was|as|of|[:=#|*.)(–-])){0,3}[\s:]{0,4}"
_ASIDE: Final = r"(?:\s{0,2}\([^()\n]{1,24}\))?"
_MAYBE: Final = rf"{_ASIDE}\s{{0,2}}{_MARK}?{_ASIDE}{_COLON}"
_NAMED_SO: Final = rf"{_ASIDE}\s{{0,2}}{_MARK}{_ASIDE}{_COLON}"

_NINE: Final = r"[0-9]{3}[ .\u00a0-]?[0-9]{2,3}[ .\u00a0-]?[0-9]{3,4}|[x*•]{2,5}[ -]?[x*•]{2,5}[ -]?[0-9]{4}"
_MANY: Final = r"[a-z]{0,4}[0-9](?:[ -]?[0-9]){3,19}|[x*•]{2,16}[ -]?[0-9]{3,5}"
_PAPER: Final = (
    r"[a-z]{1,3}[ -]?[0-9]{5,12}[a-z]?|[0-9]{7,12}[a-z]?"
    r"|[0-9]{2}[a-z]{2}[0-9]{5}|[a-z][0-9]{3}(?:-[0-9]{2,4}){2,4}"
)
_DAY: Final = (
    r"[0-9]{1,4}[-/. ](?:[0-9]{1,2}|[a-z]{3,9})[-/., ]{1,2}[0-9]{2,4}"
    r"|[a-z]{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}"
)

# Words that name a number, what must follow them, and the shapes the number may have: never an amount's.
_LABELS: Final = (
    (r"ssn|s\.s\.n\.?|social security|social insurance|itin|taxpayer|tax(?= ?(?:id|nu|no|#|file))(?: file)?"
     r"|steuer-?id|bsn|burgerservicenummer|sin", _MAYBE, _NINE),
    (r"aadha?ar(?: card)?|uidai|pesel|personnummer|svnr|ahv|cpf|nric", _MAYBE, _MANY),
    (r"(?:account|acct\.?|a/c|konto|iban|transit|aba|card)", _NAMED_SO, _MANY),
    (r"kontonummer|routing", _MAYBE, _MANY),
    (r"passport|driver'?s? licen[cs]e|driving licen[cs]e|alien registration|a-number|uscis|i-94|national id"
     r"|identity card|id card", _MAYBE, _PAPER),
    (r"national insurance|nino|ni", _MAYBE, r"[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]"),
    (r"visa", _NAMED_SO, _PAPER),
    (r"date of birth|birth ?date|d\.?o\.?b\.?", _MAYBE, _DAY),
    (r"sort(?= code)|bsb", _MAYBE, r"[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}|[0-9]{3}-[0-9]{3}"),
    (r"cvv2?|cvc2?|card security", _MAYBE, r"[0-9]{3,4}"),
    (r"ifsc", _MAYBE, r"[a-z]{4}0[a-z0-9]{6}"),
    (r"swift|bic", rf"(?:/bic|/swift)?{_NAMED_SO}", r"[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?"),
    (r"ssn|social security|social insurance|account|acct\.?|card|aadha?ar|visa|mastercard|amex",
     r"[ ,()-]{0,3}(?:(?:number|no|#)[ .,()-]{0,3})?(?:ending|ends|last (?:4|four))"
     r"(?: (?:in|with|digits|of))?[ :().*x•#-]{0,8}",
     r"[0-9]{3,5}"),
)  # fmt: skip
# How those words begin: looked for one by one, in a third of the time that one pattern for all takes.
_BEGINNINGS: Final = (
    "ssn",
    "s.s.n",
    "social security",
    "social insurance",
    "itin",
    "taxpayer",
    "tax",
    "steuer",
    "bsn",
    "burgerservicenummer",
    "sin",
    "aadh",
    "uidai",
    "pesel",
    "personnummer",
    "svnr",
    "ahv",
    "cpf",
    "nric",
    "account",
    "acct",
    "a/c",
    "konto",
    "iban",
    "transit",
    "aba",
    "card",
    "routing",
    "passport",
    "driver",
    "driving licen",
    "alien registration",
    "a-number",
    "uscis",
    "i-94",
    "national i",
    "identity card",
    "id card",
    "nino",
    "ni",
    "visa",
    "date of birth",
    "birth",
    "dob",
    "d.o.b",
    "sort",
    "bsb",
    "cvv",
    "cvc",
    "ifsc",
    "swift",
    "bic",
    "mastercard",
    "amex",
)


@cache
def _labelled_number() -> re.Pattern[str]:
    """A word that names a number, and the number."""
    return re.compile(
        "|".join(
            rf"(?:{words}){between}(?<![$€£₹¥0-9a-z])(?P<v{at}>{shape})(?![0-9a-z%]|[.,][0-9])"
            for at, (words, between, shape) in enumerate(_LABELS)
        )
    )


def mask(text: str) -> str:
    """The text with numbers of persons, accounts and cards painted over; of the same length."""
    if not _ANY_NUMBER.search(text):
        return text
    pieces: list[str] = []
    done = 0
    for start, end in _merged(sorted(_found(text))):
        pieces += (text[done:start], _SHOWN.sub(MASK, text[start:end]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _found(text: str) -> Iterator[tuple[int, int]]:
    for match in _shapes().finditer(text):
        yield match.span()
    for match in _grouped().finditer(text):
        digits = match[0].translate(_SEPARATORS)
        known = _is_card(digits) or (_BLANKS.search(match[0]) is not None and _is_aadhaar(digits))
        if known and not _is_row_of_figures(match[0], digits):
            yield match.span()
    for match in _IBAN.finditer(text):
        end = _iban_end(match)
        if end:
            yield match.start(), end
    yield from _labelled(text)


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is two
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for start in _beginnings(low):
        match = _labelled_number().match(low, start)
        if match is None or match.lastgroup is None:
            continue
        number = match[match.lastgroup]
        is_year = len(number) == 4 and number[:2] in ("19", "20")  # noqa: PLR2004
        is_round = number.replace(" ", "").isdigit() and number.endswith("000")
        if not is_year and not is_round:
            yield match.span(match.lastgroup)


def _beginnings(low: str) -> Iterator[int]:
    """Where a word stands that may name a number."""
    for word in _BEGINNINGS:
        at = low.find(word)
        while at >= 0:
            if not at or not low[at - 1].isalnum():
                yield at
            at = low.find(word, at + len(word))


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    done = 0
    for start, end in spans:
        if end > done:
            yield max(start, done), end
            done = end


def _is_card(digits: str) -> bool:
    """Whether a number is a payment card's: an issuer's first digits, and the Luhn check."""
    if not 13 <= len(digits) <= 19:  # noqa: PLR2004
        return False
    issued = digits[0] in "3456" or "2221" <= digits[:4] <= "2720"
    total = sum(
        value if at % 2 == 0 else value * 2 - 9 * (value > 4)  # noqa: PLR2004
        for at, value in enumerate(map(int, reversed(digits)))
    )
    return issued and total % 10 == 0


def _is_aadhaar(digits: str) -> bool:
    """Whether a number is an Aadhaar: twelve digits, and the Verhoeff check."""
    if len(digits) != 12 or digits[0] in "01":  # noqa: PLR2004
        return False
    check = 0
    for at, value in enumerate(map(int, reversed(digits))):
        for _ in range(at % 8):
            value = _STEP[value]  # noqa: PLW2901 - the permutation, once more a place
        check = _turned(check, value)
    return check == 0


_STEP: Final = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _turned(a: int, b: int) -> int:
    """Two turns of a pentagon after each other: 0 to 4 turn it, 5 to 9 turn it over first."""
    if a < 5:  # noqa: PLR2004
        return (a + b) % 5 + 5 * (b >= 5)  # noqa: PLR2004
    return (a - b) % 5 + 5 * (b < 5)  # noqa: PLR2004


def _is_row_of_figures(written: str, digits: str) -> bool:
    """Whether groups of digits are amounts or years side by side: "4000 4500 5000 5500", "2024 2025 2026"."""
    groups = re.findall("[0-9]+", written)
    if len(groups) == 1:
        return digits.endswith("0000")
    return all(int(group) % 50 == 0 or 1950 <= int(group) <= 2060 for group in groups)  # noqa: PLR2004


def _iban_end(match: re.Match[str]) -> int:
    """Where an IBAN that begins like this ends, or 0: by its country's length and its check digits."""
    length = _IBAN_LENGTHS.get(match[0][:2].upper(), 0)
    whole = match[0].translate(_SEPARATORS).upper()
    if not length or len(whole) < length:
        return 0
    figures = (whole[4:length] + whole[:4]).translate(_LETTERS_AS_FIGURES)
    if int(figures) % 97 != 1:
        return 0
    end = match.start()
    for _ in range(length):
        while not match.string[end].isalnum():
            end += 1
        end += 1
    return end if end == match.end() or not match.string[end].isalnum() else 0
