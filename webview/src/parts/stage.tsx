/** One stage of a path: prompt, tokens, text as it grows, and how it ended. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { keptText, type StageRecord } from "../../../language-server/contract/entities.ts";
import type { LiveStage, PathAddress } from "../../../language-server/contract/methods.ts";
import { request } from "../bridge.ts";
import { count, duration, quantity } from "../format.ts";
import { noteTexts, stageLabels, stageTitle } from "../labels.ts";
import { view } from "../state/panel.ts";
import { tokensOf } from "../state/trace.ts";
import { Response } from "../text/rich.tsx";
import { Badge, OutcomeBadge, VerdictBadge } from "./badge.tsx";
import { IconButton } from "./controls.tsx";
import { GoOn, goOnId } from "./goOn.tsx";
import { Icon } from "./icon.tsx";
import { RateStrip } from "./rateStrip.tsx";
import { ReadNotes } from "./readNotes.tsx";
import { Remarks } from "./remark.tsx";
import { SqlOutcome } from "./sqlOutcome.tsx";
import { TokenStrip } from "./tokenStrip.tsx";
import { TokenText } from "./tokenText.tsx";
import { VerdictLine } from "./verdict.tsx";

export type StageView =
  | { readonly record: StageRecord; readonly live?: undefined }
  | { readonly live: LiveStage; readonly record?: undefined };

export const stageIndexOf = (stage: StageView): number => stage.record?.index ?? stage.live?.stageIndex ?? 0;

interface StageProps {
  readonly address: PathAddress;
  readonly stage: StageView;
  readonly position: number;
  /** Whether the fast answer was right: what a verification should have said. */
  readonly fastRight: boolean | null;
  readonly expected: string;
}

/** What the verifier said, and whether it was right to. */
function Judgement({ record, fastRight }: { record: StageRecord; fastRight: boolean | null }) {
  if (record.judgement === undefined) return null;
  const accepts = record.judgement === "yes";
  const said = { yes: "Judged right", no: "Judged wrong", unclear: "Judgement unclear" }[record.judgement];
  const sound = fastRight === null ? null : accepts === fastRight;
  return (
    <>
      <Badge
        icon={{ yes: "thumbsup", no: "thumbsdown", unclear: "question" }[record.judgement]}
        text={said}
        tone="info"
        hint={accepts ? "The fast answer is kept." : "Slow thinking follows."}
      />
      {sound !== null && (
        <Badge
          icon={sound ? "check" : "close"}
          text={sound ? "Justly" : "Mistakenly"}
          tone={sound ? "good" : "bad"}
          hint={`The fast answer was ${fastRight ? "right" : "wrong"}.`}
        />
      )}
      {(record.judgementChanges ?? 0) > 0 && (
        <span class="dim">changed its mind {record.judgementChanges}×</span>
      )}
    </>
  );
}

function Numbers({ stage }: { stage: StageView }) {
  if (stage.live !== undefined) {
    const { tokens, budgetTokens, paused } = stage.live;
    if (paused === true) return <span class="stage-numbers">{count(tokens)} tokens</span>;
    return (
      <span class="stage-numbers">
        {count(tokens)} of {count(budgetTokens)} tokens
        <progress
          class="mini-bar"
          max={budgetTokens}
          value={Math.min(tokens, budgetTokens)}
          aria-label="Budget used"
        />
      </span>
    );
  }
  const { generatedTokens, forcedTokens, promptTokens, generateMs, promptMs, kept } = stage.record;
  const speed = generateMs > 0 ? (generatedTokens * 1000) / generateMs : null;
  return (
    <span
      class="stage-numbers"
      title={`${count(promptTokens)} prompt tokens read in ${duration(promptMs / 1000)}; ${count(forcedTokens)} tokens forced`}
    >
      {count(generatedTokens)} tokens · {duration(generateMs / 1000)}
      {speed === null ? "" : ` · ${quantity(speed)}/s`}
      {kept !== undefined && ` · ${count(kept.droppedTokens)} dropped`}
    </span>
  );
}

/** What a path wrote and went on without: its unfinished paragraph at an exchange. */
function Dropped({ record }: { record: StageRecord }) {
  const { kept } = record;
  if (kept === undefined) return null;
  const { droppedTokens, reevaluatedTokens } = kept;
  return (
    <div class="dropped-part">
      <p class="note">
        <Icon name="discard" tone="info" /> Dropped at the exchange, as unfinished: {count(droppedTokens)}{" "}
        {droppedTokens === 1 ? "token" : "tokens"}. The path went on without them; they count as generated.
        {reevaluatedTokens !== undefined &&
          ` The model's state could not be cut: ${count(reevaluatedTokens)} tokens were read again.`}
      </p>
      <pre class="raw">
        <del>{record.text.slice(kept.characters)}</del>
      </pre>
    </div>
  );
}

/** A stage that only pauses need not have an answer yet: none is then nothing wrong. */
export const saidVerdict = ({ paused, verdict }: StageRecord): StageRecord["verdict"] =>
  paused === true && verdict?.extracted === null ? undefined : verdict;

const focusGoOn = (index: number): void =>
  document.getElementById(goOnId(index))?.querySelector<HTMLElement>("input:checked")?.focus();

export function Stage({ address, stage, position, fastRight, expected }: StageProps) {
  const { record, live } = stage;
  const index = stageIndexOf(stage);
  const name = record?.stage ?? live?.stage ?? "answer";
  const title = stageTitle(name, record?.attempt ?? live?.attempt);
  const text = record?.text ?? live?.text ?? "";
  const known = record === undefined ? (live?.tokens ?? 0) : record.generatedTokens + record.forcedTokens;
  const keptTokens = record?.kept?.tokens ?? Number.POSITIVE_INFINITY;
  const column = useMemo(() => tokensOf(address, index), [address, index]);
  const [open, setOpen] = useState(true);
  const [cursor, setCursor] = useState<number | null>(null);
  const [seen, setSeen] = useState(false);
  const section = useRef<HTMLElement>(null);
  const mode = view.value.textMode;

  useEffect(() => {
    const own = section.current;
    if (own === null) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setSeen(true), {
      rootMargin: "300px 0px",
    });
    watch.observe(own);
    return () => watch.disconnect();
  }, []);
  column.version.value;
  // A live stage pulls what came before the panel looked, or was missed; the stream brings the rest.
  // How far it is behind counts, not that it is: it may fall behind again before it was seen to have caught up.
  const missing = column.total < known ? known : 0;
  useEffect(() => {
    if (seen && open && (missing > 0 || !column.complete)) void column.loadAll(known);
  }, [seen, open, missing, record === undefined, column]);

  const verdict = record === undefined ? undefined : saidVerdict(record);
  const total = Math.max(known, column.total);
  const chosen = cursor === null || live !== undefined ? undefined : column.tokens[cursor];
  const problem = column.failure.value;
  return (
    <section
      ref={section}
      class={live === undefined ? "stage" : "stage stage-live"}
      id={`stage-${index}`}
      aria-label={title}
    >
      <header class="stage-head">
        <h2>
          <button
            type="button"
            class="stage-toggle"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            title={stageLabels[name].hint}
          >
            <Icon name={open ? "chevron-down" : "chevron-right"} />
            <Icon name={stageLabels[name].icon} />
            <span class="stage-number">{position + 1}</span> {title}
          </button>
        </h2>
        {live !== undefined &&
          (live.paused === true ? (
            <Badge icon="debug-pause" text="Paused" tone="info" />
          ) : (
            <Badge icon="sync" text="Writing" tone="info" spin />
          ))}
        {verdict !== undefined && <VerdictBadge verdict={verdict} />}
        {record !== undefined && <Judgement record={record} fastRight={fastRight} />}
        {record !== undefined && <OutcomeBadge outcome={record.outcome} />}
        <span class="stage-end">
          <Numbers stage={stage} />
          <IconButton
            icon="copy"
            label={`Copy the text of ${title}`}
            onPress={() => void request("panel/copy", { text })}
          />
        </span>
      </header>
      {open && (
        <div class="stage-body">
          {(record?.notes ?? []).map((note) => (
            <p key={note} class="note">
              <Icon name="info" tone="info" /> {noteTexts[note] ?? note}
            </p>
          ))}
          {record?.remarks !== undefined && <Remarks remarks={record.remarks} />}
          {record !== undefined && <ReadNotes address={address} record={record} />}
          <details class="prompt">
            <summary>
              Prompt
              {record !== undefined && <span class="dim"> {count(record.promptTokens)} tokens</span>}
            </summary>
            <pre class="raw">{record?.prompt ?? live?.prompt ?? ""}</pre>
          </details>
          {live === undefined && <RateStrip stageIndex={index} total={total} onMove={setCursor} />}
          {total > 0 && (
            <TokenStrip
              column={column}
              stageIndex={index}
              total={total}
              kept={keptTokens}
              cursor={cursor}
              onMove={setCursor}
              onEnter={() => focusGoOn(index)}
              label={title}
            />
          )}
          {problem !== null && (
            <p class="note">
              <Icon name="warning" tone="warn" /> The tokens could not be loaded: {problem}{" "}
              <button type="button" class="link" onClick={() => void column.loadAll(known)}>
                Try again
              </button>
            </p>
          )}
          {mode === "tokens" ? (
            column.tokens.length > 0 ? (
              <TokenText
                column={column}
                stageIndex={index}
                kept={keptTokens}
                cursor={cursor}
                onMove={setCursor}
                onEnter={() => focusGoOn(index)}
                label={title}
              />
            ) : (
              <p class="note">
                {total > 0 && problem === null ? "Loading tokens…" : "No tokens are stored for this stage."}
              </p>
            )
          ) : text === "" ? (
            <p class="note">{live === undefined ? "The model wrote nothing." : "Reading the prompt…"}</p>
          ) : (
            <div class="stage-text">
              <Response text={record === undefined ? text : keptText(record)} raw={mode === "raw"} />
              {record !== undefined && <Dropped record={record} />}
            </div>
          )}
          {chosen !== undefined && cursor !== null && (
            <GoOn
              key={cursor}
              address={address}
              stageIndex={index}
              title={title}
              at={cursor}
              total={total}
              token={chosen}
              dropped={cursor >= keptTokens}
              onLeave={() => {
                setCursor(null);
                const own = section.current;
                const tokens =
                  own?.querySelector<HTMLElement>(".token-text") ?? own?.querySelector<HTMLElement>(".strip");
                tokens?.focus();
              }}
            />
          )}
          {record?.execution !== undefined && (
            <SqlOutcome execution={record.execution} verdict={record.verdict?.sql} goldSql={expected} />
          )}
          {verdict !== undefined && (
            <VerdictLine verdict={verdict} expected={expected} queries={record?.execution === undefined} />
          )}
        </div>
      )}
    </section>
  );
}
