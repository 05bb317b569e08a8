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
      made = import(new URL("search/view.js", own).href).then(({ View }) => new View(root, site, root === page));
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

  function open() {
    if (page) page.querySelector("input")?.focus();
    const root = /** @type {HTMLElement | null} */ (dialog?.querySelector("[data-search-view]") ?? null);
    if (!dialog || !root || dialog.open) return;
    dialog.showModal();
    root.querySelector("input")?.select();
    if (!views.has(root)) start(root);
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

  for (const opener of document.querySelectorAll("[data-search-open]")) opener.addEventListener("click", open);
  dialog?.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
  dialog?.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog?.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target === dialog || target.closest("a")) dialog.close();
  });

  /** Marks the words that a search has found, in the passage that its link leads to; the address is cleaned of them. */
  function markFound() {
    const address = new URL(location.href);
    const words = (address.searchParams.get("found") ?? "").split("|").filter(Boolean).slice(0, 20);
    if (words.length === 0) return;
    address.searchParams.delete("found");
    history.replaceState(history.state, "", address);
    const passage = document.getElementById(decodeURIComponent(address.hash.slice(1)));
    if (!passage || !("highlights" in CSS)) return;
    passage.classList.add("found-passage");
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    const ranges = /** @type {Range[]} */ ([]);
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const found of (node.nodeValue ?? "").matchAll(pattern)) {
        const range = new Range();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  markFound();
  if (page) start(page, location.search);
})();
