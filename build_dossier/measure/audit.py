"""What every kind of page asks of its readers: checked by axe, by keyboard, on narrow windows, by weight and by time.

Comes in: the published site. Goes out: the figures of a page of each kind, and what misses its mark. A development
tool: it needs Playwright, a Chromium and axe-core.
"""

import gzip
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_dossier.browsing import browsing
from build_dossier.errors import DossierError
from build_dossier.measure.page_kinds import kinds_of_pages
from build_dossier.measure.screenshots import LOOKS
from build_dossier.preview.static import check_built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

AXE = Path(__file__).parents[2] / "tests" / "vendor" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1400, 400)
NARROWEST = 320
"""CSS pixels: 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10)."""

MOST_MILLISECONDS = 1000.0
MOST_SHIFT = 0.02
MOST_BYTES = 60_000
"""Of HTML, style sheets and scripts of a page, compressed, beyond the theme's base and fonts."""
MOST_SCRIPTS = 3
LOADS = 3
"""The time of a page in a window is the median of so many, if the first is too slow: a machine may be busy."""
TABS = 60
"""So many stops are visited with the keyboard."""
PATIENCE = 60_000

_BASE = re.compile(r"/assets/(?:stylesheets/(?:main|palette)\.|javascripts/bundle\.)[^/]*$")
"""Material's own files."""

_WATCH = """
window.paints = []; window.shifts = [];
new PerformanceObserver(l => paints.push(...l.getEntries().map(e => e.startTime)))
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver(l => shifts.push(...l.getEntries().filter(e => !e.hadRecentInput).map(e => e.value)))
  .observe({ type: 'layout-shift', buffered: true });
"""

VIOLATIONS = """async rules => (await axe.run({ runOnly: rules })).violations
  .map(v => `${v.id} × ${v.nodes.length}: ${v.nodes[0].target.join(' ')}`)"""

_SCRIPTS = """Array.from(document.querySelectorAll('script[src]'), s => [s.src, s.defer || s.type === 'module'])"""

_STOPS = """() => {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(e => e.tabIndex >= 0 && !e.disabled && !e.matches('.md-top') && !e.closest('[inert]')
      && e.getClientRects().length
      && e.checkVisibility({ visibilityProperty: true })
      && (e.tagName !== 'SUMMARY' || e.parentElement.tagName === 'DETAILS'));
  // Of a group of radio buttons Tab comes to the chosen one, or to the first.
  const named = e => stops.filter(other => other.type === 'radio' && other.name === e.name);
  window.stops = stops.filter(e => e.type !== 'radio' || e === (named(e).find(o => o.checked) ?? named(e)[0]));
  return window.stops.length;
}"""

_HERE = """() => {
  const here = document.activeElement, style = getComputedStyle(here);
  const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  return [window.stops.indexOf(here), seen, here.outerHTML.slice(0, 80)];
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """The figures of one page, and what misses its mark."""

    kind: str
    path: str
    paint: float
    """Milliseconds to the largest contentful paint, in the window where it comes later."""
    shift: float
    """Cumulative layout shift, in the window that has more of it."""
    size: int
    """Bytes compressed, beyond the base."""
    scripts: int
    stops: int
    """That the keyboard came to."""
    misses: tuple[str, ...]


def audit(site: Path, only: Sequence[str] | None = None, axe: Path = AXE) -> Iterator[Audited]:
    """Looks at a page of each kind, or of some kinds.

    Raises:
        FolderError: there is no site.
        DossierError: there is no Playwright, no browser or no axe.
    """
    check_built(site)
    if not axe.is_file():
        raise DossierError(f"an audit needs axe-core: {axe} is not there")
    checker = axe.read_text(encoding="utf-8")
    with browsing(site, "an audit needs") as (address, browser):
        for kind, path in kinds_of_pages(site).items():
            if only and kind not in only:
                continue
            yield _audited(browser, address, checker, kind, path)


def _audited(browser: "Browser", address: str, checker: str, kind: str, path: str) -> Audited:
    by_width = [_loads(browser, address, path, width) for width in WIDTHS]
    loads = by_width[0]
    paint = max(statistics.median(load.paint for load in loads) for loads in by_width)
    shift = max(load.shift for loads in by_width for load in loads)
    size, scripts = loads[0].size, loads[0].scripts
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address + path)
    stops, lost = _keyboard(page)
    misses = [*loads[0].misses, *lost, *_looked_at(page, checker)]
    context.close()
    misses += [f"painted after {paint:.0f} ms"] if paint > MOST_MILLISECONDS else []
    misses += [f"shifts by {shift:.3f}"] if shift > MOST_SHIFT else []
    misses += [f"weighs {size / 1000:.1f} KB"] if kind == "article" and size > MOST_BYTES else []
    misses += [f"{scripts} scripts"] if scripts > MOST_SCRIPTS else []
    return Audited(
        kind=kind,
        path=path,
        paint=paint,
        shift=shift,
        size=size,
        scripts=scripts,
        stops=stops,
        misses=tuple(misses),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Load:
    paint: float
    shift: float
    size: int
    scripts: int
    misses: tuple[str, ...]


def _loads(browser: "Browser", address: str, path: str, width: int) -> list[_Load]:
    """A visit, and where it takes too long some more."""
    loads = [_load(browser, address, path, width)]
    while len(loads) < LOADS and loads[0].paint > MOST_MILLISECONDS:
        loads.append(_load(browser, address, path, width))
    return loads


def _load(browser: "Browser", address: str, path: str, width: int) -> _Load:
    """One visit with an empty cache."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(_WATCH)
    came: list[Response] = []
    asked: list[str] = []
    misses: list[str] = []
    page.on("response", lambda response: came.append(response))  # noqa: PLW0108  # a builtin takes no mark of theirs
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: misses.append(f"script error: {error}"))
    page.goto(address + path, wait_until="networkidle")
    paint = float(page.evaluate("Math.max(0, ...window.paints)"))
    shift = float(page.evaluate("window.shifts.reduce((a, b) => a + b, 0)"))
    own = [(src, deferred) for src, deferred in page.evaluate(_SCRIPTS) if not _BASE.search(src)]
    misses += [f"asks {url}" for url in asked if not url.startswith((address, "data:", "blob:"))]
    misses += [f"not deferred: {src.rsplit('/', 1)[-1]}" for src, deferred in own if not deferred]
    size = sum(_compressed(one) for one in came if _counts(one))
    context.close()
    return _Load(paint=paint, shift=shift, size=size, scripts=len(own), misses=tuple(misses))


def _counts(response: "Response") -> bool:
    return response.request.resource_type in {"document", "stylesheet", "script"} and not _BASE.search(response.url)


def _compressed(response: "Response") -> int:
    return len(gzip.compress(response.body(), mtime=0))


def _keyboard(page: "Page") -> tuple[int, list[str]]:
    """How many stops Tab comes to one after the other, and where it is lost or not to be seen."""
    count = min(int(page.evaluate(_STOPS)), TABS)
    lost: list[str] = []
    for expected in range(count):
        page.keyboard.press("Tab")
        found, seen, element = page.evaluate(_HERE)
        if "md-top" in element:  # it comes and goes with scrolling, and is no stop of its own
            page.keyboard.press("Tab")
            found, seen, element = page.evaluate(_HERE)
        if found != expected:
            lost.append(f"Tab {expected + 1} comes to stop {found + 1}: {element}")
            return expected, lost
        if not seen:
            lost.append(f"no sign of focus: {element}")
    return count, lost


def _looked_at(page: "Page", checker: str) -> Iterator[str]:
    """What axe says, in every look and width, and whether the page is too wide for a narrow window."""
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > NARROWEST:
        yield f"{wide} pixels wide in a window of {NARROWEST}"
    page.evaluate(checker)
    for look in LOOKS:
        page.emulate_media(color_scheme=look)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for violation in page.evaluate(VIOLATIONS, RULES):
                yield f"axe ({look}, {width}): {violation}"


def audit_table(found: Sequence[Audited]) -> str:
    """The figures, and under them every miss."""
    rows = ["kind of page         LCP ms    CLS   own KB  scripts  stops  misses"]
    rows += [
        f"{one.kind:20} {one.paint:6.0f} {one.shift:6.3f} {one.size / 1000:8.1f} {one.scripts:8} {one.stops:6}"
        f" {len(one.misses):7}"
        for one in found
    ]
    rows += ["", *(f"{one.kind} ({one.path}): {miss}" for one in found for miss in one.misses)]
    return "\n".join(rows).rstrip()


def audit_json(found: Sequence[Audited]) -> Mapping[str, Any]:
    """The figures by kind of page."""
    return {one.kind: {"paint": one.paint, "shift": one.shift, "size": one.size, "misses": one.misses} for one in found}
