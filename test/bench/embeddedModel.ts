/**
 * What a model trained by the lab can do, by the product's own commands: held-out word problems and arithmetic under
 * every protocol, held-out SQL by execution, and published questions as they come out. Prints the table of the model card.
 *
 *   node --import tsx test/bench/embeddedModel.ts [--model FILE] [--questions 500] [--samples 4] [--set words|arithmetic|sql|gsm8k|svamp]… [--out DIR]
 *
 * The held-out files are made from seeds that no training run uses; their scenarios, schemas and numbers are not among
 * the training ones (language-server/lab/tasks/README.md). Build first: `node build.mjs`.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type {
  Estimate,
  MultiAttemptSummary,
  ThinkerSummary,
} from "../../language-server/contract/entities.ts";
import { type HeldOutSet, writeHeldOut } from "../../language-server/lab/tasks/heldOut.ts";
import { BenchDatabase } from "./benchDatabase.ts";
import { percent, product, row } from "./product.ts";

const { values: options } = parseArgs({
  options: {
    model: { type: "string" },
    questions: { type: "string", default: "500" },
    samples: { type: "string", default: "4" },
    set: { type: "string", multiple: true, default: ["words", "arithmetic", "sql", "gsm8k", "svamp"] },
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    temperature: { type: "string", default: "0.6" },
  },
});
const folder = options.out ?? mkdtempSync(join(tmpdir(), "deliberate-embedded-"));
mkdirSync(folder, { recursive: true });

/**
 * Several times what a whole answer takes: a model of this size that goes on for longer repeats itself, and one long
 * sequence slows down all that are computed with it.
 */
const budgets = {
  direct: ["budget=400"],
  thinker: ["budget.fast=256", "budget.verify=700", "budget.slow=700", "budget.summary=350"],
  attempts: ["tokensPerAttempt=400"],
};

interface Report {
  readonly accuracy: number;
  readonly interval: readonly [number, number] | null;
  readonly wallSeconds: number;
  readonly thinker?: ThinkerSummary;
  readonly multiAttempt?: MultiAttemptSummary;
}

function evaluate(
  file: string,
  protocol: string,
  samples: number,
  parameters: readonly string[] = [],
  sql?: { readonly databases: string; readonly constrained: boolean },
): Report {
  return product(
    ...(sql === undefined ? ["eval", file] : ["sql", "eval", file, "--db", sql.databases]),
    ...(sql?.constrained === true ? ["--constrained"] : []),
    ...["--protocol", protocol, "--samples", String(samples), "--seed", "0", "--out", join(folder, "runs")],
    ...["--temperature", options.temperature, "--sequences", "16"],
    ...(options.model === undefined ? [] : ["--model", options.model]),
    ...parameters.flatMap((parameter) => ["--param", parameter]),
  );
}

const range = (interval: Estimate["interval"] | readonly [number, number] | null): string => {
  if (interval === null) return "";
  const [low, high] = "low" in interval ? [interval.low, interval.high] : interval;
  return ` (${percent(low)}–${percent(high)})`;
};
const shown = (estimate: Estimate | null): string =>
  estimate === null ? "–" : `${percent(estimate.value)}${range(estimate.interval)}`;

function fileOf(set: string): { readonly path: string; readonly count: number } {
  if (set === "gsm8k") return { path: "test/fixtures/math/gsm8k-100.jsonl", count: 100 };
  if (set === "svamp") return { path: "test/fixtures/math/svamp-40.json", count: 40 };
  const path = join(folder, `held-out-${set}.jsonl`);
  const count = Number(options.questions);
  writeFileSync(path, writeHeldOut(set as HeldOutSet, count, Number(options.seed)));
  return { path, count };
}

console.log(
  `${options.samples} samples a question, temperature ${options.temperature}; 95 % intervals, clustered by question\n`,
);
row("questions", "measure", "result");
row("---", "---", "---");
/** A database for each question, as its schema is its own. */
async function writeDatabases(): Promise<{ readonly file: string; readonly databases: string }> {
  const databases = join(folder, "databases");
  mkdirSync(databases, { recursive: true });
  const lines = writeHeldOut("sql", Number(options.questions), Number(options.seed)).trim().split("\n");
  const questions: string[] = [];
  for (const [index, line] of lines.entries()) {
    const { id, question, answer, schema, content } = JSON.parse(line);
    const database = await BenchDatabase.create(`${schema}\n${content}`);
    writeFileSync(join(databases, `d${index}.sqlite`), database.bytes());
    database.close();
    questions.push(JSON.stringify({ id, db_id: `d${index}`, question, query: answer }));
  }
  const file = join(folder, "held-out-sql.jsonl");
  writeFileSync(file, `${questions.join("\n")}\n`);
  return { file, databases };
}

for (const set of options.set) {
  if (set === "sql") {
    const { file, databases } = await writeDatabases();
    for (const constrained of [false, true]) {
      const { accuracy, interval } = evaluate(file, "direct", Number(options.samples), ["budget=120"], {
        databases,
        constrained,
      });
      row(
        `text-to-SQL (${options.questions})`,
        `execution accuracy${constrained ? ", constrained" : ""}`,
        `${percent(accuracy)}${range(interval)}`,
      );
    }
    continue;
  }
  const { path, count } = fileOf(set);
  const name = `${set} (${count})`;
  const samples = Number(options.samples);
  const direct = evaluate(path, "direct", samples, budgets.direct);
  row(name, "direct", `${percent(direct.accuracy)}${range(direct.interval)}`);

  const { thinker } = evaluate(path, "thinker", samples, budgets.thinker);
  if (thinker !== undefined) {
    const { gainTest } = thinker;
    row(name, "Thinker: fast", shown(thinker.fastAccuracy));
    row(name, "Thinker: final", shown(thinker.finalAccuracy));
    row(
      name,
      "final against fast",
      `${gainTest.better} questions better, ${gainTest.worse} worse, p = ${gainTest.p.toPrecision(2)} (sign test)`,
    );
    row(
      name,
      "verifier balanced accuracy",
      thinker.verifierBalanced === null
        ? "–"
        : `${percent(thinker.verifierBalanced)} (right kept ${shown(thinker.verifierTpr)}, wrong caught ${shown(thinker.verifierTnr)})`,
    );
    row(name, "rescued by slow thinking", shown(thinker.rescue));
  }
  const { multiAttempt } = evaluate(path, "multi-attempt", samples, budgets.attempts);
  multiAttempt?.within.forEach((estimate, i) => {
    const test = multiAttempt.gainTests[i - 1];
    const tested = test === undefined ? "" : `; p = ${test.p.toPrecision(2)} against ${i} (sign test)`;
    row(name, `solved within ${i + 1} attempts`, `${shown(estimate)}${tested}`);
  });
}
console.log(`\nRuns: ${join(folder, "runs")}`);
