/** Accuracy, pass@k and cons@k on one axis; the numbers stand beside the drawing. */
import type { Estimate, RunSummary } from "../../../language-server/contract/entities.ts";
import { count, fullAxis, intervalHead, intervalText, percent } from "../format.ts";
import { IntervalBar } from "./interval.tsx";

export const EstimateRow = ({
  name,
  estimate,
  hint,
  onPick,
}: {
  name: string;
  estimate: Estimate;
  hint?: string;
  /** Shows the questions behind the number. */
  onPick?: () => void;
}) => (
  <tr title={hint}>
    <th scope="row">
      {onPick === undefined ? (
        name
      ) : (
        <button type="button" class="link" title="Show these questions" onClick={onPick}>
          {name}
        </button>
      )}
    </th>
    <td class="num strong">{percent(estimate.value)}</td>
    <td class="cell-interval">
      <IntervalBar name={name} estimate={estimate} />
    </td>
    <td class="num dim">{intervalText(estimate.interval)}</td>
    <td class="num dim">{count(estimate.n)}</td>
  </tr>
);

export const EstimateHead = ({ first }: { first: string }) => (
  <thead>
    <tr>
      <th scope="col">{first}</th>
      <th scope="col" class="num">
        Value
      </th>
      <th scope="col">{fullAxis}</th>
      <th scope="col" class="num">
        {intervalHead}
      </th>
      <th scope="col" class="num">
        n
      </th>
    </tr>
  </thead>
);

export function AccuracyTable({ summary }: { summary: RunSummary }) {
  const clustered = summary.samples > 1 ? "Clustered by question." : "Over questions.";
  return (
    <section class="card">
      <h2>Accuracy</h2>
      <table class="figures">
        <EstimateHead first="Measure" />
        <tbody>
          <EstimateRow name="Accuracy" estimate={summary.accuracy} hint={clustered} />
          {summary.passAtK
            .filter(({ k }) => k > 1)
            .map(({ k, estimate }) => (
              <EstimateRow
                key={k}
                name={`pass@${k}`}
                estimate={estimate}
                hint={`At least one of ${k} samples is right.`}
              />
            ))}
          {summary.consAtK !== null && (
            <EstimateRow
              name={`cons@${summary.consAtK.k}`}
              estimate={summary.consAtK.estimate}
              hint={`The most frequent answer of ${summary.consAtK.k} samples is right.`}
            />
          )}
        </tbody>
      </table>
      {(summary.ungraded.timeout > 0 || summary.ungraded.unparsed > 0) && (
        <p class="note">
          Not decided by the graders and counted as wrong: {count(summary.ungraded.timeout)} timed out,{" "}
          {count(summary.ungraded.unparsed)} could not be read.
        </p>
      )}
    </section>
  );
}
