/** Words and figures of training runs in lists and quick picks. Pure. */
import type { TrainingRunSummary, TrainingStatus } from "../../../language-server/contract/lab.ts";
import { formatCount, formatPercent } from "./format.ts";

/** Whether `training/resume` makes sense. */
export const canResume = (status: TrainingStatus): boolean =>
  status === "stopped" || status === "interrupted" || status === "failed";

/** `45 s`, `12 min`, `3 h 5 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 59.5) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? "" : ` ${minutes % 60} min`}`;
}

/** `1,200/3,000 · loss 1.23 · stopped`. */
export const describeTraining = (run: TrainingRunSummary): string =>
  [
    run.step >= run.steps
      ? `${run.steps.toLocaleString("en-US")} steps`
      : `${run.step.toLocaleString("en-US")}/${run.steps.toLocaleString("en-US")}`,
    run.loss === null ? null : `loss ${run.loss.toPrecision(3)}`,
    run.status === "running"
      ? run.secondsLeft === null
        ? null
        : `${formatDuration(run.secondsLeft)} to go`
      : run.status === "done"
        ? null
        : run.status,
  ]
    .filter((part) => part !== null)
    .join(" · ");

/** Everything a tooltip says, one fact a line. */
export const trainingFacts = (run: TrainingRunSummary): string[] =>
  [
    run.failure?.message ?? null,
    run.parameters === null ? null : `${formatCount(run.parameters)} parameters`,
    describeTraining(run),
    run.heldBackLoss === null || run.heldBackAccuracy === null
      ? null
      : `On held-back samples: loss ${run.heldBackLoss.toPrecision(3)}, ${formatPercent(run.heldBackAccuracy)} of tokens right`,
    `${formatCount(run.learnedTokens)} tokens learned${run.device === null ? "" : ` on ${run.device}`}`,
    `Started ${new Date(run.startedAt).toLocaleString()}`,
    run.folder,
  ].filter((part) => part !== null);
