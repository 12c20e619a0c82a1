import type { SamplingSettings, StageName, StageRecord } from "../../contract/entities.ts";
import type { Result } from "../../contract/result.ts";
import type { ThinkingMode } from "../chat/chatTemplate.ts";
import type { AskedQuestion } from "./sqlPrompts.ts";

/**
 * One turn of the dialogue: what is said to the model, how long it may answer, and what is read out of the answer.
 * A protocol knows nothing of engines, files or views; it only asks for turns.
 */
export interface Turn {
  readonly kind: "turn";
  readonly stage: StageName;
  /** 1-based. */
  readonly attempt?: number;
  /** Only in the first turn of a path. */
  readonly system?: string;
  readonly user: string;
  /** Hard maximum of sampled tokens, thoughts included. */
  readonly budgetTokens: number;
  readonly thinking: ThinkingMode;
  /** End the turn at the first complete box outside a thought. */
  readonly stopAtBox: boolean;
  /** At the end of the budget close the thought, open a box and sample a few tokens more. */
  readonly forceAnswer: boolean;
  /** False: earlier thoughts are removed from what the model sees, at the price of evaluating the dialogue anew. */
  readonly keepThoughts: boolean;
  /** `answer`: extract and grade. `judgement`: read yes/no about the answer of stage `about`. */
  readonly read: { readonly as: "answer" } | { readonly as: "judgement"; readonly about: number };
  /** Compare the extracted answer with that of this earlier stage; marks the record `repeated-answer`. */
  readonly repeatOf?: number;
}

/** The path has ended; the final answer is that of stage `answerStage` (null: there is none). */
export interface Done {
  readonly kind: "done";
  readonly answerStage: number | null;
}

/**
 * A state machine whose state is the list of finished stages, so that a path can be resumed from its journal without
 * any state of its own. A new protocol is one file, its tests and one line in the registry.
 */
export interface Protocol<P> {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  /** JSON schema (draft 2020-12 subset) of the parameters, every property with a default. */
  readonly schema: JsonSchema;
  readonly defaults: P;
  /** What comes next after `stages`; pure. The gold answer is not among what a protocol may look at. */
  next(parameters: P, question: AskedQuestion, stages: readonly StageRecord[]): Turn | Done;
  /** Tokens that one path can sample at most, for sizing contexts; prompts come on top. */
  maximumTokens(parameters: P): number;
  /** Turns that one path can have at most. */
  maximumTurns(parameters: P): number;
  /** Sampling used when neither the user nor a preset names it. */
  readonly sampling?: Partial<SamplingSettings>;
}

export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
}

/** A protocol with checked parameters, its type hidden: what the scheduler drives. */
export interface BoundProtocol {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly parameters: unknown;
  readonly maximumTokens: number;
  readonly maximumTurns: number;
  next(question: AskedQuestion, stages: readonly StageRecord[]): Turn | Done;
}

export type BindProtocol = (id: string, parameters: unknown) => Result<BoundProtocol>;
