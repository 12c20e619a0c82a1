/** What sessions on the servers of different dialects have in common. */
import { fail, type Result } from "../contract/result.ts";
import type { QueryLimits } from "../core/sql/schema.ts";
import type { ServerSource } from "./sqlDatabase.ts";

/** Knows the password kept under a key. */
export type Secret = (key: string) => Promise<string | undefined>;

export const connectMs = 10_000;
/** Milliseconds without work after which a connection is given up. */
export const idleMs = 30_000;
/** Milliseconds beyond its deadline after which a connection is cut: not every server keeps its own time limits. */
export const graceMs = 1_000;

/** Where a server is, for messages. */
export const placeOf = ({ host, port, database }: ServerSource): string => `${host}:${port}/${database}`;

/** The connection's encryption as both drivers take it. */
export const encryptionOf = ({ tls }: ServerSource): { rejectUnauthorized: boolean } | null =>
  tls === "off" ? null : { rejectUnauthorized: tls === "verify" };

/** Waits for a pool's end, but not for ever: a server that hangs does not say goodbye. */
export async function ended(pool: Promise<void>): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, 2 * graceMs).unref());
  await Promise.race([pool, timeout]);
}

export const noConnection = (source: ServerSource, error: unknown): Result<never> =>
  fail("sql/unreachable", `No connection to ${placeOf(source)}: ${messageOf(error)}.`);

export const lostConnection = (source: ServerSource, error: unknown): Result<never> =>
  fail("sql/unreachable", `The connection to ${placeOf(source)} was lost.`, messageOf(error));

export const stopped = ({ deadlineMs }: QueryLimits): Result<never> =>
  fail("sql/timeout", `The statement was stopped after ${deadlineMs / 1000} seconds.`);

export const refused = (error: unknown): Result<never> =>
  fail("sql/refused", `The statement was not run: ${messageOf(error)}.`);

/** The server's sentence; never holds a password. */
export const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
};
