// @ts-check
/** A place to search in, the dialog or the page: asks while one types, shows answers, keeps the filters. */

import { inWords } from "./dates.js";
import { Filters, NAMES, addressed, narrows, searchOf, wishesOf } from "./filters.js";
import { Index } from "./index.js";
import { matcher, passageOf } from "./passage.js";
import { element, group, understood } from "./results.js";
import { Store } from "./store.js";

/** @typedef {import("./index.js").Answer} Answer */
/** @typedef {import("./index.js").Hit} Hit */
/** @typedef {import("./results.js").Shown} Shown */

const PAUSE = 30; // Milliseconds without a key before the index is asked: less than between two letters of a typist.
const AT_ONCE = { a: 5, q: 2 };
const MORE = 20;
/** Groups stand in this order. */
const ORDER = ["a", "p", "o", "l", "e", "n", "q", "w"];
const MOST_MEANINGS = 4;
const FOUND_WORDS = 12; // Carried to the page that is opened, to be marked there.

export class View {
  /**
   * @param {HTMLElement} root The element that holds everything.
   * @param {URL} site The folder of the site.
   * @param {string} prefix Of the names by which the address of this page says what is searched.
   */
  constructor(root, site, prefix) {
    this.root = root;
    this.site = site;
    this.prefix = prefix;
    this.store = new Store(new URL("search-index/", site));
    this.input = /** @type {HTMLInputElement} */ (root.querySelector("input[type=search]"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-search-status]"));
    this.results = /** @type {HTMLElement} */ (root.querySelector("[data-search-results]"));
    this.meaning = /** @type {HTMLElement} */ (root.querySelector("[data-search-understood]"));
    this.filters = /** @type {HTMLDetailsElement} */ (root.querySelector("[data-search-filters]"));
    this.fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...this.filters.querySelectorAll("input, select")]);
    this.unset = this.filters.querySelector("summary")?.textContent ?? "";
    /** @type {Promise<Index> | undefined} */
    this.ready = undefined;
    this.asked = 0;
    this.pause = 0;
    this.input.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => this.answer(), PAUSE);
    });
    for (const field of this.fields) field.addEventListener("change", () => this.answer());
    this.filters.addEventListener("toggle", () => this.filters.open && this.answer());
  }

  /** @param {string} name */
  text(name) {
    return this.root.getAttribute(`data-text-${name}`) ?? "";
  }

  /** @param {string} date EDTF. */
  date(date) {
    return date && inWords(date, document.documentElement.lang || "en", (name) => this.text(name));
  }

  /**
   * A text that counts, in the form that the language of the page has for the number.
   * @param {string} name
   * @param {number} count
   */
  many(name, count) {
    const language = document.documentElement.lang || "en";
    const said = this.text(`${name}-${new Intl.PluralRules(language).select(count)}`) || this.text(`${name}-other`);
    return said.replace("{count}", count.toLocaleString(language));
  }

  /** Fetches what every query needs. */
  prepare() {
    return this.index().catch(() => this.say(this.text("failed")));
  }

  async index() {
    this.ready ??= this.store.start().then((start) => {
      this.noteKinds = new Map(start.notekinds);
      return new Index(this.store, start);
    });
    this.ready.catch(() => (this.ready = undefined));
    return this.ready;
  }

  /**
   * What is asked for now.
   * @returns {import("./filters.js").Wishes}
   */
  wishes() {
    const chosen = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
    return { ...Object.fromEntries(NAMES.map((name) => [name, ""])), ...chosen, q: this.input.value.trim() };
  }

  /**
   * Asks for what an address asks for.
   * @param {string} search
   */
  async restore(search) {
    const wishes = wishesOf(search, this.prefix);
    this.input.value = wishes.q;
    for (const field of this.fields) {
      const wanted = wishes[field.name] ?? "";
      if (wanted && field instanceof HTMLSelectElement && ![...field.options].some((one) => one.value === wanted)) {
        field.add(new Option(this.named(field.name, wanted), wanted));
      }
      field.value = wanted;
    }
    if (narrows(wishes)) this.filters.open = true;
    if (wishes.q || narrows(wishes)) await this.answer();
  }

  /** Answers what stands in the input, unless something newer is asked meanwhile. */
  async answer() {
    this.asked += 1;
    const mine = this.asked;
    const wishes = this.wishes();
    this.remember(wishes);
    if (!wishes.q && !narrows(wishes) && !this.filters.open) return this.show([], [], "");
    this.status.textContent ||= this.text("searching");
    try {
      const index = await this.index();
      const answer = await index.ask(this.input.value);
      const needed = this.filters.open || narrows(wishes);
      const filters = new Filters(index, needed ? await index.store.file("facets") : []);
      const found = filters.apply(answer.hits, wishes);
      // Without words the articles are listed, or the notes of a kind.
      const all = wishes.note || answer.matched.length > 0;
      const hits = all ? found : found.filter(({ number }) => index.kinds[number] === "a");
      const groups = await this.groups(index, answer, hits);
      const meaning = await this.understood(index, answer);
      if (mine !== this.asked) return undefined;
      if (needed) this.choices(filters.counts(answer.hits, wishes), wishes);
      return this.show(groups, meaning, this.counted(hits.length));
    } catch {
      return mine === this.asked ? this.show([], [], this.text("failed")) : undefined;
    }
  }

  /**
   * @param {Index} index
   * @param {Answer} answer
   * @param {Hit[]} hits
   */
  async groups(index, answer, hits) {
    const match = matcher(answer.matched);
    const groups = ORDER.map((kind) => ({ kind, members: hits.filter((hit) => index.kinds[hit.number] === kind) }));
    const made = groups.filter(({ members }) => members.length > 0).map(async ({ kind, members }) => {
      const atOnce = /** @type {Record<string, number>} */ (AT_ONCE)[kind] ?? 3;
      let next = Math.min(atOnce, members.length);
      const some = (/** @type {number} */ from, /** @type {number} */ to) =>
        Promise.all(members.slice(from, to).map((hit) => this.shown(index, hit, match)));
      const more = () => some(next, (next = Math.min(members.length, next + MORE)));
      return group(kind, members.length, await some(0, next), more, (name) => this.text(name), this.prefix ? "h3" : "h2");
    });
    return Promise.all(made);
  }

  /**
   * What is shown of an answer.
   * @param {Index} index
   * @param {Hit} hit
   * @param {ReturnType<typeof matcher>} match
   * @returns {Promise<Shown>}
   */
  async shown(index, hit, match) {
    const [path, title, blocks, notes, quotations] = await index.page(hit.number);
    const facts = index.facts(hit.number);
    const part = index.parts[hit.number];
    const language = this.text(`language-${facts.language}`);
    const common = { kind: facts.kind, title, language: facts.language, own: false };
    if (facts.kind === "n") {
      const [id, words, marks] = notes[part];
      const passage = passageOf([[id, "", words, marks]], match);
      const label = this.text("in-note").replace("{kind}", facts.noteLabel);
      return { ...common, href: this.address(path, id, passage.words), facts: [label, this.date(facts.date)], passage, own: true };
    }
    if (facts.kind === "q") {
      const [id, speaker, block, start, end] = quotations[part];
      const passage = passageOf([within(blocks[block], start, end)], match);
      return { ...common, href: this.address(path, id, passage.words), facts: [speaker, this.date(facts.date), language], passage };
    }
    const passage = passageOf(blocks, match, title);
    const dated = facts.kind === "a" || facts.kind === "e";
    return {
      ...common,
      language: dated ? facts.language : "",
      href: this.address(path, passage.words.length > 0 ? passage.anchor : "", passage.words),
      facts: dated ? [this.date(facts.date), language, facts.outlet] : [],
      passage: passage.words.length > 0 || facts.kind === "a" ? passage : null,
    };
  }

  /**
   * The address of a passage, with the words that are to be marked there.
   * @param {string} path
   * @param {string} anchor
   * @param {string[]} words
   */
  address(path, anchor, words) {
    const url = new URL(path, this.site);
    if (anchor && words.length > 0) url.searchParams.set("found", words.slice(0, FOUND_WORDS).join("|"));
    url.hash = anchor ? encodeURIComponent(anchor) : "";
    return url.href;
  }

  /**
   * @param {Index} index
   * @param {Answer} answer
   */
  async understood(index, answer) {
    const own = answer.matched.flatMap(({ things }) => things.slice(0, MOST_MEANINGS).map((thing) => thing.own));
    const known = await Promise.all(own.filter((unit) => unit >= 0).map(async (unit) => [unit, (await index.page(unit))[0]]));
    const paths = new Map(/** @type {[number, string][]} */ (known));
    const articles = (/** @type {import("./index.js").Thing} */ thing) =>
      [...thing.units.keys()].filter((unit) => index.kinds[unit] === "a").length;
    const addressOf = (/** @type {number} */ unit) => new URL(paths.get(unit) ?? "", this.site).href;
    const counted = (/** @type {number} */ count) => this.many("articles", count);
    return understood(answer.matched, addressOf, articles, (name) => this.text(name), counted);
  }

  /**
   * @param {{name: string, choices: [string, number][]}[]} counts
   * @param {import("./filters.js").Wishes} wishes
   */
  choices(counts, wishes) {
    for (const { name, choices } of counts) {
      const field = this.fields.find((one) => one.name === name);
      if (!(field instanceof HTMLSelectElement)) continue;
      const any = field.options[0];
      const chosen = wishes[name];
      const all = !chosen || choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, 0]];
      const options = all.map(([value, count]) => new Option(`${this.named(name, String(value))} (${count})`, String(value)));
      field.replaceChildren(any, ...options);
      field.value = chosen;
      /** @type {HTMLElement} */ (field.closest("label")).hidden = all.length === 0;
    }
  }

  /**
   * @param {string} facet
   * @param {string} value
   */
  named(facet, value) {
    if (facet === "language") return this.text(`language-${value}`) || value;
    if (facet === "date") return this.date(value);
    return facet === "note" ? (this.noteKinds?.get(value) ?? value) : value;
  }

  /**
   * Says how many filters are set also where they are folded away.
   * @param {import("./filters.js").Wishes} wishes
   */
  tell(wishes) {
    const summary = this.filters.querySelector("summary");
    const set = NAMES.filter((name) => name !== "q" && wishes[name]).length;
    if (summary) summary.textContent = set > 0 ? `${this.unset} (${set})` : this.unset;
  }

  /** @param {import("./filters.js").Wishes} wishes */
  remember(wishes) {
    this.tell(wishes);
    const search = searchOf(wishes);
    const link = /** @type {HTMLAnchorElement | null} */ (this.root.querySelector("[data-search-page-link]"));
    if (link) link.search = search;
    history.replaceState(history.state, "", addressed(new URL(location.href), wishes, this.prefix));
  }

  /** @param {number} count */
  counted(count) {
    return count === 0 ? this.text("none") : this.many("found", count);
  }

  /**
   * @param {HTMLElement[]} groups
   * @param {HTMLElement[]} meaning
   * @param {string} message
   */
  show(groups, meaning, message) {
    this.results.replaceChildren(...groups);
    this.results.scrollTop = 0;
    this.meaning.replaceChildren(...meaning);
    this.meaning.hidden = meaning.length === 0;
    this.say(message);
  }

  /** @param {string} message */
  say(message) {
    this.status.textContent = message;
  }

  /** @param {number} step */
  move(step) {
    const links = /** @type {HTMLElement[]} */ ([this.input, ...this.results.querySelectorAll("li > a")]);
    const here = Math.max(0, links.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    links[Math.min(links.length - 1, Math.max(0, here + step))]?.focus();
  }
}

/**
 * A stretch of a block with the marks in it.
 * @param {import("./passage.js").Block} block
 * @param {number} start
 * @param {number} end
 * @returns {import("./passage.js").Block}
 */
function within([anchor, language, text, marks], start, end) {
  const inside = [];
  for (let at = 0; at < marks.length; at += 3) {
    if (marks[at] >= start && marks[at] + marks[at + 1] <= end) inside.push(marks[at] - start, marks[at + 1], marks[at + 2]);
  }
  return [anchor, language, text.slice(start, end), inside];
}
