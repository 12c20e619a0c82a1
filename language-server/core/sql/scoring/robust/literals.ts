import type { DatabaseSchema, TableSchema } from "../../schema.ts";
import { type SqlToken, sqlTokens } from "../../tokens.ts";

/** A column and a value that a statement compares it with; names lower-case. */
export interface LiteralTarget {
  readonly table: string;
  readonly column: string;
  readonly value: string | number;
}

export interface StatementLiterals {
  readonly targets: readonly LiteralTarget[];
  /** Small whole numbers anywhere, for group sizes. */
  readonly counts: readonly number[];
  /** Tables of the schema that the statements name, lower-case. */
  readonly tables: ReadonlySet<string>;
}

const comparisons = new Set(["=", "==", "<", ">", "<=", ">=", "<>", "!="]);
/** What may stand between a column and a literal that is compared with it. */
const between = new Set([...comparisons, "like", "in", "between", "not", "and", "(", ","]);

/**
 * Literals of statements and the columns they stand beside. Read from the words, not from a parse tree: a literal
 * belongs to the nearest column name before it with only comparison signs, other literals, commas, NOT, AND and
 * brackets between; a column name means every table of the statement that has it. Naming too many columns is harmless.
 */
export function literalsOf(statements: readonly string[], schema: DatabaseSchema): StatementLiterals {
  const targets = new Map<string, LiteralTarget>();
  const counts = new Set<number>();
  const named = new Set<string>();
  for (const sql of statements) {
    const { tokens } = sqlTokens(sql, schema.dialect);
    const tables = tablesIn(tokens, schema);
    for (const table of tables) named.add(table.name.toLowerCase());
    const owners = ownersIn(tables);
    tokens.forEach((token, index) => {
      const value = literalValue(token, owners);
      if (value === null) return;
      if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10)
        counts.add(value);
      const column = columnBeside(tokens, index, owners);
      for (const table of owners.get(column) ?? []) {
        const target = { table, column, value };
        targets.set(JSON.stringify(target), target);
      }
    });
  }
  return { targets: [...targets.values()], counts: [...counts], tables: named };
}

function tablesIn(tokens: readonly SqlToken[], schema: DatabaseSchema): TableSchema[] {
  const names = new Set(tokens.map((token) => token.text.toLowerCase()));
  return schema.tables.filter((table) => names.has(table.name.toLowerCase()));
}

/** Column → tables that have it. */
function ownersIn(tables: readonly TableSchema[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const table of tables)
    for (const column of table.columns) {
      const key = column.name.toLowerCase();
      owners.set(key, [...(owners.get(key) ?? []), table.name.toLowerCase()]);
    }
  return owners;
}

/** Text in double quotes that names no column is a literal, as SQLite reads it. */
function literalValue(token: SqlToken, owners: ReadonlyMap<string, unknown>): string | number | null {
  if (token.kind === "number") return Number(token.text);
  const isText =
    token.kind === "string" || (token.kind === "quoted" && !owners.has(token.text.toLowerCase()));
  return isText ? token.text : null;
}

function columnBeside(
  tokens: readonly SqlToken[],
  index: number,
  owners: ReadonlyMap<string, unknown>,
): string {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    const name = token.text.toLowerCase();
    if ((token.kind === "word" || token.kind === "quoted") && owners.has(name)) return name;
    if (literalValue(token, owners) === null && !between.has(name)) break;
  }
  const after = tokens[index + 1]?.text ?? "";
  const column = tokens.slice(index + 2, index + 5).find((token) => owners.has(token.text.toLowerCase()));
  return comparisons.has(after) && column !== undefined ? column.text.toLowerCase() : "";
}
