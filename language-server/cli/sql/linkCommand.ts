import { readFile } from "node:fs/promises";
import { linkQuestion } from "../../core/sql/linking/link.ts";
import { parseLinkQuestions } from "../../core/sql/linking/linkFile.ts";
import { type LinkRow, linkRow } from "../../core/sql/linking/linkRow.ts";
import type { ProductFiles } from "../../server/productFiles.ts";
import { databasesAt } from "../../server/run/sql/findDatabases.ts";
import { RunDatabases } from "../../server/run/sql/runDatabases.ts";
import { LinkIndexes } from "../../sql/linkIndexes.ts";
import { type ExitCode, exitCodes, readOptions, UsageError } from "../usage.ts";
import { withDatabases } from "./commandDatabases.ts";

/** `deliberate sql link QUESTIONS.jsonl --db FILE`: for each question the ranked tables and columns, a line each. */
export async function linkCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const { path, db, json } = readArguments(args);
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`the file ${path} does not exist or cannot be read`);
  });
  const questions = parseLinkQuestions(text);
  if (!questions.ok) throw new UsageError(`${path}: ${questions.error.message}`);
  return withDatabases(files, async (databases, passwords) => {
    const found = await databasesAt(db, process.cwd(), []);
    if (!found.ok) throw new UsageError(found.error.message);
    const { only, sources, password } = found.value;
    if (only === null) throw new UsageError(`${db} is a folder; sql link wants one database`);
    if (password !== undefined) passwords.set(password.key, password.text);
    const database = await new RunDatabases(databases, sources).named(only);
    if (!database.ok) throw new UsageError(database.error.message);
    const schema = await database.value.schema();
    if (!schema.ok) throw new UsageError(schema.error.message);
    const index = await new LinkIndexes(files.root).of(database.value, schema.value);
    for (const { id, text: question } of questions.value) {
      const row = linkRow(id, linkQuestion(index, question));
      process.stdout.write(json ? `${JSON.stringify(row)}\n` : readable(row));
    }
    return exitCodes.done;
  });
}

function readArguments(args: readonly string[]): { path: string; db: string; json: boolean } {
  const { values, positionals } = parse(args);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError("sql link wants one file of questions");
  if (values.db === undefined) throw new UsageError("sql link wants a database: --db FILE");
  return { path, db: values.db, json: values.json ?? false };
}

function parse(args: readonly string[]) {
  return readOptions(args, { db: { type: "string" }, json: { type: "boolean" } });
}

const shownTables = 6;
const shownColumns = 8;

function readable({ id, tables, columns }: LinkRow): string {
  const first = tables.slice(0, shownTables).map(({ name, score }) => `${name} ${score.toFixed(2)}`);
  const named = columns.slice(0, shownColumns).map(({ table, name }) => `${table}.${name}`);
  return `${id}\n  tables   ${first.join(", ")}\n  columns  ${named.join(", ")}\n`;
}
