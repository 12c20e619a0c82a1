/** What a scripted token source says when. For tests only. */
export interface ScriptRule {
  /** Regular expression over the whole text of the sequence at the start of the stage (control text included). */
  readonly when: string;
  /**
   * What is written then. Of several texts each is equally likely at the point where they part, so that samples
   * differ by seed as they do with a model.
   */
  readonly say: string | readonly string[];
  /** Whether the end-of-turn token follows; otherwise the last word is repeated for ever. Default true. */
  readonly endsTurn?: boolean;
}

export interface Script {
  /** The first rule that matches is taken; without one the turn ends at once. */
  readonly rules: readonly ScriptRule[];
  /** `word`: runs of letters with their leading space are one token; `character`: every character is. */
  readonly tokens?: "word" | "character";
  /** Pause before every token, to give cancellation and kills something to interrupt. */
  readonly tokenMs?: number;
  /** The process ends itself after so many tokens (once per process), as if native code had aborted. */
  readonly dieAfterTokens?: number;
  /** Sequences cannot forget their end, as those of recurrent models cannot. */
  readonly cannotCut?: boolean;
  readonly chatTemplate?: string;
}
