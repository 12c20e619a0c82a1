/** Fields that the nodes of the trees, and calls by other parts of the extension, carry. */
type Field =
  | "runId"
  | "trainingId"
  | "protocolId"
  | "path"
  | "databaseId"
  | "sqlName"
  | "sql"
  | "uri"
  | "database";

/** A text field of a command's argument; undefined where it has none. */
export function fieldOf(argument: unknown, field: Field): string | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const value: unknown = Reflect.get(argument, field);
  return typeof value === "string" ? value : undefined;
}
