import type { EndpointReport } from "../../contract/endpoint.ts";

/**
 * Why paths of a run cannot be gone on from inside an answer: where the server only takes whole messages it would be
 * asked another question than the path was. Null when they can, and for models on this machine.
 * @param endpoint of the run; undefined for a model on this machine
 */
export function continuationProblem(
  endpoint: EndpointReport | undefined,
  what: "branch" | "beginnings",
): string | null {
  if (endpoint === undefined || endpoint.continuation) return null;
  return `The endpoint of this run cannot go on with an answer that has begun, so ${offers[what]} llama-server, vLLM and SGLang can go on with answers (vLLM and SGLang by continue_final_message).`;
}

const offers = {
  branch:
    "no path can be gone on from inside a stage. New answers can be sampled from the first token of a stage, without a text or token of your own.",
  beginnings:
    "no path can be given a beginning. Whole answers can be sampled there: runs of direct, Thinker and multi-attempt.",
} as const;

/** What a protocol whose paths stop and go on in the middle of their answers is worth there; null when it can do so. */
export function exchangeWarning(endpoint: EndpointReport | undefined, title: string): string | null {
  if (endpoint === undefined || endpoint.continuation) return null;
  return `The endpoint cannot go on with an answer that has begun: after each exchange ${title} asks it in words to go on, which is not the same. Do not compare these figures with those of other engines.`;
}
