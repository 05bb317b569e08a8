// @ts-check
/** What a query means: units that all must match, each a word in all its forms, a name, or an exact phrase. */

import { partsOf } from "./words.js";

/** @typedef {import("./vocabulary.js").Entry} Entry */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */
/**
 * @typedef {"form" | "beginning" | "stem" | "spelling" | "nothing" | "phrase" | "name"} How
 * @typedef {{typed: string, folded: string, how: How, entries: Entry[], shown: string, begun: Entry[]}} Word A typed word
 *   as it is understood; `shown` is the form that it was corrected to; `begun` are longer words that begin so.
 * @typedef {{how: How, typed: string, folded: string, shown: string, words: number[][], things: number[],
 *   begun: number[], begunWords: number[], entries: Entry[], phrase: string[]}} Unit `words` has the numbers of forms
 *   for each word: a text must have one of each; `begun` are things that a longer word names, `begunWords` its forms.
 */

const SHORTEST_BEGINNING = 2;
const SHORTEST_BEGUN = 4; // A whole word of fewer letters is not taken for the beginning of a name, too.
const SHORTEST_MISTYPED = 4;
const MOST_THINGS = 24;
const MOST_BEGUN = 8;
const MOST_FORMS = 400;
/** An ending by which a word may differ from the forms that the dictionaries know; «-чук» makes another name. */
const ENDING = /^(?:[аеєиіїоуюяыэйьмхвг]{1,3}|[aeiouym]{1,3}|e?s|ed|ing)$/;
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 5;
const SHORTEST_FAR = 7; // Of fewer letters, too many words are two mistakes away.
const MOST_SHOWN = 3;

/**
 * @param {string} typed
 * @param {Vocabulary} vocabulary
 * @param {Set<string>} small Words that only join others.
 * @returns {Promise<Unit[]>}
 */
export async function unitsOf(typed, vocabulary, small) {
  const parts = partsOf(typed);
  const units = await Promise.all(
    parts.map(async ({ words, exact }, index) => {
      if (exact) return [await phraseOf(words, vocabulary)];
      const open = index === parts.length - 1 && !/\s$/.test(typed);
      const last = words.length - 1;
      const telling = open && last > 0 && isLetter(words[last].word) ? words.slice(0, -1) : words;
      return joined(await Promise.all(telling.map((one, at) => understand(one, vocabulary, open && at === last, at > 0))));
    }),
  );
  const all = units.flat();
  const telling = all.filter((unit) => !small.has(unit.folded) && (unit.how !== "nothing" || unit.folded.length > 1));
  return telling.length > 0 ? telling : all;
}

/**
 * A single letter after other words is not yet a word.
 * @param {string} word
 */
const isLetter = (word) => /^\p{L}$/u.test(word);

/**
 * A typed word: a known form; else, while it is being typed, the beginning of a word; else one that is spelled alike;
 * else a word with the same stem.
 * @param {import("./words.js").Typed} given
 * @param {Vocabulary} vocabulary
 * @param {boolean} open Whether it may be but the beginning of what will be typed.
 * @param {boolean} follows Whether another word stands before it: then two letters may begin the rest of a name.
 * @returns {Promise<Word>}
 */
async function understand({ word: typed, printed }, vocabulary, open, follows) {
  /** @type {(how: How, entries: Entry[], shown?: string) => Word} */
  const word = (how, entries, shown = printed) => ({ typed: printed, folded: typed, how, entries, shown, begun: [] });
  const forms = await vocabulary.formsOf(typed);
  if (forms.length > 0) {
    const begun = open && typed.length >= (follows ? SHORTEST_BEGINNING : SHORTEST_BEGUN) ? await vocabulary.startingWith(typed) : [];
    return { ...word("form", forms), begun: begun.filter((entry) => entry.names.length > 0) };
  }
  if (typed.length >= SHORTEST_BEGINNING) {
    const longer = await vocabulary.startingWith(typed);
    if (longer.length > 0) return word("beginning", longer);
  }
  if (typed.length >= SHORTEST_MISTYPED) {
    const near = await vocabulary.near(typed, 1);
    if (near) return word("spelling", near.entries, near.forms.join(" / "));
    for (let cut = 1; cut <= Math.min(LONGEST_ENDING, typed.length - SHORTEST_STEM); cut += 1) {
      const stem = typed.slice(0, -cut);
      if (!ENDING.test(typed.slice(-cut))) continue;
      const same = (await vocabulary.startingWith(stem)).filter((entry) => entry.stem.length >= stem.length - 1);
      if (same.length > 0) return word("stem", same, formsOf(same).slice(0, MOST_SHOWN).join(" / "));
    }
    const far = typed.length >= SHORTEST_FAR ? await vocabulary.near(typed, 2) : undefined;
    if (far) return word("spelling", far.entries, far.forms.join(" / "));
  }
  return word("nothing", []);
}

/**
 * The forms of lexemes that the texts have.
 * @param {Entry[]} entries
 */
function formsOf(entries) {
  return [...new Set(entries.flatMap((entry) => [...entry.words.keys()]))];
}

/**
 * Words in a row as units: the longest rows that are a name count as one.
 * @param {Word[]} words
 * @returns {Unit[]}
 */
function joined(words) {
  /** @type {Unit[]} */
  const units = [];
  for (let at = 0; at < words.length; ) {
    let length = words.length - at;
    while (length > 1 && thingsOf(words.slice(at, at + length)).length === 0) length -= 1;
    units.push(unitOf(words.slice(at, at + length)));
    at += length;
  }
  return units;
}

/**
 * @param {Word[]} words
 * @returns {Unit}
 */
function unitOf(words) {
  const [first] = words;
  const numbers = words.map((word) => numbersOf(word.entries));
  const alone = words.length === 1;
  // A word that no text has and that is no name by itself leads to all names in which it stands.
  const things = thingsOf(words, alone && numbers[0].length === 0 && thingsOf(words).length === 0);
  const longer = alone && first.folded.length >= SHORTEST_BEGUN ? first.begun : [];
  const begun = thingsOf([{ ...first, entries: longer }]);
  return {
    how: words.length > 1 ? "name" : first.how,
    folded: words.map((word) => word.folded).join(" "),
    typed: words.map((word) => word.typed).join(" "),
    shown: words.map((word) => word.shown).join(" "),
    words: numbers,
    things: things.slice(0, MOST_THINGS),
    begun: begun.filter((thing) => !things.includes(thing)).slice(0, MOST_BEGUN),
    begunWords: numbersOf(longer),
    entries: words.flatMap((word) => word.entries),
    phrase: [],
  };
}

/**
 * The numbers of all forms that the texts have.
 * @param {Entry[]} entries
 */
function numbersOf(entries) {
  return [...new Set(entries.flatMap((entry) => [...entry.words.values()]))].slice(0, MOST_FORMS);
}

/**
 * The things that have a name of exactly these words, in any order; the last may be but begun.
 * @param {Word[]} words
 * @param {boolean} [within] Whether a name may have other words, too.
 */
function thingsOf(words, within = false) {
  const entries = words.map((word) => (words.length > 1 ? [...word.entries, ...word.begun] : word.entries));
  const names = entries.map((found) => new Set(found.flatMap((entry) => entry.names)));
  const common = [...names[0]].filter(
    (name) => (within || (name & 7) === words.length) && names.every((own) => own.has(name)),
  );
  return [...new Set(common.map((name) => Math.floor(name / 512)))];
}

/**
 * @param {import("./words.js").Typed[]} words
 * @param {Vocabulary} vocabulary
 * @returns {Promise<Unit>}
 */
async function phraseOf(words, vocabulary) {
  const typed = `“${words.map(({ printed }) => printed).join(" ")}”`;
  const numbers = await Promise.all(words.map(({ word }) => vocabulary.numberOf(word)));
  const known = numbers.every((number) => number !== undefined);
  return {
    how: known ? "phrase" : "nothing",
    typed,
    folded: typed,
    shown: typed,
    begun: [],
    begunWords: [],
    words: known ? numbers.map((number) => [/** @type {number} */ (number)]) : [[]],
    things: [],
    entries: [],
    phrase: words.map(({ word }) => word),
  };
}
