import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseSchema, SqlValue } from "../core/sql/schema.ts";
import { sha256Text } from "../datasets/hashing.ts";

/** Raised whenever what is read of a database changes, so that older files are not used. */
const recipe = 1;

/** Schemas by the hash of what they were read from, in memory and, with a folder, in files. */
export class SchemaCache {
  private readonly folder: string | null;
  private readonly known = new Map<string, DatabaseSchema>();

  /** @param folder Made when the first schema is written; null keeps schemas in memory only. */
  constructor(folder: string | null) {
    this.folder = folder;
  }

  async get(contentHash: string): Promise<DatabaseSchema | null> {
    const known = this.known.get(contentHash);
    if (known !== undefined) return known;
    if (this.folder === null) return null;
    try {
      const schema: DatabaseSchema = JSON.parse(await readFile(this.fileOf(contentHash), "utf8"), revive);
      this.known.set(contentHash, schema);
      return schema;
    } catch {
      // Not there, or written by half: it is read from the database again.
      return null;
    }
  }

  /** A folder that cannot be written costs time only, so failing to write is not reported. */
  async set(schema: DatabaseSchema): Promise<void> {
    this.known.set(schema.contentHash, schema);
    if (this.folder === null) return;
    const path = this.fileOf(schema.contentHash);
    const part = `${path}.${process.pid}.part`;
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(part, JSON.stringify(schema, preserve));
      await rename(part, path);
    } catch {
      // The next session reads the database again.
    }
  }

  private fileOf(contentHash: string): string {
    return join(this.folder ?? "", `${sha256Text(`${recipe} ${contentHash}`).slice(0, 32)}.json`);
  }
}

/** JSON has no large integers; binary values are never kept as samples. */
const preserve = (_key: string, value: SqlValue): unknown =>
  typeof value === "bigint" ? { bigint: String(value) } : value;

const revive = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "bigint" in value && typeof value.bigint === "string"
    ? BigInt(value.bigint)
    : value;
