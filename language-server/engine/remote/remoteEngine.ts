import { randomUUID } from "node:crypto";
import type { EndpointAccess } from "../../contract/endpoint.ts";
import type { EngineMethods, GenerateParams } from "../../contract/engine.ts";
import type { LoadedModel } from "../../contract/entities.ts";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import { hostsText, parseEndpoint } from "../../core/endpoint/address.ts";
import type { Engine, EngineSink } from "../engine.ts";
import { TokenFrames } from "../tokenFrames.ts";
import { AbortedError, ConnectionError, Http } from "./connection/http.ts";
import { messagesTemplate } from "./messages.ts";
import { type Probed, probeEndpoint } from "./probe.ts";
import { unreachable } from "./refusals.ts";
import { RemoteSession } from "./remoteSession.ts";
import type { RemoteSlot } from "./remoteSlot.ts";
import { noConstraint, RemoteStage } from "./remoteStage.ts";
import { RemoteTokens } from "./tokens.ts";

type Params<M extends keyof EngineMethods> = EngineMethods[M]["params"];
type Answer<M extends keyof EngineMethods> = Promise<Result<EngineMethods[M]["result"]>>;

export const usualAccess: EndpointAccess = { timeoutMs: 120_000, attempts: 8, pauseMs: 500 };

/** Texts whose ids have been told are remembered up to this many; vocabularies are smaller. */
const rememberedTexts = 1 << 20;

/**
 * The contract over an OpenAI-compatible endpoint. A slot is a dialogue that is kept here and sent with each request;
 * what the servers keep of it is their affair.
 */
export class RemoteEngine implements Engine {
  private session: RemoteSession | null = null;
  private frames: TokenFrames | null = null;
  private readonly sink: EngineSink;

  constructor(sink: EngineSink) {
    this.sink = sink;
  }

  async load(params: Params<"load">): Answer<"load"> {
    await this.unload();
    const startedAt = performance.now();
    const address = parseEndpoint(params.modelPath);
    if (address === null) {
      return fail(
        "endpoint/bad-address",
        `${params.modelPath} is not an address such as http://localhost:8080/v1#model.`,
      );
    }
    const access = params.endpoint ?? usualAccess;
    const http = new Http(access);
    this.sink({ kind: "load-progress", fraction: 0.1 });
    const probed = await probeEndpoint(address, http, new AbortController().signal);
    if (!probed.ok) {
      http.close();
      return probed;
    }
    const { report, bosText, eosText } = probed.value;
    const urls = report.servers.map(({ url }) => url);
    const { signal } = new AbortController();
    let tokens: RemoteTokens | null = null;
    try {
      const { pauseMs } = access;
      if (report.tokenIds)
        tokens = await RemoteTokens.open(http, { urls, pauseMs, bosText, eosText }, signal);
    } catch (error) {
      http.close();
      return fail("endpoint/unreachable", `The tokenizer of ${urls[0]} does not answer.`, detailOf(error));
    }
    const contextTokens = report.contextTokens ?? params.contextTokens;
    const session = new RemoteSession({
      http,
      access,
      report,
      tokens,
      sequences: params.sequences,
      contextTokens,
      known: params.vocabulary ?? [],
      name: randomUUID().slice(0, 8),
      log: (text) => this.sink({ kind: "log", level: "info", text }),
    });
    this.session = session;
    this.frames = new TokenFrames(this.sink, rememberedTexts, (id) => session.book.text(id));
    this.sink({ kind: "load-progress", fraction: 1 });
    return ok(
      modelOf(params, probed.value, contextTokens, performance.now() - startedAt, hostsText(address)),
    );
  }

  async unload(): Answer<"unload"> {
    this.session?.close();
    this.session = null;
    return ok({});
  }

  async tokenize({ prompt, preceding = [] }: Params<"tokenize">): Answer<"tokenize"> {
    const { session } = this;
    if (session === null) return notLoaded();
    const ids = await session.encode(prompt, preceding.at(-1) ?? null, new AbortController().signal);
    return ok({ tokens: Uint32Array.from(ids ?? prompt.map(({ text }) => session.book.idOf(text))) });
  }

  generate(params: GenerateParams): Answer<"generate"> {
    return this.withSlot(params.slot, async (slot, session, frames) => {
      if (params.constraint !== undefined) return noConstraint();
      const abort = new AbortController();
      slot.abort = abort;
      try {
        const result = await new RemoteStage(session, slot, params, frames, abort.signal).run();
        if (result.ok) {
          slot.inputTokens += result.value.promptTokens;
          slot.outputTokens += result.value.generatedTokens;
        }
        return result;
      } finally {
        slot.abort = null;
        // Whoever gets the response must have all of its tokens already.
        frames.flush();
      }
    });
  }

  append({ slot: index, prompt, tokens = [] }: Params<"append">): Answer<"append"> {
    return this.withSlot(index, async (slot, session) => {
      const startedAt = performance.now();
      const { signal } = new AbortController();
      const { dialogue } = slot;
      const before = dialogue.length;
      dialogue.addPrompt(prompt, await session.encode(prompt, dialogue.lastId, signal));
      for (const id of tokens) dialogue.addToken(id, session.hasIds ? "" : session.book.text(id));
      return ok({ tokens: dialogue.length - before, elapsedMs: performance.now() - startedAt });
    });
  }

  async fork({ from, to, upTo }: Params<"fork">): Answer<"fork"> {
    return this.withSlot(to, async (slot, { slots }) => {
      const source = slots[from];
      if (source === undefined || source === slot) return noSuchSlot(from);
      const copied = Math.min(upTo ?? source.dialogue.length, source.dialogue.length);
      slot.dialogue.copyFrom(source.dialogue, copied);
      slot.known = 0;
      return ok({ copied, evaluated: 0 });
    });
  }

  clear({ slot: index }: Params<"clear">): Answer<"clear"> {
    return this.withSlot(index, async (slot) => {
      slot.dialogue.clear();
      slot.known = 0;
      return ok({});
    });
  }

  /** The servers make their own batches; nobody waits for anybody here. */
  async hold({ slot }: Params<"hold">): Answer<"hold"> {
    if (this.session === null) return notLoaded();
    return this.session.slots[slot] === undefined ? noSuchSlot(slot) : ok({});
  }

  async stalled(): Answer<"stalled"> {
    return this.session === null ? notLoaded() : ok({ held: [] });
  }

  async cancel({ slot }: Params<"cancel">): Answer<"cancel"> {
    const found = this.session?.slots[slot];
    if (found === undefined) return this.session === null ? notLoaded() : noSuchSlot(slot);
    found.abort?.abort();
    return ok({});
  }

  async counters({ slot }: Params<"counters">): Answer<"counters"> {
    const found = this.session?.slots[slot];
    if (found === undefined) return this.session === null ? notLoaded() : noSuchSlot(slot);
    const { inputTokens, outputTokens, dialogue } = found;
    return ok({ inputTokens, outputTokens, length: dialogue.length });
  }

  private async withSlot<T>(
    index: number,
    work: (slot: RemoteSlot, session: RemoteSession, frames: TokenFrames) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { session, frames } = this;
    if (session === null || frames === null) return notLoaded();
    const slot = session.slots[index];
    if (slot === undefined) return noSuchSlot(index);
    if (slot.busy) return fail("input/invalid", `Slot ${index} is still working on another request.`);
    slot.busy = true;
    try {
      return await work(slot, session, frames);
    } catch (error) {
      if (error instanceof ConnectionError)
        return { ok: false, error: unreachable("The endpoint", error.message) };
      if (error instanceof AbortedError) return fail("endpoint/unreachable", "The connection was closed.");
      throw error;
    } finally {
      slot.busy = false;
    }
  }
}

function modelOf(
  params: Params<"load">,
  { report, template, bosText, eosText }: Probed,
  contextTokens: number,
  loadMs: number,
  hosts: string,
): LoadedModel {
  return {
    path: params.modelPath,
    name: report.model,
    architecture: "endpoint",
    device: "endpoint",
    deviceNames: [hosts],
    gpuLayers: 0,
    totalLayers: 0,
    contextTokens,
    sequences: params.sequences,
    trainContextTokens: contextTokens,
    vocabularySize: 0,
    chatTemplate: report.template === "server" ? messagesTemplate : template,
    bosText,
    eosText,
    addBos: false,
    engine: { name: "endpoint", version: report.servers[0]?.software ?? "", llamaCpp: "" },
    endpoint: report,
    loadMs,
  };
}

const notLoaded = (): Result<never> =>
  fail("model/not-selected", "No model is loaded. Select a model first.");

const noSuchSlot = (slot: number): Result<never> => fail("input/invalid", `There is no slot ${slot}.`);
