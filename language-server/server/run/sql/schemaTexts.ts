import type { Question, SqlSettings } from "../../../contract/entities.ts";
import { describeSchema } from "../../../core/sql/linking/describeSchema.ts";
import { linkQuestion } from "../../../core/sql/linking/link.ts";
import type { Linking } from "../../../core/sql/linking/linking.ts";
import type { DatabaseSchema } from "../../../core/sql/schema.ts";
import type { LinkIndexes } from "../../../sql/linkIndexes.ts";
import type { SqlDatabase } from "../../../sql/sqlDatabase.ts";

/**
 * Names are cut in short pieces by every tokenizer: three characters a token is on the safe side, and a text that is
 * the same for all models makes their runs comparable.
 */
export const estimatedTokens = (text: string): number => Math.ceil(text.length / 3);

const unranked = (question: string): Linking => ({
  question,
  tokens: [],
  links: [],
  tables: [],
  columns: [],
});

/** A model's context holds the schema, the question, thoughts and answers: the schema gets a quarter (I.2). */
export const schemaBudget = (settings: SqlSettings, contextTokens: number | null): number =>
  contextTokens === null
    ? settings.schemaTokens
    : Math.min(settings.schemaTokens, Math.floor(contextTokens / 4));

/**
 * The schema as a question's model is shown it. A database that fits whole is shown in its own order: ranking is for
 * pruning, and for the reasons where these are asked for.
 */
export async function schemaTextFor(
  question: Question,
  database: SqlDatabase,
  schema: DatabaseSchema,
  settings: SqlSettings,
  budget: number,
  indexes: LinkIndexes,
): Promise<string> {
  const asked =
    question.sql?.evidence === undefined ? question.text : `${question.text}\n${question.sql.evidence}`;
  const inOrder = describeSchema(schema, unranked(asked), budget, estimatedTokens, {
    comments: false,
    columnsPerTable: Number.POSITIVE_INFINITY,
  });
  const whole = inOrder.tables.length === schema.tables.length && inOrder.tokens <= budget;
  if (!settings.linking || (whole && !settings.comments)) return inOrder.text;
  const linking = linkQuestion(await indexes.of(database, schema), asked);
  return describeSchema(schema, linking, budget, estimatedTokens, { comments: settings.comments }).text;
}
