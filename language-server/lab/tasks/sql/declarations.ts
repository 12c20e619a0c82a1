import type { SqlDialect } from "../../../core/sql/schema.ts";
import type { TaskRandom } from "../random.ts";
import { otherNames } from "./names.ts";
import { type Column, type NameStyle, named, type Table } from "./schema.ts";

/** How a schema is written down: the type of each column, and columns that nobody asks for. */
export interface Declarations {
  readonly dialect: SqlDialect;
  typeOf(column: Column): string;
  /** Columns beside those of the table, each as it stands in `CREATE TABLE`. */
  unasked(table: Table): readonly string[];
}

/** As the held-out schemas are written: SQLite's two types and nothing more. */
export const plainDeclarations: Declarations = {
  dialect: "sqlite",
  typeOf: (column) => column.type,
  unasked: () => [],
};

/** Types of numbers, of texts and of times, as the product reads them out of a database of each dialect. */
const types: Readonly<Record<SqlDialect, { numbers: string; texts: string; times: string }>> = {
  sqlite: {
    numbers: "INTEGER|INT|BIGINT|REAL|FLOAT|NUMERIC|NUMERIC(10,2)|DECIMAL(8,2)|number",
    texts: "TEXT|VARCHAR(#)|NVARCHAR(#)|CHAR(#)|varchar(#)|text|",
    times: "DATE|DATETIME|TIMESTAMP|TEXT",
  },
  postgres: {
    numbers: "integer|bigint|smallint|numeric|numeric(10,2)|real|double precision",
    texts: "text|character varying(#)|character varying|character(#)",
    times: "date|timestamp without time zone|timestamp with time zone",
  },
  mysql: {
    numbers: "int|bigint|smallint|decimal(10,2)|double|float|int(11)",
    texts: "varchar(#)|text|char(#)|longtext",
    times: "date|datetime|timestamp",
  },
  duckdb: {
    numbers: "INTEGER|BIGINT|DOUBLE|DECIMAL(10,2)|FLOAT",
    texts: "VARCHAR|TEXT",
    times: "DATE|TIMESTAMP",
  },
};

const dialects: readonly (readonly [SqlDialect, number])[] = [
  ["sqlite", 0.45],
  ["postgres", 0.33],
  ["mysql", 0.12],
  ["duckdb", 0.1],
];

/** Names with capitals have to be quoted in PostgreSQL, and nobody writes them there. */
const withoutPostgres = dialects.filter(([dialect]) => dialect !== "postgres");

/** A dialect and the habits of one schema's author: half of them know one type for a kind of value. */
export function drawDeclarations(style: NameStyle, random: TaskRandom): Declarations {
  const dialect = random.weighted(style === "snake" ? dialects : withoutPostgres);
  if (dialect === "sqlite" && random.chance(0.4)) return plainDeclarations;
  const known = types[dialect];
  const habit = random.chance(0.5);
  const one = (choices: string) => random.pick(choices.split("|"));
  const number = one(known.numbers);
  const text = one(known.texts);
  const sized = (type: string) =>
    type.replace("#", String(random.pick([10, 20, 40, 50, 64, 100, 120, 160, 200, 255])));
  return {
    dialect,
    typeOf({ role, type }) {
      if (role === "id" || role === "foreign") return known.numbers.split("|")[0] ?? type;
      if (type === "INTEGER") return habit ? number : one(known.numbers);
      return sized(habit ? text : one(known.texts));
    },
    unasked({ columns }) {
      if (random.chance(0.6)) return [];
      const base = random.pick(otherNames).split(" ")[0] ?? "day";
      const last = random.pick(["date", "time", "day", "at", "note", "address"]);
      const name = named(`${base} ${last}`, style);
      if (columns.some((column) => column.name.toLowerCase() === name.toLowerCase())) return [];
      const isTime = !["note", "address"].includes(last);
      return [`${name} ${isTime ? one(known.times) : sized(text)}`.trimEnd()];
    },
  };
}
