// @ts-check
/** On every page: the groups of the menu close by Escape, by a click elsewhere, and when another one opens. */
(() => {
  const groups = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-menu]")]);

  /** @param {Node | null} but */
  function close(but) {
    for (const group of groups) if (group.open && !group.contains(but)) group.open = false;
  }

  document.addEventListener("click", (event) => close(/** @type {Node} */ (event.target)));
  document.addEventListener("focusin", (event) => close(/** @type {Node} */ (event.target)));
  document.addEventListener("keydown", (event) => {
    const open = groups.find((group) => group.open);
    if (event.key !== "Escape" || !open) return;
    if (open.contains(document.activeElement)) open.querySelector("summary")?.focus();
    close(null);
  });
})();
