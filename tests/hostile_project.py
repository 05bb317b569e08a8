"""A project in which every text of a list stands in each place where somebody's words can stand.

``plain-<n>`` has the text as first line, caption, body and file name; ``edited-<n>`` as body, quotation, prose of a
note, and the editor's title and publisher; ``thing-<n>`` is an entity of that name. The folders are a project's.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build_dossier.seed import id_of

# What a file name cannot hold, and room for what stands before and after it in 255 bytes.
_NO_NAME = re.compile(r"[/\x00-\x1f\x7f]")
MOST_NAME_BYTES = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text, and where it stands."""

    text: str
    seed_name: str
    plain: str
    """Page of the article of which it is first line, caption, body and name."""
    edited: str
    """Page of the article that it annotates."""
    entity: str
    """Page of the entity that bears its name."""
    plain_seed: str
    edited_seed: str


def one_line(text: str) -> str:
    """The text as a title, a caption or a name: control characters dropped, white space single."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split()) or "nothing"


def write_hostile_project(folder: Path, texts: Sequence[str]) -> tuple[Case, ...]:
    """Writes seeds and docs, and says which pages they will be."""
    for name in ("seeds", "docs/annotations", "docs/entities"):
        (folder / name).mkdir(parents=True)
    return tuple(_write(folder, number, text) for number, text in enumerate(texts))


def _write(folder: Path, number: int, text: str) -> Case:
    line = one_line(text)
    safe = _NO_NAME.sub(" ", line).encode()[:MOST_NAME_BYTES].decode(errors="ignore").strip()
    name = f"plain-{number} {safe}.txt"
    plain_seed = (
        f"{line}\n\nФото: {line}\n\nУ місті відбулася зустріч {number}.\n\n{text}\n\nЗустріч {number} тривала.\n"
    )
    edited_seed = f"Засідання {number} почалося зранку.\n\n{text}\n\nЗасідання {number} завершилося ввечері.\n"
    _put(folder / "seeds" / name, plain_seed)
    _put(folder / "seeds" / f"edited-{number}.txt", edited_seed)
    _put(folder / "docs/annotations" / f"edited-{number}.md", _annotations(line, text))
    _put(folder / "docs/entities" / f"thing-{number}.md", _entity(line, text))
    return Case(
        text=text,
        seed_name=name,
        plain=f"articles/{id_of(name)}/index.html",
        edited=f"articles/edited-{number}/index.html",
        entity=f"people/thing-{number}/index.html",
        plain_seed=plain_seed,
        edited_seed=edited_seed,
    )


def _annotations(line: str, text: str) -> str:
    quoted = "\n".join(f"> {part}" for part in text.splitlines())
    front = {"title": line, "publisher": line}
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    return f"---\n{head}\n---\n\n{quoted}\n\n{text}\n\n> {line}\n\n{{: author={json.dumps(line)} }}\n\nПримітка.\n"


def _entity(line: str, text: str) -> str:
    label = json.dumps(line, ensure_ascii=False)
    return f"---\ntype: person\nlabels:\n  en: {label}\n  uk: {label}\naliases: [{label}]\n---\n\n{text}\n"


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
