import type { SchemaCache } from "../schemaCache.ts";
import { ServerDatabase } from "../serverDatabase.ts";
import type { Secret } from "../serverSession.ts";
import type { ServerSource, SqlDatabase } from "../sqlDatabase.ts";
import { FunctionRules } from "./functions.ts";
import { catalogueStatements, introspect } from "./introspect.ts";
import { PostgresSession } from "./session.ts";

/** A database on a PostgreSQL server. */
export function postgresDatabase(source: ServerSource, secret: Secret, cache: SchemaCache): SqlDatabase {
  const session = new PostgresSession(source, secret);
  const rules = new FunctionRules(session);
  return new ServerDatabase(source, cache, {
    session,
    catalogue: catalogueStatements,
    introspect: (found) => introspect(session, found),
    check: ({ functions }) => rules.check(functions),
    plan: ({ rows }) => rows.map(([line]) => String(line)),
  });
}
