import { readLines } from "./lineReader.ts";

/** `vocabulary.jsonl`: the texts of token ids, a line each. */
export class VocabularyFile {
  readonly #path: string;
  readonly #texts = new Map<number, string>();
  #end = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Texts known so far, with what was appended since the last call. */
  async texts(): Promise<ReadonlyMap<number, string>> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#readOn());
    await this.#reading;
    return this.#texts;
  }

  /** Offset behind the last complete line read. */
  get validEnd(): number {
    return this.#end;
  }

  async #readOn(): Promise<void> {
    const { validEnd } = await readLines(this.#path, this.#end, (line) => {
      try {
        const entry = JSON.parse(line) as { id?: unknown; text?: unknown } | null;
        if (typeof entry?.id === "number" && typeof entry.text === "string")
          this.#texts.set(entry.id, entry.text);
      } catch {
        // a damaged line costs one text of an alternative, nothing else
      }
    });
    this.#end = Math.max(this.#end, validEnd);
  }
}
