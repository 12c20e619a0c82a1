/** All training runs of the workspace. */
import { useEffect } from "preact/hooks";
import type { TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import { request } from "../bridge.ts";
import { shortCount } from "../curves.ts";
import { count, dateTime, percent } from "../format.ts";
import { TrainingBadge } from "../parts/badge.tsx";
import { Button } from "../parts/controls.tsx";
import { Empty, Loading, Problem } from "../parts/notice.tsx";
import { openTraining } from "../state/panel.ts";
import { loadTrainings, trainings } from "../state/trainings.ts";

const begin = (): void => void request("panel/newTraining", {});

const TrainingRow = ({ run }: { run: TrainingRunSummary }) => (
  <tr>
    <th scope="row">
      <button type="button" class="link run-link" data-run={run.id} onClick={() => openTraining(run.id)}>
        {run.name}
      </button>
    </th>
    <td>
      <TrainingBadge status={run.status} />
    </td>
    <td class="num">
      {count(run.step)}
      {run.step < run.steps && <span class="dim"> / {count(run.steps)}</span>}
    </td>
    <td class="num strong">{run.loss?.toFixed(3) ?? "–"}</td>
    <td class="num">{run.heldBackLoss?.toFixed(3) ?? "–"}</td>
    <td class="num">{percent(run.heldBackAccuracy)}</td>
    <td class="num">{shortCount(run.learnedTokens)}</td>
    <td class="num">{run.parameters === null ? "–" : shortCount(run.parameters)}</td>
    <td>{run.device ?? "–"}</td>
    <td class="dim">{dateTime(new Date(run.startedAt).toISOString())}</td>
  </tr>
);

export function TrainingsScreen() {
  const list = trainings.value;
  useEffect(() => {
    void request("panel/setTitle", { title: "Training runs" });
  }, []);
  if (list.state === "loading") return <Loading what="training runs" />;
  if (list.state === "failed") return <Problem error={list.error} onRetry={() => void loadTrainings()} />;
  if (list.value.length === 0)
    return (
      <Empty icon="graph-line" title="No training runs yet">
        <p>
          A recipe (<code>*.recipe.yaml</code>) says what a small model learns and how big it is. Its
          checkpoints are evaluated like any other model.
        </p>
        <div class="notice-actions">
          <Button icon="add" onPress={begin}>
            New training run…
          </Button>
        </div>
      </Empty>
    );
  return (
    <div class="screen">
      <div class="run-title">
        <h1>Training runs</h1>
        <span class="actions">
          <Button icon="add" onPress={begin}>
            New training run…
          </Button>
        </span>
      </div>
      <div class="scroll-x">
        <table class="figures runs-table">
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">Status</th>
              <th scope="col" class="num">
                Steps
              </th>
              <th scope="col" class="num" title="Mean of the last 50 steps, nats per learned token">
                Loss
              </th>
              <th scope="col" class="num">
                Held-back loss
              </th>
              <th scope="col" class="num">
                Held-back accuracy
              </th>
              <th scope="col" class="num">
                Tokens learned
              </th>
              <th scope="col" class="num">
                Parameters
              </th>
              <th scope="col">Device</th>
              <th scope="col">Started</th>
            </tr>
          </thead>
          <tbody>
            {list.value.map((run) => (
              <TrainingRow key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
