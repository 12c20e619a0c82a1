/** One continuation of a suggestion: what was tried of it, why not, and its tokens. */
import { useMemo, useState } from "preact/hooks";
import type {
  Suggestion,
  SuggestionCandidate,
  SuggestionProblem,
} from "../../../language-server/contract/sql.ts";
import { request } from "../bridge.ts";
import { count, duration, quantity } from "../format.ts";
import { TokenColumn } from "../state/tokenColumn.ts";
import { Badge } from "./badge.tsx";
import { IconButton } from "./controls.tsx";
import { Icon } from "./icon.tsx";
import { Complaint } from "./sqlOutcome.tsx";
import { SqlText } from "./sqlText.tsx";
import { TokenStrip } from "./tokenStrip.tsx";
import { TokenText } from "./tokenText.tsx";

const problemTitles: Readonly<Record<SuggestionProblem["kind"], string>> = {
  unfinished: "The model did not come to an end",
  refused: "Not one query that only reads",
  syntax: "Syntax",
  names: "Names something that does not exist",
  database: "The database rejects it (EXPLAIN)",
};

interface CandidateProps {
  readonly shown: Suggestion;
  readonly candidate: SuggestionCandidate;
  readonly at: number;
}

export function Candidate({ shown, candidate, at }: CandidateProps) {
  const { tokens, generateMs, tries, insert, sampling } = candidate;
  const [cursor, setCursor] = useState<number | null>(null);
  const column = useMemo(() => columnOf(candidate), [candidate]);
  const title = sampling === "likeliest" ? "Likeliest continuation" : "Drawn continuation";
  const rate = generateMs > 0 ? (tokens.length * 1000) / generateMs : null;
  const steered = steeredText(shown, candidate);
  const good = insert === null ? undefined : tries.at(-1);
  return (
    <section class="stage" id={`candidate-${at}`} aria-label={title}>
      <header class="stage-head">
        <h2 class="candidate-title">
          <span class="stage-number">{at + 1}</span> {title}
        </h2>
        <Fate shown={shown} at={at} />
        <span class="stage-end">
          <span class="stage-numbers">
            {count(tokens.length)} {tokens.length === 1 ? "token" : "tokens"} · {duration(generateMs / 1000)}
            {rate === null ? "" : ` · ${quantity(rate)}/s`}
          </span>
          {good !== undefined && (
            <>
              <IconButton
                icon="play"
                label="Run this query"
                onPress={() =>
                  void request("panel/sql", { action: "run", sql: good.sql, database: shown.database.id })
                }
              />
              <IconButton
                icon="copy"
                label="Copy this query"
                onPress={() => void request("panel/copy", { text: good.sql })}
              />
            </>
          )}
        </span>
      </header>
      <div class="stage-body">
        {tries.map(({ sql, problem }, tried) => (
          <div key={tried} class="candidate-try">
            {tries.length > 1 && (
              <p class="dim small">
                {tried === 0 ? "As it was written" : "Without what the model wrote last"}
              </p>
            )}
            <SqlText sql={sql} />
            {problem !== null ? (
              <Complaint title={problemTitles[problem.kind]} message={problem.message} />
            ) : (
              <p class="candidate-good">
                <Icon name="check" tone="good" /> {acceptedText(shown)}
              </p>
            )}
          </div>
        ))}
        {tokens.length === 0 ? (
          <p class="note">The model wrote nothing.</p>
        ) : (
          <>
            <TokenStrip
              column={column}
              stageIndex={at}
              total={tokens.length}
              cursor={cursor}
              onMove={setCursor}
              label={title}
            />
            <TokenText column={column} stageIndex={at} cursor={cursor} onMove={setCursor} label={title} />
            {steered !== null && <p class="note">{steered}</p>}
          </>
        )}
      </div>
    </section>
  );
}

/** Whether it was offered in the editor. */
function Fate({ shown, at }: { shown: Suggestion; at: number }) {
  const { candidates } = shown;
  const insert = candidates[at]?.insert ?? null;
  if (insert === null)
    return <Badge icon="circle-slash" text="Not shown" tone="bad" hint="Nothing of it would run" />;
  const first = candidates.findIndex((other) => other.insert === insert);
  if (first < at) return <Badge icon="copy" text={`Same as ${first + 1}`} tone="calm" />;
  const offered = candidates.slice(0, at).some((other) => other.insert !== null);
  return offered ? (
    <Badge icon="check" text="Alternative" tone="good" hint="Offered as the next suggestion in the editor" />
  ) : (
    <Badge icon="check" text="Shown" tone="good" hint="Offered in the editor as ghost text" />
  );
}

const acceptedText = ({ database }: Suggestion): string =>
  database.kind === "definitions" && database.dialect !== "sqlite"
    ? "Parsed, and every name is in the definitions. There is no database to ask."
    : "Parsed, every name is in the schema, and the database accepts it without running it.";

/** What kept the model to the schema while it wrote; of drawn tokens nothing can be told from the ones beside them. */
function steeredText({ constrained }: Suggestion, { sampling, tokens }: SuggestionCandidate): string | null {
  if (sampling === "drawn") return null;
  if (!constrained)
    return "Names and syntax were checked afterwards only: the statement's beginning is beyond the grammar.";
  const steered = tokens.filter(({ id, alternatives }) => (alternatives[0]?.id ?? id) !== id).length;
  const kept = "Probabilities are the model's own; only tokens that names and syntax allow were taken";
  return steered === 0
    ? `${kept}, and they always were the likeliest.`
    : `${kept}. At ${count(steered)} of ${count(tokens.length)} the likeliest was not among them.`;
}

function columnOf({ tokens }: SuggestionCandidate): TokenColumn {
  const column = new TokenColumn(async (from, to) => ({
    ok: true,
    value: { total: tokens.length, tokens: tokens.slice(from, to) },
  }));
  column.append(0, tokens);
  return column;
}
