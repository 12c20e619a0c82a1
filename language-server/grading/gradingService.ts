import type { Verdict } from "../contract/entities.ts";
import type { Extraction } from "../core/grading/extraction/extractAnswer.ts";
import type { GradedQuestion, ResponseOptions } from "../core/grading/grade.ts";
import {
  answerOptions,
  extractFor,
  gradeAnswer,
  noAnswer,
  readPrediction,
  verdictOf,
} from "../core/grading/grade.ts";
import type { Decision, GradingOptions } from "../core/grading/types.ts";
import { DecisionCache } from "./decisionCache.ts";
import type { WorkerQueueOptions, WorkFailure } from "./workerQueue.ts";
import { WorkerQueue } from "./workerQueue.ts";

export interface GradingService {
  /** Extraction and equivalence for a response to a question. Never rejects. */
  grade(response: string, question: GradedQuestion, options?: ResponseOptions): Promise<Verdict>;
  /** Equivalence of an extracted answer with a gold. Never rejects. */
  gradeAnswer(pred: string, gold: string, options?: GradingOptions): Promise<Verdict>;
  /** A prediction of unknown form: a bare answer or a whole response. Never rejects. */
  gradePrediction(pred: string, gold: string, options?: ResponseOptions): Promise<Verdict>;
  /** Whether two answers are the same, for votes and repeats. */
  equal(a: string, b: string): Promise<boolean>;
  /** Stops the worker; comparisons under way end as unparsed. */
  dispose(): Promise<void>;
}

export interface GradingServiceOptions extends WorkerQueueOptions {
  /** Decisions kept for repeated pairs. */
  readonly cacheSize?: number;
}

const bare = (text: string): Extraction => ({ text, method: "none", flags: [] });
const failures: Readonly<Record<WorkFailure, string>> = {
  timeout: "The comparison took longer than two seconds and was stopped; it counts as not right.",
  lost: "The comparison broke the grading worker and was stopped; it counts as not right.",
  disposed: "Grading was stopped before this comparison.",
};

/**
 * Grading for the server (math-grading.md section 4, limits). Cheap rules run at once in this thread; only pairs that
 * need the symbolic engine go to the worker, which starts on first need and is replaced when it hangs or dies.
 */
export function createGradingService(options: GradingServiceOptions): GradingService {
  const queue = new WorkerQueue(options);
  const cache = new DecisionCache(options.cacheSize ?? 20_000);

  const decide = async (pred: string, gold: string, rules: GradingOptions): Promise<Decision> => {
    const quick = gradeAnswer(pred, gold, rules);
    if (quick !== "open") return quick;
    const key = JSON.stringify([rules, gold, pred]);
    const known = cache.get(key);
    if (known) return known;
    const result = await queue.run(pred, gold, rules);
    if (!result.ok) {
      return {
        correct: false,
        rule: "none",
        grader: "symbolic",
        reason: failures[result.why],
        flags: [result.why === "timeout" ? "timeout" : "unparsed"],
        predNormal: pred,
        goldNormal: gold,
      };
    }
    cache.set(key, result.decision);
    return result.decision;
  };

  const verdict = async (
    extraction: Extraction,
    question: GradedQuestion,
    rules: GradingOptions,
  ): Promise<Verdict> => {
    const start = performance.now();
    const { text } = extraction;
    const decision =
      text === null ? noAnswer(question.gold, extraction) : await decide(text, question.gold, rules);
    return verdictOf(extraction, decision, performance.now() - start);
  };

  return {
    grade: (response, question, settings = {}) =>
      verdict(
        extractFor(response, question, settings),
        question,
        answerOptions(question, settings.profile ?? "lenient"),
      ),
    gradeAnswer: (pred, gold, rules = {}) =>
      verdict(bare(pred), { gold, answerKind: rules.answerKind ?? "value" }, rules),
    gradePrediction: (pred, gold, settings = {}) =>
      verdict(
        readPrediction(pred, gold, settings),
        { gold, answerKind: "value" },
        { profile: settings.profile ?? "lenient" },
      ),
    equal: async (a, b) => a === b || (await decide(a, b, {})).correct,
    dispose: () => queue.dispose(),
  };
}
