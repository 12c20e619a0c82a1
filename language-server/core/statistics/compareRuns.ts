import type {
  PathRecord,
  Question,
  QuestionId,
  RunComparison,
  RunManifest,
} from "../../contract/entities.ts";
import { binomialTwoSided } from "./distributions.ts";
import { clusteredMean, mean, pairedDifference, sampleSizeForDifference } from "./estimates.ts";
import { byQuestion, indicator, isCorrect } from "./scored.ts";

/** A run as the comparison needs it; texts of stages are not read. */
export interface ComparedRun {
  readonly manifest: RunManifest;
  readonly questions: readonly Question[];
  readonly paths: readonly PathRecord[];
}

/** What the comparison needs of a run that is read or under way. */
export const comparedRun = (
  run: Pick<ComparedRun, "manifest" | "questions"> & { paths(): readonly PathRecord[] },
): ComparedRun => ({ manifest: run.manifest, questions: run.questions, paths: run.paths() });

/** Exact McNemar test of counts of pairs in which only A, or only B, is right (two-sided binomial). */
export const mcnemar = (aOnly: number, bOnly: number): RunComparison["mcnemar"] => ({
  aOnly,
  bOnly,
  p: binomialTwoSided(aOnly, bOnly),
});

/**
 * Two runs on the questions they share: same id and same content hash, at least one scored sample in each. Questions
 * whose content differs are left out and counted. Differences are B − A of the question's means; McNemar counts a
 * question as right when more than half of its samples are. `flips` are the questions on which these verdicts differ,
 * the largest change first.
 */
export function compareRuns(a: ComparedRun, b: ComparedRun): RunComparison {
  const scoredA = scores(a);
  const scoredB = scores(b);
  const pairs: { readonly question: Question; readonly a: number[]; readonly b: number[] }[] = [];
  let changedQuestions = 0;
  for (const [id, { question, samples }] of scoredA) {
    const other = scoredB.get(id);
    if (other === undefined) continue;
    if (other.question.contentHash !== question.contentHash) changedQuestions += 1;
    else pairs.push({ question, a: samples, b: other.samples });
  }
  const inBoth = pairs.length + changedQuestions;
  const differences = pairs.map((pair) => mean(pair.b) - mean(pair.a));
  const flips = pairs
    .map((pair) => ({ question: pair.question, a: mean(pair.a), b: mean(pair.b) }))
    .filter((pair) => isRight(pair.a) !== isRight(pair.b))
    .sort((x, y) => Math.abs(y.b - y.a) - Math.abs(x.b - x.a));
  const bOnly = flips.filter((flip) => isRight(flip.b)).length;
  const difference = pairedDifference(differences);
  return {
    a: a.manifest.id,
    b: b.manifest.id,
    shared: pairs.length,
    onlyA: scoredA.size - inBoth,
    onlyB: scoredB.size - inBoth,
    changedQuestions,
    accuracyA: clusteredMean(pairs.map((pair) => pair.a)),
    accuracyB: clusteredMean(pairs.map((pair) => pair.b)),
    difference,
    mcnemar: mcnemar(flips.length - bOnly, bOnly),
    flips: flips.map((flip) => ({
      questionId: flip.question.id,
      preview: preview(flip.question.text),
      a: flip.a,
      b: flip.b,
    })),
    warnings: [
      ...settingsWarnings(a.manifest, b.manifest),
      ...dataWarnings(pairs.length, changedQuestions),
      ...powerWarning(differences, difference.interval),
    ],
  };
}

const isRight = (share: number): boolean => share > 0.5;

function scores(run: ComparedRun): Map<QuestionId, { question: Question; samples: number[] }> {
  const groups = byQuestion(run.paths);
  const scored = new Map<QuestionId, { question: Question; samples: number[] }>();
  for (const question of run.questions) {
    const group = groups.get(question.id);
    if (group !== undefined)
      scored.set(question.id, { question, samples: group.map((path) => indicator(isCorrect(path))) });
  }
  return scored;
}

/** First 120 characters on one line. */
function preview(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}

/** What else differs between the runs than what one wants to compare. */
function settingsWarnings(a: RunManifest, b: RunManifest): string[] {
  const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
  const differing = [
    a.model.fingerprint === b.model.fingerprint ? [] : ["model"],
    same(a.protocol, b.protocol) ? [] : ["protocol"],
    same(a.sampling, b.sampling) ? [] : ["sampling"],
    same(schemaSettings(a), schemaSettings(b)) ? [] : ["the schema shown"],
  ].flat();
  const warnings: string[] = [];
  if (a.grading.profile !== b.grading.profile || a.grading.version !== b.grading.version)
    warnings.push(
      "The runs were graded by different rules, so part of the difference may come from grading.",
    );
  if (differing.length > 1)
    warnings.push(
      `The runs differ in ${differing.join(" and ")}: the difference cannot be put down to one of them.`,
    );
  if (a.sql?.scorer !== b.sql?.scorer || !same(databaseHashes(a), databaseHashes(b)))
    warnings.push(
      "The queries ran on other databases or another engine, so part of the difference may come from there.",
    );
  if (a.samples !== b.samples)
    warnings.push(`The runs have ${a.samples} and ${b.samples} samples per question.`);
  return warnings;
}

const schemaSettings = ({ sql }: RunManifest) =>
  sql === undefined ? null : [sql.linking, sql.comments, sql.schemaTokens, sql.constrained === true];

const databaseHashes = ({ sql }: RunManifest): string[] =>
  (sql?.databases ?? []).map(({ contentHash }) => contentHash).sort();

function dataWarnings(shared: number, changed: number): string[] {
  const warnings: string[] = [];
  if (shared === 0) warnings.push("The runs have no finished question in common.");
  if (changed > 0)
    warnings.push(
      `${changed} ${changed === 1 ? "question was" : "questions were"} changed between the runs and left out.`,
    );
  return warnings;
}

/** How many questions more it takes when the interval still holds 0. */
function powerWarning(
  differences: readonly number[],
  interval: { low: number; high: number } | null,
): string[] {
  if (interval === null || interval.low > 0 || interval.high < 0) return [];
  const needed = sampleSizeForDifference(differences);
  if (needed === null || needed <= differences.length) return [];
  const more = needed - differences.length;
  return [
    `The difference is not decided. If it is as large as it looks, about ${more} more questions would show it (80 % power).`,
  ];
}
