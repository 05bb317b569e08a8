"""Sets of terms as editors write them down: the README's own, and what lies on top of the program's."""

import re
from pathlib import Path

from told import told

from build_dossier.framing.lexicon import package_sets, read_sets
from build_dossier.framing.matching import find, finders

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_readmes_set_is_read_and_found():
    """The example, word for word: no mistake, and the words that it says."""
    example = re.search(r"<!-- example: terms -->\n```yaml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    sets, problems = read_sets([("docs/lexicon/framing/bridge.yml", example[1])], {})
    assert problems == ()
    text = "В Одесі чекають: вічного довгобуду, проєкту цього мосту, зразкового проєкту, проєкту закону."
    article = told("a", text).reading.article

    assert [(hit.term, text[hit.start : hit.end]) for hit in find(article, finders(sets))] == [
        ("long-building", "вічного довгобуду"),
        ("project", "проєкту цього мосту"),
        ("model-project", "зразкового проєкту"),
    ]
    assert sets["bridge"].counted_in("model-project") == ("model-project", "project")


def test_elsewhere_the_set_is_not_counted():
    """Without a word of ``only_with`` nothing is."""
    example = re.search(r"<!-- example: terms -->\n```yaml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    sets, _ = read_sets([("docs/lexicon/framing/bridge.yml", example[1])], {})

    assert find(told("a", "У Києві довгобуд.").reading.article, finders(sets)) == ()


def test_an_editors_set_lies_on_top():
    """A term replaces the one of the same key, nothing removes it, the others stay, and so does the title."""
    text = "terms:\n  war: ~\n  conflict: {gloss: strife, uk: [чвари]}\n  feud: {gloss: feud, uk: [ворожнеча]}\n"
    sets, problems = read_sets([("docs/lexicon/framing/war.yml", text)])
    before, after = package_sets()["war"], sets["war"]

    assert problems == ()
    assert after.title == before.title
    assert after.only_with == before.only_with
    assert {*before.terms} - {*after.terms} == {"war"}
    assert {*after.terms} - {*before.terms} == {"feud"}
    assert after.terms["conflict"].patterns == {"uk": ("чвари",)}
    assert list(sets) == list(package_sets())


def test_a_set_can_be_off():
    """``off: yes`` takes a set of the program's away."""
    sets, problems = read_sets([("docs/lexicon/framing/sanctions.yml", "off: yes\n")])

    assert (problems, "sanctions" in sets) == ((), False)


def test_both_languages_stand_side_by_side():
    """Every term of the program's has words in Ukrainian and in Russian, but where a language has no such word."""
    one_sided = {
        f"{one.key}/{term.key}"
        for one in package_sets().values()
        for term in one.terms.values()
        if set(term.patterns) != {"uk", "ru"}
    }

    assert {key.split("/")[0] for key in one_sided} == {"belarus-name"}
