/** How a suggestion in an SQL file came about: what was asked, and each continuation that the model wrote. */
import { useEffect } from "preact/hooks";
import type { Suggestion } from "../../../language-server/contract/sql.ts";
import { request } from "../bridge.ts";
import { count, duration } from "../format.ts";
import { Candidate } from "../parts/candidate.tsx";
import { stopInspecting, TokenPopover } from "../parts/inspect.tsx";
import { Loading, Problem } from "../parts/notice.tsx";
import { SqlText } from "../parts/sqlText.tsx";
import { scroller } from "../parts/useWindow.ts";
import { openLinks } from "../state/panel.ts";
import { loadSuggestion, suggestion } from "../state/sql.ts";

export function SuggestionScreen() {
  const state = suggestion.value;
  useEffect(() => {
    void request("panel/setTitle", { title: "Suggestion" });
    const onScroll = (): void => stopInspecting("hover");
    const box = scroller();
    box?.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      box?.removeEventListener("scroll", onScroll);
      stopInspecting();
    };
  }, []);
  if (state.state === "loading") return <Loading what="the suggestion" />;
  if (state.state === "failed") return <Problem error={state.error} onRetry={() => void loadSuggestion()} />;
  const shown = state.value;
  return (
    <div class="screen trace suggestion">
      <aside class="trace-side">
        <Asked shown={shown} />
        <Facts shown={shown} />
      </aside>
      <div class="trace-main">
        <section class="stage suggestion-prompt" aria-label="Prompt">
          <details class="prompt">
            <summary>
              Prompt <span class="dim">{count(shown.promptTokens)} tokens</span>
            </summary>
            <pre class="raw">{shown.prompt}</pre>
          </details>
        </section>
        {shown.candidates.map((candidate, at) => (
          <Candidate key={`${shown.suggestionId} ${at}`} shown={shown} candidate={candidate} at={at} />
        ))}
      </div>
      <TokenPopover />
    </div>
  );
}

/** The words of the comment, the beginning of the statement, or both. */
const Asked = ({ shown }: { shown: Suggestion }) => (
  <section class="question" aria-label="Asked for">
    <h1 class="suggestion-title">{shown.comment === "" ? "The rest of the statement" : shown.comment}</h1>
    {shown.begun !== "" && <SqlText sql={shown.begun} label="Statement up to the cursor" />}
  </section>
);

function Facts({ shown }: { shown: Suggestion }) {
  const { database, tables, tablesLeftOut, promptTokens, reusedTokens, promptMs } = shown;
  const asked = [shown.comment, shown.begun].filter((text) => text !== "").join(" ");
  return (
    <>
      <dl class="facts">
        <dt>Database</dt>
        <dd>
          {database.name} <span class="dim">{database.dialect}</span>
        </dd>
        <dt>Model</dt>
        <dd>{shown.modelName}</dd>
        <dt>Time</dt>
        <dd>{duration(shown.elapsedMs / 1000)} in all</dd>
        <dt>Prompt</dt>
        <dd>
          {count(promptTokens)} tokens in {duration(promptMs / 1000)}
          {reusedTokens > 0 && (
            <span class="dim">, {count(reusedTokens)} of them reused from the suggestion before</span>
          )}
        </dd>
        <dt>Tables</dt>
        <dd>
          {tables.join(", ")}
          {tablesLeftOut > 0 && <span class="dim"> and {count(tablesLeftOut)} left out</span>}
        </dd>
      </dl>
      <p>
        <button
          type="button"
          class="link"
          onClick={() => openLinks({ database: database.id, question: asked }, "suggestion")}
        >
          Why these tables
        </button>
      </p>
    </>
  );
}
