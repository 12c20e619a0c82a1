/** The text-to-SQL part of a record: Spider, BIRD, files with a query as the answer, questions with a schema of their own. */
import type { SqlQuestion } from "../../contract/entities.ts";
import { answerNames, databaseNames, queryNames } from "./fieldNames.ts";
import { type FieldNames, type FieldTable, valueAt } from "./fieldValues.ts";
import type { FieldPath, QuestionDraft } from "./types.ts";

export interface SqlRecord {
  readonly gold: string;
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
 * @param mapped field of the answer that the user names; then no other is looked at
 */
export function readSqlRecord(
  fields: FieldTable,
  names: FieldNames,
  mapped: FieldPath | undefined,
): SqlRecord | undefined {
  const textAt = (path: FieldPath): string | undefined => {
    const value = valueAt(fields, path);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const text = (name: string | undefined) => (name === undefined ? undefined : textAt([name]));
  const candidates: readonly FieldPath[] =
    mapped === undefined
      ? [...queryNames, ...answerNames].flatMap((name) => {
          const found = names.find(name);
          return found === undefined ? [] : [[found]];
        })
      : [mapped];
  const path = candidates.find((candidate) => isQuery(textAt(candidate) ?? ""));
  if (path === undefined) return undefined;
  const evidence = text(names.find("evidence"));
  const schema = text(names.find("schema"));
  const isBird = names.has("evidence");
  const ownSchema = schema !== undefined && /^\s*create\s/i.test(schema) ? schema : undefined;
  const content = ownSchema === undefined ? undefined : text(names.find("content"));
  return {
    gold: textAt(path) ?? "",
    sql: {
      dialect: "sqlite",
      database: text(names.find(...databaseNames)) ?? "",
      ...(evidence === undefined ? {} : { evidence }),
      ...(isBird ? { scoring: "bird" } : {}),
      ...(ownSchema === undefined ? {} : { schema: ownSchema, script: `${ownSchema}\n${content ?? ""}` }),
    },
    schema: isBird ? "bird" : names.has("db_id") ? "spider" : "sql",
  };
}

/** What makes a draft a text-to-SQL question about a named database; an empty name names none. */
export const sqlFields = (
  database: string,
): Pick<QuestionDraft, "answerKind" | "sql" | "tags"> & { readonly answerKind: "sql" } => ({
  answerKind: "sql",
  sql: { dialect: "sqlite", database },
  ...(database === "" ? {} : { tags: { db: database } }),
});
