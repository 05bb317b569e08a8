"""Whether a page in a browser does nothing but stand there: no script ran, nothing was fetched, no element is odd."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page

ELEMENTS = [
    *(
        "a",
        "abbr",
        "article",
        "aside",
        "bdi",
        "blockquote",
        "br",
        "button",
        "caption",
        "cite",
        "code",
        "data",
        "dd",
        "del",
        "details",
        "div",
    ),
    *("dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ins", "li", "mark", "nav", "ol", "p", "pre", "q"),
    *(
        "section",
        "small",
        "span",
        "strong",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ),
]
"""What may stand in the content of a page."""

ATTRIBUTES = [
    *(
        "aria-current",
        "aria-pressed",
        "content",
        "aria-details",
        "aria-hidden",
        "aria-label",
        "class",
        "colspan",
        "datetime",
        "hidden",
        "href",
    ),
    *("id", "lang", "open", "rel", "role", "scope", "start", "tabindex", "title", "type"),
]
"""What the elements may have; besides, ``data-…``, of which the theme's scripts read only what the program writes."""

DRAWN = ["svg", "title", "desc", "a", "text", "rect", "circle", "line", "path", "g", "defs", "pattern"]
"""What a picture of ours is made of."""

FORMS = ["figure", "figcaption", "form", "label", "select", "option", "input", "output"]
"""What stands around pictures and in filters."""

PLACES = [
    *(
        "viewBox",
        "xmlns",
        "aria-labelledby",
        "aria-describedby",
        "focusable",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "width",
        "height",
        "rx",
        "cx",
        "cy",
        "r",
        "d",
        "fill",
        "stroke-width",
        "text-anchor",
        "transform",
        "patternUnits",
        "patternTransform",
    ),
    *("name", "value", "for", "autocapitalize", "autocomplete", "spellcheck"),
]
"""What drawings and fields have besides."""

# Every way of a text to say that it runs; a page has them before its own scripts.
WATCH = """
window.wasRun = [];
window.ran = what => { window.wasRun.push(String(what)); };
for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) window[name] = (...what) => window.ran(name);
"""

AUDIT = """([elements, attributes, drawn]) => {
  const content = document.querySelector('.md-content');
  const odd = [];
  // The margin's script gives the article a height and notes their places; nothing else has a style.
  const styled = 'article, aside.note';
  const pictures = ['timeline-picture', 'sources-picture', 'map-picture', 'network-picture', 'strip', 'note-icon']
    .map(name => `svg.${name}`).join();
  for (const one of content.querySelectorAll('*')) {
    if (one instanceof HTMLScriptElement) continue; // these are compared by what they are
    const html = one.namespaceURI === 'http://www.w3.org/1999/xhtml';
    const picture = one.closest(pictures);
    if (!(html && !picture ? elements : picture ? drawn : []).includes(one.localName)) odd.push(one.localName);
    for (const name of one.getAttributeNames())
      if (!attributes.includes(name) && !name.startsWith('data-') && !(name === 'style' && one.matches(styled)))
        odd.push(`${one.localName}@${name}`);
    const leads = one.localName === 'a' && one.hasAttribute('href') && new URL(one.getAttribute('href'), location);
    if (leads && !/^https?:$/.test(leads.protocol)) odd.push(leads.href);
  }
  const handlers = document.evaluate("//*/@*[starts-with(local-name(), 'on')]", document, null, 7, null);
  for (let i = 0; i < handlers.snapshotLength; i++) odd.push(handlers.snapshotItem(i).name);
  for (const one of document.querySelectorAll('meta[http-equiv], base, iframe, object, embed')) odd.push(one.localName);
  // What is told of other pages is data, which no browser runs.
  const told = content.querySelector('script.cards[type="application/json"]');
  const cards = JSON.parse(told?.text ?? '{}');
  told?.remove();
  const scripts = [...document.scripts].map(one => one.src ? new URL(one.src).pathname : one.text);
  const stay = event => {
    const link = event.target.closest('a');
    if (link && new URL(link.getAttribute('href') ?? '', location).protocol !== 'javascript:') event.preventDefault();
  };
  addEventListener('click', stay);
  for (const link of content.querySelectorAll('a'))
    link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
  for (const one of content.querySelectorAll('*'))
    for (const type of ['error', 'load', 'focus', 'mouseover', 'pointerenter', 'toggle', 'animationstart', 'begin'])
      one.dispatchEvent(new Event(type));
  const words = [...document.querySelectorAll('[data-src]')].map(one => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll('.note-ref').forEach(reference => reference.remove());
    return copy.textContent;
  });
  const card = content.querySelector('.dossier-card')?.textContent ?? '';
  return {odd, scripts, card, words: words.join(''), title: document.title, text: content.textContent, cards};
}"""


@dataclass(slots=True, kw_only=True)
class Look:
    """What was seen of one page."""

    odd: list[str]
    """Elements, attributes and addresses that no page of ours has."""
    ran: list[str]
    """What said that it ran, or another reason to think so."""
    outside: list[str]
    """Addresses that were asked for and are not the site's."""
    scripts: list[str]
    words: str
    """Of the elements with ``data-src``."""
    title: str
    card: str
    """Title, publisher and so on, above an article."""
    text: str
    """All of the content."""
    cards: dict[str, list[object]]
    """What the page tells of others, by their addresses."""


@dataclass(slots=True, kw_only=True)
class Watch:
    """One tab that looks at pages of one site, one after another."""

    page: Page
    base: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def look(self, path: str) -> Look:
        """Opens a page, clicks every link and fires every handler of its content."""
        self.asked.clear()
        self.said.clear()
        self.page.goto(self.base + path)
        seen = self.page.evaluate(AUDIT, [ELEMENTS + FORMS, ATTRIBUTES + PLACES, DRAWN])
        ran = [*self.said, *self.page.evaluate("window.wasRun ?? ['the watch is gone']")]
        if self.page.url.partition("#")[0] != self.base + path:
            ran.append(f"went to {self.page.url}")
        return Look(
            odd=seen["odd"],
            ran=ran,
            outside=[url for url in self.asked if not url.startswith((self.base, "data:"))],
            scripts=seen["scripts"],
            words=seen["words"],
            title=seen["title"],
            card=seen["card"],
            text=seen["text"],
            cards=seen["cards"],
        )


def watch(context: BrowserContext, base: str) -> Watch:
    """A tab for the site at ``base`` in which nothing is missed that happens."""
    context.add_init_script(WATCH)
    made = Watch(page=context.new_page(), base=base)
    made.page.on("request", lambda request: made.asked.append(request.url))
    made.page.on("dialog", lambda dialog: (made.said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    made.page.on("pageerror", lambda error: made.said.append(str(error)))
    context.on("page", lambda opened: made.said.append(f"opened {opened.url}"))
    return made


def bare(text: str) -> str:
    """The text without white space and control characters: what must be the same on a page and in its source."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cc")


def harmful(look: Look, scripts: Sequence[str]) -> list[str]:
    """Everything that is wrong with what was seen; ``scripts`` are those of a page that nobody attacked."""
    known = set(map(_anywhere, scripts))
    added = [f"script {text[:60]}" for text in look.scripts if _anywhere(text) not in known]
    return [*look.odd, *look.ran, *look.outside, *added]


def _anywhere(script: str) -> str:
    """A script without what it says of how deep its page lies."""
    return script.replace("../", "").replace('".."', '"."')
