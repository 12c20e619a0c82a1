import type { Failure } from "../../../contract/result.ts";

/** Why a statement did not run. */
export type FailureClass =
  | "syntax"
  | "unknownTable"
  | "unknownColumn"
  | "ambiguousColumn"
  | "aggregateMisuse"
  | "functionOrType"
  | "timeout"
  | "refused"
  | "otherFailure";

interface Pattern {
  readonly name: FailureClass;
  readonly text: RegExp;
}

/** Messages of SQLite, PostgreSQL, MySQL/MariaDB and DuckDB; the first group of the name patterns is the name. */
const patterns: readonly Pattern[] = [
  {
    name: "unknownTable",
    text: /no such table: (\S+)|relation "([^"]+)" does not exist|missing FROM-clause entry for table "([^"]+)"|Table '([^']+)' doesn't exist|Unknown table '([^']+)'|Table with name (\S+) does not exist|Referenced table "([^"]+)" not found/i,
  },
  {
    name: "unknownColumn",
    text: /no such column: "?([^"\s]+)|column "?([^"\s]+)"? does not exist|Unknown column '([^']+)'|Referenced column "([^"]+)" not found|does not have a column named "([^"]+)"/i,
  },
  { name: "ambiguousColumn", text: /ambiguous/i },
  {
    name: "aggregateMisuse",
    text: /misuse of (?:aliased )?(?:aggregate|window)|must appear in the GROUP BY|aggregate functions are not allowed|Invalid use of group function|cannot contain aggregates|isn't in GROUP BY|not in GROUP BY/i,
  },
  {
    name: "functionOrType",
    text: /no such function|wrong number of arguments|function \S+ does not exist|function .* does not exist|No function matches|Scalar Function with name|operator does not exist|invalid input syntax|datatype mismatch|Could not convert|cannot cast|could not determine/i,
  },
  {
    name: "syntax",
    text: /syntax|incomplete input|unrecognized token|Parser Error|do not have the same number of result columns|each \S+ query must have the same number of columns|different number of columns|not closed|ORDER BY (?:clause|term)/i,
  },
];

/** Class of a failure, from its code and from the engine's message. */
export function classifyFailure(failure: Pick<Failure, "code" | "message">): FailureClass {
  if (failure.code === "sql/timeout") return "timeout";
  const known = patterns.find(({ text }) => text.test(failure.message))?.name;
  if (known !== undefined) return known;
  return failure.code === "sql/refused" ? "refused" : "otherFailure";
}

/** The table or column that a message says does not exist, without the qualifier before it; null for other messages. */
export function unknownNameIn(message: string): { kind: "table" | "column"; name: string } | null {
  for (const { name, text } of patterns.slice(0, 2)) {
    const found = text
      .exec(message)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (found === undefined) continue;
    const bare = found.replaceAll(/["'`]/g, "").replace(/[.,;:]+$/, "");
    return {
      kind: name === "unknownTable" ? "table" : "column",
      name: bare.slice(bare.lastIndexOf(".") + 1),
    };
  }
  return null;
}
