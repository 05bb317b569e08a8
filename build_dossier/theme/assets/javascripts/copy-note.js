// @ts-check
/**
 * «Copy as note»: the selected words of an article as the Markdown of a note, ready for `docs/annotations/<id>.md`;
 * «Copy link»: the address that marks them (`reading.js` says how). Loaded when words are first selected.
 * Where somebody else takes care of the passage (the preview, which writes the note), it is not copied: a cancelable
 * event `dossier:note` tells of it first.
 *
 * The words are the source's own: the signs that lead to notes are left out, the notes themselves too. Where the same
 * words stand in the article more than once, their neighbours are quoted with them and the words are marked `==…==`.
 */
(() => {
  const corner = /** @type {HTMLElement | null} */ (document.querySelector("[data-copy-note]"));
  if (!corner) return;
  const buttons = /** @type {HTMLElement} */ (corner.querySelector(".copy-note__buttons"));
  const status = /** @type {HTMLElement} */ (corner.querySelector("[role=status]"));
  const byHand = /** @type {HTMLTextAreaElement} */ (corner.querySelector("textarea"));
  const CONTEXT = 32; // Characters on each side, as many as a text quote selector keeps.
  const SHOWN = 2000; // Milliseconds.

  const blocks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-src]")]);

  /**
   * The text nodes of a block that are the source's words.
   * @param {Node} block
   * @returns {Text[]}
   */
  function sourceNodes(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(".note-ref, .note") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    return nodes;
  }

  /** @param {string} text */
  const oneSpaced = (text) => text.replace(/[ \t\r\n\f]+/g, " ");

  /**
   * The article's words before, in and after a range; blocks stand apart by a space. Every run of white space is one.
   * @param {Range} range
   * @returns {{before: string, words: string, after: string}}
   */
  function around(range) {
    const parts = { before: "", words: "", after: "" };
    for (const block of blocks) {
      for (const node of sourceNodes(block)) {
        const [start, end] = cut(node, range);
        parts.before += node.data.slice(0, start);
        parts.words += node.data.slice(start, end);
        parts.after += node.data.slice(end);
      }
      const here = range.comparePoint(block, block.childNodes.length);
      parts[here < 0 ? "before" : here > 0 ? "after" : "words"] += " ";
    }
    return { before: oneSpaced(parts.before), words: oneSpaced(parts.words), after: oneSpaced(parts.after) };
  }

  /**
   * Where a range begins and ends in a text node; both at the same end when it lies outside.
   * @param {Text} node
   * @param {Range} range
   * @returns {[number, number]}
   */
  function cut(node, range) {
    if (!range.intersectsNode(node)) {
      const at = range.comparePoint(node, 0) < 0 ? node.length : 0;
      return [at, at];
    }
    const start = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) < 0 ? node.length : 0;
    const end = node === range.endContainer ? range.endOffset : range.comparePoint(node, node.length) > 0 ? 0 : node.length;
    return [Math.min(start, end), end];
  }

  /**
   * The quotation as a note begins with it.
   * @param {Range} range
   * @returns {string} Empty when no word of the article is selected.
   */
  function quotationOf(range) {
    const { before, words, after } = around(range);
    const exact = words.trim();
    if (exact === "") return "";
    const whole = oneSpaced(before + words + after);
    if (whole.split(exact).length === 2) return exact;
    const at = words.indexOf(exact);
    const prefix = wholeWords((before + words.slice(0, at)).trimStart(), -CONTEXT);
    const suffix = wholeWords((words.slice(at + exact.length) + after).trimEnd(), CONTEXT);
    return `${prefix}==${exact}==${suffix}`.trim();
  }

  /**
   * The first characters of a text, or the last for a negative count, without the word that the cut would break.
   * @param {string} text
   * @param {number} count
   * @returns {string}
   */
  function wholeWords(text, count) {
    if (text.length <= Math.abs(count)) return text;
    return count < 0 ? text.slice(count).replace(/^\S+\s?/, "") : text.slice(0, count).replace(/\s?\S+$/, "");
  }

  function today() {
    const now = new Date();
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /**
   * How many characters of a text count: white space and control characters do not, they differ from page to source.
   * @param {string} text
   */
  const counted = (text) => [...text.replace(/[\p{White_Space}\p{Cc}]/gu, "")].length;

  /**
   * Whether somebody else takes care of the passage.
   * @param {Range} range
   */
  function taken(range) {
    const { before, words } = around(range);
    const start = counted(before);
    const detail = { start, end: start + counted(words), words, day: today() };
    return !document.dispatchEvent(new CustomEvent("dossier:note", { detail, cancelable: true }));
  }

  /** @param {string} quotation */
  const noteOf = (quotation) => `> ${quotation}\n\n{: kind=context author="" date=${today()} }\n\n`;

  /**
   * The address of the selected words: their first paragraph, and the characters of it that they begin and end with.
   * @param {Range} range
   * @returns {string} Empty when no word is selected.
   */
  function addressOf(range) {
    /** @type {{block: HTMLElement, start: number, end: number}[]} */
    const parts = [];
    for (const block of blocks) {
      let before = 0;
      for (const node of sourceNodes(block)) {
        const [start, end] = cut(node, range);
        if (start < end) parts.push({ block, start: before + start, end: before + end });
        before += node.length;
      }
    }
    const [first, last] = [parts[0], parts[parts.length - 1]];
    if (!first) return "";
    const address = new URL(location.href);
    address.search = `?passage=${first.start}-${last.block === first.block ? "" : `${last.block.id}.`}${last.end}`;
    address.hash = first.block.id;
    return address.href;
  }

  function selected() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    return blocks.some((block) => range.intersectsNode(block)) ? range : null;
  }

  function follow() {
    const range = selected();
    buttons.hidden = !range || quotationOf(range) === "";
    if (buttons.hidden || !range) return;
    const boxes = range.getClientRects();
    const last = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
    const room = document.documentElement.clientWidth - buttons.offsetWidth - 8;
    buttons.style.left = `${window.scrollX + Math.max(8, Math.min(last.right - buttons.offsetWidth / 2, room))}px`;
    buttons.style.top = `${window.scrollY + last.bottom + 6}px`;
  }

  async function copy() {
    const range = selected();
    const quotation = range ? quotationOf(range) : "";
    if (!range || quotation === "") return;
    if (taken(range)) {
      buttons.hidden = true;
      return;
    }
    await put(noteOf(quotation));
  }

  async function copyLink() {
    const range = selected();
    if (range) await put(addressOf(range));
  }

  /**
   * Into the clipboard, else where it can be copied by hand.
   * @param {string} text
   */
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      say("text-done");
      buttons.hidden = true;
    } catch {
      byHand.value = text;
      byHand.hidden = false;
      byHand.select();
      say("text-failed");
    }
  }

  /** @param {string} name */
  function say(name) {
    status.textContent = corner?.getAttribute(`data-${name}`) ?? "";
    window.setTimeout(() => { status.textContent = ""; }, SHOWN);
  }

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(follow, 150);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      buttons.hidden = true;
      byHand.hidden = true;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyN" || !selected()) return;
    event.preventDefault();
    copy();
  });
  buttons.addEventListener("pointerdown", (event) => event.preventDefault()); // Keeps the selection.
  buttons.querySelector("[data-copy=note]")?.addEventListener("click", copy);
  buttons.querySelector("[data-copy=link]")?.addEventListener("click", copyLink);
  follow();
})();
