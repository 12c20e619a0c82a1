/** Numbers as people read them. All functions are pure and give `–` for what is not known. */
import type { Estimate, Interval, SignTest } from "../../language-server/contract/entities.ts";

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const unknown = "–";
/** A thin blank that no line breaks at stands before the sign, as in the server's sentences. */
const sign = "\u202f%";

/** 12,345 */
export const count = (value: number): string => whole.format(value);

/** 41.3; whole from 100 on. */
export const quantity = (value: number | null): string =>
  value === null || !Number.isFinite(value)
    ? unknown
    : Math.abs(value) >= 100
      ? whole.format(value)
      : oneDigit.format(value);

/** A proportion in [0,1] as a percentage with one digit: `31.2 %`. */
export const percent = (value: number | null | undefined): string =>
  value === null || value === undefined || !Number.isFinite(value)
    ? unknown
    : `${(value * 100).toFixed(1)}${sign}`;

/** A proportion in [0,1] as a whole percentage: `5 %`. */
export const wholePercent = (value: number): string => `${Math.round(value * 100)}${sign}`;

/** A sentence of the server with the blanks before its percent signs made thin. */
export const thinPercents = (sentence: string): string => sentence.replaceAll(/(\d)\s?%/g, `$1${sign}`);

/** A difference of proportions in percentage points, always signed: `+4.1 pp`. */
export const points = (value: number): string => {
  const text = Math.abs(value * 100).toFixed(1);
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${text} pp`;
};

/** `27.1–35.6 %` */
export const intervalText = (interval: Interval | null): string =>
  interval === null
    ? unknown
    : `${(interval.low * 100).toFixed(1)}–${(interval.high * 100).toFixed(1)}${sign}`;

/** `−1.2 to +6.0 pp` */
export const differenceIntervalText = (interval: Interval | null): string =>
  interval === null ? unknown : `${points(interval.low).replace(" pp", "")} to ${points(interval.high)}`;

/** Heads of columns. */
export const intervalHead = `95${sign} interval`;
export const fullAxis = `0–100${sign}`;

/** One sentence for screen readers and tooltips. */
export const estimateSentence = (name: string, estimate: Estimate): string =>
  estimate.interval === null
    ? `${name} ${percent(estimate.value)}, no interval (n = ${count(estimate.n)})`
    : `${name} ${percent(estimate.value)}, ${Math.round(estimate.interval.level * 100)}${sign} interval ${intervalText(estimate.interval)} (n = ${count(estimate.n)})`;

/** Seconds as `0.42 s`, `2.3 s`, `12 s`, `4 min 10 s` or `2 h 5 min`. */
export const duration = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return unknown;
  if (seconds < 1) return `${seconds.toFixed(2)} s`;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const all = Math.round(seconds);
  if (all < 3600) return all % 60 === 0 ? `${all / 60} min` : `${Math.floor(all / 60)} min ${all % 60} s`;
  const minutes = Math.floor((all % 3600) / 60);
  return `${Math.floor(all / 3600)} h${minutes === 0 ? "" : ` ${minutes} min`}`;
};

/** p-value: `0.013`, `< 0.001`. */
/** What a sign test counted. */
export const signTestText = ({ better, worse }: SignTest): string =>
  `Exact sign test over questions: ${count(better)} better, ${count(worse)} worse`;

export const pValue = (p: number): string => (p < 0.001 ? "< 0.001" : p.toFixed(3));

/** Whether a probability is known: an endpoint may tell none. Not-a-number comes as null through JSON. */
export const isTold = (logprob: number | null): boolean => logprob !== null && !Number.isNaN(logprob);

/** Probability from a natural logarithm, as a percentage with the digits it deserves. */
export const probability = (logprob: number): string => {
  if (!isTold(logprob)) return unknown;
  const p = Math.exp(logprob);
  if (p >= 0.9995) return `100${sign}`;
  if (p < 0.0001) return `< 0.01${sign}`;
  return p >= 0.1 ? `${(p * 100).toFixed(1)}${sign}` : `${(p * 100).toFixed(2)}${sign}`;
};

/** `23 Nov 2026, 13:41` in the user's own time zone. */
export const dateTime = (iso: string): string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleString("en-GB", {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
      });
};

/** Token text with blanks made visible, for places where the token stands alone. */
export const visibleToken = (text: string): string =>
  text === ""
    ? "∅"
    : text
        .replaceAll("\n", "↵")
        .replaceAll("\t", "⇥")
        .replaceAll(/^ +| +$/g, (blanks) => "␣".repeat(blanks.length));

/** Milliseconds for a query's time: `4 ms`, `0.4 ms`, `2.3 s`. */
export const shortTime = (ms: number): string =>
  ms < 1000 ? `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms` : duration(ms / 1000);
