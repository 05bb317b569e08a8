// @ts-check
/**
 * On every page: the groups of the menu close by Escape, by a click elsewhere, and when another one opens; and a card
 * beside a link says what it leads to. The cards lie as data in the page (`pages/cards.py`); those of notes are made of
 * the notes. A card comes when a mouse rests on a link or the keyboard reaches it, can be pointed at, stays until one
 * goes elsewhere, and Escape sends it away; nothing in it is not on the page that the link leads to. A picture that is
 * wider than its frame opens at its middle.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const SITE = new URL("../../", own);
  const REST = 350; // Milliseconds that a mouse rests on a link before its card comes.
  const LEAVE = 250; // Milliseconds to get from the link to the card.
  const LONG = 400; // Characters of a note.
  const groups = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-menu]")]);
  const card = document.createElement("div");
  /** @type {Map<string, any> | undefined} */
  let kept;
  /** @type {Element | null} */
  let shownFor = null;
  let waiting = 0;

  /** @param {Node | null} but */
  function closeMenu(but) {
    for (const group of groups) if (group.open && !group.contains(but)) group.open = false;
  }

  /** What the page tells of others, by their folders. */
  function cards() {
    kept ??= new Map(Object.entries(JSON.parse(document.querySelector("script.cards")?.textContent ?? "{}")));
    return kept;
  }

  /**
   * @param {string} tag
   * @param {string} kind
   * @param {(string | Node)[]} parts
   * @param {string} [lang]
   */
  function made(tag, kind, parts, lang) {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    if (lang) element.lang = lang;
    element.append(...parts);
    return element;
  }

  /** @param {any} card As `Cards._article` writes it. */
  function ofArticle([lang, title, date, basis, facts, words]) {
    return [
      ...(title ? [made("p", "card-name", [title], lang)] : []),
      made("p", "card-facts", [`${date} `, made("span", "basis", [basis]), ` · ${facts}`]),
      made("p", "card-words", [words], lang),
    ];
  }

  /** @param {any} card As `Cards._entity` writes it. */
  function ofEntity([name, facts, ...others]) {
    const told = [made("p", "card-name", [name]), made("p", "card-facts", [facts])];
    const names = others.flatMap((/** @type {string[]} */ [lang, other]) => [" · ", made("span", "", [other], lang)]).slice(1);
    return names.length ? [...told, made("p", "card-facts", names)] : told;
  }

  /**
   * What a card says.
   * @param {Element} link
   * @returns {Node[]}
   */
  function content(link) {
    const address = new URL(link.getAttribute("href") ?? "", location.href);
    const here = address.pathname === location.pathname;
    const name = decodeURIComponent(address.pathname.slice(SITE.pathname.length)).replace(/\/(index\.html)?$/, "");
    const told = !here && address.href.startsWith(SITE.href) && cards().get(name);
    if (told) return name.startsWith("articles/") ? ofArticle(told) : ofEntity(told);
    const note = here ? document.getElementById(decodeURIComponent(address.hash.slice(1))) : null;
    return note?.matches(".note") && !inSight(note) ? ofNote(note) : [];
  }

  /** @param {Element} note */
  function ofNote(note) {
    return [".note-kind", ".note-body"].flatMap((part) => {
      const from = note.querySelector(part);
      if (!from) return [];
      const text = (from.textContent ?? "").trim();
      const shown = text.length > LONG ? `${text.slice(0, LONG).replace(/\s+\S*$/, "")} …` : text;
      return [made("p", part === ".note-kind" ? "card-facts" : "card-words", [shown], from.getAttribute("lang") ?? "")];
    });
  }

  /** @param {Element} part */
  function inSight(part) {
    const { top, bottom } = part.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  }

  /**
   * @param {Element} link
   * @param {number} [x] Of the mouse; a link may stand on two lines.
   * @param {number} [y]
   */
  function show(link, x, y) {
    const told = content(link);
    if (told.length === 0) return hide();
    shownFor?.removeAttribute("aria-describedby");
    shownFor = link;
    card.replaceChildren(...told);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    const lines = [...link.getClientRects()];
    const line = lines.find((box) => y !== undefined && box.top - 2 <= y && y <= box.bottom + 2) ?? lines[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const above = line.bottom + card.offsetHeight + 8 > window.innerHeight && line.top > card.offsetHeight + 8;
    card.style.left = `${window.scrollX + Math.max(8, Math.min(x === undefined ? line.left : x - 24, room))}px`;
    card.style.top = `${window.scrollY + (above ? line.top - card.offsetHeight - 4 : line.bottom + 4)}px`;
  }

  function hide() {
    clearTimeout(waiting);
    card.hidden = true;
    if (shownFor?.getAttribute("aria-describedby") === card.id) shownFor.removeAttribute("aria-describedby");
    shownFor = null;
  }

  /** @param {() => void} what @param {number} time */
  function later(what, time) {
    clearTimeout(waiting);
    waiting = window.setTimeout(what, time);
  }

  /** @param {EventTarget | null} target */
  const linkOf = (target) => (target instanceof Element ? target.closest(".dossier a[href]:not(.note-back)") : null);

  // Where most of it is: the left edge of a map shows what nothing is said of.
  for (const frame of document.querySelectorAll(".picture.wide")) {
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  }

  card.id = "preview-card";
  card.className = "preview-card";
  card.role = "tooltip";
  card.hidden = true;
  document.querySelector(".md-content")?.append(card);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const target = /** @type {Node} */ (event.target);
    const link = linkOf(target);
    if (card.contains(target) || (link && link === shownFor)) return clearTimeout(waiting);
    if (link) later(() => show(link, event.clientX, event.clientY), REST);
    else if (!shownFor) clearTimeout(waiting);
    else if (!shownFor.matches(":focus-visible")) later(hide, LEAVE);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event.target);
    closeMenu(/** @type {Node} */ (event.target));
    if (link?.matches(":focus-visible")) later(() => show(link), REST);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("click", (event) => closeMenu(/** @type {Node} */ (event.target)));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clearTimeout(waiting);
    if (shownFor) {
      event.stopImmediatePropagation();
      return hide();
    }
    const open = groups.find((group) => group.open);
    if (open?.contains(document.activeElement)) open.querySelector("summary")?.focus();
    closeMenu(null);
  });
})();

/**
 * Light or dark: as the system has it, or as chosen, by a button that says what the next choice is. A choice is kept under
 * the name that the theme's line in the header looks for, which sets it before the page is shown. As long as all is as the
 * page was sent, nothing is touched: no style is computed anew.
 */
(() => {
  const form = /** @type {HTMLElement | null} */ (document.querySelector('[data-md-component="palette"]'));
  const choices = /** @type {HTMLInputElement[]} */ ([...(form?.querySelectorAll("input") ?? [])]);
  if (!form || choices.length === 0 || document.getElementById("__config")) return; // Material's own script is there
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const KEPT = `${new URL("../../", own).pathname}.__palette`;
  const SYSTEM = "(prefers-color-scheme)";
  const light = window.matchMedia("(prefers-color-scheme: light)");
  const told = Object.assign(document.createElement("meta"), { name: "theme-color" });

  /** @param {HTMLInputElement} choice */
  const mediaOf = (choice) => choice.dataset.mdColorMedia ?? "";

  /** The choice as last made; else the first that the system agrees with. */
  function kept() {
    try {
      const index = JSON.parse(localStorage.getItem(KEPT) ?? "{}")?.index;
      if (choices[index]) return choices[index];
    } catch {
      // A browser that keeps nothing, or something else.
    }
    return choices.find((choice) => window.matchMedia(mediaOf(choice)).matches) ?? choices[0];
  }

  /** @param {HTMLInputElement} choice */
  function keep(choice) {
    const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = choice.dataset;
    try {
      if (media === SYSTEM) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, JSON.stringify({ index: choices.indexOf(choice), color: { media, scheme, primary, accent } }));
    } catch {
      // A browser that keeps nothing still switches.
    }
  }

  /**
   * @param {string} part
   * @param {string | undefined} value
   */
  function set(part, value) {
    const name = `data-md-color-${part}`;
    if (value === undefined) document.body.removeAttribute(name);
    else if (document.body.getAttribute(name) !== value) document.body.setAttribute(name, value);
  }

  /** @param {HTMLInputElement} choice */
  function apply(choice) {
    const system = mediaOf(choice) === SYSTEM;
    const wanted = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`;
    const { dataset } = (system && choices.find((one) => mediaOf(one) === wanted)) || choice;
    set("media", system ? undefined : mediaOf(choice));
    set("scheme", dataset.mdColorScheme);
    set("primary", dataset.mdColorPrimary);
    set("accent", dataset.mdColorAccent);
    for (const one of choices) {
      one.checked = one === choice;
      if (one.nextElementSibling instanceof HTMLLabelElement) one.nextElementSibling.hidden = one !== choice;
    }
  }

  /** What a phone puts around the page. */
  function tell() {
    told.content = getComputedStyle(document.body).backgroundColor;
  }

  /** @param {HTMLInputElement} choice */
  function choose(choice) {
    set("switching", ""); // the theme's colours change without transitions
    apply(choice);
    keep(choice);
    tell();
    setTimeout(() => set("switching", undefined));
  }

  for (const choice of choices) choice.addEventListener("change", () => choose(choice));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const next = choices[(choices.findIndex((one) => one.checked) + 1) % choices.length];
    choose(next);
    next.focus();
  });
  light.addEventListener("change", () => choose(choices.find((one) => one.checked) ?? choices[0]));
  window.addEventListener("load", () => {
    document.head.append(told);
    tell();
  });
  apply(kept());
})();

/**
 * The button to the top is there while one scrolls up; what folds is open on paper, and where an address points into it;
 * a table that says nothing of itself scrolls in its own frame.
 */
(() => {
  if (document.getElementById("__config")) return; // Material's own script is there
  const content = /** @type {HTMLElement | null} */ (document.querySelector(".md-content"));
  const header = /** @type {HTMLElement | null} */ (document.querySelector(".md-header"));
  const button = /** @type {HTMLElement | null} */ (document.querySelector(".md-top"));
  const JUMP = 250; // Milliseconds in which a jump to a place on the page is over.
  let last = 0; // to ask where the page stands would have it laid out at once
  let jumped = -JUMP;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];

  /** @param {boolean} shown */
  function showTop(shown) {
    if (!button || button.hidden === !shown) return;
    button.style.top = `${(header?.offsetHeight ?? 0) + 16}px`;
    button.hidden = !shown;
    button.tabIndex = shown ? 0 : -1;
    if (!shown) button.blur();
  }

  function unfold() {
    const folded = document.querySelector(":target")?.closest(".md-content details:not([open])");
    if (folded instanceof HTMLDetailsElement) {
      folded.open = true;
      folded.scrollIntoView();
    }
  }

  for (const table of content?.querySelectorAll("table:not([class])") ?? []) {
    const frame = Object.assign(document.createElement("div"), { className: "md-typeset__scrollwrap" });
    const inner = Object.assign(document.createElement("div"), { className: "md-typeset__table" });
    table.replaceWith(frame);
    frame.append(inner);
    inner.append(table);
  }
  if (button) button.tabIndex = -1;
  button?.addEventListener("click", () => window.scrollTo({ top: 0 }));
  window.addEventListener("scroll", () => {
    const up = window.scrollY < last && window.scrollY > (content?.offsetTop ?? 0);
    last = window.scrollY;
    showTop(up && performance.now() - jumped > JUMP);
  }, { passive: true });
  window.addEventListener("hashchange", () => {
    jumped = performance.now();
    showTop(false);
    unfold();
  });
  window.addEventListener("beforeprint", () => {
    opened = [...(content?.querySelectorAll("details") ?? [])].filter((one) => !one.open);
    for (const one of opened) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
  window.addEventListener("load", unfold);
})();
