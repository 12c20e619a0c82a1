import type { ErrorCode } from "./errors.ts";

/** An expected failure: a code to act on, one clear sentence for the user, and optional detail for the log. */
export interface Failure {
  readonly code: ErrorCode;
  /** One sentence that says what happened and what to do; shown to the user as it is. */
  readonly message: string;
  /** Technical detail (stderr, library message); goes to the log only. */
  readonly detail?: string;
}

/** Errors are values at the borders of the rooms; exceptions are for defects. */
export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = (code: ErrorCode, message: string, detail?: string): Result<never> => ({
  ok: false,
  error: detail === undefined ? { code, message } : { code, message, detail },
});

/** Technical text of something that was thrown, stack included: for `Failure.detail` and logs. */
export const detailOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
