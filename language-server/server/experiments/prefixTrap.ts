import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunId, RunManifest } from "../../contract/entities.ts";
import type { TrapParams, TrapReport } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { type ChosenPath, choosePaths, trapFigures } from "../../core/experiments/trap.ts";
import { trapMarkdown } from "../../core/experiments/trapReport.ts";
import type { DirectParameters } from "../../core/protocols/direct.ts";
import type { RunService } from "../run/runService.ts";

/** leap.md section 6.1, the local version. */
const defaults = {
  beginnings: "wrong",
  share: 0.15,
  questions: 10,
  samples: 8,
  temperature: 1,
  seed: 0,
} as const;
const smallSample = 10;
/** Exchanges that fit into a budget when no interval is named. */
const usualExchanges = 3;
const longestInterval = 2048;
const usualSummary = 256;

type Condition = "alone" | "leap";

export interface TrapEnd {
  readonly report: TrapReport;
  /** The report as Markdown, in the folder of the run with LeaP; null when it could not be written. */
  readonly file: string | null;
}

/**
 * The prefix dominance trap: paths are begun with the beginning of a wrong one, once alone and once with LeaP; how much
 * of what the beginning costs does LeaP give back? Both conditions are runs of their own, in the same words and budgets;
 * alone, there is no exchange. Errors: `input/invalid`, those of runs.
 * @param onStarted told each of its runs
 */
export async function prefixTrap(
  runs: RunService,
  params: TrapParams,
  onStarted: (runId: RunId) => void = () => undefined,
): Promise<Result<TrapEnd>> {
  const order = { ...defaults, ...params };
  const problem = orderProblem(order);
  if (problem !== null) return fail("input/invalid", problem);
  const view = await runs.library.view(params.runId);
  if (!view.ok) return view;
  const { manifest } = view.value;
  if (manifest.protocol.id !== "direct" || manifest.samples < 2 || manifest.branch !== undefined)
    return fail(
      "input/invalid",
      "The prefix dominance trap wants a run of the protocol “direct” with several samples of each question: it takes the beginnings of its paths.",
    );
  const free = view.value.paths();
  const chosen = choosePaths(free, order.beginnings, order.questions, order.seed);
  if (chosen.length === 0)
    return fail(
      "input/invalid",
      "No question of the run has right and wrong answers. Take more samples, or questions that are neither too easy nor too hard for the model.",
    );
  const conditions: { -readonly [C in Condition]?: RunId } = {};
  for (const condition of ["alone", "leap"] as const) {
    const started = await runs.startWithBeginnings({
      of: params.runId,
      chosen,
      share: order.share,
      title: titles[condition],
      protocol: "leap",
      parameters: parametersFor(condition, manifest, params.parameters),
      sampling: { ...manifest.sampling, temperature: order.temperature },
      samples: order.samples,
      seed: order.seed,
    });
    if (!started.ok) return started;
    onStarted(started.value.runId);
    const end = await started.value.ended;
    if (end.failure !== null) return { ok: false, error: end.failure };
    if (end.status !== "done")
      return fail("run/not-resumable", "The experiment was stopped; what is there of its runs stays.");
    conditions[condition] = started.value.runId;
  }
  const { alone = "", leap = "" } = conditions;
  const [aloneView, leapView] = [await runs.library.view(alone), await runs.library.view(leap)];
  if (!aloneView.ok) return aloneView;
  if (!leapView.ok) return leapView;
  const report: TrapReport = {
    experiment: "prefix-dominance-trap",
    ...{ beginnings: order.beginnings, share: order.share, samples: order.samples },
    ...{ temperature: order.temperature, seed: order.seed },
    runs: { free: params.runId, alone, leap },
    paths: chosen,
    figures: trapFigures(chosen, { free, alone: aloneView.value.paths(), leap: leapView.value.paths() }),
    warnings: warningsFor(order, manifest, chosen),
  };
  return ok({ report, file: await keepReport(runs.library.folderOf(leap), report) });
}

/** Beside the run, for programs and for people. @returns the text for people; null when nothing can be written */
async function keepReport(folder: string, report: TrapReport): Promise<string | null> {
  const file = join(folder, "trap.md");
  try {
    await writeFile(join(folder, "trap.json"), `${JSON.stringify(report, null, 2)}\n`);
    await writeFile(file, trapMarkdown(report));
    return file;
  } catch {
    return null;
  }
}

const titles: Readonly<Record<Condition, string>> = {
  alone: "Prefix dominance trap · alone",
  leap: "Prefix dominance trap · LeaP",
};

/** The same words and budgets in both; what is asked for of LeaP holds where there are exchanges. */
function parametersFor(
  condition: Condition,
  { protocol }: RunManifest,
  given: TrapParams["parameters"],
): Record<string, unknown> {
  const { budget, prompt, sqlPrompt, stopAtBox } = protocol.parameters as DirectParameters;
  const shared = { maximum: budget, stopAtBox, ...given, prompts: { task: prompt, sqlTask: sqlPrompt } };
  const maximum = Number(shared.maximum);
  // An interval that is the whole budget leaves no exchange.
  if (condition === "alone") return { ...shared, interval: maximum };
  const interval = Math.min(longestInterval, Math.max(1, Math.ceil(maximum / (usualExchanges + 1))));
  return { interval, summaryTokens: Math.min(usualSummary, interval), ...shared };
}

function orderProblem({ share, questions, samples, temperature }: Required<Omit<TrapParams, "parameters">>) {
  if (!(share > 0 && share < 1))
    return `The share of a path that is kept must be between 0 and 1, not ${share}.`;
  if (!(Number.isInteger(questions) && questions >= 1))
    return `The number of questions must be a whole number of at least 1, not ${questions}.`;
  if (!(Number.isInteger(samples) && samples >= 2 && samples <= 32))
    return `The number of continuations must be from 2 to 32, not ${samples}.`;
  return temperature >= 0 && temperature <= 5
    ? null
    : `The temperature must be from 0 to 5, not ${temperature}.`;
}

function warningsFor(
  order: { readonly questions: number; readonly temperature: number },
  { sampling }: RunManifest,
  chosen: readonly ChosenPath[],
): string[] {
  const warnings: string[] = [];
  if (chosen.length < order.questions)
    warnings.push(
      `Only ${chosen.length} of the ${order.questions} questions asked for have right and wrong answers.`,
    );
  if (chosen.length < smallSample)
    warnings.push("Fewer than 10 questions: only a very large difference could be seen.");
  if (sampling.temperature !== order.temperature)
    warnings.push(
      `The paths without a beginning were drawn at temperature ${sampling.temperature}, those with one at ${order.temperature}.`,
    );
  return warnings;
}
