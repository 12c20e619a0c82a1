import type { Question, SqlScoring, SqlSettings } from "../../../contract/entities.ts";

/** How text-to-SQL questions are put where nobody says otherwise (graphix-text-to-sql.md I.2 for the budget). */
export const defaultSqlSettings: SqlSettings = {
  linking: true,
  comments: false,
  schemaTokens: 1200,
  constrained: false,
  robust: false,
  scoring: "file",
};

/** Whose rules a question is scored by. Manifests of earlier versions do not say. */
export const scoringOf = (setting: SqlSettings["scoring"] | undefined, { sql }: Question): SqlScoring =>
  setting === "spider" || setting === "bird" ? setting : (sql?.scoring ?? "spider");

/** What is wrong with settings, as a sentence; null when nothing is. */
export function sqlSettingsProblem({ schemaTokens }: SqlSettings): string | null {
  return Number.isInteger(schemaTokens) && schemaTokens >= 16
    ? null
    : `The schema may have a whole number of at least 16 tokens, not ${schemaTokens}.`;
}
