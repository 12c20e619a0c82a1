import type { SqlScoring } from "../../contract/entities.ts";
import { type ScoreRow, summariseScores } from "../../core/sql/scoring/report.ts";
import type { ProductFiles } from "../../server/productFiles.ts";
import { databasesAt } from "../../server/run/sql/findDatabases.ts";
import { type QueryPair, QueryScorer } from "../../server/run/sql/queryScorer.ts";
import { RunDatabases } from "../../server/run/sql/runDatabases.ts";
import { openSuite, testSuitesOf } from "../../server/run/sql/testSuites.ts";
import type { DatabaseSource } from "../../sql/sqlDatabase.ts";
import { isScoring } from "../evalArguments.ts";
import { ProgressLine } from "../progressLine.ts";
import { estimate } from "../report.ts";
import { type ExitCode, exitCodes, readOptions, UsageError } from "../usage.ts";
import { withDatabases } from "./commandDatabases.ts";
import { readJsonLines, textField } from "./jsonLines.ts";

/** Pairs scored at once: the databases' workers have their own line. */
const atOnce = 8;

/** `deliberate sql score --gold G.jsonl --pred P.jsonl --db FOLDER`: predicted queries against gold queries. */
export async function scoreCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const given = readArguments(args);
  const pairs = await readPairs(given);
  const progress = new ProgressLine(process.stderr);
  return withDatabases(files, async (databases, passwords) => {
    const questions = pairs.map(({ database }) => ({ sql: { dialect: "sqlite" as const, database } }));
    const found = await databasesAt(given.db, process.cwd(), questions);
    if (!found.ok) throw new UsageError(found.error.message);
    const { password, only, sources } = found.value;
    if (password !== undefined) passwords.set(password.key, password.text);
    const suites = given.testSuite ? await testSuitesOf(sources) : new Map<string, DatabaseSource>();
    const opened = new RunDatabases(databases, new Map([...sources, ...suites]));
    const scorer = new QueryScorer(
      databases,
      (name) => openSuite(opened, suites, only ?? name),
      given.robust,
    );
    const rows: ScoreRow[] = [];
    const failure = await inOrder(
      pairs,
      atOnce,
      (pair) => scorer.score(pair),
      async (scored) => {
        if (!scored.ok) return scored.error.message;
        rows.push(scored.value);
        progress.update(`${rows.length}/${pairs.length}`, false);
        if (given.json) process.stdout.write(`${JSON.stringify(rowOf(scored.value))}\n`);
        return null;
      },
    );
    progress.clear();
    if (failure !== null) throw new UsageError(failure);
    if (!given.json) process.stdout.write(textOf(rows, scorerText(pairs, given)));
    const unscored = rows.filter(({ ex }) => ex === null);
    for (const { id, message } of unscored)
      progress.line(`${id} cannot be scored: ${message ?? "the gold query does not run"}`);
    return unscored.length > 0 ? exitCodes.failed : exitCodes.done;
  });
}

const rowOf = ({ id, em, ex, robustEx, error }: ScoreRow) => ({ id, em, ex, robustEx, error });

interface ScoreArguments {
  readonly gold: string;
  readonly pred: string;
  readonly db: string;
  readonly robust: boolean;
  /** Undefined: as the lines of gold look. */
  readonly scoring: SqlScoring | undefined;
  /** Compare on all databases that lie beside the one of a name. */
  readonly testSuite: boolean;
  readonly json: boolean;
}

function readArguments(args: readonly string[]): ScoreArguments {
  const { gold, pred, db, json, scoring, ...rest } = parse(args);
  if (gold === undefined || pred === undefined || db === undefined)
    throw new UsageError("sql score wants --gold, --pred and --db");
  if (scoring !== undefined && !isScoring(scoring)) throw new UsageError("--scoring is spider or bird");
  return {
    gold,
    pred,
    db,
    robust: rest["no-robust"] !== true,
    scoring,
    testSuite: rest["test-suite"] === true,
    json: json ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  return readOptions(
    args,
    {
      gold: text,
      pred: text,
      db: text,
      scoring: text,
      "no-robust": flag,
      "test-suite": flag,
      json: flag,
    },
    false,
  ).values;
}

/** Gold queries in their order, each with its prediction; one that is missing is an empty query. */
async function readPairs({ gold: goldPath, pred: predPath, scoring }: ScoreArguments): Promise<QueryPair[]> {
  const predictions = new Map<string, string>();
  for (const { line, fields } of await readJsonLines(predPath)) {
    const id = textField(fields, "id");
    const sql = textField(fields, "pred_sql");
    if (id === undefined || sql === undefined)
      throw new UsageError(`${predPath}, line ${line}: the fields id and pred_sql are wanted`);
    predictions.set(id, sql);
  }
  const lines = await readJsonLines(goldPath);
  if (lines.length === 0) throw new UsageError(`${goldPath} is empty`);
  const pairs = lines.map(({ line, fields }): QueryPair => {
    const id = textField(fields, "id");
    const gold = textField(fields, "gold_sql", "query", "SQL");
    if (id === undefined || gold === undefined)
      throw new UsageError(`${goldPath}, line ${line}: the fields id and gold_sql are wanted`);
    return {
      id,
      database: textField(fields, "db_id") ?? "",
      gold,
      predicted: predictions.get(id) ?? "",
      scoring: scoring ?? (fields.evidence === undefined ? "spider" : "bird"),
    };
  });
  const known = new Set(pairs.map(({ id }) => id));
  const strange = [...predictions.keys()].find((id) => !known.has(id));
  if (strange !== undefined) throw new UsageError(`${predPath}: ${goldPath} has no query “${strange}”`);
  return pairs;
}

/** Works on several items at once and hands over the results in the items' order; ends at the first that is refused. */
async function inOrder<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
  take: (result: R) => Promise<string | null>,
): Promise<string | null> {
  const running: Promise<R>[] = [];
  let next = 0;
  while (next < items.length || running.length > 0) {
    while (running.length < most && next < items.length) {
      const item = items[next++];
      if (item !== undefined) running.push(work(item));
    }
    const first = running.shift();
    const refused = first === undefined ? null : await take(await first);
    if (refused !== null) return refused;
  }
  return null;
}

function scorerText(pairs: readonly QueryPair[], { testSuite }: ScoreArguments): string {
  const names = { spider: "Spider", bird: "BIRD" };
  const used = [...new Set(pairs.map(({ scoring }) => names[scoring]))].join(", ");
  return `execution accuracy of ${used}${testSuite ? ", on all databases of each test suite" : ""}`;
}

function textOf(rows: readonly ScoreRow[], scorer: string): string {
  const { all, byHardness, withoutEmptyGold, errors } = summariseScores(rows);
  const lines = [
    estimate("execution accuracy", all.ex),
    ...Object.entries(byHardness).flatMap(([level, group]) =>
      group.rows === 0 ? [] : [estimate(`  ${level}`, group.ex)],
    ),
    estimate("  where gold has rows", withoutEmptyGold.ex),
    estimate("robust accuracy", all.robustEx),
    estimate("exact match", all.em),
    `  ${"scorer".padEnd(28)} ${scorer}`,
    ...(errors.length === 0
      ? []
      : [
          `  ${"errors".padEnd(28)} ${errors.map(({ error, rows: count }) => `${error} ${count}`).join(", ")}`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}
