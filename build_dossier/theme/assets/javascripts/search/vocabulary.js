// @ts-check
/** From a typed word to what it may mean: a form of a word, the beginning of one, or one that is spelled alike. */

import { lastAtMost } from "./store.js";

/** @typedef {import("./store.js").Store} Store */
/**
 * @typedef {{stem: string, endings: string[], words: Map<string, number>, names: number[]}} Entry A lexeme: the forms
 *   of it that the texts have, with their numbers, and the names in which it stands, packed as in `vocabulary.py`.
 */

const KEY = 5; // Letters by which forms are put in order.
const MOST_SHARDS = 8; // Of a short beginning: what stands in more files is too much to show.
const MOST_FORMS = 3; // Of those that are equally near to a mistyped word.
const FAR = 9;

export class Vocabulary {
  /**
   * @param {Store} store
   * @param {import("./store.js").Start} start
   */
  constructor(store, start) {
    this.store = store;
    this.shards = start.shards;
    this.spelling = start.spelling;
    /** @type {Map<number, Promise<Entry[]>>} */
    this.read = new Map();
  }

  /**
   * The lexemes that a word is a form of.
   * @param {string} word
   */
  async formsOf(word) {
    const entries = await this.shard(this.shardOf(word));
    return entries.filter((entry) => isForm(entry, word));
  }

  /**
   * The number of a form that the texts have.
   * @param {string} word
   */
  async numberOf(word) {
    const entries = await this.shard(this.shardOf(word));
    return entries.map((entry) => entry.words.get(word)).find((number) => number !== undefined);
  }

  /**
   * The lexemes that have a form with that beginning.
   * @param {string} beginning
   */
  async startingWith(beginning) {
    const first = this.shardOf(beginning);
    const last = Math.min(this.shardOf(`${beginning.slice(0, KEY)}\uffff`, KEY + 1), first + MOST_SHARDS - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const entries = (await Promise.all(numbers.map((number) => this.shard(number)))).flat();
    const found = entries.filter(
      (entry) =>
        entry.stem.startsWith(beginning) ||
        (beginning.startsWith(entry.stem) &&
          entry.endings.some((ending) => (entry.stem + ending).startsWith(beginning))),
    );
    return [...new Map(found.map((entry) => [`${entry.stem} ${entry.endings.join(" ")}`, entry])).values()];
  }

  /**
   * The forms at the least distance from a word, at most `most`, and their lexemes.
   * @param {string} word
   * @param {number} most
   * @returns {Promise<{forms: string[], entries: Entry[]} | undefined>}
   */
  async near(word, most) {
    const own = await this.shard(this.shardOf(word));
    const stems = await this.stemsLike(word, most);
    const shards = [...new Set(stems.map((stem) => this.shardOf(stem)))].slice(0, MOST_SHARDS);
    const others = (await Promise.all(shards.map((shard) => this.shard(shard)))).flat();
    let least = most;
    let forms = /** @type {Set<string>} */ (new Set());
    for (const entry of new Set([...own, ...others])) {
      const begun = compared(word, entry.stem, least);
      for (const ending of begun ? entry.endings : []) {
        const found = compared(word, ending, least, begun)?.last[word.length] ?? FAR;
        if (found > least) continue;
        if (found < least) forms = new Set();
        forms.add(entry.stem + ending);
        least = found;
      }
    }
    if (forms.size === 0) return undefined;
    const likely = [...forms].sort((a, b) => likeness(word, b) - likeness(word, a) || (a < b ? -1 : 1)).slice(0, MOST_FORMS);
    const entries = (await Promise.all(likely.map((form) => this.formsOf(form)))).flat();
    return { forms: likely, entries: [...new Set(entries)] };
  }

  /**
   * Beginnings of words that are like that of a word of which one of the first three letters may be wrong.
   * @param {string} word
   * @param {number} most
   * @returns {Promise<string[]>}
   */
  async stemsLike(word, most) {
    const [a, b, c] = word;
    const keys = [...new Set([a + b, a + c, b + c])];
    const lists = await Promise.all(
      keys.map(async (key) => {
        const file = this.spelling.findLastIndex((first) => first <= key);
        return file < 0 ? [] : ((await this.store.file(`s${file}`))[key] ?? "").split(" ").filter(Boolean);
      }),
    );
    const found = [...new Set(lists.flat())].map((stem) => ({ stem, far: beginningDistance(word, stem, most) }));
    const near = found.filter(({ far }) => far <= most);
    return near.sort((x, y) => x.far - y.far || y.stem.length - x.stem.length).map(({ stem }) => stem).slice(0, 40);
  }

  /**
   * The file in whose range of the alphabet a word lies.
   * @param {string} word
   * @param {number} [letters] By which it is put in order.
   */
  shardOf(word, letters = KEY) {
    return lastAtMost(this.shards, word.slice(0, letters));
  }

  /**
   * @param {number} number
   * @returns {Promise<Entry[]>}
   */
  async shard(number) {
    let found = this.read.get(number);
    if (!found) {
      found = this.store.file(`v${number}`).then(entriesOf);
      found.catch(() => this.read.delete(number));
      this.read.set(number, found);
    }
    return found;
  }
}

/**
 * @param {[string[], [string, number, number[], number[]][]]} shard
 * @returns {Entry[]}
 */
function entriesOf([classes, entries]) {
  const endings = classes.map((text) => text.split(" "));
  return entries.map(([stem, number, packed, names]) => {
    const words = new Map();
    let word = 0;
    for (let at = 0; at < packed.length; at += 2) {
      word += packed[at];
      words.set(stem + endings[number][packed[at + 1]], word);
    }
    return { stem, endings: endings[number], words, names };
  });
}

/**
 * @param {Entry} entry
 * @param {string} word
 */
function isForm(entry, word) {
  return word.startsWith(entry.stem) && entry.endings.includes(word.slice(entry.stem.length));
}

/**
 * Of forms at one distance, those with the same first letter and length are likelier.
 * @param {string} word
 * @param {string} form
 */
function likeness(word, form) {
  return Number(form[0] === word[0]) * 2 + Number(form.length === word.length);
}

/**
 * How far a beginning is from the beginning of a word, whose length may differ by `most`.
 * @param {string} word
 * @param {string} stem
 * @param {number} most
 */
function beginningDistance(word, stem, most) {
  const { last } = compared(word, stem, most) ?? { last: [] };
  return Math.min(FAR, ...last.slice(Math.max(1, stem.length - most), stem.length + most + 1));
}

/**
 * Letters to add, drop, exchange or swap with a neighbour to make `b` of `a`; more than `most` is `FAR`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  const found = compared(a, b, most)?.last[a.length] ?? FAR;
  return found <= most ? found : FAR;
}

/**
 * @typedef {{before: number[], last: number[], letter: string}} Compared How far the beginnings of a word of each length
 *   are from a text (`last`) and from the text without its last letter.
 */

/**
 * A word compared with a text, letter by letter of the text, which may go on from another; nothing where no text that
 * goes on from here is at a distance of `most` or less.
 * @param {string} word
 * @param {string} text
 * @param {number} most
 * @param {Compared} [begun]
 * @returns {Compared | undefined}
 */
function compared(word, text, most, begun) {
  let { before, last, letter } = begun ?? { before: [], last: Array.from({ length: word.length + 1 }, (_, index) => index), letter: "" };
  for (const next of text) {
    const row = [last[0] + 1];
    let least = row[0];
    for (let at = 1; at <= word.length; at += 1) {
      let value = Math.min(last[at] + 1, row[at - 1] + 1, last[at - 1] + Number(word[at - 1] !== next));
      if (at > 1 && before.length > 0 && word[at - 1] === letter && word[at - 2] === next) value = Math.min(value, before[at - 2] + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most && Math.min(...last) >= most) return undefined; // a swap goes back by one letter
    [before, last, letter] = [last, row, next];
  }
  return { before, last, letter };
}
