import { fillPrompt } from "../../../core/protocols/prompts.ts";
import { assistant, type TaskMessage, user } from "../types.ts";
import { sqlPrompts } from "./prompts.ts";
import type { SqlCase } from "./queries.ts";
import { schemaText } from "./schema.ts";

/** Schema and wish, then the query. */
export function sqlDialogue({ schema, query }: SqlCase, form: "question" | "comment"): TaskMessage[] {
  const prompt = fillPrompt(sqlPrompts[form], {
    schema: schemaText(schema),
    question: query.question,
    comment: query.comment,
  });
  return [user(prompt), assistant(query.sql)];
}
