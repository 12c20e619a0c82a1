/** What a server does with seeds, top-k, probabilities: seen from a handful of very short answers. */
import { asList, asNumber, asRecord, asText } from "../wire/wire.ts";
import type { Asker } from "./ask.ts";

/** How an answer of at most some tokens is asked for, without streaming. */
export interface SampleApi {
  readonly url: string;
  body(options: SampleOptions): object;
  textOf(body: Record<string, unknown>): string;
  /** Alternatives told for the first token; null without probabilities. */
  alternativesOf(body: Record<string, unknown>): number | null;
}

export interface SampleOptions {
  readonly seed?: number;
  readonly topK?: number;
  readonly alternatives?: number;
  readonly temperature: number;
}

export interface SampleFindings {
  readonly alternatives: number | null;
  readonly seed: boolean;
  readonly extendedSampling: boolean;
}

const mostAlternatives = [20, 5, 0];
/** High, so that two seeds part within a few tokens. */
const temperature = 1.5;

export async function probeSamples(asker: Asker, api: SampleApi): Promise<SampleFindings> {
  const text = async (options: Omit<SampleOptions, "temperature">): Promise<string | null> => {
    const body = await asker.get(api.url, api.body({ temperature, ...options }));
    return body === null ? null : api.textOf(body);
  };
  const [first, again, other, topOne, topOneOther] = await Promise.all([
    text({ seed: 1 }),
    text({ seed: 1 }),
    text({ seed: 2 }),
    text({ seed: 1, topK: 1 }),
    text({ seed: 2, topK: 1 }),
  ]);
  return {
    alternatives: await probeAlternatives(asker, api),
    seed: first !== null && first === again && (first !== other || first === topOne),
    extendedSampling: topOne !== null && topOne === topOneOther,
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

/** Whether one request can bring several answers. */
export async function probeSeveral(asker: Asker, url: string, request: object): Promise<boolean> {
  const body = await asker.get(url, { ...request, n: 2, max_tokens: 1 });
  return body !== null && asList(body.choices).length === 2;
}

export const openAiFields = (model: string, { seed, topK, temperature: heat }: SampleOptions): object => ({
  model,
  max_tokens: probeTokens,
  temperature: heat,
  ...(seed === undefined ? {} : { seed }),
  ...(topK === undefined ? {} : { top_k: topK }),
});

export const completionsApi = (url: string, model: string): SampleApi => ({
  url: `${url}/completions`,
  body: (options) => ({
    ...openAiFields(model, options),
    prompt: probePrompt,
    ...(options.alternatives === undefined ? {} : { logprobs: options.alternatives }),
  }),
  textOf: (body) => asText(asList(body.choices)[0]?.text),
  alternativesOf: (body) => {
    const { tokens, top_logprobs: top } = asRecord(asList(body.choices)[0]?.logprobs);
    if (!Array.isArray(tokens) || tokens.length === 0) return null;
    return Array.isArray(top) ? Object.keys(asRecord(top[0])).length : 0;
  },
});

export const chatApi = (url: string, model: string): SampleApi => ({
  url: `${url}/chat/completions`,
  body: (options) => ({
    ...openAiFields(model, options),
    messages: [{ role: "user", content: probePrompt }],
    ...(options.alternatives === undefined
      ? {}
      : { logprobs: true, ...(options.alternatives === 0 ? {} : { top_logprobs: options.alternatives }) }),
  }),
  textOf: (body) => {
    const message = asRecord(asList(body.choices)[0]?.message);
    return asText(message.content) + asText(message.reasoning_content) + asText(message.reasoning);
  },
  alternativesOf: (body) => {
    const [first] = asList(asRecord(asList(body.choices)[0]?.logprobs).content);
    return first === undefined ? null : asList(first.top_logprobs).length;
  },
});

export const llamaServerApi = (root: string, model: string): SampleApi => ({
  url: `${root}/completion`,
  body: ({ seed, topK, alternatives, temperature: heat }) => ({
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
  }),
  textOf: (body) => asText(body.content),
  alternativesOf: (body) => {
    const [first] = asList(body.completion_probabilities);
    return asNumber(first?.logprob) === undefined ? null : asList(first?.top_logprobs).length;
  },
});
