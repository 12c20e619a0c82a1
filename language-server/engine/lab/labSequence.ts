import type { Candidates } from "../../core/sampling/candidates.ts";
import { likeliest } from "../../core/sampling/likeliest.ts";
import type { Generator } from "../../lab/model/generator.ts";
import type { Sequence, Stepper } from "../backend.ts";
import type { Lockstep } from "../lockstep.ts";
import type { LabBatches } from "./labBatches.ts";

/** Longest piece of a prompt that goes into one computation. */
const chunkTokens = 128;

/** What the sequences of a loaded checkpoint share. */
export interface LabParts {
  readonly generator: Generator;
  readonly batches: LabBatches;
  readonly lockstep: Lockstep;
}

/** One row of the generator. All its work goes through the lockstep, as in the llama engine. */
export class LabSequence implements Sequence {
  private held: number[] = [];
  private inputTokens = 0;
  private outputTokens = 0;
  private readonly row: number;
  private readonly parts: LabParts;

  constructor(row: number, parts: LabParts) {
    this.row = row;
    this.parts = parts;
  }

  get length(): number {
    return this.held.length;
  }

  tokens(): readonly number[] {
    return this.held;
  }

  async evaluate(tokens: readonly number[]): Promise<void> {
    const { lockstep } = this.parts;
    // While a held sequence has no stage, all others stand still: there is nobody to keep step with.
    const keepsStep = !lockstep.isHeld(this.row);
    if (keepsStep) lockstep.join(this.row);
    try {
      for (let at = 0; at < tokens.length; at += chunkTokens) {
        if (keepsStep) await lockstep.arrive(this.row);
        await this.read(tokens.slice(at, at + chunkTokens));
      }
    } finally {
      if (keepsStep) lockstep.leave(this.row);
    }
  }

  open(candidates: number): Stepper {
    const { lockstep } = this.parts;
    lockstep.join(this.row);
    return {
      chunkTokens,
      feed: async (tokens) => {
        await lockstep.arrive(this.row);
        await this.read(tokens);
      },
      step: async (tokens): Promise<Candidates> => {
        await lockstep.arrive(this.row);
        const logits = await this.append(tokens);
        this.inputTokens += tokens.length - 1;
        this.outputTokens++;
        return likeliest(logits, candidates);
      },
      close: async () => lockstep.leave(this.row),
    };
  }

  async copyFrom(other: Sequence, upTo: number): Promise<boolean> {
    if (!(other instanceof LabSequence) || upTo > other.length) return false;
    const { batches, generator } = this.parts;
    await batches.exclusive(() => generator.copy(other.row, this.row, upTo));
    this.held = other.held.slice(0, upTo);
    return true;
  }

  async cutTo(length: number): Promise<boolean> {
    const { batches, generator } = this.parts;
    await batches.exclusive(() => generator.cut(this.row, length));
    this.held.length = length;
    return true;
  }

  async clear(): Promise<void> {
    this.parts.generator.cut(this.row, 0);
    this.held = [];
  }

  meter(): { readonly inputTokens: number; readonly outputTokens: number } {
    return { inputTokens: this.inputTokens, outputTokens: this.outputTokens };
  }

  private async read(tokens: readonly number[]): Promise<void> {
    await this.append(tokens);
    this.inputTokens += tokens.length;
  }

  private async append(tokens: readonly number[]): Promise<Float32Array> {
    const logits = await this.parts.batches.append({ row: this.row, tokens });
    this.held.push(...tokens);
    return logits;
  }
}
