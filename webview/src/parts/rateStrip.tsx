/** How often a path ends well from places along a stage: one mark a place, with its interval, over the token strip. */
import type { BranchPointResult } from "../../../language-server/contract/methods.ts";
import { count, estimateSentence, percent } from "../format.ts";
import { newestRate } from "../state/branches.ts";

/** As the token strip below: its cells are so wide at most. */
const widestCell = 6;

const left = (token: number, total: number): string =>
  `min(${(100 * token) / Math.max(1, total)}%, ${token * widestCell}px)`;

interface RateStripProps {
  readonly stageIndex: number;
  readonly total: number;
  readonly onMove: (at: number) => void;
}

export function RateStrip({ stageIndex, total, onMove }: RateStripProps) {
  const rate = newestRate.value;
  const points = rate?.points.filter(({ point }) => point.stageIndex === stageIndex) ?? [];
  if (points.length === 0) return null;
  const ended = points.flatMap((each) => (each.success === null ? [] : [each]));
  return (
    <figure class="rate" aria-label="Success rate from here, along this stage">
      <figcaption class="dim small">
        Success rate from here{" "}
        <span>
          {count(rate?.points[0]?.continuations.length ?? 0)} continuations of each place, 95 % intervals
        </span>
      </figcaption>
      <div class="rate-plot">
        {ended.map((each) => (
          <RateMark key={each.point.token} result={each} total={total} onMove={onMove} />
        ))}
      </div>
    </figure>
  );
}

function RateMark({
  result,
  total,
  onMove,
}: {
  result: BranchPointResult;
  total: number;
  onMove: (at: number) => void;
}) {
  const { point, success } = result;
  if (success === null) return null;
  const sentence = estimateSentence(`Token ${count(point.token + 1)}: success rate`, success);
  const { low, high } = success.interval ?? { low: success.value, high: success.value };
  return (
    <button
      type="button"
      class="rate-mark"
      style={{ left: left(point.token, total) }}
      title={sentence}
      aria-label={sentence}
      onClick={() => onMove(point.token)}
    >
      <span class="rate-range" style={{ bottom: `${low * 100}%`, height: `${(high - low) * 100}%` }} />
      <span class="rate-value" style={{ bottom: `${success.value * 100}%` }} />
      <span class="rate-text" style={{ bottom: `${success.value * 100}%` }}>
        {percent(success.value)}
      </span>
    </button>
  );
}
