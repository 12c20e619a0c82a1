// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table: its rows are placed by hand
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell (aria-activedescendant)
/** Questions that one run got right and the other did not: a grid whose cells open either trace. */
import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { RunComparison } from "../../../language-server/contract/entities.ts";
import { count, percent } from "../format.ts";
import { openTrace } from "../state/panel.ts";
import { plainMath } from "../text/preview.ts";
import { Icon } from "./icon.tsx";
import { Empty } from "./notice.tsx";
import { revealRow, rowAfterKey, useWindow } from "./useWindow.ts";

export type Side = "both" | "a" | "b";

const rowHeight = 28;
/** Which flips are shown. */
export const side = signal<Side>("both");
/** Active flip and which of its two traces the arrow keys are on. */
export const activeFlip = signal<readonly [row: number, column: 0 | 1]>([0, 0]);

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

export function Flips({ result }: { result: RunComparison }) {
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
