import type { Estimate, Interval } from "../../contract/entities.ts";
import type { TrapReport } from "../../contract/methods.ts";

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const points = (value: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value * 100).toFixed(1)} pp`;

const between = (interval: Interval | null, write: (value: number) => string): string =>
  interval === null ? "no interval" : `${write(interval.low)} to ${write(interval.high)}`;

/** Name, value and 95 % interval of each figure. */
export function trapRows({
  figures,
  beginnings,
}: TrapReport): readonly (readonly [string, string, string])[] {
  const share = (name: string, { value, interval }: Estimate) =>
    [name, percent(value), between(interval, percent)] as const;
  const difference = (name: string, { value, interval }: Estimate) =>
    [name, points(value), between(interval, points)] as const;
  return [
    share("Pass@1 without a beginning", figures.free),
    share(`Pass@1 from ${beginnings} beginnings, alone`, figures.alone),
    share(`Pass@1 from ${beginnings} beginnings, with LeaP`, figures.leap),
    difference("Gap alone", figures.gapAlone),
    difference("Gap with LeaP", figures.gapLeap),
    difference("Recovered by LeaP", figures.recovery),
  ];
}

/** What the figures are about, in one sentence. */
export const trapSentence = ({ figures, share, samples, temperature, beginnings }: TrapReport): string =>
  `${figures.questions} questions with right and wrong answers, the first ${percent(share)} of a ${beginnings} answer kept, ${samples} continuations of each, temperature ${temperature}. Intervals are 95 %, over questions; differences are paired.`;

export const trapTest = ({ figures: { recoveryTest } }: TrapReport): string =>
  `Exact sign test of the recovery: ${recoveryTest.better} questions better, ${recoveryTest.worse} worse, p ${recoveryTest.p < 1e-4 ? "< 0.0001" : recoveryTest.p.toFixed(4)}.`;

/** The report as plain text. */
export const trapReportLines = (report: TrapReport): string[] => [
  "Prefix dominance trap",
  `  ${trapSentence(report)}`,
  ...trapRows(report).map(
    ([name, value, interval]) => `  ${name.padEnd(44)} ${value.padStart(9)}   ${interval}`,
  ),
  `  ${trapTest(report)}`,
  ...report.warnings.map((warning) => `  warning: ${warning}`),
  `  runs: ${report.runs.alone} (alone), ${report.runs.leap} (LeaP)`,
];

/** The report as Markdown. */
export const trapMarkdown = (report: TrapReport): string =>
  [
    "# Prefix dominance trap",
    "",
    trapSentence(report),
    "",
    "| | | 95 % interval |",
    "|---|---:|---|",
    ...trapRows(report).map((cells) => `| ${cells.join(" | ")} |`),
    "",
    trapTest(report),
    "",
    ...report.warnings.flatMap((warning) => [`> ${warning}`, ""]),
    `The runs \`${report.runs.alone}\` (alone) and \`${report.runs.leap}\` (LeaP) are in the list of runs; these figures are in \`trap.json\` of the second.`,
    "",
  ].join("\n");
