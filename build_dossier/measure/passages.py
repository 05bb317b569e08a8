"""News passages with every name marked in its place: the project's own development set.

Comes in: the YAML of ``tests/quality/gold/names.yml``. Goes out: ``CorpusText``s, which are measured like a corpus's.
``[[words|key]]`` marks a name; ``[[words|key|nominative]]`` one that is not in the nominative. A key is one entity in
all passages and both languages; its type stands in the table ``entities``.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_dossier.measure.corpus import CorpusError, CorpusName, CorpusText
from build_dossier.strict_yaml import Value, read_yaml

PASSAGES = Path("tests/quality/gold/names.yml")

_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")


def read_passages(text: str) -> tuple[CorpusText, ...]:
    """The passages as texts with gold, in the order of the file.

    Raises:
        CorpusError: a key without a type, or what is no table of passages.
        YamlError: not YAML.
    """
    data = read_yaml(text).data
    entities, passages = data.get("entities"), data.get("passages")
    if not isinstance(entities, Mapping) or not isinstance(passages, tuple):
        raise CorpusError("expected `entities` by type and a list of `passages`")
    types = {key: kind for kind, keys in entities.items() if isinstance(keys, tuple) for key in keys}
    return tuple(_passage(number, passage, types) for number, passage in enumerate(passages, 1))


def _passage(number: int, passage: Value, types: Mapping[Value, str]) -> CorpusText:
    assert isinstance(passage, Mapping)
    language, marked = str(passage["language"]), str(passage["text"])
    text = _MARK.sub(lambda mark: mark[1], marked)
    names = tuple(_names(marked, types))
    name = f"passage {number}"
    return CorpusText(
        name=name, file=f"passage_{language}_{number:02}.txt", language=language, data=text.encode(), names=names
    )


def _names(marked: str, types: Mapping[Value, str]) -> Iterator[CorpusName]:
    removed = 0
    for mark in _MARK.finditer(marked):
        form, key, lemma = mark[1], mark[2], mark[3]
        if key not in types:
            raise CorpusError(f"“{key}” of “{form}” stands under no type")
        start = mark.start() - removed
        removed += len(mark[0]) - len(form)
        yield CorpusName(
            start=start,
            end=start + len(form),
            form=form,
            lemma=lemma or form,
            type=types[key],
            id=key,
        )
