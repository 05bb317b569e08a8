// @ts-check
/**
 * Words as the index holds them: `build_dossier/search/words.py` does the same, and the two must agree.
 *
 * A plain script, so that pages opened from the disk may load it, where modules are forbidden; modules import it for what
 * it leaves behind: `dossierWords`.
 */
(() => {
  const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u0060\u00b4\u2032\uff07]/g;
  const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\u0301]/g;
  const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060]|'(?=[\p{L}\p{N}]))*/gu;
  const LATIN = /[a-z\u00c0-\u024f\u1e00-\u1eff]/;
  /** @type {Record<string, string>} Latin letters whose mark is no combining one. */
  const UNMARKED = { ł: "l", đ: "d", ø: "o", ı: "i", ß: "s", æ: "a" };

  /**
   * One word: lower case, without apostrophes, stress marks and the diacritics of Latin letters, е for ё, г for ґ.
   * @param {string} word
   */
  function foldWord(word) {
    let low = word.normalize("NFC").replace(APOSTROPHES, "'").toLowerCase().replaceAll("ё", "е").replaceAll("ґ", "г");
    if (LATIN.test(low)) {
      low = low.replace(/'s$/, "").normalize("NFD").replace(/\p{M}/gu, "");
      low = low.replace(/[łđøıßæ]/g, (letter) => UNMARKED[letter]);
    }
    return low.replaceAll("'", "").replace(INVISIBLE, "");
  }

  /**
   * The words of a text with their places.
   * @param {string} text
   * @returns {{start: number, end: number, word: string}[]}
   */
  function tokens(text) {
    return [...text.replace(APOSTROPHES, "'").matchAll(WORD)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      word: foldWord(found[0]),
    }));
  }

  Object.assign(globalThis, { dossierWords: { foldWord, tokens } });
})();
