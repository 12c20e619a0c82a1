import type { ColumnSchema, DatabaseSchema, SqlDialect, SqlValue, TableSchema } from "../schema.ts";
import { readScopes, tableNames } from "../scope/readScopes.ts";
import { resolveUse } from "../scope/resolve.ts";
import { isCalled, type Source } from "../scope/scope.ts";
import { documentStatements } from "../statements.ts";

export interface SqlHover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

const shownColumns = 20;
const shownSamples = 5;

/** What is known about the table or column at an offset; null where there is none. */
export function hoverSql(
  text: string,
  offset: number,
  dialect: SqlDialect,
  schema: DatabaseSchema,
): SqlHover | null {
  const { statements } = documentStatements(text, dialect);
  const statement = statements.find(({ start, end }) => start <= offset && offset <= end);
  if (statement === undefined) return null;
  const { tokens } = statement;
  const at = tokens.findIndex(
    ({ kind, start, end }) => (kind === "word" || kind === "quoted") && start <= offset && offset <= end,
  );
  const token = tokens[at];
  if (token === undefined) return null;
  const tables = tableNames(schema);
  const found = (markdown: string): SqlHover => ({ markdown, start: token.start, end: token.end });
  for (const use of readScopes(tokens, tables).uses) {
    if (use.qualifier === at) {
      for (let scope: typeof use.scope | null = use.scope; scope !== null; scope = scope.parent) {
        const source = scope.sources.find((candidate) => isCalled(candidate, token.text));
        if (source !== undefined) return found(sourceText(source));
      }
    }
    if (use.token !== at) continue;
    const resolution = resolveUse(use, { tokens, tables, dialect, unfinished: false });
    if (resolution.kind !== "found") return null;
    const { source, column } = resolution;
    if (column === null) return found(sourceText(source));
    const known = source.table?.columns.find((candidate) => candidate.name === column);
    return found(
      source.table === null || known === undefined
        ? `**${escaped(column)}** — column of ${escaped(source.alias ?? source.name)}`
        : columnText(source.table, known),
    );
  }
  return null;
}

function sourceText(source: Source): string {
  if (source.table !== null) return tableText(source.table);
  const columns = source.columns();
  const kind =
    source.kind === "cte"
      ? "common table expression"
      : source.kind === "query"
        ? "sub-query"
        : "table function";
  return `**${escaped(source.alias ?? source.name)}** — ${kind}${columns === null ? "" : `\n\n${columns.map(escaped).join(", ")}`}`;
}

function tableText(table: TableSchema): string {
  const rows = table.rowCount === null ? "" : `, ${table.rowCount.toLocaleString("en")} rows`;
  const columns = table.columns.slice(0, shownColumns).map((column) => `- ${columnLine(table, column)}`);
  const more = table.columns.length > shownColumns ? [`- … ${table.columns.length - shownColumns} more`] : [];
  return [
    `**${escaped(table.name)}** — ${table.kind}${rows}`,
    ...(table.comment === undefined ? [] : ["", escaped(table.comment)]),
    "",
    ...columns,
    ...more,
  ].join("\n");
}

function columnText(table: TableSchema, column: ColumnSchema): string {
  const samples = (column.samples ?? []).slice(0, shownSamples).map(sample);
  return [
    `**${escaped(table.name)}**.${columnLine(table, column)}`,
    ...(column.comment === undefined ? [] : ["", escaped(column.comment)]),
    ...(samples.length === 0 ? [] : ["", `For example ${samples.join(", ")}`]),
  ].join("\n");
}

function columnLine(table: TableSchema, column: ColumnSchema): string {
  const key = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  const target =
    key === undefined
      ? ""
      : `${key.targetTable}.${key.targetColumns[key.columns.indexOf(column.name)] ?? ""}`;
  return [
    `**${escaped(column.name)}** ${escaped(column.type)}`.trim(),
    column.primaryKey ? "primary key" : "",
    !column.nullable && !column.primaryKey ? "not null" : "",
    column.unique === true && !column.primaryKey ? "unique" : "",
    key === undefined ? "" : `→ ${escaped(target)}${key.inferred ? " (by its name)" : ""}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** Values are data: nothing in them is read as markup. */
function sample(value: SqlValue): string {
  const text =
    value === null ? "NULL" : value instanceof Uint8Array ? `${value.length} bytes` : String(value);
  return `\`${(text.length > 40 ? `${text.slice(0, 39)}…` : text).replaceAll("`", "ˋ").replaceAll("\n", " ")}\``;
}

const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>]/g, "\\$&").replaceAll("\n", " ");
