import { type MemoryShape, memoryFor } from "./memory.ts";

/** Bytes that are free now. */
export interface FreeMemory {
  /** Of the graphics cards that the model is to run on; null where it runs on the processor. */
  readonly deviceBytes: number | null;
  readonly hostBytes: number;
}

export interface LayoutRequest {
  /** For each sequence; `contextTokensMinimum` at least. */
  readonly contextTokens: number;
  readonly contextTokensMinimum: number;
  /** As many as possible up to `sequences`, `sequencesMinimum` at least. */
  readonly sequences: number;
  readonly sequencesMinimum: number;
  /** Share of the layers that the device is to hold, where somebody has said so; else all, or as many as it can. */
  readonly deviceLayers: number | null;
}

export interface Layout {
  readonly sequences: number;
  readonly contextTokens: number;
}

/** Shares that may be taken; the rest is for what the estimate does not know, and for others. */
const deviceShare = 0.9;
const hostShare = 0.8;
const contextStep = 256;

/**
 * How many answers are worked on at once, and how much context each has. Fewer answers come before less context, since a
 * question that does not fit into it is lost; on a device, both come before layers that are left to the processor, which
 * is slower by far. Where not even the least fits the least is returned: loading will say so.
 */
export function chooseLayout(shape: MemoryShape, request: LayoutRequest, free: FreeMemory): Layout {
  const device = (free.deviceBytes ?? 0) * deviceShare;
  const host = free.hostBytes * hostShare;
  const least = Math.max(1, Math.min(request.sequencesMinimum, request.sequences));
  const fits = (sequences: number, contextTokens: number, spills: boolean): boolean => {
    const { totalBytes, computeBytes } = memoryFor(shape, { contextTokens, sequences });
    if (free.deviceBytes === null) return totalBytes <= host;
    const split = totalBytes - computeBytes;
    if (request.deviceLayers !== null)
      return (
        request.deviceLayers * split + computeBytes <= device && (1 - request.deviceLayers) * split <= host
      );
    return totalBytes <= device + (spills ? host : 0);
  };
  const spilling = free.deviceBytes !== null && request.deviceLayers === null ? [false, true] : [false];
  for (const spills of spilling) {
    for (let sequences = request.sequences; sequences >= least; sequences--)
      if (fits(sequences, request.contextTokens, spills))
        return { sequences, contextTokens: request.contextTokens };
  }
  const spills = spilling.includes(true);
  for (
    let contextTokens = Math.floor((request.contextTokens - 1) / contextStep) * contextStep;
    contextTokens > request.contextTokensMinimum;
    contextTokens -= contextStep
  )
    if (fits(least, contextTokens, spills)) return { sequences: least, contextTokens };
  return { sequences: least, contextTokens: request.contextTokensMinimum };
}
