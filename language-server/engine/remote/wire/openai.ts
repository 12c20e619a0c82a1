/** What `/v1/completions` and `/v1/chat/completions` have in common. */
import type { EndpointReport } from "../../../contract/endpoint.ts";
import { type AnswerPart, asList, asNumber, asRecord, type Delta, type Wanted } from "./wire.ts";

const givenUp = new Set(["abort", "error"]);

/** Fields of the request that both take. */
export function commonFields(
  report: EndpointReport,
  { maxTokens, sampling, seed, answers = 1, limitField = "max_tokens" }: Wanted,
): object {
  return {
    model: report.model,
    stream: true,
    [limitField]: maxTokens,
    ...(answers > 1 ? { n: answers } : {}),
    temperature: sampling.temperature,
    top_p: sampling.topP,
    ...(report.seed ? { seed } : {}),
    ...(report.extendedSampling ? { top_k: sampling.topK, min_p: sampling.minP } : {}),
    stream_options: {
      include_usage: true,
      ...(report.extendedSampling ? { continuous_usage_stats: true } : {}),
    },
  };
}

/**
 * A choice names its answer by `index`. Where counts of tokens stand beside a choice they are of its answer; alone, at
 * the end, they are of all.
 */
export function partsByChoice(event: Record<string, unknown>): readonly AnswerPart[] {
  const choices = asList(event.choices);
  if (choices.length === 0) return [{ answer: null, event }];
  const { usage, ...rest } = event;
  return choices.map((choice) => ({
    answer: asNumber(choice.index) ?? 0,
    event: { ...rest, choices: [choice], ...(choices.length === 1 ? { usage } : {}) },
  }));
}

/** Token counts and the end, as far as this event tells them. */
export function commonDelta(event: Record<string, unknown>): Omit<Delta, "units"> {
  const usage = asRecord(event.usage);
  const promptTokens = asNumber(usage.prompt_tokens);
  const sampledTokens = asNumber(usage.completion_tokens);
  const reason = asList(event.choices)[0]?.finish_reason;
  return {
    ...(promptTokens === undefined ? {} : { promptTokens }),
    ...(sampledTokens === undefined ? {} : { sampledTokens }),
    // What a server has given up (`abort`, `error`) has not ended, and is asked for again.
    ...(typeof reason === "string" && !givenUp.has(reason)
      ? { end: reason === "length" ? "length" : "turn" }
      : {}),
  };
}
