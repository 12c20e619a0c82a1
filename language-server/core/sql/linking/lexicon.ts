import { fail, ok, type Result } from "../../../contract/result.ts";

/** How a thesaurus joins two words; the strongest one counts. */
export type WordRelation = "synonym" | "broader" | "derived";

/** What is known about English words beyond their letters: which mean nearly the same. */
export interface Lexicon {
  /** Number of a word given by its lemma; undefined when it is not known. Frequent words have small numbers. */
  id(lemma: string): number | undefined;
  /** Cosine of the word vectors, −1 to 1. */
  cosine(a: number, b: number): number;
  relation(a: number, b: number): WordRelation | undefined;
}

const magic = "DELIBERATE-LEXICON-1\n";
const relations: readonly WordRelation[] = ["synonym", "broader", "derived"];

interface Header {
  readonly words: number;
  readonly dimensions: number;
  readonly pairs: number;
}

/**
 * Reads a lexicon file: magic line, one line of JSON (words, dimensions, pairs), the words' lemmas one a line by
 * falling frequency, the vectors (int8, words × dimensions), then pairs of word numbers (uint16, little-endian, the
 * smaller first) with one byte for the relation. Fails with `input/invalid`.
 */
export function parseLexicon(bytes: Uint8Array): Result<Lexicon> {
  const text = new TextDecoder("latin1");
  const lineFrom = (start: number) => {
    const end = bytes.indexOf(10, start);
    return end < 0 ? undefined : { text: text.decode(bytes.subarray(start, end)), next: end + 1 };
  };
  const damaged = (why: string) =>
    fail("input/invalid", `The word list for schema linking is damaged: ${why}.`);
  const first = lineFrom(0);
  const second = first === undefined ? undefined : lineFrom(first.next);
  if (first === undefined || second === undefined || `${first.text}\n` !== magic)
    return damaged("not a word list");
  const header = parseHeader(second.text);
  if (header === undefined) return damaged("its header cannot be read");
  const { words, dimensions, pairs } = header;
  const ids = new Map<string, number>();
  let at = second.next;
  for (let id = 0; id < words; id++) {
    const line = lineFrom(at);
    if (line === undefined) return damaged("it ends too early");
    ids.set(line.text, id);
    at = line.next;
  }
  const pairsAt = at + words * dimensions;
  if (bytes.length !== pairsAt + pairs * 5) return damaged("its length is wrong");
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + at, words * dimensions);
  const norms = new Float64Array(words);
  for (let id = 0; id < words; id++) norms[id] = Math.sqrt(dot(vectors, dimensions, id, id)) || 1;
  const related = new Map<number, WordRelation>();
  const view = new DataView(bytes.buffer, bytes.byteOffset + pairsAt, pairs * 5);
  for (let pair = 0; pair < pairs; pair++) {
    const relation = relations[view.getUint8(pair * 5 + 4)];
    if (relation === undefined) return damaged("an unknown relation");
    related.set(pairKey(view.getUint16(pair * 5, true), view.getUint16(pair * 5 + 2, true)), relation);
  }
  return ok({
    id: (lemma) => ids.get(lemma),
    cosine: (a, b) => dot(vectors, dimensions, a, b) / ((norms[a] ?? 1) * (norms[b] ?? 1)),
    relation: (a, b) => related.get(pairKey(Math.min(a, b), Math.max(a, b))),
  });
}

function parseHeader(line: string): Header | undefined {
  try {
    const { words, dimensions, pairs }: Partial<Header> = JSON.parse(line);
    const counts = [words, dimensions, pairs];
    if (!counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0)) return undefined;
    return { words: Number(words), dimensions: Number(dimensions), pairs: Number(pairs) };
  } catch {
    return undefined;
  }
}

/** The file that `parseLexicon` reads. `vectors` has words × dimensions numbers. */
export function encodeLexicon(
  words: readonly string[],
  dimensions: number,
  vectors: Int8Array,
  pairs: readonly (readonly [smaller: number, larger: number, relation: WordRelation])[],
): Uint8Array {
  const header = JSON.stringify({ words: words.length, dimensions, pairs: pairs.length });
  const head = new TextEncoder().encode(`${magic}${header}\n${words.map((word) => `${word}\n`).join("")}`);
  const file = new Uint8Array(head.length + vectors.length + pairs.length * 5);
  file.set(head);
  file.set(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.length), head.length);
  const view = new DataView(file.buffer, head.length + vectors.length);
  for (const [index, [smaller, larger, relation]] of pairs.entries()) {
    view.setUint16(index * 5, smaller, true);
    view.setUint16(index * 5 + 2, larger, true);
    view.setUint8(index * 5 + 4, relations.indexOf(relation));
  }
  return file;
}

const pairKey = (smaller: number, larger: number): number => smaller * 65536 + larger;

function dot(vectors: Int8Array, dimensions: number, a: number, b: number): number {
  let sum = 0;
  const left = a * dimensions;
  const right = b * dimensions;
  for (let k = 0; k < dimensions; k++) sum += (vectors[left + k] ?? 0) * (vectors[right + k] ?? 0);
  return sum;
}
