import { approximate } from "./algebra.ts";
import type { Node } from "./nodes.ts";

/** One end of an interval; `node` is null at plus or minus infinity. */
export interface Endpoint {
  readonly node: Node | null;
  readonly at: number;
}
export interface Piece {
  readonly low: Endpoint;
  readonly high: Endpoint;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}
/** Sorted, disjoint pieces; a single point is a closed piece of length zero. */
export type IntervalSet = readonly Piece[];

export const minusInfinity: Endpoint = { node: null, at: Number.NEGATIVE_INFINITY };
export const plusInfinity: Endpoint = { node: null, at: Number.POSITIVE_INFINITY };
export const wholeLine: IntervalSet = [
  { low: minusInfinity, high: plusInfinity, lowClosed: false, highClosed: false },
];

/** Endpoint of a formula; null when it has no place on the line and is not symbolic either. */
export function endpoint(node: Node): Endpoint {
  const at = approximate(node);
  if (at === Number.POSITIVE_INFINITY) return plusInfinity;
  if (at === Number.NEGATIVE_INFINITY) return minusInfinity;
  return { node, at };
}

const same = (a: number, b: number): boolean =>
  a === b ||
  (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)));
const order = (a: number, b: number): number => (same(a, b) ? 0 : a < b ? -1 : 1);

/** An interval; null when its ends are in the wrong order. Symbolic ends are taken as they are. */
export function interval(
  low: Endpoint,
  high: Endpoint,
  lowClosed: boolean,
  highClosed: boolean,
): IntervalSet | null {
  const direction = order(low.at, high.at);
  if (direction > 0) return null;
  if (direction === 0 && !(lowClosed && highClosed)) return [];
  return [
    { low, high, lowClosed: lowClosed && low.node !== null, highClosed: highClosed && high.node !== null },
  ];
}

export const point = (node: Node): IntervalSet => [
  { low: endpoint(node), high: endpoint(node), lowClosed: true, highClosed: true },
];

const symbolic = (set: IntervalSet): boolean =>
  set.some((p) => Number.isNaN(p.low.at) || Number.isNaN(p.high.at));

/** Union; touching pieces merge. Null when ends are symbolic and there is more than one piece. */
export function union(...sets: readonly IntervalSet[]): IntervalSet | null {
  const pieces = sets.flat();
  if (pieces.length > 1 && symbolic(pieces)) return null;
  const sorted = [...pieces].sort(
    (a, b) => order(a.low.at, b.low.at) || Number(b.lowClosed) - Number(a.lowClosed),
  );
  const out: Piece[] = [];
  for (const piece of sorted) {
    const last = out.at(-1);
    const gap = last ? order(last.high.at, piece.low.at) : -1;
    if (last && (gap > 0 || (gap === 0 && (last.highClosed || piece.lowClosed)))) {
      const further = order(piece.high.at, last.high.at);
      out[out.length - 1] = {
        ...last,
        high: further > 0 ? piece.high : last.high,
        highClosed:
          further > 0
            ? piece.highClosed
            : further === 0
              ? last.highClosed || piece.highClosed
              : last.highClosed,
      };
    } else out.push(piece);
  }
  return out;
}

export function intersection(a: IntervalSet, b: IntervalSet): IntervalSet | null {
  if (symbolic(a) || symbolic(b)) return null;
  const out: Piece[] = [];
  for (const x of a) {
    for (const y of b) {
      const low = order(x.low.at, y.low.at);
      const high = order(x.high.at, y.high.at);
      const piece = interval(
        low >= 0 ? x.low : y.low,
        high <= 0 ? x.high : y.high,
        low === 0 ? x.lowClosed && y.lowClosed : low > 0 ? x.lowClosed : y.lowClosed,
        high === 0 ? x.highClosed && y.highClosed : high < 0 ? x.highClosed : y.highClosed,
      );
      if (piece) out.push(...piece);
    }
  }
  return union(out);
}

export function complement(set: IntervalSet): IntervalSet | null {
  const merged = union(set);
  if (!merged || symbolic(merged)) return null;
  const out: Piece[] = [];
  let low = minusInfinity;
  let lowClosed = false;
  for (const piece of merged) {
    const before = piece.low.node === null ? null : interval(low, piece.low, lowClosed, !piece.lowClosed);
    if (before) out.push(...before);
    low = piece.high;
    lowClosed = !piece.highClosed;
  }
  if (low.at !== Number.POSITIVE_INFINITY)
    out.push({ low, high: plusInfinity, lowClosed: lowClosed && low.node !== null, highClosed: false });
  return out;
}

export function without(a: IntervalSet, b: IntervalSet): IntervalSet | null {
  const rest = complement(b);
  return rest && intersection(a, rest);
}
