import type { LoadParams } from "../../contract/engine.ts";
import { ok, type Result } from "../../contract/result.ts";
import { type Candidates, orderedCandidates } from "../../core/sampling/candidates.ts";
import type { Backend, LoadedBackend, Sequence, Stepper } from "../backend.ts";
import type { Script, ScriptRule } from "./script.ts";
import { bosText, eosId, eosText, ScriptedTokenizer } from "./scriptedTokenizer.ts";

/** Probability of the scripted continuation; the rest goes to words that are never meant to be drawn. */
const scripted = 1 - 1e-9;

/** A token source that says what its script says; the same slots, budgets, stops and draws as the real engine. */
export class ScriptedBackend implements Backend {
  private readonly script: Script;
  private readonly die: () => void;

  /** @param die what `dieAfterTokens` does; the process entry kills the process */
  constructor(script: Script, die: () => void = () => {}) {
    this.script = script;
    this.die = die;
  }

  async load(params: LoadParams, onProgress: (fraction: number) => void): Promise<Result<LoadedBackend>> {
    onProgress(1);
    const tokenizer = new ScriptedTokenizer(this.script.tokens ?? "word");
    const source = new ScriptedSource(this.script, tokenizer, this.die);
    return ok({
      tokenizer,
      capacity: params.contextTokens - 1,
      replaysSingly: false,
      // Every token source of a script is on its own; there are no batches to keep equal.
      hold: () => {},
      stalled: async () => [],
      sequences: Array.from({ length: params.sequences }, () => new ScriptedSequence(source)),
      model: {
        path: params.modelPath,
        name: "scripted",
        architecture: "scripted",
        device: "cpu",
        deviceNames: [],
        gpuLayers: 0,
        totalLayers: 0,
        contextTokens: params.contextTokens,
        sequences: params.sequences,
        trainContextTokens: params.contextTokens,
        vocabularySize: tokenizer.vocabularySize,
        chatTemplate: this.script.chatTemplate ?? null,
        bosText,
        eosText,
        addBos: true,
        engine: { name: "scripted", version: "1", llamaCpp: "" },
        loadMs: 0,
      },
    });
  }

  async unload(): Promise<void> {}
}

/** Decides what may follow a text. */
class ScriptedSource {
  readonly script: Script;
  readonly tokenizer: ScriptedTokenizer;
  private readonly die: () => void;
  private produced = 0;

  constructor(script: Script, tokenizer: ScriptedTokenizer, die: () => void) {
    this.script = script;
    this.tokenizer = tokenizer;
    this.die = die;
  }

  /** @param start where the text began that the script is writing now; moved on when something else was written */
  async candidates(tokens: readonly number[], start: { at: number }): Promise<Candidates> {
    await new Promise<void>((resolve) => {
      if (this.script.tokenMs === undefined) setImmediate(resolve);
      else setTimeout(resolve, this.script.tokenMs);
    });
    this.produced++;
    if (this.produced === this.script.dieAfterTokens) this.die();
    const going = this.continuation(tokens, start.at);
    if (going !== null) return going;
    // Something else was written in between (a forced close): from here on that is the prompt.
    start.at = tokens.length;
    return this.continuation(tokens, start.at) ?? orderedCandidates([[eosId, 1]]);
  }

  private continuation(tokens: readonly number[], stageStart: number): Candidates | null {
    const prompt = this.tokenizer.textOf(tokens.slice(0, stageStart));
    const rule = this.script.rules.find((entry) => new RegExp(entry.when).test(prompt));
    if (rule === undefined) return null;
    const written = tokens.slice(stageStart);
    const weights = new Map<number, number>();
    for (const text of typeof rule.say === "string" ? [rule.say] : rule.say) {
      const next = this.following(rule, this.tokenizer.words(text), written);
      if (next !== null) weights.set(next, (weights.get(next) ?? 0) + 1);
    }
    if (weights.size === 0) return null;
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    const pairs: [number, number][] = [...weights].map(([id, weight]) => [id, (scripted * weight) / total]);
    // A little something else, so that entropies and alternatives are there to be shown.
    const others = [2, 3, 4].filter((id) => !weights.has(id));
    for (const id of others) pairs.push([id, (1 - scripted) / others.length]);
    return orderedCandidates(pairs);
  }

  /** The token after `written`, or null if the text does not begin like that. */
  private following(rule: ScriptRule, planned: readonly number[], written: readonly number[]): number | null {
    const endless = rule.endsTurn === false;
    const last = planned.at(-1) ?? eosId;
    for (const [index, id] of written.entries()) {
      if (id !== (planned[index] ?? (endless ? last : null))) return null;
    }
    return planned[written.length] ?? (endless ? last : eosId);
  }
}

class ScriptedSequence implements Sequence {
  private held: number[] = [];
  private inputTokens = 0;
  private outputTokens = 0;
  private readonly source: ScriptedSource;

  constructor(source: ScriptedSource) {
    this.source = source;
  }

  get length(): number {
    return this.held.length;
  }

  tokens(): readonly number[] {
    return this.held;
  }

  async evaluate(tokens: readonly number[]): Promise<void> {
    this.held.push(...tokens);
    this.inputTokens += tokens.length;
  }

  open(_candidates: number, stageStart: number): Stepper {
    const start = { at: stageStart };
    return {
      chunkTokens: 512,
      feed: (tokens) => this.evaluate(tokens),
      step: (tokens) => {
        this.held.push(...tokens);
        this.inputTokens += tokens.length - 1;
        this.outputTokens++;
        return this.source.candidates(this.held, start);
      },
      close: async () => {},
    };
  }

  async copyFrom(other: Sequence, upTo: number): Promise<boolean> {
    this.held = other.tokens().slice(0, upTo);
    return true;
  }

  async cutTo(length: number): Promise<boolean> {
    if (this.source.script.cannotCut === true) return false;
    this.held = this.held.slice(0, length);
    return true;
  }

  async clear(): Promise<void> {
    this.held = [];
  }

  meter(): { readonly inputTokens: number; readonly outputTokens: number } {
    return { inputTokens: this.inputTokens, outputTokens: this.outputTokens };
  }
}
