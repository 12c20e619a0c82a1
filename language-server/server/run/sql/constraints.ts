import type { QueryConstraint } from "../../../contract/engine.ts";
import type { Question } from "../../../contract/entities.ts";
import { ok, type Result } from "../../../contract/result.ts";
import type { Turn } from "../../../core/protocols/protocol.ts";
import { queryConstraint } from "../../../core/sql/constrain/queryGuard.ts";
import type { RunDatabases } from "./runDatabases.ts";

/** At the end of its budget, a query is brought to an end: one that is cut off is none. */
const lastTokens = 64;

/** What keeps the answers of a run to queries over the names that their databases have. */
export class Constraints {
  constructor(private readonly databases: RunDatabases) {}

  /** Null for turns that write something else than a query. Errors: `sql/*`. */
  async of(question: Question, { read, budgetTokens }: Turn): Promise<Result<QueryConstraint | null>> {
    if (question.sql === undefined || read.as !== "answer") return ok(null);
    const database = await this.databases.of(question);
    if (!database.ok) return database;
    const schema = await database.value.schema();
    if (!schema.ok) return schema;
    const last = Math.min(lastTokens, budgetTokens / 2);
    return ok({ ...queryConstraint(schema.value), wholeFrom: budgetTokens - last });
  }
}
