import type { Lexicon } from "../core/sql/linking/lexicon.ts";
import { buildLinkIndex, type LinkIndex } from "../core/sql/linking/linkIndex.ts";
import { valueQueries } from "../core/sql/linking/valueQueries.ts";
import { type ColumnValues, valuesPerColumn } from "../core/sql/linking/values.ts";
import type { DatabaseSchema, QueryLimits } from "../core/sql/schema.ts";
import { keep } from "./keep.ts";
import { readLexicon } from "./lexicon/readLexicon.ts";
import type { SqlDatabase } from "./sqlDatabase.ts";

const limits: QueryLimits = { deadlineMs: 10_000, rows: valuesPerColumn, bytes: 8 * 1024 * 1024 };
/** Indexes kept: one of a large database has some ten megabytes. */
const kept = 16;

/** Databases prepared for schema linking, with their real values; each is prepared once as long as it is in use. */
export class LinkIndexes {
  private readonly indexes = new Map<string, Promise<LinkIndex>>();
  private lexicon: Promise<Lexicon | null> | null = null;

  /** @param root of the product, which holds the word list. */
  constructor(private readonly root: string) {}

  /** Values that cannot be read in time are left out: the words alone link most questions. */
  of(database: SqlDatabase, schema: DatabaseSchema): Promise<LinkIndex> {
    const key = schema.contentHash;
    const index = this.indexes.get(key) ?? this.build(database, schema);
    keep(this.indexes, key, index, kept);
    return index;
  }

  private async build(database: SqlDatabase, schema: DatabaseSchema): Promise<LinkIndex> {
    this.lexicon ??= readLexicon(this.root).then((read) => (read.ok ? read.value : null));
    const [lexicon, values] = await Promise.all([this.lexicon, readValues(database, schema)]);
    return buildLinkIndex(schema, { values, ...(lexicon === null ? {} : { lexicon }) });
  }
}

async function readValues(database: SqlDatabase, schema: DatabaseSchema): Promise<ColumnValues[]> {
  const columns = valueQueries(schema).map(async ({ table, column, sql }): Promise<ColumnValues[]> => {
    const result = await database.query(sql, limits);
    return result.ok ? [{ table, column, values: result.value.rows.map(([value]) => value ?? null) }] : [];
  });
  return (await Promise.all(columns)).flat();
}
