import type { EngineWork, MachineLimits } from "../../contract/engine.ts";
import type { EngineLoad } from "../../contract/methods.ts";

/** How near some work is to what the machine can do; null as long as either is unknown. */
export function loadOf(work: EngineWork | null, limits: MachineLimits | null): EngineLoad | null {
  if (work === null || limits === null) return null;
  const { decodeMs, decodeBytes, promptMs, promptFlops, hostMs } = work;
  const elapsed = decodeMs + promptMs + hostMs;
  if (elapsed <= 0) return null;
  return {
    decodeShare: decodeMs > 0 ? decodeBytes / (decodeMs / 1000) / limits.bytesPerSecond : null,
    promptShare: promptMs > 0 ? promptFlops / (promptMs / 1000) / limits.flopsPerSecond : null,
    hostShare: hostMs / elapsed,
    limits,
  };
}
