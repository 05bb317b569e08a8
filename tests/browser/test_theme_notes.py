"""Notes stand where the reader is: in the margin, below the passage, on paper; and layers leave the words alone."""

import re
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from playwright.sync_api import BrowserContext, FloatRect, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "articles/zustrich/index.html"


def _box(locator: Locator) -> FloatRect:
    box = locator.bounding_box()
    assert box is not None
    return box


def _overlap(one: FloatRect, other: FloatRect) -> bool:
    across = one["x"] < other["x"] + other["width"] and other["x"] < one["x"] + one["width"]
    return across and one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]


@pytest.mark.parametrize("scripts", [pytest.param(True, id="with scripts"), pytest.param(False, id="without")])
@pytest.mark.parametrize("width", [1220, 1400, 1900])
def test_on_a_wide_screen_notes_stand_in_the_margin(visit: Callable[..., Page], width: int, *, scripts: bool) -> None:
    """Beside the text, none upon another or upon the text, in the order of their passages."""
    page = visit(ARTICLE, width=width, java_script_enabled=scripts)
    notes = [_box(note) for note in page.locator(".note").all()]
    blocks = [_box(block) for block in page.locator("[data-src], .dossier-card, .apparatus").all()]

    assert all(note["x"] > block["x"] + block["width"] for note in notes for block in blocks[1:])
    assert not any(_overlap(one, other) for one, other in combinations(notes, 2))
    assert not any(_overlap(note, block) for note in notes for block in blocks)
    assert all(one["y"] < other["y"] for one, other in pairwise(notes))
    first = _box(page.locator("#p2"))
    assert abs(notes[0]["y"] - first["y"]) < first["height"] + 200


def test_scripts_leave_no_hole_in_the_text(visit: Callable[..., Page]) -> None:
    """However high its notes, a paragraph is followed at once by the next."""
    page = visit(ARTICLE)
    gaps = page.locator("[data-src]").evaluate_all(
        "all => all.slice(1).map((b, i) => b.getBoundingClientRect().top - all[i].getBoundingClientRect().bottom)"
    )
    assert max(gaps[1:]) < 60


@pytest.mark.parametrize("width", [400, 800])
def test_on_a_narrow_screen_a_note_stands_below_its_passage(visit: Callable[..., Page], width: int) -> None:
    """After its paragraph and before the next, within the column."""
    page = visit(ARTICLE, width=width)
    passage, note, crosshead = (_box(page.locator(selector)) for selector in ("#p2", "#n-n1", "#p3"))

    assert passage["y"] + passage["height"] <= note["y"]
    assert note["y"] + note["height"] <= crosshead["y"]
    assert note["x"] + note["width"] <= width


@pytest.mark.parametrize("width", [400, 1400])
def test_paper_has_the_notes_and_nothing_to_press(visit: Callable[..., Page], width: int) -> None:
    """Printed, every note stands after its passage; header, sections, foot and switches are gone."""
    page = visit(ARTICLE, width=width)
    page.emulate_media(media="print")

    for note in page.locator(".note").all():
        expect(note).to_be_visible()
    for selector in (".dossier-header", ".dossier-sections", ".dossier-footer", ".layers", ".note-back"):
        expect(page.locator(selector).first).to_be_hidden()
    passage, note = _box(page.locator("#p2")), _box(page.locator("#n-n1"))
    assert passage["y"] + passage["height"] <= note["y"]


def test_a_listed_note_stays_together_on_paper(visit: Callable[..., Page]) -> None:
    """Heading, quotation, prose and signature are on one page; what only leads elsewhere is not printed."""
    page = visit("notes/index.html")
    page.emulate_media(media="print")

    expect(page.locator(".note-passage").first).to_be_visible()
    expect(page.locator(".note-passage > a").first).to_be_hidden()
    style = page.evaluate(
        """() => {
          const of = (selector) => getComputedStyle(document.querySelector(selector));
          const passage = of(".note-passage");
          const others = [of(".note-heading").breakAfter, of(".note-foot").breakBefore];
          return [passage.breakInside, passage.breakAfter, ...others];
        }"""
    )
    assert style == ["avoid"] * 4


def test_keys_lead_from_the_passage_to_its_note_and_back(visit: Callable[..., Page]) -> None:
    """The reference leads to the note, the note names its way back, and each is the target on arrival."""
    page = visit(ARTICLE)
    page.locator("a.note-ref").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#n-n1:target")).to_be_in_viewport()
    page.locator("#n-n1 .note-back").focus()
    page.keyboard.press("Enter")

    expect(page.locator("a.note-ref").first).to_be_focused()
    assert page.url.endswith("#a-n1")
    expect(page.locator("mark[aria-details=n-n1]")).to_be_in_viewport()
    page.locator("#n-n1 .note-back").focus()
    page.keyboard.press("Escape")
    expect(page.locator("a.note-ref").first).to_be_focused()


def test_an_address_of_some_words_marks_them(visit: Callable[..., Page]) -> None:
    """The words that an address counts out are set off, signs of notes aside; nonsense marks nothing."""
    page = visit(f"{ARTICLE}?passage=12-18#p4")
    words = "[...(CSS.highlights.get('found') ?? [])].map(range => range.toString())"

    expect(page.locator("#p4")).to_be_in_viewport()
    assert page.evaluate(words) == ["обіцяє"]
    page.goto(page.url.replace("12-18", "999999-3"))
    assert page.evaluate(words) == []


def test_an_address_of_a_paragraph_shows_it(visit: Callable[..., Page]) -> None:
    """``#p4`` is in view, free of the bar at the top, and set off from the others."""
    page = visit(ARTICLE + "#p4", width=400)
    paragraph = page.locator("#p4")

    expect(paragraph).to_be_in_viewport()
    assert _box(paragraph)["y"] >= _box(page.locator(".dossier-header"))["height"]
    ground = "e => getComputedStyle(e).backgroundColor"
    assert paragraph.evaluate(ground) != page.locator("#p2").evaluate(ground)


@pytest.mark.parametrize(
    ("layer", "selector", "probe", "off"),
    [
        pytest.param("People", "a.mention.per", "e => getComputedStyle(e).textDecorationColor", "rgba(0, 0, 0, 0)"),
        pytest.param("Places", "a.mention.loc", "e => getComputedStyle(e).textDecorationColor", "rgba(0, 0, 0, 0)"),
        pytest.param("Notes", ".note", "e => getComputedStyle(e).display", "none"),
    ],
)
def test_a_layer_goes_and_comes_by_key_and_the_words_stay(
    visit: Callable[..., Page], layer: str, selector: str, probe: str, off: str
) -> None:
    """A switch says whether it is pressed, works by key, is remembered, and never changes the source's words."""
    page = visit(ARTICLE)
    words = (
        "all => all.map(e => { const c = e.cloneNode(true); c.querySelectorAll('.note-ref').forEach(r => r.remove());"
    )
    words += " return c.textContent; })"
    before = page.locator("[data-src]").evaluate_all(words)
    switch = page.get_by_role("button", name=layer)
    assert page.locator(selector).first.evaluate(probe) != off

    switch.focus()
    page.keyboard.press("Space")
    assert switch.get_attribute("aria-pressed") == "false"
    assert page.locator(selector).first.evaluate(probe) == off
    assert page.locator("[data-src]").evaluate_all(words) == before

    page.reload()
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert page.locator(selector).first.evaluate(probe) != off


def test_an_address_of_a_note_shows_it_whatever_was_switched_off(visit: Callable[..., Page]) -> None:
    """Who follows a link to a note means to read it; the choice stays kept for other pages."""
    page = visit(ARTICLE)
    page.get_by_role("button", name="Notes").click()
    expect(page.locator("#n-n1")).to_be_hidden()

    page.goto(page.url + "#n-n1")
    expect(page.locator("#n-n1")).to_be_in_viewport()
    page.goto(page.url.partition("#")[0])
    page.reload()
    expect(page.locator("#n-n1")).to_be_hidden()


def test_an_address_with_unread_words_shows_their_paragraph(visit: Callable[..., Page]) -> None:
    """A text fragment that no browser reads, its sign encoded, is taken off the address."""
    page = visit(ARTICLE + "#p4:%7E:text=обіцяє", width=400)

    expect(page.locator("#p4")).to_be_in_viewport()
    assert page.locator("#p4").evaluate("e => e.matches(':target')")


def test_switches_work_where_nothing_can_be_kept(visit: Callable[..., Page]) -> None:
    """A browser that refuses storage still switches."""
    page = visit("about/index.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.stack or ""))
    page.goto(page.url.replace("about/index.html", ARTICLE))
    switch = page.get_by_role("button", name="Notes")
    switch.click()

    assert switch.get_attribute("aria-pressed") == "false"
    assert [error for error in errors if "reading.js" in error] == []


def test_nothing_moves_under_the_reader(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """What the scripts show and place has its room from the first paint (Core Web Vitals: good is 0.1 at most)."""
    page = context(viewport={"width": 1400, "height": 900}).new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(all => all.getEntries().forEach(e => { window.moved += e.value; }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(theme_url + ARTICLE)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.moved") <= 0.02


def test_without_scripts_there_are_no_dead_switches(visit: Callable[..., Page]) -> None:
    """What needs a script is not shown without one; the lists are a link away."""
    page = visit(ARTICLE, java_script_enabled=False)

    expect(page.locator("[data-layers]")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_hidden()
    expect(page.get_by_role("link", name="Browse the articles")).to_be_visible()


DENSE = re.compile(r'<aside class="note[^>]* id="n-(\w+)".*?</aside>', re.DOTALL)


def crowded(html: str) -> str:
    """The page with every note five times, and a long one among them."""
    more = "<p>So many words that nobody would read them beside a paragraph of two lines.</p>" * 6

    def copies(found: re.Match[str]) -> str:
        note, name = found[0], found[1]
        others = (note.replace(f'id="n-{name}"', f'id="n-{name}-{number}"') for number in range(4))
        return "\n".join((note.replace("</aside>", f"{more}</aside>"), *others))

    return DENSE.sub(copies, html)


def test_many_notes_stay_near_their_passages(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """However many, none lies upon another; those that begin a paragraph's are a few lines from it; all can be read."""
    page = context(viewport={"width": 1400, "height": 900}).new_page()
    page.route("**/zustrich/index.html", lambda route: route.fulfill(body=crowded(route.fetch().text())))
    page.goto(theme_url + ARTICLE)
    notes = page.locator(".dossier--article > .note")
    boxes = [_box(note) for note in notes.all()]
    mark = _box(page.locator("mark[aria-details=n-n1]"))

    assert len(boxes) > 5
    assert all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(boxes))
    assert abs(boxes[0]["y"] - mark["y"]) <= 121

    short = page.locator(".note--short").first
    height = _box(short)["height"]
    short.hover()
    assert _box(short)["height"] > height
    page.mouse.move(0, 0)
    short.locator(".note-back").focus()
    assert _box(short)["height"] > height


def test_what_is_pointed_at_shows_what_belongs_to_it(visit: Callable[..., Page]) -> None:
    """The passage shows its note, and the note its passage, by more than colour."""
    page = visit(ARTICLE)
    page.locator("mark[aria-details=n-n1]").first.hover()
    expect(page.locator("#n-n1.is-meant")).to_be_visible()
    page.locator("#n-n1").hover()
    expect(page.locator("mark.is-meant[aria-details=n-n1]").first).to_have_css("border-bottom-width", "3px")
    page.mouse.move(0, 0)
    expect(page.locator(".is-meant")).to_have_count(0)
