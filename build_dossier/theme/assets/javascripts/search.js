// @ts-check
/**
 * The search dialog: opened by a button, `/` or Ctrl/Cmd+K; results while typing; arrows, Enter, Escape.
 *
 * A page loads this file alone. The index and the modules below `search/` are fetched when the dialog is first opened.
 * A page opened from the disk may not load them (browsers forbid it), and the dialog says how to get search.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("[data-search]"));
  if (!dialog) return;

  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-status]"));
  const results = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-results]"));
  const needsServer = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-needs-server]"));
  const PAUSE = 120; // Milliseconds without a key before the index is asked: shorter asks for every letter.
  const MOST = 60; // Pages whose fragments are fetched for one query.

  /** @param {string} name */
  const text = (name) => dialog.getAttribute(`data-${name}`) ?? "";

  /** @type {Promise<{index: any, fold: any, record: any, list: any}> | undefined} */
  let loading;

  /** The index and the modules, fetched once. */
  function load() {
    loading ??= Promise.all([
      import(new URL("../../pagefind/pagefind.js", own).href),
      import(new URL("search/fold.js", own).href),
      import(new URL("search/record.js", own).href),
      import(new URL("search/results.js", own).href),
    ]).then(async ([index, fold, record, list]) => {
      await index.init();
      return { index, fold, record, list };
    });
    loading.catch(() => {
      loading = undefined;
      status.textContent = text("text-failed");
    });
    return loading;
  }

  let asked = 0;

  /** Answers what stands in the input, unless something newer is asked meanwhile. */
  async function answer() {
    asked += 1;
    const mine = asked;
    if (input.value.trim() === "") return show([], "");
    status.textContent ||= text("text-searching");
    const { index, fold, record, list } = await load();
    const query = fold.foldQuery(input.value);
    const answers = (await index.search(query)).results.slice(0, MOST);
    const fragments = await Promise.all(answers.map((/** @type {any} */ one) => one.data()));
    if (mine !== asked) return undefined;
    const terms = query.includes('"') ? [] : fold.foldedWords(query);
    const found = fragments.filter((one) => record.isMeant(one, terms)).map(record.recordOf);
    return show(list.groupsOf(found, text), counted(found.length));
  }

  /** @param {number} count */
  function counted(count) {
    if (count === 0) return text("text-none");
    return count === 1 ? text("text-one") : text("text-many").replace("{count}", String(count));
  }

  /**
   * @param {HTMLElement[]} groups
   * @param {string} message
   */
  function show(groups, message) {
    results.replaceChildren(...groups);
    results.scrollTop = 0;
    status.textContent = message;
  }

  function open() {
    if (dialog?.open) return;
    dialog?.showModal();
    input.select();
    if (location.protocol === "file:") {
      needsServer.hidden = false;
      input.disabled = true;
    } else {
      load().catch(() => {});
    }
  }

  /** @param {number} step */
  function move(step) {
    const links = /** @type {HTMLElement[]} */ ([input, ...results.querySelectorAll("li:not([hidden]) > a")]);
    const here = Math.max(0, links.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    links[Math.min(links.length - 1, Math.max(0, here + step))]?.focus();
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

  for (const opener of document.querySelectorAll("[data-search-open]")) opener.addEventListener("click", open);
  dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());

  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") dialog.close();
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else return;
    event.preventDefault();
  });

  dialog.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target === dialog || target.closest("a")) dialog.close();
  });

  dialog.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });

  let pause = 0;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => answer().catch(() => { status.textContent = text("text-failed"); }), PAUSE);
  });
})();
