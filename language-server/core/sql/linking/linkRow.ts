import type { Linking } from "./linking.ts";

/** One line of `deliberate sql link … --json`. */
export interface LinkRow {
  readonly id: string;
  readonly tables: readonly { readonly name: string; readonly score: number }[];
  readonly columns: readonly { readonly table: string; readonly name: string; readonly score: number }[];
}

/** The ranking of one question as it is written out; scores to four decimals. */
export const linkRow = (id: string, linking: Linking): LinkRow => ({
  id,
  tables: linking.tables.map(({ name, score }) => ({ name, score: rounded(score) })),
  columns: linking.columns.map(({ table, name, score }) => ({ table, name, score: rounded(score) })),
});

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;
