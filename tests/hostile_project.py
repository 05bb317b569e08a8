"""A project in which every text of a list stands in each place where somebody's words can stand.

Article ``<n>-…`` has the text as first line, caption, body and file name; its notes have it as quotation and as prose,
their author and the editor's title and publisher are it; ``thing-<n>`` is an entity of that name.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build_dossier.article.seed import id_of

# What a file name cannot hold, and room for what stands before and after it in 255 bytes.
_NO_NAME = re.compile(r"[/\x00-\x1f\x7f]")
MOST_NAME_BYTES = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text, and the pages that have it."""

    text: str
    seed_name: str
    seed: str
    article: str
    """Path of the article's page."""
    entity: str
    """Path of the entity's page."""


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
    name = f"{number} {safe}.txt"
    article = id_of(name)
    seed = f"{line}\n\nФото: {line}\n\nУ місті відбулася зустріч {number}.\n\n{text}\n\nЗустріч {number} тривала.\n"
    _put(folder / "seeds" / name, seed)
    _put(folder / "docs/annotations" / f"{article}.md", _annotations(number, line, text))
    _put(folder / "docs/entities" / f"thing-{number}.md", _entity(line, text))
    return Case(
        text=text,
        seed_name=name,
        seed=seed,
        article=f"articles/{article}/index.html",
        entity=f"people/thing-{number}/index.html",
    )


def _annotations(number: int, line: str, text: str) -> str:
    """A note on a passage of the body, one on words that stand thrice, and the editor's title and publisher."""
    passage = f"відбулася зустріч {number}.\n\n{text}"
    quoted = "\n".join(f"> {part}" for part in passage.splitlines())
    author = line.replace('"', "'")
    front = f"title: {json.dumps(line, ensure_ascii=False)}\npublisher: {json.dumps(line, ensure_ascii=False)}"
    attributes = f'{{: author="{author}" }}'
    return f"---\n{front}\n---\n\n{quoted}\n\n{text}\n\n> {line}\n\n{attributes}\n\nПримітка.\n"


def _entity(line: str, text: str) -> str:
    label = json.dumps(line, ensure_ascii=False)
    return f"---\ntype: person\nlabels:\n  en: {label}\n  uk: {label}\naliases: [{label}]\n---\n\n{text}\n"


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
