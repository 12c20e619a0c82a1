import type { SpiderSchema } from "./schema.ts";
import {
  type ColumnUnit,
  type Conditions,
  isStatement,
  type Operand,
  type SpiderStatement,
  type ValueUnit,
} from "./statement.ts";

/**
 * Literals out of ON, WHERE and HAVING, also in nested statements and set operations. Statements inside FROM keep
 * theirs, and the columns an operand names go too (official `rebuild_sql_val`).
 */
export function withoutValues(statement: SpiderStatement): SpiderStatement {
  return {
    ...statement,
    from: { ...statement.from, on: conditionsWithoutValues(statement.from.on) },
    where: conditionsWithoutValues(statement.where),
    having: conditionsWithoutValues(statement.having),
    intersect: statement.intersect && withoutValues(statement.intersect),
    union: statement.union && withoutValues(statement.union),
    except: statement.except && withoutValues(statement.except),
  };
}

function conditionsWithoutValues(conditions: Conditions): Conditions {
  const blank = (operand: Operand): Operand => (isStatement(operand) ? withoutValues(operand) : null);
  return {
    ...conditions,
    units: conditions.units.map((unit) => ({
      ...unit,
      first: blank(unit.first),
      second: blank(unit.second),
    })),
  };
}

/**
 * Columns that a foreign key makes equal get one name, and DISTINCT is forgotten. Only columns of the tables in the
 * outermost FROM are renamed, in set operations too; nested statements and operands are left as they are, so DISTINCT
 * counts there (official `rebuild_sql_col`).
 */
export function withKeyGroups(statement: SpiderStatement, schema: SpiderSchema): SpiderStatement {
  const tables = new Set(statement.from.units.flatMap((unit) => (unit.kind === "table" ? [unit.table] : [])));
  const rename = (column: string): string => {
    const table = column.slice(0, Math.max(0, column.indexOf(".")));
    return tables.has(table) ? (schema.keyGroups.get(column) ?? column) : column;
  };
  return renamed(statement, rename);
}

function renamed(statement: SpiderStatement, rename: (column: string) => string): SpiderStatement {
  const ofColumn = (unit: ColumnUnit): ColumnUnit => ({
    ...unit,
    column: rename(unit.column),
    distinct: false,
  });
  const ofValue = (unit: ValueUnit): ValueUnit => ({
    ...unit,
    left: ofColumn(unit.left),
    right: unit.right && ofColumn(unit.right),
  });
  const ofConditions = (conditions: Conditions): Conditions => ({
    ...conditions,
    units: conditions.units.map((unit) => ({ ...unit, left: ofValue(unit.left) })),
  });
  return {
    ...statement,
    distinct: false,
    select: statement.select.map((item) => ({ ...item, value: ofValue(item.value) })),
    from: { ...statement.from, on: ofConditions(statement.from.on) },
    where: ofConditions(statement.where),
    groupBy: statement.groupBy.map(ofColumn),
    having: ofConditions(statement.having),
    orderBy: statement.orderBy && { ...statement.orderBy, values: statement.orderBy.values.map(ofValue) },
    intersect: statement.intersect && renamed(statement.intersect, rename),
    union: statement.union && renamed(statement.union, rename),
    except: statement.except && renamed(statement.except, rename),
  };
}
