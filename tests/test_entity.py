"""The editor's entity files: what is read, and every mistake with its line."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.article import Basis
from build_dossier.entity import Alias, Judgement, Strength, read_entities
from build_dossier.extract.mentions import EntityType

GOLDEN = Path(__file__).parent / "golden" / "errors"
WHOLE = """---
type: person
labels:
  uk: Стів Віткофф
  ru: Стив Уиткофф
  en: Steve Witkoff
aliases:
  - Виткофф
weak_aliases: Стів
same_as: https://www.wikidata.org/wiki/Q42
merge: [uitkoff]
is:
  - {form: спецпосланника, article: vienna}
not:
  - Віткова
ban: false
---

He negotiates; see [[vienna]].
"""


def test_whole_file():
    """Every key of a file has its place in the entity; the body is the prose."""
    (entity,), problems = read_entities([("docs/entities/steve-witkoff.md", WHOLE)])

    assert problems == ()
    assert (entity.id, entity.type, entity.basis) == ("steve-witkoff", EntityType.PER, Basis.EDITOR)
    assert dict(entity.labels) == {"uk": "Стів Віткофф", "ru": "Стив Уиткофф", "en": "Steve Witkoff"}
    assert set(entity.label_basis.values()) == {Basis.EDITOR}
    assert entity.aliases == (
        Alias(form="Виткофф", language=None, strength=Strength.STRONG),
        Alias(form="Стів", language="uk", strength=Strength.WEAK),
    )
    assert entity.judgements == (
        Judgement(form="спецпосланника", article="vienna", positive=True, line=13),
        Judgement(form="Віткова", article=None, positive=False, line=15),
    )
    assert (entity.same_as, entity.merge, entity.ban) == ("Q42", ("uitkoff",), False)
    assert (entity.body, entity.lines["body"], entity.lines["merge"]) == ("He negotiates; see [[vienna]].", 19, 11)


@pytest.mark.parametrize(("word", "kind"), [("place", "LOC"), ("LOC", "LOC"), ("organisation", "ORG"), ("PER", "PER")])
def test_types(word: str, kind: str):
    """The type is an English word or the short form of the data."""
    (entity,), problems = read_entities([("docs/entities/x.md", f"---\ntype: {word}\n---\n")])

    assert (entity.type.value, problems) == (kind, ())


def test_strings_stay_strings():
    """A label that YAML would take for a truth value or a number is the name as written."""
    text = "---\ntype: organisation\nlabels: {en: No, uk: 010}\nban: yes\n---\n"
    (entity,), problems = read_entities([("docs/entities/no.md", text)])

    assert (dict(entity.labels), entity.ban, problems) == ({"uk": "010", "en": "No"}, True, ())


def problems_of(files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Every problem as one line, and the ids that could be used."""
    entities, problems = read_entities(files.items())
    return [f"{one.severity.value} {one.code} {one}" for one in problems], [entity.id for entity in entities]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(GOLDEN.glob("entities-*.yml"))])
def test_problems(path: Path):
    """Every mistake is told with its line and the nearest right thing, and stops no other file."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert problems_of(case["files"]) == (case["problems"], case["entities"])


YAML = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["type", "labels", "aliases", "weak_aliases", "same_as", "merge", "is", "not", "ban", "coordinates", "x"]
)


@given(st.dictionaries(KEYS, YAML, max_size=6))
def test_any_front_matter_is_read_or_told(data: dict[str, object]):
    """Whatever stands in a file, it gives an entity or a problem, and never an exception."""
    text = f"---\n{yaml.safe_dump(data, allow_unicode=True)}---\nprose\n"
    entities, problems = read_entities([("docs/entities/a.md", text)])

    assert entities or problems
    assert all(problem.file == "docs/entities/a.md" for problem in problems)
