// @ts-check
/* What a reader of an article does: switch marks on and off, go from a passage to its note and back, follow an address
   to some words, make a note of selected ones. Runs before the first paint, so that nothing moves under the reader. */

/** Switches for what is marked in an article: names by type, notes. The text stays the same; the choice is kept. */
(() => {
  const toolbar = /** @type {HTMLElement | null} */ (document.querySelector("[data-layers]"));
  if (!toolbar) return;
  const KEPT = "dossier.layers-off";
  const switches = /** @type {HTMLElement[]} */ ([...toolbar.querySelectorAll("[data-layer]")]);
  const known = switches.map((button) => button.dataset.layer ?? "");

  /** The layers switched off, as last chosen; none where the browser keeps nothing. */
  function kept() {
    try {
      return new Set((localStorage.getItem(KEPT) ?? "").split(" ").filter((name) => known.includes(name)));
    } catch {
      return new Set();
    }
  }

  /** @param {Set<string>} off */
  function keep(off) {
    try {
      localStorage.setItem(KEPT, [...off].join(" "));
    } catch {
      // A browser that keeps nothing still switches.
    }
  }

  /** @param {Set<string>} off */
  function apply(off) {
    document.body.dataset.layersOff = [...off].join(" ");
    for (const button of switches) button.setAttribute("aria-pressed", String(!off.has(button.dataset.layer ?? "")));
    document.dispatchEvent(new Event("layers"));
  }

  const off = kept();
  for (const button of switches) {
    button.addEventListener("click", () => {
      const layer = button.dataset.layer ?? "";
      if (!off.delete(layer)) off.add(layer);
      apply(off);
      keep(off);
    });
  }

  /** Who follows an address to a note means to read it: notes come back, and what was chosen stays kept. */
  function reveal() {
    const meant = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (meant?.matches(".note") && off.delete("notes")) {
      apply(off);
      meant.scrollIntoView();
    }
  }

  apply(off);
  toolbar.hidden = false;
  reveal();
  window.addEventListener("hashchange", reveal);
})();

/**
 * Notes in the margin, each level with its passage or a few lines off it. Where so many stand close together that one
 * would be farther off, the text leaves room for them above its paragraph, so that a note never drifts from its words.
 * Without this script the stylesheet puts notes beside their paragraph and leaves room wherever they are longer than it.
 */
(() => {
  const article = /** @type {HTMLElement | null} */ (document.querySelector(".dossier--article"));
  const notes = /** @type {HTMLElement[]} */ ([...(article?.querySelectorAll(":scope > .note") ?? [])]);
  if (!article || notes.length === 0) return;
  const wide = window.matchMedia("screen and (min-width: 1220px)");
  const GAP = 14; // Pixels between two notes.
  const FAR = 120; // Pixels between the first line of a passage and that of its note, at most: some four lines.
  const SHORT = 94; // Pixels that a shortened note has at least: its kind and two lines.
  /** @type {HTMLElement[]} */
  let pushed = [];

  /**
   * The passage that a note is about, else the paragraph before it.
   * @param {HTMLElement} note
   * @returns {Element | null}
   */
  function passageOf(note) {
    const marked = article?.querySelector(`[aria-details~="${CSS.escape(note.id)}"]`);
    if (marked) return marked;
    let before = note.previousElementSibling;
    while (before?.matches(".note")) before = before.previousElementSibling;
    return before;
  }

  /**
   * The block that a passage stands in: what can be moved down to leave room for notes.
   * @param {Element | null} passage
   * @returns {HTMLElement | null}
   */
  function blockOf(passage) {
    let block = passage;
    while (block && block.parentElement !== article) block = block.parentElement;
    return /** @type {HTMLElement | null} */ (block);
  }

  /**
   * How far blocks must move down for every note to be near its passage: a note that would stand lower than it may,
   * because of the notes before it, pushes the block of its passage down, and all that follow with it. The notes of
   * one block may be more than it has room for; only the first of them is held to it.
   * @param {{wish: number, height: number, block: HTMLElement | null}[]} all
   * @param {number} least
   * @returns {{tops: number[], rooms: Map<HTMLElement, number>}}
   */
  function fitted(all, least) {
    const rooms = new Map();
    /** @type {number[]} */
    const earliest = [];
    let moved = 0;
    let free = least;
    all.forEach((note, index) => {
      const late = free - (note.wish + moved) - FAR;
      if (late > 0 && note.block && note.block !== all[index - 1]?.block) {
        rooms.set(note.block, late);
        moved += late;
      }
      note.wish += moved;
      earliest.push(Math.max(note.wish - FAR, free));
      free = earliest[index] + note.height + GAP;
    });
    const tops = [...earliest];
    for (let index = all.length - 1, below = Infinity; index >= 0; index -= 1) {
      const { wish, height } = all[index];
      tops[index] = Math.max(earliest[index], Math.min(wish, below - GAP - height));
      below = tops[index];
    }
    return { tops, rooms };
  }

  /**
   * Shortens the notes of a block that are longer together than the text from it to the next noted block: the rest of
   * one is seen when it, or its passage, is pointed at or has the focus.
   * @param {HTMLElement[]} shown
   * @param {{wish: number, height: number, block: HTMLElement | null}[]} all
   * @param {number} end
   */
  function shorten(shown, all, end) {
    for (let first = 0, next = 0; first < all.length; first = next) {
      next = all.findIndex((note, index) => index > first && note.block !== all[first].block);
      if (next < 0) next = all.length;
      const room = (all[next]?.wish ?? end) - all[first].wish;
      const needed = all.slice(first, next).reduce((sum, note) => sum + note.height + GAP, 0);
      if (needed <= room) continue;
      const share = Math.max(SHORT, room / (next - first) - GAP);
      for (let index = first; index < next; index += 1) {
        if (all[index].height > share) cut(shown[index], share);
      }
    }
    all.forEach((note, index) => { note.height = shown[index].offsetHeight; });
  }

  /**
   * @param {HTMLElement} note
   * @param {number} height
   */
  function cut(note, height) {
    note.classList.add("note--short");
    note.style.setProperty("--short", `${height}px`);
  }

  /** Notes at their length, and blocks that were moved down, as they were. */
  function restore() {
    for (const block of pushed) block.style.marginTop = "";
    for (const note of notes) note.classList.remove("note--short");
    pushed = [];
  }

  /** @param {Map<HTMLElement, number>} rooms */
  function push(rooms) {
    const gaps = [...rooms].map(([block, room]) => {
      let before = block.previousElementSibling;
      while (before?.matches(".note")) before = before.previousElementSibling;
      const gap = before ? block.getBoundingClientRect().top - before.getBoundingClientRect().bottom : 0;
      return { block, margin: gap + room };
    });
    for (const { block, margin } of gaps) block.style.marginTop = `${margin}px`;
    pushed = [...rooms.keys()];
  }

  function place() {
    if (!article) return;
    article.classList.toggle("dossier--margin", wide.matches);
    article.style.minHeight = "";
    restore();
    if (!wide.matches) return;
    const origin = article.getBoundingClientRect().top;
    const shown = notes.filter((note) => note.offsetParent !== null);
    const heading = article.querySelector(":scope > h1")?.getBoundingClientRect();
    const all = shown.map((note) => {
      const passage = passageOf(note);
      const wish = (passage?.getBoundingClientRect().top ?? origin) - origin;
      return { wish, height: note.offsetHeight, block: blockOf(passage) };
    });
    shorten(shown, all, origin + article.offsetHeight);
    const { tops, rooms } = fitted(all, heading ? heading.bottom - origin + GAP : 0);
    push(rooms);
    shown.forEach((note, index) => { note.style.top = `${tops[index]}px`; });
    article.style.minHeight = `${(tops.at(-1) ?? 0) + (all.at(-1)?.height ?? 0) + GAP}px`;
  }

  /**
   * The notes and passages that belong to what is pointed at or has the focus.
   * @param {EventTarget | null} target
   * @returns {Element[]}
   */
  function related(target) {
    const part = target instanceof Element ? target.closest(".note, mark.note-mark, a.note-ref") : null;
    const named = part?.getAttribute("aria-details") ?? part?.getAttribute("href")?.slice(1) ?? part?.id ?? "";
    return named.split(" ").filter(Boolean).flatMap((id) => [
      ...(article?.querySelectorAll(`#${CSS.escape(id)}, mark[aria-details~="${CSS.escape(id)}"]`) ?? []),
    ]);
  }

  /** @param {Event} event */
  function connect(event) {
    const meant = event.type.endsWith("out") ? [] : related(event.target);
    for (const part of article?.querySelectorAll(".is-meant") ?? []) part.classList.toggle("is-meant", meant.includes(part));
    for (const part of meant) part.classList.add("is-meant");
  }
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) article.addEventListener(type, connect);

  new ResizeObserver(place).observe(article);
  wide.addEventListener("change", place);
  document.addEventListener("layers", place);
  place();
})();

/** From a note back to its passage, by its link or by Escape: the sign that leads to the note has the focus again. */
(() => {
  /** @param {Element | null | undefined} note */
  const signOf = (note) =>
    note ? /** @type {HTMLElement | null} */ (document.querySelector(`a.note-ref[href="#${CSS.escape(note.id)}"]`)) : null;

  document.addEventListener("click", (event) => {
    const back = event.target instanceof Element ? event.target.closest(".note-back") : null;
    const sign = signOf(back?.closest(".note"));
    if (sign) setTimeout(() => sign.focus({ preventScroll: true })); // after the browser has gone there
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") signOf(document.activeElement?.closest(".note"))?.focus();
  });
})();

/**
 * An address with a text fragment, `#p4:~:text=…`, names its paragraph before it. A browser that does not know such
 * addresses, or reads one in which a program for mail has written `~` as `%7E`, would look for a paragraph of all that.
 */
(() => {
  const [paragraph, words] = location.hash.split(/:(?:~|%7E):/i);
  if (words !== undefined && document.getElementById(paragraph.slice(1))) location.replace(paragraph);
})();

/**
 * An address that means some words of a paragraph, `?passage=12-60#p4`, marks them: 12 and 60 count the characters of the
 * paragraph, `12-p5.8` ends in another one. Without scripts the whole paragraph is marked.
 */
(() => {
  const said = /^(\d{1,6})-(?:(p\d{1,6})\.)?(\d{1,6})$/.exec(new URLSearchParams(location.search).get("passage") ?? "");
  const first = document.getElementById(location.hash.slice(1));

  /**
   * The place of a character of a paragraph's own words: signs that lead to notes are none.
   * @param {Element | null} block
   * @param {number} count
   * @returns {[Text, number] | null}
   */
  function place(block, count) {
    if (!block) return null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(".note-ref") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let left = count;
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    return null;
  }

  if (said && first?.matches("[data-src]")) {
    const start = place(first, Number(said[1]));
    const end = place(said[2] ? document.getElementById(said[2]) : first, Number(said[3]));
    if (start && end) {
      const range = new Range();
      range.setStart(...start);
      range.setEnd(...end);
      if ("highlights" in CSS && !range.collapsed) {
        CSS.highlights.set("found", new Highlight(range));
        first.classList.add("found-passage");
      }
    }
  }
})();

/** Notes are written seldom: what makes one of selected words comes when words are first selected. */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const asked = () => !(document.getSelection()?.isCollapsed ?? true);
  /** @type {KeyboardEvent | null} */
  let early = null; // Alt+N that was pressed while the script came.

  /** @param {KeyboardEvent} event */
  function wait(event) {
    if (event.altKey && event.code === "KeyN" && asked()) early = new KeyboardEvent("keydown", event);
  }

  function load() {
    if (!asked()) return;
    document.removeEventListener("selectionchange", load);
    const script = Object.assign(document.createElement("script"), { src: new URL("copy-note.js", own).href });
    script.addEventListener("load", () => {
      document.removeEventListener("keydown", wait);
      if (early) document.dispatchEvent(early);
    });
    document.head.append(script);
  }

  document.addEventListener("selectionchange", load);
  document.addEventListener("keydown", wait);
})();
