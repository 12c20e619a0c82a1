import type { DatabaseSchema } from "../schema.ts";
import type { Lexicon } from "./lexicon.ts";
import { buildValueIndex, type ColumnValues, schemaValues, type ValueIndex } from "./values.ts";
import { defaultWeights, type LinkWeights } from "./weights.ts";
import { lemmaOf, splitIdentifier, stemOf } from "./words.ts";

/** A name of the schema as numbers of vocabulary words. */
export interface IndexedName {
  readonly name: string;
  /** In order; for `flight_number` the numbers of "flight" and "number". */
  readonly words: readonly number[];
}

export interface IndexedTable extends IndexedName {
  readonly columns: readonly IndexedName[];
  /** Numbers of the tables joined to this one by a foreign key, either way. */
  readonly neighbours: readonly number[];
}

export interface VocabularyWord {
  /** As in the first name that has it, lower-case. */
  readonly text: string;
  readonly lemma: string;
  readonly stem: string;
  /** ln((N + 1) / (df + 0.5)): N tables, df of them with the word in their name or a column's. */
  readonly idf: number;
  readonly lexiconId: number | undefined;
}

/** Tables with a word in their name, and tables with the word in a column's name. */
export interface WordPlaces {
  readonly tables: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** What is prepared once per database; linking a question changes nothing in it but a memory of words. */
export interface LinkIndex {
  readonly schema: DatabaseSchema;
  readonly tables: readonly IndexedTable[];
  readonly vocabulary: readonly VocabularyWord[];
  readonly wordOfLemma: ReadonlyMap<string, number>;
  /** By word number. */
  readonly places: readonly WordPlaces[];
  /** Table numbers by lower-case name, and column numbers by lower-case `table.column`. */
  readonly tableOfName: ReadonlyMap<string, number>;
  readonly columnOfName: ReadonlyMap<string, number>;
  readonly values: ValueIndex;
  readonly lexicon: Lexicon | undefined;
  readonly weights: LinkWeights;
  /** Schema words by a question word: filled while linking, so that a word is compared with all names once. */
  readonly relatedMemory: Map<string, readonly RelatedWord[]>;
}

/** A word of the schema that a question word names. */
export interface RelatedWord {
  readonly word: number;
  /** 1 for the same word, less for abbreviations and related words. */
  readonly strength: number;
}

export interface LinkIndexOptions {
  /** Which words mean nearly the same; without it only equal words and abbreviations match. */
  readonly lexicon?: Lexicon;
  /** Values of columns, instead of the samples in the schema. */
  readonly values?: Iterable<ColumnValues>;
  readonly weights?: LinkWeights;
}

/** Prepares a database for linking. Time grows with the names and values: about a second for 200 tables with rows. */
export function buildLinkIndex(schema: DatabaseSchema, options: LinkIndexOptions = {}): LinkIndex {
  const { lexicon } = options;
  const texts: string[] = [];
  const wordOfLemma = new Map<string, number>();
  const places: { readonly tables: Set<number>; readonly columns: Set<number> }[] = [];
  const numberOf = (text: string): number => {
    const lemma = lemmaOf(text);
    const known = wordOfLemma.get(lemma);
    if (known !== undefined) return known;
    wordOfLemma.set(lemma, texts.length);
    places.push({ tables: new Set(), columns: new Set() });
    return texts.push(text) - 1;
  };
  const indexed = (name: string): IndexedName => ({ name, words: nameWords(name, lexicon).map(numberOf) });
  const tableOfName = new Map<string, number>();
  const columnOfName = new Map<string, number>();
  for (const [number, table] of schema.tables.entries()) tableOfName.set(table.name.toLowerCase(), number);
  const neighbours = joinedTables(schema, tableOfName);
  const tables = schema.tables.map((table, number): IndexedTable => {
    const columns = table.columns.map((column) => indexed(column.name));
    for (const [at, column] of columns.entries()) {
      columnOfName.set(`${table.name}.${column.name}`.toLowerCase(), at);
    }
    const name = indexed(table.name);
    for (const word of name.words) places[word]?.tables.add(number);
    for (const word of columns.flatMap((column) => column.words)) places[word]?.columns.add(number);
    return { ...name, columns, neighbours: [...(neighbours[number] ?? [])] };
  });
  const vocabulary = texts.map((text, word): VocabularyWord => {
    const lemma = lemmaOf(text);
    const tablesWith = new Set([...(places[word]?.tables ?? []), ...(places[word]?.columns ?? [])]).size;
    const idf = Math.log((tables.length + 1) / (tablesWith + 0.5));
    return { text, lemma, stem: stemOf(text), idf, lexiconId: lexicon?.id(lemma) };
  });
  return {
    schema,
    tables,
    vocabulary,
    wordOfLemma,
    places,
    tableOfName,
    columnOfName,
    values: buildValueIndex(options.values ?? schemaValues(schema)),
    lexicon,
    weights: options.weights ?? defaultWeights,
    relatedMemory: new Map(),
  };
}

/** Words of a name; a compound that the lexicon does not know is cut in two that it does (`birthdate`). */
function nameWords(name: string, lexicon: Lexicon | undefined): string[] {
  const words = splitIdentifier(name);
  if (lexicon === undefined) return words;
  return words.flatMap((word) =>
    lexicon.id(lemmaOf(word)) === undefined ? cutCompound(word, lexicon) : [word],
  );
}

const shortestPart = 3;
/** Parts of compounds are everyday words. */
const rarestPart = 6000;

function cutCompound(word: string, lexicon: Lexicon): string[] {
  let best: { readonly parts: string[]; readonly rank: number } | undefined;
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const rank = Math.max(...parts.map((part) => lexicon.id(lemmaOf(part)) ?? Number.POSITIVE_INFINITY));
    if (rank < rarestPart && rank < (best?.rank ?? Number.POSITIVE_INFINITY)) best = { parts, rank };
  }
  return best?.parts ?? [word];
}

function joinedTables(schema: DatabaseSchema, tableOfName: ReadonlyMap<string, number>): Set<number>[] {
  const joined = schema.tables.map(() => new Set<number>());
  for (const [from, table] of schema.tables.entries()) {
    for (const key of table.foreignKeys) {
      const to = tableOfName.get(key.targetTable.toLowerCase());
      if (to === undefined || to === from) continue;
      joined[from]?.add(to);
      joined[to]?.add(from);
    }
  }
  return joined;
}
