import { direct } from "../direct.ts";
import type { JsonSchema } from "../protocol.ts";
import { choice, flag, object, prompt, prompts, tokens, whole } from "../schema.ts";
import type { Router } from "./routing.ts";
import type { Similarity } from "./similarity.ts";

/** Names and defaults of leap.md sections 2–4. */
export interface LeapParameters {
  /** T: own tokens between two exchanges. */
  readonly interval: number;
  /** Own tokens of a path without its summaries. */
  readonly maximum: number;
  readonly summaryTokens: number;
  /** k: summaries that a path is shown at an exchange. */
  readonly peers: number;
  readonly router: Router;
  readonly similarity: Similarity;
  /** What becomes of the unfinished last paragraph of a path's work at an exchange (section 3 step 5a). */
  readonly unfinished: "drop" | "keep";
  /** Exchanges at most; 0 for as many as fit, 1 for LeaP-S. */
  readonly exchanges: number;
  /** The last summary of a path that has ended goes on being read. */
  readonly finishedShare: boolean;
  /** Tokens for the answer of a path that closed its thought just at an exchange. */
  readonly answerTokens: number;
  /** Tokens behind `prompts.rescue` for a path that has used its maximum; 0 leaves it without an answer. */
  readonly rescueTokens: number;
  readonly stopAtBox: boolean;
  /** Tell the model beforehand about summaries and peers; models trained for LeaP need it not. */
  readonly explain: boolean;
  readonly prompts: {
    readonly task: string;
    readonly sqlTask: string;
    readonly explanation: string;
    readonly triggers: readonly string[];
    readonly openings: readonly string[];
    readonly peers: string;
    readonly peer: string;
    readonly reaction: string;
    readonly alone: string;
    readonly rescue: string;
  };
}

/** Own summaries stand between these. */
export const summaryTags = { open: "<summarize>", close: "</summarize>" } as const;

export const leapDefaults: LeapParameters = {
  interval: 2048,
  maximum: 8192,
  summaryTokens: 256,
  peers: 4,
  router: "dispersed",
  similarity: "levenshtein",
  unfinished: "drop",
  exchanges: 0,
  finishedShare: true,
  answerTokens: 1024,
  rescueTokens: 256,
  stopAtBox: false,
  explain: false,
  prompts: {
    task: direct.defaults.prompt,
    sqlTask: direct.defaults.sqlPrompt,
    explanation:
      "Several people work on this at the same time. From time to time you will sum up your results so far in <summarize> and </summarize>, and read what your peers have found in <comment> and </comment>. Their notes may be wrong: check them against your own.",
    triggers: [
      "Let me pause here and write down what I have established up to now.",
      "Before I go on, I will note my results so far in a few lines.",
      "Time to take stock: what do I know at this point?",
      "I will gather my findings so far, so that the next part goes faster.",
      "A compact recap will help me check my direction.",
      "Let me collect the main points I have worked out up to here.",
      "A brief status note will keep my reasoning tidy.",
    ],
    openings: [
      "So far I have found that",
      "My present results are",
      "At this point I believe that",
      "The key facts I hold are",
      "Up to here my working gives",
      "The state of my solution is that",
    ],
    peers: "<comment>\n{peers}\n</comment>",
    peer: 'Peer {number}: "{summary}"',
    reaction: "My peers have sent me notes. I will compare their results with mine before I continue.",
    alone: "There are no notes from peers, so I continue on my own.",
    rescue: "\n\nI now state my final answer.\n\n**Final Answer** \\boxed{",
  },
};

const d = leapDefaults;

export const leapSchema: JsonSchema = object(
  {
    interval: tokens(d.interval, "Own reasoning between two exchanges (T)."),
    maximum: tokens(d.maximum, "Own reasoning of a path, summaries and peers' notes not counted."),
    summaryTokens: tokens(d.summaryTokens, "Budget of a summary."),
    peers: whole(1, d.peers, "Summaries of peers that a path reads at an exchange (k)."),
    router: choice(
      ["dispersed", "clustered", "hybrid", "random", "all"],
      d.router,
      "Whose summaries are read: the least alike, the most alike, half of each, any, or all.",
    ),
    similarity: choice(
      ["levenshtein", "indel"],
      d.similarity,
      "How summaries are compared: by the paper's formula, or by the ratio of the authors' code.",
    ),
    unfinished: choice(
      ["drop", "keep"],
      d.unfinished,
      "At an exchange, drop what a path has written since its last blank line (without one, since its last full stop), or sum up in the middle of it. A complete answer is never dropped; what is dropped counts as generated.",
    ),
    exchanges: whole(0, d.exchanges, "Exchanges at most; 0 for as many as fit, 1 for LeaP-S."),
    finishedShare: flag(
      d.finishedShare,
      "Paths that have ended go on being read with their last summary; the authors' code leaves them out.",
    ),
    answerTokens: tokens(
      d.answerTokens,
      "Budget of the final answer of a path whose thought ended at an exchange.",
    ),
    rescueTokens: whole(
      0,
      d.rescueTokens,
      "Tokens behind the rescue sentence for a path that has used its maximum; 0 for no rescue.",
    ),
    stopAtBox: flag(d.stopAtBox, "End a path at its first complete box outside a thought."),
    explain: flag(d.explain, "Explain summaries and peers in the user turn, for models not trained on them."),
    prompts: object(
      {
        task: prompt(d.prompts.task, "User turn; {question} is replaced."),
        sqlTask: prompt(
          d.prompts.sqlTask,
          "User turn of text-to-SQL; {schema}, {dialect} and {question} are replaced.",
        ),
        explanation: prompt(d.prompts.explanation, "Behind the user turn where `explain` is on."),
        triggers: prompts(d.prompts.triggers, "Sentences before a summary; one is drawn."),
        openings: prompts(d.prompts.openings, "Beginnings of a summary; one is drawn."),
        peers: prompt(d.prompts.peers, "Notes of the peers; {peers} is replaced."),
        peer: prompt(d.prompts.peer, "One peer's note; {number} and {summary} are replaced."),
        reaction: prompt(d.prompts.reaction, "Behind the notes of the peers."),
        alone: prompt(d.prompts.alone, "Instead of notes where there are none."),
        rescue: prompt(d.prompts.rescue, "At the end of the maximum; must open a box."),
      },
      "Words put to and into the model's turn.",
    ),
  },
  "Parameters of LeaP.",
);
