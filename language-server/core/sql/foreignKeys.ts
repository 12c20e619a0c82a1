/** Foreign keys that nobody declared, guessed from names and types, so that joins can be proposed. */
import type { ColumnSchema, DatabaseSchema, ForeignKey, TableSchema } from "./schema.ts";

/**
 * The same schema with inferred foreign keys added, each marked. A column refers to another table's key when its name
 * is that key's name (`AlbumId` → `Album.AlbumId`), or the table's name and the key's (`album_id` → `albums.id`), the
 * types go together, and only one table answers to it. Columns that already are part of a declared key keep theirs.
 */
export function withInferredKeys(schema: DatabaseSchema): DatabaseSchema {
  const targets = schema.tables.flatMap(targetOf);
  return { ...schema, tables: schema.tables.map((table) => inferFor(table, targets)) };
}

interface Target {
  readonly table: TableSchema;
  readonly key: ColumnSchema;
  /** Names under which other tables may call the key: normalised. */
  readonly names: ReadonlySet<string>;
}

/** Key names that say nothing about their table. */
const plainNames = new Set([
  "id",
  "key",
  "code",
  "name",
  "no",
  "number",
  "uid",
  "uuid",
  "pk",
  "rowid",
  "index",
]);

function targetOf(table: TableSchema): Target[] {
  if (table.kind === "view") return [];
  const [only, ...more] = table.primaryKey;
  if (more.length > 0) return [];
  // Without a declared key, a first column called `id` or `<table>_id` is taken for it.
  const first = table.columns[0];
  const own = singulars(normal(table.name));
  const key =
    only === undefined
      ? first !== undefined &&
        (normal(first.name) === "id" || own.some((name) => normal(first.name) === `${name}id`))
        ? first
        : undefined
      : table.columns.find((column) => column.name === only);
  if (key === undefined) return [];
  const keyName = normal(key.name);
  const names = new Set(own.map((name) => `${name}${keyName}`));
  if (!plainNames.has(keyName)) names.add(keyName);
  return [{ table, key, names }];
}

function inferFor(table: TableSchema, targets: readonly Target[]): TableSchema {
  if (table.kind === "view") return table;
  const declared = new Set(table.foreignKeys.flatMap((key) => key.columns.map((name) => name.toLowerCase())));
  const isOwnKey = (column: ColumnSchema) =>
    table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
  const inferred = table.columns.flatMap((column): ForeignKey[] => {
    if (declared.has(column.name.toLowerCase())) return [];
    const name = normal(column.name);
    const fitting = targets.filter(
      (target) => target.table !== table && target.names.has(name) && typesFit(column.type, target.key.type),
    );
    // A table's own key refers to another table only where that one is plainly called so: `user_id` to `user`.
    const named = fitting.filter((target) =>
      singulars(normal(target.table.name)).some((own) => name.startsWith(own)),
    );
    const choice = fitting.length === 1 && !isOwnKey(column) ? fitting : named;
    const ownName = isOwnKey(column) && singulars(normal(table.name)).some((own) => name.startsWith(own));
    const [target, ...others] = ownName ? [] : choice;
    if (target === undefined || others.length > 0) return [];
    return [
      {
        columns: [column.name],
        targetTable: target.table.name,
        targetColumns: [target.key.name],
        inferred: true,
      },
    ];
  });
  return inferred.length === 0 ? table : { ...table, foreignKeys: [...table.foreignKeys, ...inferred] };
}

const normal = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A name and what it is in the singular, by English endings. */
function singulars(name: string): string[] {
  const forms = [name];
  if (name.endsWith("ies")) forms.push(`${name.slice(0, -3)}y`);
  if (/(s|x|z|ch|sh)es$/.test(name)) forms.push(name.slice(0, -2));
  if (name.endsWith("s") && !name.endsWith("ss")) forms.push(name.slice(0, -1));
  return forms;
}

/** Whether values of two declared types can be equal; types that say nothing go with everything. */
function typesFit(a: string, b: string): boolean {
  const [left, right] = [typeClass(a), typeClass(b)];
  return left === null || right === null || left === right;
}

/** SQLite's rule for type names (datatype3.html section 3.1), coarser: numbers are one class. */
function typeClass(type: string): "number" | "text" | "other" | null {
  const name = type.toLowerCase();
  if (/int|serial|num|dec|real|floa|doub|number/.test(name)) return "number";
  if (/char|text|clob|string|enum/.test(name)) return "text";
  if (name === "" || /blob|any/.test(name)) return null;
  return "other";
}
