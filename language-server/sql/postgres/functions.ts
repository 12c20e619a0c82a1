import { fail, ok, type Result } from "../../contract/result.ts";
import type { PostgresSession } from "./session.ts";

/** Functions that change with every call but reach nothing outside the statement. */
const harmless = [
  ...["random", "random_normal", "gen_random_uuid", "uuidv4", "uuidv7", "clock_timestamp", "timeofday"],
  ...["pg_size_pretty", "pg_relation_size", "pg_table_size", "pg_total_relation_size", "pg_indexes_size"],
  ...["pg_database_size", "currval", "lastval", "txid_current", "pg_current_xact_id"],
];

/**
 * Refuses functions of the server itself or of its native extensions that the catalogue calls volatile: those that
 * read files, write large objects, open connections or change settings all are. Functions that the database's owner
 * wrote in a trusted language may be called; in a read-only transaction they cannot write.
 */
export class FunctionRules {
  private readonly session: PostgresSession;
  private readonly known = new Map<string, boolean>();

  constructor(session: PostgresSession) {
    this.session = session;
  }

  async check(functions: readonly string[]): Promise<Result<null>> {
    const unknown = functions.filter((name) => !this.known.has(name));
    if (unknown.length > 0) {
      const found = await this.session.run(
        `SELECT DISTINCT lower(p.proname) FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
         WHERE lower(p.proname) = ANY ($1::text[]) AND p.provolatile = 'v' AND NOT l.lanpltrusted
         AND p.proname <> ALL ($2::text[])`,
        { deadlineMs: 10_000, rows: 1_000, bytes: 1_000_000 },
        [arrayOf(unknown), arrayOf(harmless)],
      );
      if (!found.ok) return found;
      const denied = new Set(found.value.rows.map(([name]) => name));
      for (const name of unknown) this.known.set(name, denied.has(name));
    }
    const denied = functions.find((name) => this.known.get(name) === true);
    return denied === undefined
      ? ok(null)
      : fail("sql/refused", `The statement was not run: the function ${denied} is not allowed.`);
  }
}

/** An array in the server's text form. */
const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
