import type { QuestionToken } from "./words.ts";

/** Why words of a question and an item of the schema belong together (graphix-text-to-sql.md, "The graph"). */
export type MatchKind = "exact" | "partial" | "value" | "related";

/** One reason. `related` (a word that means nearly the same) is ours: the paper leaves that to its pre-trained words. */
export interface SchemaLink {
  /** UTF-16 offsets into the question. */
  readonly span: readonly [start: number, end: number];
  readonly table: string;
  /** Absent: the table itself is named. */
  readonly column?: string;
  readonly kind: MatchKind;
  /** The value as stored, for `value`. */
  readonly value?: string;
  readonly score: number;
}

export interface RankedTable {
  readonly name: string;
  readonly score: number;
  /** Not named by the question: it joins two tables that are. */
  readonly bridge: boolean;
}

export interface RankedColumn {
  readonly table: string;
  readonly name: string;
  readonly score: number;
}

export interface Linking {
  readonly question: string;
  readonly tokens: readonly QuestionToken[];
  readonly links: readonly SchemaLink[];
  /** Best first; tables without any evidence are not among them. */
  readonly tables: readonly RankedTable[];
  /** Best first; those with a score of their own, and the keys of ranked tables. */
  readonly columns: readonly RankedColumn[];
}
