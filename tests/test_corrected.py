"""What the editor says of quoted words wins over what the machine found, and the Readings stay as they were made."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_dossier.annotation import read_annotations
from build_dossier.build import Build, build, read
from build_dossier.disk import read_sources
from build_dossier.dossier import Sources, TextFile
from build_dossier.link import LinkedReading, LinkReason

TEXT = """Міністр Олександр Коваль прибув до Відня

Міністр Олександр Коваль прибув до Відня 20 червня 2025 року. «Обмін відбудеться скоро», — сказав речник Іван Петренко.

Пізніше Коваль зустрівся з Марією Гнатюк. За словами Марії Гнатюк, переговори закрито. Договір підпишуть у Троянді.
"""
MARIA = "---\ntype: person\nlabels: {uk: Марія Гнатюк}\n---\n"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """One article, and a person with a file."""
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "docs" / "entities").mkdir(parents=True)
    (folder / "docs" / "entities" / "maria.md").write_text(MARIA, encoding="utf-8")
    return read_sources(folder / "seeds", folder / "docs", folder / ".dossier")


@pytest.fixture
def corrected(sources: Sources) -> Callable[[str], LinkedReading]:
    """The article after a front matter, which nothing is wrong with."""

    def made(front: str) -> LinkedReading:
        built = with_front(sources, front)
        assert [str(one) for one in built.problems if one.severity.value != "doubt"] == []
        return built.dossier.readings[0]

    return made


def with_front(sources: Sources, front: str) -> Build:
    """What comes of the sources with that front matter."""
    file = TextFile(path="docs/annotations/a.md", text=f"---\n{front}---\n")
    return build(replace(sources, annotations=(file,)))


def names(linked: LinkedReading) -> list[tuple[str, str, str | None]]:
    """Form, type and entity of each name."""
    return [(link.mention.form, link.mention.type.value, link.entity) for link in linked.links]


def test_the_entity_of_one_mention(corrected: Callable[[str], LinkedReading]):
    """Only the quoted mention is led elsewhere; the reason is the editor's judgement."""
    linked = corrected("mentions:\n- {quote: Пізніше ==Коваль== зустрівся, entity: maria}\n")
    (link,) = [one for one in linked.links if one.mention.form == "Коваль"]

    assert (link.entity, link.reason) == ("maria", LinkReason.JUDGEMENT)
    assert names(linked)[0] == ("Олександр Коваль", "PER", "oleksandr-koval")


def test_a_mention_of_nobody(corrected: Callable[[str], LinkedReading]):
    """``none`` leads nowhere, and the name stays a name."""
    linked = corrected("mentions:\n- {quote: Іван Петренко, entity: none}\n")

    assert ("Іван Петренко", "PER", None) in names(linked)


def test_no_name_at_all(corrected: Callable[[str], LinkedReading]):
    """A type of ``none`` takes the name away, also from whoever speaks by it."""
    linked = corrected("mentions:\n- {quote: Іван Петренко, type: none}\n")

    assert "Іван Петренко" not in [form for form, _, _ in names(linked)]
    assert [linked.entity_of(one.speaker) for one in linked.reading.quotations] == [None]


def test_the_type_of_a_mention(corrected: Callable[[str], LinkedReading]):
    """The type is said as in data or as in words; whoever speaks by the name goes on to."""
    linked = corrected(
        "mentions:\n- {quote: Пізніше ==Коваль==, type: organisation}\n- {quote: Іван Петренко, type: ORG}\n"
    )

    assert [kind for form, kind, _ in names(linked) if form in {"Коваль", "Іван Петренко"}] == ["ORG", "ORG"]
    assert linked.entity_of(linked.reading.quotations[0].speaker) is not None


def test_a_name_that_the_machine_missed(corrected: Callable[[str], LinkedReading]):
    """Quoted words become a name of the type said, or of the type of the entity said."""
    linked = corrected("mentions:\n- {quote: Договір, entity: maria}\n- {quote: у ==Троянді==, type: EVT}\n")

    assert {("Договір", "PER", "maria"), ("Троянді", "EVT", None)} <= set(names(linked))


def test_more_words_of_a_name(corrected: Callable[[str], LinkedReading]):
    """Words that reach into a name and beyond it are the name."""
    linked = corrected("mentions:\n- {quote: Міністр Олександр Коваль прибув до ==Відня 20==, type: EVT}\n")

    assert ("Відня 20", "EVT", None) in names(linked)
    assert len([form for form, _, _ in names(linked) if form == "Відня"]) == 1


@pytest.mark.parametrize(
    ("said", "name", "entity"),
    [
        pytest.param("maria", "Марія Гнатюк", "maria", id="id"),
        pytest.param("Марія Гнатюк", "Марія Гнатюк", "maria", id="name of an entity"),
        pytest.param("Голос за кадром", "Голос за кадром", None, id="name of nobody"),
    ],
)
def test_the_speaker_of_a_quotation(
    corrected: Callable[[str], LinkedReading], said: str, name: str, entity: str | None
):
    """A few quoted words tell the quotation; the basis is the editor."""
    linked = corrected(f"quotations:\n- {{quote: Обмін відбудеться, speaker: {said}}}\n")
    (one,) = linked.reading.quotations

    assert one.speaker is not None
    assert (one.speaker.name, linked.entity_of(one.speaker), one.speaker.basis.value) == (name, entity, "editor")


def test_a_quotation_of_nobody(corrected: Callable[[str], LinkedReading]):
    """``none`` says that the text does not tell."""
    linked = corrected("quotations:\n- {quote: Обмін відбудеться, speaker: none}\n")

    assert linked.reading.quotations[0].speaker is None


def test_words_told_without_marks(corrected: Callable[[str], LinkedReading]):
    """What is told in other words has a speaker too; words that nobody told yet become a quotation."""
    told = corrected("quotations:\n- {quote: переговори закрито, speaker: Петро Сірко}\n")
    new = corrected("quotations:\n- {quote: Договір підпишуть, speaker: maria}\n")

    assert [one.source.name for one in told.reading.attributions if one.source and not one.direct] == ["Петро Сірко"]
    assert [new.entity_of(one.speaker) for one in new.reading.quotations][-1] == "maria"


def test_the_value_of_a_time(corrected: Callable[[str], LinkedReading]):
    """A wrong one is replaced, a missed one is added, none is taken away."""
    value = corrected("times:\n- {quote: 20 червня 2025 року, value: 2025-06-21}\n").times
    added = corrected("times:\n- {quote: Пізніше, value: 2025-06-21/2025-06-22}\n").times
    gone = corrected("times:\n- {quote: 20 червня, value: none}\n").times

    assert [(one.value, one.basis.value) for one in value] == [("2025-06-21", "editor")]
    assert [(one.value, one.type.value) for one in added] == [
        ("2025-06-20", "DATE"),
        ("2025-06-21/2025-06-22", "PERIOD"),
    ]
    assert gone == ()


def test_nothing_is_read_again(sources: Sources):
    """A Reading is made of its text and the corrections of the article; those of words are laid over it."""
    plain, told = (
        read_annotations([("docs/annotations/a.md", f"---\n{front}---\n")], build(sources).dossier.seeds, ())
        for front in ("title: Зустріч\n", "title: Зустріч\ntimes:\n- {quote: 20 червня, value: 2025-06-21}\n")
    )
    seed = build(sources).dossier.seeds[0]

    assert plain.corrections == told.corrections
    assert read((seed, plain.corrections["a"])) == read((seed, told.corrections["a"]))


def test_the_editor_is_named_on_the_page(sources: Sources):
    """A time and a speaker of the editor's say so."""
    built = with_front(
        sources,
        "quotations:\n- {quote: Обмін відбудеться, speaker: maria}\n"
        "times:\n- {quote: 20 червня 2025 року, value: 2025}\n",
    )
    page = next(page for page in built.site.pages if Path(page.path).parts[:2] == ("articles", "a")).text

    assert 'title="Mariia Hnatiuk · the editor’s"' in page
    assert 'data-edtf="2025" title="2025 · the editor’s"' in page
