// @ts-check
/** The passage of a page that answers best, with the words that match: also other forms than the typed one. */

import { tokens } from "./words.js";

/** @typedef {import("./index.js").Matched} Matched */
/**
 * @typedef {[string, string, string, number[]]} Block Anchor, language, text; start, length and thing of every mark.
 * @typedef {{text: string, hit: boolean}} Piece
 * @typedef {{anchor: string, language: string, pieces: Piece[], words: string[]}} Passage `words` are those that match,
 *   as printed.
 * @typedef {{start: number, end: number, unit: number}} Range
 */

const BEFORE = 60; // Characters before the first match.
const IN_ALL = 260;

/**
 * Says where a text matches the units of a query.
 * @param {Matched[]} matched
 * @returns {(block: Block) => Range[]}
 */
export function matcher(matched) {
  const units = matched.map(({ query, things }) => ({
    forms: new Set(query.entries.flatMap((entry) => [...entry.words.keys()])),
    things: new Set(things.map((thing) => thing.number)),
    phrase: query.phrase,
  }));
  return ([, , text, marks]) => {
    const found = /** @type {Range[]} */ ([]);
    const words = tokens(text);
    units.forEach(({ forms, things, phrase }, unit) => {
      for (let at = 0; at < marks.length; at += 3) {
        if (things.has(marks[at + 2])) found.push({ start: marks[at], end: marks[at] + marks[at + 1], unit });
      }
      words.forEach(({ start, end, word }, at) => {
        if (phrase.length === 0 && forms.has(word)) found.push({ start, end, unit });
        else if (phrase.length > 0 && phrase.every((one, next) => words[at + next]?.word === one)) {
          found.push({ start, end: words[at + phrase.length - 1].end, unit });
        }
      });
    });
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/**
 * The best of some blocks: the one with most of the query's units, the first of these; the beginning where none matches.
 * @param {Block[]} blocks
 * @param {(block: Block) => Range[]} match
 * @param {string} [title] Stands above the passage: a block that says the same comes after its equals.
 * @returns {Passage}
 */
export function passageOf(blocks, match, title) {
  let best = { block: blocks.find(([anchor]) => anchor !== "") ?? blocks[0] ?? ["", "", "", []], ranges: /** @type {Range[]} */ ([]), units: 0 };
  const repeated = (/** @type {Block} */ block) => Number(title !== undefined && block[2].startsWith(title));
  for (const block of blocks.toSorted((a, b) => repeated(a) - repeated(b))) {
    const ranges = match(block);
    const units = new Set(ranges.map((range) => range.unit)).size;
    if (units > best.units) best = { block, ranges, units };
  }
  const [anchor, language, text] = best.block;
  const ranges = merged(best.ranges);
  return { anchor, language, pieces: piecesOf(text, ranges), words: [...new Set(ranges.map((one) => text.slice(one.start, one.end)))] };
}

/**
 * Ranges without overlaps.
 * @param {Range[]} ranges In order.
 */
function merged(ranges) {
  const found = /** @type {Range[]} */ ([]);
  for (const range of ranges) {
    const last = found.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else found.push({ ...range });
  }
  return found;
}

/**
 * The words around the first match.
 * @param {string} text
 * @param {Range[]} ranges
 * @returns {Piece[]}
 */
function piecesOf(text, ranges) {
  const wanted = Math.max(0, (ranges[0]?.start ?? 0) - BEFORE);
  const start = wanted === 0 ? 0 : text.indexOf(" ", wanted) + 1;
  const cut = start + IN_ALL >= text.length ? text.length : text.lastIndexOf(" ", start + IN_ALL);
  const end = cut > start ? cut : Math.min(text.length, start + IN_ALL);
  const pieces = /** @type {Piece[]} */ (start > 0 ? [{ text: "… ", hit: false }] : []);
  let at = start;
  for (const range of ranges.filter((one) => one.start >= start && one.end <= end)) {
    pieces.push({ text: text.slice(at, range.start), hit: false }, { text: text.slice(range.start, range.end), hit: true });
    at = range.end;
  }
  pieces.push({ text: text.slice(at, end) + (end < text.length ? " …" : ""), hit: false });
  return pieces.filter((piece) => piece.text !== "");
}
