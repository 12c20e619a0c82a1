/** All runs; two of them can be compared. */
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { RunId, RunSummary } from "../../../language-server/contract/entities.ts";
import { request } from "../bridge.ts";
import { count, dateTime, intervalHead, intervalText, percent } from "../format.ts";
import { protocolText } from "../labels.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Button } from "../parts/controls.tsx";
import { IntervalBar } from "../parts/interval.tsx";
import { Empty, Loading, Problem } from "../parts/notice.tsx";
import { openCompare, openRun } from "../state/panel.ts";
import { loadRuns, runList } from "../state/runs.ts";

/** Chosen for comparison, oldest choice first; a third choice takes the place of the first. */
const chosen = signal<readonly RunId[]>([]);

const toggle = (id: RunId): void => {
  chosen.value = chosen.value.includes(id)
    ? chosen.value.filter((other) => other !== id)
    : [...chosen.value, id].slice(-2);
};

function RunRow({ run }: { run: RunSummary }) {
  const letter = { 0: "A", 1: "B" }[chosen.value.indexOf(run.id)];
  return (
    <tr class={letter === undefined ? undefined : "chosen"}>
      <td>
        <label class="pick" title="Choose for comparison">
          <input
            type="checkbox"
            checked={letter !== undefined}
            aria-label={`Compare ${run.title}, ${protocolText(run.protocol)}`}
            onChange={() => toggle(run.id)}
          />
          <span class="pick-letter">{letter ?? ""}</span>
        </label>
      </td>
      <th scope="row">
        <button type="button" class="link run-link" data-run={run.id} onClick={() => openRun(run.id)}>
          {run.title}
        </button>
      </th>
      <td>
        <StatusBadge status={run.status} />
      </td>
      <td>{protocolText(run.protocol)}</td>
      <td>{run.modelName}</td>
      {run.asked === true ? (
        <td class="dim" colSpan={2}>
          typed question
        </td>
      ) : (
        <>
          <td class="num strong">{percent(run.accuracy.value)}</td>
          <td class="cell-interval">
            <IntervalBar name="Accuracy" estimate={run.accuracy} />
            <span class="dim small">{intervalText(run.accuracy.interval)}</span>
          </td>
        </>
      )}
      <td class="num">
        {count(run.questions)}
        {run.samples > 1 ? ` × ${run.samples}` : ""}
      </td>
      <td class="num">{count(run.tokensGenerated)}</td>
      <td class="dim">{dateTime(run.createdAt)}</td>
    </tr>
  );
}

export function RunsScreen() {
  const list = runList.value;
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    void request("panel/setTitle", { title: "Runs" });
  }, []);
  if (list.state === "loading") return <Loading what="runs" />;
  if (list.state === "failed") return <Problem error={list.error} onRetry={() => void loadRuns()} />;
  if (list.value.length === 0)
    return (
      <Empty icon="beaker" title="No runs yet">
        <p>
          Open a file with math questions (JSONL, JSON, CSV, Markdown or LaTeX) and run{" "}
          <strong>Deliberate: Evaluate File</strong> from the Command Palette, or use the lenses above a
          question.
        </p>
      </Empty>
    );
  const [a, b] = chosen.value;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...(body.current?.querySelectorAll<HTMLElement>(".run-link") ?? [])];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement) === true);
    if (step === undefined || at < 0) return;
    const kind = document.activeElement instanceof HTMLInputElement ? "input" : ".run-link";
    event.preventDefault();
    links[at + step]?.closest("tr")?.querySelector<HTMLElement>(kind)?.focus();
  };
  return (
    <div class="screen">
      <div class="run-title">
        <h1>Runs</h1>
        <span class="actions">
          <span class="dim">
            {a === undefined ? "Choose two runs to compare" : b === undefined ? "Choose one more" : ""}
          </span>
          <Button
            icon="compare-changes"
            disabled={a === undefined || b === undefined}
            onPress={() => {
              if (a !== undefined && b !== undefined) openCompare(a, b);
            }}
          >
            Compare
          </Button>
        </span>
      </div>
      <div class="scroll-x">
        <table class="figures runs-table" onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">
                <span class="sr-only">Compare</span>
              </th>
              <th scope="col">Run</th>
              <th scope="col">Status</th>
              <th scope="col">Protocol</th>
              <th scope="col">Model</th>
              <th scope="col" class="num">
                Accuracy
              </th>
              <th scope="col">{intervalHead}</th>
              <th scope="col" class="num">
                Questions
              </th>
              <th scope="col" class="num">
                Tokens
              </th>
              <th scope="col">Started</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {list.value.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
