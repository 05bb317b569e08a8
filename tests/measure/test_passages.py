"""Passages with names marked in their text."""

import pytest

from build_dossier.measure.corpus import CorpusError
from build_dossier.measure.passages import PASSAGES, read_passages


def passages(text: str) -> str:
    """A file of one Ukrainian passage."""
    return f"entities:\n  PER: [koval]\n  LOC: [odesa]\npassages:\n  - language: uk\n    text: {text}\n"


def test_marks_become_gold():
    """Marks are taken out of the text, and their places are those of the text without them."""
    (text,) = read_passages(passages('"[[Коваль|koval]] в [[Одесі|odesa|Одеса]]."'))

    assert text.data.decode() == "Коваль в Одесі."
    assert [(n.start, n.end, n.form, n.lemma, n.type, n.id) for n in text.names] == [
        (0, 6, "Коваль", "Коваль", "PER", "koval"),
        (9, 14, "Одесі", "Одеса", "LOC", "odesa"),
    ]


@pytest.mark.parametrize("text", [passages('"[[Рига|ryha]]"'), "passages: []", "entities: {PER: [a]}"])
def test_what_cannot_be_measured_is_refused(text: str):
    """A key without a type, and a file without either table."""
    with pytest.raises(CorpusError):
        read_passages(text)


def test_the_passages_of_the_project_are_whole():
    """No mark is left in any text, every key is used, and both languages are there."""
    source = PASSAGES.read_text(encoding="utf-8")
    texts = read_passages(source)
    used = {name.id for text in texts for name in text.names}
    keys = source[source.index("entities:") : source.index("passages:")].replace("[", " ").replace("]", " ")

    assert not any(sign in text.data.decode() for text in texts for sign in "[]|")
    assert {word.strip(",") for word in keys.split() if not word.endswith(":")} == used
    assert min(sum(text.language == language for text in texts) for language in ("uk", "ru")) >= 20
