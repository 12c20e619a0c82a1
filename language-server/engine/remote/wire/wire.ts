import type { EndpointReport, LimitField } from "../../../contract/endpoint.ts";
import type { SamplingSettings } from "../../../contract/entities.ts";
import type { Dialogue } from "../dialogue.ts";

/** One token, or a piece of text that stands for some. */
export interface Unit {
  /** Null where texts stand for tokens. */
  readonly id: number | null;
  readonly text: string;
  /** Natural logarithm at temperature 1; null when it is not told. */
  readonly logprob: number | null;
  readonly alternatives: readonly {
    readonly id: number | null;
    readonly text: string;
    readonly logprob: number;
  }[];
  /** Tokens that were sampled for it; 0 for tags that the server took out and we put back. */
  readonly sampled: number;
}

/** What one event of a stream brings. */
export interface Delta {
  readonly units: readonly Unit[];
  /** `turn`: the model ended its turn; `length`: as many tokens as were asked for; `context`: it is full. */
  readonly end?: "turn" | "length" | "context";
  /** Of the whole request, as the server counts. */
  readonly promptTokens?: number;
  readonly sampledTokens?: number;
  /** The server gave up in the middle. */
  readonly problem?: { readonly status: number; readonly text: string };
}

export interface Wanted {
  readonly maxTokens: number;
  readonly sampling: SamplingSettings;
  /** 31 bits; of the first answer, where several are asked for. */
  readonly seed: number;
  /** How many answers; 1 when left out. */
  readonly answers?: number;
  readonly limitField?: LimitField;
}

/** What an event says of one of several answers, as if it were the only one; null: of the whole request. */
export interface AnswerPart {
  readonly answer: number | null;
  readonly event: Record<string, unknown>;
}

/** How requests are written and answers are read. */
export interface Wire {
  /** Behind the base URL of the server. */
  url(base: string): string;
  body(dialogue: Dialogue, wanted: Wanted): object;
  /** Takes an event of a stream with several answers apart. */
  parts(event: Record<string, unknown>): readonly AnswerPart[];
  /** A reader for one answer; it is given the data of each event. */
  reader(): (event: Record<string, unknown>) => Delta;
}

export type WireOf = (report: EndpointReport) => Wire;

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

export const asList = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(asRecord) : [];

export const asNumber = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

export const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** `{error: …}` in the middle of a stream; null where there is none. */
export function problemIn(event: Record<string, unknown>): Delta | null {
  if (event.error === undefined || event.error === null) return null;
  const status = asNumber(asRecord(event.error).code) ?? 500;
  return { units: [], problem: { status, text: JSON.stringify(event) } };
}
