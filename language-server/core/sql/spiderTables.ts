import { fail, ok, type Result } from "../../contract/result.ts";
import type { ColumnSchema, DatabaseSchema, ForeignKey, TableSchema } from "./schema.ts";

/** A database of Spider's `tables.json`, as far as it is read: names as in the database file, not their readable forms. */
interface SpiderDatabase {
  readonly db_id: string;
  readonly table_names_original: readonly string[];
  /** Table number and name; the first is [-1, "*"]. */
  readonly column_names_original: readonly (readonly [table: number, name: string])[];
  readonly column_types: readonly string[];
  /** Column numbers; a composite key (in some editions of the file) is a list of them. */
  readonly primary_keys: readonly (number | readonly number[])[];
  readonly foreign_keys: readonly (readonly [from: number, to: number])[];
}

/**
 * Databases of a Spider `tables.json` file (Yu et al., EMNLP 2018), or of another data set in that form.
 * @param hashOf SHA-256 (hex) of a text, for `contentHash`.
 * Fails with `input/invalid` when the text is not such a file; one damaged database makes the whole file invalid.
 */
export function parseSpiderTables(text: string, hashOf: (text: string) => string): Result<DatabaseSchema[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return fail("input/invalid", "The schema file is not JSON.", String(error));
  }
  if (!Array.isArray(parsed)) return fail("input/invalid", "The schema file is not a list of databases.");
  const databases: DatabaseSchema[] = [];
  for (const [index, entry] of parsed.entries()) {
    if (!isSpiderDatabase(entry)) {
      return fail(
        "input/invalid",
        `Entry ${index + 1} of the schema file is not a database in Spider's form.`,
      );
    }
    databases.push(databaseOf(entry, hashOf(JSON.stringify(entry))));
  }
  return ok(databases);
}

function databaseOf(entry: SpiderDatabase, contentHash: string): DatabaseSchema {
  const keys = new Set(entry.primary_keys.flat());
  const tables = entry.table_names_original.map((name, table): TableSchema => {
    const columns: ColumnSchema[] = [];
    for (const [number, [owner, column]] of entry.column_names_original.entries()) {
      if (owner !== table) continue;
      const type = sqlTypes[entry.column_types[number] ?? ""] ?? "";
      columns.push({ name: column, type, nullable: !keys.has(number), primaryKey: keys.has(number) });
    }
    return {
      name,
      kind: "table",
      columns,
      primaryKey: columns.filter((column) => column.primaryKey).map((column) => column.name),
      foreignKeys: foreignKeysOf(entry, table),
      rowCount: null,
    };
  });
  return { dialect: "sqlite", name: entry.db_id, tables, contentHash };
}

/** Spider's five kinds of columns as SQLite would declare them. */
const sqlTypes: Readonly<Record<string, string>> = {
  text: "text",
  number: "number",
  time: "datetime",
  boolean: "bool",
  others: "",
};

function foreignKeysOf(entry: SpiderDatabase, table: number): ForeignKey[] {
  return entry.foreign_keys.flatMap(([from, to]) => {
    const source = entry.column_names_original[from];
    const target = entry.column_names_original[to];
    const targetTable = target === undefined ? undefined : entry.table_names_original[target[0]];
    if (source === undefined || target === undefined || targetTable === undefined || source[0] !== table)
      return [];
    return [{ columns: [source[1]], targetTable, targetColumns: [target[1]], inferred: false }];
  });
}

function isSpiderDatabase(entry: unknown): entry is SpiderDatabase {
  if (typeof entry !== "object" || entry === null) return false;
  const at = (name: string): unknown => Reflect.get(entry, name);
  return (
    typeof at("db_id") === "string" &&
    isListOf(at("table_names_original"), isText) &&
    isListOf(
      at("column_names_original"),
      (item) => Array.isArray(item) && isNumber(item[0]) && isText(item[1]),
    ) &&
    isListOf(at("column_types"), isText) &&
    isListOf(at("primary_keys"), (item) => isNumber(item) || isListOf(item, isNumber)) &&
    isListOf(
      at("foreign_keys"),
      (item) => isListOf(item, isNumber) && Array.isArray(item) && item.length === 2,
    )
  );
}

const isText = (item: unknown): boolean => typeof item === "string";
const isNumber = (item: unknown): boolean => typeof item === "number";
const isListOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test);
