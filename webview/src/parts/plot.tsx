/** Curves over a common axis, drawn by uPlot in the theme's colours, with a crosshair for mouse and keyboard. */
import { useLayoutEffect, useRef } from "preact/hooks";
import uPlot from "uplot";

export interface Line {
  readonly name: string;
  /** Null where there is no value; the line goes on to the next one. */
  readonly values: readonly (number | null | undefined)[];
  /** Colour variable of `base.css`, such as `--blue`. */
  readonly colour: string;
  /** `faint` for raw values behind a smoothed line, `thin` for those without one, `marked` for few values that were measured one by one. */
  readonly look: "line" | "thin" | "faint" | "marked";
  readonly dash?: readonly number[];
}

interface PlotProps {
  readonly label: string;
  /** Ascending. */
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly height: number;
  readonly log?: boolean;
  /** What no value is beyond, such as 0 and 1 for shares. */
  readonly limits?: readonly [number, number];
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  /** Where the crosshair stands, as a value of x. */
  readonly at: number | null;
  readonly onHover: (x: number | null) => void;
  /** What the slider says: place among how many, and the sentence. */
  readonly place: { readonly index: number; readonly total: number; readonly sentence: string };
  readonly onKey: (event: KeyboardEvent) => void;
}

const fontPixels = 11;

/** The computed colour behind a variable, which a canvas cannot resolve itself. */
function ink(root: HTMLElement, variable: string): string {
  root.style.setProperty("color", `var(${variable})`);
  const colour = getComputedStyle(root).color;
  root.style.removeProperty("color");
  return colour;
}

function series(line: Line): uPlot.Series {
  return {
    label: line.name,
    stroke: (plot) => ink(plot.root, line.colour),
    width: line.look === "faint" || line.look === "thin" ? 1 : 2,
    alpha: line.look === "faint" ? 0.4 : 1,
    spanGaps: true,
    ...(line.dash === undefined ? {} : { dash: [...line.dash] }),
    points:
      line.look === "marked"
        ? {
            show: true,
            size: 6,
            width: 1.5,
            space: 0,
            fill: (plot) => ink(plot.root, "--vscode-editor-background"),
          }
        : { show: false },
  };
}

function scales({ log = false, limits }: PlotProps): uPlot.Scales {
  const x: uPlot.Scale = { time: false, range: (_, min, max) => [min, max > min ? max : min + 1] };
  if (limits !== undefined)
    return { x, y: { range: { min: { pad: 0.1, hard: limits[0] }, max: { pad: 0.1, hard: limits[1] } } } };
  if (!log) return { x, y: { range: { min: { pad: 0.05, soft: 0, mode: 3 }, max: { pad: 0.05 } } } };
  // Whole tenths of a decade around the data; anything while there is none.
  const around: uPlot.Range.Function = (_, min, max) =>
    min > 0 && max > 0 ? uPlot.rangeLog(min, max, 10, false) : [0.1, 10];
  return { x, y: { distr: 3, range: around } };
}

function options(props: PlotProps, width: number, hovered: (x: number | null) => void): uPlot.Options {
  const font = `${fontPixels}px ${getComputedStyle(document.body).fontFamily}`;
  const lines = { stroke: (plot: uPlot) => ink(plot.root, "--grid"), width: 1 };
  const axis = {
    stroke: (plot: uPlot) => ink(plot.root, "--dim"),
    font,
    grid: lines,
    ticks: { show: false },
  };
  const written = (text: (value: number) => string) => (_: uPlot, splits: (number | null)[]) =>
    splits.map((value) => (value === null ? null : text(value)));
  return {
    width,
    height: props.height,
    padding: [8, 14, 0, 0],
    legend: { show: false },
    scales: scales(props),
    series: [{}, ...props.lines.map(series)],
    axes: [
      { ...axis, grid: { show: false }, size: 24, gap: 4, values: written(props.xText), space: 70 },
      { ...axis, size: 48, gap: 6, values: written(props.yText), space: props.height < 200 ? 22 : 32 },
    ],
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: {
        size: 7,
        width: 2,
        stroke: (plot, at) => ink(plot.root, props.lines[at - 1]?.colour ?? "--dim"),
        fill: (plot) => ink(plot.root, "--vscode-editor-background"),
      },
    },
    hooks: {
      setCursor: [
        (plot) => {
          const { idx } = plot.cursor;
          hovered(idx === null || idx === undefined ? null : (plot.data[0][idx] ?? null));
        },
      ],
    },
  };
}

export function Plot(props: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  /** Set while the chart changes by itself: then the crosshair it reports is nobody's wish. */
  const changing = useRef(false);
  const change = (work: (chart: uPlot) => void): void => {
    const chart = plot.current;
    if (chart === null) return;
    changing.current = true;
    chart.batch(() => work(chart));
    changing.current = false;
  };
  const latest = useRef(props);
  latest.current = props;
  const { label, x, lines, height, log, at, place, onKey } = props;
  const shape = lines.map(({ name, colour, look }) => `${name} ${colour} ${look}`).join("\n");
  const data = (): uPlot.AlignedData => [[...x], ...lines.map(({ values }) => [...values])];

  useLayoutEffect(() => {
    const own = box.current;
    if (own === null) return;
    const made = new uPlot(
      options(latest.current, own.clientWidth, (hovered) => {
        if (!changing.current) latest.current.onHover(hovered);
      }),
      data(),
      own,
    );
    plot.current = made;
    const sizes = new ResizeObserver(() =>
      change((chart) => chart.setSize({ width: own.clientWidth, height })),
    );
    sizes.observe(own);
    // VS Code names the theme in the body's class; colours are read when drawing.
    const themes = new MutationObserver(() => made.redraw(false));
    themes.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [shape, height, log]);

  useLayoutEffect(() => {
    change((chart) => chart.setData(data()));
  }, [x, lines]);

  useLayoutEffect(() => {
    const shown = plot.current;
    if (shown === null) return;
    const left = at === null ? -10 : shown.valToPos(at, "x");
    // Not told to the hook: it is where the crosshair came from.
    shown.setCursor({ left, top: at === null ? -10 : shown.over.clientHeight / 2 }, false);
  }, [at, x, lines, shape, height, log]);

  return (
    <div
      class="plot"
      ref={box}
      tabIndex={0}
      role="slider"
      aria-label={`${label}. Arrow keys move along the curve.`}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, place.total)}
      aria-valuenow={place.index + 1}
      aria-valuetext={place.sentence}
      onKeyDown={onKey}
    />
  );
}
