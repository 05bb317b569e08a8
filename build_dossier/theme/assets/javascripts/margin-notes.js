// @ts-check
/**
 * Notes in the margin, each as near to the height of its passage as its neighbours allow. Without this script the stylesheet puts them beside their
 * paragraph and, where many notes stand close together, leaves room in the text; the script closes that room up.
 */
(() => {
  const article = /** @type {HTMLElement | null} */ (document.querySelector(".dossier--article"));
  const notes = /** @type {HTMLElement[]} */ ([...(article?.querySelectorAll(":scope > .note") ?? [])]);
  if (!article || notes.length === 0) return;
  const wide = window.matchMedia("screen and (min-width: 1220px)");
  const GAP = 18; // Pixels between two notes.

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
   * Tops for boxes that must not overlap, as near to the wished ones as can be, in least squares: neighbours that
   * would overlap move as one block to the mean of their wishes (pool adjacent violators).
   * @param {number[]} wished
   * @param {number[]} heights
   * @param {number} least
   * @returns {number[]}
   */
  function spread(wished, heights, least) {
    /** @type {{sum: number, count: number}[]} */
    const blocks = [];
    let offset = 0;
    const offsets = heights.map((height) => (offset += height + GAP) - height - GAP);
    const mean = (/** @type {{sum: number, count: number}} */ block) => block.sum / block.count;
    wished.forEach((wish, index) => {
      let block = { sum: wish - offsets[index], count: 1 };
      for (let last = blocks.at(-1); last && mean(last) >= mean(block); last = blocks.at(-1)) {
        block = { sum: last.sum + block.sum, count: last.count + block.count };
        blocks.pop();
      }
      blocks.push(block);
    });
    const moved = blocks.flatMap((block) => Array(block.count).fill(Math.max(least, mean(block))));
    return moved.map((top, index) => top + offsets[index]);
  }

  function place() {
    if (!article) return;
    article.classList.toggle("dossier--margin", wide.matches);
    article.style.minHeight = "";
    if (!wide.matches) return;
    const origin = article.getBoundingClientRect().top;
    const shown = notes.filter((note) => note.offsetParent !== null);
    const heading = article.querySelector(":scope > h1")?.getBoundingClientRect();
    const wished = shown.map((note) => (passageOf(note)?.getBoundingClientRect().top ?? origin) - origin);
    const heights = shown.map((note) => note.offsetHeight);
    const tops = spread(wished, heights, heading ? heading.bottom - origin + GAP : 0);
    shown.forEach((note, index) => { note.style.top = `${tops[index]}px`; });
    article.style.minHeight = `${(tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) + GAP}px`;
  }

  new ResizeObserver(place).observe(article);
  wide.addEventListener("change", place);
  document.addEventListener("layers", place);
  place();
})();
