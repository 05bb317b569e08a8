"""Whatever a text holds and wherever it stands, its page only shows it: nothing runs, nothing is fetched.

The texts are those of ``tests/hostile``, each in the places that ``hostile_project`` names, all in one site.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from hostile_project import Case, one_line, write_compared, write_hostile_project
from inert import Watch, bare, harmful, watch
from playwright.sync_api import Browser

from build_dossier.__main__ import main

pytestmark = [pytest.mark.browser, pytest.mark.site]

TEXTS = Path(__file__).parents[1] / "hostile"
CLASSES = sorted(path.stem for path in TEXTS.glob("*.yml"))
FEWEST = 100
LISTS = (
    "index.html",
    "articles/index.html",
    "people/index.html",
    "notes/index.html",
    "review/index.html",
    "quotes/index.html",
    "sources/index.html",
    "timeline/index.html",
    "dates/index.html",
)
COMPARED = (
    "compare/*/*",
    "coverage",
    "differences",
    "duplicates",
    "events/*",
    "framing",
    "framing/*",
    "framing/*/*",
    "framing/*/*/grouped",
    "map",
    "names-given",
    "network",
)
"""Pages that compare or draw: each kind as its folders."""


STEP = 1 if os.environ.get("HOSTILE") == "all" else 3
"""Every third text, or all of them: ``HOSTILE=all``."""


def texts_of(name: str) -> list[str]:
    """The texts of a class; one that is long stands there as a piece and how often it is repeated."""
    read = yaml.safe_load((TEXTS / f"{name}.yml").read_text(encoding="utf-8"))[::STEP]
    return [text if isinstance(text, str) else text["repeat"] * text["times"] for text in read]


def in_turn() -> list[str]:
    """The first text of each class, then the second of each, and so on: where there is not room for all."""
    rows = zip_longest(*(texts_of(name) for name in CLASSES))
    return [text for row in rows for text in row if text is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacked:
    """The site of all hostile texts, open in a browser."""

    site: Path
    watch: Watch
    cases: dict[str, Sequence[Case]]
    """By class."""
    scripts: Sequence[str]
    """Of pages without a hostile text."""


@pytest.fixture(scope="module")
def attacked(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, serve: Callable[[Path], str]
) -> Iterator[Attacked]:
    """A site in which every text stands in every place, and its pages that hold an ordinary one."""
    folder = tmp_path_factory.mktemp("hostile")
    texts = [("ordinary", "Звичайний рядок."), *((name, text) for name in CLASSES for text in texts_of(name))]
    written = write_hostile_project(folder, [text for _, text in texts])
    write_compared(folder, in_turn())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        main(["site"])
    cases: dict[str, list[Case]] = {name: [] for name in ("ordinary", *CLASSES)}
    for (name, _), case in zip(texts, written, strict=True):
        cases[name].append(case)
    context = browser.new_context()
    tab = watch(context, serve(folder / "site"))
    (ordinary,) = cases["ordinary"]
    scripts = [script for path in (*LISTS, ordinary.article, ordinary.entity) for script in tab.look(path).scripts]
    yield Attacked(site=folder / "site", watch=tab, cases=cases, scripts=scripts)
    context.close()


def test_there_are_many_texts_of_many_classes():
    """The tests below cannot pass for want of texts."""
    assert sum(len(texts_of(name)) for name in CLASSES) >= FEWEST


@pytest.mark.parametrize("name", CLASSES)
def test_articles_are_inert_and_show_the_words(attacked: Attacked, name: str):
    """As first line, caption, body, file name, quotation, note, and the editor's title and publisher."""
    for case in attacked.cases[name]:
        look = attacked.watch.look(case.article)
        line = bare(one_line(case.text))

        assert harmful(look, attacked.scripts) == [], case.text
        assert bare(look.words) == bare(case.seed)
        assert bare(look.title).startswith(line)
        assert bare(case.seed_name) in bare(look.text)
        assert line in bare(look.card)


@pytest.mark.parametrize("name", CLASSES)
def test_entities_are_inert_and_bear_the_name(attacked: Attacked, name: str):
    """As labels, as alias, and as the prose of an entity."""
    for case in attacked.cases[name]:
        look = attacked.watch.look(case.entity)

        assert harmful(look, attacked.scripts) == [], case.text
        assert bare(look.title).startswith(bare(one_line(case.text)))
        assert bare(one_line(case.text)) in bare(look.text)
        told = look.cards.get(case.article.removesuffix("/index.html"))  # where the name could be found in its text
        if told is not None:
            assert told[1]
            assert bare(one_line(case.text)).startswith(bare(str(told[1]).removesuffix("…")))


@pytest.mark.parametrize("path", LISTS)
def test_lists_are_inert(attacked: Attacked, path: str):
    """All titles, names, quotations and problems on one page each."""
    assert harmful(attacked.watch.look(path), attacked.scripts) == []


@pytest.mark.parametrize("kind", COMPARED)
def test_pages_that_compare_and_draw_are_inert(attacked: Attacked, kind: str):
    """Titles, publishers, names, notes, events and terms; there is such a page, and it shows what nobody wrote."""
    pages = sorted(attacked.site.glob(f"{kind}/index.html"))
    looks = [attacked.watch.look(page.relative_to(attacked.site).as_posix()) for page in pages]
    begins = [bare(one_line(text))[:20] for text in in_turn()]  # long ones are shown shortened

    assert [harmful(look, attacked.scripts) for look in looks] == [[]] * len(looks)
    assert any(begin in bare(look.text) for look in looks for begin in begins if len(begin) > 12)
