/** Two runs on the questions they share: paired difference, exact McNemar, and which questions flipped. */
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Estimate, RunComparison, RunId } from "../../../language-server/contract/entities.ts";
import { request } from "../bridge.ts";
import {
  count,
  differenceIntervalText,
  estimateSentence,
  intervalHead,
  intervalText,
  percent,
  points,
  pValue,
  wholePercent,
} from "../format.ts";
import { protocolText } from "../labels.ts";
import { Button } from "../parts/controls.tsx";
import { activeFlip, Flips, type Side, side } from "../parts/flips.tsx";
import { IntervalBar } from "../parts/interval.tsx";
import { Banner, Loading, Problem, Warnings } from "../parts/notice.tsx";
import { mayMoveFocus, openCompare, openRun, view } from "../state/panel.ts";
import { comparison, loadComparison, runList } from "../state/runs.ts";

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
    ? `${better} is better on these questions at the ${wholePercent(0.05)} level.`
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
    <section class="card compare-card">
      <h2>Exact McNemar test</h2>
      <dl class="facts facts-row">
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

export function CompareScreen() {
  const { runId: a, compareWith: b } = view.value;
  const state = comparison.value;
  const here = state.state === "here";
  useEffect(() => {
    void request("panel/setTitle", { title: "Compare runs" });
  }, []);
  useLayoutEffect(() => {
    if (here && mayMoveFocus()) document.getElementById("flips")?.focus({ preventScroll: true });
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
      <Warnings sentences={result.warnings} />
      {left.length > 0 && <Banner tone="info">Left out of the comparison: {left.join(", ")}.</Banner>}
      <div class="cards compare-cards">
        <section class="card compare-card">
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
                  {intervalHead}
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
