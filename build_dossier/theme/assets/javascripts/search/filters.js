// @ts-check
/** What the answers can be narrowed to, with counts; and all of it as part of an address. */

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Hit} Hit */
/** @typedef {Record<string, string>} Wishes By name: `q`, `sort`, `from`, `to` and the facets. */

/** Facets that entities make, with their letter in the index. */
const OF_ENTITIES = { person: "p", place: "l", organisation: "o" };
export const FACETS = ["language", "date", "outlet", ...Object.keys(OF_ENTITIES), "note"];
export const NAMES = ["q", "sort", "from", "to", ...FACETS];
const MOST_CHOICES = 60;

/**
 * @param {string} search The part of an address after `?`.
 * @param {string} [prefix] Of the names there.
 * @returns {Wishes}
 */
export function wishesOf(search, prefix = "") {
  const given = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, given.get(prefix + name) ?? ""]));
}

/**
 * An address that also says what is wished.
 * @param {URL} address
 * @param {Wishes} wishes
 * @param {string} prefix
 */
export function addressed(address, wishes, prefix) {
  const said = new URL(address);
  for (const name of NAMES) {
    if (wishes[name]) said.searchParams.set(prefix + name, wishes[name]);
    else said.searchParams.delete(prefix + name);
  }
  return said;
}

/** @param {Wishes} wishes */
export function searchOf(wishes) {
  return new URLSearchParams(NAMES.flatMap((name) => (wishes[name] ? [[name, wishes[name]]] : []))).toString();
}

/** @param {Wishes} wishes */
export const narrows = (wishes) => [...FACETS, "from", "to"].some((name) => wishes[name]);

export class Filters {
  /**
   * @param {Index} index
   * @param {[string, string, number[]][]} entities Kind, label and articles of each, as `facets` has them.
   */
  constructor(index, entities) {
    this.index = index;
    /** @type {Map<string, Map<number, string[]>>} For each facet the labels of each page. */
    this.labels = new Map();
    for (const [name, letter] of Object.entries(OF_ENTITIES)) {
      const byPage = new Map();
      for (const [kind, label, gaps] of entities) {
        let article = 0;
        for (const gap of kind === letter ? gaps : []) {
          article += gap;
          const page = index.pages[index.articles[article]];
          byPage.set(page, [...(byPage.get(page) ?? []), label]);
        }
      }
      this.labels.set(name, byPage);
    }
  }

  /**
   * The hits that are as wished, in the wished order.
   * @param {Hit[]} hits
   * @param {Wishes} wishes
   * @param {string} [but] A facet that is not heeded.
   */
  apply(hits, wishes, but = "") {
    const asked = FACETS.filter((name) => wishes[name] && name !== but);
    const ranged = wishes.from || wishes.to;
    const found = hits.filter(
      ({ number }) =>
        asked.every((name) => this.has(number, name, wishes[name])) &&
        (!ranged || isWithin(this.index.facts(number).date, wishes.from, wishes.to)),
    );
    if (wishes.sort !== "newest" && wishes.sort !== "oldest") return found;
    const sign = wishes.sort === "newest" ? -1 : 1;
    const dates = new Map(found.map(({ number }) => [number, this.index.facts(number).date]));
    const compare = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : Number(a > b));
    return found.toSorted(({ number: a }, { number: b }) => {
      const [one, other] = [dates.get(a) ?? "", dates.get(b) ?? ""];
      if (!one || !other) return Number(!one) - Number(!other); // without a date: last
      return sign * compare(one, other);
    });
  }

  /**
   * @param {number} unit
   * @param {string} name
   * @param {string} value
   */
  has(unit, name, value) {
    const values = this.values(unit, name);
    return name === "date" ? values.some((date) => date.startsWith(value)) : values.includes(value);
  }

  /**
   * @param {number} unit
   * @param {string} name
   * @returns {string[]}
   */
  values(unit, name) {
    const labels = this.labels.get(name);
    if (labels) return labels.get(this.index.pages[unit]) ?? [];
    const facts = /** @type {Record<string, string>} */ (this.index.facts(unit));
    return facts[name] ? [facts[name]] : [];
  }

  /**
   * For each facet its values with the number of articles that have them (of notes, for their kinds), most first; years
   * with their months in order.
   * @param {Hit[]} hits
   * @param {Wishes} wishes
   */
  counts(hits, wishes) {
    const alphabet = new Intl.Collator(document.documentElement.lang || "en");
    return FACETS.map((name) => {
      const kind = name === "note" ? "n" : "a";
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const { number } of this.apply(hits, { ...wishes, sort: "" }, name)) {
        if (this.index.kinds[number] !== kind) continue;
        for (const value of this.values(number, name).flatMap((one) => (name === "date" ? spans(one) : [one]))) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      const choices = [...counts].sort((a, b) => (name === "date" ? 0 : b[1] - a[1]) || alphabet.compare(a[0], b[0]));
      return { name, choices: name === "date" ? choices : choices.slice(0, MOST_CHOICES) };
    });
  }
}

/**
 * A date's year and month.
 * @param {string} date EDTF.
 */
function spans(date) {
  const found = /^\d{4}(?:-\d\d)?/.exec(date);
  return found ? [...new Set([found[0].slice(0, 4), found[0]])] : [];
}

/**
 * Whether a date may lie in a range; one without a day is within when its year or month touches it.
 * @param {string} date
 * @param {string} from
 * @param {string} to
 */
function isWithin(date, from, to) {
  const day = /^\d{4}(?:-\d\d){0,2}/.exec(date)?.[0];
  if (!day) return false;
  return (!from || day >= from.slice(0, day.length)) && (!to || day <= to.slice(0, day.length));
}
