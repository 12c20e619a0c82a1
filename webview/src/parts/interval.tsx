/** An estimate drawn on an axis: the interval as a bar, the value as a mark. */
import type { Estimate } from "../../../language-server/contract/entities.ts";
import { estimateSentence } from "../format.ts";

interface IntervalProps {
  readonly name: string;
  readonly estimate: Estimate;
  /** Ends of the axis; [0, 1] for proportions. */
  readonly axis?: readonly [number, number];
  /** Draws a line at zero, for differences. */
  readonly zero?: boolean;
}

const width = 160;
const height = 16;

export function IntervalBar({ name, estimate, axis = [0, 1], zero = false }: IntervalProps) {
  const [from, to] = axis;
  const x = (value: number): number =>
    2 + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (width - 4);
  const interval = estimate.interval;
  return (
    <svg
      class="interval"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={estimateSentence(name, estimate)}
    >
      <line class="interval-axis" x1={2} x2={width - 2} y1={height / 2} y2={height / 2} />
      {zero && <line class="interval-zero" x1={x(0)} x2={x(0)} y1={1} y2={height - 1} />}
      {interval !== null && (
        <rect
          class="interval-range"
          x={x(interval.low)}
          width={Math.max(1, x(interval.high) - x(interval.low))}
          y={height / 2 - 3}
          height={6}
          rx={1.5}
        />
      )}
      <rect
        class="interval-value"
        x={x(estimate.value) - 1.25}
        width={2.5}
        y={2}
        height={height - 4}
        rx={1}
      />
    </svg>
  );
}
