/** All tokens of a stage at a glance: one bar a token (or the least likely of a few), higher where less likely. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { TokenColumn } from "../state/tokenColumn.ts";
import { confidenceClass, inspected, stopInspecting, tokenSentence } from "./inspect.tsx";

const stripHeight = 34;
const widestCell = 6;
/** Bits of surprise that fill the strip's height. */
const fullBits = 10;

interface StripProps {
  readonly column: TokenColumn;
  readonly stageIndex: number;
  readonly total: number;
  /** Tokens from this one on were dropped; left out, none was. */
  readonly kept?: number;
  readonly cursor: number | null;
  readonly onMove: (at: number) => void;
  /** Enter at the token that is chosen, where something can go on from it. */
  readonly onEnter?: () => void;
  readonly label: string;
}

function draw(
  canvas: HTMLCanvasElement,
  column: TokenColumn,
  { total, kept, cursor }: Required<Pick<StripProps, "total" | "kept" | "cursor">>,
): void {
  const width = canvas.clientWidth;
  const scale = window.devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(stripHeight * scale);
  const paint = canvas.getContext("2d");
  if (paint === null || width === 0) return;
  paint.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const colours = [0, 1, 2, 3, 4].map((at) => style.getPropertyValue(`--confidence-${at}`).trim());
  const cell = cellWidth(width, total);
  const columns = Math.min(width, Math.ceil(total * cell));
  for (let x = 0; x < columns; x += Math.max(1, cell)) {
    const from = Math.floor(x / cell);
    const to = Math.max(from + 1, Math.floor((x + 1) / cell));
    let lowest = 1;
    let forced = false;
    for (let at = from; at < to && at < column.tokens.length; at++) {
      const token = column.tokens[at];
      if (token === undefined) continue;
      lowest = Math.min(lowest, token.logprob);
      forced ||= token.forced;
    }
    if (lowest === 1) break;
    const bits = -lowest / Math.LN2;
    // The root spreads the middle: half a bit is news, the tenth bit less so.
    const high = 3 + Math.sqrt(Math.min(1, bits / fullBits)) * (stripHeight - 8);
    paint.fillStyle = colours[confidenceClass(lowest)] ?? "";
    paint.fillRect(x, stripHeight - high, Math.max(1, cell - (cell >= 3 ? 1 : 0)), high);
    if (forced) {
      paint.fillStyle = style.color;
      paint.fillRect(x, 1, Math.max(1, cell), 2);
    }
  }
  strikeThrough(paint, kept * cell, Math.min(width, column.tokens.length * cell));
  if (cursor === null) return;
  paint.strokeStyle = style.getPropertyValue("--vscode-focusBorder").trim();
  paint.lineWidth = 2;
  paint.strokeRect(Math.max(1, cursor * cell - 1), 1, Math.max(4, cell + 2), stripHeight - 2);
}

/** What was dropped is faded, and struck through as its words are: a shape, where colours say nothing. */
function strikeThrough(paint: CanvasRenderingContext2D, from: number, to: number): void {
  if (to <= from) return;
  paint.save();
  paint.globalCompositeOperation = "destination-out";
  paint.fillStyle = "rgb(0 0 0 / 0.5)";
  paint.fillRect(from, 0, to - from, stripHeight);
  paint.restore();
  paint.fillStyle = getComputedStyle(paint.canvas).color;
  paint.fillRect(from, stripHeight / 2, to - from, 1.5);
}

const cellWidth = (width: number, total: number): number => Math.min(widestCell, width / Math.max(1, total));

/** Which keys do something, for screen readers. */
export const tokenKeys = (goesOn: boolean): string =>
  `Arrow keys move, N and P go to unsure tokens${goesOn ? ", Enter goes on from the token" : ""}.`;

/** Where a key moves the cursor of `total` tokens; undefined for other keys. */
export function tokenAfterKey(event: KeyboardEvent, at: number, column: TokenColumn): number | undefined {
  const last = column.tokens.length - 1;
  const unsure = (step: 1 | -1): number => {
    for (let next = at + step; next >= 0 && next <= last; next += step)
      if (confidenceClass(column.tokens[next]?.logprob ?? 0) >= 2) return next;
    return at;
  };
  const moves: Record<string, () => number> = {
    ArrowRight: () => at + 1,
    ArrowLeft: () => at - 1,
    PageDown: () => at + 50,
    PageUp: () => at - 50,
    Home: () => 0,
    End: () => last,
    n: () => unsure(1),
    p: () => unsure(-1),
  };
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = moves[event.key]?.();
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}

export function TokenStrip({
  column,
  stageIndex,
  total,
  kept = Number.POSITIVE_INFINITY,
  cursor,
  onMove,
  onEnter,
  label,
}: StripProps) {
  const version = column.version.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) draw(canvas.current, column, { total, kept, cursor });
  }, [column, total, kept, cursor, version]);
  useLayoutEffect(() => {
    const node = canvas.current;
    if (node === null) return;
    const again = (): void => draw(node, column, { total, kept, cursor });
    const sizes = new ResizeObserver(again);
    sizes.observe(node);
    // VS Code names the theme in the body's class; colours are read when drawing.
    const themes = new MutationObserver(again);
    themes.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
    };
  }, [column, total, kept, cursor]);

  const inspect = (at: number, by: "hover" | "focus"): void => {
    const token = column.tokens[at];
    const node = canvas.current;
    if (token === undefined || node === null) return;
    const box = node.getBoundingClientRect();
    const left = box.left + at * cellWidth(box.width, total);
    const place = { left, top: box.top, bottom: box.bottom };
    inspected.value = { stageIndex, at, total, token, dropped: at >= kept, box: place, by };
  };
  const at = (event: MouseEvent): number | null => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const position = Math.floor((event.clientX - box.left) / cellWidth(box.width, total));
    return position < column.tokens.length ? Math.max(0, position) : null;
  };
  const current = cursor ?? 0;
  const token = column.tokens[current];
  return (
    <canvas
      ref={canvas}
      class="strip"
      tabIndex={0}
      role="slider"
      aria-label={`${label}: probability of every token. ${tokenKeys(onEnter !== undefined)}`}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, column.tokens.length)}
      aria-valuenow={current + 1}
      aria-valuetext={token === undefined ? "no token" : tokenSentence(token, current >= kept)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && cursor !== null && onEnter !== undefined) {
          event.preventDefault();
          onEnter();
          return;
        }
        const target = tokenAfterKey(event, cursor ?? -1, column);
        if (target === undefined) return;
        event.preventDefault();
        onMove(target);
        inspect(target, "focus");
      }}
      onFocus={() => {
        if (cursor !== null && canvas.current?.matches(":focus-visible")) inspect(cursor, "focus");
      }}
      onBlur={() => stopInspecting("focus")}
      onMouseMove={(event) => {
        const position = at(event);
        if (position === null) stopInspecting("hover");
        else inspect(position, "hover");
      }}
      onMouseLeave={() => stopInspecting("hover")}
      onClick={(event) => {
        const position = at(event);
        if (position !== null) onMove(position);
      }}
    />
  );
}
