import type { Evidence } from "./evidence.ts";
import type { IndexedName, LinkIndex } from "./linkIndex.ts";
import type { MatchKind, SchemaLink } from "./linking.ts";
import type { TableRank } from "./rankTables.ts";
import type { QuestionToken } from "./words.ts";

/** Reasons are given for the best tables only: a common word such as "name" is in hundreds. */
const explainedTables = 16;

/** The reasons for a ranking: name and value matches of the best tables, in the order of these tables. */
export function schemaLinks(
  index: LinkIndex,
  tokens: readonly QuestionToken[],
  evidence: Evidence,
  tables: readonly TableRank[],
): SchemaLink[] {
  const links: SchemaLink[] = [];
  for (const { table } of tables.slice(0, explainedTables)) {
    const entry = index.tables[table];
    if (entry === undefined) continue;
    const named = (name: IndexedName, score: number, column: { readonly column?: string }) => {
      for (const { span, kind } of nameSpans(index, tokens, evidence, name)) {
        links.push({ span, table: entry.name, ...column, kind, score });
      }
    };
    named(entry, evidence.tableNames[table] ?? 0, {});
    for (const [at, column] of entry.columns.entries()) {
      for (const match of evidence.values) {
        if (match.table !== table || match.column !== at) continue;
        const span = spanOf(tokens, match.from, match.to);
        if (span === undefined) continue;
        links.push({
          span,
          table: entry.name,
          column: column.name,
          kind: "value",
          value: match.value,
          score: match.score,
        });
      }
      named(column, evidence.columns[table]?.[at] ?? 0, { column: column.name });
    }
  }
  return links;
}

function spanOf(
  tokens: readonly QuestionToken[],
  from: number,
  to: number,
): readonly [start: number, end: number] | undefined {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined ? undefined : [first.start, last.end];
}

interface NameSpan {
  readonly span: readonly [start: number, end: number];
  readonly kind: Exclude<MatchKind, "value">;
}

/** Runs of tokens that name a name: one run over the whole name is exact, the same words are partial, others related. */
function nameSpans(
  index: LinkIndex,
  tokens: readonly QuestionToken[],
  evidence: Evidence,
  { words }: IndexedName,
): NameSpan[] {
  // A name of signs alone has no words.
  if (words.length === 0) return [];
  const spans: NameSpan[] = [];
  const lemmas = words.map((word) => index.vocabulary[word]?.lemma);
  const covered = new Set<number>();
  for (let from = 0; from + words.length <= tokens.length; from++) {
    const span = spanOf(tokens, from, from + words.length);
    if (span === undefined || !lemmas.every((lemma, k) => lemma === tokens[from + k]?.lemma)) continue;
    for (let k = 0; k < words.length; k++) covered.add(from + k);
    spans.push({ span, kind: "exact" });
  }
  for (const [at, token] of tokens.entries()) {
    if (covered.has(at)) continue;
    const strongest = Math.max(
      0,
      ...(evidence.related[at] ?? []).map(({ word, strength }) => (words.includes(word) ? strength : 0)),
    );
    if (strongest === 0) continue;
    const same = strongest === 1 || lemmas.includes(token.lemma);
    spans.push({ span: [token.start, token.end], kind: same ? "partial" : "related" });
  }
  return spans;
}
