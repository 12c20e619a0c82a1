import { direct } from "../../../core/protocols/direct.ts";
import { fillPrompt } from "../../../core/protocols/prompts.ts";
import { dialectNames, fillSqlPrompt } from "../../../core/protocols/sqlPrompts.ts";
import { commentPrompt } from "../../../core/sql/suggest/suggestionPrompt.ts";
import { assistant, type TaskMessage, user } from "../types.ts";
import { type Declarations, plainDeclarations } from "./declarations.ts";
import type { Query, SqlCase } from "./queries.ts";
import { schemaText } from "./schemaText.ts";

/**
 * Schema and wish in the words of the product's own prompts, then the query.
 * @param more further queries over the same schema, each asked for by its wish alone: practice that costs few tokens
 */
export function sqlDialogue(
  { schema, query }: SqlCase,
  form: "question" | "comment",
  declarations: Declarations = plainDeclarations,
  more: readonly Query[] = [],
): TaskMessage[] {
  const { dialect } = declarations;
  const shown = schemaText(schema, declarations);
  const prompt =
    form === "question"
      ? fillSqlPrompt(direct.defaults.sqlPrompt, {
          text: query.question,
          answerKind: "sql",
          sql: { dialect, database: "", schema: shown },
        })
      : fillPrompt(commentPrompt, {
          schema: shown,
          dialect: dialectNames[dialect],
          comment: query.comment,
        });
  return [
    user(prompt),
    assistant(query.sql),
    ...more.flatMap((next) => [
      user(form === "question" ? `Question: ${next.question}` : `-- ${next.comment}`),
      assistant(next.sql),
    ]),
  ];
}
