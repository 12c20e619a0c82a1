/**
 * How often schema linking finds what the gold statements read, and how long it takes. Gold tables and columns are what
 * SQLite resolves when it prepares the gold statement. The weights were tuned on `train` alone (and on the Spider-Syn
 * wording of the same questions, which is not in the data folder); all other sets are for reporting.
 *
 * Run: `node --import tsx test/bench/linking.ts DATA_FOLDER` with a folder that has `spider`, `merged`, `variants`,
 * `linking` and `classic`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeSchema } from "../../language-server/core/sql/linking/describeSchema.ts";
import { parseLexicon } from "../../language-server/core/sql/linking/lexicon.ts";
import { linkQuestion } from "../../language-server/core/sql/linking/link.ts";
import { buildLinkIndex, type LinkIndex } from "../../language-server/core/sql/linking/linkIndex.ts";
import type { ForeignKey, TableSchema } from "../../language-server/core/sql/schema.ts";
import { parseSpiderTables } from "../../language-server/core/sql/spiderTables.ts";
import { BenchDatabase } from "./benchDatabase.ts";

const data = process.argv[2];
if (data === undefined) throw new Error("Which data folder?");

interface Row {
  readonly db_id: string;
  readonly question: string;
  readonly evidence?: string;
  readonly gold_sql: string;
  readonly tables: readonly string[];
}

const rowsOf = (path: string): Row[] =>
  readFileSync(join(data, path), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const parsed = parseLexicon(readFileSync(new URL("../../media/linking/words.bin", import.meta.url)));
if (!parsed.ok) throw new Error(parsed.error.message);
const lexicon = parsed.value;

const depths = [2, 3, 4, 6, 8, 12];
const columnDepths = [16, 32];
const share = (count: number, of: number) => Math.round((1000 * count) / of) / 10;
const quantile = (sorted: readonly number[], q: number) =>
  Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0)) / 10;

/** Prints one line: shares of questions in percent for which all gold tables (columns) are among the first K. */
function measure(
  name: string,
  rows: readonly Row[],
  of: (row: Row) => { readonly index: LinkIndex; readonly database: BenchDatabase },
  { text = (row: Row) => row.question, describes = true } = {},
): void {
  const tableHits = depths.map(() => 0);
  const columnHits = columnDepths.map(() => 0);
  let questions = 0;
  let withColumns = 0;
  let described = 0;
  let differs = 0;
  const times: number[] = [];
  for (const row of rows) {
    const { index, database } = of(row);
    const gold = database.reads(row.gold_sql);
    if (
      [...gold.tables].sort().join() !==
      row.tables
        .map((table) => table.toLowerCase())
        .sort()
        .join()
    )
      differs++;
    const start = performance.now();
    const linking = linkQuestion(index, text(row));
    times.push(performance.now() - start);
    questions++;
    const order = linking.tables.map((table) => table.name.toLowerCase());
    const deepest = Math.max(...[...gold.tables].map((table) => place(order, table)));
    for (const [at, depth] of depths.entries()) if (deepest < depth) tableHits[at]! += 1;
    if (gold.columns.size === 0) continue;
    withColumns++;
    const columns = linking.columns.map((column) => `${column.table}.${column.name}`.toLowerCase());
    const deepestColumn = Math.max(...[...gold.columns].map((column) => place(columns, column)));
    for (const [at, depth] of columnDepths.entries()) if (deepestColumn < depth) columnHits[at]! += 1;
    if (!describes) continue;
    const kept = describeSchema(index.schema, linking, 1200, estimatedTokens);
    const shown = new Set(
      kept.tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column}`.toLowerCase())),
    );
    if ([...gold.columns].every((column) => shown.has(column))) described++;
  }
  times.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      set: name,
      questions,
      tables: Object.fromEntries(depths.map((depth, at) => [depth, share(tableHits[at]!, questions)])),
      columns: Object.fromEntries(
        columnDepths.map((depth, at) => [depth, share(columnHits[at]!, withColumns)]),
      ),
      ...(describes ? { columnsIn1200Tokens: share(described, withColumns) } : {}),
      ms: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
      ...(differs === 0 ? {} : { goldDiffersFromRow: differs }),
    }),
  );
}

const place = (order: readonly string[], name: string): number => {
  const at = order.indexOf(name);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

/** Names are cut in short pieces by every tokenizer; three characters a token is on the safe side. */
const estimatedTokens = (text: string): number => Math.ceil(text.length / 3);

const merged = await BenchDatabase.open(join(data, "merged/shared-merged.sqlite"));
const schema = merged.schema("shared-merged");
const values = merged.values(schema);
const start = performance.now();
const full = buildLinkIndex(schema, { lexicon, values });
console.log(JSON.stringify({ tables: schema.tables.length, indexMs: Math.round(performance.now() - start) }));
const arms = {
  "": full,
  " without lexicon": buildLinkIndex(schema, { values }),
  " without values": buildLinkIndex(schema, { lexicon, values: [] }),
};

const names = new Set(schema.tables.map((table) => table.name.toLowerCase()));
const spider = parseSpiderTables(readFileSync(join(data, "spider/tables.json"), "utf8"), () => "");
if (!spider.ok) throw new Error(spider.error.message);
const inMerged = new Set(
  spider.value
    .filter((database) =>
      database.tables.every((table) => {
        const there = schema.tables.find((other) => other.name.toLowerCase() === table.name.toLowerCase());
        const columns = (of: TableSchema) =>
          of.columns
            .map((column) => column.name.toLowerCase())
            .sort()
            .join();
        return (
          names.has(table.name.toLowerCase()) && there !== undefined && columns(there) === columns(table)
        );
      }),
    )
    .map((database) => database.name),
);

const sets = {
  "train (tuned on)": rowsOf("spider/train.jsonl").filter(
    (row, at) => at % 4 === 0 && inMerged.has(row.db_id),
  ),
  dev: rowsOf("spider/dev.jsonl"),
  synonyms: rowsOf("variants/spider-syn.jsonl"),
  realistic: rowsOf("variants/spider-realistic.jsonl"),
};
for (const [name, rows] of Object.entries(sets)) {
  for (const [arm, index] of Object.entries(arms)) {
    measure(`merged, ${name}${arm}`, rows, () => ({ index, database: merged }), { describes: arm === "" });
  }
}

const own = new Map<string, { readonly index: LinkIndex; readonly database: BenchDatabase }>();
const ownDatabase = async (path: string, name: string): Promise<void> => {
  const database = await BenchDatabase.open(join(data, path));
  const ownSchema = database.schema(name);
  own.set(name, {
    database,
    index: buildLinkIndex(ownSchema, { lexicon, values: database.values(ownSchema) }),
  });
};
for (const name of new Set(sets.dev.map((row) => row.db_id)))
  await ownDatabase(`spider/databases/${name}.sqlite`, name);
await ownDatabase("classic/northwind.sqlite", "northwind");
const ownOf = (row: Row) => own.get(row.db_id)!;
measure("own databases, dev", sets.dev, ownOf);
measure("own databases, synonyms", sets.synonyms, ownOf);
measure("northwind", rowsOf("classic/northwind.questions.jsonl"), ownOf);

interface BirdColumn {
  readonly name: string;
  readonly type: string;
  readonly primary_key: boolean;
  /** Without a target column the key goes to the column of the same name. */
  readonly foreign_keys: readonly { readonly target_table: string; readonly target_column: string | null }[];
  readonly value_samples: readonly (string | number)[];
}
const birdSchemas: Record<string, { tables: Record<string, { columns: BirdColumn[] }> }> = JSON.parse(
  readFileSync(join(data, "linking/bird-schemas.json"), "utf8"),
);
for (const [name, bird] of Object.entries(birdSchemas)) {
  const tables = Object.entries(bird.tables)
    .filter(([table]) => !table.startsWith("sqlite_"))
    .map(
      ([table, { columns }]): TableSchema => ({
        name: table,
        kind: "table",
        columns: columns.map((column) => ({
          name: column.name,
          type: column.type,
          nullable: true,
          primaryKey: column.primary_key,
          samples: column.value_samples,
        })),
        primaryKey: columns.filter((column) => column.primary_key).map((column) => column.name),
        foreignKeys: columns.flatMap((column) =>
          column.foreign_keys.map(
            (key): ForeignKey => ({
              columns: [column.name],
              targetTable: key.target_table,
              targetColumns: [key.target_column ?? column.name],
              inferred: false,
            }),
          ),
        ),
        rowCount: null,
      }),
    );
  const birdSchema = { dialect: "sqlite", name, tables, contentHash: "" } as const;
  const all = linkQuestion(buildLinkIndex(birdSchema), "");
  const ddl = describeSchema(birdSchema, all, Number.MAX_SAFE_INTEGER, () => 0, {
    comments: false,
    columnsPerTable: Number.POSITIVE_INFINITY,
  });
  own.set(name, {
    database: await BenchDatabase.create(ddl.text),
    index: buildLinkIndex(birdSchema, { lexicon }),
  });
}
measure("BIRD mini-dev", rowsOf("linking/bird-mini-dev.jsonl"), ownOf);
measure("BIRD mini-dev, with evidence", rowsOf("linking/bird-mini-dev.jsonl"), ownOf, {
  text: (row) => `${row.question} ${row.evidence ?? ""}`,
});

// Five times the merged database under other names: every word is in five times as many tables.
const copies = [0, 1, 2, 3, 4].flatMap((copy) =>
  schema.tables.slice(0, 200).map((table) => ({
    ...table,
    name: `${table.name}_${copy}`,
    foreignKeys: table.foreignKeys.map((key) => ({ ...key, targetTable: `${key.targetTable}_${copy}` })),
  })),
);
const large = buildLinkIndex(
  { ...schema, tables: copies },
  {
    lexicon,
    values: values.flatMap((column) =>
      [0, 1, 2, 3, 4].map((copy) => ({ ...column, table: `${column.table}_${copy}` })),
    ),
  },
);
for (const round of ["first time", "again"]) {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (const row of sets.dev) {
    const begun = performance.now();
    linkQuestion(large, row.question);
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      set: `${copies.length} tables, words seen ${round}`,
      ms: { p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: quantile(times, 1) },
      cpuMs: Math.round((user + system) / times.length / 100) / 10,
    }),
  );
}
