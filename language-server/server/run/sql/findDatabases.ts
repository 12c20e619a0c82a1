import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Question } from "../../../contract/entities.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { parseConnectionUrl } from "../../../sql/discovery/connectionUrl.ts";
import type { DatabaseSource } from "../../../sql/sqlDatabase.ts";

/** Where a run's databases are. */
export interface FoundDatabases {
  /** By the name that questions use. */
  readonly sources: ReadonlyMap<string, DatabaseSource>;
  /** Set where one database was given: then every question is about it, whatever it names. */
  readonly only: string | null;
  /** The password that stood in a connection string. */
  readonly password?: { readonly key: string; readonly text: string };
}

const kinds: Readonly<Record<string, "sqlite" | "duckdb">> = {
  ".sqlite": "sqlite",
  ".sqlite3": "sqlite",
  ".db": "sqlite",
  ".db3": "sqlite",
  ".duckdb": "duckdb",
  ".ddb": "duckdb",
};

/** A file as a database, by its extension; unknown ones are taken for SQLite, which says so itself if they are not. */
const fileSource = (path: string): DatabaseSource => ({
  kind: kinds[extname(path)] ?? "sqlite",
  path,
});

/** A source as a manifest names it: without its password. */
export function labelOf(source: DatabaseSource): string {
  if (source.kind !== "server") return source.path;
  const { dialect, user, host, port, database, tls } = source;
  const mode = { off: "", require: "?sslmode=require", verify: "?sslmode=verify-full" }[tls];
  const address = host.includes(":") ? `[${host}]` : host;
  return `${dialect}://${encodeURIComponent(user)}@${address}:${port}/${encodeURIComponent(database)}${mode}`;
}

/** The source that a manifest names. */
export const sourceOf = (label: string): DatabaseSource =>
  parseConnectionUrl(label, (path) => resolve(path))?.source ?? fileSource(label);

/** What the user named, as it is kept: absolute, without a password. */
export function givenLabel(named: string, baseFolder: string): string {
  const connection = parseConnectionUrl(named, (relative) => resolve(baseFolder, relative));
  return connection === null ? resolve(baseFolder, named) : labelOf(connection.source);
}

const nameOf = (path: string): string => basename(path, extname(path));

/**
 * The database that is named: a file, a connection string, or a folder with those that the questions name
 * (`<name>/<name>.sqlite` as Spider has it, or `<name>.sqlite`). Errors: `sql/unreachable`, `sql/unknown-database`.
 * @param baseFolder Relative paths are resolved against it.
 */
export async function databasesAt(
  named: string,
  baseFolder: string,
  questions: readonly Pick<Question, "sql">[],
): Promise<Result<FoundDatabases>> {
  const connection = parseConnectionUrl(named, (relative) => resolve(baseFolder, relative));
  if (connection !== null) {
    const { source, password } = connection;
    const name = source.kind === "server" ? source.database : nameOf(source.path);
    const key = source.kind === "server" && password !== null ? source.secretKey : null;
    const found = { sources: new Map([[name, source]]), only: name };
    return ok(key === null ? found : { ...found, password: { key, text: password ?? "" } });
  }
  const path = resolve(baseFolder, named);
  const info = await stat(path).catch(() => null);
  if (info === null) return fail("sql/unreachable", `There is no database at ${path}.`);
  if (!info.isDirectory()) {
    const name = nameOf(path);
    return ok({ sources: new Map([[name, fileSource(path)]]), only: name });
  }
  return databasesIn([path], questions, `the folder ${path}`);
}

/**
 * Databases that the questions name, looked for beside their file and in the workspace: in these folders themselves,
 * in the folders directly below, and in those beside the file's own.
 */
export async function databasesNear(
  questionsPath: string,
  workspace: string,
  questions: readonly Pick<Question, "sql">[],
): Promise<Result<FoundDatabases>> {
  const own = dirname(resolve(questionsPath));
  const roots = [...new Set([own, dirname(own), workspace])];
  const below: string[] = [];
  for (const root of roots) {
    for (const entry of await entriesOf(root)) {
      if (entry.isDirectory() && !/^(?:node_modules|\..*)$/.test(entry.name))
        below.push(join(root, entry.name));
    }
  }
  return databasesIn([own, ...below, ...roots], questions, "the workspace");
}

async function databasesIn(
  folders: readonly string[],
  questions: readonly Pick<Question, "sql">[],
  place: string,
): Promise<Result<FoundDatabases>> {
  const wanted = new Set(
    questions.flatMap(({ sql }) => (sql === undefined || sql.script !== undefined ? [] : [sql.database])),
  );
  const sources = new Map<string, DatabaseSource>();
  let alone: string[] = [];
  for (const folder of folders) {
    const files = (await entriesOf(folder)).filter((entry) => extname(entry.name) in kinds);
    const paths = files.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
    if (alone.length === 0) alone = paths;
    for (const path of paths) if (!sources.has(nameOf(path))) sources.set(nameOf(path), fileSource(path));
    for (const name of wanted) {
      if (name === "" || sources.has(name)) continue;
      const nested = (await entriesOf(join(folder, name))).find(
        (entry) => nameOf(entry.name) === name && extname(entry.name) in kinds,
      );
      if (nested !== undefined) sources.set(name, fileSource(join(folder, name, nested.name)));
    }
  }
  const [single] = alone;
  if (wanted.has("") && wanted.size === 1 && alone.length === 1 && single !== undefined) {
    const name = nameOf(single);
    return ok({ sources: new Map([[name, fileSource(single)]]), only: name });
  }
  const missing = [...wanted].filter((name) => !sources.has(name));
  if (missing.length > 0) return fail("sql/unknown-database", missingText(missing, place));
  return ok({ sources: new Map([...sources].filter(([name]) => wanted.has(name))), only: null });
}

function missingText(missing: readonly string[], place: string): string {
  const shown = missing.filter((name) => name !== "").slice(0, 5);
  if (shown.length === 0) {
    return `The questions name no database, and there is not just one in ${place}. Name it.`;
  }
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : "";
  return `There is no database ${shown.map((name) => `“${name}”`).join(", ")}${more} in ${place}.`;
}

const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);
