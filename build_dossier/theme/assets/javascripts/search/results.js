// @ts-check
/** Answers as elements. Everything that comes from a page is set as text, never as markup. */

/** @typedef {import("./passage.js").Passage} Passage */
/**
 * @typedef {{href: string, kind: string, title: string, language: string, facts: string[], passage: Passage | null,
 *   own: boolean}} Shown `language` is that of the title; `own` says that the passage is in the editor's words.
 * @typedef {(name: string) => string} Texts Texts of the interface by name.
 */

const MOST_MEANINGS = 4;

/**
 * A group of answers of one kind, with a button for more.
 * @param {string} kind
 * @param {number} total
 * @param {Shown[]} members
 * @param {() => Promise<Shown[]>} more
 * @param {Texts} text
 * @param {string} [heading] The element of its heading: below that of the dialog or of the page.
 */
export function group(kind, total, members, more, text, heading = "h3") {
  const section = element("section", "search__group");
  section.dataset.kind = kind;
  const title = element(heading, "search__kind", text(`kind-${kind}`));
  title.append(" ", element("span", "search__count", String(total)));
  const list = element("ul", "");
  list.append(...members.map(result));
  section.append(title, list);
  if (total > members.length) section.append(moreButton(list, total, more, text));
  return section;
}

/** @param {Shown} shown */
function result(shown) {
  const item = element("li", "search__result");
  const name = /** @type {HTMLAnchorElement} */ (element("a", "search__name", shown.title));
  name.href = shown.href;
  if (shown.language) name.lang = shown.language;
  item.append(name, element("span", "search__facts", shown.facts.filter(Boolean).join(" · ")));
  if (shown.passage) item.append(excerpt(shown.passage, shown.own));
  return item;
}

/**
 * @param {Passage} passage
 * @param {boolean} own
 */
function excerpt(passage, own) {
  const line = element("span", "search__excerpt");
  if (!own && passage.language) line.lang = passage.language;
  for (const piece of passage.pieces) line.append(piece.hit ? element("mark", "", piece.text) : piece.text);
  return line;
}

/**
 * @param {HTMLElement} list
 * @param {number} total
 * @param {() => Promise<Shown[]>} more
 * @param {Texts} text
 */
function moreButton(list, total, more, text) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "search__more", text("more")));
  button.type = "button";
  button.addEventListener("click", async () => {
    const added = (await more()).map(result);
    list.append(...added);
    if (list.children.length >= total) button.remove();
    added[0]?.querySelector("a")?.focus();
  });
  return button;
}

/**
 * What the query was understood as: one line for each of its units.
 * @param {import("./index.js").Matched[]} matched
 * @param {(unit: number) => string} pathOf
 * @param {(thing: import("./index.js").Thing) => number} articlesOf
 * @param {Texts} text
 * @param {(count: number) => string} counted Articles, in words.
 */
export function understood(matched, pathOf, articlesOf, text, counted) {
  return matched.flatMap(({ query, things }) => {
    const lines = things.filter((thing) => thing.kind !== "c").slice(0, MOST_MEANINGS).map((thing) => {
      const line = element("li", "", `${query.typed} → `);
      const name = thing.own < 0 ? element("b", "", thing.label) : element("a", "", thing.label);
      if (name instanceof HTMLAnchorElement) name.href = pathOf(thing.own);
      line.append(name, `, ${text(`one-${thing.kind}`)} · ${counted(articlesOf(thing))}`);
      return line;
    });
    const same = things.filter((thing) => thing.kind === "c");
    const meant = same.map((thing) => element("li", "", `${query.typed} ≈ ${thing.label}`));
    const other = query.shown !== query.typed && ["spelling", "stem", "name"].includes(query.how);
    if (other) lines.unshift(element("li", "", text("meant").replace("{word}", query.shown)));
    if (query.how === "nothing") lines.unshift(element("li", "", text("unknown").replace("{word}", query.typed)));
    return [...lines, ...meant];
  });
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}
