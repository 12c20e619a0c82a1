const longestPauseMs = 30_000;

/**
 * Pause before the next attempt: doubles with each failure, half of it by chance, so that many clients do not come
 * back together. What the server asks for is the least.
 * @param failures in a row, from 1
 * @param chance in [0, 1)
 */
export function pauseAfter(
  failures: number,
  firstMs: number,
  chance: number,
  retryAfterMs: number | null,
): number {
  const whole = Math.min(longestPauseMs, firstMs * 2 ** Math.min(failures - 1, 16));
  return Math.max(retryAfterMs ?? 0, whole / 2 + (whole / 2) * chance);
}

/** `Retry-After`: seconds or a date. Null when there is none, or none that makes sense. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) * 1000 : null;
}
