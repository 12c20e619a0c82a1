import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { ok, type Result } from "../../../contract/result.ts";
import type { DatabaseSource, SqlDatabase } from "../../../sql/sqlDatabase.ts";
import type { RunDatabases } from "./runDatabases.ts";

/** Between the name of a database and that of a file of its test suite. */
const separator = "/";

/**
 * The databases of test suites as they are published (test-suite-sql-eval): a folder for each name, with the database
 * itself and any number of others that have the same tables and other rows.
 */
export async function testSuitesOf(
  sources: ReadonlyMap<string, DatabaseSource>,
): Promise<Map<string, DatabaseSource>> {
  const all = new Map<string, DatabaseSource>();
  for (const [name, source] of sources) {
    if (source.kind !== "sqlite" || basename(dirname(source.path)) !== name) continue;
    const folder = dirname(source.path);
    const files = (await readdir(folder)).filter((file) => extname(file) === ".sqlite").sort();
    for (const file of files) {
      const path = join(folder, file);
      if (path !== source.path) all.set(`${name}${separator}${file}`, { kind: "sqlite", path });
    }
  }
  return all;
}

/** The database of a name, and behind it those of its suite. */
export async function openSuite(
  opened: RunDatabases,
  suites: ReadonlyMap<string, DatabaseSource>,
  name: string,
): Promise<Result<readonly [SqlDatabase, ...SqlDatabase[]]>> {
  const first = await opened.named(name);
  if (!first.ok) return first;
  const others: SqlDatabase[] = [];
  for (const each of suites.keys()) {
    if (!each.startsWith(`${name}${separator}`)) continue;
    const database = await opened.named(each);
    if (!database.ok) return database;
    others.push(database.value);
  }
  return ok([first.value, ...others]);
}
