// @ts-check
/**
 * What the preview adds to a page: it loads itself anew when it has changed, says what is wrong with the files, and
 * writes notes. Only `make serve` puts this script in a page; the published site has none of it.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.getElementById("dossier-preview"));
  const { token = "", page = "", article = "", digest = "" } = own.dataset;
  const KEPT = "dossier-preview";
  const AGAIN = 1000; // Milliseconds until the server is asked again that did not answer.
  let notes = own.dataset.notes ?? "";
  let seen = own.dataset.number ?? "";

  const plural = new Intl.PluralRules(document.documentElement.lang || "en");

  /**
   * A text in the language of the page; the server writes them as attributes of this script.
   * @param {string} name
   */
  function said(name) {
    return own.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? "";
  }

  /** @param {number} count @param {string} name */
  function counted(count, name) {
    const category = plural.select(count);
    const form = said(`${name}${category[0].toUpperCase()}${category.slice(1)}`) || said(`${name}Other`);
    return count === 0 ? [] : [form.replace(/1|\{count\}/, String(count))];
  }

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/.preview/preview.css";
  document.head.append(style);

  const panel = document.createElement("aside");
  panel.className = "preview-panel";
  panel.setAttribute("aria-label", said("preview"));
  panel.hidden = true;
  panel.innerHTML =
    '<details class="preview-panel__problems" hidden><summary></summary><ul></ul></details>' +
    '<p class="preview-panel__state" role="status"></p><p class="preview-panel__note" role="status"></p>';
  document.body.append(panel);
  const [problems, state, written] = /** @type {HTMLElement[]} */ ([...panel.children]);
  const summary = /** @type {HTMLElement} */ (problems.querySelector("summary"));
  const list = /** @type {HTMLElement} */ (problems.querySelector("ul"));

  /** Shows the panel while there is something to say. */
  function settle() {
    panel.hidden = problems.hidden && state.textContent === "" && written.textContent === "";
  }

  /** @param {{problems: {severity: string, text: string}[], publishing: string}} answer */
  function tell(answer) {
    const errors = answer.problems.filter((problem) => problem.severity === "error").length;
    const text = [...counted(errors, "errors"), ...counted(answer.problems.length - errors, "warnings")].join(", ");
    if (summary.textContent !== text) /** @type {HTMLDetailsElement} */ (problems).open = errors > 0;
    summary.textContent = text;
    problems.classList.toggle("preview-panel__problems--error", errors > 0);
    problems.hidden = answer.problems.length === 0;
    list.replaceChildren(...answer.problems.map((problem) => {
      const [item, text] = [document.createElement("li"), document.createElement("span")];
      text.lang = "en"; // as on the terminal
      text.textContent = problem.text;
      item.append(`${said(problem.severity)}: `, text);
      return item;
    }));
    state.textContent = answer.publishing;
    settle();
  }

  /** Loads the page anew; what stood at the top of the window will stand there again. */
  function reload() {
    const blocks = [...document.querySelectorAll("#content [id]")];
    const first = blocks.find((block) => block.getBoundingClientRect().top >= 0);
    const place = {
      id: first?.id ?? "",
      top: first?.getBoundingClientRect().top ?? 0,
      y: window.scrollY,
      focus: document.activeElement?.id ?? "",
    };
    keep({ place });
    history.scrollRestoration = "manual";
    location.reload();
  }

  /** @param {object} values */
  function keep(values) {
    sessionStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...values, page }));
  }

  /** What was kept for this page before it was loaded anew. */
  function kept() {
    try {
      const values = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
      return values.page === page ? values : {};
    } catch {
      return {};
    }
  }

  function restore() {
    const { place } = kept();
    if (!place) return;
    const block = place.id ? document.getElementById(place.id) : null;
    const top = block ? window.scrollY + block.getBoundingClientRect().top - place.top : place.y;
    window.scrollTo({ top, behavior: "instant" });
    if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
  }

  const { note } = kept();
  if (note) showNote(note);
  restore();
  window.addEventListener("load", () => {
    restore();
    sessionStorage.removeItem(KEPT);
    history.scrollRestoration = "auto";
  });

  /** @param {number} milliseconds */
  const sleep = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

  /** Until somebody looks at the page: a hidden one asks nothing, browsers allow few connections. */
  const looked = () => new Promise((done) => {
    if (!document.hidden) return done(undefined);
    document.addEventListener("visibilitychange", () => done(undefined), { once: true });
  });

  async function listen() {
    for (;;) {
      await looked();
      try {
        const asked = new URLSearchParams({ page, article, seen });
        const response = await fetch(`/.preview/changes?${asked}`, { headers: { "X-Dossier-Token": token } });
        if (response.status === 403) return reload(); // Another server, with another token.
        const answer = await response.json();
        seen = String(answer.number);
        notes = answer.notes;
        tell(answer);
        if (answer.digest && answer.digest !== digest) return reload();
        if (!answer.digest) state.textContent = said("gone");
      } catch {
        state.textContent = said("silent");
        settle();
        await sleep(AGAIN);
      }
    }
  }
  seen = "";
  listen();

  /**
   * A link in a line of the panel.
   * @param {string} href @param {string} text
   */
  function link(href, text) {
    const made = document.createElement("a");
    made.href = href;
    made.textContent = text;
    return made;
  }

  /** @param {{file: string, line: number, note: string, editor: string}} made */
  function showNote(made) {
    const place = document.createElement("code");
    place.textContent = `${made.file}:${made.line}`;
    written.className = "preview-panel__note";
    const there = document.getElementById(`n-${made.note}`) ? [link(`#n-${made.note}`, said("go")), " · "] : [];
    written.replaceChildren(`${said("begun")} `, place, ". ", ...there, link(made.editor, said("open")));
    settle();
  }

  /** @param {string} why */
  function refuse(why) {
    written.className = "preview-panel__note preview-panel__note--refused";
    written.textContent = `${said("refused")} ${why}`;
    settle();
  }

  const button = document.querySelector(".copy-note__button");
  if (button?.firstChild) button.firstChild.textContent = `${said("annotate")} `;

  document.addEventListener("dossier:note", (event) => {
    event.preventDefault();
    annotate(/** @type {CustomEvent} */ (event).detail);
  });

  /** @param {{start: number, end: number, words: string, day: string}} passage */
  async function annotate({ start, end, words, day }) {
    try {
      const response = await fetch("/.preview/notes", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Dossier-Token": token },
        body: JSON.stringify({ article, start, end, words, day, digest: notes }),
      });
      const answer = await response.json();
      if (!response.ok) return refuse(answer.error);
      showNote(answer);
      keep({ note: answer });
      document.getSelection()?.removeAllRanges();
    } catch {
      refuse(said("silent"));
    }
  }
})();
