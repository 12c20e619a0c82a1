/** A query that was run in the editor: its rows, or what the database says against it. */
import { useEffect } from "preact/hooks";
import { request } from "../bridge.ts";
import { shortTime } from "../format.ts";
import { Button } from "../parts/controls.tsx";
import { Empty, Loading, Problem } from "../parts/notice.tsx";
import { ResultGrid, rowsText } from "../parts/resultGrid.tsx";
import { QueryError } from "../parts/sqlOutcome.tsx";
import { SqlText } from "../parts/sqlText.tsx";
import { openTrace } from "../state/panel.ts";
import { loadResult, result } from "../state/sql.ts";
import { toCsv } from "../text/csv.ts";

export function ResultScreen() {
  const state = result.value;
  useEffect(() => {
    void request("panel/setTitle", { title: "Query Result" });
  }, []);
  if (state.state === "loading") return <Loading what="the result" />;
  if (state.state === "failed") return <Problem error={state.error} onRetry={() => void loadResult()} />;
  const { database, outcome, asked } = state.value;
  const { sql, columns, rows, rowCount, truncated, elapsedMs, error } = outcome;
  const act = (action: "insert" | "run"): void =>
    void request("panel/sql", { action, sql, database: database.id });
  return (
    <div class="screen result-screen">
      <div class="run-title">
        <h1>{asked === undefined ? "Query result" : asked.question}</h1>
        <span class="actions">
          <Button icon="play" onPress={() => act("run")}>
            Run again
          </Button>
          <Button icon="insert" secondary onPress={() => act("insert")}>
            Insert into editor
          </Button>
          {asked !== undefined && (
            <Button icon="list-tree" secondary onPress={() => openTrace(asked.runId, asked.questionId)}>
              Trace
            </Button>
          )}
          {error === null && rows.length > 0 && (
            <Button
              icon="copy"
              secondary
              title={rows.length < rowCount || truncated ? "Only the rows that are shown" : "All rows"}
              onPress={() => void request("panel/copy", { text: toCsv(columns, rows) })}
            >
              Copy as CSV
            </Button>
          )}
        </span>
      </div>
      <p class="dim run-meta" role="status">
        {database.name} · {error === null ? `${rowsText(rows.length, rowCount, truncated)} · ` : ""}
        {shortTime(elapsedMs)}
      </p>
      <SqlText sql={sql} />
      {error !== null ? (
        <QueryError error={error} />
      ) : rows.length === 0 ? (
        <Empty icon="circle-slash" title="No rows">
          <p>The query runs, and nothing matches it. Its columns: {columns.join(", ")}.</p>
        </Empty>
      ) : (
        <ResultGrid label="Rows of the result" columns={columns} rows={rows} />
      )}
    </div>
  );
}
