/** Which tables a place in a statement sees, and which names it uses there. Works on unfinished statements. */
import type { TableSchema } from "../schema.ts";

/** Something that gives columns: a table, a common table expression, a sub-query, a table function. */
export interface Source {
  readonly kind: "table" | "cte" | "query" | "function";
  /** As written. */
  readonly name: string;
  readonly alias: string | null;
  /** Null where it is not known: an unknown table, a function. */
  readonly columns: () => readonly string[] | null;
  /** For tables that the schema has. */
  readonly table: TableSchema | null;
  /** Where the name stands. */
  readonly token: number;
}

export type Clause = "with" | "select" | "from" | "on" | "where" | "group" | "having" | "order" | "limit";

/** One SELECT with its clauses; a compound query has several, one after the other. */
export interface Scope {
  readonly parent: Scope | null;
  /** Of the statement that this scope's tokens belong to: visible common table expressions, the nearest first. */
  readonly ctes: readonly Source[];
  readonly sources: Source[];
  readonly outputs: Output[];
  /** The first SELECT of the compound, whose outputs ORDER BY may name; itself otherwise. */
  readonly first: Scope | null;
  /** The FROM clause has begun. */
  hasFrom: boolean;
  /** No further source can come. */
  complete: boolean;
  /** Columns named by USING, or by NATURAL ones all: not ambiguous. */
  readonly merged: Set<string>;
  natural: boolean;
}

/** One column of a result, or a star that stands for several. */
export type Output =
  | { readonly kind: "column"; readonly name: string | null }
  | { readonly kind: "star"; readonly qualifier: string | null };

/** A name that is used. */
export interface NameUse {
  readonly kind: "table" | "column";
  /** Index of the name's token, and of the one before the dot. */
  readonly token: number;
  readonly qualifier: number | null;
  readonly scope: Scope;
  readonly clause: Clause;
  /** Sources that were there when an ON clause used the name: later ones do not count. Null elsewhere. */
  readonly sourcesThen: number | null;
}

/** What may stand before a token. */
export interface Place {
  readonly scope: Scope | null;
  readonly clause: Clause;
  /** A table's name is expected. */
  readonly table: boolean;
  /** Inside the parentheses of USING. */
  readonly using: boolean;
}

export interface Scopes {
  readonly uses: readonly NameUse[];
  /** One for each token and one for the end. */
  readonly places: readonly Place[];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The name by which columns of a source are qualified. */
export const qualifierOf = (source: Source): string => source.alias ?? source.name;

export const findColumn = (source: Source, name: string): string | undefined =>
  source.columns()?.find((column) => same(column, name));

export const isCalled = (source: Source, name: string): boolean => same(qualifierOf(source), name);

/** Names of a query's result columns; null when one of them cannot be known. */
export function outputNames(scope: Scope): readonly string[] | null {
  const names: string[] = [];
  for (const output of scope.outputs) {
    if (output.kind === "column") {
      if (output.name !== null) names.push(output.name);
      continue;
    }
    for (const source of scope.sources) {
      if (output.qualifier !== null && !isCalled(source, output.qualifier)) continue;
      const columns = source.columns();
      if (columns === null) return null;
      names.push(...columns);
    }
  }
  return names;
}
