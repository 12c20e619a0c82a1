import type {
  Outcome,
  RunDeterminism,
  RunStatus,
  Verdict,
} from "../../../language-server/contract/entities.ts";
import type { TrainingStatus } from "../../../language-server/contract/lab.ts";
import { determinismLabels, outcomeLabels, statusLabels, type Tone, trainingLabels } from "../labels.ts";
import { Icon } from "./icon.tsx";

interface BadgeProps {
  readonly icon: string;
  readonly text: string;
  readonly tone: Tone;
  readonly hint?: string;
  readonly spin?: boolean;
}

/** Icon and word; the colour only repeats what they say. */
export const Badge = ({ icon, text, tone, hint, spin = false }: BadgeProps) => (
  <span class={`badge tone-${tone}`} title={hint}>
    <Icon name={icon} spin={spin} />
    {text}
  </span>
);

export const OutcomeBadge = ({ outcome }: { outcome: Outcome }) => <Badge {...outcomeLabels[outcome]} />;

export const StatusBadge = ({ status }: { status: RunStatus }) => (
  <Badge {...statusLabels[status]} spin={status === "running"} />
);

/** How far the run can be had again. */
export const DeterminismBadge = ({ determinism }: { determinism: RunDeterminism }) => {
  const { level, strict, reason } = determinism;
  const label = determinismLabels[level];
  return <Badge {...label} text={strict ? `${label.text}, strict` : label.text} hint={reason} />;
};

export const TrainingBadge = ({ status }: { status: TrainingStatus }) => (
  <Badge {...trainingLabels[status]} spin={status === "running"} />
);

/** Without a gold answer (`rule` is `none`) a query that runs is all that can be said. */
export const VerdictBadge = ({
  verdict,
}: {
  verdict: Pick<Verdict, "correct" | "rule" | "grader" | "extracted">;
}) =>
  verdict.rule === "none" && verdict.grader === "execution" ? (
    verdict.correct ? (
      <Badge icon="check" text="Runs" tone="info" />
    ) : (
      <Badge icon="close" text={verdict.extracted === null ? "No query" : "Does not run"} tone="bad" />
    )
  ) : verdict.correct ? (
    <Badge icon="check" text="Right" tone="good" />
  ) : (
    <Badge icon="close" text="Wrong" tone="bad" />
  );
