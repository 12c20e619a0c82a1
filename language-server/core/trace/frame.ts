/**
 * Frames of token columns, as appended to `tokens.bin` (docs/run-format.md). A frame holds consecutive tokens of one
 * stage of one path and says its own length and checksum, so that a file cut at any byte is readable up to the cut.
 */
import type { TokenChunk } from "../../contract/engine.ts";
import { crc32 } from "./crc32.ts";
import { decodeEntropy, decodeLogprob, encodeEntropy, encodeLogprob, unknownCode } from "./fixedPoint.ts";

export const frameMagic = 0x4b44; // "DK" in the file
export const frameVersion = 1;
export const headerBytes = 28;
/** Most tokens of one frame (the count is 16 bits wide). */
export const maxFrameTokens = 0xffff;
/** Marks an alternative that is not there. */
export const noToken = 0xffffffff;

/** Where a frame's tokens belong. */
export interface FrameAddress {
  /** Number of the path: index of the question in the manifest × samples + sample. */
  readonly path: number;
  readonly stage: number;
  /** How often the stage was started anew; the newest generation counts. */
  readonly generation: number;
}

export interface FrameHeader extends FrameAddress {
  readonly alternatives: number;
  readonly count: number;
  /** Position in the stage of the frame's first token. */
  readonly firstStep: number;
  readonly payloadBytes: number;
  readonly crc: number;
}

/** Decoded columns of a frame; the same meaning as in `TokenChunk`. */
export interface FrameColumns {
  readonly firstStep: number;
  readonly ids: Uint32Array;
  readonly texts: readonly string[];
  readonly logprobs: Float32Array;
  readonly entropies: Float32Array;
  /** Alternatives per token. */
  readonly alternatives: number;
  readonly alternativeIds: Uint32Array;
  readonly alternativeLogprobs: Float32Array;
  readonly forced: Uint8Array;
  readonly stepMs: Float32Array;
}

/**
 * The chunk as one frame (more when it holds over 65 535 tokens), ready to be appended. Little-endian.
 * A chunk without tokens gives no bytes.
 */
export function encodeFrames(
  address: FrameAddress,
  chunk: Omit<TokenChunk, "slot" | "vocabulary">,
): Uint8Array {
  const total = chunk.ids.length;
  if (total <= maxFrameTokens) return total === 0 ? new Uint8Array(0) : encodeFrame(address, chunk, 0, total);
  const parts: Uint8Array[] = [];
  for (let from = 0; from < total; from += maxFrameTokens)
    parts.push(encodeFrame(address, chunk, from, Math.min(total, from + maxFrameTokens)));
  return concatenate(parts);
}

function encodeFrame(
  address: FrameAddress,
  chunk: Omit<TokenChunk, "slot" | "vocabulary">,
  from: number,
  to: number,
): Uint8Array {
  const count = to - from;
  const alternatives = Math.round(chunk.alternativeIds.length / chunk.ids.length);
  const encoder = new TextEncoder();
  const texts = chunk.texts.slice(from, to).map((text) => encoder.encode(text).subarray(0, 0xffff));
  const textBytes = texts.reduce((sum, text) => sum + text.length, 0);
  const payloadBytes = count * fixedBytesPerToken(alternatives) + textBytes;
  const bytes = new Uint8Array(headerBytes + payloadBytes);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, frameMagic, true);
  view.setUint8(2, frameVersion);
  view.setUint8(3, alternatives);
  view.setUint32(4, address.path, true);
  view.setUint16(8, address.stage, true);
  view.setUint16(10, address.generation, true);
  view.setUint32(12, chunk.firstStep + from, true);
  view.setUint16(16, count, true);
  view.setUint16(18, 0, true);
  view.setUint32(20, payloadBytes, true);

  let at = headerBytes;
  for (let i = from; i < to; i++, at += 4) view.setUint32(at, chunk.ids[i] ?? 0, true);
  for (let i = from; i < to; i++, at += 2)
    view.setUint16(at, encodeLogprob(chunk.logprobs[i] ?? Number.NaN), true);
  for (let i = from; i < to; i++, at += 2)
    view.setUint16(at, encodeEntropy(chunk.entropies[i] ?? Number.NaN), true);
  for (let i = from * alternatives; i < to * alternatives; i++, at += 4)
    view.setUint32(at, chunk.alternativeIds[i] ?? noToken, true);
  for (let i = from * alternatives; i < to * alternatives; i++, at += 2) {
    const missing = chunk.alternativeIds[i] === noToken;
    view.setUint16(
      at,
      missing ? unknownCode : encodeLogprob(chunk.alternativeLogprobs[i] ?? Number.NaN),
      true,
    );
  }
  for (let i = from; i < to; i++, at += 1) view.setUint8(at, (chunk.forced[i] ?? 0) & 3);
  for (let i = from; i < to; i++, at += 4) view.setFloat32(at, chunk.stepMs[i] ?? 0, true);
  for (const text of texts) {
    view.setUint16(at, text.length, true);
    at += 2;
  }
  // texts that are not given count as empty, so that every token has a length
  at += 2 * (count - texts.length);
  for (const text of texts) {
    bytes.set(text, at);
    at += text.length;
  }
  view.setUint32(24, frameCrc(bytes), true);
  return bytes;
}

/** Bytes of a token in all columns but the text itself. */
const fixedBytesPerToken = (alternatives: number): number => 4 + 2 + 2 + alternatives * 6 + 1 + 4 + 2;

/** The checksum covers the header in front of it and the payload behind it. */
const frameCrc = (frame: Uint8Array): number =>
  crc32(frame.subarray(headerBytes), crc32(frame.subarray(0, headerBytes - 4)));

/** The header at `at`; null when fewer bytes are there than a header has, or when they are not a header. */
export function readHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + headerBytes > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, headerBytes);
  if (view.getUint16(0, true) !== frameMagic || view.getUint8(2) !== frameVersion) return null;
  const header: FrameHeader = {
    alternatives: view.getUint8(3),
    path: view.getUint32(4, true),
    stage: view.getUint16(8, true),
    generation: view.getUint16(10, true),
    firstStep: view.getUint32(12, true),
    count: view.getUint16(16, true),
    payloadBytes: view.getUint32(20, true),
    crc: view.getUint32(24, true),
  };
  const smallest = header.count * fixedBytesPerToken(header.alternatives);
  const largest = smallest + header.count * 0xffff;
  return header.count > 0 && header.payloadBytes >= smallest && header.payloadBytes <= largest
    ? header
    : null;
}

/** Bytes of the whole frame, header and payload. */
export const frameBytes = (header: FrameHeader): number => headerBytes + header.payloadBytes;

/** Columns of the frame at `at`; null when it is cut, damaged (checksum) or no frame. */
export function decodeFrame(bytes: Uint8Array, at: number): FrameColumns | null {
  const header = readHeader(bytes, at);
  if (header === null || !isWhole(bytes, at, header)) return null;
  const { count, alternatives } = header;
  const end = at + headerBytes + header.payloadBytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, end);
  let cursor = at + headerBytes;
  const column = <T extends Uint32Array | Float32Array | Uint8Array>(
    into: T,
    width: number,
    get: (offset: number) => number,
  ): T => {
    for (let i = 0; i < into.length; i++, cursor += width) into[i] = get(cursor);
    return into;
  };
  const u32 = (offset: number): number => view.getUint32(offset, true);
  const u16 = (offset: number): number => view.getUint16(offset, true);
  const logprob = (offset: number): number => decodeLogprob(u16(offset));
  const ids = column(new Uint32Array(count), 4, u32);
  const logprobs = column(new Float32Array(count), 2, logprob);
  const entropies = column(new Float32Array(count), 2, (offset) => decodeEntropy(u16(offset)));
  const alternativeIds = column(new Uint32Array(count * alternatives), 4, u32);
  const alternativeLogprobs = column(new Float32Array(count * alternatives), 2, logprob);
  const forced = column(new Uint8Array(count), 1, (offset) => view.getUint8(offset) & 3);
  const stepMs = column(new Float32Array(count), 4, (offset) => view.getFloat32(offset, true));
  const lengths = column(new Uint32Array(count), 2, u16);
  const decoder = new TextDecoder();
  const texts: string[] = [];
  for (const length of lengths) {
    const stop = Math.min(end, cursor + length);
    texts.push(decoder.decode(bytes.subarray(cursor, stop)));
    cursor = stop;
  }
  return {
    firstStep: header.firstStep,
    ids,
    texts,
    logprobs,
    entropies,
    alternatives,
    alternativeIds,
    alternativeLogprobs,
    forced,
    stepMs,
  };
}

/** All bytes of the frame are there and its checksum holds. */
export function isWhole(bytes: Uint8Array, at: number, header: FrameHeader): boolean {
  const end = at + headerBytes + header.payloadBytes;
  return end <= bytes.length && frameCrc(bytes.subarray(at, end)) === header.crc;
}

/** A frame found in a piece of a file. */
export interface FoundFrame {
  readonly offset: number;
  readonly header: FrameHeader;
}

/**
 * Walks the frames from `from` on, without decoding columns.
 * @returns the frames whose bytes are all there, the offset behind the last of them, and whether the walk ended on
 * bytes that cannot be (the rest of) a frame. With `verify` a wrong checksum ends the walk too.
 */
export function scanFrames(
  bytes: Uint8Array,
  from = 0,
  options: { readonly verify?: boolean } = {},
): { readonly frames: readonly FoundFrame[]; readonly validEnd: number; readonly damaged: boolean } {
  const frames: FoundFrame[] = [];
  let at = from;
  while (at < bytes.length) {
    const header = readHeader(bytes, at);
    if (header === null) return { frames, validEnd: at, damaged: at + headerBytes <= bytes.length };
    const end = at + headerBytes + header.payloadBytes;
    if (end > bytes.length) return { frames, validEnd: at, damaged: false };
    if (options.verify && !isWhole(bytes, at, header)) return { frames, validEnd: at, damaged: true };
    frames.push({ offset: at, header });
    at = end;
  }
  return { frames, validEnd: at, damaged: false };
}

/**
 * Offset of the next unharmed frame at or behind `from`; null when there is none. For stretches that were damaged from
 * outside; the search is by magic number, then by checksum.
 */
export function findFrame(bytes: Uint8Array, from: number): number | null {
  for (
    let at = bytes.indexOf(frameMagic & 0xff, from);
    at >= 0;
    at = bytes.indexOf(frameMagic & 0xff, at + 1)
  ) {
    const header = readHeader(bytes, at);
    if (header !== null && isWhole(bytes, at, header)) return at;
  }
  return null;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
