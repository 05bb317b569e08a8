"""Annotations as the programming interface of Hypothesis gives them, and its export.

Comes in: one annotation's JSON. Goes out: ``Incoming``. What not everybody could read becomes a draft.
"""

import re
from collections.abc import Mapping

from build_dossier.incoming import Incoming, Target
from build_dossier.incoming.loose_json import Json, cleaned, day, digest, mapping, several, string, strings
from build_dossier.incoming.selectors import position, quotation

EVERYBODY = "group:__world__"
"""Who may read what is public."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ACCOUNT = re.compile(r"(?:acct:)?([^@]*)(?:@.*)?", re.DOTALL)


def is_annotation(value: Mapping[str, Json]) -> bool:
    """Whether it has the form of an annotation of Hypothesis."""
    return "type" not in value and isinstance(value.get("uri"), str) and isinstance(value.get("target", []), list)


def read(value: Mapping[str, Json]) -> Incoming:
    """The annotation that a mapping is."""
    uri = string(value.get("uri"))
    targets = tuple(_target(mapping(target), uri) for target in several(value.get("target")) if mapping(target))
    references = strings(value.get("references"))
    given = string(value.get("id"))
    own = given or digest({key: value.get(key) for key in ("uri", "created", "user", "text")})
    return Incoming(
        id=_id(own),
        name=own,
        targets=targets or (Target(sources=(uri,), quote=None, position=None),),
        body=string(value.get("text")),
        classes=(),
        author=_author(value),
        date=day(value.get("created")),
        tags=strings(value.get("tags")),
        private=_private(value),
        parent=_id(references[-1]) if references else None,
        ours=False,
    )


def _target(target: Mapping[str, Json], uri: str) -> Target:
    selectors = target.get("selector")
    sources = dict.fromkeys(source for source in (string(target.get("source")), uri) if source)
    return Target(sources=tuple(sources), quote=quotation(selectors), position=position(selectors))


def _id(given: str) -> str:
    """The id of a note: short, and none that an editor would think of."""
    return f"h-{given}" if _ID.fullmatch(given) else f"h-{digest(given)}"


def _author(value: Mapping[str, Json]) -> str | None:
    """The name that is shown, else that of the account without its host."""
    shown = " ".join(cleaned(string(mapping(value.get("user_info")).get("display_name"))).split())
    account = _ACCOUNT.fullmatch(" ".join(string(value.get("user")).split()))
    return shown or (account[1] if account is not None else "") or None


def _private(value: Mapping[str, Json]) -> bool:
    """Only its author or a group may read it, or a moderator hid it."""
    permissions = mapping(value.get("permissions"))
    return value.get("hidden") is True or ("read" in permissions and EVERYBODY not in strings(permissions["read"]))
