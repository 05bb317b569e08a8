"""The trained tagger behind its fence."""

import lzma

import pytest

from build_dossier.extract.features import document, tokens
from build_dossier.extract.tagger import load, packaged


def test_what_is_no_model_is_refused():
    """Other bytes are refused, not labelled with."""
    with pytest.raises(ValueError, match="model"):
        load(b"no model at all")
    with pytest.raises(ValueError, match="model"):
        load(lzma.compress(b"no model at all"))


def test_nothing_has_no_labels():
    """A block without tokens is no error."""
    assert packaged().labels([]) == []


def test_every_token_has_a_label():
    """Labels are ``O``, ``B-`` or ``I-`` with one of five types, one for every token."""
    text = "Президент Фінляндії Александр Стубб відвідав Гельсінкі."
    labels = packaged().labels(document([tokens(text, 0, len(text))], "uk")[0])
    kinds = ("PER", "ORG", "LOC", "EVT", "PRO")
    assert len(labels) == 7
    assert set(labels) <= {"O", *(f"{edge}-{kind}" for edge in "BI" for kind in kinds)}
    assert labels[2:4] == ["B-PER", "I-PER"]


def test_the_model_is_loaded_once():
    """The packaged tagger is one object."""
    assert packaged() is packaged()
