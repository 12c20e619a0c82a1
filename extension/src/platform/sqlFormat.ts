/** How databases and their parts are named in trees and lists. Pure, so that it can be tested without VS Code. */
import type { DatabaseEntry, SchemaColumn, SchemaTable } from "../../../language-server/contract/sql.ts";

const dialectNames: Readonly<Record<DatabaseEntry["dialect"], string>> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
  mysql: "MySQL",
  duckdb: "DuckDB",
};

export const databaseIcon = ({ kind }: Pick<DatabaseEntry, "kind">): string =>
  ({ file: "database", definitions: "file-code", server: "server" })[kind];

/** `SQLite`, `PostgreSQL server`, `SQLite definitions`. */
export const databaseKind = ({ dialect, kind }: Pick<DatabaseEntry, "dialect" | "kind">): string =>
  `${dialectNames[dialect]}${{ file: "", definitions: " definitions", server: " server" }[kind]}`;

/** `984 kB`, `12.3 MB`. */
export function fileSize(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

export const counted = (number: number, noun: string): string =>
  `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

export const qualifiedName = ({ name, namespace }: Pick<SchemaTable, "name" | "namespace">): string =>
  namespace === undefined || namespace === "public" ? name : `${namespace}.${name}`;

/** What stands behind a table's name: its rows, or that it is a view. */
export const tableDescription = ({ kind, rowCount }: Pick<SchemaTable, "kind" | "rowCount">): string =>
  kind === "view" ? "view" : rowCount === null ? "" : counted(rowCount, "row");

/** `INTEGER, key`, `INTEGER → Artist.ArtistId (inferred)`. */
export function columnDescription({ type, primaryKey, references, nullable }: SchemaColumn): string {
  const parts = [type, primaryKey ? "key" : nullable ? "" : "not null"].filter((part) => part !== "");
  if (references === undefined) return parts.join(", ");
  const target = `→ ${references.table}.${references.column}${references.inferred ? " (inferred)" : ""}`;
  return [parts.join(", "), target].filter((part) => part !== "").join(" ");
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A name as it is written in a statement: quoted where it must be. */
export function sqlName(name: string, dialect: DatabaseEntry["dialect"]): string {
  // Postgres folds what is not quoted to lower case.
  const plain = dialect === "postgres" ? /^[a-z_][a-z0-9_]*$/ : plainName;
  if (plain.test(name)) return name;
  const quote = dialect === "mysql" ? "`" : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}
