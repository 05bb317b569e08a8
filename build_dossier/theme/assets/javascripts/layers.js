// @ts-check
/** Switches for what is marked in an article: names by type, notes. The text stays the same; the choice is kept. */
(() => {
  const toolbar = /** @type {HTMLElement | null} */ (document.querySelector("[data-layers]"));
  if (!toolbar) return;
  const KEPT = "dossier.layers-off";
  const switches = /** @type {HTMLElement[]} */ ([...toolbar.querySelectorAll("[data-layer]")]);
  const known = switches.map((button) => button.dataset.layer ?? "");

  /** The layers switched off, as last chosen; none where the browser keeps nothing. */
  function kept() {
    try {
      return new Set((localStorage.getItem(KEPT) ?? "").split(" ").filter((name) => known.includes(name)));
    } catch {
      return new Set();
    }
  }

  /** @param {Set<string>} off */
  function keep(off) {
    try {
      localStorage.setItem(KEPT, [...off].join(" "));
    } catch {
      // A browser that keeps nothing still switches.
    }
  }

  /** @param {Set<string>} off */
  function apply(off) {
    document.body.dataset.layersOff = [...off].join(" ");
    for (const button of switches) button.setAttribute("aria-pressed", String(!off.has(button.dataset.layer ?? "")));
    document.dispatchEvent(new Event("layers"));
  }

  const off = kept();
  for (const button of switches) {
    button.addEventListener("click", () => {
      const layer = button.dataset.layer ?? "";
      if (!off.delete(layer)) off.add(layer);
      apply(off);
      keep(off);
    });
  }
  apply(off);
  toolbar.hidden = false;
})();
