/** One training run: where it stands, and its curves. */
import { useEffect } from "preact/hooks";
import type { TrainingRunId, TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import type { TrainingAction } from "../../../language-server/contract/webview.ts";
import { request } from "../bridge.ts";
import { shortCount } from "../curves.ts";
import { count, dateTime, duration, percent, quantity } from "../format.ts";
import { TrainingBadge } from "../parts/badge.tsx";
import { Button, IconButton, Progress } from "../parts/controls.tsx";
import { Failures } from "../parts/failures.tsx";
import { Empty, Loading, Problem } from "../parts/notice.tsx";
import { mostBeside, TrainingCurves } from "../parts/trainingCurves.tsx";
import { TrainingTable } from "../parts/trainingTable.tsx";
import { show, view } from "../state/panel.ts";
import {
  type Curve,
  curves,
  loadCurve,
  resumeTraining,
  stopTraining,
  trainings,
} from "../state/trainings.ts";

const ask = (id: TrainingRunId, action: TrainingAction): void =>
  void request("panel/training", { id, action });

function Working({ summary }: { summary: TrainingRunSummary }) {
  const { step, steps, tokensPerSecond, secondsLeft } = summary;
  const parts = [
    `${count(step)} of ${count(steps)} steps`,
    step === 0 ? "preparing" : `${quantity(tokensPerSecond)} tokens/s`,
    secondsLeft === null ? "" : `about ${duration(Math.max(1, Math.round(secondsLeft)))} left`,
  ];
  return (
    <div class="working">
      <Progress {...(step === 0 ? {} : { fraction: step / Math.max(1, steps) })} label="Steps taken" />
      <p class="dim">{parts.filter((part) => part !== "").join(" · ")}</p>
    </div>
  );
}

function Header({ summary }: { summary: TrainingRunSummary }) {
  const { id, status, checkpoints, model } = summary;
  const facts = [
    summary.parameters === null ? "" : `${shortCount(summary.parameters)} parameters`,
    summary.device ?? "",
    dateTime(new Date(summary.startedAt).toISOString()),
  ];
  return (
    <header class="run-header">
      <div class="run-title">
        <h1>{summary.name}</h1>
        <TrainingBadge status={status} />
        <span class="actions">
          {status === "running" && (
            <Button icon="debug-stop" onPress={() => void stopTraining(id)}>
              Stop
            </Button>
          )}
          {(status === "stopped" || status === "interrupted" || status === "failed") && (
            <Button icon="debug-continue" onPress={() => void resumeTraining(id)}>
              Resume
            </Button>
          )}
          <Button
            icon="beaker"
            secondary
            disabled={checkpoints.length === 0 && model === null}
            title="Select a checkpoint as the model and evaluate a file with it"
            onPress={() => ask(id, "evaluate")}
          >
            Evaluate…
          </Button>
          <IconButton icon="file-code" label="Open the recipe" onPress={() => ask(id, "recipe")} />
          <IconButton
            icon="folder-opened"
            label="Reveal the run's folder"
            onPress={() => ask(id, "reveal")}
          />
        </span>
      </div>
      <p class="dim run-meta">{facts.filter((fact) => fact !== "").join(" · ")}</p>
      {status === "running" && <Working summary={summary} />}
    </header>
  );
}

const Figure = ({ name, value, detail }: { name: string; value: string; detail?: string }) => (
  <div class="figure">
    <dt>{name}</dt>
    <dd class="figure-value">{value}</dd>
    {detail !== undefined && <dd class="figure-detail">{detail}</dd>}
  </div>
);

function Figures({ curve: { summary, points } }: { curve: Curve }) {
  const newest = summary.checkpoints.reduce((latest, { step }) => Math.max(latest, step), 0);
  const seconds = points.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const speed =
    summary.status === "running" || seconds === 0
      ? summary.tokensPerSecond
      : points.length === summary.step
        ? summary.learnedTokens / seconds
        : null;
  return (
    <dl class="key-figures">
      <Figure name="Loss" value={summary.loss?.toFixed(3) ?? "–"} detail="mean of the last 50 steps" />
      <Figure
        name="Held-back loss"
        value={summary.heldBackLoss?.toFixed(3) ?? "–"}
        detail="samples never trained on"
      />
      <Figure
        name="Held-back accuracy"
        value={percent(summary.heldBackAccuracy)}
        detail="tokens predicted right"
      />
      <Figure
        name="Tokens learned"
        value={shortCount(summary.learnedTokens)}
        {...(speed === null || speed === 0 ? {} : { detail: `${quantity(speed)} a second` })}
      />
      <Figure
        name="Checkpoints"
        value={count(summary.checkpoints.length)}
        detail={
          summary.model !== null
            ? "and an exported model"
            : newest === 0
              ? "none written yet"
              : `newest at step ${count(newest)}`
        }
      />
    </dl>
  );
}

/** Other runs whose loss can be drawn into the same chart. */
function Beside({ id }: { id: TrainingRunId }) {
  const list = trainings.value;
  const others = list.state === "here" ? list.value.filter((run) => run.id !== id && run.step > 0) : [];
  const chosen = view.value.trainingBeside;
  if (others.length === 0) return null;
  const toggle = (other: TrainingRunId): void =>
    show({
      trainingBeside: chosen.includes(other)
        ? chosen.filter((kept) => kept !== other)
        : [...chosen, other].slice(-mostBeside),
    });
  return (
    <details class="curve-table" open={chosen.length > 0}>
      <summary>Compare with other runs</summary>
      <ul class="beside">
        {others.map((run) => (
          <li key={run.id}>
            <label class="pick">
              <input type="checkbox" checked={chosen.includes(run.id)} onChange={() => toggle(run.id)} />
              {run.name}
              <span class="dim">
                {dateTime(new Date(run.startedAt).toISOString())}
                {run.loss === null ? "" : ` · loss ${run.loss.toFixed(3)}`}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function TrainingScreen() {
  const { trainingId, trainingBeside } = view.value;
  const state = trainingId === null ? undefined : curves.value.get(trainingId);
  const name = state?.state === "here" ? state.value.summary.name : null;
  useEffect(() => {
    if (name !== null) void request("panel/setTitle", { title: name });
  }, [name]);
  if (trainingId === null) return null;
  if (state === undefined || state.state === "loading") return <Loading what="the training run" />;
  if (state.state === "failed")
    return (
      <Problem error={state.error} onRetry={() => void loadCurve(trainingId)}>
        <Button icon="list-unordered" onPress={() => show({ screen: "trainings" })}>
          Show all training runs
        </Button>
      </Problem>
    );
  const { summary, points } = state.value;
  const beside = trainingBeside.flatMap((id) => {
    const other = curves.value.get(id);
    return other?.state === "here" ? [other.value] : [];
  });
  return (
    <div class="screen">
      <Header summary={summary} />
      <Failures ofRun={summary.failure} />
      {points.length === 0 ? (
        <Empty icon="graph-line" title="No step taken yet">
          <p>
            {summary.status === "running"
              ? "The data and the tokenizer are being prepared, or the run that this one starts from is trained first. The curves begin with the first step."
              : "The run ended before its first step."}
          </p>
        </Empty>
      ) : (
        <>
          <Figures curve={state.value} />
          <TrainingCurves key={trainingId} curve={state.value} beside={beside} />
          <Beside id={trainingId} />
          <TrainingTable points={points} />
        </>
      )}
    </div>
  );
}
