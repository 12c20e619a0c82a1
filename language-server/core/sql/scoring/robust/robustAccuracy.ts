import type { Result } from "../../../../contract/result.ts";
import type { QueryResult } from "../../schema.ts";
import { type Row, roundedKey } from "../execution/cellKeys.ts";
import { sameInBlocks, sameRowSet } from "../execution/compareRows.ts";
import { firstDifference, type ResultDifference } from "../execution/difference.ts";
import type { Execute } from "../execution/executionAccuracy.ts";
import type { PreparedPair } from "../execution/statementText.ts";
import { type Orderings, orderingsOf } from "./ordering.ts";
import { type Ties, tiesOf } from "./ties.ts";
import { type VariantKind, type VariantPlan, variantDescriptions } from "./variantPlan.ts";

/**
 * Makes a database from nothing. Equal keys mean equal statements: whoever implements this keeps what it built, and asks
 * for the statements only when it has to build.
 */
export type BuildDatabase<D> = (key: string, statements: () => readonly string[]) => Promise<Result<D>>;

/** Runs statements on variants. */
export interface VariantEngine<D> {
  readonly build: BuildDatabase<D>;
  readonly execute: Execute<D>;
}

export type RobustVerdict =
  | { readonly kind: "equal"; readonly compared: number; readonly skipped: number }
  | {
      readonly kind: "different";
      readonly variant: VariantKind;
      /** What was done to the data. */
      readonly description: string;
      readonly gold: QueryResult;
      /** Null when the prediction fails on the variant. */
      readonly predicted: QueryResult | null;
      readonly difference: ResultDifference | null;
      readonly message?: string;
    }
  /** No variant could be built or gold ran on none: nothing was learned. */
  | { readonly kind: "notCompared"; readonly message: string };

/**
 * Runs gold and prediction (texts as for execution accuracy) on variants of the database until one tells them apart.
 *
 * A difference is claimed only if it cannot come from freedom that SQL leaves to the engine:
 * - rows whose sort keys are equal may come in any order, and where LIMIT cuts through such rows nothing is concluded,
 *   for the outermost ORDER BY and for those of sub-statements;
 * - gold must give the same rows on twins of the variant that hold the same rows in other physical orders, and the
 *   prediction must differ on every one of them;
 * - numbers agree within 10 digits, since sums of reals depend on the order of the rows.
 * Order counts only where gold's outermost statement has ORDER BY (the official rule for execution accuracy looks for
 * the words anywhere).
 */
export async function robustAccuracy<D>(
  pair: PreparedPair,
  variants: readonly VariantPlan[],
  engine: VariantEngine<D>,
): Promise<RobustVerdict> {
  const orderings = orderingsOf(pair.gold, pair.dialect);
  let compared = 0;
  let reason = "There is no variant.";
  for (const variant of variants) {
    const outcome = await compareOnVariant(pair, orderings, variant, engine);
    if (outcome.kind === "different") return outcome;
    if (outcome.kind === "equal") compared += 1;
    else reason = outcome.reason;
  }
  if (compared === 0) return { kind: "notCompared", message: reason };
  return { kind: "equal", compared, skipped: variants.length - compared };
}

type Outcome =
  | { readonly kind: "equal" }
  | { readonly kind: "skipped"; readonly reason: string }
  | Extract<RobustVerdict, { kind: "different" }>;

const skipped = (reason: string): Outcome => ({ kind: "skipped", reason });

async function compareOnVariant<D>(
  pair: PreparedPair,
  orderings: Orderings,
  variant: VariantPlan,
  { build, execute }: VariantEngine<D>,
): Promise<Outcome> {
  const built = await build(variant.id, variant.statements);
  if (!built.ok) return skipped(built.error.message);
  const here = await runPair(pair, built.value, execute);
  if (here.kind === "skipped") return here;
  const inOrder = here.gold.rows.map((_, row) => (orderings.outer === null ? 0 : row));
  if (agree(pair, here, inOrder)) return { kind: "equal" };

  // They differ at first sight. May the engine choose?
  const blocks = await determinedBlocks(orderings, here.gold, built.value, execute);
  if (blocks === null) return skipped("Gold keeps some of several tied rows.");
  if (agree(pair, here, blocks)) return { kind: "equal" };
  for (const [index, statements] of variant.twins.slice(0, twinsNeeded(pair)).entries()) {
    const twin = await build(`${variant.id} twin ${index}`, statements);
    if (!twin.ok) return skipped(twin.error.message);
    const there = await runPair(pair, twin.value, execute);
    if (there.kind === "skipped") return there;
    if (!sameWithin(here.gold.rows, there.gold.rows, blocks))
      return skipped("Gold has no determined result.");
    if (agree(pair, there, blocks)) return skipped("The prediction has no determined result.");
  }
  return {
    kind: "different",
    variant: variant.kind,
    description: variantDescriptions[variant.kind],
    gold: here.gold,
    predicted: here.predicted,
    difference:
      here.predicted === null ? null : firstDifference(here.gold, here.predicted, orderings.outer !== null),
    ...(here.message === undefined ? {} : { message: here.message }),
  };
}

/**
 * Two suffice for most statements. A column beside an aggregate but outside GROUP BY comes from any row of its group,
 * which may be the same row in several orders by chance.
 */
const twinsNeeded = ({ gold }: PreparedPair): number =>
  /\bgroup\b|\b(?:count|sum|avg|min|max|total|\w+_concat|\w+_agg)\s*\(/i.test(gold) ? 8 : 2;

interface PairResults {
  readonly kind: "ran";
  readonly gold: QueryResult;
  readonly predicted: QueryResult | null;
  readonly message?: string;
}

const agree = (
  { rowSets }: PreparedPair,
  { gold, predicted }: PairResults,
  blocks: readonly number[],
): boolean =>
  predicted !== null &&
  !predicted.truncated &&
  (rowSets === true
    ? [false, true].some((shifted) => sameRowSet(gold.rows, predicted.rows, roundedKey(shifted)))
    : sameWithin(gold.rows, predicted.rows, blocks));

const sameWithin = (gold: readonly Row[], predicted: readonly Row[], blocks: readonly number[]): boolean =>
  [false, true].some((shifted) => sameInBlocks(gold, predicted, blocks, roundedKey(shifted)));

/**
 * Which rows of gold's result may change places; null when its rows are the engine's choice (or it cannot be told).
 * Probes are gold's own SELECTs with their sort keys; one that refers to an outer statement does not run alone.
 */
async function determinedBlocks<D>(
  { outer, nested, unread }: Orderings,
  gold: QueryResult,
  database: D,
  execute: Execute<D>,
): Promise<readonly number[] | null> {
  if (unread) return null;
  for (const ordering of nested) {
    const probe = await execute(database, ordering.probe);
    if (!probe.ok || tiesOf(ordering, probe.value).kind !== "blocks") return null;
  }
  const oneBlock = gold.rows.map(() => 0);
  if (outer === null) return oneBlock;
  const probe = await execute(database, outer.probe);
  const ties: Ties = probe.ok ? tiesOf(outer, probe.value) : { kind: "unknown" };
  if (ties.kind === "blocks" && ties.blocks.length === gold.rows.length) return ties.blocks;
  // Without LIMIT every row is there, whatever the ties are.
  return outer.limit === null ? oneBlock : null;
}

/** Both statements on one database; skipped when gold fails there or one of them is stopped by a limit. */
async function runPair<D>(
  pair: PreparedPair,
  database: D,
  execute: Execute<D>,
): Promise<PairResults | Extract<Outcome, { kind: "skipped" }>> {
  const gold = await execute(database, pair.gold);
  if (!gold.ok) return { kind: "skipped", reason: gold.error.message };
  if (gold.value.truncated) return { kind: "skipped", reason: "The gold result is larger than the row cap." };
  const predicted = await execute(database, pair.predicted);
  if (predicted.ok) return { kind: "ran", gold: gold.value, predicted: predicted.value };
  if (predicted.error.code === "sql/timeout") return { kind: "skipped", reason: predicted.error.message };
  return { kind: "ran", gold: gold.value, predicted: null, message: predicted.error.message };
}
