// @ts-check
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
