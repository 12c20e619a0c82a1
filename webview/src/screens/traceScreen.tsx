/** One path: the question, the verdict, and its stages with every token. */
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { QuestionRow } from "../../../language-server/contract/entities.ts";
import { request } from "../bridge.ts";
import { Branches, BranchOrigin } from "../parts/branchList.tsx";
import { Button, Choice, IconButton } from "../parts/controls.tsx";
import { Failures } from "../parts/failures.tsx";
import { stopInspecting, TokenPopover } from "../parts/inspect.tsx";
import { Lanes } from "../parts/lanes.tsx";
import { Empty, Loading, Problem } from "../parts/notice.tsx";
import { Remark } from "../parts/remark.tsx";
import { Stage, type StageView, stageIndexOf } from "../parts/stage.tsx";
import { Final, Samples, SchemaShown, Way } from "../parts/traceSide.tsx";
import { scroller } from "../parts/useWindow.ts";
import { mayMoveFocus, show, type TextMode, view } from "../state/panel.ts";
import { activeRow, rows, rowsVersion, run } from "../state/runs.ts";
import { type OpenPath, retryTrace, trace } from "../state/trace.ts";
import { Rich } from "../text/rich.tsx";

const atEnd = signal(true);

const modes: readonly { value: TextMode; text: string; title: string }[] = [
  { value: "rendered", text: "Rendered", title: "Markdown and formulas" },
  { value: "raw", text: "Raw", title: "The text as the model wrote it" },
  { value: "tokens", text: "Tokens", title: "Every token, coloured by its probability" },
];

const stagesOf = ({ path, live }: OpenPath): StageView[] => {
  const done: StageView[] = path.stages.map((record) => ({ record }));
  return live === null || path.stages.some((stage) => stage.index === live.stageIndex)
    ? done
    : [...done, { live }];
};

/** Keeps the end in view while text grows, but only for who is at the end already. */
function useTail(live: boolean): void {
  useLayoutEffect(() => {
    const box = scroller();
    const content = box?.firstElementChild;
    if (box === null || content == null) return;
    let lastTop = box.scrollTop;
    // Text may have grown between a scroll and its event: only who scrolls up leaves the end.
    const look = (): void => {
      if (box.scrollHeight - box.scrollTop - box.clientHeight < 32) atEnd.value = true;
      else if (box.scrollTop < lastTop - 1) atEnd.value = false;
      lastTop = box.scrollTop;
    };
    const grown = (): void => {
      if (live && atEnd.peek()) box.scrollTop = box.scrollHeight;
    };
    const onScroll = (): void => {
      look();
      stopInspecting("hover");
    };
    atEnd.value = box.scrollHeight - box.scrollTop - box.clientHeight < 32;
    const sizes = new ResizeObserver(grown);
    sizes.observe(content);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [live]);
}

export function TraceScreen() {
  rowsVersion.value;
  const { runId, questionId, sample, textMode } = view.value;
  const state = trace.value;
  const here = state.state === "here";
  const live = here && state.value.live !== null && state.value.live.paused !== true;
  useTail(live);
  useEffect(() => {
    void request("panel/setTitle", { title: `Trace · ${questionId}` });
    activeRowOf(questionId);
    return () => stopInspecting();
  }, [questionId]);
  useLayoutEffect(() => {
    if (!here) return;
    const wanted = view.peek().stageIndex;
    const box = scroller();
    if (wanted === null && box !== null) box.scrollTop = 0;
    if (wanted !== null) document.getElementById(`stage-${wanted}`)?.scrollIntoView({ block: "start" });
    const inPlace = document.activeElement?.closest(".samples, .trace-tools") != null;
    if (mayMoveFocus() && !inPlace)
      document
        .querySelector<HTMLElement>(`#stage-${wanted ?? 0} .stage-toggle`)
        ?.focus({ preventScroll: true });
  }, [here, questionId, sample]);

  if (runId === null || questionId === null) return null;
  if (state.state === "loading") return <Loading what="the trace" />;
  if (state.state === "failed") return <Problem error={state.error} onRetry={retryTrace} />;
  const open = state.value;
  const stages = stagesOf(open);
  /** Typed by a person: it stands in no file. */
  const typed = run.value.state === "here" && run.value.value.summary.asked === true;
  const position = activeRowOf(questionId);
  const neighbour = (step: 1 | -1): QuestionRow | undefined =>
    position === null ? undefined : rows.value?.row(position + step);
  const go = (step: 1 | -1): void => {
    const row = neighbour(step);
    if (row === undefined || position === null) return;
    activeRow.value = position + step;
    rows.value?.ensure(position + step, position + 2 * step);
    show({ questionId: row.questionId, sample: 0, stageIndex: null });
  };
  const fastRight = open.path.stages.find((stage) => stage.stage === "fast")?.verdict?.correct ?? null;
  return (
    <div class="screen trace">
      <aside class="trace-side">
        <div class="trace-tools">
          <h1 title={open.question.id}>{open.question.id}</h1>
          {!typed && (
            <IconButton
              icon="go-to-file"
              label="Open the question in its file"
              onPress={() => void request("panel/openSource", { runId, questionId })}
            />
          )}
          <IconButton icon="arrow-up" label="Previous question" onPress={() => go(-1)} />
          <IconButton icon="arrow-down" label="Next question" onPress={() => go(1)} />
        </div>
        <section class="question" aria-label="Question">
          <Rich text={open.question.text} />
        </section>
        {open.question.sql?.evidence !== undefined && (
          <p class="note">
            <span class="dim">Hint:</span> {open.question.sql.evidence}
          </p>
        )}
        <SchemaShown question={open.question} />
        {open.question.tags !== undefined && (
          <p class="tags">
            {Object.entries(open.question.tags).map(([key, value]) => (
              <span key={key} class="tag" title={key}>
                {value}
              </span>
            ))}
          </p>
        )}
        {open.question.solution !== undefined && (
          <details class="prompt">
            <summary>Published solution</summary>
            <Rich text={open.question.solution} />
          </details>
        )}
        <Samples
          row={position === null ? undefined : rows.value?.row(position)}
          samples={samplesBeside(sample)}
          sample={sample}
        />
        <BranchOrigin open={open} />
        <Final open={open} />
        <Failures ofRun={null} />
        <Branches open={open} />
      </aside>
      <div class="trace-main">
        <div class="trace-head">
          <Way open={open} stages={stages} />
          <Choice
            label="Show text as"
            value={textMode}
            options={modes}
            onPick={(mode) => show({ textMode: mode })}
          />
        </div>
        <Lanes sample={sample} />
        {stages.length === 0 && (
          <Empty
            icon="watch"
            title={
              open.path.status === "queued"
                ? "This path is waiting for its turn"
                : "Nothing has been written yet"
            }
          >
            <p>It appears here as it is written.</p>
          </Empty>
        )}
        {stages.map((stage, at) => (
          <Stage
            key={stageIndexOf(stage)}
            address={open.address}
            stage={stage}
            position={at}
            fastRight={fastRight}
            expected={open.question.gold}
          />
        ))}
        <Remark open={open} />
        {live && !atEnd.value && (
          <div class="to-live">
            <Button
              icon="arrow-down"
              onPress={() => {
                const box = scroller();
                if (box !== null) box.scrollTop = box.scrollHeight;
              }}
            >
              Follow
            </Button>
          </div>
        )}
      </div>
      <TokenPopover />
    </div>
  );
}

/** Samples to choose from: all of the question, in a branch those that go on from the same place. */
function samplesBeside(sample: number): readonly number[] {
  if (run.value.state !== "here") return [0];
  const { samples, branch } = run.value.value.manifest;
  const count = branch?.perPoint ?? samples;
  const first = branch === undefined ? 0 : sample - (sample % count);
  return Array.from({ length: count }, (_, at) => first + at);
}

/** Where the question stands in the pulled list; null when that part is not here. */
function activeRowOf(questionId: string | null): number | null {
  const pages = rows.peek();
  if (pages === null || questionId === null) return null;
  if (pages.row(activeRow.peek())?.questionId === questionId) return activeRow.peek();
  const found = pages.positionOf(questionId);
  if (found !== null) activeRow.value = found;
  return found;
}
