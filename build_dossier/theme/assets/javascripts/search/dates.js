// @ts-check
/** Dates of the index (EDTF) in words of the language of the page, as `pages/display.py` says them. */

const SEASONS = /** @type {Record<string, string>} */ ({ 21: "spring", 22: "summer", 23: "autumn", 24: "winter" });

/** @typedef {(name: string) => string} Texts Texts of the interface by name, each with a place for `{date}`. */

/**
 * A date in words; what is no date stays as it is.
 * @param {string} date
 * @param {string} language
 * @param {Texts} text
 */
export function inWords(date, language, text) {
  const [from, to] = date.split("/").map((end) => (end === ".." ? "" : end));
  if (to === undefined) return oneInWords(from, language, text);
  const [first, last] = [from, to].map((end) => oneInWords(end, language, text));
  if (first && last) return stretch(first, last);
  return text(first ? "later" : "earlier").replace("{date}", first || last);
}

/**
 * From one date in words to another; what both end with is said once.
 * @param {string} start
 * @param {string} end
 */
function stretch(start, end) {
  if (start === end) return end;
  const [first, last] = [start.split(" "), end.split(" ")];
  let kept = first.length;
  while (first.length === last.length && kept > 1 && first[kept - 1] === last[kept - 1]) kept -= 1;
  const opening = first.slice(0, kept).join(" ");
  const numbers = first.length === last.length && /^\d+$/.test(opening) && /^\d/.test(last[0]);
  return numbers ? `${opening}–${end}` : `${opening} – ${end}`;
}

/**
 * @param {string} date
 * @param {string} language
 * @param {Texts} text
 */
function oneInWords(date, language, text) {
  const doubt = /[~?%]$/.exec(date)?.[0] ?? "";
  const words = plainInWords(date.slice(0, date.length - doubt.length), language, text);
  const about = doubt === "~" || doubt === "%" ? text("about").replace("{date}", words) : words;
  return doubt === "?" || doubt === "%" ? `${about}?` : about;
}

/**
 * @param {string} date Without a mark of doubt.
 * @param {string} language
 * @param {Texts} text
 */
function plainInWords(date, language, text) {
  const season = /^(\d{4})-(2[1-4])$/.exec(date);
  if (season) return text(SEASONS[season[2]]).replace("{date}", season[1]);
  if (/^\d{3}X$/.test(date)) return text("decade").replace("{date}", `${date.slice(0, 3)}0`);
  const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(date);
  if (!found) return date;
  const [, year, month, day] = found;
  /** @type {Intl.DateTimeFormatOptions} */
  const asked = { timeZone: "UTC", year: "numeric", month: month ? "long" : undefined, day: day ? "numeric" : undefined };
  const form = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, asked);
  const words = form.format(new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))));
  return words.replace(/\s[рг]\.$/, ""); // as the pages write them
}
