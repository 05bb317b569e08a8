"""How values look to a reader: dates with their precision, long titles cut at a word, bases as words."""

import datetime as dt
import re
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from build_dossier.article import Basis
from build_dossier.markdown import Markdown
from build_dossier.rendering import Renderer

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")


def shortened(text: str, width: int) -> str:
    """``text``, or as many whole words as fit in ``width`` characters and an ellipsis."""
    words = " ".join(text.split())
    if len(words) <= width:
        return words
    cut = words.rfind(" ", 0, width)
    return words[: cut if cut > width // 2 else width - 1].rstrip(" ,;:–—-") + "…"


def date(value: str | None, renderer: Renderer, locale: str) -> Markdown:
    """An EDTF value in words: ``22 June 2025``, ``November 2025``, ``2022 or later``, ``date unknown``."""
    if value is None:
        return renderer.t("date unknown")
    if "/" not in value:
        return Markdown(_point(value, locale))
    start, end = value.split("/", 1)
    if end in {"", ".."}:
        return renderer.t("%(date)s or later", date=_point(start, locale))
    if start in {"", ".."}:
        return renderer.t("%(date)s or earlier", date=_point(end, locale))
    return renderer.t("%(start)s to %(end)s", start=_point(start, locale), end=_point(end, locale))


@lru_cache(maxsize=4096)
def _point(value: str, locale: str) -> str:
    plain = value.rstrip("?~%")
    unsure = "?" if value != plain else ""
    if _DAY.fullmatch(plain):
        return format_date(dt.date.fromisoformat(plain), "d MMMM y", locale=locale) + unsure
    if _MONTH.fullmatch(plain) and plain[5:] <= "12":
        return format_skeleton("yMMMM", dt.date.fromisoformat(f"{plain}-01"), locale=locale) + unsure
    return value


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
