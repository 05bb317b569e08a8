"""Pages on which articles stand side by side."""

import re

from dossiers import page_of

from build_dossier.build import Build

PAIR = "compare/000_01465673ddc29907/001_bbd2a5d7c17144b2/index.md"


def section(text: str, anchor: str) -> str:
    """What stands under a heading."""
    return text.partition(f"{{: #{anchor} }}")[2].partition("\n## ")[0]


def cells(text: str) -> list[list[bool]]:
    """For each row of a table whether each cell has words."""
    rows = re.findall(r'<tr role="row">(<td.*?)</tr>', text)
    return [["facing-silent" not in cell for cell in row.split("<td")[1:]] for row in rows]


def test_articles_without_a_common_event_have_no_page_together(dossier_build: Build):
    """Of five articles two tell of the same: there is one page of two, and it shows what the page of events shows."""
    pairs = [page.path for page in dossier_build.site.pages if page.path.startswith("compare/")]

    assert pairs == [PAIR]


def test_two_articles_face_each_other_on_three_events(seeds_alone: Build):
    """Without a word of the editor's the meeting, the visit of 2020 and the election stand in facing cells."""
    text = page_of(seeds_alone, PAIR)

    assert cells(section(text, "shared")) == [[True, True]] * 3
    assert "звільнили 14 політв" in section(text, "alone")
    assert all(sorted(row) == [False, True] for row in cells(section(text, "alone")))


def test_the_page_of_an_event_shows_its_passages_and_what_else_both_tell(dossier_build: Build):
    """The event itself comes first, then the two others that both tell."""
    text = page_of(dossier_build, "events/2025-06-21-kellogg-lukashenko/index.md")

    assert cells(section(text, "told")) == [[True, True]]
    assert cells(section(text, "shared")) == [[True, True]] * 2


def test_an_event_of_one_article_has_no_columns(dossier_build: Build):
    """Its passages stand below each other."""
    text = page_of(dossier_build, "events/2025-06-20-bastrykin/index.md")

    assert "<table" not in text
    assert "blockquote" in text


def test_a_related_article_leads_to_the_page_of_both(dossier_build: Build):
    """Only where there is one."""
    text = page_of(dossier_build, "articles/001_bbd2a5d7c17144b2/index.md")

    assert text.count("[Side by side](") == 1
    assert f"[Side by side](../../{PAIR})" in text


def test_the_release_is_told_by_the_one_and_not_by_the_other(dossier_build: Build, seeds_alone: Build):
    """In the table of coverage an empty cell says so in words, with the editor's events and without them."""
    for built in (dossier_build, seeds_alone):
        table = page_of(built, "coverage/index.md")
        row = next(row for row in table.split("<tr ") if "звільнення 14" in row or "frees 14" in row)
        told = ["not told" not in cell for cell in row.split("<td")[1:]]
        columns = re.findall(r'href="\.\./articles/(\d+)_[^"]*" lang="\w+">', table.split("</thead>")[0])

        assert dict(zip(columns, told, strict=True))["000"]
        assert not dict(zip(columns, told, strict=True))["001"]


def test_an_article_page_says_what_it_leaves_out(dossier_build: Build):
    """001 tells of the meeting without the release; what 002 tells of other months is not held against it."""
    text = section(page_of(dossier_build, "articles/001_bbd2a5d7c17144b2/index.md"), "left-out")

    assert "Belarus frees 14 political prisoners" in text
    assert "potash" not in text


def test_a_kind_is_said_once(dossier_build: Build):
    """On the page of all differences under its group alone; on the page of two articles above each difference."""
    every, pair = page_of(dossier_build, "differences/index.md"), page_of(dossier_build, PAIR)
    groups = re.findall(r"^## (.*) \{: #kind-", every, re.MULTILINE)
    headings = re.findall(r"^### (.*) \{: \.note-heading", every, re.MULTILINE)

    assert "Told differently" in groups
    assert not set(groups) & set(headings)
    assert 'id="kind-told-differently-1"' in every
    assert re.search(r"^### Told differently", pair, re.MULTILINE)
