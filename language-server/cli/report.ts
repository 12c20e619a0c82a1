import type {
  Estimate,
  LeapSummary,
  RunManifest,
  RunSummary,
  SignTest,
  SqlSummary,
} from "../contract/entities.ts";

export interface ReportedRun {
  readonly manifest: RunManifest;
  readonly summary: RunSummary;
  readonly folder: string;
}

/** What `--json` prints for a run. Proportions are in [0, 1]; intervals are `[low, high]` at 95 %. */
export function jsonReport({ manifest, summary, folder }: ReportedRun): object {
  const { accuracy } = summary;
  return {
    accuracy: accuracy.value,
    interval: accuracy.interval === null ? null : [accuracy.interval.low, accuracy.interval.high],
    outcomes: summary.outcomes,
    tokens: {
      generated: summary.tokensGenerated,
      prompt: summary.tokensPrompt,
      perCorrect: summary.tokensPerCorrect,
      perSecond: summary.tokensPerSecond,
    },
    wallSeconds: summary.wallSeconds,
    run: folder,
    source: manifest.source.path,
    model: { name: manifest.model.name, path: manifest.model.path, fingerprint: manifest.model.fingerprint },
    host: manifest.host,
    determinism: summary.determinism,
    protocol: manifest.protocol,
    sampling: manifest.sampling,
    seed: manifest.seed,
    grading: manifest.grading,
    questions: summary.questions,
    samples: summary.samples,
    passAtK: summary.passAtK,
    consAtK: summary.consAtK,
    stages: summary.stages,
    ungraded: summary.ungraded,
    ...(summary.thinker === undefined ? {} : { thinker: summary.thinker }),
    ...(summary.multiAttempt === undefined ? {} : { multiAttempt: summary.multiAttempt }),
    ...(summary.leap === undefined ? {} : { leap: summary.leap }),
    ...(summary.sql === undefined ? {} : { sql: { ...summary.sql, ...manifest.sql } }),
    warnings: summary.warnings,
  };
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** A line of a report. */
export function estimate(name: string, value: Estimate | null): string {
  if (value === null) return `  ${name.padEnd(28)} -`;
  const { interval } = value;
  const range = interval === null ? "" : `  [${percent(interval.low)}, ${percent(interval.high)}]`;
  return `  ${name.padEnd(28)} ${percent(value.value)}${range}  (n = ${value.n})`;
}

export const pValue = (p: number): string => `p ${p < 1e-4 ? "< 0.0001" : p.toFixed(4)}`;

const gain = (name: string, { better, worse, p }: SignTest): string =>
  `  ${name.padEnd(28)} ${better} questions better, ${worse} worse, ${pValue(p)} (sign test)`;

const leapLines = (leap: LeapSummary): string[] => [
  estimate("paths right to wrong", leap.rightToWrong),
  estimate("paths wrong to right", leap.wrongToRight),
  estimate("spoiled at an exchange", leap.spoiled),
  estimate("repaired at an exchange", leap.repaired),
  estimate("consistent with peers", leap.consistent),
  estimate("unaffected by peers", leap.unaffected),
  estimate("influenced by peers", leap.influenced),
  estimate("contagion of errors", leap.contagion),
  estimate("cure by right answers", leap.cure),
  estimate("summaries cut", leap.cutSummaries),
  estimate("summaries with an answer", leap.summariesWithAnswer),
  `  ${"tokens by kind".padEnd(28)} reasoning ${leap.tokens.reasoning} (${leap.tokens.dropped} dropped unfinished), summaries ${leap.tokens.summary}, received ${leap.tokens.received} (not generated)`,
];

function sqlLines(sql: SqlSummary, settings: RunManifest["sql"]): string[] {
  const lines = sql.byHardness.map(({ hardness, accuracy }) => estimate(`  ${hardness}`, accuracy));
  lines.push(estimate("where gold has rows", sql.nonEmptyGold), estimate("exact match", sql.exactMatch));
  if (sql.robustAccuracy !== null) lines.push(estimate("robust accuracy", sql.robustAccuracy));
  lines.push(estimate("queries that run", sql.ran), estimate("unknown names", sql.unknownNames));
  const errors = sql.errorClasses.map(({ errorClass, answers }) => `${errorClass} ${answers}`);
  if (errors.length > 0) lines.push(`  ${"errors".padEnd(28)} ${errors.join(", ")}`);
  if (settings !== undefined) {
    const linking = settings.linking ? `linked${settings.comments ? " with comments" : ""}` : "in file order";
    lines.push(`  ${"schema".padEnd(28)} ${linking}, at most ${settings.schemaTokens} tokens`);
    lines.push(
      `  ${"answers".padEnd(28)} ${settings.constrained === true ? "constrained to the database's names" : "free"}`,
    );
    if (settings.constrained === true)
      lines.push(
        `  ${"ended by the constraint".padEnd(28)} ${sql.endedByConstraint} ${sql.endedByConstraint === 1 ? "answer" : "answers"}, near the token budget`,
      );
    lines.push(`  ${"scorer".padEnd(28)} ${settings.scorer}`);
  }
  return lines;
}

/** The summary for people. */
export function textReport({ manifest, summary, folder }: ReportedRun): string {
  const { thinker, multiAttempt } = summary;
  const lines = [
    "",
    summary.title,
    `  ${manifest.model.name} (${manifest.model.quantisation}) on ${manifest.host.device}, ${summary.questions} questions × ${summary.samples} samples, seed ${manifest.seed}, temperature ${manifest.sampling.temperature}`,
    estimate("accuracy", summary.accuracy),
    ...(summary.samples > 1
      ? summary.passAtK.map(({ k, estimate: value }) => estimate(`pass@${k}`, value))
      : []),
    ...(summary.consAtK === null ? [] : [estimate(`cons@${summary.consAtK.k}`, summary.consAtK.estimate)]),
  ];
  if (thinker !== undefined) {
    lines.push(
      estimate("fast accuracy", thinker.fastAccuracy),
      estimate("verifier TPR (right kept)", thinker.verifierTpr),
      estimate("verifier TNR (wrong caught)", thinker.verifierTnr),
      estimate("rescue", thinker.rescue),
      estimate("keep", thinker.keep),
      estimate("damage", thinker.damage),
      estimate("final accuracy", thinker.finalAccuracy),
      gain("final against fast", thinker.gainTest),
    );
  }
  if (multiAttempt !== undefined) {
    multiAttempt.within.forEach((value, index) => {
      lines.push(estimate(`within ${index + 1} of ${multiAttempt.attempts} attempts`, value));
    });
    multiAttempt.gainTests.forEach((test, index) => {
      lines.push(gain(`${index + 2} attempts against ${index + 1}`, test));
    });
    lines.push("  (Attempts get feedback from the gold answer: not comparable with single-answer accuracy.)");
  }
  if (summary.leap !== undefined) lines.push(...leapLines(summary.leap));
  if (summary.sql !== undefined) lines.push(...sqlLines(summary.sql, manifest.sql));
  const outcomes = Object.entries(summary.outcomes).filter(([, count]) => count > 0);
  lines.push(
    `  outcomes                     ${outcomes.map(([name, count]) => `${name} ${count}`).join(", ")}`,
  );
  for (const stage of summary.stages) {
    const name = stage.attempt === undefined ? stage.stage : `${stage.stage} ${stage.attempt}`;
    lines.push(
      `  ${name.padEnd(28)} ${stage.paths} paths, ${stage.tokensMean.toFixed(1)} tokens on average, ${percent(stage.truncationRate)} truncated, ${percent(stage.noAnswerRate)} without an answer`,
    );
  }
  const perCorrect = summary.tokensPerCorrect === null ? "none right" : summary.tokensPerCorrect.toFixed(0);
  lines.push(
    `  tokens                       ${summary.tokensGenerated} generated in ${summary.wallSeconds.toFixed(1)} s (${summary.tokensPerSecond.toFixed(0)}/s), per correct answer: ${perCorrect}`,
    `  determinism                  ${summary.determinism.level}${summary.determinism.strict ? ", strict" : ""}`,
    ...summary.warnings.map((warning) => `  warning: ${warning}`),
    `  run: ${folder}`,
    "",
  );
  return `${lines.join("\n")}\n`;
}
