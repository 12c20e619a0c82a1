// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table: its rows are placed by hand
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell (aria-activedescendant)
/** Two runs on the questions they share: paired difference, exact McNemar, and which questions flipped. */
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Estimate, RunComparison, RunId } from "../../../language-server/contract/entities.ts";
import { request } from "../bridge.ts";
import {
  count,
  differenceIntervalText,
  estimateSentence,
  intervalText,
  percent,
  points,
  pValue,
} from "../format.ts";
import { protocolText } from "../labels.ts";
import { Button } from "../parts/controls.tsx";
import { Icon } from "../parts/icon.tsx";
import { IntervalBar } from "../parts/interval.tsx";
import { Banner, Empty, Loading, Problem } from "../parts/notice.tsx";
import { revealRow, rowAfterKey, useWindow } from "../parts/useWindow.ts";
import { openCompare, openRun, openTrace, view } from "../state/panel.ts";
import { comparison, loadComparison, runList } from "../state/runs.ts";
import { plainMath } from "../text/preview.ts";

type Side = "both" | "a" | "b";

const rowHeight = 28;
const side = signal<Side>("both");
/** Active flip and which of its two traces the arrow keys are on. */
const activeFlip = signal<readonly [row: number, column: 0 | 1]>([0, 0]);

const summaryOf = (id: RunId) =>
  runList.value.state === "here" ? runList.value.value.find((run) => run.id === id) : undefined;

function RunSide({ letter, id, estimate }: { letter: "A" | "B"; id: RunId; estimate: Estimate }) {
  const summary = summaryOf(id);
  return (
    <tr>
      <th scope="row">
        <div class="side">
          <span class={`letter letter-${letter.toLowerCase()}`}>{letter}</span>
          <button type="button" class="link" onClick={() => openRun(id)}>
            {summary?.title ?? id}
          </button>
          {summary !== undefined && (
            <span class="dim small side-detail">
              {protocolText(summary.protocol)} · {summary.modelName}
            </span>
          )}
        </div>
      </th>
      <td class="num">
        <button
          type="button"
          class="link figure-link"
          title={`Open run ${letter}. ${estimateSentence("Accuracy", estimate)}`}
          onClick={() => openRun(id)}
        >
          {percent(estimate.value)}
        </button>
      </td>
      <td class="cell-interval">
        <IntervalBar name={`Accuracy of ${letter}`} estimate={estimate} />
      </td>
      <td class="num dim">{intervalText(estimate.interval)}</td>
    </tr>
  );
}

function Difference({ difference }: { difference: Estimate }) {
  const { value, interval } = difference;
  const reach =
    Math.max(0.02, Math.abs(value), Math.abs(interval?.low ?? 0), Math.abs(interval?.high ?? 0)) * 1.15;
  return (
    <tr class="row-total">
      <th scope="row">Difference B − A</th>
      <td class="num strong">{points(value)}</td>
      <td class="cell-interval">
        <IntervalBar name="Difference" estimate={difference} axis={[-reach, reach]} zero />
      </td>
      <td class="num dim">{differenceIntervalText(interval)}</td>
    </tr>
  );
}

const decision = (result: RunComparison): string => {
  const { p, aOnly, bOnly } = result.mcnemar;
  if (aOnly + bOnly === 0) return "The two runs agree on every shared question.";
  const better = bOnly > aOnly ? "B" : "A";
  return p < 0.05
    ? `${better} is better on these questions at the 5% level.`
    : "These questions do not decide which run is better.";
};

function McNemar({ result }: { result: RunComparison }) {
  const { aOnly, bOnly, p } = result.mcnemar;
  const pick = (to: Side): void => {
    side.value = side.value === to ? "both" : to;
    activeFlip.value = [0, 0];
    document.getElementById("flips")?.focus();
  };
  return (
    <section class="card">
      <h2>Exact McNemar test</h2>
      <dl class="facts">
        <div>
          <dt>Only A right</dt>
          <dd>
            <button
              type="button"
              class="link figure-link"
              aria-pressed={side.value === "a"}
              title="Show these questions"
              onClick={() => pick("a")}
            >
              {count(aOnly)}
            </button>
          </dd>
        </div>
        <div>
          <dt>Only B right</dt>
          <dd>
            <button
              type="button"
              class="link figure-link"
              aria-pressed={side.value === "b"}
              title="Show these questions"
              onClick={() => pick("b")}
            >
              {count(bOnly)}
            </button>
          </dd>
        </div>
        <div>
          <dt>p (two-sided)</dt>
          <dd>{pValue(p)}</dd>
        </div>
        <div>
          <dt>Shared questions</dt>
          <dd>{count(result.shared)}</dd>
        </div>
      </dl>
      <p class="note">{decision(result)}</p>
    </section>
  );
}

function Score({ value, letter, chosen }: { value: number; letter: string; chosen: boolean }) {
  const right = value >= 0.5;
  return (
    <span class={chosen ? "flip-score chosen" : "flip-score"}>
      <Icon name={right ? "check" : "close"} tone={right ? "good" : "bad"} />
      {value > 0 && value < 1 ? percent(value) : right ? "right" : "wrong"}
      <span class="sr-only"> in {letter}, open trace</span>
    </span>
  );
}

function Flips({ result }: { result: RunComparison }) {
  const flips = result.flips.filter(
    ({ a, b }) => side.value === "both" || (side.value === "a" ? a > b : b > a),
  );
  const body = useRef<HTMLDivElement>(null);
  const [first, last] = useWindow(body, rowHeight, flips.length);
  const [row, column] = activeFlip.value;
  const at = Math.min(row, Math.max(0, flips.length - 1));
  const open = (position: number, which: 0 | 1): void => {
    const flip = flips[position];
    activeFlip.value = [position, which];
    if (flip !== undefined) openTrace(which === 0 ? result.a : result.b, flip.questionId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event.key, at, flips.length, 15);
    if (target !== undefined) {
      activeFlip.value = [target, column];
      if (body.current !== null) revealRow(body.current, target, rowHeight, 60);
    } else if (event.key === "ArrowLeft") activeFlip.value = [at, 0];
    else if (event.key === "ArrowRight") activeFlip.value = [at, 1];
    else if (event.key === "Enter") open(at, column);
    else return;
    event.preventDefault();
  };
  if (result.flips.length === 0)
    return (
      <Empty icon="check-all" title="No question flipped">
        <p>Every shared question is right in both runs or wrong in both.</p>
      </Empty>
    );
  return (
    <section class="questions flips" aria-label="Flipped questions">
      <h2>
        Flipped questions{" "}
        <span class="dim">
          {count(flips.length)}
          {side.value === "both" ? "" : ` where only ${side.value.toUpperCase()} is right`}
        </span>
        {side.value !== "both" && (
          <button
            type="button"
            class="link"
            onClick={() => {
              side.value = "both";
            }}
          >
            Show all
          </button>
        )}
      </h2>
      <div
        id="flips"
        class="grid"
        role="grid"
        tabIndex={0}
        aria-label="Flipped questions. Arrow keys move, Enter opens the trace."
        aria-rowcount={flips.length + 1}
        aria-activedescendant={at >= first && at < last ? `flip-${at}-${column}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} class="grid-row grid-head">
          <span role="columnheader" class="col-id">
            Id
          </span>
          <span role="columnheader" class="col-question">
            Question
          </span>
          <span role="columnheader" class="col-flip">
            <span class="letter letter-a">A</span>
          </span>
          <span role="columnheader" class="col-flip">
            <span class="letter letter-b">B</span>
          </span>
        </div>
        <div ref={body} role="rowgroup" class="grid-body" style={{ height: `${flips.length * rowHeight}px` }}>
          {flips.slice(first, last).map((flip, offset) => {
            const position = first + offset;
            return (
              <div
                role="row"
                key={flip.questionId}
                aria-rowindex={position + 2}
                class={position === at ? "grid-row active" : "grid-row"}
                style={{ transform: `translateY(${position * rowHeight}px)` }}
              >
                <span role="gridcell" class="col-id dim" title={flip.questionId}>
                  {flip.questionId}
                </span>
                <span role="gridcell" class="col-question">
                  {plainMath(flip.preview)}
                </span>
                {([0, 1] as const).map((which) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys
                  <span
                    role="gridcell"
                    key={which}
                    id={`flip-${position}-${which}`}
                    class="col-flip flip-cell"
                    title={`Open the trace in ${which === 0 ? "A" : "B"}`}
                    onClick={() => open(position, which)}
                  >
                    <Score
                      value={which === 0 ? flip.a : flip.b}
                      letter={which === 0 ? "A" : "B"}
                      chosen={position === at && which === column}
                    />
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

export function CompareScreen() {
  const { runId: a, compareWith: b } = view.value;
  const state = comparison.value;
  const here = state.state === "here";
  useEffect(() => {
    void request("panel/setTitle", { title: "Compare runs" });
  }, []);
  useLayoutEffect(() => {
    if (here) document.getElementById("flips")?.focus({ preventScroll: true });
  }, [here]);
  if (a === null || b === null) return null;
  if (state.state === "loading") return <Loading what="the comparison" />;
  if (state.state === "failed")
    return <Problem error={state.error} onRetry={() => void loadComparison(a, b)} />;
  const result = state.value;
  const left = [
    result.onlyA > 0 ? `${count(result.onlyA)} only in A` : "",
    result.onlyB > 0 ? `${count(result.onlyB)} only in B` : "",
    result.changedQuestions > 0 ? `${count(result.changedQuestions)} with changed text or answer` : "",
  ].filter((part) => part !== "");
  return (
    <div class="screen">
      <div class="run-title">
        <h1>Compare runs</h1>
        <span class="actions">
          <Button icon="arrow-swap" secondary onPress={() => openCompare(b, a)}>
            Swap A and B
          </Button>
        </span>
      </div>
      {result.warnings.map((warning) => (
        <Banner key={warning} tone="warn">
          {warning}
        </Banner>
      ))}
      {left.length > 0 && <Banner tone="info">Left out of the comparison: {left.join(", ")}.</Banner>}
      <div class="cards compare-cards">
        <section class="card">
          <h2>Accuracy on shared questions</h2>
          <table class="figures compare-table">
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col" class="num">
                  Value
                </th>
                <th scope="col">
                  <span class="sr-only">Drawn interval</span>
                </th>
                <th scope="col" class="num">
                  95% interval
                </th>
              </tr>
            </thead>
            <tbody>
              <RunSide letter="A" id={result.a} estimate={result.accuracyA} />
              <RunSide letter="B" id={result.b} estimate={result.accuracyB} />
              <Difference difference={result.difference} />
            </tbody>
          </table>
        </section>
        <McNemar result={result} />
      </div>
      <Flips result={result} />
    </div>
  );
}
