import type { DatabaseSchema } from "../schema.ts";
import { type SqlToken, sqlTokens } from "../tokens.ts";

/** Words of a statement by what they do, lower-case, without aliases and qualifiers; sub-statements are included. */
export interface Clauses {
  readonly setOperations: readonly string[];
  readonly tables: readonly string[];
  readonly selectColumns: readonly string[];
  readonly aggregates: readonly string[];
  /** GROUP BY and HAVING. */
  readonly grouping: readonly string[];
  /** WHERE without literals. */
  readonly filter: readonly string[];
  /** ORDER BY and LIMIT. */
  readonly ordering: readonly string[];
  readonly literals: readonly string[];
}

type Place = "select" | "from" | "where" | "group" | "order";

const places: ReadonlyMap<string, Place> = new Map([
  ["select", "select"],
  ["from", "from"],
  ["where", "where"],
  ["group", "group"],
  ["having", "group"],
  ["order", "order"],
  ["limit", "order"],
]);
/** Where a column name counts; join conditions do not. */
const partOfPlace: Readonly<Record<Place, keyof Clauses | null>> = {
  select: "selectColumns",
  from: null,
  where: "filter",
  group: "grouping",
  order: "ordering",
};
const setWords = new Set(["union", "intersect", "except"]);
const aggregateWords = new Set(["count", "sum", "avg", "min", "max", "total", "group_concat", "string_agg"]);

/** Sorts the tokens of any statement into clauses; a bracket's content belongs to its own SELECT, if it has one. */
export function clausesOf(sql: string, schema: DatabaseSchema): Clauses {
  const { tokens } = sqlTokens(sql, schema.dialect);
  const tableNames = new Set(schema.tables.map((table) => table.name.toLowerCase()));
  const columnNames = new Set(
    schema.tables.flatMap((table) => table.columns.map((column) => column.name.toLowerCase())),
  );
  const clauses: { [Part in keyof Clauses]: string[] } = {
    setOperations: [],
    tables: [],
    selectColumns: [],
    aggregates: [],
    grouping: [],
    filter: [],
    ordering: [],
    literals: [],
  };
  const outer: Place[] = [];
  let place: Place = "select";
  for (const [index, token] of tokens.entries()) {
    const word = token.text.toLowerCase();
    if (token.kind === "symbol") {
      if (word === "(") outer.push(place);
      if (word === ")") place = outer.pop() ?? place;
      if (place === "where" && /[<>=!]/.test(word)) clauses.filter.push(word);
      continue;
    }
    const isName = token.kind === "word" || token.kind === "quoted";
    if (token.kind === "word" && places.has(word)) place = places.get(word) ?? place;
    else if (token.kind === "word" && setWords.has(word)) clauses.setOperations.push(word);
    else if (token.kind === "word" && aggregateWords.has(word) && isOpen(tokens[index + 1]))
      clauses.aggregates.push(word);
    else if (isName && place === "from" && tableNames.has(word) && !isDot(tokens[index + 1]))
      clauses.tables.push(word);
    else if (isLiteral(token, columnNames)) clauses.literals.push(token.text);
    else if (isName && columnNames.has(word) && !isDot(tokens[index + 1])) {
      const part = partOfPlace[place];
      if (part !== null) clauses[part].push(word);
    } else if (token.kind === "word" && place === "where" && filterWords.has(word)) clauses.filter.push(word);
    else if (token.kind === "word" && place === "order" && word === "desc") clauses.ordering.push(word);
    if (token.kind === "word" && word === "limit") clauses.ordering.push(word);
  }
  return clauses;
}

const filterWords = new Set(["and", "or", "not", "in", "like", "between", "is", "null", "exists"]);

const isOpen = (token: SqlToken | undefined): boolean => token?.text === "(" && token.kind === "symbol";
const isDot = (token: SqlToken | undefined): boolean => token?.text === "." && token.kind === "symbol";

const isLiteral = (token: SqlToken, columnNames: ReadonlySet<string>): boolean =>
  token.kind === "number" ||
  token.kind === "string" ||
  (token.kind === "quoted" && !columnNames.has(token.text.toLowerCase()));
