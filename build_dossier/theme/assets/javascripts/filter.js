// @ts-check
/** Filters of a list: a choice hides what is not of it; the choice stands in the address, so it can be passed on. */
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-filter]"));
  if (!form) return;
  const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(form.dataset.filter ?? "")]);
  const count = /** @type {HTMLOutputElement | null} */ (form.querySelector("output"));
  const fields = /** @type {(HTMLSelectElement | HTMLInputElement)[]} */ ([...form.querySelectorAll("select, input")]);

  /** @param {HTMLSelectElement | HTMLInputElement} field */
  function chosen(field) {
    return field instanceof HTMLInputElement ? (field.checked ? field.value : "") : field.value;
  }

  /**
   * What an item can be chosen by in a field: the words of the field's own attribute, else its ids.
   * @param {HTMLElement} item
   * @param {string} name
   */
  const words = (item, name) => (item.dataset[name] ?? item.dataset.id ?? "").split(" ");

  /** Shows what all choices allow: a word that the item has, or that it has not what the box leaves out. */
  function apply() {
    const chosenIn = fields.filter((field) => field instanceof HTMLSelectElement && field.value);
    const without = fields.filter((field) => field instanceof HTMLInputElement && field.checked);
    let shown = 0;
    for (const item of items) {
      const has = chosenIn.every((field) => words(item, field.name).includes(field.value));
      item.hidden = !has || without.some((field) => field.name in item.dataset);
      if (!item.hidden) shown += 1;
    }
    for (const heading of document.querySelectorAll("[data-filtered] h2")) {
      // The part below a heading is its section, else the list after it.
      const section = /** @type {HTMLElement} */ (heading.closest("[data-filtered] section") ?? heading);
      const part = section === heading ? heading.nextElementSibling : section;
      section.hidden = !part?.querySelector(`${form.dataset.filter}:not([hidden])`);
    }
    if (count) {
      const text = count.dataset.count ?? "";
      count.value = text.replace("{n}", String(shown)).replace("{total}", String(items.length));
    }
  }

  function remember() {
    const address = new URL(location.href);
    for (const field of fields) {
      address.searchParams.delete(field.name);
      if (chosen(field)) address.searchParams.set(field.name, chosen(field));
    }
    history.replaceState(null, "", address);
  }

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? "";
    if (field instanceof HTMLInputElement) field.checked = value === field.value;
    else if ([...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("change", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
  form.hidden = false;
})();
