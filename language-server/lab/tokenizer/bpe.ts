/**
 * Byte-pair encoding over words (Sennrich et al. 2016; byte level as in GPT-2). Texts are cut into words as llama.cpp's
 * pre-tokenizer "qwen2" does it, in which every digit is a word, so that numbers are read digit by digit.
 */
import { bytesOf, charactersOf, textOfBytes } from "./bytes.ts";

/** Name of the cut in GGUF (`tokenizer.ggml.pre`). */
export const preTokenizer = "qwen2";

const word =
  /'(?:[sdmtSDMT]|[rR][eE]|[vV][eE]|[lL]{2})|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu;

export const wordsOf = (text: string): string[] => text.match(word) ?? [];

/** What defines a tokenizer; plain JSON. */
export interface TokenizerData {
  /** By id: bytes and merged pieces in byte characters, then special tokens as they are written. */
  readonly tokens: readonly string[];
  /** Pairs "left right" by rank. */
  readonly merges: readonly string[];
  /** Names of special tokens, which are found in texts only on request. */
  readonly special: readonly string[];
}

export class Tokenizer {
  readonly data: TokenizerData;
  readonly #ids = new Map<string, number>();
  readonly #ranks = new Map<string, number>();
  readonly #special: RegExp | null;
  readonly #specialNames: ReadonlySet<string>;
  readonly #cache = new Map<string, readonly number[]>();

  constructor(data: TokenizerData) {
    this.data = data;
    for (const [id, token] of data.tokens.entries()) this.#ids.set(token, id);
    for (const [rank, merge] of data.merges.entries()) this.#ranks.set(merge, rank);
    this.#specialNames = new Set(data.special);
    const names = [...data.special].sort((a, b) => b.length - a.length);
    this.#special =
      names.length === 0
        ? null
        : new RegExp(`(${names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|")})`);
  }

  get size(): number {
    return this.data.tokens.length;
  }

  /** Id of a special token by name. Throws when there is none: a recipe names a token its tokenizer lacks. */
  idOf(special: string): number {
    const id = this.#specialNames.has(special) ? this.#ids.get(special) : undefined;
    if (id === undefined) throw new Error(`The tokenizer has no special token ${special}.`);
    return id;
  }

  /** Tokens of a text. With `special`, names of special tokens in it become these tokens. */
  encode(text: string, special = false): number[] {
    const ids: number[] = [];
    const parts = special && this.#special !== null ? text.split(this.#special) : [text];
    for (const part of parts) {
      if (part === "") continue;
      if (special && this.#specialNames.has(part)) ids.push(this.idOf(part));
      else for (const piece of wordsOf(part)) ids.push(...this.#encodeWord(piece));
    }
    return ids;
  }

  /** Text of tokens. Special tokens are left out unless `special`. */
  decode(ids: ArrayLike<number>, special = false): string {
    let text = "";
    let bytes: number[] = [];
    const flush = () => {
      text += textOfBytes(bytes);
      bytes = [];
    };
    for (let i = 0; i < ids.length; i++) {
      const token = this.data.tokens[ids[i] ?? -1] ?? "";
      if (!this.#specialNames.has(token)) bytes.push(...bytesOf(token));
      else if (special) {
        flush();
        text += token;
      }
    }
    flush();
    return text;
  }

  #encodeWord(text: string): readonly number[] {
    const known = this.#cache.get(text);
    if (known !== undefined) return known;
    const parts = Array.from(charactersOf(text));
    while (parts.length > 1) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let i = 0; i + 1 < parts.length; i++) {
        const rank = this.#ranks.get(`${parts[i]} ${parts[i + 1]}`);
        if (rank !== undefined && rank < best) {
          best = rank;
          at = i;
        }
      }
      if (at < 0) break;
      parts.splice(at, 2, `${parts[at]}${parts[at + 1]}`);
    }
    const ids = parts.map((part) => this.#ids.get(part) ?? 0);
    // Bounded, as texts of a stream never end.
    if (this.#cache.size > 50_000) this.#cache.clear();
    this.#cache.set(text, ids);
    return ids;
  }
}
