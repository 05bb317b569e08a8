// @ts-check
/**
 * Filters of a list: typed words and choices hide what is not of them; both stand in the address, so they can be passed on.
 *
 * Words are compared as the search folds them (`words.js`, fetched when the first is typed); each must begin a word of an
 * item: one of its attribute `data-words`, else of its text.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-filter]"));
  if (!form) return;
  const kind = form.dataset.filter ?? "";
  const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(kind)]);
  const count = /** @type {HTMLOutputElement | null} */ (form.querySelector("output"));
  const fields = /** @type {(HTMLSelectElement | HTMLInputElement)[]} */ ([...form.querySelectorAll("select, input")]);
  const typed = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=search]"));
  const elsewhere = /** @type {HTMLAnchorElement | null} */ (form.querySelector("[data-filter-search]"));
  const language = document.documentElement.lang || "en";

  /** @type {Promise<(text: string) => string[]> | undefined} */
  let folding;
  /** @type {((text: string) => string[]) | undefined} */
  let fold;
  /** @type {Map<HTMLElement, string[]>} */
  const known = new Map();

  /** The folded words of a text, once `words.js` is there. */
  function foldingReady() {
    folding ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("words.js", own).href;
      script.addEventListener("load", () => {
        const { tokens } = /** @type {any} */ (globalThis).dossierWords;
        fold = (text) => tokens(text).map((/** @type {{word: string}} */ token) => token.word);
        resolve(fold);
      });
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return folding;
  }

  /** @param {HTMLSelectElement | HTMLInputElement} field */
  function chosen(field) {
    return field instanceof HTMLInputElement && field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
  }

  /**
   * What an item can be chosen by in a field: the words of the field's own attribute, else its ids.
   * @param {HTMLElement} item
   * @param {string} name
   */
  const words = (item, name) => (item.dataset[name] ?? item.dataset.id ?? "").split(" ");

  /**
   * Whether each typed word begins one of an item.
   * @param {HTMLElement} item
   * @param {string[]} wanted
   */
  function says(item, wanted) {
    if (wanted.length === 0 || !fold) return true;
    let said = known.get(item);
    if (!said) known.set(item, (said = item.dataset.words?.split(" ") ?? fold(item.textContent ?? "")));
    return wanted.every((word) => said.some((one) => one.startsWith(word)));
  }

  /** Shows what all choices allow: a word that the item has, or that it has not what the box leaves out. */
  function apply() {
    const chosenIn = fields.filter((field) => field instanceof HTMLSelectElement && field.value);
    const without = fields.filter((field) => field.type === "checkbox" && /** @type {HTMLInputElement} */ (field).checked);
    const wanted = typed && fold ? fold(typed.value) : [];
    let shown = 0;
    for (const item of items) {
      const has = chosenIn.every((field) => words(item, field.name).includes(field.value));
      item.hidden = !has || without.some((field) => field.name in item.dataset) || !says(item, wanted);
      if (!item.hidden) shown += 1;
    }
    for (const heading of document.querySelectorAll("[data-filtered] h2")) {
      const part = partOf(/** @type {HTMLElement} */ (heading));
      const empty = !part.some((one) => one.matches(`${kind}:not([hidden])`) || one.querySelector(`${kind}:not([hidden])`));
      for (const one of part) if (!one.matches(kind)) one.hidden = empty;
    }
    tell(shown);
  }

  /**
   * A heading and what stands below it: its section, else all until the next heading.
   * @param {HTMLElement} heading
   */
  function partOf(heading) {
    const section = /** @type {HTMLElement | null} */ (heading.closest("[data-filtered] section"));
    if (section) return [section];
    const part = [heading];
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
      part.push(/** @type {HTMLElement} */ (next));
    }
    return part;
  }

  /** @param {number} shown */
  function tell(shown) {
    if (count) {
      const text = count.dataset.count ?? "";
      const said = text.replace("{n}", shown.toLocaleString(language)).replace("{total}", items.length.toLocaleString(language));
      if (count.value !== said) count.value = said;
    }
    if (!elsewhere || !typed) return;
    elsewhere.hidden = typed.value.trim() === "";
    elsewhere.search = `?${new URLSearchParams({ q: typed.value.trim() })}`;
  }

  function remember() {
    const address = new URL(location.href);
    for (const field of fields) {
      address.searchParams.delete(field.name);
      if (chosen(field)) address.searchParams.set(field.name, chosen(field));
    }
    history.replaceState(history.state, "", address);
  }

  const changed = () => {
    apply();
    remember();
  };

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? "";
    if (field.type === "checkbox") /** @type {HTMLInputElement} */ (field).checked = value === field.value;
    else if (field instanceof HTMLInputElement) field.value = value;
    else if ([...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  typed?.addEventListener("focus", () => foldingReady().catch(() => {}), { once: true });
  typed?.addEventListener("input", () => foldingReady().then(changed, () => {}));
  typed?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || typed.value === "") return;
    event.preventDefault();
    typed.value = "";
    changed();
  });
  apply();
  if (typed?.value) foldingReady().then(apply, () => {});
  form.hidden = false;
})();
