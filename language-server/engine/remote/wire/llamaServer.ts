/** llama-server's own `/completion`: prompts and answers as token ids, so that nothing is lost between two requests. */
import { rootUrl } from "../../../core/endpoint/address.ts";
import { asList, asNumber, asRecord, asText, type Delta, problemIn, type Unit, type WireOf } from "./wire.ts";

/** As the product's own draw does it: temperature before top-p and min-p. */
const samplers = ["top_k", "temperature", "top_p", "min_p"];

export const llamaServerWire: WireOf = (report) => ({
  url: (base) => `${rootUrl(base)}/completion`,
  body: (dialogue, { maxTokens, sampling, seed, answers = 1 }) => ({
    model: report.model,
    prompt: dialogue.ids(),
    n_predict: maxTokens,
    stream: true,
    return_tokens: true,
    cache_prompt: true,
    ...(report.alternatives === null ? {} : { n_probs: Math.max(1, report.alternatives) }),
    samplers,
    temperature: sampling.temperature,
    top_k: sampling.topK,
    top_p: sampling.topP,
    min_p: sampling.minP,
    seed,
    ...(answers > 1 ? { n_cmpl: answers } : {}),
  }),
  parts: (event) => [{ answer: asNumber(event.index) ?? 0, event }],
  reader: () => {
    /** Tokens that the server says it has drawn. */
    let drawn = 0;
    return (event) => {
      const problem = problemIn(event);
      if (problem !== null) return problem;
      if (event.stop === true) return endOf(event);
      const units = unitsOf(event);
      const total = asNumber(event.tokens_predicted);
      // The tokens of a character that was not whole yet are counted, but not sent.
      const unsent = total === undefined ? 0 : Math.max(0, total - drawn - units.length);
      drawn = total ?? drawn + units.length;
      return { units: units.map((unit, index) => (index === 0 ? { ...unit, sampled: 1 + unsent } : unit)) };
    };
  },
});

function unitsOf(event: Record<string, unknown>): Unit[] {
  const content = asText(event.content);
  const [probabilities] = asList(event.completion_probabilities);
  const ids = Array.isArray(event.tokens) ? (event.tokens as unknown[]) : [];
  return ids.flatMap((given, index): Unit[] => {
    const id = asNumber(given);
    if (id === undefined) return [];
    const last = index === ids.length - 1;
    return [
      {
        id,
        text: last ? content : "",
        logprob: last ? (asNumber(probabilities?.logprob) ?? null) : null,
        alternatives: last ? alternativesOf(probabilities?.top_logprobs) : [],
        sampled: 1,
      },
    ];
  });
}

const alternativesOf = (list: unknown): Unit["alternatives"] =>
  asList(list).flatMap(({ id, token, logprob }) => {
    const [number, value] = [asNumber(id), asNumber(logprob)];
    return number === undefined || value === undefined
      ? []
      : [{ id: number, text: asText(token), logprob: value }];
  });

function endOf(event: Record<string, unknown>): Delta {
  const promptTokens = asNumber(event.tokens_evaluated);
  const sampledTokens = asNumber(event.tokens_predicted) ?? asNumber(asRecord(event.timings).predicted_n);
  return {
    units: unitsOf(event),
    end:
      event.stop_type === "eos" || event.stop_type === "word"
        ? "turn"
        : event.truncated === true
          ? "context"
          : "length",
    ...(promptTokens === undefined ? {} : { promptTokens }),
    ...(sampledTokens === undefined ? {} : { sampledTokens }),
  };
}
