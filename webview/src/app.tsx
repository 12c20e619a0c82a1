import { useEffect, useRef } from "preact/hooks";
import { templateNote } from "../../language-server/contract/endpoint.ts";
import { Button, Progress } from "./parts/controls.tsx";
import { Icon } from "./parts/icon.tsx";
import { inspected, stopInspecting } from "./parts/inspect.tsx";
import { Banner, Loading, Problem } from "./parts/notice.tsx";
import { CompareScreen } from "./screens/compareScreen.tsx";
import { LinksScreen } from "./screens/linksScreen.tsx";
import { ResultScreen } from "./screens/resultScreen.tsx";
import { RunScreen } from "./screens/runScreen.tsx";
import { RunsScreen } from "./screens/runsScreen.tsx";
import { SuggestionScreen } from "./screens/suggestionScreen.tsx";
import { TraceScreen } from "./screens/traceScreen.tsx";
import { TrainingScreen } from "./screens/trainingScreen.tsx";
import { TrainingsScreen } from "./screens/trainingsScreen.tsx";
import { announcement } from "./state/announce.ts";
import { connect, connection, goBack, openCompare, show, view } from "./state/panel.ts";
import { engine, restartEngine, run } from "./state/runs.ts";
import { curves } from "./state/trainings.ts";

function trainingName(id: string | null): string {
  const curve = id === null ? undefined : curves.value.get(id);
  return curve?.state === "here" ? curve.value.summary.name : "Training run";
}

function Crumbs() {
  const { screen, questionId, comparison, trainingId } = view.value;
  const title = run.value.state === "here" ? run.value.value.summary.title : "Run";
  const training = screen === "trainings" || screen === "training";
  const steps: { text: string; go: () => void }[] = [
    training
      ? { text: "Training", go: () => show({ screen: "trainings" }) }
      : { text: "Runs", go: () => show({ screen: "runs", comparison: null }) },
  ];
  if (screen === "result") steps.push({ text: "Query result", go: () => undefined });
  if (screen === "links") steps.push({ text: "Schema links", go: () => undefined });
  if (screen === "suggestion") steps.push({ text: "Suggestion", go: () => undefined });
  if (screen === "training") steps.push({ text: trainingName(trainingId), go: () => undefined });
  if (comparison !== null && screen === "run")
    steps.push({ text: "Compare", go: () => openCompare(...comparison) });
  if (screen === "compare") steps.push({ text: "Compare", go: () => undefined });
  if (screen === "run") steps.push({ text: title, go: () => show({ questionId: null, stageIndex: null }) });
  if (screen === "run" && questionId !== null) steps.push({ text: questionId, go: () => undefined });
  const model = engine.value?.model;
  return (
    <div class="crumbs">
      <nav aria-label="Where you are">
        {steps.length > 1 && (
          <button type="button" class="icon-button" aria-label="Back" title="Back (Escape)" onClick={goBack}>
            <Icon name="arrow-left" />
          </button>
        )}
        <ol>
          {steps.map((step, at) => (
            <li key={`${at} ${step.text}`}>
              {at > 0 && <Icon name="chevron-right" />}
              {at === steps.length - 1 ? (
                <span aria-current="page">{step.text}</span>
              ) : (
                <button type="button" class="link" onClick={step.go}>
                  {step.text}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {model != null && (
        <span
          class="dim engine"
          title={
            model.endpoint === undefined
              ? `${model.engine.name} ${model.engine.version}, ${model.gpuLayers} of ${model.totalLayers} layers on the device`
              : `${model.engine.version}, by ${model.endpoint.api}: ${templateNote(model.endpoint)}`
          }
        >
          <Icon name={model.endpoint === undefined ? "chip" : "cloud"} /> {model.name} ·{" "}
          {model.deviceNames[0] ?? model.device.toUpperCase()}
        </span>
      )}
    </div>
  );
}

function EngineNews() {
  const status = engine.value;
  if (status?.state === "loading")
    return (
      <div class="engine-loading">
        <span class="dim">Loading the model</span>
        <Progress
          {...(status.loadFraction === null ? {} : { fraction: status.loadFraction })}
          label="Loading the model"
        />
      </div>
    );
  if (status?.state !== "lost") return null;
  return (
    <Banner tone="bad">
      {status.message ?? "The engine process ended."}
      <Button icon="debug-restart" secondary onPress={() => void restartEngine()}>
        Restart engine
      </Button>
    </Banner>
  );
}

function Screen() {
  const state = connection.value;
  if (state === null) return <Loading what="the panel" />;
  if (!state.ok) return <Problem error={state.error} onRetry={() => void connect()} />;
  const { screen, questionId } = view.value;
  if (screen === "compare") return <CompareScreen />;
  if (screen === "trainings") return <TrainingsScreen />;
  if (screen === "training") return <TrainingScreen />;
  if (screen === "result") return <ResultScreen />;
  if (screen === "links") return <LinksScreen />;
  if (screen === "suggestion") return <SuggestionScreen />;
  if (screen === "run") return questionId === null ? <RunScreen /> : <TraceScreen />;
  return <RunsScreen />;
}

/** Keys that work anywhere: Escape goes back one step, `/` goes to the search field. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.composedPath()[0] instanceof HTMLInputElement;
  // An open list closes by Escape; that is not a step back.
  if (event.key === "Escape" && (event.target as Element).localName === "vscode-single-select") return;
  if (event.key === "Escape" && inspected.value !== null) stopInspecting();
  else if (event.key === "Escape" && typing) document.getElementById("questions")?.focus();
  else if (event.key === "Escape") goBack();
  else if (event.key === "/" && !typing) {
    const search = document.getElementById("search");
    if (search === null) return;
    event.preventDefault();
    search.focus();
  }
}

export function App() {
  const { screen, questionId } = view.value;
  const cameFrom = useRef<string | null>(null);
  const place = `${screen}/${questionId === null ? "" : "trace"}`;
  useEffect(() => {
    // Back from a trace: the row that was opened has the keyboard again.
    if (cameFrom.current === "run/trace" && place === "run/" && document.hasFocus())
      document.getElementById("questions")?.focus({ preventScroll: true });
    cameFrom.current = place;
  }, [place]);
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <Crumbs />
      <EngineNews />
      <main id="scroller">
        <Screen />
      </main>
      <div class="sr-only" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
