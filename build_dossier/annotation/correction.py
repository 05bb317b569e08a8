"""What the editor corrects in the front matter of an annotation file; it wins over extraction, for ever.

Comes in: a front matter. Goes out: a ``Correction`` with all that can be used, and a ``Problem`` for everything else.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args
from urllib.parse import urlsplit

from build_dossier.annotation.attributes import bad_date_hint, read_draft
from build_dossier.annotation.format import read_lines
from build_dossier.annotation.word_correction import LISTS
from build_dossier.article import Correction
from build_dossier.errors import Problem, Severity
from build_dossier.strict_yaml import Document, FrontMatter, YamlError, mended_front_matter, read_front_matter
from build_dossier.text.edtf import is_edtf
from build_dossier.text.language import Language
from build_dossier.text.likeness import nearest

LANGUAGES: tuple[Language, ...] = get_args(Language)
# What people write for the codes of ISO 639-1: country codes and names.
_LANGUAGE_SLIPS = {
    "ua": "uk",
    "ukr": "uk",
    "ukrainian": "uk",
    "rus": "ru",
    "russian": "ru",
    "eng": "en",
    "english": "en",
}


def read_correction(document: Document, *, article: str, file: str) -> tuple[Correction, tuple[Problem, ...]]:
    """The corrections that a front matter holds for ``article``, and what is wrong with it."""
    problems: list[Problem] = []
    values: dict[str, str] = {}
    draft = False
    for key, value in document.data.items():
        if value is None or key in LISTS:
            continue
        complaint = _Complaint(problems, file, document.line(key))
        if key != "draft" and key not in CHECKS:
            draft = _unknown_key(key, complaint) or draft
        elif not isinstance(value, str):
            complaint("bad-value", f"{key} is one value, not a list", None)
            draft = draft or key == "draft"
        elif key == "draft":
            draft, certain = read_draft(value)
            if not certain:
                complaint("bad-value", f"draft is true or false, not “{value}”; taken for true", None)
        elif (text := CHECKS[key](" ".join(value.split()), complaint)) is not None:
            values[key] = text
    return _correction(values, article, file, draft=draft, lines=_lines(document)), tuple(problems)


def read_front(text: str, file: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The front matter and body of an annotation file; when the first cannot be read, what can be used of both."""
    text = "\n".join(read_lines(text.removeprefix("\ufeff")))
    try:
        return read_front_matter(text), ()
    except YamlError as error:
        problems: list[Problem] = []
        _Complaint(problems, file, error.line)("front-matter", error.message, None)
        return mended_front_matter(text), tuple(problems)


class _Complaint:
    """Notes problems of one key."""

    def __init__(self, problems: list[Problem], file: str, line: int | None) -> None:
        self._problems = problems
        self._file = file
        self._line = line

    def __call__(self, code: str, message: str, hint: str | None) -> None:
        self._problems.append(
            Problem(severity=Severity.ERROR, code=code, file=self._file, line=self._line, message=message, hint=hint)
        )


def _plain(value: str, _: _Complaint) -> str | None:
    return value or None


def _date(value: str, complaint: _Complaint) -> str | None:
    if is_edtf(value):
        return value
    complaint("bad-date", f"“{value}” is no date", bad_date_hint(value))
    return None


def _language(value: str, complaint: _Complaint) -> str | None:
    if value.casefold() in LANGUAGES:
        return value.casefold()
    complaint(
        "bad-language",
        f"“{value}” is none of {', '.join(LANGUAGES)}",
        f"perhaps {_LANGUAGE_SLIPS[value.casefold()]}" if value.casefold() in _LANGUAGE_SLIPS else None,
    )
    return None


def _url(value: str, complaint: _Complaint) -> str | None:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in {"http", "https"} and parts.netloc:
        return value
    complaint("bad-url", f"“{value}” is no web address", "it begins with https:// or http://")
    return None


Check = Callable[[str, _Complaint], str | None]
"""A value with single spaces to the value that is used, or ``None`` and a complaint."""

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "title": _plain,
        "date": _date,
        "language": _language,
        "publisher": _plain,
        "source_url": _url,
        "archive_url": _url,
    }
)


def _unknown_key(key: str, complaint: _Complaint) -> bool:
    """Complain of a key; whether ``draft`` was probably meant."""
    meant = nearest(key, (*CHECKS, *LISTS, "draft"))
    hint = f"perhaps {meant}" if meant is not None else f"known are {', '.join((*CHECKS, *LISTS))} and draft"
    complaint("unknown-key", f"unknown key “{key}”", hint)
    return meant == "draft"


def _lines(document: Document) -> Mapping[str, int]:
    # A plain dict: a correction goes to other processes with its seed, and a mapping proxy cannot be pickled.
    return {path[0]: line for path, line in document.lines.items() if len(path) == 1 and path[0] not in LISTS}


def _correction(
    values: Mapping[str, str], article: str, file: str, *, draft: bool, lines: Mapping[str, int]
) -> Correction:
    return Correction(
        article=article,
        file=file,
        lines=lines,
        title=values.get("title"),
        date=values.get("date"),
        language=next((code for code in LANGUAGES if code == values.get("language")), None),
        publisher=values.get("publisher"),
        source_url=values.get("source_url"),
        archive_url=values.get("archive_url"),
        draft=draft,
    )
