"""What of a site goes on paper."""

import json
from pathlib import Path

import pytest

from build_dossier.disk import FolderError
from build_dossier.errors import DossierError
from build_dossier.paper.collection import pages_of, read_collection


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three articles and a person."""
    for path in ("", "articles/mist/", "articles/miska-rada/", "articles/voda/", "people/koval/", "people/koval/2/"):
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        head = '<html lang="uk"><meta property="og:site_name" content="Мости &amp; ріки">'
        (tmp_path / path / "index.html").write_text(head, encoding="utf-8")
    dates = {"mist": "2024-05-02", "miska-rada": "2024/..", "voda": "2023-11"}
    readings = [
        {"id": one, "title": {"text": one}, "language": "uk", "published": {"value": day}} for one, day in dates.items()
    ]
    entities = [
        {"id": "koval", "type": "PER", "labels": {"en": "Koval", "uk": "Коваль"}},
        {"id": "gone", "type": "PER", "labels": {"en": "Gone"}},
    ]
    (tmp_path / "data").mkdir()
    for name, lines in (("readings", readings), ("entities", entities)):
        (tmp_path / "data" / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return tmp_path


def test_articles_stand_in_order_of_publication(site: Path):
    """Those with no more than a bound come last; names are in the language of the interface, if they have a page."""
    collection = read_collection(site)

    assert [one.title for one in collection.articles] == ["voda", "mist", "miska-rada"]
    assert [name.label for name in collection.names] == ["Коваль"]
    assert (collection.name, collection.language, collection.timeline) == ("Мости & ріки", "uk", ())


@pytest.mark.parametrize(
    ("wanted", "pages"),
    [
        pytest.param("mist", ["articles/mist/index.html"], id="a whole id before a beginning"),
        pytest.param("misk", ["articles/miska-rada/index.html"], id="a beginning"),
        pytest.param("koval", ["people/koval/index.html", "people/koval/2/index.html"], id="with what continues it"),
        pytest.param("people/koval", ["people/koval/index.html", "people/koval/2/index.html"], id="an address"),
    ],
)
def test_a_page_is_named_by_its_id(site: Path, wanted: str, pages: list[str]):
    """An id, its unique beginning, or an address."""
    assert list(pages_of(site, wanted)) == pages


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        pytest.param("mi", "'mi' is the beginning of miska-rada, mist; give more", id="two"),
        pytest.param("nobody", "is called 'nobody'", id="none"),
        pytest.param("../..", "is called '../..'", id="out of the site"),
        pytest.param("2", "is called '2'", id="a further page by itself"),
    ],
)
def test_what_names_no_page_or_several_is_refused(site: Path, wanted: str, said: str):
    """One line says why."""
    with pytest.raises(DossierError, match=said.replace("(", "\\(")):
        pages_of(site, wanted)


def test_without_a_site_there_is_nothing_to_print(tmp_path: Path):
    """Wrong usage, and how to get one."""
    with pytest.raises(FolderError, match="make site builds it"):
        read_collection(tmp_path)


def test_a_site_without_its_data_is_refused(site: Path):
    """One line says what cannot be read."""
    (site / "data/readings.jsonl").unlink()

    with pytest.raises(DossierError, match="cannot be read"):
        read_collection(site)
