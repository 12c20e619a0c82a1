import { variablesOf } from "./algebra.ts";
import type { IntervalSet } from "./intervals.ts";
import { endpoint, interval, point, union } from "./intervals.ts";
import type { Value } from "./values.ts";

/** Reads a value as a set of real numbers; a pair counts as an interval. Null when it is none. */
export function asIntervals(value: Value): IntervalSet | null {
  switch (value.k) {
    case "intervals":
      return value.set;
    case "empty":
      return [];
    case "member":
      return asIntervals(value.set);
    case "scalar":
      return value.unit || variablesOf(value.node).size > 0 ? null : point(value.node);
    case "seq": {
      if (value.style === "set") {
        const points = value.items.map((i) => (i.k === "scalar" ? point(i.node) : null));
        return points.some((p) => p === null) ? null : union(...points.filter((p) => p !== null));
      }
      const [low, high] = value.items;
      if (value.items.length !== 2 || low?.k !== "scalar" || high?.k !== "scalar" || value.style === "bare")
        return null;
      const closed = value.style === "brack";
      return interval(endpoint(low.node), endpoint(high.node), closed, closed);
    }
    default:
      return null;
  }
}
