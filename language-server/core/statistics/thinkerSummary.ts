import type { Estimate, PathRecord, StageRecord, ThinkerSummary } from "../../contract/entities.ts";
import {
  type Cluster,
  clusteredMean,
  clusteredRatio,
  mean,
  pairedDifference,
  signTest,
  sum,
} from "./estimates.ts";
import { byQuestion, indicator, isCorrect, stageCorrect } from "./scored.ts";

/** What a path did, read off its stages. */
interface Course {
  readonly fastRight: boolean;
  readonly finalRight: boolean;
  readonly verify: StageRecord | undefined;
  readonly slow: StageRecord | undefined;
  readonly slowRight: boolean;
  /** The slow answer was to decide: the verdict was not yes (unclear counts as no), or there was none to wait for. */
  readonly sent: boolean;
  /** Right answer of a fall-back stage less right answer of the slow stage, where the slow stage did not decide. */
  readonly fallBack: number;
}

/**
 * Thinker's decomposition (thinker.md section 7) over the scored paths; null when no path has a fast stage.
 *
 * A path is *sent* to slow thinking when its verdict is not `yes`, or when it has a slow stage but no verification
 * (`onEmptyFast: "slow"`). `verifierTpr` and `verifierTnr` are over verified paths only, while `rescue` and `keep` are
 * over all that were sent. A sent path whose slow stage is missing or gave no answer counts in them as not right, as
 * the spec words them; what summary or fast answer then stood in for it is the fall-back term. With these,
 *
 *     finalAcc = a·(1−σ₁) + a·σ₁·keep + (1−a)·σ₀·rescue + f
 *
 * holds exactly on recorded data, where σ₁ and σ₀ are the shares sent among right and wrong fast answers (1 − TPR and
 * TNR when all paths were verified) and f the mean fall-back term. `identityError` is the difference of the two sides,
 * the left one from the recorded final verdicts, the right one from the stages: not 0 when a recorded final verdict is
 * not that of the stage that should have decided. All rates are over paths, so that the identity also holds
 * when questions have different numbers of finished samples. Paths run on with `alwaysSlow` after a `yes` are not
 * sent; they count in the oracle bound only.
 */
export function summariseThinker(paths: readonly PathRecord[]): ThinkerSummary | null {
  const questions = [...byQuestion(paths).values()].map((group) =>
    group.flatMap((path) => courseOf(path) ?? []),
  );
  const courses = questions.flat();
  if (courses.length === 0) return null;
  const rate = (given: (course: Course) => boolean, hit: (course: Course) => boolean): Estimate | null =>
    clusteredRatio(questions.map((group) => clusterOf(group.filter(given), hit)));

  const verifierTpr = rate(
    (c) => isVerified(c) && c.fastRight,
    (c) => c.verify?.judgement === "yes",
  );
  const verifierTnr = rate(
    (c) => isVerified(c) && !c.fastRight,
    (c) => c.verify?.judgement !== "yes",
  );
  const keep = rate(
    (c) => c.sent && c.fastRight,
    (c) => c.slowRight,
  );
  const gains = questions
    .filter((group) => group.length > 0)
    .map((group) => mean(group.map((c) => indicator(c.finalRight) - indicator(c.fastRight))));
  return {
    fastAccuracy: clusteredMean(questions.map((group) => group.map((c) => indicator(c.fastRight)))),
    finalAccuracy: clusteredMean(questions.map((group) => group.map((c) => indicator(c.finalRight)))),
    gain: pairedDifference(gains),
    gainTest: signTest(gains),
    verifierTpr,
    verifierTnr,
    verifierBalanced: verifierTpr && verifierTnr ? (verifierTpr.value + verifierTnr.value) / 2 : null,
    unclearRate: mean(courses.filter(isVerified).map((c) => indicator(c.verify?.judgement === "unclear"))),
    rescue: rate(
      (c) => c.sent && !c.fastRight,
      (c) => c.slowRight,
    ),
    keep,
    damage: keep && complement(keep),
    settledByFast: mean(courses.map((c) => indicator(!c.sent))),
    oracleVerifierBound: oracleBound(courses),
    identityError: identityError(courses),
  };
}

const isVerified = (course: Course): boolean => course.verify !== undefined;

function courseOf(path: PathRecord): Course | null {
  const fast = path.stages.find((stage) => stage.stage === "fast");
  if (fast === undefined) return null;
  const verify = path.stages.find((stage) => stage.stage === "verify");
  const slow = path.stages.find((stage) => stage.stage === "slow");
  const sent = verify === undefined ? slow !== undefined : verify.judgement !== "yes";
  const slowRight = stageCorrect(slow);
  const decided = path.answerStage === undefined ? undefined : path.stages[path.answerStage];
  const fallBack =
    sent && decided !== slow && decided !== undefined
      ? indicator(stageCorrect(decided)) - indicator(slowRight)
      : 0;
  return {
    fastRight: stageCorrect(fast),
    finalRight: isCorrect(path),
    verify,
    slow,
    slowRight,
    sent,
    fallBack,
  };
}

function clusterOf(group: readonly Course[], hit: (course: Course) => boolean): Cluster {
  return { hits: group.filter(hit).length, trials: group.length };
}

/** 1 − a rate, interval included. */
function complement(rate: Estimate): Estimate {
  const { value, interval, n } = rate;
  return {
    value: 1 - value,
    interval: interval && { low: 1 - interval.high, high: 1 - interval.low, level: interval.level },
    n,
  };
}

/**
 * a + (1−a)·P(slow right | fast wrong): what a perfect verifier would reach. Null unless slow thinking ran on every
 * wrong fast answer (`alwaysSlow`, or a verifier that let none pass).
 */
function oracleBound(courses: readonly Course[]): number | null {
  const wrong = courses.filter((c) => !c.fastRight);
  if (wrong.some((c) => c.slow === undefined)) return null;
  const right = courses.length - wrong.length;
  return (right + wrong.filter((c) => c.slowRight).length) / courses.length;
}

function identityError(courses: readonly Course[]): number {
  const n = courses.length;
  const right = courses.filter((c) => c.fastRight);
  const sentRight = right.filter((c) => c.sent);
  const sentWrong = courses.filter((c) => !c.fastRight && c.sent);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const a = share(right.length, n);
  const sentOfRight = share(sentRight.length, right.length);
  const sentOfWrong = share(sentWrong.length, n - right.length);
  const keep = share(sentRight.filter((c) => c.slowRight).length, sentRight.length);
  const rescue = share(sentWrong.filter((c) => c.slowRight).length, sentWrong.length);
  const fallBack = sum(courses.map((c) => c.fallBack)) / n;
  const decomposed =
    a * (1 - sentOfRight) + a * sentOfRight * keep + (1 - a) * sentOfWrong * rescue + fallBack;
  return Math.abs(mean(courses.map((c) => indicator(c.finalRight))) - decomposed);
}
