import type { Failure } from "../../../contract/result.ts";
import type { DatabaseSchema } from "../schema.ts";
import { clausesOf } from "./clauses.ts";
import { classifyFailure, type FailureClass } from "./errorMessages.ts";
import { type Component, exactMatch } from "./spider/exactMatch.ts";
import { spiderSchema } from "./spider/schema.ts";

/** In what a statement that runs differs from gold. */
export type ContentClass =
  | "setOperation"
  | "join"
  | "columns"
  | "aggregation"
  | "filter"
  | "value"
  | "ordering"
  | "otherContent";

export type ErrorClass = FailureClass | ContentClass;

/** In the order in which the first one is called *the* error: what is wrong further out makes the rest wrong. */
const order: readonly ContentClass[] = [
  "setOperation",
  "join",
  "columns",
  "aggregation",
  "filter",
  "ordering",
  "value",
];

/** What is wrong with a prediction that was judged wrong; the first class is the main one. */
export function errorClassesOf(
  predicted: string,
  gold: string,
  schema: DatabaseSchema,
  failure?: Pick<Failure, "code" | "message">,
): readonly [ErrorClass, ...ErrorClass[]] {
  if (failure !== undefined) return [classifyFailure(failure)];
  const found = bySpiderComponents(predicted, gold, schema) ?? byClauses(predicted, gold, schema);
  const [first, ...rest] = order.filter((name) => found.has(name));
  return first === undefined ? ["otherContent"] : [first, ...rest];
}

const classOfComponent: readonly (readonly [Component, ContentClass])[] = [
  ["IUEN", "setOperation"],
  ["select(no AGG)", "columns"],
  ["where(no OP)", "filter"],
  ["where", "filter"],
  ["and/or", "filter"],
  ["group", "aggregation"],
  ["group(no Having)", "aggregation"],
  ["order", "ordering"],
];

/** Null where one of the statements lies outside Spider's subset. */
function bySpiderComponents(
  predicted: string,
  gold: string,
  schema: DatabaseSchema,
): Set<ContentClass> | null {
  const names = spiderSchema(schema);
  const match = exactMatch(predicted, gold, names);
  if (match === null || !match.predictionParses) return null;
  const found = new Set(
    classOfComponent.flatMap(([component, name]) => (match.components[component] ? [] : [name])),
  );
  if (!match.components.select && match.components["select(no AGG)"]) found.add("aggregation");
  if (!match.tables) found.add("join");
  // LIMIT without ORDER BY shows among the keywords only.
  if (!match.components.keywords && found.size === 0) found.add("ordering");
  if (found.size === 0 && exactMatch(predicted, gold, names, { compareValues: true })?.exact === false)
    found.add("value");
  return found;
}

/** For statements of any form: clauses are compared as bags of words, without aliases. */
function byClauses(predicted: string, gold: string, schema: DatabaseSchema): Set<ContentClass> {
  const left = clausesOf(predicted, schema);
  const right = clausesOf(gold, schema);
  const found = new Set<ContentClass>();
  const differ = (part: (clauses: typeof left) => readonly string[]): boolean =>
    [...part(left)].sort().join("\u0001") !== [...part(right)].sort().join("\u0001");
  if (differ((clauses) => clauses.setOperations)) found.add("setOperation");
  if (differ((clauses) => clauses.tables)) found.add("join");
  if (differ((clauses) => clauses.selectColumns)) found.add("columns");
  if (differ((clauses) => clauses.aggregates) || differ((clauses) => clauses.grouping))
    found.add("aggregation");
  if (differ((clauses) => clauses.filter)) found.add("filter");
  if (differ((clauses) => clauses.ordering)) found.add("ordering");
  if (differ((clauses) => clauses.literals)) found.add("value");
  return found;
}
