import type { SqlDialect } from "../schema.ts";
import type { SqlToken } from "../tokens.ts";
import { columnNames, type TableNames } from "./readScopes.ts";
import { findColumn, isCalled, type NameUse, type Scope, type Source } from "./scope.ts";

/**
 * What a name stands for. `open`: nothing yet, but a source that is still to be written may have it.
 * `unsure`: a source's columns are not known.
 */
export type Resolution =
  | { readonly kind: "found"; readonly source: Source; readonly column: string | null }
  | { readonly kind: "output" | "open" | "unsure" }
  | { readonly kind: "unknown-table" | "unknown-qualifier" | "unknown-column" }
  | { readonly kind: "ambiguous"; readonly sources: readonly Source[] };

export interface ResolveContext {
  readonly tokens: readonly SqlToken[];
  readonly tables: TableNames;
  readonly dialect: SqlDialect;
  /** The text goes on: what is not resolved inside a scope that is not complete is open. */
  readonly unfinished: boolean;
}

const hiddenColumns: Readonly<Record<SqlDialect, ReadonlySet<string>>> = {
  sqlite: new Set(["rowid", "oid", "_rowid_"]),
  postgres: new Set(["ctid", "xmin", "xmax", "tableoid"]),
  duckdb: new Set(["rowid"]),
  mysql: new Set(),
};

/** Resolves one use of a name. */
export function resolveUse(use: NameUse, context: ResolveContext): Resolution {
  const name = context.tokens[use.token]?.text ?? "";
  if (use.kind === "table") return resolveTable(use, name, context);
  const qualifier = use.qualifier === null ? null : (context.tokens[use.qualifier]?.text ?? "");
  return qualifier === null ? bare(use, name, context) : qualified(use, qualifier, name, context);
}

function resolveTable(use: NameUse, name: string, { tables }: ResolveContext): Resolution {
  const source = use.scope.sources.find(({ token }) => token === use.token);
  if (use.qualifier !== null && source?.table === null) return { kind: "unsure" };
  if (source !== undefined) {
    return source.kind === "cte" || source.table !== null
      ? { kind: "found", source, column: null }
      : { kind: "unknown-table" };
  }
  return tables.has(name.toLowerCase()) ? { kind: "open" } : { kind: "unknown-table" };
}

/** Sources that a use sees in its own scope, and whether more may come. */
function seen(
  use: NameUse,
  scope: Scope,
  { unfinished, dialect }: ResolveContext,
): { sources: readonly Source[]; open: boolean } {
  const limit = scope === use.scope ? use.sourcesThen : null;
  // SQLite lets ON name tables that are joined later; what is generated is to be in order.
  if (limit === null || (dialect === "sqlite" && !unfinished))
    return { sources: scope.sources, open: unfinished && !scope.complete };
  return { sources: scope.sources.slice(0, limit), open: false };
}

function qualified(use: NameUse, qualifier: string, name: string, context: ResolveContext): Resolution {
  let open = false;
  for (let scope: Scope | null = use.scope; scope !== null; scope = scope.parent) {
    const here = seen(use, scope, context);
    const source = here.sources.find((candidate) => isCalled(candidate, qualifier));
    if (source !== undefined) return inSource(source, name, context.dialect);
    open ||= here.open;
  }
  if (!open) return { kind: "unknown-qualifier" };
  const table = context.tables.get(qualifier.toLowerCase());
  const holder =
    table === undefined
      ? holds(context.tables, use.scope.ctes, name)
      : table.columns.some((column) => same(column.name, name));
  return { kind: name === "*" || name === "" || holder ? "open" : "unknown-column" };
}

function inSource(source: Source, name: string, dialect: SqlDialect): Resolution {
  if (name === "*" || name === "") return { kind: "found", source, column: null };
  if (source.columns() === null) return { kind: "unsure" };
  const column = findColumn(source, name);
  if (column !== undefined) return { kind: "found", source, column };
  return isHidden(source, name, dialect) ? { kind: "unsure" } : { kind: "unknown-column" };
}

function bare(use: NameUse, name: string, context: ResolveContext): Resolution {
  let open = false;
  for (let scope: Scope | null = use.scope; scope !== null; scope = scope.parent) {
    const here = seen(use, scope, context);
    const having = here.sources.filter((source) => findColumn(source, name) !== undefined);
    const [first] = having;
    if (first !== undefined) {
      const merged = scope.natural || scope.merged.has(name.toLowerCase());
      // ORDER BY prefers the result's columns, so a name of both is not in doubt.
      const output = use.clause === "order" && isOutput(scope, name);
      // A nearer source that is still to be written may have it, too.
      if (open && having.length > 1) return { kind: "open" };
      return having.length === 1 || merged || output
        ? { kind: "found", source: first, column: findColumn(first, name) ?? name }
        : { kind: "ambiguous", sources: having };
    }
    if (here.sources.some((source) => source.columns() === null)) return { kind: "unsure" };
    if (here.sources.some((source) => isHidden(source, name, context.dialect))) return { kind: "unsure" };
    // A table's own name is its row in Postgres, and what `count(t)` counts.
    if (context.dialect === "postgres" && here.sources.some((source) => isCalled(source, name)))
      return { kind: "unsure" };
    if (!(scope === use.scope && use.clause === "select") && isOutput(scope, name)) return { kind: "output" };
    open ||= here.open;
  }
  return open && holds(context.tables, use.scope.ctes, name) ? { kind: "open" } : { kind: "unknown-column" };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isHidden = (source: Source, name: string, dialect: SqlDialect): boolean =>
  source.kind === "table" && hiddenColumns[dialect].has(name.toLowerCase());

/** Whether the name is one of the result's columns (of the first SELECT of a compound). */
function isOutput(scope: Scope, name: string): boolean {
  const outputs = (scope.first ?? scope).outputs;
  return [...outputs, ...scope.outputs].some(
    (output) => output.kind === "column" && output.name !== null && same(output.name, name),
  );
}

function holds(tables: TableNames, ctes: readonly Source[], name: string): boolean {
  return (
    columnNames(tables).has(name.toLowerCase()) ||
    ctes.some((cte) => cte.columns() === null || findColumn(cte, name) !== undefined)
  );
}
