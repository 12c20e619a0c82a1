/** Beside a path: where it was gone on from and what became of it, and measuring it along itself. */
import { useState } from "preact/hooks";
import type { BranchPointResult, BranchSummary } from "../../../language-server/contract/methods.ts";
import { count, intervalText, percent, visibleToken } from "../format.ts";
import { outcomeLabels, stageTitle, statusLabels, verdictMarks } from "../labels.ts";
import { branches, engineBusy, startBranch } from "../state/branches.ts";
import { openBranch } from "../state/panel.ts";
import { resumeRun, run, stopRun } from "../state/runs.ts";
import type { OpenPath } from "../state/trace.ts";
import { plainMath } from "../text/preview.ts";
import { Button, IconButton, Progress, submitOnEnter } from "./controls.tsx";
import { Icon } from "./icon.tsx";

export function Branches({ open }: { open: OpenPath }) {
  const list = [...branches.value].reverse();
  const [measuring, setMeasuring] = useState(false);
  const ended = open.path.stages.length > 0;
  if (!ended && list.length === 0) return null;
  return (
    <section class="branches" aria-label="Branches of this path">
      <div class="branches-head">
        <h2>Branches</h2>
        {ended && (
          <button
            type="button"
            class="link"
            aria-expanded={measuring}
            onClick={() => setMeasuring(!measuring)}
          >
            Success rate along this path…
          </button>
        )}
      </div>
      {measuring && <Measure open={open} onStarted={() => setMeasuring(false)} />}
      {list.length === 0 && !measuring && (
        <p class="note">Choose a token in a stage to go on from there in another way.</p>
      )}
      {list.map((branch) => (
        <Branch key={branch.runId} branch={branch} open={open} />
      ))}
    </section>
  );
}

function Measure({ open, onStarted }: { open: OpenPath; onStarted: () => void }) {
  const [places, setPlaces] = useState(8);
  const [times, setTimes] = useState(8);
  const good = places >= 1 && times >= 1 && places * times <= 1024;
  const number = (value: number, most: number, set: (value: number) => void, name: string) => (
    <label class="field-label">
      <span>{name}</span>
      <input
        type="number"
        class="field field-number"
        min={1}
        max={most}
        value={value}
        onInput={(event) => set(Math.min(most, Math.round(event.currentTarget.valueAsNumber) || 0))}
      />
    </label>
  );
  return (
    <form
      class="measure"
      onKeyDown={submitOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void startBranch({ path: open.address, kind: "rate", positions: places, count: times }).then(
          (id) => id !== null && onStarted(),
        );
      }}
    >
      {number(places, 64, setPlaces, "Places")}
      {number(times, 64, setTimes, "Continuations of each")}
      <p class="note">{count(places * times)} continuations, each to its end.</p>
      <Button
        icon="graph-line"
        disabled={!good || engineBusy.value}
        onPress={() => document.querySelector<HTMLFormElement>(".measure")?.requestSubmit()}
      >
        Measure
      </Button>
    </form>
  );
}

function Branch({ branch, open }: { branch: BranchSummary; open: OpenPath }) {
  const { status, kind, points, runId } = branch;
  const all = points.flatMap(({ continuations }) => continuations);
  const done = all.filter(({ mark }) => mark === "right" || mark === "wrong" || mark === "failed").length;
  const unfinished = status === "stopped" || status === "interrupted" || status === "failed";
  return (
    <article class="branch" id={`branch-${runId}`}>
      <div class="branch-head">
        <Icon name={icons[kind]} />
        <span>{headOf(branch, open)}</span>
        {status === "running" && (
          <IconButton icon="debug-stop" label="Stop" onPress={() => void stopRun(runId)} />
        )}
        {unfinished && (
          <>
            <span class="dim">{statusLabels[status].text}</span>
            <IconButton icon="debug-continue" label="Resume" onPress={() => void resumeRun(runId, "stay")} />
          </>
        )}
      </div>
      {status === "running" && (
        <Progress
          fraction={done / Math.max(1, all.length)}
          label={`${done} of ${all.length} continuations`}
        />
      )}
      {kind === "rate" ? (
        <RatePoints branch={branch} open={open} />
      ) : (
        points.map((result, at) => (
          <div key={`${at} ${result.point.token}`} class="branch-point">
            {kind === "ablation" && <span>{withoutText(result)}</span>}
            <Success result={result} />
            <Continuations branch={branch} result={result} open={open} />
          </div>
        ))
      )}
    </article>
  );
}

const icons = { fork: "git-branch", rate: "graph-line", ablation: "mute" } as const;

const withoutText = ({ point }: BranchPointResult): string =>
  point.without === undefined ? "With every note" : `Without the note of sample ${point.without.peer + 1}`;

function stageName(open: OpenPath, index: number): string {
  const stage = open.path.stages.find((each) => each.index === index);
  return stage === undefined
    ? `stage ${index + 1}`
    : `${index + 1} ${stageTitle(stage.stage, stage.attempt)}`;
}

function headOf({ kind, points }: BranchSummary, open: OpenPath) {
  const [first] = points;
  if (kind === "rate") return <>Success rate at {count(points.length)} places</>;
  if (first === undefined) return null;
  const stage = stageName(open, first.point.stageIndex);
  if (kind === "ablation") return <>Exchange before {stage}</>;
  const { given, token } = first.point;
  return (
    <>
      {stage}, token {count(token + (given === undefined ? 0 : 1))}
      {given === undefined ? "" : ": "}
      {given !== undefined && <code>{visibleToken(given.text)}</code>}
    </>
  );
}

function Success({ result: { success, continuations } }: { result: BranchPointResult }) {
  if (success === null) return <span class="dim">nothing has ended yet</span>;
  const [only] = continuations;
  if (continuations.length === 1 && only !== undefined)
    return only.answer === null ? (
      <span class="dim">no answer</span>
    ) : (
      <strong class="lane-answer">{plainMath(only.answer)}</strong>
    );
  const right = continuations.filter(({ mark }) => mark === "right").length;
  return (
    <span title={`Interval ${intervalText(success.interval)}`}>
      <strong>{count(right)}</strong> of {count(success.n)} right{" "}
      <span class="dim">{intervalText(success.interval)}</span>
    </span>
  );
}

/** The continuations in a row, each the way to its trace. */
function Continuations({
  branch,
  result,
  open,
}: {
  branch: BranchSummary;
  result: BranchPointResult;
  open: OpenPath;
}) {
  return (
    <span class="marks">
      {result.continuations.map(({ sample, mark, answer, outcome, tokens }, at) => {
        const { icon, tone, text } = verdictMarks[mark];
        const words = [
          `Continuation ${at + 1}: ${text}`,
          ...(answer === null ? [] : [`answer ${answer}`]),
          ...(outcome === null ? [] : [outcomeLabels[outcome].text]),
          ...(tokens > 0 ? [`${count(tokens)} tokens`] : []),
        ].join(", ");
        return (
          <button
            key={sample}
            type="button"
            class="icon-button"
            title={words}
            aria-label={words}
            onClick={() => openBranch(branch.runId, open.address, sample)}
          >
            <Icon name={icon} tone={tone} spin={mark === "running"} />
          </button>
        );
      })}
    </span>
  );
}

function RatePoints({ branch, open }: { branch: BranchSummary; open: OpenPath }) {
  return (
    <table class="figures rate-table">
      <tbody>
        {branch.points.map((result) => (
          <tr key={`${result.point.stageIndex} ${result.point.token}`}>
            <th scope="row">
              {stageName(open, result.point.stageIndex)}, {count(result.point.token + 1)}
            </th>
            <td class="num">{result.success === null ? "–" : percent(result.success.value)}</td>
            <td class="num dim">{result.success === null ? "" : intervalText(result.success.interval)}</td>
            <td>
              <button
                type="button"
                class="icon-button"
                title="Open the continuations"
                aria-label={`Open the continuations of token ${count(result.point.token + 1)}`}
                onClick={() => openBranch(branch.runId, open.address, result.continuations[0]?.sample ?? 0)}
              >
                <Icon name="chevron-right" />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the open path itself comes from, when it is the continuation of another. */
export function BranchOrigin({ open }: { open: OpenPath }) {
  const here = run.value.state === "here" ? run.value.value.manifest : null;
  const branch = here?.branch;
  if (branch === undefined || here?.id !== open.address.runId) return null;
  const point = branch.points[Math.floor(open.address.sample / branch.perPoint)];
  if (point === undefined) return null;
  const words = point.given === undefined ? "" : `, with “${visibleToken(point.given.text)}” put in`;
  const without = point.without === undefined ? "" : ` without the note of sample ${point.without.peer + 1}`;
  return (
    <p class="note origin">
      <Icon name={icons[branch.kind]} /> Goes on from token {count(point.token + 1)} of{" "}
      {stageName(open, point.stageIndex)}
      {without}
      {words}.{" "}
      <button type="button" class="link" onClick={() => openBranch(branch.of.runId, null, branch.of.sample)}>
        The path that it leaves
      </button>
    </p>
  );
}
