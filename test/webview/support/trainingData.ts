/** Made-up training runs with curves as real ones have them: a steep fall, noise, a slow tail. */
import type {
  TrainingPoint,
  TrainingRunSummary,
  TrainingStatus,
} from "../../../language-server/contract/lab.ts";
import { random } from "./data.ts";

interface TrainingPlan {
  readonly id: string;
  readonly name: string;
  readonly status: TrainingStatus;
  readonly step: number;
  readonly steps: number;
  readonly floor: number;
  readonly failure?: TrainingRunSummary["failure"];
  readonly model?: string;
}

export const trainingPlans: readonly TrainingPlan[] = [
  { id: "words-2", name: "Deliberate Words", status: "running", step: 1840, steps: 3000, floor: 0.42 },
  {
    id: "words-1",
    name: "Deliberate Words (first part)",
    status: "done",
    step: 3000,
    steps: 3000,
    floor: 0.61,
    model: "/w/.deliberate/training/words-1/model.gguf",
  },
  {
    id: "wide",
    name: "Wide and shallow",
    status: "failed",
    step: 400,
    steps: 2000,
    floor: 0.9,
    failure: { code: "training/lost", message: "The training process ended: out of memory." },
  },
  { id: "tiny", name: "Tiny sums", status: "stopped", step: 300, steps: 600, floor: 0.5 },
  { id: "fresh", name: "Just begun", status: "running", step: 0, steps: 1000, floor: 1 },
];

const tokensAStep = 1450;

/** Point of one step; measured every 100 steps. */
export function trainingPoint(plan: TrainingPlan, step: number): TrainingPoint {
  const key = plan.floor * 1000;
  const trend = plan.floor + 5.9 * Math.exp(-step / 35) + 1.4 * Math.exp(-step / 500);
  const warm = Math.min(1, step / 150);
  return {
    step,
    loss: trend * (1 + 0.16 * (random(key, step, 41) - 0.5)),
    gradientNorm: (0.45 + 2.5 * Math.exp(-step / 120)) * (0.7 + 0.7 * random(key, step, 42)),
    rate: 0.002 * warm * (0.1 + 0.45 * (1 + Math.cos((Math.PI * step) / plan.steps))),
    learnedTokens: tokensAStep,
    milliseconds: 290,
    ...(step % 100 === 0
      ? { heldBackLoss: trend * 1.04, heldBackAccuracy: 0.93 - 0.14 * Math.min(6, trend) }
      : {}),
  };
}

const thinning = 3;

export const trainingPoints = (plan: TrainingPlan, upTo = plan.step): TrainingPoint[] =>
  Array.from({ length: upTo }, (_, at) => trainingPoint(plan, at + 1)).filter(
    ({ step, heldBackLoss }) => step % thinning === 0 || step === upTo || heldBackLoss !== undefined,
  );

export function trainingSummary(plan: TrainingPlan, step = plan.step): TrainingRunSummary {
  const measured = step < 100 ? null : trainingPoint(plan, step - (step % 100));
  const folder = `/w/.deliberate/training/${plan.id}`;
  const working = plan.status === "running" && step > 0;
  return {
    id: plan.id,
    name: plan.name,
    recipePath: `${folder}/recipe.yaml`,
    folder,
    status: plan.status,
    step,
    steps: plan.steps,
    parameters: step === 0 ? null : 3_241_152,
    loss: step === 0 ? null : trainingPoint(plan, step).loss,
    heldBackLoss: measured?.heldBackLoss ?? null,
    heldBackAccuracy: measured?.heldBackAccuracy ?? null,
    learnedTokens: step * tokensAStep,
    tokensPerSecond: working ? 5012 : 0,
    secondsLeft: working ? (plan.steps - step) * 0.29 : null,
    device: step === 0 ? null : "AMD EPYC 7B13",
    startedAt: Date.UTC(2026, 10, 20 + trainingPlans.indexOf(plan) * -1, 9, 30),
    updatedAt: Date.UTC(2026, 10, 20, 10, 30),
    failure: plan.failure ?? null,
    model: plan.model ?? null,
    checkpoints: Array.from({ length: Math.floor(step / 250) }, (_, at) => ({
      step: (at + 1) * 250,
      path: `${folder}/step-${(at + 1) * 250}.ckpt`,
    })),
  };
}
