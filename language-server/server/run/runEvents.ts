import type { TokenChunk } from "../../contract/engine.ts";
import type { PathRecord, QuestionId, StageName, StageRecord } from "../../contract/entities.ts";

export interface PathKey {
  readonly questionId: QuestionId;
  readonly sample: number;
}

export interface StageOpening {
  readonly index: number;
  readonly stage: StageName;
  readonly attempt?: number;
  readonly prompt: string;
  readonly budgetTokens: number;
  /** Goes on behind the tokens that it had before an interruption. */
  readonly resumed: boolean;
}

/** What happens to a path, in order; the journal and the live views listen. */
export interface PathListener {
  stageStarted(path: PathKey, opening: StageOpening): void;
  tokensWritten(path: PathKey, stageIndex: number, chunk: TokenChunk): void;
  stageEnded(path: PathKey, record: StageRecord): void;
  pathEnded(path: PathKey, record: PathRecord): void;
}
