import { randomUUID } from "node:crypto";
import { fail, ok, type Result } from "../../contract/result.ts";
import { type DatabaseEntry, rowsShown, type ShownResult } from "../../contract/sql.ts";
import { cellsAsText, outcomeOf } from "../../core/sql/evaluation/outcome.ts";
import { interactiveLimits, type SqlDatabase } from "../../sql/sqlDatabase.ts";

/** Results kept, so that a panel that comes back shows what it showed. */
const kept = 20;

/** Queries that people run, and what came of them. */
export class ShownResults {
  private readonly results = new Map<string, ShownResult>();

  async run(
    entry: DatabaseEntry,
    database: SqlDatabase,
    sql: string,
    asked: ShownResult["asked"],
  ): Promise<Result<ShownResult>> {
    const started = performance.now();
    const result = await database.query(sql, interactiveLimits);
    const outcome = outcomeOf(sql, result, performance.now() - started);
    const rows = result.ok ? cellsAsText(result.value.rows.slice(0, rowsShown)) : [];
    const shown: ShownResult = {
      resultId: randomUUID(),
      database: entry,
      outcome: { ...outcome, rows },
      ...(asked === undefined ? {} : { asked }),
    };
    this.results.set(shown.resultId, shown);
    for (const oldest of this.results.keys()) {
      if (this.results.size <= kept) break;
      this.results.delete(oldest);
    }
    return ok(shown);
  }

  of(resultId: string): Result<ShownResult> {
    const result = this.results.get(resultId);
    return result === undefined
      ? fail("sql/result-gone", "This result is not kept any more. Run the query again.")
      : ok(result);
  }
}
