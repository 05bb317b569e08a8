// @ts-check
/** The list of results as elements. Everything that comes from a page is set as text, never as markup. */

/** @typedef {import("./record.js").Found} Found */

const SHOWN_AT_FIRST = 5;

/**
 * The results grouped by kind, the group with the best result first.
 * @param {Found[]} found Best first.
 * @param {(name: string) => string} text A text of the interface by its attribute.
 * @returns {HTMLElement[]}
 */
export function groupsOf(found, text) {
  const kinds = [...new Set(found.map((one) => one.kind))];
  return kinds.map((kind) => group(kind, found.filter((one) => one.kind === kind), text));
}

/**
 * @param {string} kind
 * @param {Found[]} members
 * @param {(name: string) => string} text
 */
function group(kind, members, text) {
  const section = element("section", "search__group");
  section.append(element("h3", "", text(`kind-${kind}`) || text("kind-page")));
  const list = element("ul", "");
  members.forEach((one, index) => {
    const item = result(one, text);
    item.hidden = index >= SHOWN_AT_FIRST;
    list.append(item);
  });
  section.append(list);
  if (members.length > SHOWN_AT_FIRST) section.append(moreButton(list, text("text-more"), members.length));
  return section;
}

/**
 * @param {Found} found
 * @param {(name: string) => string} text
 */
function result(found, text) {
  const item = element("li", "search__result");
  const name = /** @type {HTMLAnchorElement} */ (element("a", "search__name", found.title));
  name.href = found.href;
  if (found.kind === "article" && found.language) name.lang = found.language;
  const facts = [found.date, text(`language-${found.language}`), found.inNote ? text("text-in-note") : ""];
  item.append(name, element("span", "search__facts", facts.filter(Boolean).join(" · ")), excerpt(found));
  return item;
}

/** @param {Found} found */
function excerpt(found) {
  const line = element("span", "search__excerpt");
  if (!found.inNote && found.language) line.lang = found.language;
  for (const piece of found.excerpt) line.append(piece.hit ? element("mark", "", piece.text) : piece.text, " ");
  return line;
}

/**
 * @param {HTMLElement} list
 * @param {string} label
 * @param {number} count
 */
function moreButton(list, label, count) {
  const button = element("button", "search__more", label.replace("{count}", String(count)));
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    const hidden = [...list.querySelectorAll("li[hidden]")];
    for (const item of hidden) item.removeAttribute("hidden");
    button.remove();
    hidden[0]?.querySelector("a")?.focus();
  });
  return button;
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} [text]
 * @returns {HTMLElement}
 */
function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}
