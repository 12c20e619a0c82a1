import type { SamplingSettings, StageExchange, StageName, StageRecord } from "../../contract/entities.ts";
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
  /**
   * `answer`: extract and grade, from what these stages (`behind`) wrote and the turn after them. `judgement`: read
   * yes/no about the answer of stage `about`.
   */
  readonly read:
    | { readonly as: "answer"; readonly behind?: readonly number[] }
    | { readonly as: "judgement"; readonly about: number };
  /** Compare the extracted answer with that of this earlier stage; marks the record `repeated-answer`. */
  readonly repeatOf?: number;
  /** Goes on in the assistant turn of the stage before: `user` is text put into it as it is, not a turn of its own. */
  readonly continues?: true;
  /** The next stage continues this one: a token with which the model ends its turn is taken back. */
  readonly staysOpen?: true;
  /** The budget is a pause, not a limit: a stage that uses it up is marked `paused`, not truncated. */
  readonly pauses?: true;
  /** At a pause the unfinished last paragraph of this stage is dropped; the record says what stays (`kept`). */
  readonly dropsUnfinished?: true;
  /** Instead of the texts that end a turn of the model's template. */
  readonly stopTexts?: readonly string[];
  /** At the end of the budget close the thought, write this and sample on: `forceAnswer` in the protocol's words. */
  readonly forcedClose?: { readonly text: string; readonly budgetTokens: number };
  /** Kept in the stage's record. */
  readonly exchange?: StageExchange;
}

/** The path waits until its group has come as far as this exchange or has left; then it asks again. */
export interface Exchange {
  readonly kind: "exchange";
  /** From 1. */
  readonly number: number;
}

/** The samples of one question, for protocols whose paths read each other. */
export interface PathGroup {
  /** Seed of the run, and what keys its dice. */
  readonly seed: number;
  readonly questionId: string;
  /** The path that asks, by its sample. */
  readonly self: number;
  /** By sample, the asking path among them. */
  readonly paths: readonly PeerPath[];
  /** The summary of this sample is not shown at this exchange, and no other in its place. */
  readonly withheld?: { readonly exchange: number; readonly peer: number };
}

export interface PeerPath {
  readonly stages: readonly StageRecord[];
  /** Nothing more will come of it, whatever its stages say (it failed). */
  readonly ended: boolean;
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
  next(
    parameters: P,
    question: AskedQuestion,
    stages: readonly StageRecord[],
    group?: PathGroup,
  ): Turn | Exchange | Done;
  /** The samples of a question work together and exchange: all of them need a sequence at the same time. */
  readonly exchanges?: true;
  /** Tokens that one path can sample at most, for sizing contexts; prompts come on top. */
  maximumTokens(parameters: P): number;
  /** Turns that one path can have at most. */
  maximumTurns(parameters: P): number;
  /** Tokens of other paths that one path can be shown at most. */
  maximumReceivedTokens?(parameters: P, samples: number): number;
  /** Parameters of a run that an earlier version recorded: what has come since is as it was then. */
  recorded?(parameters: Partial<P>, version: number): Partial<P>;
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
  readonly items?: JsonSchema;
  readonly minItems?: number;
}

/** A protocol with checked parameters, its type hidden: what the scheduler drives. */
export interface BoundProtocol {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly parameters: unknown;
  readonly maximumTokens: number;
  readonly maximumTurns: number;
  readonly exchanges: boolean;
  maximumReceivedTokens(samples: number): number;
  next(question: AskedQuestion, stages: readonly StageRecord[], group?: PathGroup): Turn | Exchange | Done;
}

export type BindProtocol = (id: string, parameters: unknown) => Result<BoundProtocol>;
