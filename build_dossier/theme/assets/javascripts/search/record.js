// @ts-check
/** From a fragment of the index to what the dialog shows of it: where the best passage is, and its words. */

import { foldedWords, isForm } from "./fold.js";

/**
 * @typedef {{element: string, id: string, location: number}} Mark
 * @typedef {{location: number, weight: number}} Hit
 * @typedef {{url: string, raw_content: string, meta: Record<string, string>, filters: Record<string, string[]>,
 *   anchors: Mark[], weighted_locations: Hit[]}} Fragment A page as Pagefind gives it; places are counted in words.
 * @typedef {{id: string, element: string, start: number, end: number, hits: Hit[]}} Passage
 * @typedef {{text: string, hit: boolean}} Piece
 * @typedef {{href: string, title: string, kind: string, language: string, date: string, inNote: boolean,
 *   excerpt: Piece[]}} Found
 */

/** Elements inside a passage: their ids divide nothing. */
const INLINE = new Set(["a", "mark", "span", "time", "code", "em", "strong", "input", "label", "button"]);
const WORDS_BEFORE = 8;
const WORDS_IN_ALL = 34;

/**
 * Whether every word of the query has a form among the words that the index matched, or among the page's names.
 * @param {Fragment} fragment
 * @param {string[]} terms Folded.
 * @returns {boolean}
 */
export function isMeant(fragment, terms) {
  const words = wordsOf(fragment);
  const matched = fragment.weighted_locations.map((hit) => words[hit.location] ?? "").join(" ");
  const known = foldedWords(`${matched} ${fragment.meta.title ?? ""} ${fragment.meta.aliases ?? ""}`);
  return terms.every((term) => known.some((word) => isForm(term, word)));
}

/**
 * What the dialog shows of a page.
 * @param {Fragment} fragment
 * @returns {Found}
 */
export function recordOf(fragment) {
  const words = wordsOf(fragment);
  const passage = bestPassage(passagesOf(fragment, words.length));
  const leads = passage.id !== "" && passage.element !== "h1" && passage.hits.length > 0;
  return {
    href: leads ? `${fragment.url}#${encodeURIComponent(passage.id)}` : fragment.url,
    title: fragment.meta.title ?? fragment.url,
    kind: fragment.filters.kind?.[0] ?? "page",
    language: fragment.filters.language?.[0] ?? "",
    date: fragment.meta.date ?? "",
    inNote: leads && passage.id.startsWith("n-"),
    excerpt: excerptOf(words, passage),
  };
}

/**
 * The words of a page; the index keeps them with angle brackets escaped, here they are text again.
 * @param {Fragment} fragment
 */
function wordsOf(fragment) {
  return fragment.raw_content.split(/\s+/).map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
}

/**
 * The page cut at its paragraphs, notes and headings that have an id.
 * @param {Fragment} fragment
 * @param {number} length In words.
 * @returns {Passage[]}
 */
function passagesOf(fragment, length) {
  const cuts = fragment.anchors.filter((mark) => !INLINE.has(mark.element)).sort((a, b) => a.location - b.location);
  const first = { id: "", element: "", location: 0 };
  return [first, ...cuts].map(({ id, element, location }, index) => {
    const end = cuts[index]?.location ?? length;
    const hits = fragment.weighted_locations.filter((hit) => hit.location >= location && hit.location < end);
    return { id, element, start: location, end, hits };
  });
}

/**
 * The passage with the weightiest matches; the headline only when no other has any.
 * @param {Passage[]} passages
 * @returns {Passage}
 */
function bestPassage(passages) {
  const weight = (/** @type {Passage} */ passage) =>
    passage.hits.reduce((sum, hit) => sum + hit.weight, 0) * (passage.element === "h1" ? 0.001 : 1);
  const hit = passages.filter((passage) => passage.hits.length > 0);
  const text = passages.filter((passage) => passage.element !== "h1" && passage.end > passage.start);
  return hit.reduce((best, next) => (weight(next) > weight(best) ? next : best), hit[0] ?? text[0] ?? passages[0]);
}

/**
 * The words around the first match of a passage.
 * @param {string[]} words
 * @param {Passage} passage
 * @returns {Piece[]}
 */
function excerptOf(words, passage) {
  const matched = new Set(passage.hits.map((hit) => hit.location));
  const centre = matched.size > 0 ? Math.min(...matched) : passage.start;
  const start = Math.max(passage.start, centre - WORDS_BEFORE);
  const end = Math.min(passage.end, start + WORDS_IN_ALL);
  const pieces = words.slice(start, end).map((text, index) => ({ text, hit: matched.has(start + index) }));
  if (start > passage.start) pieces.unshift({ text: "…", hit: false });
  if (end < passage.end) pieces.push({ text: "…", hit: false });
  return pieces;
}
