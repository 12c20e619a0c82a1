/**
 * Servers for tests of the remote engine: they speak the wire formats of llama-server and of OpenAI-compatible servers,
 * and what they write comes from a real GGUF through the product's own llama engine.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GenerateResult, PromptPiece, TokenChunk } from "../../../language-server/contract/engine.ts";
import type { LoadedModel } from "../../../language-server/contract/entities.ts";
import type { EngineHost } from "../../../language-server/server/engineHost.ts";
import { loadParams, newHost, value } from "../../engine/harness.ts";
import { Counters } from "./counters.ts";

export interface EndpointOptions {
  readonly api: "llama-server" | "chat" | "completions";
  readonly slots?: number;
  /** Fields that the server knows beyond the plain ones. */
  readonly logprobs?: boolean;
  readonly continues?: boolean;
  readonly key?: string;
  readonly contextTokens?: number;
  /** The smallest one otherwise. */
  readonly modelPath?: string;
  /**
   * What becomes of `n`: answers with seeds that follow each other, as vLLM and llama-server give them; copies of one, as
   * where all take the same seed; passed over; or refused.
   */
  readonly several?: "seeds" | "copies" | "ignored" | "refused";
  /** Evaluates each answer alone, so that what it writes does not depend on the others. */
  readonly isolated?: boolean;
  /** Refuses `max_tokens` with messages, as OpenAI does for reasoning models. */
  readonly newerLimit?: boolean;
}

export interface EndpointServer {
  /** Base URL, with `/v1`. */
  readonly url: string;
  readonly counters: Counters;
  /** From now on, requests above this many at once are turned away with 429. */
  turnAwayAbove(most: number): void;
  /** From now on it is a server of this kind. */
  become(options: Pick<EndpointOptions, "several" | "newerLimit">): void;
  close(): Promise<void>;
}

export const servedName = "stories";

export async function startEndpoint(options: EndpointOptions): Promise<EndpointServer> {
  const slots = options.slots ?? 4;
  const host = newHost();
  value(await host.start());
  const contextTokens = options.contextTokens ?? 512;
  const model = value(
    await host.request(
      "load",
      loadParams({
        sequences: slots,
        contextTokens,
        contextTokensMinimum: contextTokens,
        ...(options.modelPath === undefined ? {} : { modelPath: options.modelPath }),
        ...(options.isolated === true ? { isolated: true } : {}),
      }),
    ),
  );
  const endpoint = new Endpoint(host, options, model, slots);
  const server = createServer((request, response) => void endpoint.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    counters: endpoint.counters,
    turnAwayAbove: (most) => {
      endpoint.most = most;
    },
    become: (changes) => {
      endpoint.options = { ...endpoint.options, ...changes };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await host.stop();
    },
  };
}

type Body = Record<string, unknown>;

class Endpoint {
  readonly counters = new Counters();
  most = Number.POSITIVE_INFINITY;
  private readonly contextTokens: number;
  private readonly free: number[];
  private readonly queue: ((slot: number) => void)[] = [];
  private readonly listeners = new Map<number, (chunk: TokenChunk) => void>();

  constructor(
    private readonly host: EngineHost,
    public options: EndpointOptions,
    private readonly model: LoadedModel,
    private readonly slots: number,
  ) {
    this.contextTokens = model.contextTokens;
    this.free = Array.from({ length: slots }, (_, slot) => slot);
    host.onEvent((event) => {
      if (event.kind !== "tokens") return;
      // A text is told once, with whichever answer it comes first in.
      for (const { vocabulary } of event.chunks)
        for (const { id, text } of vocabulary) this.texts.set(id, text);
      for (const chunk of event.chunks) this.listeners.get(chunk.slot)?.(chunk);
    });
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const piece of request.setEncoding("utf8")) text += piece as string;
    const body = text === "" ? {} : (JSON.parse(text) as Body);
    const json = (status: number, content: object): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
    };
    const error = (status: number, message: string, type = "error") =>
      json(status, { error: { code: status, message, type } });
    const { api, key } = this.options;
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`)
      return error(401, "Invalid API Key");
    const llama = api === "llama-server";
    switch (request.url) {
      case "/v1/models":
        return json(200, {
          object: "list",
          data: [
            {
              id: servedName,
              owned_by: llama ? "llamacpp" : "fixture",
              ...(llama ? {} : { max_model_len: this.contextTokens }),
            },
          ],
        });
      case "/props":
        if (!llama) break;
        return json(200, {
          default_generation_settings: { n_ctx: this.contextTokens },
          total_slots: this.slots,
          chat_template: this.model.chatTemplate ?? "",
          bos_token: this.model.bosText,
          eos_token: this.model.eosText,
          build_info: "fixture",
        });
      case "/tokenize":
        if (!llama) break;
        return json(200, {
          tokens: await this.tokenize(
            String(body.content),
            body.parse_special !== false,
            body.add_special === true,
          ),
        });
      case "/detokenize":
        if (!llama) break;
        return json(200, { content: await this.textOf(body.tokens as number[]) });
      case "/completion":
        if (!llama) break;
        return this.complete(request, response, body, error);
      case "/v1/completions":
        if (api === "chat") break;
        return this.complete(request, response, body, error);
      case "/v1/chat/completions":
        if (api !== "chat") break;
        return this.complete(request, response, body, error);
    }
    return error(404, "File Not Found");
  }

  private async tokenize(text: string, special: boolean, bos: boolean): Promise<number[]> {
    if (text === "") return [];
    const { tokens } = value(await this.host.request("tokenize", { prompt: [{ text, special }] }));
    return bos || !this.model.addBos ? [...tokens] : [...tokens].slice(1);
  }

  private readonly texts = new Map<number, string>();

  /** As the engine reads them behind other text: given to it, they come back as the text of a stage. */
  private async textOf(ids: readonly number[]): Promise<string> {
    if (ids.length === 0) return "";
    const slot = await this.takeSlot();
    try {
      value(await this.host.request("clear", { slot }));
      const stage = value(
        await this.host.request("generate", {
          ...{ slot, prompt: [{ text: "x", special: false }], budgetTokens: ids.length },
          key: { seed: 0, questionId: "", sample: 0, path: 0, stage: 0 },
          sampling: { temperature: 0, topP: 1, minP: 0, topK: 1 },
          stop: { texts: [], atBox: false },
          resume: { tokens: ids, forcedFrom: null },
        }),
      );
      return stage.text;
    } finally {
      this.giveSlot(slot);
    }
  }

  private async complete(
    request: IncomingMessage,
    response: ServerResponse,
    body: Body,
    error: (status: number, message: string, type?: string) => void,
  ): Promise<void> {
    const label = String(request.headers["x-request-id"] ?? "probe").replace(/\.\d+$/, "");
    if (this.counters.underWay >= this.most) {
      this.counters.turnedAway++;
      return error(429, "too many requests");
    }
    const { several = "seeds", newerLimit, api } = this.options;
    if (newerLimit === true && api === "chat" && body.max_tokens !== undefined)
      return error(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        "invalid_request_error",
      );
    const asked = Number(body.n ?? body.n_cmpl ?? 1);
    if (asked > 1 && several === "refused") return error(400, "n must be 1", "invalid_request_error");
    const answers = several === "ignored" ? 1 : asked;
    const prompt = await this.promptOf(body);
    const wanted = Number(body.n_predict ?? body.max_completion_tokens ?? body.max_tokens ?? 16);
    if (prompt.length >= this.contextTokens) {
      return error(400, "the request exceeds the available context size", "exceed_context_size_error");
    }
    const counted = answerLabels(label, answers).map((each) => this.counters.begin(each));
    this.counters.prompts.push({ label, tokens: prompt.length, answers });
    let gone = false;
    const slots = new Set<number>();
    response.on("close", () => {
      if (response.writableFinished) return;
      gone = true;
      for (const slot of slots) void this.host.request("cancel", { slot });
    });
    const events: object[] = [];
    const streams = body.stream === true;
    if (streams) response.writeHead(200, { "content-type": "text/event-stream" });
    const writers = counted.map((_, index) => writerOf(this.options, body, prompt.length, index));
    const write = (event: object): void => {
      if (streams) response.write(`data: ${JSON.stringify(event)}\n\n`);
      else events.push(event);
    };
    await Promise.all(
      counted.map(async (answer, index) => {
        const writer = writers[index];
        const slot = await this.takeSlot();
        slots.add(slot);
        try {
          if (gone || writer === undefined) return this.counters.end(answer, "aborted");
          const seed = body.seed === undefined ? null : Number(body.seed) + (several === "seeds" ? index : 0);
          const result = await this.generate(slot, prompt, wanted, body, seed, (chunk) => {
            for (let at = 0; at < chunk.ids.length && !gone; at++) {
              answer.tokens++;
              write(writer.token(tokenAt(chunk, at, this.texts)));
            }
          });
          write(writer.end(result));
          this.counters.end(answer, gone || result.reason === "cancelled" ? "aborted" : "completed");
        } finally {
          slots.delete(slot);
          this.giveSlot(slot);
        }
      }),
    );
    const sampled = counted.reduce((sum, { tokens }) => sum + tokens, 0);
    for (const event of writers[0]?.last(sampled) ?? []) write(event);
    if (streams) response.end("data: [DONE]\n\n");
    else
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify(writers[0]?.whole(events, answers)));
  }

  private async promptOf(body: Body): Promise<number[]> {
    if (Array.isArray(body.prompt)) return body.prompt as number[];
    if (typeof body.prompt === "string") return this.tokenize(body.prompt, true, true);
    const messages = body.messages as { role: string; content: string }[];
    const last = messages.at(-1);
    const open =
      body.continue_final_message === true && this.options.continues === true && last?.role === "assistant";
    const text = messages
      .map(({ role, content }, at) => `${role}: ${content}${open && at === messages.length - 1 ? "" : "\n"}`)
      .join("");
    return this.tokenize(open ? text : `${text}assistant:`, true, true);
  }

  private async generate(
    slot: number,
    prompt: readonly number[],
    budgetTokens: number,
    body: Body,
    seed: number | null,
    listener: (chunk: TokenChunk) => void,
  ): Promise<GenerateResult> {
    const { host } = this;
    value(await host.request("clear", { slot }));
    value(await host.request("append", { slot, prompt: [], tokens: prompt }));
    this.listeners.set(slot, listener);
    try {
      return value(
        await host.request("generate", {
          slot,
          prompt: [] as PromptPiece[],
          key: {
            seed: seed ?? Math.floor(Math.random() * 1e9),
            questionId: "q",
            sample: 0,
            path: 0,
            stage: 0,
          },
          sampling: {
            temperature: Number(body.temperature ?? 1),
            topP: Number(body.top_p ?? 1),
            minP: Number(body.min_p ?? 0),
            topK: Math.min(256, Number(body.top_k ?? 0) || 256),
          },
          budgetTokens,
          stop: { texts: [], atBox: false },
        }),
      );
    } finally {
      this.listeners.delete(slot);
    }
  }

  private takeSlot(): Promise<number> {
    const slot = this.free.pop();
    if (slot !== undefined) return Promise.resolve(slot);
    return new Promise((resolve) => this.queue.push(resolve));
  }

  private giveSlot(slot: number): void {
    const next = this.queue.shift();
    if (next === undefined) this.free.push(slot);
    else next(slot);
  }
}

interface WrittenToken {
  readonly id: number;
  readonly text: string;
  readonly logprob: number;
  readonly others: readonly { readonly id: number; readonly text: string; readonly logprob: number }[];
}

function tokenAt(chunk: TokenChunk, at: number, texts: ReadonlyMap<number, string>): WrittenToken {
  const others = [];
  for (let i = at * 5; i < at * 5 + 5; i++) {
    const id = chunk.alternativeIds[i] ?? 0xffffffff;
    if (id !== 0xffffffff)
      others.push({ id, text: texts.get(id) ?? "", logprob: chunk.alternativeLogprobs[i] ?? 0 });
  }
  return { id: chunk.ids[at] ?? 0, text: chunk.texts[at] ?? "", logprob: chunk.logprobs[at] ?? 0, others };
}

/** What one answer looks like on the wire. */
interface Writer {
  token(token: WrittenToken): object;
  end(result: GenerateResult): object;
  /** Of the whole request, behind all answers. */
  last(sampledTokens: number): object[];
  /** All answers without streaming. */
  whole(events: readonly object[], answers: number): object;
}

/** `name:question:0-1-2:stage@step` asks for three answers. */
function answerLabels(label: string, answers: number): string[] {
  const match = /^(.*:)(\d+(?:-\d+)*)(:\d+@\d+)$/.exec(label);
  const samples = match?.[2]?.split("-") ?? [];
  return Array.from({ length: answers }, (_, at) =>
    samples.length === answers && match !== null ? `${match[1]}${samples[at]}${match[3]}` : label,
  );
}

function writerOf(options: EndpointOptions, body: Body, promptTokens: number, index: number): Writer {
  if (options.api === "llama-server" && body.n_predict !== undefined) return llamaWriter(promptTokens, index);
  return openAiWriter(options, body, promptTokens, index);
}

function llamaWriter(promptTokens: number, index: number): Writer {
  let drawn = 0;
  const one = (events: readonly object[]) => {
    const parts = events as { content: string; completion_probabilities?: object[] }[];
    return {
      ...parts.at(-1),
      content: parts.map(({ content }) => content).join(""),
      completion_probabilities: parts.flatMap((part) => part.completion_probabilities ?? []),
    };
  };
  return {
    token: ({ id, text, logprob, others }) => ({
      index,
      content: text,
      tokens: [id],
      stop: false,
      tokens_predicted: ++drawn,
      tokens_evaluated: promptTokens,
      completion_probabilities: [
        {
          id,
          token: text,
          logprob,
          top_logprobs: others.map((other) => ({ id: other.id, token: other.text, logprob: other.logprob })),
        },
      ],
    }),
    end: ({ reason }) => ({
      index,
      content: "",
      tokens: [],
      stop: true,
      stop_type: reason === "end-of-turn" ? "eos" : "limit",
      truncated: reason === "context",
      tokens_predicted: drawn,
      tokens_evaluated: promptTokens,
    }),
    last: () => [],
    whole: (events, answers) =>
      answers === 1
        ? one(events)
        : Array.from({ length: answers }, (_, at) =>
            one(events.filter((event) => (event as { index: number }).index === at)),
          ),
  };
}

function openAiWriter(
  { api, logprobs }: EndpointOptions,
  body: Body,
  promptTokens: number,
  index: number,
): Writer {
  const asked = logprobs === true && body.logprobs !== undefined && body.logprobs !== false;
  const streaming = body.stream_options as { continuous_usage_stats?: boolean } | undefined;
  const continuous = streaming?.continuous_usage_stats === true;
  let drawn = 0;
  const usage = (sampled: number) => ({
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: sampled,
      total_tokens: promptTokens + sampled,
    },
  });
  const named = ({ text, logprob, others }: WrittenToken) =>
    api === "chat"
      ? {
          content: [
            {
              token: text,
              logprob,
              bytes: [...Buffer.from(text)],
              top_logprobs: others.map((other) => ({ token: other.text, logprob: other.logprob })),
            },
          ],
        }
      : {
          tokens: [text],
          token_logprobs: [logprob],
          top_logprobs: [Object.fromEntries(others.map((other) => [other.text, other.logprob]))],
        };
  const chunk = (text: string, finish: string | null, probabilities: object | null) => ({
    choices: [
      {
        index,
        ...(api === "chat" ? { delta: { content: text } } : { text }),
        logprobs: probabilities,
        finish_reason: finish,
      },
    ],
    ...(continuous ? usage(drawn) : {}),
  });
  type Choice = { index: number; text?: string; delta?: { content: string }; logprobs: object | null };
  return {
    token: (token) => {
      drawn++;
      return chunk(token.text, null, asked ? named(token) : null);
    },
    end: ({ reason }) => chunk("", reason === "end-of-turn" ? "stop" : "length", null),
    last: (sampled) => [{ choices: [], ...usage(sampled) }],
    whole: (events, answers) => {
      const all = (events as { choices: Choice[] }[]).flatMap((event) => event.choices);
      const choices = Array.from({ length: answers }, (_, at) => {
        const own = all.filter((choice) => choice.index === at);
        const text = own.map((part) => part.text ?? part.delta?.content ?? "").join("");
        return {
          index: at,
          ...(api === "chat" ? { message: { role: "assistant", content: text } } : { text }),
          logprobs: own[0]?.logprobs ?? null,
          finish_reason: "length",
        };
      });
      return { ...events.at(-1), choices };
    },
  };
}
