/** How the paths ended: a stacked bar and the table behind it. */

import { type Outcome, outcomes } from "../../../language-server/contract/entities.ts";
import type { RowFilter } from "../../../language-server/contract/methods.ts";
import { count, percent } from "../format.ts";
import { outcomeLabels } from "../labels.ts";
import { FiguresHead } from "./figuresHead.tsx";
import { Icon } from "./icon.tsx";

/** Outcomes that the question list can be filtered by. */
const filters: Partial<Record<Outcome, RowFilter>> = { truncated: "truncated", "no-answer": "no-answer" };

interface OutcomesProps {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly onFilter: (filter: RowFilter) => void;
}

export function Outcomes({ counts, onFilter }: OutcomesProps) {
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const present = outcomes.filter((outcome) => counts[outcome] > 0);
  const sentence = present.map((outcome) => `${outcomeLabels[outcome].text} ${counts[outcome]}`).join(", ");
  return (
    <section class="card">
      <h2>Outcomes</h2>
      {total === 0 ? (
        <p class="note">No path has ended yet.</p>
      ) : (
        <>
          <div class="stack" role="img" aria-label={`Outcomes: ${sentence}`}>
            {present.map((outcome) => (
              <span
                key={outcome}
                class={`stack-part outcome-${outcome}`}
                title={`${outcomeLabels[outcome].text}: ${count(counts[outcome])}`}
                style={{ flexGrow: String(counts[outcome]) }}
              >
                {counts[outcome] / total > 0.07 ? <Icon name={outcomeLabels[outcome].icon} /> : null}
              </span>
            ))}
          </div>
          <table class="figures">
            <FiguresHead rows="Outcome" columns={["Paths", "Share"]} />
            <tbody>
              {present.map((outcome) => {
                const filter = filters[outcome];
                const { text, icon, hint } = outcomeLabels[outcome];
                return (
                  <tr key={outcome} title={hint}>
                    <th scope="row">
                      <span class={`swatch outcome-${outcome}`} aria-hidden="true">
                        <Icon name={icon} />
                      </span>
                      {filter === undefined ? (
                        text
                      ) : (
                        <button
                          type="button"
                          class="link"
                          title={`Show these questions. ${hint}`}
                          onClick={() => onFilter(filter)}
                        >
                          {text}
                        </button>
                      )}
                    </th>
                    <td class="num">{count(counts[outcome])}</td>
                    <td class="num dim">{percent(counts[outcome] / total)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
