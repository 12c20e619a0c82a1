/**
 * LeaP against independent paths at equal generated tokens, with a model as it is: both arms answer the same held-out
 * questions in the same words; of each question's independent paths as many are taken as have together generated what
 * its LeaP paths have, summaries included (leap.md section 6, “baselines with equal cost”; answers that end by themselves
 * are not longer for a larger budget, so there are more of them). Prints both arms and the paired differences over
 * questions, each question's value being the mean over the seeds.
 *
 *   node --import tsx test/bench/leapEqualTokens.ts [--model FILE] [--questions 100] [--seeds 3] [--paths 4] [--interval 40] [--most 24] [--question-seed 5] [--set words] [--unfinished drop|keep] [--json FILE]
 *
 * Build first: `node build.mjs`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Estimate, LeapSummary, PathRecord } from "../../language-server/contract/entities.ts";
import {
  clusteredMean,
  mean,
  pairedDifference,
  signTest,
  sum,
} from "../../language-server/core/statistics/estimates.ts";
import { consensusOf } from "../../language-server/core/statistics/repeatedSampling.ts";
import { byQuestion, indicator, isCorrect, ownTokens } from "../../language-server/core/statistics/scored.ts";
import { votesOf } from "../../language-server/core/statistics/summariseRun.ts";
import { type HeldOutSet, writeHeldOut } from "../../language-server/lab/tasks/heldOut.ts";
import { openRun } from "../../language-server/store/runReader.ts";
import { percent, product } from "./product.ts";

const text = (usual: string) => ({ type: "string", default: usual }) as const;
const { values: options } = parseArgs({
  options: {
    model: { type: "string" },
    json: { type: "string" },
    set: text("words"),
    questions: text("100"),
    seeds: text("3"),
    paths: text("4"),
    interval: text("40"),
    "question-seed": text("5"),
    maximum: text("300"),
    summary: text("96"),
    most: text("24"),
    sequences: text("16"),
    temperature: text("0.6"),
    unfinished: text("drop"),
  },
});
const paths = Number(options.paths);
const folder = mkdtempSync(join(tmpdir(), "deliberate-leap-"));
const source = join(folder, `held-out-${options.set}.jsonl`);
writeFileSync(
  source,
  writeHeldOut(options.set as HeldOutSet, Number(options.questions), Number(options["question-seed"])),
);

/** What both arms have; an interval that is the whole budget leaves no exchange. */
const shared = { maximum: options.maximum, answerTokens: "64", rescueTokens: "12" };
const arms = {
  leap: {
    ...shared,
    interval: options.interval,
    exchanges: "1",
    unfinished: options.unfinished,
    summaryTokens: options.summary,
    peers: String(paths - 1),
  },
  independent: { ...shared, interval: options.maximum },
};

interface Arm {
  readonly byQuestion: ReadonlyMap<string, readonly PathRecord[]>;
  readonly leap: LeapSummary | undefined;
  readonly seconds: number;
}

async function run(arm: keyof typeof arms, seed: number): Promise<Arm> {
  const samples = arm === "leap" ? paths : Number(options.most);
  const report = product<{ run: string; leap?: LeapSummary; wallSeconds: number }>(
    ...["eval", source, "--protocol", "leap", "--out", join(folder, "runs")],
    ...["--samples", String(samples), "--seed", String(seed), "--temperature", options.temperature],
    ...["--sequences", String(Math.max(samples, Number(options.sequences)))],
    ...(options.model === undefined ? [] : ["--model", options.model]),
    ...Object.entries(arms[arm]).flatMap(([name, value]) => ["--param", `${name}=${value}`]),
  );
  const reader = await openRun(report.run);
  if (!reader.ok) throw new Error(reader.error.message);
  return { byQuestion: byQuestion(reader.value.paths()), leap: report.leap, seconds: report.wallSeconds };
}

/** Sampled; what was put in is not. */
const tokensOf = ({ stages }: PathRecord): number => sum(stages.map(ownTokens));

/** As many paths, in their order, as come nearest to so many tokens; one at least. */
function worth(all: readonly PathRecord[], tokens: number): PathRecord[] {
  const taken: PathRecord[] = [];
  let spent = 0;
  for (const path of all) {
    const cost = tokensOf(path);
    if (taken.length > 0 && spent + cost - tokens > tokens - spent) break;
    taken.push(path);
    spent += cost;
  }
  return taken;
}

/** Values of one question in one arm. */
const measures = {
  "Pass@1": (group: readonly PathRecord[]) => mean(group.map((path) => indicator(isCorrect(path)))),
  "majority vote": (group: readonly PathRecord[]) => consensusOf(votesOf(group)),
  "any path right": (group: readonly PathRecord[]) => indicator(group.some(isCorrect)),
} as const;
type Measure = keyof typeof measures;

interface Compared {
  readonly leap: Record<Measure, number>;
  readonly independent: Record<Measure, number>;
  /** The first paths alone, as many as LeaP has: what the extra tokens are worth. */
  readonly few: Record<Measure, number>;
  readonly tokens: { readonly leap: number; readonly independent: number };
  readonly taken: number;
}

const measured = (group: readonly PathRecord[]): Record<Measure, number> =>
  Object.fromEntries(Object.entries(measures).map(([name, of]) => [name, of(group)])) as Record<
    Measure,
    number
  >;

const seeds = Array.from({ length: Number(options.seeds) }, (_, seed) => seed);
const found = new Map<string, Compared[]>();
const summaries: LeapSummary[] = [];
for (const seed of seeds) {
  const leap = await run("leap", seed);
  const independent = await run("independent", seed);
  if (leap.leap !== undefined) summaries.push(leap.leap);
  console.error(
    `seed ${seed}: ${leap.seconds.toFixed(0)} s with LeaP, ${independent.seconds.toFixed(0)} s without`,
  );
  for (const [question, group] of leap.byQuestion) {
    const all = independent.byQuestion.get(question);
    if (all === undefined) continue;
    const tokens = sum(group.map(tokensOf));
    const equal = worth(all, tokens);
    const compared: Compared = {
      leap: measured(group),
      independent: measured(equal),
      few: measured(all.slice(0, paths)),
      tokens: { leap: tokens, independent: sum(equal.map(tokensOf)) },
      taken: equal.length,
    };
    found.set(question, [...(found.get(question) ?? []), compared]);
  }
}

const questions = [...found.values()];
const meanOf = (value: (compared: Compared) => number): number[] =>
  questions.map((all) => mean(all.map(value)));
const overall = (value: (compared: Compared) => number): number => mean(meanOf(value));
const range = ({ interval }: Estimate, write: (value: number) => string): string =>
  interval === null ? "" : ` (${write(interval.low)} to ${write(interval.high)})`;
const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value * 100).toFixed(1)}`;
const share = (values: readonly number[]): string => {
  const estimate = clusteredMean(values.map((value) => [value, value]));
  return `${percent(estimate.value)}${range(estimate, percent)}`;
};

const used = seeds.length;
console.log(
  `${questions.length} questions (${options.set}), ${used} seeds, temperature ${options.temperature}; LeaP with ${paths} paths, one exchange after ${options.interval} tokens, ${paths - 1} peers read. 95 % intervals over questions; differences are paired, in points.\n`,
);
console.log(
  `generated tokens a question: LeaP ${overall(({ tokens }) => tokens.leap).toFixed(0)}, independent ${overall(({ tokens }) => tokens.independent).toFixed(0)} (${overall(({ taken }) => taken).toFixed(1)} paths)\n`,
);
console.log(
  "| measure | LeaP | independent, equal tokens | difference | questions better, worse | the first paths alone |",
);
console.log("|---|---|---|---|---|---|");
for (const name of Object.keys(measures) as Measure[]) {
  const differences = questions.map((all) =>
    mean(all.map(({ leap, independent }) => leap[name] - independent[name])),
  );
  const difference = pairedDifference(differences);
  const { better, worse, p } = signTest(differences);
  console.log(
    `| ${name} | ${share(meanOf(({ leap }) => leap[name]))} | ${share(meanOf(({ independent }) => independent[name]))} | ${points(difference.value)}${range(difference, points)} | ${better}, ${worse}; p = ${p.toPrecision(2)} | ${share(meanOf(({ few }) => few[name]))} |`,
  );
}
const pooled = (value: (summary: LeapSummary) => Estimate | null): string => {
  const known = summaries.map(value).filter((estimate) => estimate !== null);
  return known.length === 0 ? "–" : percent(mean(known.map((estimate) => estimate.value)));
};
console.log(
  `\nexchanges: repaired ${pooled(({ repaired }) => repaired)}, spoiled ${pooled(({ spoiled }) => spoiled)}, summaries with an answer ${pooled(({ summariesWithAnswer }) => summariesWithAnswer)}`,
);
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify([...found], null, 1));
rmSync(folder, { recursive: true, force: true });
