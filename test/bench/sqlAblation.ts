/**
 * The arms of the text-to-SQL ablation on the same questions with one model, each paired with the one before it, by the
 * product's own commands and presets. Prints one row an arm.
 *
 *   node --import tsx test/bench/sqlAblation.ts --questions FILE --db FILE_OR_FOLDER [--model M] [--limit N] [--arm PRESET]… [--out DIR]
 *
 * Build first: `node build.mjs`.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Estimate, RunComparison, SqlSummary } from "../../language-server/contract/entities.ts";
import { percent, product, row } from "./product.ts";

const { values: options } = parseArgs({
  options: {
    questions: { type: "string" },
    db: { type: "string" },
    model: { type: "string" },
    limit: { type: "string" },
    arm: {
      type: "string",
      multiple: true,
      default: ["sqlAllTables", "sqlLinked", "sqlConstrained", "sqlErrorFeedback"],
    },
    out: { type: "string" },
  },
});
const { questions, db } = options;
if (questions === undefined || db === undefined) throw new Error("Which --questions, on which --db?");
const folder = options.out ?? mkdtempSync(join(tmpdir(), "deliberate-ablation-"));

interface Arm {
  readonly run: string;
  readonly accuracy: number;
  readonly interval: readonly [number, number] | null;
  readonly sql: SqlSummary;
  readonly wallSeconds: number;
}

const evaluate = (arm: string): Arm =>
  product(
    ...["sql", "eval", questions, "--db", db, "--protocol", arm, "--seed", "0", "--out", folder],
    ...["--sequences", "16"],
    ...(options.model === undefined ? [] : ["--model", options.model]),
    ...(options.limit === undefined ? [] : ["--limit", options.limit]),
  );

const shown = (value: number, interval: readonly [number, number] | null): string =>
  interval === null
    ? percent(value)
    : `${percent(value)} (${(interval[0] * 100).toFixed(1)}–${(interval[1] * 100).toFixed(1)})`;
const estimate = (value: Estimate | null): string => (value === null ? "–" : percent(value.value));

function against(before: Arm, after: Arm): string {
  const { difference, mcnemar } = product<RunComparison>("compare", before.run, after.run);
  const points = (share: number) => (share * 100).toFixed(1);
  const range =
    difference.interval === null
      ? ""
      : ` (${points(difference.interval.low)} to ${points(difference.interval.high)})`;
  return `${points(difference.value)}${range}, ${mcnemar.bOnly} won, ${mcnemar.aOnly} lost, p = ${mcnemar.p.toPrecision(2)}`;
}

row(
  "arm",
  "execution accuracy",
  "where gold has rows",
  "exact match",
  "queries that run",
  "against the arm before, points",
);
row("---", "---", "---", "---", "---", "---");
let before: Arm | undefined;
for (const name of options.arm) {
  const arm = evaluate(name);
  row(
    name,
    shown(arm.accuracy, arm.interval),
    estimate(arm.sql.nonEmptyGold),
    estimate(arm.sql.exactMatch),
    estimate(arm.sql.ran),
    before === undefined ? "" : against(before, arm),
  );
  before = arm;
}
console.log(`\nRuns: ${folder}`);
