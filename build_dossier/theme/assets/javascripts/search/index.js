// @ts-check
/** Which pages, notes and quotations answer a query, how well, and what the answers have in common. */

import { unitsOf } from "./query.js";
import { Vocabulary } from "./vocabulary.js";
import { lastAtMost } from "./store.js";

/** @typedef {import("./query.js").Unit} Unit */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Start} Start */
/**
 * @typedef {{label: string, kind: string, own: number, units: Map<number, number>, number: number}} Thing
 * @typedef {{number: number, score: number}} Hit
 * @typedef {{query: Unit, things: Thing[], scores: Map<number, number>}} Matched A unit of the query and its hits.
 * @typedef {{matched: Matched[], hits: Hit[]}} Answer
 */

const SATURATION = 1.2; // As in BM25: how soon a word that is repeated counts no more.
const IN_TITLE = 1.6;
const LESS = 0.2; // Another word for the same, a name that only begins so: after all that have the word itself.
const OF_OWN_PAGE = 12;

export class Index {
  /**
   * @param {Store} store
   * @param {Start} start
   */
  constructor(store, start) {
    this.store = store;
    this.start = start;
    this.vocabulary = new Vocabulary(store, start);
    this.small = new Set(start.small);
    this.kinds = start.kinds;
    /** @type {number[]} For each unit the number of its page. */
    this.pages = [];
    /** @type {number[]} For each unit which note or quotation of its page it is. */
    this.parts = [];
    /** @type {number[]} For each page its number among the articles and events, -1 for others. */
    this.dated = [];
    /** @type {number[]} For each page its unit. */
    this.units = [];
    /** @type {number[]} */
    this.notes = [];
    /** @type {number[]} */
    this.articles = [];
    this.number();
  }

  /** Numbers pages and what stands on them: a page comes before its notes and quotations. */
  number() {
    let dated = 0;
    let notes = 0;
    let quotations = 0;
    for (let unit = 0; unit < this.kinds.length; unit += 1) {
      const kind = this.kinds[unit];
      const inside = kind === "n" || kind === "q";
      if (!inside) {
        this.units.push(unit);
        this.dated.push(kind === "a" || kind === "e" ? dated++ : -1);
        notes = quotations = 0;
        if (kind === "a") this.articles.push(unit);
      }
      this.pages.push(this.units.length - 1);
      this.parts.push(kind === "n" ? notes++ : kind === "q" ? quotations++ : 0);
      if (kind === "n") this.notes.push(unit);
    }
  }

  /**
   * The units that match all of a query, best first; all articles and notes for none.
   * @param {string} typed
   * @returns {Promise<Answer>}
   */
  async ask(typed) {
    const query = await unitsOf(typed, this.vocabulary, this.small);
    if (query.length === 0) {
      return { matched: [], hits: [...this.articles, ...this.notes].map((number) => ({ number, score: 0 })) };
    }
    const matched = await Promise.all(query.map((unit) => this.match(unit)));
    const [least, ...others] = matched.toSorted((a, b) => a.scores.size - b.scores.size);
    const hits = [];
    for (const [number, score] of least.scores) {
      if (others.every((other) => other.scores.has(number))) {
        hits.push({ number, score: others.reduce((sum, other) => sum + (other.scores.get(number) ?? 0), score) });
      }
    }
    return { matched, hits: hits.sort((a, b) => b.score - a.score || a.number - b.number) };
  }

  /**
   * @param {Unit} query
   * @returns {Promise<Matched>}
   */
  async match(query) {
    const [words, things, begun] = await Promise.all([
      query.how === "phrase" ? this.phrase(query) : this.allOf(query.words),
      Promise.all(query.things.map((number) => this.thing(number))),
      Promise.all(query.begun.map((number) => this.thing(number))),
    ]);
    const scores = new Map(words);
    for (const [unit, score] of await this.anyOf(query.begunWords)) raise(scores, unit, LESS * score);
    for (const thing of [...things, ...begun]) {
      const weight = thing.kind === "c" || begun.includes(thing) ? LESS : 1;
      const rare = Math.log(1 + this.kinds.length / (1 + thing.units.size));
      for (const [unit, code] of thing.units) raise(scores, unit, weight * rare * saturated(code));
      if (thing.own >= 0) raise(scores, thing.own, weight * (OF_OWN_PAGE + Math.log(1 + thing.units.size)));
    }
    return { query, things: [...byUse(things), ...byUse(begun)], scores };
  }

  /**
   * The units that have a form of each word.
   * @param {number[][]} words
   */
  async allOf(words) {
    const each = await Promise.all(words.map((forms) => this.anyOf(forms)));
    const [first, ...others] = each;
    const found = new Map();
    for (const [unit, score] of first ?? []) {
      if (others.every((other) => other.has(unit))) {
        found.set(unit, others.reduce((sum, other) => sum + (other.get(unit) ?? 0), score));
      }
    }
    return found;
  }

  /**
   * The units that have one of the forms.
   * @param {number[]} forms
   * @returns {Promise<Map<number, number>>}
   */
  async anyOf(forms) {
    const lists = await Promise.all(forms.map((form) => this.store.item("w", form)));
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const list of lists) {
      for (const [unit, code] of spread(list)) found.set(unit, (found.get(unit) ?? 0) + saturated(code));
    }
    const rare = Math.log(1 + this.kinds.length / (1 + found.size));
    for (const [unit, weight] of found) found.set(unit, weight * rare);
    return found;
  }

  /**
   * The units that have the words beside each other.
   * @param {Unit} query
   */
  async phrase(query) {
    const lists = await Promise.all(
      query.words.map(async ([word]) => placesOf(await this.store.item("x", word))),
    );
    const [first, ...others] = lists;
    const found = new Map();
    for (const [unit, places] of first) {
      const count = places.filter((place) =>
        others.every((other, index) => other.get(unit)?.includes(place + index + 1)),
      ).length;
      if (count > 0) found.set(unit, count + query.words.length);
    }
    return found;
  }

  /**
   * @param {number} number
   * @returns {Promise<Thing>}
   */
  async thing(number) {
    const [label, kind, own, packed] = await this.store.item("t", number);
    return { label, kind, own, units: new Map(spread(packed)), number };
  }

  /**
   * What is shown of the page of a unit.
   * @param {number} unit
   */
  page(unit) {
    return this.store.item("r", this.pages[unit]);
  }

  /**
   * What is known of a unit: that of its page, for a note or quotation.
   * @param {number} unit
   */
  facts(unit) {
    const dated = this.dated[this.pages[unit]];
    const note = this.kinds[unit] === "n" ? lastAtMost(this.notes, unit) : -1;
    const noteKind = this.start.notekinds[this.start.notekind[note]];
    return {
      kind: this.kinds[unit],
      language: this.start.languages[dated] ?? "",
      date: this.start.dates[dated] ?? "",
      outlet: this.start.outlets[this.start.outlet[dated]] ?? "",
      note: noteKind?.[0] ?? "",
      noteLabel: noteKind?.[1] ?? "",
    };
  }
}

/**
 * Numbers of units with what stands behind each, from packed differences.
 * @param {number[]} packed
 * @returns {Generator<[number, number]>}
 */
export function* spread(packed) {
  let unit = 0;
  for (const value of packed) {
    unit += value >> 4;
    yield [unit, value & 15];
  }
}

/**
 * @param {number[]} packed
 * @returns {Map<number, number[]>}
 */
function placesOf(packed) {
  const found = new Map();
  let unit = 0;
  for (let at = 0; at < packed.length; ) {
    unit += packed[at];
    const count = packed[at + 1];
    let place = 0;
    found.set(unit, packed.slice(at + 2, at + 2 + count).map((gap) => (place += gap)));
    at += 2 + count;
  }
  return found;
}

/**
 * Things that most texts name first.
 * @param {Thing[]} things
 */
const byUse = (things) => things.toSorted((a, b) => b.units.size - a.units.size);

/** @param {number} code How often, and whether in the title. */
function saturated(code) {
  const often = code >> 1;
  return (often / (often + SATURATION)) * (code & 1 ? IN_TITLE : 1);
}

/**
 * @param {Map<number, number>} scores
 * @param {number} unit
 * @param {number} score
 */
function raise(scores, unit, score) {
  scores.set(unit, (scores.get(unit) ?? 0) + score);
}
