import { allConditions, type ColumnUnit, isStatement, type SpiderStatement } from "./statement.ts";

export type Hardness = "easy" | "medium" | "hard" | "extra";

/** Difficulty of a gold statement by the official rule (`eval_hardness` of taoyds/spider). */
export function hardnessOf(statement: SpiderStatement): Hardness {
  const clauses = clauseCount(statement);
  const nested = nestedCount(statement);
  const others = otherCount(statement);
  if (clauses <= 1 && others === 0 && nested === 0) return "easy";
  if (nested === 0 && ((others <= 2 && clauses <= 1) || (clauses <= 2 && others < 2))) return "medium";
  if (nested === 0 && ((others > 2 && clauses <= 2) || (clauses > 2 && clauses <= 3 && others <= 2)))
    return "hard";
  return clauses <= 1 && others === 0 && nested <= 1 ? "hard" : "extra";
}

/** WHERE, GROUP BY, ORDER BY, LIMIT, each join, each OR, each LIKE. */
function clauseCount(statement: SpiderStatement): number {
  const { units, connectives } = allConditions(statement);
  return (
    count([
      statement.where.units.length > 0,
      statement.groupBy.length > 0,
      statement.orderBy !== null,
      statement.limit,
    ]) +
    Math.max(0, statement.from.units.length - 1) +
    count(connectives.map((word) => word === "or")) +
    count(units.map((unit) => unit.comparison === "like"))
  );
}

/** Statements inside conditions and behind set operations; those in FROM are not counted. */
function nestedCount(statement: SpiderStatement): number {
  const inside = allConditions(statement).units.flatMap((unit) => [unit.first, unit.second]);
  const behind = [statement.intersect, statement.except, statement.union];
  return count(inside.map(isStatement)) + count(behind.map((part) => part !== null));
}

/** One point for each of: several aggregates, select items, WHERE elements, grouping columns. */
function otherCount(statement: SpiderStatement): number {
  const { select, where, having, groupBy, orderBy } = statement;
  const aggregated = (unit: ColumnUnit | null): boolean => unit !== null && unit.aggregate !== "none";
  const aggregateCount = count([
    ...select.map((item) => item.aggregate !== "none"),
    ...groupBy.map(aggregated),
    ...(orderBy?.values ?? []).flatMap((value) => [aggregated(value.left), aggregated(value.right)]),
    // The script takes the first field of a condition for an aggregate; it says whether the condition is negated.
    ...[...where.units, ...having.units].map((unit) => unit.negated),
  ]);
  return count([
    aggregateCount > 1,
    select.length > 1,
    where.units.length + where.connectives.length > 1,
    groupBy.length > 1,
  ]);
}

const count = (facts: readonly boolean[]): number => facts.filter(Boolean).length;
