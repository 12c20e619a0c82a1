import { Cursor, isSymbol, isWord, type QualifiedName } from "./ddlCursor.ts";
import type { ColumnSchema, ForeignKey, TableSchema } from "./schema.ts";
import type { SqlToken } from "./tokens.ts";

/** A table while its script is read. A reference without columns has none yet: they are those of the target's key. */
export interface TableDefinition extends QualifiedName {
  readonly kind: TableSchema["kind"];
  comment?: string;
  columns: ColumnSchema[];
  primaryKey: string[];
  readonly foreignKeys: ForeignKey[];
}

/** Words that end a column's type. */
const afterType = [
  ...[
    "CONSTRAINT",
    "NOT",
    "NULL",
    "DEFAULT",
    "PRIMARY",
    "UNIQUE",
    "CHECK",
    "REFERENCES",
    "COLLATE",
    "GENERATED",
  ],
  ...["AS", "AUTO_INCREMENT", "AUTOINCREMENT", "COMMENT", "ON", "KEY", "STORAGE", "COMPRESSION", "IDENTITY"],
  ...["CHARACTER_SET", "CHARSET", "VIRTUAL", "STORED", "INVISIBLE", "DEFERRABLE", "INITIALLY", "ENCODE"],
];

/** Reads the items of a CREATE TABLE: columns and constraints. `text` is what the tokens' offsets count in. */
export function readColumns(
  table: TableDefinition,
  items: readonly (readonly SqlToken[])[],
  text: string,
): void {
  for (const item of items) {
    if (tableConstraint(table, item)) continue;
    const [name, ...rest] = item;
    if (name === undefined || !["word", "quoted", "string"].includes(name.kind)) continue;
    table.columns.push(readColumn(table, name.text, rest, text));
  }
}

/** Takes in a constraint of the whole table; false when the item is something else. */
export function tableConstraint(table: TableDefinition, item: readonly SqlToken[]): boolean {
  const cursor = new Cursor(item);
  if (cursor.take("CONSTRAINT") && !isWord(cursor.peek(), "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "EXCLUDE"))
    cursor.next();
  if (cursor.take("PRIMARY", "KEY")) {
    table.primaryKey = listedColumns(cursor);
    return true;
  }
  if (cursor.take("FOREIGN", "KEY")) {
    const columns = listedColumns(cursor);
    const target = readReference(cursor);
    if (target !== null) table.foreignKeys.push({ columns, ...target, inferred: false });
    return true;
  }
  if (cursor.take("UNIQUE")) {
    cursor.takeAny("KEY", "INDEX");
    const [only, ...more] = listedColumns(cursor);
    if (more.length === 0)
      table.columns = table.columns.map((column) =>
        column.name === only ? { ...column, unique: true } : column,
      );
    return true;
  }
  if (cursor.takeAny("CHECK", "EXCLUDE", "LIKE", "PERIOD") !== null) return true;
  // MySQL: `KEY name (columns)`. A column may be called `key` too: then a type follows, not a name and a list.
  const index = cursor.takeAny("KEY", "INDEX", "FULLTEXT", "SPATIAL");
  return index !== null && item.length > 2 && (isSymbol(item[2], "(") || isWord(item[1], "KEY", "INDEX"));
}

/** `REFERENCES table [(columns)]`; null when it does not come next. */
function readReference(cursor: Cursor): Pick<ForeignKey, "targetTable" | "targetColumns"> | null {
  if (!cursor.take("REFERENCES")) return null;
  const target = cursor.name();
  return target === null ? null : { targetTable: target.name, targetColumns: cursor.columnNames() ?? [] };
}

/** The list of columns that comes next, over an index name and `USING btree` in between. */
function listedColumns(cursor: Cursor): string[] {
  while (cursor.peek() !== undefined && !isSymbol(cursor.peek(), "(")) cursor.next();
  return cursor.columnNames() ?? [];
}

function readColumn(
  table: TableDefinition,
  name: string,
  rest: readonly SqlToken[],
  text: string,
): ColumnSchema {
  const typeEnd = rest.findIndex((token) => isWord(token, ...afterType) || isCharacterSet(rest, token));
  const typeTokens = typeEnd === -1 ? rest : rest.slice(0, typeEnd);
  const type = text.slice(typeTokens[0]?.start ?? 0, typeTokens.at(-1)?.end ?? 0).replace(/\s+/g, " ");
  let nullable = true;
  let unique = false;
  let primaryKey = false;
  let comment: string | undefined;
  const cursor = new Cursor(rest.slice(typeTokens.length));
  while (cursor.peek() !== undefined) {
    const reference = readReference(cursor);
    if (reference !== null) table.foreignKeys.push({ columns: [name], ...reference, inferred: false });
    else if (cursor.take("NOT", "NULL")) nullable = false;
    else if (cursor.take("PRIMARY", "KEY")) primaryKey = true;
    else if (cursor.take("UNIQUE")) unique = true;
    else if (cursor.take("COMMENT")) comment = cursor.next()?.text;
    // What is inside parentheses (CHECK, DEFAULT) says nothing about this column's own properties.
    else if (cursor.parenthesised() === null) cursor.next();
  }
  if (primaryKey) table.primaryKey = [name];
  return {
    name,
    type,
    nullable: nullable && !primaryKey,
    primaryKey,
    ...(unique ? { unique } : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}

/** `CHARACTER SET x` of MySQL, while `CHARACTER VARYING(10)` is a type. */
const isCharacterSet = (tokens: readonly SqlToken[], token: SqlToken): boolean =>
  isWord(token, "CHARACTER") && isWord(tokens[tokens.indexOf(token) + 1], "SET");
