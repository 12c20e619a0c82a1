/** What a server does with seeds, top-k, probabilities: seen from a handful of very short answers. */
import type { LimitField } from "../../../contract/endpoint.ts";
import { asList, asNumber, asRecord, asText } from "../wire/wire.ts";
import type { Asker } from "./ask.ts";

/** How an answer of at most some tokens is asked for, without streaming. */
export interface SampleApi {
  readonly url: string;
  body(options: SampleOptions): object;
  /** Of all answers, in their order. */
  textsOf(body: Record<string, unknown>): readonly string[];
  /** Alternatives told for the first token; null without probabilities. */
  alternativesOf(body: Record<string, unknown>): number | null;
}

export interface SampleOptions {
  readonly seed?: number;
  readonly topK?: number;
  readonly alternatives?: number;
  /** One when left out. */
  readonly answers?: number;
  readonly temperature: number;
}

export interface SampleFindings {
  readonly alternatives: number | null;
  readonly seed: boolean;
  readonly extendedSampling: boolean;
  readonly severalAnswers: boolean;
  readonly consecutiveSeeds: boolean;
}

const mostAlternatives = [20, 5, 0];
/** High, so that two seeds part within a few tokens. */
const temperature = 1.5;

export async function probeSamples(asker: Asker, api: SampleApi): Promise<SampleFindings> {
  const texts = async (options: Omit<SampleOptions, "temperature">): Promise<readonly string[]> => {
    const body = await asker.get(api.url, api.body({ temperature, ...options }));
    return body === null ? [] : api.textsOf(body);
  };
  const [[first], [again], [other], [topOne], [topOneOther], both, twice] = await Promise.all([
    texts({ seed: 1 }),
    texts({ seed: 1 }),
    texts({ seed: 2 }),
    texts({ seed: 1, topK: 1 }),
    texts({ seed: 2, topK: 1 }),
    texts({ seed: 1, answers: 2 }),
    texts({ answers: 2 }),
  ]);
  const seed = first !== undefined && first === again && (first !== other || first === topOne);
  return {
    alternatives: await probeAlternatives(asker, api),
    seed,
    extendedSampling: topOne !== undefined && topOne === topOneOther,
    // Two copies of one answer are no two samples.
    severalAnswers:
      (both.length === 2 && both[0] !== both[1]) || (twice.length === 2 && twice[0] !== twice[1]),
    consecutiveSeeds: seed && both.length === 2 && both[0] === first && both[1] === other && first !== other,
  };
}

/** Servers have different limits, and refuse what is above theirs. */
async function probeAlternatives(asker: Asker, api: SampleApi): Promise<number | null> {
  for (const alternatives of mostAlternatives) {
    const body = await asker.get(api.url, api.body({ temperature: 0, alternatives }));
    const told = body === null ? null : api.alternativesOf(body);
    if (told !== null) return Math.min(told, alternatives);
  }
  return null;
}

export const probePrompt = "Once upon a time";
export const probeTokens = 8;

/** Of OpenAI's form, for what is asked by one request. */
export const openAiFields = (
  model: string,
  { seed, topK, answers, temperature: heat }: SampleOptions,
  limitField: LimitField,
): object => ({
  model,
  [limitField]: probeTokens,
  temperature: heat,
  ...(seed === undefined ? {} : { seed }),
  ...(topK === undefined ? {} : { top_k: topK }),
  ...(answers === undefined ? {} : { n: answers }),
});

export const completionsApi = (url: string, model: string): SampleApi => ({
  url: `${url}/completions`,
  body: (options) => ({
    ...openAiFields(model, options, "max_tokens"),
    prompt: probePrompt,
    ...(options.alternatives === undefined ? {} : { logprobs: options.alternatives }),
  }),
  textsOf: (body) => asList(body.choices).map((choice) => asText(choice.text)),
  alternativesOf: (body) => {
    const { tokens, top_logprobs: top } = asRecord(asList(body.choices)[0]?.logprobs);
    if (!Array.isArray(tokens) || tokens.length === 0) return null;
    return Array.isArray(top) ? Object.keys(asRecord(top[0])).length : 0;
  },
});

export const chatApi = (url: string, model: string, limitField: LimitField): SampleApi => ({
  url: `${url}/chat/completions`,
  body: (options) => ({
    ...openAiFields(model, options, limitField),
    messages: [{ role: "user", content: probePrompt }],
    ...(options.alternatives === undefined
      ? {}
      : { logprobs: true, ...(options.alternatives === 0 ? {} : { top_logprobs: options.alternatives }) }),
  }),
  textsOf: (body) =>
    asList(body.choices).map((choice) => {
      const message = asRecord(choice.message);
      return asText(message.content) + asText(message.reasoning_content) + asText(message.reasoning);
    }),
  alternativesOf: (body) => {
    const [first] = asList(asRecord(asList(body.choices)[0]?.logprobs).content);
    return first === undefined ? null : asList(first.top_logprobs).length;
  },
});

export const llamaServerApi = (root: string, model: string): SampleApi => ({
  url: `${root}/completion`,
  body: ({ seed, topK, alternatives, answers, temperature: heat }) => ({
    model,
    prompt: probePrompt,
    n_predict: probeTokens,
    temperature: heat,
    cache_prompt: false,
    ...(seed === undefined ? {} : { seed }),
    top_k: topK ?? 0,
    top_p: 1,
    min_p: 0,
    ...(alternatives === undefined ? {} : { n_probs: alternatives }),
    ...(answers === undefined ? {} : { n_cmpl: answers }),
  }),
  textsOf: (body) => (Array.isArray(body) ? asList(body) : [body]).map(({ content }) => asText(content)),
  alternativesOf: (body) => {
    const [first] = asList(body.completion_probabilities);
    return asNumber(first?.logprob) === undefined ? null : asList(first?.top_logprobs).length;
  },
});
