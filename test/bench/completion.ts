/**
 * How long a suggestion in an SQL document takes once the model is warm, and how good it is: every case is a document up
 * to the cursor; the suggestion is right when the whole query gives the gold query's rows. Debounce is not counted.
 *
 * Run: `node --import tsx test/bench/completion.ts --data FOLDER --model FILE [--limit N] [--llama-server URL]` with a
 * folder that has `completion/cases.jsonl` and `spider/databases`. With a URL the same prompts are sent to llama-server.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sameResult } from "../../language-server/core/sql/scoring/execution/compareRows.ts";
import { createProduct } from "../../language-server/server/product.ts";
import { productFiles } from "../../language-server/server/productFiles.ts";
import { defaultSettings } from "../../language-server/server/settings.ts";
import { DatabaseDesk, type FoundDatabase } from "../../language-server/server/sql/databaseDesk.ts";
import { SuggestionService } from "../../language-server/server/sql/suggestionService.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    model: { type: "string" },
    limit: { type: "string", default: "1000" },
    "llama-server": { type: "string" },
  },
});
const { data, model } = values;
if (data === undefined || model === undefined) throw new Error("Which --data folder, which --model?");

interface Case {
  readonly id: string;
  readonly db_id: string;
  readonly kind: "comment" | "clause" | "mid";
  readonly prefix: string;
  readonly gold_sql: string;
  readonly order_matters: boolean;
}

const cases = readFileSync(join(data, "completion/cases.jsonl"), "utf8")
  .trim()
  .split("\n")
  .slice(0, Number(values.limit))
  .map((line) => JSON.parse(line) as Case);

const storage = mkdtempSync(join(tmpdir(), "deliberate-bench-"));
const log = (level: string, text: string) => {
  if (level === "error") console.error(text);
};
const product = createProduct({
  files: productFiles(new URL("../../language-server/server/main.ts", import.meta.url).href),
  settings: () => defaultSettings,
  runsFolder: () => storage,
  notify: () => undefined,
  log,
  warn: (message) => console.error(message),
  onEngineStatus: () => undefined,
  onStarted: () => undefined,
  onEnded: () => undefined,
});
const found = [...new Set(cases.map((each) => each.db_id))].map((id): FoundDatabase => {
  const path = join(data, "spider/databases", `${id}.sqlite`);
  return {
    entry: { id, name: id, dialect: "sqlite", kind: "file", location: path },
    source: { kind: "sqlite", path },
  };
});
const desk = new DatabaseDesk({
  databases: product.databases,
  linkIndexes: product.linkIndexes,
  discover: async () => found,
  workspaceFolders: () => [],
  storageFolder: () => storage,
  trusted: () => true,
  mayConnect: async () => true,
  onChanged: () => undefined,
});
const service = new SuggestionService({
  session: product.session,
  desk,
  settings: () => defaultSettings,
  selectedModel: async () => model,
  log: () => undefined,
});

const quantile = (times: readonly number[], q: number): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN)} ms`;
};
const percent = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;

const rowsOf = async (id: string, sql: string) => {
  const database = await desk.open(id);
  const result = database.ok ? await database.value.query(sql) : database;
  return result.ok ? result.value.rows : null;
};

async function isRight(each: Case, suggested: string): Promise<boolean> {
  const [gold, given] = [
    await rowsOf(each.db_id, each.gold_sql),
    await rowsOf(each.db_id, each.prefix + suggested),
  ];
  return gold !== null && given !== null && sameResult(gold, given, each.order_matters);
}

/** As it comes out of the box: not kept to the schema, so it may write more or less than we do for the same prompt. */
async function llamaServer(url: string, prompt: string): Promise<{ ms: number; tokens: number }> {
  const started = performance.now();
  const response = await fetch(new URL("/completion", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ prompt, n_predict: 192, temperature: 0, cache_prompt: true, stop: [";", "\n\n"] }),
  });
  const answer = (await response.json()) as { readonly tokens_predicted: number };
  return { ms: performance.now() - started, tokens: answer.tokens_predicted };
}

const kinds = ["comment", "clause", "mid"] as const;
const results: { kind: Case["kind"]; ms: number; tokens: number; shown: boolean; right: boolean }[] = [];
const theirs: { ms: number; tokens: number }[] = [];
const problems = new Map<string, number>();
let warm = false;
for (const each of cases) {
  const uri = `file:///${each.id}.sql`;
  await desk.selection.select(each.db_id, uri);
  const ask = () =>
    service.suggest({
      uri,
      text: each.prefix,
      offset: each.prefix.length,
      invoked: false,
      signal: new AbortController().signal,
    });
  // The first one of all loads the model, the first one of a database its schema.
  if (!warm) await ask();
  else await desk.of(uri).then((database) => database && desk.linkIndex(database));
  warm = true;
  service.forget();
  const [text] = await ask();
  const last = service.last(uri);
  const candidate = last.ok ? last.value.candidates[0] : undefined;
  if (!last.ok || candidate === undefined) continue;
  const problem = candidate.insert === null ? candidate.tries[0]?.problem : null;
  if (problem != null) {
    const kind = problem.message.replace(/“[^”]*”/g, "“…”");
    problems.set(kind, (problems.get(kind) ?? 0) + 1);
  }
  results.push({
    kind: each.kind,
    ms: last.value.elapsedMs,
    tokens: candidate.tokens.length,
    shown: text !== undefined,
    right: text !== undefined && (await isRight(each, text)),
  });
  if (values["llama-server"] !== undefined)
    theirs.push(await llamaServer(values["llama-server"], last.value.prompt));
}

for (const kind of [...kinds, "all"] as const) {
  const rows = results.filter((row) => kind === "all" || row.kind === kind);
  const times = rows.map(({ ms }) => ms);
  const shown = rows.filter((row) => row.shown).length;
  const right = rows.filter((row) => row.right).length;
  const tokens = rows.reduce((sum, row) => sum + row.tokens, 0) / Math.max(1, rows.length);
  console.log(
    `${kind.padEnd(8)} ${String(rows.length).padStart(4)} cases  p50 ${quantile(times, 0.5)}  p95 ${quantile(times, 0.95)}  ${tokens.toFixed(1)} tokens  shown ${percent(shown, rows.length)}  right ${percent(right, rows.length)}`,
  );
}
if (theirs.length > 0) {
  const times = theirs.map(({ ms }) => ms);
  const tokens = theirs.reduce((sum, answer) => sum + answer.tokens, 0) / theirs.length;
  console.log(
    `llama-server, same prompts: p50 ${quantile(times, 0.5)}  p95 ${quantile(times, 0.95)}  ${tokens.toFixed(1)} tokens`,
  );
}
for (const [problem, count] of [...problems].sort((a, b) => b[1] - a[1]).slice(0, 8))
  console.log(`not shown ${String(count).padStart(3)}: ${problem}`);
await product.dispose();
rmSync(storage, { recursive: true, force: true });
