import { ok } from "../../contract/result.ts";
import type { SchemaCache } from "../schemaCache.ts";
import type { Rows } from "../serverCatalogue.ts";
import { ServerDatabase } from "../serverDatabase.ts";
import type { Secret } from "../serverSession.ts";
import type { ServerSource, SqlDatabase } from "../sqlDatabase.ts";
import { catalogueStatements, introspect } from "./introspect.ts";
import { MysqlSession } from "./session.ts";

/** A database on a MySQL or MariaDB server. Its user should not have FILE. */
export function mysqlDatabase(source: ServerSource, secret: Secret, cache: SchemaCache): SqlDatabase {
  const session = new MysqlSession(source, secret);
  return new ServerDatabase(source, cache, {
    session,
    catalogue: catalogueStatements,
    introspect: (found) => introspect(session, source.database, found),
    check: async () => ok(null),
    plan: planLines,
  });
}

const planLines = ({ columns, rows }: Rows): string[] =>
  rows.map((row) =>
    row.flatMap((value, index) => (value === null ? [] : [`${columns[index]}=${String(value)}`])).join(" "),
  );
