/** Text-to-SQL scores of a run: execution accuracy by hardness, the other measures, and what went wrong. */

import type { RunSummary, SqlSummary } from "../../../language-server/contract/entities.ts";
import { count, percent } from "../format.ts";
import { errorClassText, hardnessText } from "../labels.ts";
import { EstimateHead, EstimateRow } from "./accuracyTable.tsx";
import { FiguresHead } from "./figuresHead.tsx";

interface SqlScoresProps {
  readonly summary: RunSummary;
  readonly sql: SqlSummary;
  /** Shows the questions that match a search. */
  readonly onSearch: (search: string) => void;
}

export function SqlScores({ summary, sql, onSearch }: SqlScoresProps) {
  const wrong = sql.errorClasses.reduce((sum, { answers }) => sum + answers, 0);
  return (
    <>
      <section class="card">
        <h2>Execution accuracy by hardness</h2>
        <table class="figures">
          <EstimateHead first="Hardness" />
          <tbody>
            <EstimateRow name="All questions" estimate={summary.accuracy} />
            {sql.byHardness.map(({ hardness, accuracy }) => (
              <EstimateRow
                key={hardness}
                name={hardnessText(hardness)}
                estimate={accuracy}
                hint="Hardness of the gold query by Spider's rules"
                onPick={() => onSearch(`hardness:${hardness}`)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <section class="card">
        <h2>Other measures</h2>
        <table class="figures">
          <EstimateHead first="Measure" />
          <tbody>
            {sql.exactMatch !== null && (
              <EstimateRow
                name="Exact match"
                estimate={sql.exactMatch}
                hint="The clauses are the gold query's, where the official grammar covers it"
              />
            )}
            {sql.robustAccuracy !== null && (
              <EstimateRow
                name="Robust accuracy"
                estimate={sql.robustAccuracy}
                hint="The result is right on generated variants of the database, too"
              />
            )}
            {sql.nonEmptyGold !== null && (
              <EstimateRow
                name="Gold has rows"
                estimate={sql.nonEmptyGold}
                hint="Accuracy where an empty result cannot be right by chance"
              />
            )}
            <EstimateRow name="Query ran" estimate={sql.ran} hint="Share of answers whose query ran" />
            <EstimateRow
              name="Unknown names"
              estimate={sql.unknownNames}
              hint="Share of answers that name a table or column that does not exist"
            />
          </tbody>
        </table>
        {sql.goldFailed > 0 && (
          <p class="note">
            {count(sql.goldFailed)} {sql.goldFailed === 1 ? "answer" : "answers"} could not be scored, as the
            gold query does not run.
          </p>
        )}
        {sql.endedByConstraint > 0 && (
          <p class="note">
            {count(sql.endedByConstraint)} {sql.endedByConstraint === 1 ? "query was" : "queries were"}{" "}
            brought to an end by the constraint near the token budget; a larger budget may change the result.
          </p>
        )}
      </section>
      {wrong > 0 && (
        <section class="card">
          <h2>What went wrong</h2>
          <table class="figures">
            <FiguresHead rows="Class of error" columns={["Answers", "Share"]} />
            <tbody>
              {sql.errorClasses.map(({ errorClass, answers }) => (
                <tr key={errorClass}>
                  <th scope="row">
                    <button
                      type="button"
                      class="link"
                      title="Show these questions"
                      onClick={() => onSearch(`error:${errorClass}`)}
                    >
                      {errorClassText(errorClass)}
                    </button>
                  </th>
                  <td class="num">{count(answers)}</td>
                  <td class="num dim">{percent(answers / wrong)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
