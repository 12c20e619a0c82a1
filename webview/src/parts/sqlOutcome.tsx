/** What a stage's query did, and its scores. */
import type { QueryOutcome, SqlVerdict } from "../../../language-server/contract/entities.ts";
import { request } from "../bridge.ts";
import { shortTime } from "../format.ts";
import { errorClassText, hardnessText } from "../labels.ts";
import { rowDifference } from "../text/rowDifference.ts";
import { Badge } from "./badge.tsx";
import { IconButton } from "./controls.tsx";
import { Icon } from "./icon.tsx";
import { ResultGrid, rowsText } from "./resultGrid.tsx";
import { SqlText } from "./sqlText.tsx";

const kinds: Readonly<Record<NonNullable<QueryOutcome["error"]>["kind"], string>> = {
  refused: "Refused: only one read-only query is run",
  schema: "Names something that does not exist",
  error: "The database rejects it",
  timeout: "Took too long and was stopped",
};

/** What is wrong with a query, in our words and in those of whoever found it. */
export const Complaint = ({ title, message }: { title: string; message: string }) => (
  <div class="query-error" role="alert">
    <Icon name="error" tone="bad" />
    <div>
      <p class="strong">{title}</p>
      <p class="query-message">{message}</p>
    </div>
  </div>
);

/** The database's complaint about a query. */
export const QueryError = ({ error }: { error: NonNullable<QueryOutcome["error"]> }) => (
  <Complaint title={kinds[error.kind]} message={error.message} />
);

/** EX, EM and robust EX by word and sign. */
export function ScoreBadges({ sql }: { sql: SqlVerdict }) {
  const score = (name: string, value: boolean | null, hint: string) =>
    value === null ? null : (
      <Badge
        icon={value ? "check" : "close"}
        text={name}
        tone={value ? "good" : "bad"}
        hint={`${hint}: ${value ? "yes" : "no"}`}
      />
    );
  return (
    <>
      {score("EX", sql.executionMatch, "Execution accuracy: the result is the gold query's")}
      {score("EM", sql.exactMatch, "Exact match: the clauses are the gold query's")}
      {score("Robust", sql.robustMatch, "Equal on generated variants of the database, too")}
      {sql.hardness !== null && (
        <Badge icon="graph" text={hardnessText(sql.hardness)} tone="calm" hint="Hardness of the gold query" />
      )}
      {sql.errorClass !== null && (
        <Badge icon="tag" text={errorClassText(sql.errorClass)} tone="warn" hint="Class of the error" />
      )}
    </>
  );
}

interface SqlOutcomeProps {
  readonly execution: QueryOutcome;
  readonly verdict: SqlVerdict | undefined;
  readonly goldSql: string;
}

export function SqlOutcome({ execution, verdict, goldSql }: SqlOutcomeProps) {
  const gold = verdict?.gold ?? null;
  const compare = verdict !== undefined && !verdict.executionMatch && gold !== null;
  const difference = compare && execution.error === null ? rowDifference(gold.rows, execution.rows) : null;
  const { rows, rowCount, truncated, columns, error } = execution;
  return (
    <div class="sql-outcome">
      {verdict !== undefined && (
        <p class="score-badges">
          <ScoreBadges sql={verdict} />
        </p>
      )}
      <div class={compare ? "results-beside" : undefined}>
        <div class="result-side">
          <div class="sql-head">
            <h3>Query</h3>
            <IconButton
              icon="copy"
              label="Copy the query"
              onPress={() => void request("panel/copy", { text: execution.sql })}
            />
          </div>
          <SqlText sql={execution.sql} />
          <p class="dim small" role="status">
            {error === null ? `${rowsText(rows.length, rowCount, truncated)} · ` : ""}
            {shortTime(execution.elapsedMs)}
          </p>
          {error === null ? (
            <ResultGrid
              label="Result of the query"
              columns={columns}
              rows={rows}
              marked={difference?.predicted ?? null}
              markText={difference?.order ? "stands elsewhere in the gold result" : "not in the gold result"}
            />
          ) : (
            <QueryError error={error} />
          )}
        </div>
        {compare && (
          <div class="result-side">
            <div class="sql-head">
              <h3>Gold query</h3>
            </div>
            <SqlText sql={goldSql} label="Gold query" />
            <p class="dim small">{rowsText(gold.rows.length, gold.rowCount, false)}</p>
            <ResultGrid
              label="Result of the gold query"
              columns={gold.columns}
              rows={gold.rows}
              marked={difference?.gold ?? null}
              markText={difference?.order ? "stands elsewhere in the result" : "missing in the result"}
            />
          </div>
        )}
      </div>
      {difference !== null && difference.gold === null && difference.predicted === null && (
        <p class="note">The rows that differ are beyond those shown.</p>
      )}
      {verdict !== undefined && !compare && goldSql !== "" && (
        <details class="prompt">
          <summary>Gold query</summary>
          <SqlText sql={goldSql} label="Gold query" />
        </details>
      )}
    </div>
  );
}
