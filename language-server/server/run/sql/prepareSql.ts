import type {
  Question,
  RunDatabase,
  SqlManifest,
  SqlScoring,
  SqlSettings,
} from "../../../contract/entities.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { dialectNames } from "../../../core/protocols/sqlPrompts.ts";
import type { DatabaseSchema } from "../../../core/sql/schema.ts";
import { hardnessOf } from "../../../core/sql/scoring/spider/hardness.ts";
import { parseSpiderStatement } from "../../../core/sql/scoring/spider/parser.ts";
import { spiderSchema } from "../../../core/sql/scoring/spider/schema.ts";
import type { Databases } from "../../../sql/databases.ts";
import type { LinkIndexes } from "../../../sql/linkIndexes.ts";
import { databasesAt, databasesNear, type FoundDatabases, givenLabel, labelOf } from "./findDatabases.ts";
import { RunDatabases } from "./runDatabases.ts";
import { schemaBudget, schemaTextFor } from "./schemaTexts.ts";
import { scoringOf, sqlSettingsProblem } from "./sqlSettings.ts";

export interface SqlOrder {
  readonly questions: readonly Question[];
  readonly questionsPath: string;
  /** The workspace; relative paths are resolved against it. */
  readonly baseFolder: string;
  /** What the user names as the database: see `RunStartParams.database`. */
  readonly database: string | undefined;
  readonly settings: SqlSettings;
  readonly contextTokens: number | null;
}

export interface PreparedSql {
  /** Text-to-SQL questions with their schema, dialect and tags; the others as they were. */
  readonly questions: readonly Question[];
  /** Null without text-to-SQL questions. */
  readonly manifest: SqlManifest | null;
}

/** Scoring rules of runs, for reports. */
const rules: Readonly<Record<SqlScoring, string>> = {
  spider:
    "Spider execution accuracy (test-suite-sql-eval): DISTINCT removed, columns in any order, rows in order where gold has ORDER BY; SQLite reads text in double quotes as strings",
  bird: "BIRD execution accuracy: statements as they are, sets of rows, columns in their order",
};

/**
 * Finds and opens the databases of a run's questions and writes into each question the schema that its model is shown.
 * Errors: `sql/*`, `input/invalid`.
 * @param passwords is given the one of a connection string.
 */
export async function prepareSql(
  order: SqlOrder,
  databases: Databases,
  indexes: LinkIndexes,
  passwords: Map<string, string>,
): Promise<Result<PreparedSql>> {
  const { questions, settings } = order;
  const asked = questions.filter(({ sql }) => sql !== undefined);
  if (asked.length === 0) return ok({ questions, manifest: null });
  const problem = sqlSettingsProblem(settings);
  if (problem !== null) return fail("input/invalid", problem);
  const found = await findFor(order, asked);
  if (!found.ok) return found;
  const { password } = found.value;
  if (password !== undefined) passwords.set(password.key, password.text);
  const opened = new RunDatabases(databases, found.value.sources);
  try {
    const described = await describeDatabases(found.value, opened);
    if (!described.ok) return described;
    const budget = schemaBudget(settings, order.contextTokens);
    const prepared: Question[] = [];
    for (const question of questions) {
      const one = await prepareQuestion(question, found.value.only, opened, { settings, budget, indexes });
      if (!one.ok) return one;
      prepared.push(one.value);
    }
    return ok({
      questions: prepared,
      manifest: {
        ...settings,
        schemaTokens: budget,
        scorer: `${rulesOf(asked, settings)}; ${await engineOf(prepared, opened)}`,
        ...(order.database === undefined ? {} : { database: givenLabel(order.database, order.baseFolder) }),
        databases: described.value,
      },
    });
  } finally {
    await opened.close();
  }
}

function rulesOf(asked: readonly Question[], { scoring }: SqlSettings): string {
  const used = new Set(asked.map((question) => scoringOf(scoring, question)));
  return [...used].map((each) => rules[each]).join("; ");
}

/** Name and version of what runs the queries. */
async function engineOf(questions: readonly Question[], opened: RunDatabases): Promise<string> {
  const first = questions.find(({ sql }) => sql !== undefined);
  const database = first === undefined ? null : await opened.of(first);
  if (first === undefined || database === null || !database.ok) return "";
  const { dialect } = database.value;
  const version = await database.value.query(
    dialect === "sqlite" ? "SELECT sqlite_version()" : "SELECT version()",
  );
  const text = version.ok ? String(version.value.rows[0]?.[0] ?? "") : "";
  return `${dialectNames[dialect]} ${text}`.trim();
}

async function findFor(order: SqlOrder, asked: readonly Question[]): Promise<Result<FoundDatabases>> {
  if (order.database !== undefined) return databasesAt(order.database, order.baseFolder, asked);
  if (asked.every(({ sql }) => sql?.script !== undefined)) return ok({ sources: new Map(), only: null });
  return databasesNear(order.questionsPath, order.baseFolder, asked);
}

async function describeDatabases(
  { sources }: FoundDatabases,
  opened: RunDatabases,
): Promise<Result<RunDatabase[]>> {
  const described: RunDatabase[] = [];
  for (const [name, source] of sources) {
    const database = await opened.named(name);
    if (!database.ok) return database;
    const schema = await database.value.schema();
    if (!schema.ok) return schema;
    const { dialect, contentHash } = schema.value;
    described.push({ name, dialect, source: labelOf(source), contentHash });
  }
  return ok(described);
}

interface SchemaOptions {
  readonly settings: SqlSettings;
  readonly budget: number;
  readonly indexes: LinkIndexes;
}

async function prepareQuestion(
  question: Question,
  only: string | null,
  opened: RunDatabases,
  { settings, budget, indexes }: SchemaOptions,
): Promise<Result<Question>> {
  const { sql } = question;
  if (sql === undefined) return ok(question);
  const named = sql.script !== undefined || only === null ? sql : { ...sql, database: only };
  const database = await opened.of({ ...question, sql: named });
  if (!database.ok) return database;
  const schema = await database.value.schema();
  if (!schema.ok) return fail(schema.error.code, `Question ${question.id}: ${schema.error.message}`);
  // A schema that comes with the question is shown as it was written.
  const text =
    sql.schema ?? (await schemaTextFor(question, database.value, schema.value, settings, budget, indexes));
  return ok({
    ...question,
    sql: { ...named, dialect: schema.value.dialect, schema: text },
    ...tagsOf(question, schema.value),
  });
}

/** With the difficulty of the gold query where the file does not tell it. */
function tagsOf({ tags, gold }: Question, schema: DatabaseSchema): Pick<Question, "tags"> {
  if (tags?.hardness !== undefined) return { tags };
  const statement = parseSpiderStatement(gold, spiderSchema(schema));
  return statement === null ? {} : { tags: { ...tags, hardness: hardnessOf(statement) } };
}
