/**
 * A statement as the official Spider evaluation sees it (taoyds/spider, process_sql.py): not SQL in general, but the
 * subset that Spider's gold statements are written in, with the script's own simplifications. Names are lower-case;
 * a column is "table.column" or "*".
 */

export const aggregates = ["none", "max", "min", "count", "sum", "avg"] as const;
export type Aggregate = (typeof aggregates)[number];

export const arithmetic = ["none", "-", "+", "*", "/"] as const;
export type Arithmetic = (typeof arithmetic)[number];

export const comparisons = [
  "not",
  "between",
  "=",
  ">",
  "<",
  ">=",
  "<=",
  "!=",
  "in",
  "like",
  "is",
  "exists",
] as const;
export type Comparison = (typeof comparisons)[number];

export type Connective = "and" | "or";
export type SetOperation = "intersect" | "union" | "except";

export interface ColumnUnit {
  readonly aggregate: Aggregate;
  readonly column: string;
  readonly distinct: boolean;
}

/** One column, or two joined by an arithmetic sign. */
export interface ValueUnit {
  readonly operator: Arithmetic;
  readonly left: ColumnUnit;
  readonly right: ColumnUnit | null;
}

/** Right side of a comparison: a number, a text (with its double quotes), a column or a nested statement. */
export type Operand = null | number | string | ColumnUnit | SpiderStatement;

export interface Condition {
  readonly negated: boolean;
  readonly comparison: Comparison;
  readonly left: ValueUnit;
  readonly first: Operand;
  /** Upper end of BETWEEN. */
  readonly second: Operand;
}

/** Conditions with what joins them; `connectives` may be as long as `units` when the text ends in AND or OR. */
export interface Conditions {
  readonly units: readonly Condition[];
  readonly connectives: readonly Connective[];
}

export interface SelectItem {
  readonly aggregate: Aggregate;
  readonly value: ValueUnit;
}

export type FromUnit =
  | { readonly kind: "table"; readonly table: string }
  | { readonly kind: "statement"; readonly statement: SpiderStatement };

export interface SpiderStatement {
  readonly distinct: boolean;
  readonly select: readonly SelectItem[];
  readonly from: { readonly units: readonly FromUnit[]; readonly on: Conditions };
  readonly where: Conditions;
  readonly groupBy: readonly ColumnUnit[];
  readonly having: Conditions;
  readonly orderBy: { readonly direction: "asc" | "desc"; readonly values: readonly ValueUnit[] } | null;
  /** Whether there is one; its number is never read. */
  readonly limit: boolean;
  readonly intersect: SpiderStatement | null;
  readonly union: SpiderStatement | null;
  readonly except: SpiderStatement | null;
}

export const isStatement = (operand: Operand): operand is SpiderStatement =>
  typeof operand === "object" && operand !== null && "select" in operand;

const noConditions: Conditions = { units: [], connectives: [] };

/** What the official script puts in the place of a prediction that it cannot parse. */
export const emptyStatement: SpiderStatement = {
  distinct: false,
  select: [],
  from: { units: [], on: noConditions },
  where: noConditions,
  groupBy: [],
  having: noConditions,
  orderBy: null,
  limit: false,
  intersect: null,
  union: null,
  except: null,
};

/** Every condition of a statement's own clauses: ON, WHERE, HAVING. */
export const allConditions = (statement: SpiderStatement): Conditions => ({
  units: [...statement.from.on.units, ...statement.where.units, ...statement.having.units],
  connectives: [
    ...statement.from.on.connectives,
    ...statement.where.connectives,
    ...statement.having.connectives,
  ],
});
