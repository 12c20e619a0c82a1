/** An OpenAI-compatible endpoint (vLLM, SGLang, llama-server) as a model, and what it was found to be able to do. */

/**
 * How it is spoken to. `llama-server`: its own `/completion`, with token ids; `completions`: `/v1/completions` with
 * text; `chat`: `/v1/chat/completions` with messages.
 */
export type EndpointApi = "llama-server" | "completions" | "chat";

export type LimitField = "max_tokens" | "max_completion_tokens";

/** What was found out by asking, never assumed. Of a pool: what all of its servers can do. */
export interface EndpointReport {
  /** `http://host:port/v1,http://other:port/v1#model`: the path of the model. */
  readonly address: string;
  /** Name of the model as the endpoint knows it. */
  readonly model: string;
  readonly servers: readonly { readonly url: string; readonly software: string }[];
  readonly api: EndpointApi;
  /** Who writes the dialogue: we, by the template that the server told; the server; or nobody (a base model). */
  readonly template: "local" | "server" | "plain";
  /** Null when the endpoint does not tell. */
  readonly contextTokens: number | null;
  /** Answers that the servers work on at once, where they tell. */
  readonly parallel: number | null;
  /** Likeliest tokens that it names beside each drawn one; null without any probabilities. */
  readonly alternatives: number | null;
  readonly tokenIds: boolean;
  /** The same seed gave the same text, and another one another. */
  readonly seed: boolean;
  /** Several answers to one request (`n`). */
  readonly severalAnswers: boolean;
  /** They take the seed of the request and those that follow it, and so are what one by one would have been. */
  readonly consecutiveSeeds: boolean;
  /** How `/v1/chat/completions` is told the most tokens; newer reasoning models refuse the older name. */
  readonly limitField: LimitField;
  /** An answer that has begun can be gone on with. */
  readonly continuation: boolean;
  /** `top_k` and `min_p` are taken. */
  readonly extendedSampling: boolean;
}

export interface EndpointCapability {
  readonly title: string;
  readonly available: boolean;
  /** Its absence changes traces or results. */
  readonly counts: boolean;
  /** What it is used for, or what is done instead. */
  readonly note: string;
}

/** Capabilities for people: what is there, and what its absence changes. */
export function endpointCapabilities(report: EndpointReport): EndpointCapability[] {
  const { alternatives, contextTokens } = report;
  const either = (
    available: boolean,
    title: string,
    there: string,
    missing: string,
    counts = true,
  ): EndpointCapability => ({
    title,
    available,
    counts,
    note: available ? there : missing,
  });
  return [
    either(
      alternatives !== null,
      "Token probabilities",
      alternatives === 0 ? "of the drawn token only, no alternatives" : `with ${alternatives} alternatives`,
      "traces show no probabilities, entropies or alternatives",
    ),
    either(
      report.tokenIds,
      "Token ids",
      "prompts and answers are exchanged as tokens",
      "texts stand for tokens; a piece may hold several",
    ),
    either(
      report.continuation,
      "Continuing an answer",
      "used for forced closing, resuming, and streams that were cut",
      "the answer so far is sent again as part of the dialogue; an interrupted answer is written anew",
    ),
    either(report.seed, "Seed", "every answer has its own", "a run cannot be repeated"),
    either(
      report.extendedSampling,
      "Top-k and min-p",
      "as set",
      "only temperature and top-p are applied; by default others are not used",
    ),
    either(
      report.severalAnswers,
      "Several answers per request",
      usesSeveral(report)
        ? "samples that begin alike are asked for together, their prompt is read once"
        : "not used: they would have no seeds of their own; samples are asked for one by one",
      "samples are asked for one by one; a server without a prompt cache reads the prompt for each",
      false,
    ),
    either(
      contextTokens !== null,
      "Context length",
      `${contextTokens} tokens`,
      "not told; answers that meet its end count as context-exhausted",
      false,
    ),
  ];
}

/** Whether samples may share a request: each keeps its own seed, or there are none. */
export const usesSeveral = ({ severalAnswers, consecutiveSeeds, seed }: EndpointReport): boolean =>
  severalAnswers && (consecutiveSeeds || !seed);

const templateNotes: Readonly<Record<EndpointReport["template"], string>> = {
  local: "the chat template that the server tells, applied here",
  server: "the chat template of the server, applied by it",
  plain: "no chat template: plain questions and answers",
};

export const templateNote = (report: EndpointReport): string => templateNotes[report.template];

/** What the server asks of the client about endpoints. */
export interface EndpointClientMethods {
  /**
   * Whether anything may be sent there, which the person is asked once for each workspace, and the key that is kept
   * for it. An endpoint on this machine (`isLocal`) needs no question.
   */
  "deliberate/client/endpoint": {
    params: { address: string; isLocal: boolean };
    result: { allowed: boolean; key: string | null };
  };
}

/** What the engine needs beside the address. */
export interface EndpointAccess {
  /** Sent as a bearer token. */
  readonly key?: string;
  /** A server that says nothing for so long is given up. */
  readonly timeoutMs: number;
  /** How often a request is tried without any progress. */
  readonly attempts: number;
  /** First pause before trying again; it doubles with each failure. */
  readonly pauseMs: number;
}
