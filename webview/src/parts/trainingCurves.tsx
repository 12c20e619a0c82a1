/** Loss, held-back measurements, learning rate and gradient norm of a training run, with one crosshair for all. */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import uPlot from "uplot";
import type { TrainingPoint } from "../../../language-server/contract/lab.ts";
import { learnedSoFar, nearest, shortCount, smallNumber, smoothedLoss } from "../curves.ts";
import { count, percent, wholePercent } from "../format.ts";
import { show, view } from "../state/panel.ts";
import type { Curve } from "../state/trainings.ts";
import { Choice } from "./controls.tsx";
import { type Line, Plot } from "./plot.tsx";

/** Lines of runs drawn beside: told apart by dashes as well as by colour. */
const besideLooks = [
  { colour: "--green", dash: [8, 4] },
  { colour: "--purple", dash: [2, 3] },
  { colour: "--yellow", dash: [10, 3, 2, 3] },
  { colour: "--red", dash: [5, 5] },
] as const;

/** More lines in one chart cannot be told apart. */
export const mostBeside = besideLooks.length;

const lossText = (value: number): string => value.toPrecision(3);
const axisText = (value: number): string => Number(value.toPrecision(3)).toString();

/** The newest measurement at or before a point. */
const measuredAt = (points: readonly TrainingPoint[], at: number): TrainingPoint | undefined =>
  points.slice(0, at + 1).findLast(({ heldBackLoss }) => heldBackLoss !== undefined);

/** One point as a sentence for screen readers. */
function pointSentence(point: TrainingPoint, smoothed: number | undefined): string {
  const parts = [
    `step ${count(point.step)}`,
    `loss ${point.loss.toFixed(3)}`,
    smoothed === undefined ? "" : `smoothed ${smoothed.toFixed(3)}`,
    point.heldBackLoss === undefined ? "" : `held-back loss ${point.heldBackLoss.toFixed(3)}`,
    point.heldBackAccuracy === undefined ? "" : `held-back accuracy ${percent(point.heldBackAccuracy)}`,
    `learning rate ${smallNumber(point.rate)}`,
    `gradient norm ${smallNumber(point.gradientNorm)}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

const Swatch = ({ line }: { line: Pick<Line, "colour" | "look" | "dash"> }) => (
  <svg class={`swatch-line swatch-${line.look}`} viewBox="0 0 24 10" aria-hidden="true">
    <line
      x1={1}
      x2={23}
      y1={5}
      y2={5}
      style={{ stroke: `var(${line.colour})`, strokeDasharray: line.dash?.join(" ") ?? "none" }}
    />
    {line.look === "marked" && <circle cx={12} cy={5} r={3} style={{ stroke: `var(${line.colour})` }} />}
  </svg>
);

const Key = ({ line, value }: { line: Line; value: string }) => (
  <span class="curve-key">
    <Swatch line={line} />
    {line.name} <strong>{value}</strong>
  </span>
);

interface CurvesProps {
  readonly curve: Curve;
  readonly beside: readonly Curve[];
}

export function TrainingCurves({ curve, beside }: CurvesProps) {
  const { curveAxis, lossScale } = view.value;
  const { points, summary } = curve;
  /** Index of the point under the crosshair. */
  const cursor = useSignal<number | null>(null);

  const own = useMemo(() => {
    const learned = learnedSoFar(points, summary.learnedTokens);
    const x = curveAxis === "tokens" ? learned : points.map(({ step }) => step);
    return { x, learned, smooth: smoothedLoss(points, summary.steps) };
  }, [points, curveAxis, summary.steps, summary.learnedTokens]);

  const loss = useMemo(() => {
    const mine: Line[] = [
      { name: "Loss", values: points.map((point) => point.loss), colour: "--blue", look: "faint" },
      { name: "Smoothed", values: own.smooth, colour: "--blue", look: "line" },
      {
        name: "Held-back",
        values: points.map((point) => point.heldBackLoss ?? null),
        colour: "--orange",
        look: "marked",
        dash: [4, 3],
      },
    ];
    if (beside.length === 0) return { x: own.x, lines: mine, others: [] };
    const others = beside.map((other) => ({
      x:
        curveAxis === "tokens"
          ? learnedSoFar(other.points, other.summary.learnedTokens)
          : other.points.map(({ step }) => step),
      y: smoothedLoss(other.points, other.summary.steps),
    }));
    const [x = [], ...values] = uPlot.join([
      [own.x, ...mine.map((line) => [...line.values])],
      ...others.map(({ x, y }): uPlot.AlignedData => [x, y]),
    ]);
    const lines = [
      ...mine,
      ...beside.map((other, at): Line => {
        const { colour, dash } = besideLooks[at % besideLooks.length] ?? besideLooks[0];
        return { name: other.summary.name, values: [], colour, dash, look: "line" };
      }),
    ];
    return {
      x: Array.from(x),
      lines: lines.map((line, at) => ({ ...line, values: Array.from(values[at] ?? []) })),
      others,
    };
  }, [points, own, beside, curveAxis]);

  const small = useMemo(
    () => ({
      accuracy: [
        {
          name: "Held-back accuracy",
          values: points.map((point) => point.heldBackAccuracy ?? null),
          colour: "--orange",
          look: "marked" as const,
          dash: [4, 3],
        },
      ],
      rate: [
        {
          name: "Learning rate",
          values: points.map((point) => point.rate),
          colour: "--blue",
          look: "line" as const,
        },
      ],
      gradient: [
        {
          name: "Gradient norm",
          values: points.map((point) => point.gradientNorm),
          colour: "--blue",
          look: "thin" as const,
        },
      ],
    }),
    [points],
  );

  const index = Math.min(cursor.value ?? points.length - 1, points.length - 1);
  const point = points[index];
  if (point === undefined) return null;
  const measured = measuredAt(points, index);
  const common = {
    at: cursor.value === null ? null : (own.x[index] ?? null),
    xText: shortCount,
    onHover: (x: number | null): void => {
      cursor.value = x === null ? null : nearest(own.x, x);
    },
    place: { index, total: points.length, sentence: pointSentence(point, own.smooth[index]) },
    onKey: (event: KeyboardEvent): void => {
      const target = afterKey(event, cursor.value ?? points.length, points.length);
      if (target === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      cursor.value = target;
    },
  };
  const heldBack = measured?.heldBackLoss;
  const values = [
    lossText(point.loss),
    lossText(own.smooth[index] ?? Number.NaN),
    heldBack === undefined ? "–" : lossText(heldBack),
    ...loss.others.map(({ x, y }) => {
      const here = own.x[index] ?? 0;
      const value = y[nearest(x, here)];
      return value === undefined || here > (x.at(-1) ?? 0) ? "–" : lossText(value);
    }),
  ];
  const accuracyKey = small.accuracy[0];
  return (
    <section class="curves" aria-label="Curves">
      <div class="curve-tools">
        <p class="curve-place">
          {cursor.value === null ? "Newest" : "At"} step <strong>{count(point.step)}</strong>
          <span class="dim"> · {shortCount(own.learned[index] ?? 0)} tokens learned</span>
        </p>
        <span class="actions">
          <Choice
            label="Axis"
            value={curveAxis}
            options={[
              { value: "steps", text: "Steps" },
              { value: "tokens", text: "Tokens", title: "Learned tokens" },
            ]}
            onPick={(picked) => show({ curveAxis: picked })}
          />
          <Choice
            label="Scale of the loss"
            value={lossScale}
            options={[
              { value: "log", text: "Log" },
              { value: "linear", text: "Linear" },
            ]}
            onPick={(picked) => show({ lossScale: picked })}
          />
        </span>
      </div>
      <div class="card curve-card">
        <h2>
          Loss <span class="dim">nats per learned token</span>
        </h2>
        <p class="curve-keys">
          {loss.lines.map((line, at) => (
            <Key key={`${at} ${line.name}`} line={line} value={values[at] ?? ""} />
          ))}
        </p>
        <Plot
          {...common}
          label="Loss"
          x={loss.x}
          lines={loss.lines}
          height={300}
          log={lossScale === "log"}
          yText={axisText}
        />
      </div>
      <div class="curve-grid-small">
        <div class="card curve-card">
          <h2>
            {accuracyKey !== undefined && <Swatch line={accuracyKey} />} Held-back accuracy{" "}
            <strong>{percent(measured?.heldBackAccuracy)}</strong>
          </h2>
          <Plot
            {...common}
            label="Held-back accuracy"
            x={own.x}
            lines={small.accuracy}
            height={130}
            limits={[0, 1]}
            yText={wholePercent}
          />
        </div>
        <div class="card curve-card">
          <h2>
            Learning rate <strong>{smallNumber(point.rate)}</strong>
          </h2>
          <Plot
            {...common}
            label="Learning rate"
            x={own.x}
            lines={small.rate}
            height={130}
            yText={smallNumber}
          />
        </div>
        <div class="card curve-card">
          <h2>
            Gradient norm <strong>{smallNumber(point.gradientNorm)}</strong>
          </h2>
          <Plot
            {...common}
            label="Gradient norm"
            x={own.x}
            lines={small.gradient}
            height={130}
            yText={smallNumber}
          />
        </div>
      </div>
    </section>
  );
}

/** Where a key moves the crosshair among `total` points; undefined for other keys. */
function afterKey(event: KeyboardEvent, at: number, total: number): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const page = Math.max(1, Math.round(total / 20));
  const target = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + page,
    PageDown: at - page,
    Home: 0,
    End: total - 1,
  }[event.key];
  return target === undefined ? undefined : Math.max(0, Math.min(total - 1, target));
}
