import type { Evidence } from "./evidence.ts";
import type { LinkIndex } from "./linkIndex.ts";

export interface TableRank {
  readonly table: number;
  readonly score: number;
  /** Without evidence of its own, it joins two tables that have some. */
  readonly bridge: boolean;
}

/** So many tables are chosen with regard to the ones chosen before; the rest follow by score. */
const chosenJointly = 16;
/** A table that joins two of the first so many is looked for (I.2). */
const bridged = 4;

/**
 * Tables with evidence of their own or through foreign keys, best first. Beside the score of I.2 a table counts for the
 * question words that it and its neighbours answer to together: the tables of one question are joined.
 */
export function rankTables(index: LinkIndex, evidence: Evidence): TableRank[] {
  const { weights } = index;
  const own = index.tables.map((_, table) => ownScore(evidence, table, weights.columnDecay));
  const scores = index.tables.map(({ neighbours }, table) => {
    const near = Math.max(0, ...neighbours.map((other) => own[other] ?? 0));
    const covered = coverage(evidence, table, neighbours, weights.coverageNeighbour);
    return (own[table] ?? 0) + weights.neighbour * near + weights.coverage * covered;
  });
  const ranks: { readonly table: number; readonly score: number }[] = [];
  const left = new Set(scores.flatMap((score, table) => (score > 0 ? [table] : [])));
  const pull = new Float64Array(scores.length);
  while (ranks.length < chosenJointly && left.size > 0) {
    let best = -1;
    for (const table of left) {
      if (best < 0 || (scores[table] ?? 0) + (pull[table] ?? 0) > (scores[best] ?? 0) + (pull[best] ?? 0))
        best = table;
    }
    left.delete(best);
    ranks.push({ table: best, score: (scores[best] ?? 0) + (pull[best] ?? 0) });
    const score = scores[best] ?? 0;
    for (const other of index.tables[best]?.neighbours ?? []) {
      pull[other] = Math.max(pull[other] ?? 0, weights.follow * score);
    }
    if (ranks.length <= bridged) pullBridges(index, ranks, scores, pull);
  }
  const named = new Set(ranks.flatMap(({ table }) => (own[table] === 0 ? [] : [table])));
  const joins = (table: number) =>
    own[table] === 0 &&
    (index.tables[table]?.neighbours ?? []).filter((other) => named.has(other)).length > 1;
  const rest = [...left].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const all = [...ranks, ...rest.map((table) => ({ table, score: scores[table] ?? 0 }))];
  // A pull can come after a table was passed over: scores still fall along the ranking.
  let ceiling = Number.POSITIVE_INFINITY;
  return all.map(({ table, score }, place) => {
    ceiling = Math.min(ceiling, score);
    return { table, score: ceiling, bridge: place < chosenJointly && joins(table) };
  });
}

function ownScore(evidence: Evidence, table: number, decay: number): number {
  const best = (evidence.columns[table] ?? []).filter((score) => score > 0).sort((a, b) => b - a);
  const columns = best.slice(0, 4).reduce((sum, score, place) => sum + decay ** place * score, 0);
  return (evidence.tableNames[table] ?? 0) + columns;
}

function coverage(evidence: Evidence, table: number, neighbours: readonly number[], share: number): number {
  const own = evidence.answers[table];
  if (own === undefined) return 0;
  let sum = 0;
  for (let token = 0; token < own.length; token++) {
    let best = own[token] ?? 0;
    for (const other of neighbours) best = Math.max(best, share * (evidence.answers[other]?.[token] ?? 0));
    sum += best;
  }
  return sum;
}

/** Common neighbours of the last chosen table and the earlier ones that it is not joined to. */
function pullBridges(
  index: LinkIndex,
  ranks: readonly { readonly table: number }[],
  scores: readonly number[],
  pull: Float64Array,
): void {
  const last = ranks.at(-1)?.table ?? -1;
  const beside = new Set(index.tables[last]?.neighbours);
  for (const { table } of ranks.slice(0, -1)) {
    if (beside.has(table)) continue;
    const least = Math.min(scores[table] ?? 0, scores[last] ?? 0);
    for (const common of index.tables[table]?.neighbours ?? []) {
      if (beside.has(common)) pull[common] = Math.max(pull[common] ?? 0, index.weights.bridge * least);
    }
  }
}
