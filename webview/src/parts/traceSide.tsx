/** What stands beside the stages: the samples of the question, the final verdict, and the way through the stages. */
import type { Question, QuestionRow } from "../../../language-server/contract/entities.ts";
import { stageTitle, verdictMarks } from "../labels.ts";
import { openLinks, show } from "../state/panel.ts";
import { run } from "../state/runs.ts";
import type { OpenPath } from "../state/trace.ts";
import { plainMath } from "../text/preview.ts";
import { Badge, OutcomeBadge, VerdictBadge } from "./badge.tsx";
import { Choice } from "./controls.tsx";
import { Icon } from "./icon.tsx";
import { Banner } from "./notice.tsx";
import { SqlText } from "./sqlText.tsx";
import { type StageView, saidVerdict, stageIndexOf } from "./stage.tsx";
import { VerdictLine } from "./verdict.tsx";

/** Scrolls to a stage, under the sticky head. */
const revealStage = (index: number): void => {
  show({ stageIndex: index });
  document.getElementById(`stage-${index}`)?.scrollIntoView({ block: "start" });
  document.querySelector<HTMLElement>(`#stage-${index} .stage-toggle`)?.focus({ preventScroll: true });
};

/** The stages in a line, as the way to them. */
export function Way({ open, stages }: { open: OpenPath; stages: readonly StageView[] }) {
  return (
    <nav class="way" aria-label="Stages">
      {stages.map((stage, position) => {
        const { record, live } = stage;
        const index = stageIndexOf(stage);
        const verdict = record === undefined ? undefined : saidVerdict(record);
        const mark =
          live !== undefined
            ? live.paused === true
              ? { name: "debug-pause", tone: "info" as const, text: "paused" }
              : { name: "sync", tone: "info" as const, text: "writing" }
            : verdict !== undefined
              ? verdict.correct
                ? { name: "check", tone: "good" as const, text: "right" }
                : { name: "close", tone: "bad" as const, text: "wrong" }
              : record?.judgement !== undefined
                ? {
                    name: { yes: "thumbsup", no: "thumbsdown", unclear: "question" }[record.judgement],
                    tone: "info" as const,
                    text: `judged ${record.judgement}`,
                  }
                : null;
        return (
          <span key={index} class="way-step">
            {position > 0 && <Icon name="arrow-small-right" />}
            <button
              type="button"
              class={open.path.answerStage === index ? "way-button final" : "way-button"}
              onClick={() => revealStage(index)}
            >
              {stageTitle(record?.stage ?? live?.stage ?? "answer", record?.attempt ?? live?.attempt)}
              {mark !== null && (
                <Icon name={mark.name} tone={mark.tone} spin={live !== undefined && live.paused !== true} />
              )}
              {mark !== null && <span class="sr-only">{mark.text}</span>}
            </button>
          </span>
        );
      })}
    </nav>
  );
}

/** Shown when a question has several samples. */
export function Samples({
  row,
  samples,
  sample,
}: {
  row: QuestionRow | undefined;
  samples: readonly number[];
  sample: number;
}) {
  if (samples.length < 2) return null;
  return (
    <div class="samples">
      <span class="dim">Sample</span>
      <Choice
        label="Sample"
        value={String(sample)}
        options={samples.map((each, at) => {
          const mark = verdictMarks[row?.verdicts[each] ?? "queued"];
          return {
            value: String(each),
            title: row === undefined ? `Sample ${at + 1}` : `Sample ${at + 1}: ${mark.text}`,
            text: (
              <>
                {at + 1}
                {row !== undefined && <Icon name={mark.icon} tone={mark.tone} />}
              </>
            ),
          };
        })}
        onPick={(picked) => show({ sample: Number(picked), stageIndex: null })}
      />
    </div>
  );
}

/** Names of the tables in a schema as a model is shown it. */
const tablesOf = (schema: string): string[] =>
  [...schema.matchAll(/^\s*CREATE\s+(?:TABLE|VIEW)\s+("[^"]+"|`[^`]+`|\S+?)\s*\(/gim)].map(([, name = ""]) =>
    name.replace(/^["`]|["`]$/g, ""),
  );

/** Where a question's database is, as the run names it; null for a question with a database of its own. */
function locationOf({ sql }: Question): string | null {
  const databases = run.value.state === "here" ? (run.value.value.manifest.sql?.databases ?? []) : [];
  const named =
    databases.find(({ name }) => name === sql?.database) ??
    (databases.length === 1 ? databases[0] : undefined);
  return sql?.script === undefined ? (named?.source ?? null) : null;
}

/** Which tables the model was shown, and how; and the way to why. */
export function SchemaShown({ question }: { question: Question }) {
  const schema = question.sql?.schema;
  if (schema === undefined) return null;
  const tables = tablesOf(schema);
  const database = locationOf(question);
  return (
    <details class="prompt">
      <summary>
        Schema shown to the model{" "}
        {tables.length > 0 && (
          <span class="dim">
            {tables.length} {tables.length === 1 ? "table" : "tables"}: {tables.join(", ")}
          </span>
        )}
      </summary>
      <SqlText sql={schema} label="Schema shown to the model" />
      {database !== null && (
        <button
          type="button"
          class="link"
          onClick={() => openLinks({ database, question: question.text }, "run")}
        >
          Schema links of this question
        </button>
      )}
    </details>
  );
}

/** Verdict, outcome and origin of the path's answer; or why there is none. */
export function Final({ open }: { open: OpenPath }) {
  const { path, question } = open;
  if (path.failure !== undefined)
    return (
      <Banner tone="bad">
        {path.failure.message} <span class="dim">({path.failure.code})</span>
      </Banner>
    );
  const from = path.stages.find((stage) => stage.index === path.answerStage);
  return (
    <section class="final" aria-label="Final verdict">
      <p class="final-head">
        {path.verdict === undefined ? (
          <Badge
            icon={verdictMarks[path.status === "queued" ? "queued" : "running"].icon}
            text={
              {
                queued: "Waiting",
                running: "Running",
                done: "Ungraded",
                stopped: "Stopped",
                failed: "Failed",
              }[path.status]
            }
            tone="info"
            spin={path.status === "running"}
          />
        ) : (
          <VerdictBadge verdict={path.verdict} />
        )}
        {path.outcome !== undefined && <OutcomeBadge outcome={path.outcome} />}
        {from !== undefined && path.stages.length > 1 && (
          <span class="dim">answer of {stageTitle(from.stage, from.attempt)}</span>
        )}
      </p>
      {path.verdict === undefined ? (
        question.gold !== "" && (
          <p>
            <span class="dim">expected</span> {plainMath(question.gold)}
          </p>
        )
      ) : (
        <VerdictLine verdict={path.verdict} expected={question.gold} />
      )}
    </section>
  );
}
