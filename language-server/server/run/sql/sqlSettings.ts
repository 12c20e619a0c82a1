import type { SqlSettings } from "../../../contract/entities.ts";

/** How text-to-SQL questions are put where nobody says otherwise (graphix-text-to-sql.md I.2 for the budget). */
export const defaultSqlSettings: SqlSettings = {
  linking: true,
  comments: false,
  schemaTokens: 1200,
  robust: false,
};

/** What is wrong with settings, as a sentence; null when nothing is. */
export function sqlSettingsProblem({ schemaTokens }: SqlSettings): string | null {
  return Number.isInteger(schemaTokens) && schemaTokens >= 16
    ? null
    : `The schema may have a whole number of at least 16 tokens, not ${schemaTokens}.`;
}
