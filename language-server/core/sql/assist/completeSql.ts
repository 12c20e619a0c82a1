import { queryKeywords } from "../constrain/grammar.ts";
import { functionNames } from "../functions.ts";
import { identifier } from "../identifiers.ts";
import type { DatabaseSchema, SqlDialect, TableSchema } from "../schema.ts";
import { readScopes, tableNames } from "../scope/readScopes.ts";
import { isCalled, type Place, qualifierOf, type Scope, type Source } from "../scope/scope.ts";
import { type SqlCursor, sqlCursor } from "./cursor.ts";
import { joinConditions } from "./joinConditions.ts";

export interface SqlCompletion {
  readonly label: string;
  readonly insert: string;
  readonly kind: "keyword" | "table" | "column" | "function" | "alias" | "join";
  readonly detail: string;
  /** Offsets of the text that it takes the place of. */
  readonly start: number;
  readonly end: number;
}

const emptySchema = (dialect: SqlDialect): DatabaseSchema => ({
  dialect,
  name: "",
  tables: [],
  contentHash: "",
});

/** Words that begin a clause come with what always follows them. */
const phrases: Readonly<Record<string, string>> = {
  GROUP: "GROUP BY",
  ORDER: "ORDER BY",
  PARTITION: "PARTITION BY",
  LEFT: "LEFT JOIN",
  INNER: "INNER JOIN",
};

/**
 * What can be written at a place of an SQL document, the most fitting first: names in scope, join conditions out of
 * foreign keys, functions, keywords. Works on unfinished statements; without a schema there are only keywords and
 * functions and the statement's own names.
 */
export function completeSql(
  text: string,
  offset: number,
  dialect: SqlDialect,
  known: DatabaseSchema | null,
): SqlCompletion[] {
  const cursor = sqlCursor(text, offset, dialect);
  if (cursor === null) return [];
  const schema = known ?? emptySchema(dialect);
  const tables = tableNames(schema);
  const { places } = readScopes([...cursor.before, ...cursor.after], tables);
  const place = places[cursor.before.length] ?? null;
  const maker = new CompletionMaker(cursor, dialect, schema);
  const dotted = cursor.before.at(-1)?.text === "." ? cursor.before.at(-2)?.text : undefined;
  if (dotted !== undefined) return maker.columnsOf(dotted, place);
  const items = place === null ? [] : maker.atPlace(place);
  return cursor.quote === null ? [...items, ...maker.words(place)] : items;
}

class CompletionMaker {
  private readonly made = new Set<string>();

  constructor(
    private readonly cursor: SqlCursor,
    private readonly dialect: SqlDialect,
    private readonly schema: DatabaseSchema,
  ) {}

  atPlace(place: Place): SqlCompletion[] {
    if (place.scope === null) return [];
    if (place.table) return this.tables(place.scope);
    if (place.using) return this.shared(place.scope);
    if (place.clause === "from" || place.clause === "with" || place.clause === "limit") return [];
    const joins = place.clause === "on" && this.before() === "ON" ? this.conditions(place.scope) : [];
    return [...joins, ...this.columnsInScope(place.scope)];
  }

  /** Columns behind a dot: of the source or table called so, or tables of a namespace. */
  columnsOf(qualifier: string, place: Place | null): SqlCompletion[] {
    for (let scope = place?.scope ?? null; scope !== null; scope = scope.parent) {
      const source = scope.sources.find((candidate) => isCalled(candidate, qualifier));
      if (source !== undefined) return this.columns(source);
    }
    const same = (name: string | undefined) => name?.toLowerCase() === qualifier.toLowerCase();
    const table = this.schema.tables.find(({ name }) => same(name));
    if (table !== undefined)
      return table.columns.flatMap((column) => this.name(column.name, "column", column.type));
    return this.schema.tables
      .filter(({ namespace }) => same(namespace))
      .flatMap((found) => this.name(found.name, "table", tableDetail(found)));
  }

  words(place: Place | null): SqlCompletion[] {
    if (place?.table === true || place?.using === true) return [];
    const values = place !== null && !["from", "with", "limit"].includes(place.clause);
    const functions = values
      ? [...functionNames(this.dialect)].flatMap((name) => this.item(name, `${name}(`, "function", ""))
      : [];
    const upper = this.cursor.word === "" || this.cursor.word !== this.cursor.word.toLowerCase();
    const keywords = [...queryKeywords(this.dialect)].flatMap((word) => {
      const phrase = phrases[word] ?? word;
      return this.item(phrase, upper ? phrase : phrase.toLowerCase(), "keyword", "");
    });
    return [...keywords, ...functions];
  }

  private tables(scope: Scope): SqlCompletion[] {
    const joins =
      this.before() === "JOIN"
        ? joinConditions(this.schema, scope.sources, this.dialect).flatMap(({ table, condition }) => {
            const written = identifier(table.name, this.dialect);
            return this.item(
              `${table.name} ON ${condition}`,
              `${written} ON ${condition}`,
              "join",
              "foreign key",
            );
          })
        : [];
    const ctes = scope.ctes.flatMap((cte) => this.name(cte.name, "table", "WITH"));
    return [
      ...joins,
      ...ctes,
      ...this.schema.tables.flatMap((table) => this.name(table.name, "table", tableDetail(table))),
    ];
  }

  private conditions(scope: Scope): SqlCompletion[] {
    const joined = scope.sources.at(-1);
    if (joined?.table === null || joined === undefined) return [];
    return joinConditions(this.schema, scope.sources.slice(0, -1), this.dialect, joined).flatMap(
      ({ condition }) => this.item(condition, condition, "join", "foreign key"),
    );
  }

  /** Columns that the last source has in common with those before it. */
  private shared(scope: Scope): SqlCompletion[] {
    const joined = scope.sources.at(-1);
    const earlier = scope.sources.slice(0, -1);
    return (joined?.columns() ?? [])
      .filter((name) =>
        earlier.some((source) =>
          source.columns()?.some((other) => other.toLowerCase() === name.toLowerCase()),
        ),
      )
      .flatMap((name) => this.name(name, "column", ""));
  }

  private columnsInScope(scope: Scope): SqlCompletion[] {
    const items: SqlCompletion[] = [];
    let seen = false;
    for (let here: Scope | null = scope; here !== null; here = here.parent) {
      seen ||= here.sources.length > 0;
      const counts = new Map<string, number>();
      for (const source of here.sources)
        for (const name of source.columns() ?? [])
          counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
      for (const source of here.sources) {
        for (const item of this.columns(source)) {
          const qualifier = qualifierOf(source);
          if ((counts.get(item.label.toLowerCase()) ?? 0) < 2 || qualifier === "") items.push(item);
          else if (this.cursor.quote === null)
            // A name of several tables is written with its table's.
            items.push({
              ...item,
              label: `${qualifier}.${item.label}`,
              insert: `${identifier(qualifier, this.dialect)}.${item.insert}`,
            });
        }
        if (qualifierOf(source) !== "") items.push(...this.name(qualifierOf(source), "alias", source.name));
      }
      for (const output of here.outputs)
        if (output.kind === "column" && output.name !== null && here.complete)
          items.push(...this.name(output.name, "column", "result"));
    }
    if (seen) return items;
    // FROM is still to be written: every column can be meant.
    return this.schema.tables.flatMap((table) =>
      table.columns.flatMap((column) =>
        this.name(column.name, "column", `${table.name} ${column.type}`.trim()),
      ),
    );
  }

  private columns(source: Source): SqlCompletion[] {
    return (source.columns() ?? []).flatMap((name) => {
      const column = source.table?.columns.find((candidate) => candidate.name === name);
      const from = source.table?.name ?? (qualifierOf(source) || "sub-query");
      this.made.delete(name);
      return this.name(name, "column", `${from} ${column?.type ?? ""}`.trim());
    });
  }

  private name(name: string, kind: SqlCompletion["kind"], detail: string): SqlCompletion[] {
    const { quote } = this.cursor;
    const insert =
      quote === null ? identifier(name, this.dialect) : `${quote}${name}${quote === "[" ? "]" : quote}`;
    return this.item(name, insert, kind, detail);
  }

  private item(label: string, insert: string, kind: SqlCompletion["kind"], detail: string): SqlCompletion[] {
    if (this.made.has(label)) return [];
    this.made.add(label);
    return [{ label, insert, kind, detail, start: this.cursor.start, end: this.cursor.end }];
  }

  private before(): string {
    return this.cursor.before.at(-1)?.text.toUpperCase() ?? "";
  }
}

const tableDetail = (table: TableSchema): string =>
  [table.kind, table.rowCount === null ? "" : `${table.rowCount.toLocaleString("en")} rows`]
    .filter(Boolean)
    .join(", ");
