"""How values look to a reader: dates with their precision, long titles cut at a word, bases as words."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from build_dossier.article import Basis
from build_dossier.markdown import Markdown
from build_dossier.rendering import Renderer
from build_dossier.text.edtf import bounds


def shortened(text: str, width: int) -> str:
    """``text``, or as many whole words as fit in ``width`` characters and an ellipsis."""
    words = " ".join(text.split())
    if len(words) <= width:
        return words
    cut = words.rfind(" ", 0, width)
    return words[: cut if cut > width // 2 else width - 1].rstrip(" ,;:–—-") + "…"


@lru_cache(maxsize=8)
def languages(locale: str) -> Mapping[str, str]:
    """What languages are called in that of a locale, by ISO 639 code."""
    names: Mapping[str, str] = Locale.parse(locale).languages
    return names


def in_a_language(texts: Mapping[str, str], locale: str, otherwise: str) -> tuple[str, str]:
    """A text that there is in several languages, with the one chosen: that of the interface, or English, or any."""
    for language in (locale, "en", *texts):
        if language in texts:
            return language, texts[language]
    return "en", otherwise


@lru_cache(maxsize=4096)
def number(count: int, locale: str) -> Markdown:
    """A count as it is written: ``12,345``, ``12 345``."""
    return Markdown(format_decimal(count, locale=locale))


def date(value: str | None, renderer: Renderer, locale: str) -> Markdown:
    """An EDTF value in words; or that there is none.

    ``22 June 2025``, ``20–21 December 2025``, ``spring 2022``, ``2022 or later``, ``about 2014``.
    """
    if value is None:
        return renderer.t("date unknown")
    if "/" not in value:
        return _point(value, renderer, locale)
    start, end = value.split("/", 1)
    if end in {"", ".."}:
        return renderer.t("%(date)s or later", date=_point(start, renderer, locale))
    if start in {"", ".."}:
        return renderer.t("%(date)s or earlier", date=_point(end, renderer, locale))
    return stretch(_point(start, renderer, locale), _point(end, renderer, locale), renderer)


def stretch(start: Markdown, end: Markdown, renderer: Renderer) -> Markdown:
    """From one date in words to another; what both end with is said once: ``22 June – 17 December 2025``."""
    if start == end:
        return end
    first, last = start.split(" "), end.split(" ")
    alike = 0
    while len(first) == len(last) > alike + 1 and first[-1 - alike] == last[-1 - alike]:
        alike += 1
    opening = " ".join(first[: len(first) - alike])
    if opening.isdigit() and last[0].isdigit() and len(first) == len(last):
        return Markdown(f"{opening}–{end}")
    return Markdown(f"{opening} – {end}") if alike else renderer.t("%(start)s to %(end)s", start=start, end=end)


def _point(value: str, renderer: Renderer, locale: str) -> Markdown:
    plain = value.rstrip("?~%")
    words = _words(plain, renderer, locale)
    mark = value[len(plain) :]
    if mark in {"~", "%"}:
        words = renderer.t("about %(date)s", date=words)
    return Markdown(words + "?") if mark in {"?", "%"} else words


def _words(plain: str, renderer: Renderer, locale: str) -> Markdown:
    """A point without its marks."""
    for pattern, shown in _SHAPES:
        if pattern.fullmatch(plain):
            return shown(plain, renderer, locale)
    return Markdown(plain)


def _day(plain: str, renderer: Renderer, locale: str) -> Markdown:
    del renderer
    return _formatted(plain, "d MMMM y", locale)


def _month(plain: str, renderer: Renderer, locale: str) -> Markdown:
    del renderer
    return _formatted(f"{plain}-01", "LLLL y", locale)


def _season(plain: str, renderer: Renderer, locale: str) -> Markdown:
    del locale
    t = renderer.t
    year, season = plain.split("-")
    return {
        "21": t("spring %(year)s", year=year),
        "22": t("summer %(year)s", year=year),
        "23": t("autumn %(year)s", year=year),
        "24": t("winter %(year)s", year=year),
    }[season]


def _days(plain: str, renderer: Renderer, locale: str) -> Markdown:
    """Some day of a ten or of a whole month."""
    first, last = bounds(plain)
    return renderer.t(
        "a day from %(start)s to %(end)s", start=_day(first, renderer, locale), end=_day(last, renderer, locale)
    )


def _decade(plain: str, renderer: Renderer, locale: str) -> Markdown:
    del locale
    return renderer.t("%(year)ss", year=f"{plain[:3]}0")


def _century(plain: str, renderer: Renderer, locale: str) -> Markdown:
    number = int(plain[:2]) + 1
    return renderer.t("%(number)s century", number=_ordinal(number) if locale == "en" else _roman(number))


def _ordinal(number: int) -> str:
    """As English counts centuries: ``18th``, ``21st``."""
    ending = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """As Ukrainian and Russian count centuries: ``XVIII``."""
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)

_SHAPES: tuple[tuple[re.Pattern[str], Callable[[str, Renderer, str], Markdown]], ...] = (
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-\d{2}"), _day),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), _month),
    (re.compile(r"\d{4}-2[1-4]"), _season),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:[0-3X]X)"), _days),
    (re.compile(r"\d{3}X"), _decade),
    (re.compile(r"\d\dXX"), _century),
)
"""How a point of a shape is said; what fits none is shown as it is written."""


@lru_cache(maxsize=4096)
def _formatted(day: str, pattern: str, locale: str) -> Markdown:
    """CLDR's names in the order of all three languages, without the word for «year» that it adds («р.», «г.»)."""
    return Markdown(format_date(dt.date.fromisoformat(day), pattern, locale))


def basis(value: Basis, renderer: Renderer) -> Markdown:
    """A basis as a word of the interface."""
    return {
        Basis.STATED: renderer.t("stated"),
        Basis.COMPUTED: renderer.t("computed"),
        Basis.INFERRED: renderer.t("inferred"),
        Basis.CROSS_ARTICLE: renderer.t("from another article"),
        Basis.EDITOR: renderer.t("the editor’s"),
        Basis.UNKNOWN: renderer.t("unknown"),
    }[value]
