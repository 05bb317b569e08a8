// @ts-check
/** What was typed, as words; `../words.js` folds them. */

import "../words.js";

/** @type {{foldWord: (word: string) => string, tokens: (text: string) => {start: number, end: number, word: string}[]}} */
export const { foldWord, tokens } = /** @type {any} */ (globalThis).dossierWords;

const QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2039\u203a\u2033\u301d\u301e\uff02]/g;
const TYPOGRAPHY = /(?:\u00ab|[\u201e\u201f])([^\s\u00ab\u00bb\u201c-\u201f"]+)(?:\u00bb|[\u201c\u201d])/g;

/**
 * @typedef {{words: Typed[], exact: boolean}} Part Words of a query; exact ones stood in quotation marks.
 * @typedef {{word: string, printed: string}} Typed Folded, and as it was typed.
 */

/**
 * What was typed, cut at quotation marks. Words in them are exact; but guillemets and low marks around a single word,
 * hyphen or not, are typography («Главком»), not a wish.
 * @param {string} typed
 * @returns {Part[]}
 */
export function partsOf(typed) {
  const pieces = typed.replace(TYPOGRAPHY, " $1 ").replace(QUOTES, '"').split('"');
  const closed = pieces.length % 2 === 1;
  return pieces
    .map((piece, index) => {
      const found = tokens(piece).filter((token) => token.word);
      const words = found.map(({ start, end, word }) => ({ word, printed: piece.slice(start, end) }));
      return { words, exact: index % 2 === 1 && (closed || index < pieces.length - 1) };
    })
    .filter((part) => part.words.length > 0);
}
