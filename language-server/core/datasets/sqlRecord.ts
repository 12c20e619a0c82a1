/** The text-to-SQL part of a record: Spider, BIRD, files with a query as the answer, questions with a schema of their own. */
import type { SqlQuestion } from "../../contract/entities.ts";
import { answerNames, databaseNames, queryNames } from "./fieldNames.ts";
import type { FieldNames, FieldTable } from "./fieldValues.ts";
import type { FieldPath } from "./types.ts";

export interface SqlRecord {
  readonly gold: string;
  readonly path: FieldPath;
  readonly sql: SqlQuestion;
  /** Name of the recognised schema, for display. */
  readonly schema: "spider" | "bird" | "sql";
}

const opening = /^(?:\s|\(|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/;

/** Whether a text is a query: how a gold query is told from a number under the same name. */
export const isQuery = (text: string): boolean =>
  /^(?:select\b[\s\S]|with\b[\s\S]*\bselect\b|values\s*\()/i.test(text.replace(opening, ""));

/**
 * A record whose answer is a query, under a name that says so or under any name for answers. `schema` (definitions) and
 * `content` (INSERT statements) beside it make a database of its own.
 * @param mapped field of the answer that the user names
 */
export function readSqlRecord(
  fields: FieldTable,
  names: FieldNames,
  mapped: string | undefined,
): SqlRecord | undefined {
  const text = (name: string | undefined): string | undefined => {
    const value = name === undefined ? undefined : fields[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const candidates = mapped === undefined ? [...queryNames, ...answerNames] : [mapped];
  const answer = candidates.map((name) => names.find(name)).find((name) => isQuery(text(name) ?? ""));
  if (answer === undefined) return undefined;
  const evidence = text(names.find("evidence"));
  const schema = text(names.find("schema"));
  const ownSchema = schema !== undefined && /^\s*create\s/i.test(schema) ? schema : undefined;
  const content = ownSchema === undefined ? undefined : text(names.find("content"));
  return {
    gold: text(answer) ?? "",
    path: [answer],
    sql: {
      dialect: "sqlite",
      database: text(names.find(...databaseNames)) ?? "",
      ...(evidence === undefined ? {} : { evidence }),
      ...(ownSchema === undefined ? {} : { schema: ownSchema, script: `${ownSchema}\n${content ?? ""}` }),
    },
    schema: names.has("evidence") ? "bird" : names.has("db_id") ? "spider" : "sql",
  };
}
