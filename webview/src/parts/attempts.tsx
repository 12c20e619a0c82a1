// biome-ignore-all lint/suspicious/noArrayIndexKey: the position is the attempt
/** Multi-attempt (multi-attempt.md section 7): solved within k attempts, with intervals, and the table behind. */

import type { MultiAttemptSummary, SignTest } from "../../../language-server/contract/entities.ts";
import {
  estimateSentence,
  intervalHead,
  intervalText,
  percent,
  pValue,
  quantity,
  signTestText,
  wholePercent,
} from "../format.ts";
import { FiguresHead } from "./figuresHead.tsx";

const [width, height, left, bottom] = [340, 150, 38, 22];

function GainCell({ test }: { test: SignTest | undefined }) {
  if (test === undefined) return <td />;
  return (
    <td class="num dim" title={signTestText(test)}>
      {pValue(test.p)}
    </td>
  );
}

export function Attempts({ summary }: { summary: MultiAttemptSummary }) {
  const { within, repair, gainTests } = summary;
  const highest = Math.max(0.05, ...within.map(({ value, interval }) => interval?.high ?? value));
  const ceiling = Math.min(1, Math.ceil(highest * 10) / 10);
  const x = (at: number): number => left + 24 + (at * (width - left - 48)) / Math.max(1, within.length - 1);
  const y = (value: number): number => height - bottom - (value / ceiling) * (height - bottom - 10);
  const line = within.map(({ value }, at) => `${at === 0 ? "M" : "L"}${x(at)},${y(value)}`).join(" ");
  const sentence = within.map((estimate, at) => estimateSentence(`within ${at + 1}`, estimate)).join("; ");
  return (
    <section class="card card-wide">
      <h2>Solved within k attempts</h2>
      <div class="flow-and-table">
        <svg class="curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
          {[0, ceiling / 2, ceiling].map((value) => (
            <g key={value}>
              <line class="curve-grid" x1={left} x2={width - 4} y1={y(value)} y2={y(value)} />
              <text class="curve-label" x={left - 5} y={y(value) + 4} text-anchor="end">
                {wholePercent(value)}
              </text>
            </g>
          ))}
          <path class="curve-line" d={line} />
          {within.map((estimate, at) => (
            <g key={at}>
              {estimate.interval !== null && (
                <path
                  class="curve-interval"
                  d={`M${x(at)},${y(estimate.interval.low)} V${y(estimate.interval.high)} M${x(at) - 4},${y(estimate.interval.low)} h8 M${x(at) - 4},${y(estimate.interval.high)} h8`}
                />
              )}
              <circle class="curve-point" cx={x(at)} cy={y(estimate.value)} r={3.5} />
              <text class="curve-label" x={x(at)} y={height - 6} text-anchor="middle">
                {at + 1}
              </text>
            </g>
          ))}
        </svg>
        <table class="figures">
          <FiguresHead rows="Attempts" columns={["Solved within", intervalHead, "Repaired here", "p"]} />
          <tbody>
            {within.map((estimate, at) => (
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                <td class="num strong">{percent(estimate.value)}</td>
                <td class="num dim">{intervalText(estimate.interval)}</td>
                <td class="num">{at === 0 ? "" : percent(repair[at - 1]?.value)}</td>
                <GainCell test={gainTests[at - 1]} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        The feedback after a wrong answer comes from the known answer: it is an oracle. These shares are not
        what the model reaches alone, and are not to be compared with pass@k of independent samples.
      </p>
      <dl class="facts">
        <div>
          <dt>Attempts used, mean</dt>
          <dd>{quantity(summary.meanAttemptsUsed)}</dd>
        </div>
        <div>
          <dt>Same wrong answer again</dt>
          <dd>{percent(summary.repeatRate)}</dd>
        </div>
        <div>
          <dt>Without an answer</dt>
          <dd>{percent(summary.noAnswerRate)}</dd>
        </div>
      </dl>
    </section>
  );
}
