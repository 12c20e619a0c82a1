/** What `/v1/completions` and `/v1/chat/completions` have in common. */
import type { EndpointReport } from "../../../contract/endpoint.ts";
import { asList, asNumber, asRecord, type Delta, type Wanted } from "./wire.ts";

/** Fields of the request that both take. */
export function commonFields(report: EndpointReport, { maxTokens, sampling, seed }: Wanted): object {
  return {
    model: report.model,
    stream: true,
    max_tokens: maxTokens,
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

/** Token counts and the end, as far as this event tells them. */
export function commonDelta(event: Record<string, unknown>): Omit<Delta, "units"> {
  const usage = asRecord(event.usage);
  const promptTokens = asNumber(usage.prompt_tokens);
  const sampledTokens = asNumber(usage.completion_tokens);
  const reason = asList(event.choices)[0]?.finish_reason;
  return {
    ...(promptTokens === undefined ? {} : { promptTokens }),
    ...(sampledTokens === undefined ? {} : { sampledTokens }),
    ...(typeof reason === "string" ? { end: reason === "length" ? "length" : "turn" } : {}),
  };
}
