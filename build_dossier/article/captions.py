"""Lines that belong to a picture, and whose picture it is.

Comes in: a line. Goes out: where the credit stands in it, or ``None`` for a line that is no caption. «Фото: …»,
«… (Фото: …)», «… / фото REUTERS», «На фото: …». «… (фото)» at the end of a headline only promises a picture.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from build_dossier.article.structure import one_of, plain, structure
from build_dossier.text.span import Span, trim

LONGEST = 300
"""Code points: a longer line with a credit in it is prose that swallowed a caption."""

_MARK = r"\s{0,3}[:—–-]\s{0,3}"
_NAMELESS = (
    r"(?:из открыт|з відкрит|із відкрит|из лич|з особист|из архив|з архів|с сайт|з сайт|прес|со стран|зі сторін)"
)
"""Credits that name nobody: «Фото из открытых источников», «Фото пресслужби»."""


def credit_of(line: str) -> Span | None:
    """The credit of a caption, within ``line``; empty (``0``–``0``) for a caption without one; ``None``: no caption."""
    if len(line) > LONGEST:
        return None
    return next((credit for rule in RULES if (credit := rule(line)) is not None), None)


def label_first(line: str) -> Span | None:
    """«Фото: Reuters», «Фото — Роман Наумов / ТАСС»: the line is a credit."""
    found = _label_first().match(plain(line))
    return _credit(line, found.end()) if found is not None and _is_brief(line[found.end() :]) else None


def label_in_brackets(line: str) -> Span | None:
    """«Олександр Лукашенко (Фото: пресслужба)»; «(фото)» and «(5 фото)» are no credits."""
    found = _label_in_brackets().search(plain(line))
    return _credit(line, found.end()) if found is not None else None


def label_inside(line: str) -> Span | None:
    """«Борис Джонсон. Фото: AFP», «Голосування у США. Фото AFP»: one credit at the end, after a description."""
    ends = [found.end() for found in _label_inside().finditer(plain(line))]
    return _credit(line, ends[-1]) if ends and _is_brief(line[ends[-1] :]) else None


def stroke_then_owner(line: str) -> Span | None:
    """«Майк Пенс / REUTERS», «Підрахунок / фото УНІАН»."""
    before, stroke, owner = line.rpartition(" / ")
    bare = re.sub(r"[()]", "", plain(owner)).strip(" .")
    if not stroke or not before.strip() or not _is_brief(owner):
        return None
    return _credit(line, len(before) + len(stroke)) if _speaks_of_picture(bare) else None


def owner_in_brackets(line: str) -> Span | None:
    """«Камала Гарріс (Getty Images)»."""
    before, bracket, owner = line.rpartition("(")
    if not bracket or not before.strip() or not owner.rstrip(" .").endswith(")"):
        return None
    return _credit(line, len(before) + 1) if plain(owner).strip(" .)") in structure().photo_owners else None


def owner_alone(line: str) -> Span | None:
    """«Getty Images», «© AP Photo / Evan Vucci»: nothing but whose picture it is."""
    bare = plain(line).lstrip("© ")
    owners = structure().photo_owners
    if bare in owners and not line.isupper():
        return Span(start=0, end=len(line))
    is_signed = line.startswith("©") and any(re.split(r"\s*/\s*|,", bare)[0] == owner for owner in owners)
    return Span(start=0, end=len(line)) if is_signed and _is_brief(line) else None


def picture_described(line: str) -> Span | None:
    """«На фото: прем'єр-міністр у парламенті»: a caption without a credit."""
    return Span(start=0, end=0) if _opening().match(plain(line)) is not None else None


RULES: tuple[Callable[[str], Span | None], ...] = (
    label_in_brackets,
    picture_described,
    label_first,
    label_inside,
    stroke_then_owner,
    owner_in_brackets,
    owner_alone,
)


def _credit(line: str, start: int) -> Span:
    """What follows a label, without the bracket and stop that close it."""
    end = len(line.rstrip(" .\u00a0"))
    if line[:end].endswith(")") and line.count("(", start) < line.count(")", start):
        end -= 1
    return trim(line, min(start, end), end)


def _is_brief(credit: str) -> bool:
    """Names and agencies, no sentence: «Фото: vk.me В Пакистані виправдали жінку…» goes on as prose."""
    return len(credit) <= 120 and len(credit.split()) <= 12


def _speaks_of_picture(words: str) -> bool:
    label = _label_then_name().match(words)
    return label is not None or words in structure().photo_owners


@lru_cache(maxsize=1)
def _label_first() -> re.Pattern[str]:
    return re.compile(rf"{one_of(structure().photo_labels)}(?:{_MARK}|\s+(?={_NAMELESS}|[a-z©])|(?=©))")


@lru_cache(maxsize=1)
def _label_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s{{0,3}}{one_of(structure().photo_labels)}{_MARK}(?=[^()\[\]]{{1,160}}[)\]]\.?\Z)")


@lru_cache(maxsize=1)
def _label_inside() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s.,(/|]){one_of(structure().photo_labels)}(?:{_MARK}|\s+(?={_NAMELESS}|[a-z]))")


@lru_cache(maxsize=1)
def _label_then_name() -> re.Pattern[str]:
    return re.compile(rf"{one_of(structure().photo_labels)}{_MARK}?\s*\S")


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{one_of(structure().photo_openings)}(?:\s|:)")
