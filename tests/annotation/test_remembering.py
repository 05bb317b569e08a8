"""Where notes stood is remembered, and their passages are found again in texts that have changed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from build_dossier.annotation import Anchor, Annotations, Note, Orphan, read_annotations
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.annotation.record import path_of, read_records
from build_dossier.annotation.remembering import accept, to_remember
from build_dossier.article import Seed
from build_dossier.article.seed import read_seeds
from build_dossier.errors import Problem
from build_dossier.text.locate import Match, Reason

ROOT = Path(__file__).parents[2]
TEXT = (
    "Міністри зустрілися у Відні в четвер увечері.\n\n"
    "Речник МЗС Олег Бондар сказав, що обмін відбудеться за два тижні, якщо погода дозволить.\n\n"
    "Раніше обмін переносили двічі: у травні та у червні.\n"
)
NOTES = "> обмін відбудеться за два тижні\n\nОдин.\n\n> у травні … у червні\n\n{: #second }\n\nДва.\n"
Files = Mapping[str, str]


def seed(text: str, name: str = "a") -> Seed:
    """An article of that text."""
    return Seed(id=name, name=f"{name}.txt", sha256="", encoding="utf-8", text=text)


def read(notes: str, *seeds: Seed) -> Annotations:
    """What an annotation file says."""
    return read_annotations([("docs/annotations/a.md", notes)], seeds, package_note_kinds())


class Built:
    """What comes of one build: places, problems, and the files as they are afterwards."""

    def __init__(self, text: str, files: Files, notes: str = NOTES) -> None:
        self.seeds = (seed(text),)
        self.notes = read(notes, *self.seeds).notes
        self.records, self.damage = read_records(files.items(), {"a": text})
        self.anchors, self.orphans, self.problems = anchor(self.notes, self.seeds, {}, self.records)
        self.files = {**files, **dict(to_remember(self.notes, self.anchors, self.records, self.seeds))}

    def told(self) -> list[tuple[str, str]]:
        """The words of each passage and how they were found."""
        text = self.seeds[0].text
        return [(match.span.of(text), match.reason.value) for one in self.anchors for match in one.matches]

    def accepted(self, *only: str) -> Files:
        """The files once all has been accepted."""
        return {**self.files, **dict(accept(self.notes, self.anchors, self.records, self.seeds, only)[1])}


WORDS = ("обмін відбудеться за два тижні", "у травні та у червні")


def test_first_found_is_written_once():
    """A second build of the same text writes nothing, and the file says where and in which text."""
    first = Built(TEXT, {})
    second = Built(TEXT, first.files)
    header, one, two, text = map(json.loads, first.files[path_of("a")].splitlines())

    assert first.told() == second.told() == [(words, "EXACT") for words in WORDS]
    assert second.files == first.files
    assert header == {"version": 1, "article": "a"}
    assert (one["words"], two["words"]) == WORDS
    assert "\n".join(text["lines"]) == TEXT


def test_moved_until_accepted():
    """A moved note stays moved however often the site is built, and is where it belongs once that is accepted."""
    first = Built(TEXT, {})
    moved = Built("Оновлено.\n\n" + TEXT, first.files)
    again = Built("Оновлено.\n\n" + TEXT, moved.files)
    after = Built("Оновлено.\n\n" + TEXT, again.accepted())

    assert moved.told() == again.told() == [(words, "MOVED") for words in WORDS]
    assert moved.files == again.files == first.files
    assert [problem.code for problem in moved.problems] == ["note-moved", "note-moved"]
    assert after.told() == [(words, "EXACT") for words in WORDS]
    assert not after.problems
    assert Built(TEXT, after.files).told() == [(words, "MOVED") for words in WORDS]


def test_one_note_is_accepted_alone():
    """The others stay as they are."""
    moved = Built("Оновлено.\n\n" + TEXT, Built(TEXT, {}).files)

    assert [reason for _, reason in Built("Оновлено.\n\n" + TEXT, moved.accepted("second")).told()] == [
        "MOVED",
        "EXACT",
    ]


def test_other_words_until_accepted():
    """A passage of which a word has changed is fuzzy, and once accepted says that its words are not those quoted."""
    new = TEXT.replace("два тижні", "три тижні")
    changed = Built(new, Built(TEXT, {}).files)
    after = Built(new, changed.accepted())

    assert changed.told()[0] == ("обмін відбудеться за три тижні", "FUZZY")
    assert [problem.code for problem in changed.problems] == ["note-fuzzy"]
    assert after.told()[0] == ("обмін відбудеться за три тижні", "ACCEPTED")
    assert not after.problems
    assert Built("Іще.\n\n" + new, after.files).told()[0][1] == "MOVED"


def test_gone_and_back():
    """A passage that is gone is an orphan that keeps its record, and is found again when it is back."""
    first = Built(TEXT, {})
    gone = Built(TEXT.replace(WORDS[0], "усе буде інакше"), first.files)
    back = Built(TEXT, gone.files)

    assert [orphan.note.body.strip() for orphan in gone.orphans] == ["Один."]
    assert back.told() == first.told()


def test_an_edited_quotation_is_another_one():
    """It is looked for anew; the old record goes with it, since it can be found out again."""
    first = Built(TEXT, {})
    edited = Built(TEXT, first.files, NOTES.replace("за два тижні", "за два"))

    assert edited.told()[0] == ("обмін відбудеться за два", "EXACT")
    assert 'за два тижні", "prefix' not in edited.files[path_of("a")]


def test_a_record_of_an_earlier_text_outlives_its_quotation():
    """What could not be found out again is kept until something is accepted: the file may be half written."""
    moved = Built("Оновлено.\n\n" + TEXT, Built(TEXT, {}).files)
    without = Built("Оновлено.\n\n" + TEXT, moved.files, NOTES.partition("\n\n> у травні")[0])

    assert Built("Оновлено.\n\n" + TEXT, without.files).told() == moved.told()


def test_an_id_given_later_keeps_the_record():
    """A record is known by its quotation."""
    first = Built(TEXT, {})
    named = Built("Оновлено.\n\n" + TEXT, first.files, NOTES.replace("\n\nОдин.", "\n\n{: #one }\n\nОдин."))

    assert [reason for _, reason in named.told()] == ["MOVED", "MOVED"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file[: len(file) // 3], id="cut"),
        pytest.param(lambda file: "\ufffd" + file, id="letters"),
        pytest.param(lambda _: "[" * 9000, id="hostile"),
        pytest.param(lambda file: f"<<<<<<< ours\n{file}=======\n{file}>>>>>>> theirs\n", id="merge"),
        pytest.param(lambda file: file.replace('"start": ', '"start": 9'), id="numbers"),
        pytest.param(lambda file: file.replace("Міністри", "Президенти"), id="text"),
    ],
)
def test_damage_costs_no_note(damage: Callable[[str], str]):
    """One line says what is damaged, every note is found, and the file is whole again."""
    first = Built(TEXT, {})
    built = Built(TEXT, {path_of("a"): damage(first.files[path_of("a")])})

    assert [words for words, _ in built.told()] == list(WORDS)
    assert [problem.code for problem in built.damage] == ["records-unreadable"]
    assert built.files == first.files


def test_a_lost_file_is_written_anew():
    """Its notes are found by their words."""
    assert Built(TEXT, {}).files == Built(TEXT, Built(TEXT, {}).files).files


def test_a_later_version_is_left_alone():
    """Nothing is read from it and nothing written to it."""
    file = {path_of("a"): '{"version": 2, "article": "a"}\nsomething\n'}
    built = Built(TEXT, file)

    assert built.files == file
    assert [problem.code for problem in built.damage] == ["records-of-later-version"]
    assert len(built.anchors) == 2


@pytest.fixture(scope="module")
def gold() -> tuple[tuple[Seed, ...], tuple[Note, ...]]:
    """The project's own seeds and notes."""
    seeds, _ = read_seeds((path.name, path.read_bytes()) for path in sorted((ROOT / "seeds").glob("*.txt")))
    files = [
        (f"docs/annotations/{path.name}", path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "docs/annotations").glob("*.md"))
    ]
    return seeds, read_annotations(files, seeds, package_note_kinds()).notes


def revised(
    gold: tuple[tuple[Seed, ...], tuple[Note, ...]], change: Callable[[str, Match], str], words: int
) -> list[tuple[Anchor | Orphan, tuple[Problem, ...]]]:
    """Each first passage of so many words or more, after a change around it, in two builds that must say the same."""
    seeds, notes = gold
    by_id = {one.id: one for one in seeds}
    first, orphans, _ = anchor(notes, seeds)
    assert not orphans
    files = to_remember(notes, first, {}, seeds)
    found = []
    for one in first:
        if not one.matches or len(one.note.passages[0].quote.split()) < words:
            continue
        old = by_id[one.note.article]
        new = replace(old, text=change(old.text, one.matches[0]))
        alone = replace(one.note, passages=one.note.passages[:1])
        records, problems = read_records(files, {new.id: new.text})
        assert not problems
        answers = [anchor([alone], [new], {}, records)]
        later = dict(files) | dict(to_remember([alone], answers[0][0], records, [new]))
        answers.append(anchor([alone], [new], {}, read_records(later.items(), {new.id: new.text})[0]))
        assert answers[0] == answers[1]
        found.append(((*answers[0][0], *answers[0][1])[0], answers[0][2]))
    assert len(found) > 20
    return found


def _paragraph_before(text: str, match: Match) -> str:
    start = text.rfind("\n", 0, match.start) + 1
    return f"{text[:start]}Редакція отримала уточнення від прес-служби.\n\n{text[start:]}"


def _word_inside(text: str, match: Match) -> str:
    words = match.span.of(text).split(" ")
    middle = len(words) // 2
    return text[: match.start] + " ".join([*words[:middle], "нещодавно", *words[middle + 1 :]]) + text[match.end :]


def _gone(text: str, match: Match) -> str:
    return text[: match.start] + text[match.end :]


def test_every_note_after_a_paragraph_was_put_before(gold: tuple[tuple[Seed, ...], tuple[Note, ...]]):
    """All are found and say that they have moved."""
    for answer, problems in revised(gold, _paragraph_before, words=4):
        assert isinstance(answer, Anchor)
        assert answer.matches[0].reason is Reason.MOVED
        assert [problem.code for problem in problems] == ["note-moved"]


def test_every_note_after_a_word_was_changed(gold: tuple[tuple[Seed, ...], tuple[Note, ...]]):
    """All are found and say that their words are other ones."""
    for answer, problems in revised(gold, _word_inside, words=4):
        assert isinstance(answer, Anchor)
        assert answer.matches[0].reason is Reason.FUZZY
        assert [problem.code for problem in problems] == ["note-fuzzy"]


def test_every_note_after_its_passage_was_cut(gold: tuple[tuple[Seed, ...], tuple[Note, ...]]):
    """All are orphans and are told, none lands on other words."""
    for answer, problems in revised(gold, _gone, words=1):
        assert isinstance(answer, Orphan)
        assert [problem.code for problem in problems] == ["quote-not-found"]
