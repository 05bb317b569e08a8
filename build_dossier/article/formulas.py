"""Lines of fixed wording: who tells, who wrote, where from, and what the site says to its reader.

Comes in: a line. Goes out: what the formula names. «Про це розповідає NewsWeek», «Автор: Ірина Коваль», «МИНСК,
21 июня — БЕЛТА.», «Підписуйтесь на наш канал».
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.article.structure import one_of, outlets, plain, structure
from build_dossier.text.span import Span, trim

LONGEST_SOURCE_LINE = 140
LONGEST_BYLINE = 120
LONGEST_BOILERPLATE = 400
"""Code points: a longer line that begins so has swallowed prose («Читайте також: … Парламентарі щодо…»)."""

_NAME = r"[^\W\d_a-zа-яіїєґёў][\w'’ʼ-]*\.?"
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}")
_PLACE = r"[^\W\d_a-zа-яіїєґёў][\w'’ʼ.-]{1,30}(?:[ -][^\W\d_a-zа-яіїєґёў][\w'’ʼ-]{1,30}){0,2}"
_DAY = r"\d{1,2}\s+(?P<month>[^\W\d_]{3,10})\.?(?:,?\s+\d{4}(?:\s*(?:року|года|р\.|г\.))?)?"
_AGENCY = r"(?P<{0}>[^\W\d_a-zа-яіїєґёў][\w.&-]{{1,30}}(?:[ -][^\W\d_a-zа-яіїєґёў][\w-]{{1,30}}){{0,2}}?)"
_SENTENCE_ENDS = re.compile(r"[.!?…]\s")
_DASH = r"\s{0,3}[—–-]\s{0,3}"
_DATELINE = re.compile(rf"{_PLACE}[,.]\s{{1,3}}{_DAY}[,.]?")
_AFTER_DATELINE = re.compile(
    rf"\s{{0,3}}/{_AGENCY.format('strokes')}/\.?(?:{_DASH})?"
    rf"|\s{{0,3}}\({_AGENCY.format('brackets')}\)\.?(?:{_DASH})?"
    rf"|{_DASH}{_AGENCY.format('dash')}\.(?=\s|\Z)"
    rf"|\s{{0,3}}{_AGENCY.format('stop')}\s{{0,2}}[—–-](?=\s)"
    rf"|{_DASH}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place and day with which an agency's story begins."""

    end: int
    """Code points of the line up to the story's first word or the end."""
    agency: Span | None
    """The agency, within the line: «БЕЛТА»."""


def source_line(line: str) -> Span | None:
    """Whom a line of its own names as its source, within the line: «Про це розповідає NewsWeek», «Джерело: УНІАН»."""
    if len(line) > LONGEST_SOURCE_LINE or "\n" in line:
        return None
    found = _source_opening().match(plain(line))
    if found is None or not _may_begin_a_name(line[found.end() :]) or _SENTENCE_ENDS.search(line):
        return None
    end = len(line.rstrip(" .:"))
    reference = _reference().search(plain(line), found.end())
    return trim(line, found.end(), end if reference is None else reference.start())


def labelled_byline(line: str) -> bool:
    """«Автор: Ірина Коваль», «Текст — Олег Бондар», «Підготувала Ольга Мельник»."""
    if len(line) > LONGEST_BYLINE:
        return False
    found = _byline_label().match(plain(line))
    if found is None:
        return False
    rest = line[found.end() :]
    return bool(rest.strip()) and (found["mark"].strip() != "" or _PERSON.fullmatch(rest.strip(" .")) is not None)


def person_and_place(line: str) -> bool:
    """«Іван Петренко, Київ», «Ольга Мельник, спеціально для редакції»: a name, then where or what for."""
    if len(line) > LONGEST_BYLINE:
        return False
    person, comma, rest = line.partition(",")
    return (
        _PERSON.fullmatch(person.strip()) is not None
        and bool(comma)
        and 1 <= len(rest.split()) <= 4
        and rest.strip()[-1] not in ".!?…:;"
        and not any(char.isdigit() for char in rest)
    )


def person_alone(line: str) -> str | None:
    """The surname when a line is nothing but a person's name: «Ірина Коваль»."""
    return line.rsplit(maxsplit=1)[-1] if len(line) <= 60 and _PERSON.fullmatch(line.strip()) is not None else None


def dateline(line: str) -> Dateline | None:
    """The dateline with which a line begins: «МИНСК, 21 июня — БЕЛТА. …», «КИЇВ, 5 травня (Укрінформ) – …»."""
    found = _DATELINE.match(line)
    if found is None or structure().month(found["month"]) is None:
        return None
    after = _AFTER_DATELINE.match(line, found.end())
    if after is None:
        return Dateline(end=found.end(), agency=None) if found.end() == len(line) else None
    agency = next((Span(start=after.start(name), end=after.end(name)) for name in _AGENCIES if after[name]), None)
    end = len(line) - len(line[after.end() :].lstrip())
    return Dateline(end=end, agency=agency)


_AGENCIES = ("strokes", "brackets", "dash", "stop")


def boilerplate(line: str) -> bool:
    """Whether a line is the site's word to its reader: rights, subscriptions, misprints, related links."""
    if len(line) > LONGEST_BOILERPLATE:
        return False
    low = " ".join(plain(line).split())
    known = structure().boilerplate
    return (
        low.rstrip(" :.!…") in known.exact
        or low.startswith(known.opening)
        or any(words in low for words in known.containing)
    )


def _may_begin_a_name(rest: str) -> bool:
    """A capital or a quotation mark, or the kind of outlet first («видання «Новини»»)."""
    bare = rest.lstrip(' «"“„')
    return bool(bare) and (bare[0].isupper() or plain(bare.split()[0]).strip(":") in outlets().kinds)


@lru_cache(maxsize=1)
def _source_opening() -> re.Pattern[str]:
    told = rf"{one_of(structure().source_openings)}\s+{one_of(structure().source_verbs)}\s+"
    return re.compile(
        rf"{told}|{one_of(structure().source_labels)}\s{{0,2}}[:—–-]\s*|{one_of(_LABELS_WITH_GENITIVE)}\s+"
    )


_LABELS_WITH_GENITIVE = ("за матеріалами", "по материалам")


@lru_cache(maxsize=1)
def _byline_label() -> re.Pattern[str]:
    return re.compile(rf"{one_of(structure().byline_labels)}(?P<mark>\s{{0,2}}[:—–-]\s*|\s+)")


@lru_cache(maxsize=1)
def _reference() -> re.Pattern[str]:
    return re.compile(rf",?\s+{one_of(outlets().reference_phrases)}")
