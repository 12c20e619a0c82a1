/**
 * The paths of a group as lanes: what each held at every exchange, whom it read there, and where an answer changed from
 * right to wrong or the other way round.
 */
import { Fragment } from "preact";
import type { GroupLane } from "../../../language-server/contract/methods.ts";
import { count } from "../format.ts";
import { verdictMarks } from "../labels.ts";
import { lanes } from "../state/group.ts";
import { show } from "../state/panel.ts";
import { plainMath } from "../text/preview.ts";
import { Icon } from "./icon.tsx";

const laneHeight = 30;

type Held = "right" | "wrong" | "none";

interface Stop {
  readonly stageIndex: number;
  readonly held: Held;
  readonly answer: string | null;
}

interface Lane {
  readonly sample: number;
  /** By exchange, from 0; null for one that the path did not take part in. */
  readonly summaries: readonly (Stop | null)[];
  /** Whom the path read at each exchange, and the stage that begins with it. */
  readonly readings: readonly ({ readonly peers: readonly number[]; readonly stageIndex: number } | null)[];
  readonly end: { readonly held: Held; readonly answer: string | null; readonly mark: GroupLane["mark"] };
}

const heldOf = (correct: boolean | null): Held => (correct === null ? "none" : correct ? "right" : "wrong");

function laneOf({ sample, mark, answer, stages }: GroupLane, exchanges: number): Lane {
  const at = <T,>(find: (number: number) => T | null): (T | null)[] =>
    Array.from({ length: exchanges }, (_, index) => find(index + 1));
  return {
    sample,
    summaries: at((number) => {
      const found = stages.find(({ stage, exchange }) => stage === "summary" && exchange === number);
      return found === undefined
        ? null
        : { stageIndex: found.index, held: heldOf(found.correct), answer: found.answer };
    }),
    readings: at((number) => {
      const found = stages.find(({ stage, exchange }) => stage !== "summary" && exchange === number);
      return found === undefined ? null : { peers: found.peers, stageIndex: found.index };
    }),
    end: { mark, answer, held: mark === "right" ? "right" : answer === null ? "none" : "wrong" },
  };
}

/** What a path held when a reader read it at an exchange: its summary there, or the last one before. */
const readFrom = (lane: Lane | undefined, exchange: number): Stop | null =>
  lane?.summaries.slice(0, exchange + 1).findLast((stop) => stop !== null) ?? null;

export function Lanes({ sample }: { sample: number }) {
  const group = lanes.value;
  const exchanges = Math.max(
    0,
    ...group.flatMap(({ stages }) => stages.map(({ exchange }) => exchange ?? 0)),
  );
  if (group.length < 2 || exchanges === 0) return null;
  const all = group.map((lane) => laneOf(lane, exchanges));
  // The lines are drawn over a grid of their own: columns must not depend on what stands in them.
  const style = {
    gridTemplateColumns: `64px repeat(${exchanges}, minmax(124px, 190px) 64px) minmax(124px, 1fr)`,
    minWidth: `${64 + exchanges * 188 + 124}px`,
  };
  return (
    <section class="lanes" aria-label="Paths of this question and who read whom">
      <div class="lanes-scroll">
        <table class="lanes-grid" style={style}>
          <thead>
            <tr>
              <th scope="col">Path</th>
              {Array.from({ length: exchanges }, (_, at) => (
                <Fragment key={at}>
                  <th scope="col">Summary {at + 1}</th>
                  <th scope="col">
                    <span class="sr-only">Read at exchange {at + 1}</span>
                  </th>
                </Fragment>
              ))}
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            {all.map((lane) => (
              <LaneRow key={lane.sample} lane={lane} own={lane.sample === sample} />
            ))}
          </tbody>
        </table>
        <Readings all={all} style={style} exchanges={exchanges} sample={sample} />
      </div>
      <p class="legend small">
        <span class="dim">Lines lead from a summary to who read it</span>
        {(["right", "wrong", "none"] as const).map((held) => (
          <span key={held} class="legend-item">
            <svg class="lane-key" viewBox="0 0 24 8" aria-hidden="true">
              <path class={`reading reading-${held} own`} d="M0 4H24" />
            </svg>
            {{ right: "right", wrong: "wrong", none: "no answer" }[held]}
          </span>
        ))}
        <span class="dim">those of this path are strong</span>
      </p>
    </section>
  );
}

function LaneRow({ lane, own }: { lane: Lane; own: boolean }) {
  const { sample, summaries, readings, end } = lane;
  return (
    <tr class={own ? "lane own" : "lane"}>
      <th scope="row">
        <button
          type="button"
          class="way-button"
          aria-current={own ? "true" : undefined}
          onClick={() => show({ sample, stageIndex: null })}
        >
          {sample + 1}
          <Icon name={verdictMarks[end.mark].icon} tone={verdictMarks[end.mark].tone} />
          <span class="sr-only">{verdictMarks[end.mark].text}</span>
        </button>
      </th>
      {summaries.map((stop, at) => {
        const reading = readings[at] ?? null;
        const next = summaries[at + 1] ?? (end.mark === "right" || end.mark === "wrong" ? end : null);
        return (
          <Fragment key={at}>
            <td>
              {stop !== null && (
                <button
                  type="button"
                  class="way-button"
                  title={`Summary ${at + 1} of path ${sample + 1}`}
                  onClick={() => show({ sample, stageIndex: stop.stageIndex })}
                >
                  <HeldAnswer held={stop.held} answer={stop.answer} />
                </button>
              )}
            </td>
            <td class="lane-reading">
              {reading !== null && reading.peers.length > 0 && (
                <button
                  type="button"
                  class="lane-change"
                  title={readingText(reading.peers)}
                  aria-label={`${readingText(reading.peers)}${changeText(stop?.held, next?.held)}`}
                  onClick={() => show({ sample, stageIndex: reading.stageIndex })}
                >
                  <Change from={stop?.held} to={next?.held} />
                </button>
              )}
            </td>
          </Fragment>
        );
      })}
      <td>
        {(end.mark === "right" || end.mark === "wrong") && (
          <span class="lane-end">
            <HeldAnswer held={end.held} answer={end.answer} />
          </span>
        )}
      </td>
    </tr>
  );
}

const readingText = (peers: readonly number[]): string =>
  `Read ${peers.length === 1 ? "path" : "paths"} ${peers.map((peer) => count(peer + 1)).join(", ")}`;

const changeText = (from: Held | undefined, to: Held | undefined): string =>
  from === "right" && to === "wrong"
    ? "; its answer went from right to wrong"
    : from === "wrong" && to === "right"
      ? "; its answer went from wrong to right"
      : "";

function Change({ from, to }: { from: Held | undefined; to: Held | undefined }) {
  if (from === "right" && to === "wrong") return <Icon name="arrow-down" tone="bad" />;
  if (from === "wrong" && to === "right") return <Icon name="arrow-up" tone="good" />;
  return <Icon name="circle-small-filled" tone="calm" />;
}

function HeldAnswer({ held, answer }: { held: Held; answer: string | null }) {
  if (held === "none") return <span class="dim">no answer</span>;
  return (
    <>
      <Icon name={held === "right" ? "check" : "close"} tone={held === "right" ? "good" : "bad"} />
      <span class="lane-answer">{plainMath(answer ?? "")}</span>
      <span class="sr-only">{held}</span>
    </>
  );
}

/** Lines from summaries to their readers, drawn over the gaps of the grid. */
function Readings({
  all,
  style,
  exchanges,
  sample,
}: {
  all: readonly Lane[];
  style: { readonly gridTemplateColumns: string; readonly minWidth: string };
  exchanges: number;
  sample: number;
}) {
  const height = all.length * laneHeight;
  const y = (row: number): number => (row + 0.5) * laneHeight;
  return (
    <div class="lanes-lines" style={style}>
      {Array.from({ length: exchanges }, (_, exchange) => (
        <svg
          key={exchange}
          aria-hidden="true"
          style={{ gridColumn: 3 + 2 * exchange, height: `${height}px` }}
          viewBox={`0 0 64 ${height}`}
          preserveAspectRatio="none"
        >
          {all.flatMap((reader, to) =>
            (reader.readings[exchange]?.peers ?? []).map((peer) => {
              const from = all.findIndex((lane) => lane.sample === peer);
              const held = readFrom(all[from], exchange)?.held ?? "none";
              const own = reader.sample === sample ? " own" : "";
              return (
                <path
                  key={`${peer} ${reader.sample}`}
                  class={`reading reading-${held}${own}`}
                  d={`M0 ${y(from)} C22 ${y(from)} 26 ${y(to)} 48 ${y(to)}`}
                />
              );
            }),
          )}
        </svg>
      ))}
    </div>
  );
}
