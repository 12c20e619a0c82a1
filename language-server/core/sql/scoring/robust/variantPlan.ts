import type { DatabaseSchema } from "../../schema.ts";
import { type Dice, diceOf } from "./dice.ts";
import { literalsOf } from "./literals.ts";
import {
  boundaryValues,
  duplicates,
  fewerRows,
  fewValues,
  groupSizes,
  type Mutation,
  nulls,
  shiftedNumbers,
  shuffledColumns,
} from "./mutations.ts";
import { nearMisses } from "./nearMisses.ts";
import { repaired, shapesOf, type TableData } from "./tableData.ts";
import { buildStatements } from "./variantStatements.ts";

export type VariantKind =
  | "fewerRows"
  | "duplicates"
  | "groupSizes"
  | "shuffledColumns"
  | "shiftedNumbers"
  | "boundaryValues"
  | "fewValues"
  | "nulls"
  | "nearMisses";

/** What each kind does to the data, for the report. */
export const variantDescriptions: Readonly<Record<VariantKind, string>> = {
  fewerRows: "three rows in ten are missing",
  duplicates: "rows occur again under new keys",
  groupSizes: "groups have 0, 1, 2, 3 … rows",
  shuffledColumns: "values of each column are dealt out anew",
  shiftedNumbers: "numbers are moved by about a tenth, and no two in a column are equal",
  boundaryValues: "numbers at and beyond the extremes, texts in other spelling",
  fewValues: "each column has only three values, numbers with their mean among them",
  nulls: "a tenth of the values is NULL",
  nearMisses: "values of the statements and values just beside them",
};

export interface VariantPlan {
  /** Equal ids mean equal contents, so that built databases can be kept: by schema, rows, seed, kind and literals. */
  readonly id: string;
  readonly kind: VariantKind;
  /** Statements that make the variant in an empty database. */
  readonly statements: () => string[];
  /** The same rows in other physical orders: reversed, then shuffled. A result that changes there is not determined. */
  readonly twins: readonly (() => string[])[];
}

export interface VariantOptions {
  readonly seed: number;
  /** Kinds to leave out. */
  readonly without?: readonly VariantKind[];
  /** Rows taken from each table. */
  readonly rowsPerTable?: number;
}

const defaultRowsPerTable = 120;
const shuffledTwins = 7;
/** Tables shorter than this are filled up, so that combinations of values occur. */
const comfortableRows = 24;

/**
 * Variants of a database that keep its declared keys and references: statements that are equivalent on every valid
 * database give equal results on all of them. They do not depend on the statements and are worth keeping. `data`
 * holds the tables' first rows (a few hundred are plenty).
 */
export function databaseVariants(
  schema: DatabaseSchema,
  data: TableData,
  options: VariantOptions,
): VariantPlan[] {
  const mutations: readonly (readonly [VariantKind, Mutation])[] = [
    ["fewerRows", fewerRows],
    ["duplicates", duplicates(0)],
    ["groupSizes", groupSizes([])],
    ["shuffledColumns", onComfortableRows(shuffledColumns)],
    ["shiftedNumbers", onComfortableRows(shiftedNumbers)],
    ["boundaryValues", onComfortableRows(boundaryValues)],
    ["fewValues", onComfortableRows(fewValues)],
    ["nulls", nulls],
  ];
  return mutations
    .filter(([kind]) => !(options.without ?? []).includes(kind))
    .map(([kind, mutation]) => planOf(schema, data, options, kind, "", mutation));
}

/** The variants around the literals of one pair of statements. */
export function statementVariants(
  schema: DatabaseSchema,
  data: TableData,
  statements: readonly string[],
  options: VariantOptions,
): VariantPlan[] {
  const { targets, counts, tables } = literalsOf(statements, schema);
  if ((options.without ?? []).includes("nearMisses") || (targets.length === 0 && counts.length === 0))
    return [];
  const sizes = counts.flatMap((count) => [count - 1, count, count + 1]);
  const around =
    (before: Mutation): Mutation =>
    (rows, shapes, dice) => {
      const sized = counts.length === 0 ? rows : groupSizes([0, 1, 2, ...sizes])(rows, shapes, dice);
      return nearMisses(targets)(before(sized, shapes, dice), shapes, dice);
    };
  // Other tables cannot be seen by the statements.
  const visible = {
    ...schema,
    tables: schema.tables.filter((table) => tables.has(table.name.toLowerCase())),
  };
  // Once with many rows alike, twice without ties and with columns dealt out anew.
  const apart: Mutation = (rows, shapes, dice) =>
    shiftedNumbers(shuffledColumns(rows, shapes, dice), shapes, dice);
  const deals: readonly (readonly [string, Mutation])[] = [
    ["alike", fewValues],
    ["apart", apart],
    ["apart again", apart],
  ];
  return deals.map(([deal, before]) => {
    const detail = `${deal} ${JSON.stringify([targets, counts, [...tables]])}`;
    return planOf(schema, data, options, "nearMisses", detail, onComfortableRows(around(before)), visible);
  });
}

const onComfortableRows =
  (mutation: Mutation): Mutation =>
  (data, shapes, dice) =>
    mutation(duplicates(comfortableRows)(data, shapes, dice), shapes, dice);

function planOf(
  schema: DatabaseSchema,
  data: TableData,
  options: VariantOptions,
  kind: VariantKind,
  detail: string,
  mutation: Mutation,
  visible: DatabaseSchema = schema,
): VariantPlan {
  const rowsPerTable = options.rowsPerTable ?? defaultRowsPerTable;
  const label = [schema.contentHash, rowsPerTable, kind, detail].join(" ");
  const dice = (purpose: string): Dice => diceOf(options.seed, `${label} ${purpose}`);
  const rows = once(() => {
    const shapes = shapesOf(schema, data);
    // The same rows for every kind of variant.
    const sampled = sample(data, rowsPerTable, diceOf(options.seed, `${schema.contentHash} ${rowsPerTable}`));
    const valid = repaired(sampled, shapes, dice("repair"));
    return mutation(valid, shapes, dice("mutation"));
  });
  return {
    id: `${options.seed} ${label}`,
    kind,
    statements: () => buildStatements(visible, rows()),
    twins: [
      () =>
        buildStatements(
          visible,
          mapRows(rows(), (table) => [...table].reverse()),
        ),
      ...Array.from({ length: shuffledTwins }, (_, index) => () => {
        const twin = dice(`twin ${index}`);
        return buildStatements(
          visible,
          mapRows(rows(), (table) => twin.shuffled(table)),
        );
      }),
    ],
  };
}

const mapRows = (data: TableData, change: <T>(rows: readonly T[]) => readonly T[]): TableData =>
  new Map([...data].map(([table, rows]) => [table, change(rows)]));

/** At most `limit` rows of each table, in their order. */
const sample = (data: TableData, limit: number, dice: Dice): TableData =>
  mapRows(data, (rows) => {
    if (rows.length <= limit) return rows;
    const kept = new Set(dice.shuffled(rows.map((_, index) => index)).slice(0, limit));
    return rows.filter((_, index) => kept.has(index));
  });

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
