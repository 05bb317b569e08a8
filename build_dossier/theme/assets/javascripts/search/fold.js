// @ts-check
/** What a reader typed, folded to what the index holds; and whether a word that the index gave back is meant. */

const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u0060\u00b4\u2032\uff07]/g;
const TYPOGRAPHIC_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2039\u203a\u2033\uff02]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const NOT_LETTERS = /[^\p{L}\p{M}\p{N}]+/u;
const MARKS = /\p{M}/gu;

/** The share of a typed word that a found word must begin with: inflection changes the last letters, not the first. */
const SHARED_BEGINNING = 0.6;

/**
 * The query for the index: lower case, one kind of apostrophe, no typographic quotes, е for ё, no trailing wildcard.
 * Straight double quotes stay: they ask for the exact words.
 * @param {string} typed
 * @returns {string}
 */
export function foldQuery(typed) {
  return typed
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(TYPOGRAPHIC_QUOTES, " ")
    .replaceAll("ё", "е")
    .replace(/\*+(?=\s|$)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The bare letters of a word: lower case, without apostrophes and diacritics, as the index compares words.
 * @param {string} word
 * @returns {string}
 */
export function foldWord(word) {
  return foldQuery(word).replaceAll("'", "").normalize("NFD").replace(MARKS, "");
}

/**
 * The words of a text, folded. A compound counts as a whole and by its parts.
 * @param {string} text
 * @returns {string[]}
 */
export function foldedWords(text) {
  return text.split(/\s+/).flatMap((token) => {
    const parts = token.replace(APOSTROPHES, "'").replaceAll("'", "").split(NOT_LETTERS).filter(Boolean).map(foldWord);
    return parts.length > 1 ? [...parts, parts.join("")] : parts;
  });
}

/**
 * Whether a found word may be a form of the typed one. When a word is not in it, the index falls back to the longest
 * beginning that it knows, be it a single letter (https://github.com/Pagefind/pagefind/issues/599).
 * @param {string} typed Folded.
 * @param {string} found Folded.
 * @returns {boolean}
 */
export function isForm(typed, found) {
  let shared = 0;
  while (shared < typed.length && typed[shared] === found[shared]) shared += 1;
  return shared >= Math.max(Math.min(3, typed.length), Math.ceil(typed.length * SHARED_BEGINNING));
}
