/** Thinker's decomposition (thinker.md section 7): where right and wrong answers go, stage by stage. */
import type { Estimate, ThinkerSummary } from "../../../language-server/contract/entities.ts";
import { percent, points, pValue, signTestText } from "../format.ts";
import { EstimateHead, EstimateRow } from "./accuracyTable.tsx";

const height = 150;
const columns = [0, 200, 400, 600] as const;
const barWidth = 8;
const gap = 22;
const top = 30;
/** Room under the lowest node for its label, when the node is thinner than the label is high. */
const bottom = 24;
/** Rounding leaves such shares where there is nothing; a thinner band is not seen either. */
const nothing = 0.0005;

interface Ribbon {
  readonly from: readonly [column: number, y: number];
  readonly to: readonly [column: number, y: number];
  readonly share: number;
  readonly right: boolean;
  readonly title: string;
}

const valueOrZero = (estimate: Estimate | null): number => estimate?.value ?? 0;

function path({ from, to, share }: Ribbon): string {
  const x1 = (columns[from[0]] ?? 0) + barWidth;
  const x2 = columns[to[0]] ?? 0;
  const middle = (x1 + x2) / 2;
  const size = share * height;
  return `M${x1},${from[1]} C${middle},${from[1]} ${middle},${to[1]} ${x2},${to[1]} V${to[1] + size} C${middle},${to[1] + size} ${middle},${from[1] + size} ${x1},${from[1] + size} Z`;
}

/** Node heights and ribbons of the flow; all shares are of all paths and sum to 1 in every column. */
function layout(summary: ThinkerSummary) {
  const a = summary.fastAccuracy.value;
  const [keep, rescue] = [valueOrZero(summary.keep), valueOrZero(summary.rescue)];
  // Not by the verifier's rates: an empty fast answer goes to slow thinking without having been verified.
  const sent = 1 - summary.settledByFast;
  const [sentRight, sentWrong] = [summary.keep?.n ?? 0, summary.rescue?.n ?? 0];
  const doubted = sentRight === 0 ? 0 : Math.min(a, (sent * sentRight) / (sentRight + sentWrong));
  const kept = a - doubted;
  const caught = Math.min(1 - a, sent - doubted);
  const missed = 1 - a - caught;
  const rejected = doubted + caught;
  const slowRight = doubted * keep + caught * rescue;
  const finalRight = kept + slowRight;
  const y = (share: number): number => top + share * height;
  // Column 1: accepted right, accepted wrong, then (after a gap) rejected. Column 2 stands level with the rejected.
  const rejectedY = y(kept + missed) + gap;
  const wrongY = y(a) + gap;
  const finalWrongY = y(finalRight) + gap;
  const ribbons: Ribbon[] = [
    { from: [0, top], to: [1, top], share: kept, right: true, title: `Right and settled: ${percent(kept)}` },
    {
      from: [0, y(kept)],
      to: [1, rejectedY],
      share: doubted,
      right: true,
      title: `Right but sent to slow thinking: ${percent(doubted)}`,
    },
    {
      from: [0, wrongY],
      to: [1, y(kept)],
      share: missed,
      right: false,
      title: `Wrong but settled: ${percent(missed)}`,
    },
    {
      from: [0, wrongY + missed * height],
      to: [1, rejectedY + doubted * height],
      share: caught,
      right: false,
      title: `Wrong and sent to slow thinking: ${percent(caught)}`,
    },
    {
      from: [1, rejectedY],
      to: [2, rejectedY],
      share: doubted,
      right: true,
      title: `Right answers thought over: ${percent(doubted)}`,
    },
    {
      from: [1, rejectedY + doubted * height],
      to: [2, rejectedY + doubted * height],
      share: caught,
      right: false,
      title: `Wrong answers thought over: ${percent(caught)}`,
    },
    {
      from: [1, top],
      to: [3, top],
      share: kept,
      right: true,
      title: `Fast answer kept, right: ${percent(kept)}`,
    },
    {
      from: [2, rejectedY],
      to: [3, y(kept)],
      share: slowRight,
      right: true,
      title: `Right after slow thinking: ${percent(slowRight)}`,
    },
    {
      from: [1, y(kept)],
      to: [3, finalWrongY],
      share: missed,
      right: false,
      title: `Fast answer kept, wrong: ${percent(missed)}`,
    },
    {
      from: [2, rejectedY + slowRight * height],
      to: [3, finalWrongY + missed * height],
      share: rejected - slowRight,
      right: false,
      title: `Wrong after slow thinking: ${percent(rejected - slowRight)}`,
    },
  ];
  const bars = [
    { column: 0, y: top, share: a, right: true },
    { column: 0, y: wrongY, share: 1 - a, right: false },
    { column: 1, y: top, share: kept + missed, right: null },
    { column: 1, y: rejectedY, share: rejected, right: null },
    { column: 2, y: rejectedY, share: rejected, right: null },
    { column: 3, y: top, share: finalRight, right: true },
    { column: 3, y: finalWrongY, share: 1 - finalRight, right: false },
  ];
  return {
    ribbons: ribbons.filter(({ share }) => share > nothing),
    bars: bars.filter(({ share }) => share > nothing),
    rejectedY,
    wrongY,
    finalWrongY,
    accepted: kept + missed,
    rejected,
  };
}

export function ThinkerFlow({ thinker }: { thinker: ThinkerSummary }) {
  const { ribbons, bars, rejectedY, wrongY, finalWrongY, accepted, rejected } = layout(thinker);
  const wholeHeight = top + height + gap + bottom;
  const label = (column: number, y: number, text: string) => (
    <text x={(columns[column] ?? 0) + barWidth + 5} y={y + 15} class="flow-label">
      {text}
    </text>
  );
  const optional: readonly (readonly [string, Estimate | null, string])[] = [
    ["Verifier TPR", thinker.verifierTpr, "Right fast answers that the verifier accepts."],
    [
      "Verifier TNR",
      thinker.verifierTnr,
      "Wrong fast answers that the verifier rejects; “unclear” counts as rejected.",
    ],
    ["Rescue", thinker.rescue, "Wrong fast answers, sent to slow thinking, that become right."],
    ["Keep", thinker.keep, "Right fast answers, sent to slow thinking, that stay right."],
    ["Damage", thinker.damage, "Right fast answers, sent to slow thinking, that become wrong: 1 − keep."],
  ];
  return (
    <section class="card card-wide">
      <h2>Thinker: from the fast to the final answer</h2>
      <div class="flow-and-table">
        <svg
          class="flow"
          viewBox={`0 0 700 ${wholeHeight}`}
          role="img"
          aria-label={`Fast ${percent(thinker.fastAccuracy.value)} right; ${percent(accepted)} settled there, ${percent(rejected)} sent to slow thinking; final ${percent(thinker.finalAccuracy.value)} right. The table has all numbers.`}
        >
          {ribbons.map((ribbon) => (
            <path key={ribbon.title} d={path(ribbon)} class={ribbon.right ? "flow-right" : "flow-wrong"}>
              <title>{ribbon.title}</title>
            </path>
          ))}
          {bars.map((bar) => (
            <rect
              key={`${bar.column}-${bar.y}`}
              x={columns[bar.column]}
              y={bar.y}
              width={barWidth}
              height={Math.max(1, bar.share * height)}
              class={bar.right === null ? "flow-bar" : bar.right ? "flow-bar-right" : "flow-bar-wrong"}
            />
          ))}
          {["Fast", "Verify", "Slow", "Final"].map((name, column) => (
            <text key={name} x={columns[column]} y={14} class="flow-head">
              {name}
            </text>
          ))}
          {label(0, top, `✓ ${percent(thinker.fastAccuracy.value)}`)}
          {label(0, wrongY, `✗ ${percent(1 - thinker.fastAccuracy.value)}`)}
          {accepted > nothing && label(1, top, `settled ${percent(accepted)}`)}
          {rejected > nothing && label(1, rejectedY, `to slow ${percent(rejected)}`)}
          {label(3, top, `✓ ${percent(thinker.finalAccuracy.value)}`)}
          {label(3, finalWrongY, `✗ ${percent(1 - thinker.finalAccuracy.value)}`)}
        </svg>
        <table class="figures">
          <EstimateHead first="Step" />
          <tbody>
            <EstimateRow name="Fast accuracy" estimate={thinker.fastAccuracy} />
            {optional.map(([name, estimate, hint]) =>
              estimate === null ? null : (
                <EstimateRow key={name} name={name} estimate={estimate} hint={hint} />
              ),
            )}
            <EstimateRow name="Final accuracy" estimate={thinker.finalAccuracy} />
          </tbody>
        </table>
      </div>
      <dl class="facts">
        <div>
          <dt>Gain over fast</dt>
          <dd title={signTestText(thinker.gainTest)}>
            {points(thinker.gain.value)} <span class="dim">p {pValue(thinker.gainTest.p)}</span>
          </dd>
        </div>
        <div>
          <dt>Settled by fast</dt>
          <dd>{percent(thinker.settledByFast)}</dd>
        </div>
        <div>
          <dt>Verifier balanced</dt>
          <dd>{percent(thinker.verifierBalanced)}</dd>
        </div>
        <div>
          <dt>Unclear verdicts</dt>
          <dd>{percent(thinker.unclearRate)}</dd>
        </div>
        <div>
          <dt>With a perfect verifier</dt>
          <dd>{percent(thinker.oracleVerifierBound)}</dd>
        </div>
      </dl>
    </section>
  );
}
