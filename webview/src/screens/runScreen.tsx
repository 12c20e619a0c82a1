/** One run: the numbers, then its questions. */
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { RunSummary } from "../../../language-server/contract/entities.ts";
import type { RowFilter } from "../../../language-server/contract/methods.ts";
import { request } from "../bridge.ts";
import { count, dateTime, duration, estimateSentence, intervalText, percent, quantity } from "../format.ts";
import { protocolText } from "../labels.ts";
import { AccuracyTable } from "../parts/accuracyTable.tsx";
import { Attempts } from "../parts/attempts.tsx";
import { DeterminismBadge, StatusBadge } from "../parts/badge.tsx";
import { Button, IconButton, Progress } from "../parts/controls.tsx";
import { Failures } from "../parts/failures.tsx";
import { Icon } from "../parts/icon.tsx";
import { IntervalBar } from "../parts/interval.tsx";
import { LeapEffects } from "../parts/leapEffects.tsx";
import { LoadGauge } from "../parts/loadGauge.tsx";
import { Loading, Problem, Warnings } from "../parts/notice.tsx";
import { Outcomes } from "../parts/outcomes.tsx";
import { QuestionList } from "../parts/questionList.tsx";
import { SqlScores } from "../parts/sqlScores.tsx";
import { StageCosts } from "../parts/stageCosts.tsx";
import { ThinkerFlow } from "../parts/thinkerFlow.tsx";
import { scroller } from "../parts/useWindow.ts";
import { show, view } from "../state/panel.ts";
import { engine, loadRun, type OpenRun, rerun, resumeRun, run, stopRun } from "../state/runs.ts";

/** Seconds still to go if the rest is as the paths so far; null when too early to say. */
const secondsLeft = ({ pathsDone, pathsTotal, wallSeconds }: RunSummary): number | null =>
  pathsDone < 3 ? null : (wallSeconds / pathsDone) * (pathsTotal - pathsDone);

function Working({ summary }: { summary: RunSummary }) {
  const left = secondsLeft(summary);
  const load = engine.value?.activeRun === summary.id ? engine.value.load : null;
  return (
    <div class="working">
      <Progress fraction={summary.pathsDone / Math.max(1, summary.pathsTotal)} label="Paths done" />
      <p class="dim">
        {count(summary.pathsDone)} of {count(summary.pathsTotal)} paths · {quantity(summary.tokensPerSecond)}{" "}
        tokens/s
        {left === null ? "" : ` · about ${duration(Math.max(1, Math.round(left)))} left`}
      </p>
      {load !== null && <LoadGauge load={load} />}
    </div>
  );
}

function Header({ open }: { open: OpenRun }) {
  const { manifest, summary } = open;
  const id = summary.id;
  const canResume =
    summary.status === "stopped" || summary.status === "interrupted" || summary.status === "failed";
  const { sql } = manifest;
  const { endpoint } = manifest.host;
  const databases = sql?.databases.map(({ name }) => name) ?? [];
  const settings = [
    ...(databases.length === 0
      ? []
      : [databases.length > 3 ? `${databases.length} databases` : `database ${databases.join(", ")}`]),
    ...(sql === undefined
      ? []
      : [sql.linking ? `linking, ${count(sql.schemaTokens)} tokens of schema` : "no linking"]),
    ...(sql?.constrained === true ? ["constrained to the schema"] : []),
    `${count(summary.questions)} questions × ${summary.samples} ${summary.samples === 1 ? "sample" : "samples"}`,
    `temperature ${manifest.sampling.temperature}`,
    `seed ${manifest.seed}`,
    `${manifest.host.deviceNames[0] ?? manifest.host.device.toUpperCase()}`,
    dateTime(manifest.createdAt),
  ];
  return (
    <header class="run-header">
      <div class="run-title">
        <h1>{summary.title}</h1>
        <StatusBadge status={summary.status} />
        <DeterminismBadge determinism={summary.determinism} />
        <span class="actions">
          {summary.status === "running" && (
            <Button icon="debug-stop" onPress={() => void stopRun(id)}>
              Stop
            </Button>
          )}
          {canResume && (
            <Button icon="debug-continue" onPress={() => void resumeRun(id)}>
              Resume
            </Button>
          )}
          {summary.status === "done" && summary.asked === undefined && (
            <Button
              icon="debug-restart"
              secondary
              title="A new run over the questions that were wrong or failed"
              onPress={() => void rerun(id, "failed")}
            >
              Run the wrong ones again
            </Button>
          )}
          <IconButton
            icon="folder-opened"
            label="Open the run's folder"
            onPress={() => void request("panel/openFolder", { runId: id })}
          />
        </span>
      </div>
      <p class="run-meta">
        <strong>{summary.modelName}</strong>{" "}
        {endpoint === undefined ? manifest.model.quantisation : `by ${endpoint.api}`} ·{" "}
        <strong>{protocolText(summary.protocol)}</strong>
      </p>
      <p class="dim run-meta">{settings.join(" · ")}</p>
      {summary.status === "running" && <Working summary={summary} />}
    </header>
  );
}

const Figure = ({
  name,
  value,
  detail,
  title,
}: {
  name: string;
  value: string;
  detail?: string;
  title?: string;
}) => (
  <div class="figure" title={title}>
    <dt>{name}</dt>
    <dd class="figure-value">{value}</dd>
    {detail !== undefined && <dd class="figure-detail">{detail}</dd>}
  </div>
);

function KeyFigures({ summary }: { summary: RunSummary }) {
  const best = summary.passAtK.at(-1);
  return (
    <dl class="key-figures">
      <div class="figure figure-main" title={estimateSentence("Accuracy", summary.accuracy)}>
        <dt>Accuracy</dt>
        <dd class="figure-value">{percent(summary.accuracy.value)}</dd>
        <dd class="figure-detail">
          <IntervalBar name="Accuracy" estimate={summary.accuracy} />
          <span>{intervalText(summary.accuracy.interval)}</span>
        </dd>
      </div>
      {best !== undefined && best.k > 1 && (
        <Figure
          name={`pass@${best.k}`}
          value={percent(best.estimate.value)}
          detail={intervalText(best.estimate.interval)}
        />
      )}
      {summary.consAtK !== null && (
        <Figure
          name={`cons@${summary.consAtK.k}`}
          value={percent(summary.consAtK.estimate.value)}
          detail={intervalText(summary.consAtK.estimate.interval)}
        />
      )}
      <Figure
        name="Tokens per right answer"
        value={quantity(summary.tokensPerCorrect)}
        detail={`${count(summary.tokensGenerated)} in all`}
      />
      <Figure
        name="Tokens/s"
        value={quantity(summary.tokensPerSecond)}
        detail={`${count(summary.tokensPrompt)} read`}
        title="Tokens generated each second; tokens of prompts read"
      />
      <Figure
        name="Time"
        value={duration(summary.wallSeconds)}
        detail={`${count(summary.pathsDone)} paths`}
      />
    </dl>
  );
}

/** One number that stands among the text-to-SQL scores already needs no table of its own. */
const needsAccuracyTable = ({ sql, samples, ungraded }: RunSummary): boolean =>
  sql === undefined || samples > 1 || ungraded.timeout + ungraded.unparsed > 0;

export function RunScreen() {
  const { runId, analysis } = view.value;
  const state = run.value;
  const here = state.state === "here";

  useEffect(() => {
    if (state.state === "here") void request("panel/setTitle", { title: state.value.summary.title });
  }, [here]);
  useLayoutEffect(() => {
    const box = scroller();
    if (!here || box === null) return;
    // The list has its full height only after its first rows came; try until it holds.
    const wanted = view.peek().scrollTop;
    let tries = 0;
    const restore = (): void => {
      box.scrollTop = wanted;
      if (Math.abs(box.scrollTop - wanted) > 2 && tries++ < 60) requestAnimationFrame(restore);
      else box.addEventListener("scroll", remember, { passive: true });
    };
    const remember = (): void => {
      if (view.peek().questionId === null) show({ scrollTop: Math.round(box.scrollTop) });
    };
    restore();
    return () => {
      tries = Number.POSITIVE_INFINITY;
      box.removeEventListener("scroll", remember);
    };
  }, [here, runId]);

  if (runId === null) return null;
  if (state.state === "loading") return <Loading what="the run" />;
  if (state.state === "failed")
    return (
      <Problem error={state.error} onRetry={() => void loadRun(runId)}>
        <Button icon="list-unordered" onPress={() => show({ screen: "runs", comparison: null })}>
          Show all runs
        </Button>
      </Problem>
    );
  const { summary, failure } = state.value;
  const pickFilter = (filter: RowFilter): void => {
    show({ filter });
    document.querySelector(".questions")?.scrollIntoView({ block: "start" });
  };
  const pickSearch = (search: string): void => {
    show({ search, filter: "all" });
    document.querySelector(".questions")?.scrollIntoView({ block: "start" });
  };
  return (
    <div class="screen">
      <Header open={state.value} />
      <Failures ofRun={failure} />
      <Warnings key={summary.id} sentences={summary.warnings} />
      {summary.asked === undefined && <KeyFigures summary={summary} />}
      <h2 class="fold-head">
        <button
          type="button"
          class="stage-toggle"
          aria-expanded={analysis}
          onClick={() => show({ analysis: !analysis })}
        >
          <Icon name={analysis ? "chevron-down" : "chevron-right"} />
          Analysis
        </button>
        <button
          type="button"
          class="link"
          onClick={() => {
            document.querySelector(".questions")?.scrollIntoView({ block: "start" });
            document.getElementById("questions")?.focus({ preventScroll: true });
          }}
        >
          Go to the questions
        </button>
      </h2>
      <div class="cards" hidden={!analysis}>
        {summary.thinker !== undefined && <ThinkerFlow thinker={summary.thinker} />}
        {summary.multiAttempt !== undefined && <Attempts summary={summary.multiAttempt} />}
        {summary.leap !== undefined && <LeapEffects leap={summary.leap} />}
        {summary.sql !== undefined && <SqlScores summary={summary} sql={summary.sql} onSearch={pickSearch} />}
        {needsAccuracyTable(summary) && <AccuracyTable summary={summary} />}
        <Outcomes counts={summary.outcomes} onFilter={pickFilter} />
        {summary.stages.length > 0 && <StageCosts stages={summary.stages} />}
      </div>
      <QuestionList runId={runId} />
    </div>
  );
}
