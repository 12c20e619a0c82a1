import { distance } from "fastest-levenshtein";
import type { Failure } from "../../../contract/result.ts";
import type { DatabaseSchema } from "../schema.ts";
import { unknownNameIn } from "./errorMessages.ts";

/**
 * What a database says of a statement that does not run: its own message and, where a name does not exist, the three
 * nearest that do (graphix-text-to-sql.md I.5).
 */
export function complaintText(failure: Pick<Failure, "message">, schema: DatabaseSchema): string {
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
