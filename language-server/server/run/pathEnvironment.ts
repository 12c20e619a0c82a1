import type { QueryConstraint, ThoughtTags } from "../../contract/engine.ts";
import type {
  QueryOutcome,
  Question,
  SamplingSettings,
  StageRecord,
  Verdict,
} from "../../contract/entities.ts";
import type { Result } from "../../contract/result.ts";
import type { ChatFormat } from "../../core/chat/chatTemplate.ts";
import type { BoundProtocol, PathGroup, Turn } from "../../core/protocols/protocol.ts";
import type { Stem } from "./branch/stem.ts";
import type { EngineClient } from "./engineClient.ts";
import type { PrefixBoard } from "./prefixBoard.ts";
import type { PathKey, PathListener } from "./runEvents.ts";

/** What a model wrote, and how to read it. */
export interface ModelResponse {
  readonly text: string;
  readonly thought: ThoughtTags;
  /** The end was written by us. */
  readonly forced: boolean;
}

export interface Graded {
  readonly verdict: Verdict;
  /** What the answer did on the database, where it is a query. */
  readonly execution?: QueryOutcome;
}

/** Grading as a path needs it; one function for the online verdict and the final grade (math-grading.md 8.1). */
export interface PathGrader {
  grade(response: ModelResponse, question: Question): Promise<Graded>;
  judge(
    response: ModelResponse,
    answer: string | null,
  ): Promise<{ judgement: "yes" | "no" | "unclear"; changes: number }>;
  equal(a: string, b: string): Promise<boolean>;
}

/** Where the samples of a question meet. */
export interface Exchanges {
  /** A path begins, or goes on after `stages`. */
  enter(key: PathKey, stages: readonly StageRecord[]): Promise<void>;
  /** The group as the path sees it now. Only for a path that has entered. */
  groupOf(key: PathKey): PathGroup;
  advanced(key: PathKey, stages: readonly StageRecord[]): Promise<void>;
  /** The path has ended, in whatever way. */
  ended(key: PathKey): Promise<void>;
  /** @returns true when `isReady`; false when the run ends before */
  wait(key: PathKey, slot: number, isReady: () => boolean): Promise<boolean>;
  /** Nobody waits any more: the run is stopped, or a path that others wait for cannot go on. */
  giveUp(): void;
}

export interface PathEnvironment {
  readonly engine: EngineClient;
  readonly chat: ChatFormat;
  readonly protocol: BoundProtocol;
  readonly sampling: SamplingSettings;
  readonly seed: number;
  readonly endsRepetition?: boolean;
  /** By the kind of answer that the question has. */
  grader(question: Question): PathGrader;
  readonly listener: PathListener;
  /** Present when several samples of a question share its opening. */
  readonly prefixes: PrefixBoard | null;
  /** Present for protocols whose paths read each other. */
  readonly exchanges?: Exchanges | null;
  /** Present when paths go on from places of another path: holds that path on the last slot. */
  readonly stem?: Stem | null;
  /** Whose draws a sample takes; its own by default. */
  drawsOf?(sample: number): { readonly sample: number; readonly path: number };
  /** Present where answers are kept to what a question's database has; null for a turn that is free. */
  constraint?(question: Question, turn: Turn): Promise<Result<QueryConstraint | null>>;
  /** Aborted when the run is stopped. */
  readonly signal: AbortSignal;
}

/** What an interrupted path had reached, from the journal. */
export interface PathProgress {
  readonly stages: readonly StageRecord[];
  /** Token ids of each finished stage, forced ones included. */
  readonly stageTokens: readonly (readonly number[])[];
  /** Tokens of the stage that was being written. */
  readonly current: CurrentStage | null;
}

export interface CurrentStage {
  readonly tokens: readonly number[];
  readonly forcedFrom: number | null;
  /** Visible text with each of them; left out where it is not known. */
  readonly texts?: readonly string[];
  /** So many of them stay, whatever is dropped at a pause: an experiment or a person has put them there. */
  readonly keptAtLeast?: number;
  /** So many of them, and all before the stage, stand on the stem. */
  readonly shared?: number;
  /** From this one on they were put in by somebody and are not in the journal yet. */
  readonly givenFrom?: number;
  /** So many of them are not this run's own work. */
  readonly given?: number;
  readonly remarks?: StageRecord["remarks"];
}

/** Texts of tokens, and of so many behind them whose text is known as a whole: it stands with the last. */
export const withText = (texts: readonly string[], more: number, text: string): readonly string[] =>
  more <= 0 ? texts : [...texts, ...new Array<string>(more - 1).fill(""), text];

export const freshPath: PathProgress = { stages: [], stageTokens: [], current: null };
