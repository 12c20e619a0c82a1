import { open } from "node:fs/promises";
import { basename } from "node:path";
import { definesTables } from "../../core/sql/ddl.ts";
import { walkFiles } from "../../models/walk.ts";
import type { FoundFile } from "./discover.ts";

export interface ScanLimits {
  /** Folders below the root that are entered. */
  readonly depth: number;
  /** Names looked at. */
  readonly entries: number;
  /** Files that are opened, to see what they are. */
  readonly opened: number;
}

const scanLimits: ScanLimits = { depth: 8, entries: 50_000, opened: 2_000 };

const databaseName = /\.(db|db3|sqlite|sqlite3|s3db|sl3|duckdb|ddb)$/i;
const sqlName = /\.sql$/i;
const envName = /^\.env(\.[\w.-]+)?$/;
const headBytes = 64 * 1024;

/**
 * Files below a folder that are databases by their first bytes, `.sql` files that define tables, and `.env` files.
 * Dependencies' and version control's folders are not entered; what cannot be read is passed over.
 */
export async function scanWorkspace(
  root: string,
  limits: ScanLimits = scanLimits,
  signal?: AbortSignal,
): Promise<FoundFile[]> {
  const wanted = (name: string) => databaseName.test(name) || sqlName.test(name) || isEnv(name);
  const paths = await walkFiles(
    root,
    wanted,
    { depth: limits.depth, entries: limits.entries, followFolders: false, hiddenFolders: false },
    signal,
  );
  const found: FoundFile[] = [];
  for (const path of paths.slice(0, limits.opened)) {
    if (signal?.aborted === true) break;
    const file = await look(path);
    if (file !== null) found.push(file);
  }
  return found;
}

/** Examples come without values. */
const isEnv = (name: string): boolean =>
  envName.test(name) && !/\.(example|sample|template|dist)$/.test(name);

async function look(path: string): Promise<FoundFile | null> {
  const head = await readHead(path);
  if (head === null) return null;
  if (databaseName.test(path)) {
    const kind = databaseKind(head);
    return kind === null ? null : { path, content: { kind } };
  }
  const text = head.toString("utf8");
  if (isEnv(basename(path))) return { path, content: { kind: "env", text } };
  return definesTables(text) ? { path, content: { kind: "ddl" } } : null;
}

/** What a file is by its first bytes: SQLite begins with its name, DuckDB has its own at byte 8. */
export function databaseKind(head: Uint8Array): "sqlite" | "duckdb" | null {
  const text = Buffer.from(head.subarray(0, 16)).toString("latin1");
  if (text.startsWith("SQLite format 3\0")) return "sqlite";
  return text.slice(8, 12) === "DUCK" ? "duckdb" : null;
}

async function readHead(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
