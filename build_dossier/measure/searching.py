"""How well and how fast the search of a built site answers, in a real browser.

Comes in: the published site. Goes out: recall and precision by kind of query, bytes and milliseconds of the first and
the following answers. A development tool: it needs Playwright and a Chromium.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_dossier.browsing import browsing
from build_dossier.disk import FolderError
from build_dossier.measure.search_queries import Query, queries, read_told

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ANSWERS = """async (texts) => {
  const { Store } = await import("./assets/javascripts/search/store.js");
  const { Index } = await import("./assets/javascripts/search/index.js");
  const store = new Store(new URL("search-index/", location.href));
  const index = new Index(store, await store.start());
  const answers = [];
  for (const text of texts) {
    const { hits } = await index.ask(text);
    const articles = hits.filter((hit) => index.kinds[hit.number] === "a");
    answers.push(await Promise.all(articles.map(async (hit) => (await index.page(hit.number))[0].split("/")[1])));
  }
  return answers;
}"""

_WATCH = """() => {
  const status = document.querySelector("dialog [data-search-status]");
  const input = document.querySelector("dialog input[type=search]");
  input.addEventListener("input", () => { window.typedAt = performance.now(); window.answeredAt = 0; });
  new MutationObserver(() => {
    if (/\\d|Nothing/.test(status.textContent)) window.answeredAt = performance.now();
  }).observe(status, { childList: true, characterData: true, subtree: true });
}"""

_PATIENCE = 60_000
_TYPED = 12
"""So many queries are typed into the dialog, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A query with its outcome."""

    query: Query
    articles: frozenset[str]

    @property
    def recall(self) -> float:
        """The share of the expected articles that were found."""
        return len(self.query.expected & self.articles) / len(self.query.expected)

    @property
    def precision(self) -> float:
        """The share of the found articles that were expected; 0 when none was found."""
        return len(self.query.expected & self.articles) / len(self.articles) if self.articles else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one answer took."""

    text: str
    transferred: int
    """Bytes over the network, headers included."""
    milliseconds: float
    """From the last key to the answer on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """All that was measured."""

    found: tuple[Found, ...]
    costs: tuple[Cost, ...]
    before: int
    """Files of the search that a page fetches before the dialog is opened."""


def search_bench(site: Path, of_each: int) -> Searched:
    """Asks the search of ``site`` about ``of_each`` queries of every kind.

    Raises:
        FolderError: there is no site.
        DossierError: there is no Playwright or no browser.
    """
    if not (site / "search-index/entry.json").is_file():
        raise FolderError(f"there is no site with a search index in {site}; make site builds it")
    asked = queries(read_told(site), of_each)
    with browsing(site, "this needs") as (address, browser):
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(f"{address}index.html")
        answers = page.evaluate(_ANSWERS, [query.text for query in asked])
        before, costs = _costs(browser.new_page(), address, asked)
    found = tuple(Found(query=q, articles=frozenset(articles)) for q, articles in zip(asked, answers, strict=True))
    return Searched(found=found, costs=costs, before=before)


def _costs(page: "Page", address: str, asked: Sequence[Query]) -> tuple[int, tuple[Cost, ...]]:
    """How many files of the search came with the page, and what some typed queries cost, the first with the dialog."""
    page.set_default_timeout(_PATIENCE)
    sizes: list[int] = []
    urls: list[str] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.on("request", lambda request: urls.append(request.url))
    page.goto(f"{address}index.html", wait_until="networkidle")
    before = sum("/search-index/" in url or "/search/" in url for url in urls)
    step = max(1, len(asked) // _TYPED)
    costs: list[Cost] = []
    sizes.clear()
    page.locator("[data-search-open]").first.click()
    page.evaluate(_WATCH)
    for query in asked[::step][:_TYPED]:
        page.evaluate("window.answeredAt = 0")
        page.locator("dialog input[type=search]").fill(query.text)
        page.wait_for_function("window.answeredAt > 0")
        took = float(page.evaluate("window.answeredAt - window.typedAt"))
        page.wait_for_load_state("networkidle")
        costs.append(Cost(text=query.text, transferred=sum(sizes), milliseconds=took))
        sizes.clear()
    return before, tuple(costs)


def search_table(searched: Searched) -> str:
    """The figures as text, with the queries that found too little."""
    lines = ["kind of query               queries  recall  precision (median)"]
    kinds = dict.fromkeys(one.query.kind for one in searched.found)
    for name, found in (
        *((kind, [f for f in searched.found if f.query.kind == kind]) for kind in kinds),
        ("all", searched.found),
    ):
        recall = statistics.fmean(one.recall for one in found)
        precision = statistics.median(one.precision for one in found)
        lines.append(f"{name:27} {len(found):7} {recall:7.3f} {precision:10.3f}")
    first, *later = searched.costs
    lines += [
        "",
        f"files of the search that come with a page: {searched.before}",
        f"first answer: {first.transferred / 1000:.0f} KB, {first.milliseconds:.0f} ms ({first.text})",
        _later(later),
        "",
        "not all found:",
        *(
            f"  {one.query.text} ({one.query.kind}): {one.recall:.0%} of {len(one.query.expected)}"
            for one in searched.found
            if one.recall < 1
        ),
    ]
    return "\n".join(lines)


def _later(costs: Sequence[Cost]) -> str:
    sizes, times = [cost.transferred / 1000 for cost in costs], [cost.milliseconds for cost in costs]
    largest, slowest = max(costs, key=lambda cost: cost.transferred), max(costs, key=lambda cost: cost.milliseconds)
    return (
        f"later answers: at most {max(sizes):.0f} KB ({largest.text}), median {statistics.median(sizes):.0f} KB; "
        f"at most {max(times):.0f} ms ({slowest.text}), median {statistics.median(times):.0f} ms"
    )
