import { withKeyGroups, withoutValues } from "./normalise.ts";
import { parseSpiderStatement } from "./parser.ts";
import type { SpiderSchema } from "./schema.ts";
import { allConditions, emptyStatement, type SpiderStatement } from "./statement.ts";

/** The ten partial scores, by the names the official script prints. */
export const components = [
  "select",
  "select(no AGG)",
  "where",
  "where(no OP)",
  "group(no Having)",
  "group",
  "order",
  "and/or",
  "IUEN",
  "keywords",
] as const;
export type Component = (typeof components)[number];

export interface ExactMatch {
  readonly exact: boolean;
  /** Whether prediction and gold agree in each component. */
  readonly components: Readonly<Record<Component, boolean>>;
  /** Whether FROM names the same tables. */
  readonly tables: boolean;
  /** Whether the prediction lies in Spider's subset; otherwise it is compared as an empty statement. */
  readonly predictionParses: boolean;
}

export interface ExactMatchOptions {
  /** Literals count too. Off in every published "exact set match without values". */
  readonly compareValues?: boolean;
}

/**
 * Exact set match of the official Spider evaluation (taoyds/test-suite-sql-eval, evaluation.py): ten components and the
 * tables in FROM; literals, DISTINCT at the outer level, join conditions, aliases and the number after LIMIT do not
 * count, columns joined by a foreign key are the same. Null when gold is outside Spider's subset: the official script
 * stops there, and exact match says nothing.
 */
export function exactMatch(
  predicted: string,
  gold: string,
  schema: SpiderSchema,
  options: ExactMatchOptions = {},
): ExactMatch | null {
  const goldStatement = parseSpiderStatement(gold, schema);
  if (goldStatement === null) return null;
  // The script puts 1 for the placeholder "value" some models write, wherever these letters stand.
  const parsed = parseSpiderStatement(predicted.replaceAll("value", "1"), schema);
  const prepare = (statement: SpiderStatement): SpiderStatement =>
    withKeyGroups(options.compareValues === true ? statement : withoutValues(statement), schema);
  const left = prepare(parsed ?? emptyStatement);
  const right = prepare(goldStatement);
  return {
    exact: statementsMatch(left, right),
    components: compareComponents(left, right),
    tables: sameBag(left.from.units, right.from.units),
    predictionParses: parsed !== null,
  };
}

/** Tables in FROM are compared as a bag; ON is not compared. */
function statementsMatch(predicted: SpiderStatement, gold: SpiderStatement): boolean {
  const agree = compareComponents(predicted, gold);
  return components.every((name) => agree[name]) && sameBag(predicted.from.units, gold.from.units);
}

function compareComponents(predicted: SpiderStatement, gold: SpiderStatement): Record<Component, boolean> {
  const bag = (part: (statement: SpiderStatement) => readonly unknown[]): boolean =>
    sameBag(part(predicted), part(gold));
  return {
    select: bag((s) => s.select),
    "select(no AGG)": bag((s) => s.select.map((item) => item.value)),
    where: bag((s) => s.where.units),
    "where(no OP)": bag((s) => s.where.units.map((unit) => unit.left)),
    "group(no Having)": bag((s) => s.groupBy.map((unit) => unit.column.replace(/^.*\./, ""))),
    group: same(groupAndHaving(predicted), groupAndHaving(gold)),
    order: same(orderAndLimit(predicted), orderAndLimit(gold)),
    "and/or": sameSet(predicted.where.connectives, gold.where.connectives),
    IUEN: setOperationsMatch(predicted, gold),
    keywords: sameSet(keywords(predicted), keywords(gold)),
  };
}

/** HAVING counts only beside GROUP BY. */
const groupAndHaving = (statement: SpiderStatement): unknown =>
  statement.groupBy.length === 0 ? null : [statement.groupBy.map((unit) => unit.column), statement.having];

/** LIMIT counts here only beside ORDER BY (and always among the keywords). */
const orderAndLimit = (statement: SpiderStatement): unknown =>
  statement.orderBy === null ? null : [statement.orderBy, statement.limit];

/**
 * The script compares the *number* of parts with the number that match: INTERSECT against UNION is a mismatch, two
 * statements without any agree.
 */
function setOperationsMatch(predicted: SpiderStatement, gold: SpiderStatement): boolean {
  return (["intersect", "except", "union"] as const).every((operation) => {
    const [left, right] = [predicted[operation], gold[operation]];
    return left === null || right === null ? left === right : statementsMatch(left, right);
  });
}

function keywords(statement: SpiderStatement): string[] {
  const { units, connectives } = allConditions(statement);
  const present: readonly (readonly [string, boolean])[] = [
    ["where", statement.where.units.length > 0],
    ["group", statement.groupBy.length > 0],
    ["having", statement.having.units.length > 0],
    ["order", statement.orderBy !== null],
    [statement.orderBy?.direction ?? "asc", statement.orderBy !== null],
    ["limit", statement.limit],
    ["except", statement.except !== null],
    ["union", statement.union !== null],
    ["intersect", statement.intersect !== null],
    ["or", connectives.includes("or")],
    ["not", units.some((unit) => unit.negated)],
    ["in", units.some((unit) => unit.comparison === "in")],
    ["like", units.some((unit) => unit.comparison === "like")],
  ];
  return present.flatMap(([word, used]) => (used ? [word] : []));
}

// Statements are built with their keys in one order, so equal structures have equal JSON.
const text = (part: unknown): string => JSON.stringify(part);
const same = (a: unknown, b: unknown): boolean => text(a) === text(b);
const sameBag = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  same(a.map(text).sort(), b.map(text).sort());
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  same([...new Set(a)].sort(), [...new Set(b)].sort());
