import type { ThoughtTags } from "../../contract/engine.ts";
import type {
  QueryOutcome,
  Question,
  SamplingSettings,
  StageRecord,
  Verdict,
} from "../../contract/entities.ts";
import type { ChatFormat } from "../../core/chat/chatTemplate.ts";
import type { BoundProtocol } from "../../core/protocols/protocol.ts";
import type { EngineClient } from "./engineClient.ts";
import type { ExchangeBoard } from "./exchangeBoard.ts";
import type { PrefixBoard } from "./prefixBoard.ts";
import type { PathListener } from "./runEvents.ts";

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

export interface PathEnvironment {
  readonly engine: EngineClient;
  readonly chat: ChatFormat;
  readonly protocol: BoundProtocol;
  readonly sampling: SamplingSettings;
  readonly seed: number;
  /** By the kind of answer that the question has. */
  grader(question: Question): PathGrader;
  readonly listener: PathListener;
  /** Present when several samples of a question share its opening. */
  readonly prefixes: PrefixBoard | null;
  /** Present for protocols whose paths read each other. */
  readonly exchanges?: ExchangeBoard | null;
  /** Aborted when the run is stopped. */
  readonly signal: AbortSignal;
}

/** What an interrupted path had reached, from the journal. */
export interface PathProgress {
  readonly stages: readonly StageRecord[];
  /** Token ids of each finished stage, forced ones included. */
  readonly stageTokens: readonly (readonly number[])[];
  /** Tokens of the stage that was being written. */
  readonly current: { readonly tokens: readonly number[]; readonly forcedFrom: number | null } | null;
}

export const freshPath: PathProgress = { stages: [], stageTokens: [], current: null };
