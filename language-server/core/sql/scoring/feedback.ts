import { distance } from "fastest-levenshtein";
import type { Failure, Result } from "../../../contract/result.ts";
import type { DatabaseSchema, QueryResult } from "../schema.ts";
import { classifyFailure, unknownNameIn } from "./errorMessages.ts";

/** Which kinds of feedback the next attempt gets. */
export interface FeedbackSwitches {
  readonly databaseError: boolean;
  readonly emptyResult: boolean;
  /** Says that the result is wrong, and nothing about the right one. Uses gold: not for real questions. */
  readonly resultDiffers: boolean;
}

export interface AttemptOutcome {
  readonly sql: string;
  readonly result: Result<QueryResult>;
  /** Whether it agrees with gold; absent where there is no gold. */
  readonly correct?: boolean;
}

export type Feedback =
  | { readonly kind: "databaseError" | "emptyResult" | "resultDiffers"; readonly text: string }
  /** Nothing to say: the attempt stands. */
  | null;

/**
 * What the next attempt is told about this one (graphix-text-to-sql.md I.5): the database's own message, with the
 * nearest names that exist where a name does not; that the result is empty; that it differs. Never anything of gold or
 * of its rows. A kind that is switched off is passed over, also when the attempt is wrong.
 */
export function feedbackFor(
  attempt: AttemptOutcome,
  schema: DatabaseSchema,
  switches: FeedbackSwitches,
): Feedback {
  const { result } = attempt;
  if (!result.ok)
    return switches.databaseError
      ? { kind: "databaseError", text: `${errorText(result.error, schema)}\n${again(attempt.sql)}` }
      : null;
  if (attempt.correct === true) return null;
  if (result.value.rows.length === 0 && switches.emptyResult)
    return {
      kind: "emptyResult",
      text: `The statement runs but returns no rows. Check the values it compares with, and the joins.\n${again(attempt.sql)}`,
    };
  if (attempt.correct === false && switches.resultDiffers)
    return {
      kind: "resultDiffers",
      text: `The statement runs, but its result is not what the question asks for.\n${again(attempt.sql)}`,
    };
  return null;
}

const again = (sql: string): string => `The statement was:\n${sql.trim()}\nWrite a corrected statement.`;

function errorText(failure: Failure, schema: DatabaseSchema): string {
  if (classifyFailure(failure) === "timeout")
    return "The statement takes too long. Check that every table is joined to the others by a condition.";
  return `The database rejects the statement: ${complaintText(failure, schema)}`;
}

/** The database's own message, with the nearest names that exist where a name does not. */
export function complaintText(failure: Failure, schema: DatabaseSchema): string {
  const said = failure.message.trim();
  const unknown = unknownNameIn(said);
  if (unknown === null) return said;
  const near = nearestNames(unknown.name, unknown.kind, schema);
  return near.length === 0 ? said : `${said}\nNames that exist: ${near.join(", ")}.`;
}

/** The three nearest names by edit distance, relative to their length; columns with their table. */
function nearestNames(name: string, kind: "table" | "column", schema: DatabaseSchema): string[] {
  const names =
    kind === "table"
      ? schema.tables.map((table) => ({ bare: table.name, full: table.name }))
      : schema.tables.flatMap((table) =>
          table.columns.map((column) => ({ bare: column.name, full: `${table.name}.${column.name}` })),
        );
  const wanted = name.toLowerCase();
  const far = ({ bare }: { bare: string }): number =>
    distance(wanted, bare.toLowerCase()) / Math.max(wanted.length, bare.length);
  return names
    .map((candidate) => ({ ...candidate, far: far(candidate) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ full }) => full);
}
