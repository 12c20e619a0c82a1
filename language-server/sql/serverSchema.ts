import { ok, type Result } from "../contract/result.ts";
import { withInferredKeys } from "../core/sql/foreignKeys.ts";
import type { DatabaseSchema, TableSchema } from "../core/sql/schema.ts";
import { sha256Text } from "../datasets/hashing.ts";
import type { SchemaCache } from "./schemaCache.ts";
import type { ServerSource } from "./sqlDatabase.ts";

/**
 * The schema of a server's database, from the cache while its catalogue stays the same. The hash is that of the
 * server, the database and the catalogue; counts and samples are as old as the cached schema.
 */
export async function serverSchema(
  source: ServerSource,
  catalogue: unknown,
  cache: SchemaCache,
  refresh: boolean,
  read: () => Promise<readonly TableSchema[]>,
): Promise<Result<DatabaseSchema>> {
  const { dialect, host, port, database, user } = source;
  const words = JSON.stringify([dialect, host, port, database, user, catalogue], (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  const contentHash = sha256Text(words);
  const known = refresh ? null : await cache.get(contentHash);
  if (known !== null) return ok(known);
  const schema = withInferredKeys({ dialect, name: database, tables: await read(), contentHash });
  await cache.set(schema);
  return ok(schema);
}
