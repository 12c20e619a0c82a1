import { closest, distance } from "fastest-levenshtein";
import type { DatabaseSchema } from "../schema.ts";
import type { SqlToken } from "../tokens.ts";
import { readScopes, type TableNames, tableNames } from "./readScopes.ts";
import { type Resolution, resolveUse } from "./resolve.ts";
import { type NameUse, qualifierOf, type Scope } from "./scope.ts";

export interface NameProblem {
  /** UTF-16 offsets into the statement. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The name that was probably meant. */
  readonly suggestion: string | null;
}

/** Names of a statement that the database does not have, and those that could mean several columns. */
export function nameProblems(tokens: readonly SqlToken[], schema: DatabaseSchema): NameProblem[] {
  const tables = tableNames(schema);
  const context = { tokens, tables, dialect: schema.dialect, unfinished: false };
  return readScopes(tokens, tables).uses.flatMap((use) => {
    const resolution = resolveUse(use, context);
    const problem = describe(use, resolution, tokens, tables);
    return problem === null ? [] : [problem];
  });
}

function describe(
  use: NameUse,
  resolution: Resolution,
  tokens: readonly SqlToken[],
  tables: TableNames,
): NameProblem | null {
  const at = (index: number | null) => (index === null ? undefined : tokens[index]);
  const token = at(use.token);
  const name = token?.text ?? "";
  const problem = (where: SqlToken | undefined, message: string, known: readonly string[], wrong: string) =>
    where === undefined
      ? null
      : { start: where.start, end: where.end, message, suggestion: nearest(wrong, known) };
  switch (resolution.kind) {
    case "unknown-table":
      return problem(
        token,
        `There is no table “${name}”.`,
        [...tables.values()].map((table) => table.name),
        name,
      );
    case "unknown-qualifier": {
      const qualifier = at(use.qualifier)?.text ?? "";
      const known = visible(use.scope).map(qualifierOf);
      return problem(at(use.qualifier), `No table here is called “${qualifier}”.`, known, qualifier);
    }
    case "unknown-column": {
      const qualifier = at(use.qualifier)?.text;
      const sources = visible(use.scope).filter(
        (source) => qualifier === undefined || qualifierOf(source).toLowerCase() === qualifier.toLowerCase(),
      );
      const where =
        qualifier !== undefined
          ? ` in “${qualifier}”`
          : sources.length === 0
            ? ""
            : " in the tables of this query";
      const known = sources.flatMap((source) => source.columns() ?? []);
      return problem(token, `There is no column “${name}”${where}.`, known, name);
    }
    case "ambiguous":
      return problem(
        token,
        `“${name}” could be of ${resolution.sources.map((source) => `“${qualifierOf(source)}”`).join(" or ")}.`,
        [],
        name,
      );
    default:
      return null;
  }
}

const visible = (scope: Scope | null) => {
  const sources = [];
  for (let here = scope; here !== null; here = here.parent) sources.push(...here.sources);
  return sources;
};

/** The known name with the fewest changed letters, where these are few. */
function nearest(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const lower = new Map(known.map((candidate) => [candidate.toLowerCase(), candidate]));
  const found = closest(name.toLowerCase(), [...lower.keys()]);
  return distance(name.toLowerCase(), found) <= Math.max(1, Math.floor(name.length / 3))
    ? (lower.get(found) ?? null)
    : null;
}
