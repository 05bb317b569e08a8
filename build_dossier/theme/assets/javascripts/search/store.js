// @ts-check
/** The files of the index, each fetched once. They are gzipped, whatever the host does; `files.py` says what is where. */

/**
 * @typedef {{shards: string[], spelling: string[], starts: Record<string, number[]>, small: string[], kinds: string, languages: string[], dates: string[], outlets: string[],
 *   outlet: number[], notekinds: [string, string][], notekind: number[]}} Start
 */

export class Store {
  /** @param {URL} folder The folder of the index, with a slash at its end. */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Promise<{folder: string}> | undefined} */
    this.entry = undefined;
  }

  /**
   * A file by its name; a failure is not kept, the next question asks again.
   * @param {string} name
   * @returns {Promise<any>}
   */
  file(name) {
    let found = this.files.get(name);
    if (!found) {
      found = this.fetched(name);
      found.catch(() => this.files.delete(name));
      this.files.set(name, found);
    }
    return found;
  }

  /** @param {string} name */
  async fetched(name) {
    this.entry ??= fetch(new URL("entry.json", this.folder), { cache: "no-cache" }).then(unpacked);
    this.entry.catch(() => (this.entry = undefined));
    const { folder } = await this.entry;
    return unpacked(await fetch(new URL(`${folder}/${name}.json.gz`, this.folder)));
  }

  /** @returns {Promise<Start>} */
  start() {
    return this.file("start");
  }

  /**
   * One item of a list that is cut into files: words (`w`), their places (`x`), things (`t`), pages (`r`).
   * @param {string} letter With which the files' names begin.
   * @param {number} number
   */
  async item(letter, number) {
    const starts = (await this.start()).starts[letter];
    const file = lastAtMost(starts, number);
    return (await this.file(`${letter}${file}`))[number - starts[file]];
  }
}

/** @param {Response} response */
async function unpacked(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b; // some hosts unpack by themselves
  return JSON.parse(packed ? await inflated(bytes) : new TextDecoder().decode(bytes));
}

/**
 * The text of gzipped bytes. Written and read by hand: through a `Blob` and a `Response` it takes several times as long.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function inflated(bytes) {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  const reader = stream.readable.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  await written;
  return text + decoder.decode();
}

/**
 * The place of the last value that is not above `wanted`, in rising values.
 * @template {number | string} T
 * @param {T[]} values
 * @param {T} wanted
 */
export function lastAtMost(values, wanted) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
