// @ts-check
/**
 * Opens the search: by a button, `/` or Ctrl/Cmd+K; arrows, Enter, Escape. Marks what was found on the page it led to.
 *
 * A page loads this file alone. The index and the modules below `search/` are fetched when the dialog is first opened,
 * or by the search page. A page opened from the disk may not load them (browsers forbid it), and says how to get search.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[data-search]"));
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-page] [data-search-view]"));

  /** Begins the names by which the address of a page says what its dialog is asked: other parts of a page have their own. */
  const PREFIX = "search-";

  /** @type {Map<HTMLElement, Promise<any>>} */
  const views = new Map();

  /**
   * The view in an element, its modules fetched once.
   * @param {HTMLElement} root
   */
  function view(root) {
    let made = views.get(root);
    if (!made) {
      const site = new URL("../../", own);
      made = import(new URL("search/view.js", own).href).then(({ View }) => new View(root, site, root === page ? "" : PREFIX));
      made.catch(() => {
        views.delete(root);
        const status = root.querySelector("[data-search-status]");
        if (status) status.textContent = root.getAttribute("data-text-failed");
      });
      views.set(root, made);
    }
    return made;
  }

  /**
   * From the disk: the words that say how to search, and no field to type in.
   * @param {HTMLElement} root
   */
  function fromDisk(root) {
    for (const field of root.querySelectorAll("input, select")) field.setAttribute("disabled", "");
    root.querySelector("[data-search-needs-server]")?.removeAttribute("hidden");
  }

  /**
   * @param {HTMLElement} root
   * @param {string} [search] Of the address that asks already.
   */
  function start(root, search = "") {
    if (location.protocol === "file:") return fromDisk(root);
    return view(root).then(async (ready) => {
      if (search) await ready.restore(search);
      else if (ready.input.value) await ready.answer(); // typed while the modules came
      else await ready.prepare();
    }, () => {});
  }

  /** @param {string} [search] Of an address that asks the dialog already. */
  function open(search = "") {
    if (page) page.querySelector("input")?.focus();
    const root = /** @type {HTMLElement | null} */ (dialog?.querySelector("[data-search-view]") ?? null);
    if (!dialog || !root || dialog.open) return;
    dialog.showModal();
    root.querySelector("input")?.select();
    if (!views.has(root)) start(root, search);
    else views.get(root)?.then((ready) => ready.remember(ready.wishes()), () => {});
  }

  /** The address of a page whose dialog is closed says nothing of it. */
  function forget() {
    const address = new URL(location.href);
    for (const name of [...address.searchParams.keys()]) if (name.startsWith(PREFIX)) address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
  }

  /** @param {EventTarget | null} target */
  const isTyping = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  document.addEventListener("keydown", (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    open();
  });

  for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-search-view]"))) {
    root.addEventListener("keydown", (event) => {
      const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
      if (!(event.key in steps) || event.target instanceof HTMLSelectElement) return;
      if (event.target instanceof HTMLInputElement && event.target.type === "date") return;
      event.preventDefault();
      views.get(root)?.then((ready) => ready.move(steps[event.key]), () => {});
    });
    root.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (root.querySelector("[data-search-results] a"))?.click();
    });
  }

  for (const opener of document.querySelectorAll("[data-search-open]")) opener.addEventListener("click", () => open());
  dialog?.addEventListener("close", forget);
  dialog?.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
  dialog?.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog?.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = target.closest("a");
    const within = link && link.pathname === location.pathname && link.origin === location.origin;
    if (target === dialog || within) dialog.close(); // another page takes its place; Back finds the dialog as it was
  });

  /** Marks the words that a search has found, in the passage that its link leads to; the address is cleaned of them. */
  function markFound() {
    const address = new URL(location.href);
    const words = (address.searchParams.get("found") ?? "").split("|").filter(Boolean).slice(0, 20);
    if (words.length === 0) return;
    address.searchParams.delete("found");
    history.replaceState(history.state, "", address);
    const passage = document.getElementById(decodeURIComponent(address.hash.slice(1)));
    if (!passage) return;
    passage.classList.add("found-passage");
    passage.scrollIntoView({ block: "nearest" });
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    const ranges = rangesOf(passage, pattern);
    if ("highlights" in CSS) CSS.highlights.set("found", new Highlight(...ranges));
    else for (const range of ranges) range.surroundContents(document.createElement("mark"));
  }

  /**
   * Where a pattern stands in the text of an element, one range for each stretch of it that no tag divides.
   * @param {HTMLElement} element
   * @param {RegExp} pattern
   */
  function rangesOf(element, pattern) {
    const nodes = /** @type {{node: Node, start: number, end: number}[]} */ ([]);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("[data-search-ignore]")) continue; // the number of a note is no part of a word
      nodes.push({ node, start: text.length, end: (text += node.nodeValue).length });
    }
    const found = [...text.matchAll(pattern)].map((one) => ({ first: one.index, last: one.index + one[0].length }));
    return nodes.toReversed().flatMap(({ node, start, end }) =>
      found.filter(({ first, last }) => first < end && last > start).toReversed().map(({ first, last }) => {
        const range = new Range();
        range.setStart(node, Math.max(first, start) - start);
        range.setEnd(node, Math.min(last, end) - start);
        return range;
      }),
    );
  }

  markFound();
  if (page) start(page, location.search);
  else if (location.search.includes(PREFIX)) open(location.search);
})();
