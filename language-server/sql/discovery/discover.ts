import { basename } from "node:path";
import type { DatabaseSource } from "../sqlDatabase.ts";
import { type ParsedConnection, parseConnectionUrl, serverConnection } from "./connectionUrl.ts";

/** What was found in a workspace, read already: discovery itself touches no disk. */
export interface WorkspaceFacts {
  readonly files: readonly FoundFile[];
  /** The editor's settings as far as they are about databases. */
  readonly settings: {
    /** `sqltools.connections`, as written there. */
    readonly sqltools?: unknown;
    /** Connection strings of our own setting. */
    readonly connections?: readonly string[];
  };
}

export interface FoundFile {
  readonly path: string;
  readonly content:
    | { readonly kind: "sqlite" | "duckdb" | "ddl" }
    /** A `.env` file with its text. */
    | { readonly kind: "env"; readonly text: string };
}

/** Where a database was found: shown beside its name. */
export type Origin = "file" | "env" | "sqltools" | "settings";

export interface DiscoveredDatabase {
  /** Equal for the same database, however it was found. Holds no password. */
  readonly id: string;
  readonly name: string;
  readonly origin: Origin;
  /** The file it was found in; null for settings. */
  readonly foundIn: string | null;
  readonly source: DatabaseSource;
}

export interface Discovery {
  readonly databases: readonly DiscoveredDatabase[];
  /**
   * Passwords that stand in the workspace's own files and settings, by `secretKey`: to be used where no other is kept.
   * Never shown, logged or stored.
   */
  readonly passwords: ReadonlyMap<string, string>;
}

/**
 * Databases of a workspace out of its files and settings, each once, in the order: files, `.env`, settings.
 * @param resolve Makes a path absolute, relative to the folder of the given file or, without one, the workspace.
 */
export function discoverDatabases(
  facts: WorkspaceFacts,
  resolve: (path: string, beside: string | null) => string,
): Discovery {
  const found = new Map<string, DiscoveredDatabase>();
  const passwords = new Map<string, string>();
  const add = (parsed: ParsedConnection, origin: Origin, foundIn: string | null, name?: string): void => {
    const { source, password } = parsed;
    const id = idOf(source);
    if (!found.has(id)) found.set(id, { id, name: name ?? nameOf(source), origin, foundIn, source });
    if (source.kind === "server" && password !== null && !passwords.has(source.secretKey))
      passwords.set(source.secretKey, password);
  };

  for (const { path, content } of facts.files) {
    if (content.kind !== "env") add({ source: { kind: content.kind, path }, password: null }, "file", path);
  }
  for (const { path, content } of facts.files) {
    if (content.kind !== "env") continue;
    for (const value of databaseUrls(content.text)) {
      const parsed = parseConnectionUrl(value, (relative) => resolve(relative, path));
      if (parsed !== null) add(parsed, "env", path);
    }
  }
  for (const each of asArray(facts.settings.sqltools)) {
    const parsed = fromSqltools(each, (path) => resolve(path, null));
    if (parsed !== null) add(parsed, "sqltools", null, textOf(each, "name") || undefined);
  }
  for (const value of facts.settings.connections ?? []) {
    const parsed = parseConnectionUrl(value, (path) => resolve(path, null));
    if (parsed !== null) add(parsed, "settings", null);
  }
  return { databases: [...found.values()], passwords };
}

/** Values of `DATABASE_URL` and names that end so, as dotenv reads them. */
export function databaseUrls(env: string): string[] {
  return [
    ...env.matchAll(/^[ \t]*(?:export[ \t]+)?[A-Z0-9_]*DATABASE_URL[ \t]*=[ \t]*([^\r\n]*?)[ \t]*\r?$/gm),
  ].flatMap(([, raw = ""]) => {
    const quoted = /^(["'`])(.*)\1/.exec(raw);
    const value = quoted?.[2] ?? raw.replace(/\s+#.*$/, "");
    return value === "" ? [] : [value];
  });
}

/** One entry of `sqltools.connections`: drivers PostgreSQL, MySQL, MariaDB, SQLite, DuckDB. */
function fromSqltools(entry: unknown, resolve: (path: string) => string): ParsedConnection | null {
  const url = textOf(entry, "connectString");
  if (url !== "") return parseConnectionUrl(url, resolve);
  const driver = textOf(entry, "driver").toLowerCase();
  const database = textOf(entry, "database");
  if (database === "" || database === ":memory:") return null;
  const path = database.replace(/\$\{workspaceFolder(:[^}]*)?\}[\\/]?/, "");
  if (driver === "sqlite" || driver === "duckdb")
    return { source: { kind: driver, path: resolve(path) }, password: null };
  const dialect = /^postgres/.test(driver) ? "postgres" : /^(mysql|mariadb)/.test(driver) ? "mysql" : null;
  if (dialect === null) return null;
  const port = fieldOf(entry, "port");
  return serverConnection({
    dialect,
    host: textOf(entry, "server"),
    port: typeof port === "number" ? port : textOf(entry, "port"),
    database,
    user: textOf(entry, "username"),
    password: textOf(entry, "password") || null,
    tls: sslOf(entry),
  });
}

function sslOf(entry: unknown): "off" | "require" | "verify" {
  const ssl = fieldOf(fieldOf(entry, "pgOptions") ?? fieldOf(entry, "mysqlOptions"), "ssl");
  if (ssl === undefined || ssl === false || ssl === "Disabled") return "off";
  return fieldOf(ssl, "rejectUnauthorized") === false ? "require" : "verify";
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
const textOf = (value: unknown, key: string): string => {
  const field = fieldOf(value, key);
  return typeof field === "string" ? field.trim() : "";
};
const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const idOf = (source: DatabaseSource): string =>
  source.kind === "server" ? source.secretKey : `${source.kind}:${source.path}`;

const nameOf = (source: DatabaseSource): string =>
  source.kind === "server"
    ? source.database
    : basename(source.path).replace(/\.[^.]*$/, "") || basename(source.path);
