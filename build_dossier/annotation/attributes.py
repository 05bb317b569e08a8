"""The attribute line of a note: ``{: kind=framing author="A. Editor" date=2025-11-30 tags="a, b" draft #id }``.

Comes in: the line. Goes out: ``Attributes`` with all that can be used, and a ``Problem`` for everything else.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from build_dossier.annotation.kinds import DEFAULT_KIND
from build_dossier.errors import Problem, Severity
from build_dossier.text.edtf import is_edtf, nearest_edtf
from build_dossier.text.likeness import nearest

KEYS = ("kind", "author", "date", "tags", "draft")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What can stand in an address after ``#n-`` without being encoded."""

YES, NO = frozenset({"true", "yes", "1", ""}), frozenset({"false", "no", "0"})

_TOKEN = re.compile(
    r"""(?P<key>[\w-]+)=(?:"(?P<double>[^"]*)(?P<closed2>"?)|'(?P<single>[^']*)(?P<closed1>'?)"""
    r"""|[“„«](?P<curly>[^”“»]*)(?P<closed>[”“»]?)|(?P<bare>\S*))|\#(?P<id>\S*)|(?P<word>\S+)"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What the editor says of a note besides the note itself."""

    kind: str = DEFAULT_KIND
    author: str | None = None
    date: str | None = None
    """EDTF."""
    tags: tuple[str, ...] = ()
    id: str | None = None
    draft: bool = False
    """Also when it cannot be told: what may be private stays private."""


def read_attributes(
    text: str, kinds: Collection[str], *, file: str, line: int
) -> tuple[Attributes, tuple[Problem, ...]]:
    """The attributes of one line, and what is wrong with it."""
    reader = _Reader(kinds=kinds, file=file, line=line)
    inner = text.removeprefix("{")
    if not inner.startswith(":"):
        reader.complain("attribute-colon", "an attribute line begins with `{:`", f"write {{:{inner}")
    if not inner.endswith("}"):
        reader.complain("unclosed-attributes", "the attribute line is not closed", "end it with `}`")
    for match in _TOKEN.finditer(inner.removeprefix(":").removesuffix("}")):
        reader.take(match)
    return reader.attributes, tuple(reader.problems)


class _Reader:
    """Takes one token after another."""

    def __init__(self, *, kinds: Collection[str], file: str, line: int) -> None:
        self.attributes = Attributes()
        self.problems: list[Problem] = []
        self._kinds = kinds
        self._file = file
        self._line = line
        self._seen: set[str] = set()

    def complain(self, code: str, message: str, hint: str | None = None) -> None:
        """Note a problem of this line."""
        self.problems.append(
            Problem(severity=Severity.ERROR, code=code, file=self._file, line=self._line, message=message, hint=hint)
        )

    def take(self, match: re.Match[str]) -> None:
        """Use one token, or say why not."""
        if match["id"] is not None:
            self._take_id(match["id"])
            return
        key, value = (match["word"], "") if match["word"] is not None else (match["key"], next(_values(match)))
        if "" in (match["closed1"], match["closed2"], match["closed"]):
            self.complain(
                "unclosed-attributes", f"the value of {key} is not closed", "end it with the sign it began with"
            )
        if key not in KEYS or (match["word"] is not None and key != "draft"):
            self._unknown(key, value)
            return
        if key in self._seen:
            self.complain("repeated-attribute", f"{key} stands twice; the last one holds")
        self._seen.add(key)
        {
            "kind": self._take_kind,
            "author": self._take_author,
            "date": self._take_date,
            "tags": self._take_tags,
            "draft": self._take_draft,
        }[key](" ".join(value.split()))

    def _unknown(self, key: str, value: str) -> None:
        meant = nearest(key, KEYS)
        hint = (
            None if meant is None else f"perhaps {meant}" if meant == "draft" else f'perhaps {meant}="{value or "…"}"'
        )
        self.complain("unknown-attribute", f"unknown attribute “{key}”", hint or f"known are {', '.join(KEYS)} and #id")
        if meant == "draft":
            self.attributes = replace(self.attributes, draft=True)

    def _take_id(self, value: str) -> None:
        if ID.fullmatch(value):
            self.attributes = replace(self.attributes, id=value)
        else:
            self.complain("bad-id", f"“#{value}” cannot be an id", "use Latin letters, digits, `.`, `_` and `-`")

    def _take_kind(self, value: str) -> None:
        if value in self._kinds:
            self.attributes = replace(self.attributes, kind=value)
            return
        meant = nearest(value, self._kinds)
        hint = f"perhaps kind={meant}" if meant is not None else f"known are {', '.join(self._kinds)}"
        self.complain("unknown-kind", f"unknown kind “{value}”; the note is shown as {DEFAULT_KIND}", hint)

    def _take_author(self, value: str) -> None:
        self.attributes = replace(self.attributes, author=value or None)

    def _take_date(self, value: str) -> None:
        if is_edtf(value):
            self.attributes = replace(self.attributes, date=value)
        else:
            self.complain("bad-date", f"“{value}” is no date", bad_date_hint(value))

    def _take_tags(self, value: str) -> None:
        tags = dict.fromkeys(tag.strip() for tag in value.split(",") if tag.strip())
        self.attributes = replace(self.attributes, tags=tuple(tags))

    def _take_draft(self, value: str) -> None:
        draft, certain = read_draft(value)
        self.attributes = replace(self.attributes, draft=draft)
        if not certain:
            self.complain("bad-value", f"draft is true or false, not “{value}”; taken for true")


def read_draft(value: str) -> tuple[bool, bool]:
    """Whether something is a draft, and whether that is certain: what may be private stays private."""
    word = value.strip().casefold()
    return word not in NO, word in YES | NO


def bad_date_hint(value: str) -> str:
    """What to write instead of a date that is none."""
    meant = nearest_edtf(value)
    return f"perhaps {meant}" if meant is not None else "YYYY-MM-DD, YYYY-MM or YYYY, e.g. 2025-11-30"


def _values(match: re.Match[str]) -> Iterator[str]:
    return (match[name] for name in ("double", "single", "curly", "bare") if match[name] is not None)
