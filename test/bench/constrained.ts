/**
 * What the constraint costs: time for each token with and without it on the same prompts, and the time of the automaton
 * alone over gold queries. Greedy and drawn; the order alternates, so that a busy machine harms both alike.
 *
 * Run: `node --import tsx test/bench/constrained.ts --data FOLDER --model FILE [--cases N] [--tokens N]` with a folder
 * that has `spider/dev.jsonl` and `spider/tables.json`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { GenerateResult } from "../../language-server/contract/engine.ts";
import type { Result } from "../../language-server/contract/result.ts";
import { automatonOf, queryConstraint } from "../../language-server/core/sql/constrain/queryGuard.ts";
import { parseSpiderTables } from "../../language-server/core/sql/spiderTables.ts";
import { createEngineHost } from "../../language-server/server/engineHost.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    model: { type: "string" },
    cases: { type: "string", default: "12" },
    tokens: { type: "string", default: "48" },
  },
});
const { data, model } = values;
if (data === undefined || model === undefined) throw new Error("Which --data folder, which --model?");

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.message}\n${result.error.detail ?? ""}`);
  return result.value;
};
const schemas = new Map(
  unwrap(parseSpiderTables(readFileSync(join(data, "spider/tables.json"), "utf8"), (text) => text)).map(
    (schema) => [schema.name, schema] as const,
  ),
);
interface Row {
  readonly db_id: string;
  readonly question: string;
  readonly gold_sql: string;
  readonly gold_sql_std?: string;
}
const rows = readFileSync(join(data, "spider/dev.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);

function automatonAlone(): void {
  let steps = 0;
  let accepted = 0;
  const started = performance.now();
  for (const row of rows) {
    const schema = schemas.get(row.db_id);
    if (schema === undefined) continue;
    let prefix = automatonOf(queryConstraint(schema)).start();
    let alive = true;
    // Words with their blanks are about what tokens are.
    for (const piece of (row.gold_sql_std ?? row.gold_sql).match(/\s*\w+|\s*[^\w\s]/g) ?? []) {
      const longer = prefix.extended(piece);
      steps++;
      if (longer === null) {
        alive = false;
        break;
      }
      prefix = longer;
    }
    if (alive && prefix.isComplete) accepted++;
  }
  const each = (1000 * (performance.now() - started)) / steps;
  console.log(`automaton alone: ${accepted} of ${rows.length} gold queries, ${each.toFixed(0)} µs a piece`);
}

automatonAlone();
automatonAlone();

const host = createEngineHost({
  entry: fileURLToPath(new URL("../../language-server/engine/llama/llamaMain.ts", import.meta.url)),
  execArgv: ["--import", import.meta.resolve("tsx")],
  log: (level, text) => {
    if (level === "error") console.error(text);
  },
});
unwrap(await host.start());
const sequences = 1;
const load = {
  modelPath: model,
  gpu: "cpu",
  gpuLayers: "auto",
  contextTokens: 1024,
  contextTokensMinimum: 128,
  sequences,
} as const;
unwrap(await host.request("load", load));

const generate = async (row: Row, temperature: number, constrained: boolean): Promise<GenerateResult> => {
  const schema = schemas.get(row.db_id);
  unwrap(await host.request("clear", { slot: 0 }));
  return unwrap(
    await host.request("generate", {
      slot: 0,
      prompt: [{ text: `-- ${row.question}\n`, special: false }],
      key: { seed: 1, questionId: row.question, sample: 0, path: 0, stage: 0 },
      sampling: { temperature, topP: 0.95, minP: 0, topK: 40 },
      budgetTokens: Number(values.tokens),
      stop: { texts: [], atBox: false },
      ...(constrained && schema !== undefined ? { constraint: queryConstraint(schema) } : {}),
    }),
  );
};

const count = Number(values.cases);
const some = rows
  .filter((_, index) => index % Math.max(1, Math.floor(rows.length / count)) === 0)
  .slice(0, count);
for (const temperature of [0, 1]) {
  const sums = { free: { ms: 0, tokens: 0 }, bound: { ms: 0, tokens: 0 } };
  for (const [index, row] of some.entries()) {
    const order = index % 2 === 0 ? (["free", "bound"] as const) : (["bound", "free"] as const);
    for (const which of order) {
      const result = await generate(row, temperature, which === "bound");
      // The first one warms the engine and the compiler.
      if (index === 0) continue;
      sums[which].ms += result.generateMs;
      sums[which].tokens += result.generatedTokens;
    }
  }
  const each = ({ ms, tokens }: { ms: number; tokens: number }) => ms / Math.max(1, tokens);
  console.log(
    `temperature ${temperature}: ${each(sums.free).toFixed(2)} ms a token unconstrained, ${each(sums.bound).toFixed(2)} ms constrained (${sums.free.tokens} and ${sums.bound.tokens} tokens)`,
  );
}
await host.stop();
