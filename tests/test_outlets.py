"""The table of outlets: what is known of whom news cites."""

from itertools import pairwise

import pytest

from build_dossier.outlets import OutletKind, name_key, package_outlets, read_outlets

WRONG = [
    pytest.param(
        "herald: paper",
        "outlet “herald”: expected `kind: agency`, `country: US` and a name as `uk:`, `ru:` or `en:` below it",
        id="no entry",
    ),
    pytest.param("herald: {kind: paper}", "outlet “herald”: it has no name as `uk:`, `ru:` or `en:`", id="no name"),
    pytest.param(
        "herald: {en: Herald, kind: magazine}",
        "outlet “herald”: its `kind` is one of agency, paper, broadcaster, site, channel, institute",
        id="no such kind",
    ),
    pytest.param(
        "herald: {en: Herald, kind: paper, contry: US}",
        "outlet “herald”: unknown field “contry”, perhaps country",
        id="unknown field",
    ),
    pytest.param(
        "herald: {en: Herald, kind: paper, country: Texas}",
        "outlet “herald”: its `country` is two capital letters of ISO 3166-1, not “Texas”",
        id="no code",
    ),
    pytest.param(
        "herald: {en: Herald, kind: paper, state: partly}",
        "outlet “herald”: its `state` is yes or no",
        id="neither yes nor no",
    ),
]
SPELLINGS = [
    pytest.param("«Белта»", "belta", id="quotation marks"),
    pytest.param("БЕЛТА", "belta", id="capitals"),
    pytest.param("Associated  Press", "ap", id="spaces"),
    pytest.param("Ройтерз", "reuters", id="in Cyrillic"),
    pytest.param("Немецкая волна", "dw", id="by its own sense"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_wrong_entries(text: str, message: str):
    """A wrong entry is told with its line."""
    _, problems = read_outlets([("docs/lexicon/outlets.yml", f"# mine\n{text}\n")])

    assert [(problem.line, problem.message) for problem in problems] == [(2, message)]


def test_broken_file():
    """A file that cannot be read leaves the package's table as it is, and is told."""
    outlets, problems = read_outlets([("docs/lexicon/outlets.yml", "a: [\n")])

    assert outlets == package_outlets()
    assert len(problems) == 1


def test_the_editor_replaces_by_key():
    """An outlet of the editor's takes the place of the package's, names and all; the others stay."""
    text = "nyt: {kind: site, country: CA, en: Northern Yukon Times}\n"
    outlets, problems = read_outlets([("docs/lexicon/outlets.yml", text)])

    found = outlets.find("Northern Yukon Times")
    assert problems == ()
    assert found is not None
    assert (found.key, found.kind) == ("nyt", OutletKind.SITE)
    assert outlets.find("NYT") is None
    assert outlets.find("Reuters") == package_outlets().find("Reuters")


@pytest.mark.parametrize(("name", "key"), SPELLINGS)
def test_spellings(name: str, key: str):
    """An outlet is found in all its spellings."""
    found = package_outlets().find(name)

    assert found is not None
    assert found.key == key


def test_the_package_knows_many():
    """The table holds the media that news here cites, each with its country, the keys in ASCII."""
    outlets = package_outlets().outlets

    assert len(outlets) >= 250
    assert all(outlet.country is not None for outlet in outlets.values())
    assert all(key.isascii() for key in outlets)


def test_no_name_means_two():
    """Every name of the table leads to one outlet."""
    names = sorted((name_key(name), o.key) for o in package_outlets().outlets.values() for name in o.names)

    assert [one for one, other in pairwise(names) if one[0] == other[0] and one[1] != other[1]] == []
