/**
 * The words of the product, fixed once: run, question, sample, path, stage, attempt, token, outcome, verdict, trace.
 * A *run* puts every *question* of a file through a protocol, `samples` times. One (question, sample) pair is a
 * *path*; a path goes through *stages* (Thinker: fast, verify, slow, summary; multi-attempt: one stage an attempt).
 */

import type { EndpointReport } from "./endpoint.ts";

export type RunId = string & { readonly __brand?: "RunId" };
export type QuestionId = string & { readonly __brand?: "QuestionId" };

/** Half-open range in a text document, zero-based lines and UTF-16 characters, as in LSP. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What kind of answer the gold is; decides how a prediction is read (math-grading.md 3.2). `sql`: a query. */
export type AnswerKind = "value" | "choice" | "sql";

/** What a text-to-SQL question is about. The gold query is the question's `gold`. */
export interface SqlQuestion {
  readonly dialect: "sqlite" | "postgres" | "mysql" | "duckdb";
  /** Which of the run's databases it is about. */
  readonly database: string;
  /** A hint that was published with the question (BIRD's evidence); shown to the model. */
  readonly evidence?: string;
  /** Schema as shown to the model, pruned by linking; known once the run is prepared. */
  readonly schema?: string;
  /** SQLite statements that make the question's own database; it is then about no other. */
  readonly script?: string;
  /** By whose rules its file is scored; Spider's where it says nothing. */
  readonly scoring?: SqlScoring;
}

/** Whose execution accuracy. `bird`: statements as they are, sets of rows, columns in their order. */
export type SqlScoring = "spider" | "bird";

/** How text-to-SQL questions are put and scored; the same for all questions of a run. */
export interface SqlSettings {
  /** Tables and columns are ranked by the question and the best are shown; off: all in file order, while they fit. */
  readonly linking: boolean;
  /** Why a table is shown, as comments beside it: words that name it, values as they are stored. */
  readonly comments: boolean;
  /** Most tokens of schema shown. Estimated from the characters, so that every model is shown the same text. */
  readonly schemaTokens: number;
  /** Answers are kept to one query over names that the database has; thoughts are free. */
  readonly constrained: boolean;
  /** Right queries are also compared on generated variants of the database; reported beside execution accuracy. */
  readonly robust: boolean;
  /** `file`: as the question's file is scored by those who published it. */
  readonly scoring: SqlScoring | "file";
}

/** A database that questions of a run are about. */
export interface RunDatabase {
  /** As questions name it. */
  readonly name: string;
  readonly dialect: SqlQuestion["dialect"];
  /** Path of the file, or the connection string without its password. */
  readonly source: string;
  /** SHA-256 of what the schema was read from: of the whole file where it is one. */
  readonly contentHash: string;
}

/** What became of a generated query. */
export interface QueryOutcome {
  readonly sql: string;
  readonly columns: readonly string[];
  /** The first rows, values as text; null is null. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rows that came, up to the cap. */
  readonly rowCount: number;
  readonly truncated: boolean;
  readonly elapsedMs: number;
  /**
   * Null when it ran. `refused`: more or other than one read-only query; `schema`: a table or column that does not
   * exist; `error`: any other complaint of the database.
   */
  readonly error: {
    readonly kind: "refused" | "schema" | "error" | "timeout";
    readonly message: string;
  } | null;
}

/** Text-to-SQL scores of one query (graphix-text-to-sql.md; sql-tools-and-safety.md section 8). */
export interface SqlVerdict {
  /** Execution accuracy: the verdict's `correct` is this. */
  readonly executionMatch: boolean;
  /** Exact set match of the parsed queries; null where the official grammar does not cover the gold query. */
  readonly exactMatch: boolean | null;
  /** Equal on every generated variant of the database too; null where it was not checked. */
  readonly robustMatch: boolean | null;
  readonly hardness: "easy" | "medium" | "hard" | "extra" | null;
  /** What is wrong with a wrong query, by class. */
  readonly errorClass: string | null;
  /** Gold result for display, as in `QueryOutcome`. */
  readonly gold: Pick<QueryOutcome, "columns" | "rows" | "rowCount"> | null;
}

export interface Question {
  /** Unique within the file; the publisher's own id where there is one. */
  readonly id: QuestionId;
  /** Text put to the model, LaTeX or Markdown as published; options of a choice question included. */
  readonly text: string;
  /** Gold answer as published, reduced to the final answer (after `####`, out of the last box). */
  readonly gold: string;
  readonly answerKind: AnswerKind;
  /** Options of a multiple-choice question, in order, without their letters. */
  readonly options?: readonly string[];
  /** Several right answers; right if any matches. */
  readonly alternatives?: readonly string[];
  /** Set where `answerKind` is `sql`. */
  readonly sql?: SqlQuestion;
  /** Item tolerance from the data set, absolute. */
  readonly tolerance?: number;
  /** The publisher's worked solution; never shown to a model. */
  readonly solution?: string;
  /** Other published fields worth filtering by: subject, level, source. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Where it stands in the file. */
  readonly range?: TextRange;
  /** SHA-256 (hex) of text, gold and options, and of hint and own database: a changed question has another hash. */
  readonly contentHash: string;
}

/** How the generation of one stage ended. */
export type Outcome =
  | "finished"
  | "forced-closed"
  | "truncated"
  | "context-exhausted"
  | "no-answer"
  | "stopped"
  | "engine-lost";

export const outcomes: readonly Outcome[] = [
  "finished",
  "forced-closed",
  "truncated",
  "context-exhausted",
  "no-answer",
  "stopped",
  "engine-lost",
];

/** math-grading.md section 1. `strict`: only the asked-for forms; `lenient`: all methods (the spec's `default`). */
export type GradingProfile = "strict" | "lenient" | "reward";

export type ExtractionMethod =
  | "box"
  | "answer_tag"
  | "hash"
  | "json"
  | "phrase"
  | "math_tail"
  | "bold_tail"
  | "choice"
  | "last_number"
  | "sql"
  | "none";

export type GradingRule =
  | "text"
  | "number_exact"
  | "number_tolerance"
  | "percent"
  | "unit"
  | "tuple"
  | "set"
  | "interval"
  | "matrix"
  | "equation"
  | "inequality"
  | "base"
  | "ratio"
  | "symbolic"
  | "sampled"
  | "choice"
  | "execution"
  | "none";

export type GradingFlag =
  | "cut_box"
  | "cut_thought"
  | "from_thought"
  | "forced"
  | "hedged"
  | "fallback"
  | "ambiguous_comma"
  | "rounded_gold"
  | "timeout"
  | "unparsed"
  | "no_answer";

/** Result of grading one response (math-grading.md section 1). */
export interface Verdict {
  readonly correct: boolean;
  /** What was taken as the answer; null when nothing was found. */
  readonly extracted: string | null;
  readonly method: ExtractionMethod;
  readonly rule: GradingRule;
  /** One sentence for the user: why right or wrong. */
  readonly reason: string;
  readonly flags: readonly GradingFlag[];
  readonly predNormal: string;
  readonly goldNormal: string;
  /** Which grader decided (`text`, `exact`, `symbolic`, `choice`, `execution`). */
  readonly grader: string;
  /** Of text-to-SQL; `predNormal` and `goldNormal` are then fingerprints of the results. */
  readonly sql?: SqlVerdict;
  readonly elapsedMs: number;
}

export type StageName = "answer" | "fast" | "verify" | "slow" | "summary" | "attempt" | "reasoning";

/** An exchange between paths, as a stage takes part in it. */
export interface StageExchange {
  /** From 1, per path. */
  readonly number: number;
  /** Samples whose summaries stand in the prompt of this stage, in the order in which the model is shown them. */
  readonly peers?: readonly number[];
  /** Of a summary: its first words, which were given. */
  readonly opening?: string;
}

/** The beginning of a stage that stays when its end is dropped. */
export interface KeptPart {
  /** Of the stage, from its first one, sampled ones and others counted together. */
  readonly tokens: number;
  /** UTF-16 units of the stage's text that these tokens make. */
  readonly characters: number;
  /** Tokens behind them: generated, and counted as such. */
  readonly droppedTokens: number;
  /** Tokens that had to be evaluated anew because the model's state cannot be cut. */
  readonly reevaluatedTokens?: number;
}

/** One stage of one path as shown and stored. Texts are what the model wrote, thoughts included. */
export interface StageRecord {
  readonly stage: StageName;
  /** Position in the path, from 0; together with the path it addresses the token columns. */
  readonly index: number;
  /** 1-based attempt of multi-attempt; absent otherwise. */
  readonly attempt?: number;
  /** What was appended before generation, readable form (user turn). */
  readonly prompt: string;
  readonly text: string;
  readonly outcome: Outcome;
  /** Tokens appended and evaluated for this stage (new ones only). */
  readonly promptTokens: number;
  /** Tokens sampled. */
  readonly generatedTokens: number;
  /** Tokens written by us at a forced close. */
  readonly forcedTokens: number;
  readonly promptMs: number;
  readonly generateMs: number;
  /** Set for stages that give an answer. */
  readonly verdict?: Verdict;
  /** What the stage's query did on the database. */
  readonly execution?: QueryOutcome;
  /** Set for the verify stage. */
  readonly judgement?: "yes" | "no" | "unclear";
  /** How often the verdict word changed inside one verification turn. */
  readonly judgementChanges?: number;
  /** The generation was cut inside a thought: the next turn must close it first. */
  readonly endedInThought?: boolean;
  /** The model itself ended its turn; the token that says so is in the sequence already. */
  readonly endedTurn?: boolean;
  /** The stage ended where the protocol pauses; the path goes on in the next one. */
  readonly paused?: boolean;
  /**
   * What of it stays in the path; left out where all does. The rest was written and is counted among
   * `generatedTokens`, but the path goes on, is read and is graded without it.
   */
  readonly kept?: KeptPart;
  /** A thought was closed in this stage. */
  readonly closedThought?: boolean;
  readonly exchange?: StageExchange;
  /** Tokens of it that are not the run's own work: there before it went on from them, or put in by a person. */
  readonly givenTokens?: number;
  /** What a person remarked while the stage was written, behind so many of its tokens. */
  readonly remarks?: readonly { readonly token: number; readonly said: string }[];
  /** Options or warnings worth showing, e.g. `thinking-suppressed`, `repeated-answer`, `ended-by-constraint`. */
  readonly notes?: readonly string[];
}

/** The text of a stage as its path goes on with it. */
export const keptText = ({ text, kept }: { readonly text: string; readonly kept?: KeptPart }): string =>
  kept === undefined ? text : text.slice(0, kept.characters);

export type PathStatus = "queued" | "running" | "done" | "stopped" | "failed";

/** One (question, sample). */
export interface PathRecord {
  readonly questionId: QuestionId;
  /** 0-based. */
  readonly sample: number;
  readonly status: PathStatus;
  readonly stages: readonly StageRecord[];
  /** Outcome of the stage that gave the final answer. */
  readonly outcome?: Outcome;
  /** Which stage the final answer came from, index into `stages`. */
  readonly answerStage?: number;
  readonly verdict?: Verdict;
  readonly failure?: { readonly code: string; readonly message: string };
}

/** `endpoint`: somewhere else, behind an OpenAI-compatible server. */
export type DeviceKind = "cuda" | "vulkan" | "metal" | "cpu" | "endpoint";

/** What the header of a GGUF says, read without loading it. */
export interface ModelHeader {
  readonly path: string;
  readonly name: string;
  readonly architecture: string;
  readonly sizeBytes: number;
  readonly parameterCount: number | null;
  /** e.g. `Q4_K_M`, `F16`. */
  readonly quantisation: string;
  readonly trainContextTokens: number | null;
  readonly layers: number | null;
  readonly embeddingLength: number | null;
  readonly headCount: number | null;
  readonly kvHeadCount: number | null;
  readonly headDimension: number | null;
  readonly vocabularySize: number | null;
  readonly hasChatTemplate: boolean;
  readonly hasWeights: boolean;
  /** Bytes for the weights plus KV cache and buffers at the named context (see `memoryFor`). */
  readonly memoryNeed: { readonly contextTokens: number; readonly sequences: number; readonly bytes: number };
  readonly licence?: string;
}

/** Where a model was found. */
export type ModelOrigin =
  | "embedded"
  | "setting"
  | "workspace"
  | "lm-studio"
  | "ollama"
  | "huggingface"
  | "llama.cpp"
  | "downloads"
  | "endpoint";

export interface ModelEntry {
  readonly origin: ModelOrigin;
  /** `checkpoint`: of a training run of the workspace, run by the lab's engine. A model file when left out. */
  readonly kind?: "checkpoint";
  readonly header?: ModelHeader;
  /** Of a model behind an endpoint, as it was when it was added. */
  readonly endpoint?: EndpointReport;
  readonly path: string;
  readonly problem?: { readonly code: string; readonly message: string };
}

/** A loaded model and where it runs. */
export interface LoadedModel {
  readonly path: string;
  readonly name: string;
  readonly architecture: string;
  readonly device: DeviceKind;
  readonly deviceNames: readonly string[];
  readonly gpuLayers: number;
  readonly totalLayers: number;
  /** Context size of each sequence in tokens. */
  readonly contextTokens: number;
  readonly sequences: number;
  /** Threads that compute. */
  readonly threads?: number;
  readonly trainContextTokens: number;
  readonly vocabularySize: number;
  /** Jinja chat template of the GGUF; null when it has none (a plain template is used then). */
  readonly chatTemplate: string | null;
  readonly bosText: string | null;
  readonly eosText: string | null;
  /** Whether the tokenizer wants a beginning-of-sequence token in front. */
  readonly addBos: boolean;
  /** Control tokens for filling in the middle of a text, where the model was trained for it. */
  readonly fill?: { readonly prefix: string; readonly middle: string; readonly suffix: string };
  readonly engine: { readonly name: string; readonly version: string; readonly llamaCpp: string };
  /** Set for a model behind an endpoint. */
  readonly endpoint?: EndpointReport;
  readonly loadMs: number;
}

export interface SamplingSettings {
  /** 0 = greedy. */
  readonly temperature: number;
  /** 1 = off. */
  readonly topP: number;
  /** 0 = off. */
  readonly minP: number;
  /** Candidates taken from the engine, 1–256; the draw happens among them. */
  readonly topK: number;
}

/** One question file of a run. */
export interface QuestionSource {
  readonly path: string;
  readonly sha256: string;
  readonly format: string;
  readonly count: number;
}

/** The text-to-SQL part of a run. */
export interface SqlManifest extends SqlSettings {
  /** Rules and engine of the comparison, for reports. */
  readonly scorer: string;
  /** What the user named as the database: path or connection string without its password; absent when it was found. */
  readonly database?: string;
  readonly databases: readonly RunDatabase[];
}

/** Text put into a path by a person. */
export interface GivenText {
  readonly tokens: readonly number[];
  readonly text: string;
}

/** A place on a path, from which it is gone on with. */
export interface BranchPoint {
  readonly stageIndex: number;
  /** Tokens of that stage that are kept. */
  readonly token: number;
  /** Put behind them. */
  readonly given?: GivenText;
  /** The summary of this sample is left out of what the path reads at this exchange. */
  readonly without?: { readonly exchange: number; readonly peer: number };
}

/**
 * A run of one question whose paths go on from places of a path: from one of its tokens (`fork`), from tokens spread
 * over it (`rate`: how often does it end well from here?), or from an exchange without one of the summaries that it
 * read there (`ablation`).
 */
export interface RunBranch {
  readonly kind: "fork" | "rate" | "ablation";
  readonly of: { readonly runId: RunId; readonly questionId: QuestionId; readonly sample: number };
  /** The path of an ordinary run that this one goes back to: its group is what continuations read. */
  readonly root: { readonly runId: RunId; readonly sample: number };
  readonly points: readonly BranchPoint[];
  /** Sample s goes on from point ⌊s / perPoint⌋. */
  readonly perPoint: number;
}

/** Everything needed to say what a run was, and to run it again. First line of the journal. */
export interface RunManifest {
  readonly formatVersion: 1;
  readonly id: RunId;
  readonly createdAt: string;
  readonly title: string;
  readonly source: QuestionSource;
  readonly model: {
    readonly path: string;
    readonly name: string;
    /** SHA-256 over size, first and last MiB (whole-file hashing of 100 GB files would stall a run). */
    readonly fingerprint: string;
    readonly architecture: string;
    readonly quantisation: string;
  };
  readonly protocol: {
    readonly id: string;
    readonly version: number;
    readonly preset?: string;
    readonly parameters: unknown;
  };
  readonly sampling: SamplingSettings;
  readonly seed: number;
  readonly samples: number;
  /** Stages that only repeat themselves were ended as if their budget had been used. */
  readonly endsRepetition?: boolean;
  readonly grading: { readonly profile: GradingProfile; readonly version: string };
  /** Set where there are text-to-SQL questions. */
  readonly sql?: SqlManifest;
  readonly questionIds: readonly QuestionId[];
  /** Set where the run goes on from places of a path of another run. */
  readonly branch?: RunBranch;
  /** Set where the paths of each question begin with tokens of a path of another run. */
  readonly beginnings?: {
    readonly of: RunId;
    /** One for each question: so many tokens of the first stage of its sample. */
    readonly paths: readonly {
      readonly questionId: QuestionId;
      readonly sample: number;
      readonly tokens: number;
    }[];
  };
  readonly host: {
    readonly platform: string;
    readonly device: DeviceKind;
    readonly deviceNames: readonly string[];
    readonly engine: string;
    readonly sequences: number;
    readonly contextTokens: number;
    /** Threads that computed; the kernels may share out sums by them. */
    readonly threads?: number;
    /** Every path was evaluated on its own. */
    readonly isolated?: boolean;
    /** Set where the model was behind an endpoint. */
    readonly endpoint?: EndpointReport;
  };
  readonly product: string;
}

export type RunStatus = "running" | "done" | "stopped" | "failed" | "interrupted";

/**
 * How far the tokens of a run can be had again. `recorded`: what it was is known, its draws are not ours; `seeded`:
 * every draw is fixed by the seed, the last bits of the logits are not; `scheduled`: the batches were fixed too, so that
 * the same machine and build gives the same tokens; `replayed`: it was run again and every token was the same.
 */
export type DeterminismLevel = "recorded" | "seeded" | "scheduled" | "replayed";

export interface RunDeterminism {
  readonly level: DeterminismLevel;
  /** Every path was evaluated in batches of its own. */
  readonly strict: boolean;
  /** One sentence for the user: why this level. */
  readonly reason: string;
}

/** Where a token stands in a run. */
export interface TokenPlace {
  readonly questionId: QuestionId;
  readonly sample: number;
  readonly stageIndex: number;
  /** Position in the stage, forced tokens counted. */
  readonly step: number;
}

/** What running a run again gave. */
export interface RunReplay {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly product: string;
  /** Tokens compared, up to where a path parts. */
  readonly tokens: number;
  readonly paths: number;
  readonly partedPaths: number;
  /** The first one in the order of questions and samples; null when every token was the same. */
  readonly firstDivergence: TokenPlace | null;
}

/** Interval with its level, in [0,1] for proportions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
  /** Number of observations behind it. */
  readonly n: number;
}

export interface StageSummary {
  readonly stage: StageName;
  readonly attempt?: number;
  readonly paths: number;
  readonly tokensMean: number;
  readonly tokensMedian: number;
  readonly tokensTotal: number;
  readonly secondsTotal: number;
  readonly truncationRate: number;
  readonly noAnswerRate: number;
}

/** Exact two-sided sign test over questions (for one sample each: McNemar's). */
export interface SignTest {
  /** Questions whose mean over samples is higher, and lower, than before; ties say nothing. */
  readonly better: number;
  readonly worse: number;
  readonly p: number;
}

/** thinker.md section 7. Fields are null where no path reached the condition. */
export interface ThinkerSummary {
  readonly fastAccuracy: Estimate;
  readonly finalAccuracy: Estimate;
  readonly gain: Estimate;
  /** Final against fast answers of the same paths. */
  readonly gainTest: SignTest;
  readonly verifierTpr: Estimate | null;
  readonly verifierTnr: Estimate | null;
  readonly verifierBalanced: number | null;
  readonly unclearRate: number;
  readonly rescue: Estimate | null;
  readonly keep: Estimate | null;
  readonly damage: Estimate | null;
  readonly settledByFast: number;
  readonly oracleVerifierBound: number | null;
  /** Largest difference between the two sides of the decomposition; asserted to be < 1e-9. */
  readonly identityError: number;
}

/** multi-attempt.md section 7. */
export interface MultiAttemptSummary {
  readonly attempts: number;
  /** Share solved within the first k attempts of this run, k = 1..attempts. */
  readonly within: readonly Estimate[];
  /** Within k attempts against within k − 1, k = 2..attempts; never worse, as later attempts only follow wrong ones. */
  readonly gainTests: readonly SignTest[];
  /** P(attempt k right | attempts before wrong), k = 2..attempts. */
  readonly repair: readonly (Estimate | null)[];
  readonly repeatRate: number | null;
  readonly noAnswerRate: number;
  readonly meanAttemptsUsed: number;
}

/** What the exchanges of LeaP did (leap.md section 6). Rates are null where no path reached their condition. */
export interface LeapSummary {
  /** Path and exchange pairs in which the path was shown a summary. */
  readonly exchanges: number;
  /** Share of paths whose answer was right before some exchange and wrong after it, and the other way round. */
  readonly rightToWrong: Estimate;
  readonly wrongToRight: Estimate;
  /** The same by exchange: of right answers, those that became wrong; of wrong ones, those that became right. */
  readonly spoiled: Estimate | null;
  readonly repaired: Estimate | null;
  /**
   * By exchange, against the majority of the answers read: the same before and after; another one that stays; another
   * one that changes. The rest agreed and changed all the same.
   */
  readonly consistent: Estimate | null;
  readonly unaffected: Estimate | null;
  readonly influenced: Estimate | null;
  /**
   * How catching errors are, by exchange: where a path read a wrong answer that it did not hold itself, the share in
   * which it then holds one that it read. `cure` is the same of right answers read by paths that held none.
   */
  readonly contagion: Estimate | null;
  readonly cure: Estimate | null;
  /** Share of summaries that their budget cut, and of those from which an answer can be read. */
  readonly cutSummaries: Estimate;
  readonly summariesWithAnswer: Estimate;
  /** Sampled in own work and in summaries; put in at exchanges. */
  readonly tokens: {
    readonly reasoning: number;
    readonly summary: number;
    readonly received: number;
    /** Of those of reasoning: dropped at exchanges, as the unfinished end of an interval. */
    readonly dropped: number;
  };
}

/** Text-to-SQL scores of a run (graphix-text-to-sql.md, sql-tools-and-safety.md section 8). Over final answers. */
export interface SqlSummary {
  /** Only levels that occur. */
  readonly byHardness: readonly {
    readonly hardness: NonNullable<SqlVerdict["hardness"]>;
    readonly accuracy: Estimate;
  }[];
  /** Where the gold result has rows: an empty prediction cannot be right by chance. Null without such questions. */
  readonly nonEmptyGold: Estimate | null;
  /** Null where no gold query is covered by the official grammar. */
  readonly exactMatch: Estimate | null;
  /** Execution accuracy on every variant of the database too; null where it was not asked for. */
  readonly robustAccuracy: Estimate | null;
  /** Share of answers whose query ran. */
  readonly ran: Estimate;
  /** Share of answers whose query names a table or column that does not exist. */
  readonly unknownNames: Estimate;
  /** Wrong answers by class of error, most frequent first. */
  readonly errorClasses: readonly { readonly errorClass: string; readonly answers: number }[];
  /** Answers that could not be scored because the gold query does not run. */
  readonly goldFailed: number;
  /** Answers whose query the constraint brought to an end near the token budget. */
  readonly endedByConstraint: number;
}

export interface RunSummary {
  readonly id: RunId;
  readonly title: string;
  readonly status: RunStatus;
  readonly createdAt: string;
  readonly protocol: string;
  readonly modelName: string;
  readonly questions: number;
  readonly samples: number;
  readonly pathsDone: number;
  readonly pathsTotal: number;
  /** Mean over questions of the mean over samples, with a 95 % interval (clustered by question when samples > 1). */
  readonly accuracy: Estimate;
  readonly passAtK: readonly { readonly k: number; readonly estimate: Estimate }[];
  readonly consAtK: { readonly k: number; readonly estimate: Estimate } | null;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly ungraded: { readonly timeout: number; readonly unparsed: number };
  readonly stages: readonly StageSummary[];
  readonly tokensGenerated: number;
  readonly tokensPrompt: number;
  readonly tokensPerCorrect: number | null;
  readonly wallSeconds: number;
  readonly tokensPerSecond: number;
  readonly thinker?: ThinkerSummary;
  readonly multiAttempt?: MultiAttemptSummary;
  readonly leap?: LeapSummary;
  readonly sql?: SqlSummary;
  readonly determinism: RunDeterminism;
  /** The run answers one question that a person typed: there is no gold, and accuracy says only whether the query ran. */
  readonly asked?: true;
  /** It is a branch of a run: no run of its own for lists. */
  readonly branch?: true;
  readonly warnings: readonly string[];
}

/** One row of the question list. */
export interface QuestionRow {
  readonly index: number;
  readonly questionId: QuestionId;
  /** Start of the text, one line. */
  readonly preview: string;
  readonly gold: string;
  /** Per sample. */
  readonly verdicts: readonly ("right" | "wrong" | "running" | "queued" | "failed")[];
  readonly outcomes: readonly (Outcome | null)[];
  readonly given: readonly (string | null)[];
  readonly tokens: number;
  readonly range?: TextRange;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Paired comparison of two runs on the questions they share. Differences are B − A. */
export interface RunComparison {
  readonly a: RunId;
  readonly b: RunId;
  readonly shared: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly changedQuestions: number;
  readonly accuracyA: Estimate;
  readonly accuracyB: Estimate;
  readonly difference: Estimate;
  /** Exact McNemar on questions (majority or single sample right/wrong). */
  readonly mcnemar: { readonly aOnly: number; readonly bOnly: number; readonly p: number };
  readonly flips: readonly {
    readonly questionId: QuestionId;
    readonly preview: string;
    readonly a: number;
    readonly b: number;
  }[];
  readonly warnings: readonly string[];
}

/** One sampled or forced token of a trace. */
export interface TokenRecord {
  readonly id: number;
  /** Text that became visible with this token (empty while a multi-byte character is incomplete). */
  readonly text: string;
  /**
   * Natural logarithm of the probability at temperature 1 over the kept candidates. It and the entropy are NaN (null in
   * JSON) where an endpoint tells none.
   */
  readonly logprob: number;
  /** Entropy in nats over the kept candidates at temperature 1. */
  readonly entropy: number;
  /** Up to five most likely tokens, most likely first, the chosen one among them where it ranks. */
  readonly alternatives: readonly { readonly id: number; readonly text: string; readonly logprob: number }[];
  /** Written by us (forced close), not sampled. */
  readonly forced: boolean;
  /** Put in by a person, not sampled: another token than the model's, a typed continuation, a remark. */
  readonly given?: true;
  readonly stepMs: number;
}
