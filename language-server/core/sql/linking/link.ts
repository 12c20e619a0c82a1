import { gatherEvidence } from "./evidence.ts";
import type { LinkIndex } from "./linkIndex.ts";
import type { Linking } from "./linking.ts";
import { rankColumns } from "./rankColumns.ts";
import { rankTables } from "./rankTables.ts";
import { schemaLinks } from "./schemaLinks.ts";
import type { ValueHit } from "./values.ts";
import { tokenizeQuestion } from "./words.ts";

export interface LinkOptions {
  /** Columns of the real data that hold a phrase of the question; asked beside the index of values. */
  readonly lookup?: (phrase: string) => readonly ValueHit[];
}

/**
 * Which tables and columns a question speaks of (graphix-text-to-sql.md I.1 and I.2). The ranking is for cutting the
 * schema: tables that only join named ones come right after them.
 */
export function linkQuestion(index: LinkIndex, question: string, options: LinkOptions = {}): Linking {
  const tokens = tokenizeQuestion(question);
  const evidence = gatherEvidence(index, question, tokens, options.lookup);
  const tables = rankTables(index, evidence);
  return {
    question,
    tokens,
    links: schemaLinks(index, tokens, evidence, tables),
    tables: tables.map(({ table, score, bridge }) => ({
      name: index.tables[table]?.name ?? "",
      score,
      bridge,
    })),
    columns: rankColumns(index, evidence, tables),
  };
}
