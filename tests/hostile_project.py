"""A project in which every text of a list stands in each place where somebody's words can stand.

Article ``<n>-…`` has the text as first line, caption, body and file name; its notes have it as quotation and as prose,
their author and the editor's title and publisher are it; ``thing-<n>`` is an entity of that name. Besides, pairs of
articles that tell of one meeting, so that there is something to compare: the texts stand wherever pages that compare
or draw have somebody's words.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
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


PLACES = ("Києві", "Львові", "Одесі", "Харкові", "Полтаві", "Житомирі", "Рівному", "Чернігові", "Сумах", "Херсоні")
PEOPLE = (
    ("Олена Коваль", "Олену Коваль", "Іван Бондар", "Івана Бондаря"),
    ("Марія Ткаченко", "Марію Ткаченко", "Петро Мельник", "Петра Мельника"),
    ("Ольга Кравець", "Ольгу Кравець", "Андрій Гончар", "Андрія Гончара"),
    ("Наталія Поліщук", "Наталію Поліщук", "Тарас Олійник", "Тараса Олійника"),
)
"""A woman and a man who meet: as they are called, and whom one meets."""

REPORT = (
    "Перемовини тривали дві години за зачиненими дверима, після чого сторони вийшли до журналістів і сказали, що "
    "наступна зустріч відбудеться восени в іншому місті, якщо до того часу вдасться домовитися про перелік питань, "
    "які треба розглянути насамперед, а також про склад делегацій і про те, хто з них говоритиме першим."
)
"""What one article takes over from another."""


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


def write_compared(folder: Path, texts: Sequence[str]) -> None:
    """Writes pairs of articles, each told of in two ways, with the texts in turn in all that the editor writes of them.

    Titles, publishers, labels of persons, of a place and of the meeting, both passages of a note and its words, and
    the terms that are looked for with what is said of them.
    """
    for name in ("docs/events", "docs/lexicon/framing"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    turn = cycle(map(one_line, texts))
    for number, (people, place) in enumerate(zip(PEOPLE, PLACES, strict=False)):
        _write_pair(folder, number, people, place, turn)
    terms = {f"t{number}": _term(next(turn), word) for number, word in enumerate(("спільник", "терорист", "режим"))}
    named = {"title": {"en": next(turn)}, "about": {"en": next(turn)}, "terms": terms}
    _put(folder / "docs/lexicon/framing/hostile.yml", json.dumps(named, ensure_ascii=False))


def _write_pair(folder: Path, number: int, people: tuple[str, str, str, str], place: str, turn: Iterator[str]) -> None:
    she, her, he, him = people
    told = f"У {place} 3 травня 2025 року {she} зустріла {him}"
    other = f"У {place} 3 травня 2025 року {he} зустрів {her}"
    passages = next(turn), next(turn)
    rest = f"Режим відпустив {number + 14} в'язнів, і терорист {he} та спільник {she} це визнали."
    copied = REPORT if number == 0 else ""
    for name, first, passage, called in (("a", told, passages[0], "Посол"), ("b", other, passages[1], "Диктатор")):
        text = f"Зустріч {number}\n\n{first}.\n\n{passage}\n\n{called} {he} мовчав. {rest}\n\n{rest}\n\n{copied}\n"
        _put(folder / "seeds" / f"pair-{number}-{name}.txt", text)
    front = "\n".join(f"{key}: {json.dumps(next(turn), ensure_ascii=False)}" for key in ("title", "publisher"))
    note = f"> {passages[0]}\n\n> [[pair-{number}-b]] {passages[1]}\n\n{{: kind=contrast }}\n\n{next(turn)}\n"
    _put(folder / f"docs/annotations/pair-{number}-a.md", f"---\n{front}\ndate: 2025-05-04\n---\n\n{note}")
    for key, name in ((f"she-{number}", she), (f"he-{number}", he)):
        _put(folder / f"docs/entities/{key}.md", _named("person", next(turn), name))
    _put(
        folder / f"docs/entities/town-{number}.md",
        _named("place", next(turn), place, f"coordinates: {46 + number}, {24 + 3 * number}"),
    )
    event = {
        "labels": {"en": next(turn)},
        "date": "2025-05-03",
        "passages": [
            {"article": f"pair-{number}-a", "quote": told},
            {"article": f"pair-{number}-b", "quote": other},
        ],
    }
    _put(folder / f"docs/events/meeting-{number}.md", f"---\n{json.dumps(event, ensure_ascii=False)}\n---\n")


def _named(kind: str, label: str, name: str, *more: str) -> str:
    """An entity that is called by a name which articles have, and shown by another."""
    words = (json.dumps(one, ensure_ascii=False) for one in (label, name))
    lines = ("labels:", *(f"  {language}: {word}" for language, word in zip(("en", "uk"), words, strict=True)), *more)
    return "---\n" + "\n".join((f"type: {kind}", *lines)) + "\n---\n"


def _term(text: str, word: str) -> dict[str, object]:
    return {"gloss": {"en": text}, "uk": [word], "note": text}
