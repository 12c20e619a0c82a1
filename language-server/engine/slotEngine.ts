import type { EngineMethods, GenerateParams, PromptPiece } from "../contract/engine.ts";
import { detailOf, type Failure, fail, ok, type Result } from "../contract/result.ts";
import { automatonOf, type GuardedVocabulary, QueryGuard } from "../core/sql/constrain/queryGuard.ts";
import { VocabularyTrie } from "../core/sql/constrain/vocabularyTrie.ts";
import type { Backend, LoadedBackend, Tokenizer } from "./backend.ts";
import type { Engine, EngineSink } from "./engine.ts";
import { Slot } from "./slot.ts";
import { StageLoop } from "./stageLoop.ts";
import { TokenFrames } from "./tokenFrames.ts";

const workEveryMs = 1000;

type Params<M extends keyof EngineMethods> = EngineMethods[M]["params"];
type Answer<M extends keyof EngineMethods> = Promise<Result<EngineMethods[M]["result"]>>;

interface Session {
  readonly backend: LoadedBackend;
  readonly slots: readonly Slot[];
  readonly frames: TokenFrames;
  readonly guarded: GuardedVocabulary;
}

/** The contract over any token source: slots, stages, forks. */
export class SlotEngine implements Engine {
  private session: Session | null = null;
  private readonly backend: Backend;
  private readonly sink: EngineSink;

  constructor(backend: Backend, sink: EngineSink) {
    this.backend = backend;
    this.sink = sink;
  }

  async load(params: Params<"load">): Answer<"load"> {
    await this.unload();
    const loaded = await this.backend.load(params, (fraction) =>
      this.sink({ kind: "load-progress", fraction }),
    );
    if (!loaded.ok) return loaded;
    const { tokenizer, sequences } = loaded.value;
    this.session = {
      backend: loaded.value,
      slots: sequences.map((sequence, index) => new Slot(index, sequence)),
      frames: new TokenFrames(withWork(this.sink, loaded.value), tokenizer.vocabularySize, (id) =>
        tokenizer.text(id),
      ),
      guarded: guardedVocabulary(tokenizer),
    };
    return ok(loaded.value.model);
  }

  async unload(): Answer<"unload"> {
    const session = this.session;
    this.session = null;
    if (session !== null) {
      for (const slot of session.slots) slot.cancelled = true;
      await this.backend.unload();
    }
    return ok({});
  }

  async tokenize(params: Params<"tokenize">): Answer<"tokenize"> {
    const session = this.session;
    if (session === null) return notLoaded();
    return ok({
      tokens: Uint32Array.from(session.backend.tokenizer.encode(params.prompt, params.preceding ?? [])),
    });
  }

  generate(params: GenerateParams): Answer<"generate"> {
    return this.withSlot(params.slot, async (slot, session) => {
      slot.cancelled = false;
      try {
        const guard = guardOf(params, session.guarded);
        return ok(await new StageLoop(session.backend, slot, params, session.frames, guard).run());
      } finally {
        // Whoever gets the response must have all of its tokens already.
        session.frames.flush();
      }
    });
  }

  append(params: Params<"append">): Answer<"append"> {
    return this.withSlot(params.slot, async (slot, { backend }) => {
      const startedAt = performance.now();
      const ids = this.encode(backend, slot, params.prompt, params.tokens ?? []);
      if (slot.length + ids.length > backend.capacity) {
        return fail(
          "engine/context-too-small",
          `The text needs ${slot.length + ids.length} tokens, but the context holds only ${backend.capacity}. Choose a larger context.`,
        );
      }
      slot.pending.push(...ids);
      const evaluated = slot.pending.splice(0, Math.max(0, slot.pending.length - 1));
      if (evaluated.length > 0) await slot.sequence.evaluate(evaluated);
      return ok({ tokens: ids.length, elapsedMs: performance.now() - startedAt });
    });
  }

  /**
   * The source may be generating meanwhile: what it held when its stage began no longer changes, and only the end of the
   * stage itself may be dropped.
   */
  async fork(params: Params<"fork">): Answer<"fork"> {
    if (params.from === params.to) return fail("input/invalid", "A slot cannot be forked onto itself.");
    return this.withSlot(params.to, async (to, { slots }) => {
      const from = slots[params.from];
      if (from === undefined) return noSuchSlot(params.from);
      const tokens = from.tokens().slice(0, params.upTo ?? from.length);
      const shared = Math.min(from.sequence.length, Math.max(0, tokens.length - 1));
      to.pending = tokens.slice(shared);
      if (shared === 0) {
        await to.sequence.clear();
        return ok({ copied: 0, evaluated: 0 });
      }
      if (await to.sequence.copyFrom(from.sequence, shared)) return ok({ copied: shared, evaluated: 0 });
      await to.sequence.clear();
      await to.sequence.evaluate(tokens.slice(0, shared));
      return ok({ copied: 0, evaluated: shared });
    });
  }

  clear(params: Params<"clear">): Answer<"clear"> {
    return this.withSlot(params.slot, async (slot) => {
      slot.pending = [];
      await slot.sequence.clear();
      return ok({});
    });
  }

  async hold(params: Params<"hold">): Answer<"hold"> {
    if (this.session === null) return notLoaded();
    if (this.session.slots[params.slot] === undefined) return noSuchSlot(params.slot);
    this.session.backend.hold(params.slot, params.on);
    return ok({});
  }

  async stalled(): Answer<"stalled"> {
    return this.session === null ? notLoaded() : ok({ held: await this.session.backend.stalled() });
  }

  async cancel(params: Params<"cancel">): Answer<"cancel"> {
    const slot = this.session?.slots[params.slot];
    if (slot === undefined) return this.session === null ? notLoaded() : noSuchSlot(params.slot);
    slot.cancelled = true;
    return ok({});
  }

  async counters(params: Params<"counters">): Answer<"counters"> {
    const slot = this.session?.slots[params.slot];
    if (slot === undefined) return this.session === null ? notLoaded() : noSuchSlot(params.slot);
    return ok({ ...slot.sequence.meter(), length: slot.length });
  }

  private encode(
    backend: LoadedBackend,
    slot: Slot,
    prompt: readonly PromptPiece[],
    tokens: readonly number[],
  ): number[] {
    // Replayed tokens already carry their own beginning-of-sequence token.
    const encoded = prompt.length === 0 ? [] : backend.tokenizer.encode(prompt, slot.tail());
    return [...encoded, ...tokens];
  }

  private async withSlot<T>(
    index: number,
    work: (slot: Slot, session: Session) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { session } = this;
    if (session === null) return notLoaded();
    const slot = session.slots[index];
    if (slot === undefined) return noSuchSlot(index);
    if (slot.busy) return fail("input/invalid", `Slot ${index} is still working on another request.`);
    slot.busy = true;
    try {
      return await work(slot, session);
    } catch (error) {
      slot.pending = [];
      return { ok: false, error: engineFailure(error) };
    } finally {
      slot.busy = false;
    }
  }
}

/** Tells about once a second, beside the tokens, what was done for them. */
function withWork(sink: EngineSink, { takeWork }: LoadedBackend): EngineSink {
  if (takeWork === undefined) return sink;
  let toldAt = performance.now();
  return (event) => {
    sink(event);
    const now = performance.now();
    if (now - toldAt < workEveryMs) return;
    toldAt = now;
    sink({ kind: "work", work: takeWork() });
  };
}

/** Null without a constraint, and behind text that the constraint's grammar does not know. */
function guardOf({ constraint }: GenerateParams, vocabulary: GuardedVocabulary): QueryGuard | null {
  if (constraint === undefined) return null;
  const guard = new QueryGuard(automatonOf(constraint), constraint.prefix, constraint.owed ?? "", vocabulary);
  return guard.isApplicable ? guard : null;
}

function guardedVocabulary(tokenizer: Tokenizer): GuardedVocabulary {
  let trie: VocabularyTrie | null = null;
  return {
    text: (id) => tokenizer.text(id),
    isControl: (id) => tokenizer.isControl(id),
    isEndOfGeneration: (id) => tokenizer.isEndOfGeneration(id),
    trie: () => {
      trie ??= new VocabularyTrie(ordinaryTokens(tokenizer));
      return trie;
    },
  };
}

function* ordinaryTokens(tokenizer: Tokenizer): Generator<readonly [number, string]> {
  for (let id = 0; id < tokenizer.vocabularySize; id++)
    if (!tokenizer.isControl(id)) yield [id, tokenizer.text(id)];
}

const notLoaded = (): Result<never> =>
  fail("model/not-selected", "No model is loaded. Select a model first.");

const noSuchSlot = (slot: number): Result<never> => fail("input/invalid", `There is no slot ${slot}.`);

/** An unexpected error of the engine as a failure: the sentence for the user, the stack for the log. */
export const engineFailure = (error: unknown): Failure => ({
  code: "engine/failed",
  message: "The inference engine reported an error. The log has the details.",
  detail: detailOf(error),
});
