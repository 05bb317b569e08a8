"""Every page of the theme: quiet, narrow enough, named, readable, and inert whatever its front matter holds."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGES = (
    "index.html",
    "articles/zustrich/index.html",
    "articles/vorozhyi/index.html",
    "people/olena-koval/index.html",
    "people/index.html",
    "timeline/index.html",
    "notes/index.html",
    "review/index.html",
    "about/index.html",
    "404.html",
)

HOSTILE = "articles/vorozhyi/index.html"

# WCAG 2.2, 1.4.3: text of ordinary size.
LEAST_CONTRAST = 4.5


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_never_wider_than_the_window(visit: Callable[..., Page], path: str) -> None:
    """No page scrolls sideways, on a phone or a desk."""
    page = visit(path)
    for width in (320, 400, 800, 1220, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else(
    context: Callable[..., BrowserContext], theme_url: str, requests_of: Callable[[Page], list[str]], path: str
) -> None:
    """All requests stay on the site, nothing of the search is among them, and nothing fails."""
    page = context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    asked = requests_of(page)
    page.goto(theme_url + path)
    page.wait_for_load_state("networkidle")

    assert errors == []
    assert asked[0].startswith(theme_url)
    assert [url for url in asked if not url.startswith(theme_url)] == []
    assert [url for url in asked if "/search-index/" in url or "/search/" in url] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_and_named_regions(visit: Callable[..., Page], path: str) -> None:
    """One ``h1``, one ``main``, a skip link that leads somewhere, and no two regions of one kind and name."""
    page = visit(path)

    assert page.locator("h1").count() == 1
    assert page.get_by_role("main").count() == 1
    target = page.locator("a.md-skip").first.get_attribute("href")
    assert target is not None
    assert page.locator(f'[id="{target.removeprefix("#")}"]').count() == 1
    names = page.locator("nav").evaluate_all("all => all.map(nav => nav.getAttribute('aria-label'))")
    assert len(names) == len(set(names))
    assert None not in names


@pytest.mark.parametrize(
    ("path", "current"),
    [
        pytest.param("index.html", "Articles", id="front page"),
        pytest.param("articles/zustrich/index.html", "Articles", id="article"),
        pytest.param("people/olena-koval/index.html", "People", id="person"),
        pytest.param("review/index.html", "Review", id="review"),
    ],
)
def test_the_list_that_a_page_belongs_to_is_current(visit: Callable[..., Page], path: str, current: str) -> None:
    """One section is marked, by attribute and not only by colour."""
    marked = visit(path).locator(".dossier-sections [aria-current]")
    assert marked.all_inner_texts() == [current]


def test_a_group_of_the_menu_opens_and_closes_by_keyboard(visit: Callable[..., Page]) -> None:
    """Enter opens a group, Tab leads into it, Escape closes it and is back on its name; the group one is in is open."""
    page = visit("people/olena-koval/index.html", width=400)
    said = page.locator("details[data-menu] > summary", has_text="What is said")
    said.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Quotations"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.innerText") == "What is said"
    assert page.locator("details[data-menu][open]").count() == 0
    assert page.locator(".sections--below a").first.inner_text() == "People"


def test_a_page_names_itself(visit: Callable[..., Page]) -> None:
    """The window's title is the page's and the dossier's; the front page has the dossier's alone."""
    assert visit("articles/zustrich/index.html").title() == "Мери домовилися про міст · Dossier"
    assert visit("index.html").title() == "Dossier"


def test_hostile_front_matter_is_text(visit: Callable[..., Page]) -> None:
    """Markup in titles, descriptions, dates, names and aliases makes no element, and no script of it runs."""
    page = visit(HOSTILE)
    page.wait_for_timeout(200)

    assert page.evaluate("document.body.dataset.pwned") is None
    assert page.title() == """<img src=x onerror="document.body.dataset.pwned=1"> & "лапки" · Dossier"""
    assert page.locator("meta[http-equiv]").count() == 0
    description = page.locator('meta[name="description"]').get_attribute("content")
    assert description == '" http-equiv="refresh" <script>'
    assert page.locator("article img, article script, article b").count() == 0
    title = page.locator("article").get_attribute("data-search-title")
    assert title == """<img src=x onerror="document.body.dataset.pwned=1"> & "лапки\""""


@pytest.mark.parametrize("path", ["index.html", HOSTILE, "articles/zustrich/index.html"])
def test_our_own_templates_hold_no_script(theme_site: Path, path: str) -> None:
    """Handlers and inline scripts are Material's alone; ours are files, so that a strict policy can be set."""
    html = (theme_site / path).read_text(encoding="utf-8")
    inline = re.findall(r"<script(?![^>]*(?: src=|application/json))[^>]*>(.*?)</script>", html, flags=re.DOTALL)

    assert all("__md_" in script or "location.hash" in script for script in inline)
    assert re.findall(r"<[^>\"']+\son[a-z]+\s*=", html) == []
    assert "<style" not in html


def test_a_strict_policy_is_kept(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """With hashes for Material's inline scripts and nothing else allowed, an article and its search still work."""
    page = context().new_page()
    page.route("**/articles/zustrich/index.html", _with_policy)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => (window.broken ??= []).push(e.violatedDirective))"
    )
    page.goto(f"{theme_url}articles/zustrich/index.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("добудують")
    page.locator(".search__result").first.wait_for()

    assert page.evaluate("window.broken ?? []") == []


def _with_policy(route: Route) -> None:
    response = route.fetch()
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", response.text(), flags=re.DOTALL)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    policy = (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; worker-src 'self'; connect-src 'self'; "
        "style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
    )
    route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})


@pytest.mark.parametrize("path", PAGES)
def test_words_stand_out_from_their_ground(visit: Callable[..., Page], path: str) -> None:
    """Every shown text has the contrast that WCAG asks for, in the light and in the dark."""
    page = visit(path)
    grounds = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.locator(f'body[data-md-color-scheme="{"slate" if scheme == "dark" else "default"}"]').wait_for()
        assert page.evaluate(_FAINT_TEXTS, LEAST_CONTRAST) == []
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(grounds) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_system_decides_on_light_or_dark(visit: Callable[..., Page], scheme: str) -> None:
    """At first, and without scripts, the page is as light or dark as the system."""
    for scripts in (True, False):
        page = visit("index.html", color_scheme=scheme, java_script_enabled=scripts)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (int(re.findall(r"\d+", ground)[0]) > 127) is (scheme == "light")


# Colours are opaque here, so the ground of a text is the nearest ancestor's that has one.
_FAINT_TEXTS = """least => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({opacityProperty: true})) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least) faint.push(`${walker.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
  }
  return faint;
}"""
