// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table: its rows are placed by hand
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (aria-activedescendant)
// biome-ignore-all lint/suspicious/noArrayIndexKey: the position is the sample
/** The questions of a run: a grid of fixed rows, drawn only where one looks. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Outcome, QuestionRow, RunId } from "../../../language-server/contract/entities.ts";
import type { RowFilter, RowSort } from "../../../language-server/contract/methods.ts";
import { count } from "../format.ts";
import { outcomeLabels, verdictMarks } from "../labels.ts";
import { openTrace, show, view } from "../state/panel.ts";
import { activeRow, retryRows, rows, rowsVersion } from "../state/runs.ts";
import { plainMath } from "../text/preview.ts";
import { Search, Select } from "./controls.tsx";
import { Icon } from "./icon.tsx";
import { Empty, Loading, Problem } from "./notice.tsx";
import { revealRow, rowAfterKey, scroller, useWindow } from "./useWindow.ts";

const rowHeight = 28;
/** Toolbar and column heads, which stick to the top. */
const headHeight = 76;
const shownMarks = 8;

const filterOptions: readonly { value: RowFilter; text: string }[] = [
  { value: "all", text: "All questions" },
  { value: "right", text: "Right" },
  { value: "wrong", text: "Wrong" },
  { value: "mixed", text: "Mixed samples" },
  { value: "truncated", text: "Truncated" },
  { value: "no-answer", text: "No answer" },
  { value: "unfinished", text: "Unfinished" },
];

const columns: readonly { name: string; title: string; sort?: RowSort; numeric?: boolean }[] = [
  { name: "index", title: "#", sort: "file", numeric: true },
  { name: "id", title: "Id", sort: "id" },
  { name: "question", title: "Question" },
  { name: "gold", title: "Expected" },
  { name: "given", title: "Given" },
  { name: "samples", title: "Samples", sort: "accuracy" },
  { name: "outcome", title: "Outcome" },
  { name: "tokens", title: "Tokens", sort: "tokens", numeric: true },
];

/** The most frequent answer, and how many others there are. */
function givenText(given: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const answer of given) if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return "";
  return counts.size > 1 ? `${plainMath(first[0])} +${counts.size - 1}` : plainMath(first[0]);
}

/** The outcome that most wants attention. */
function worstOutcome(all: readonly (Outcome | null)[]): { outcome: Outcome; times: number } | null {
  const rank: readonly Outcome[] = [
    "engine-lost",
    "context-exhausted",
    "truncated",
    "no-answer",
    "stopped",
    "forced-closed",
    "finished",
  ];
  const outcome = rank.find((candidate) => all.includes(candidate));
  return outcome === undefined ? null : { outcome, times: all.filter((other) => other === outcome).length };
}

function Marks({ verdicts }: { verdicts: QuestionRow["verdicts"] }) {
  const right = verdicts.filter((verdict) => verdict === "right").length;
  const name =
    verdicts.length === 1
      ? verdictMarks[verdicts[0] ?? "queued"].text
      : `${right} of ${verdicts.length} right`;
  return (
    <span class="marks" title={name}>
      <span class="sr-only">{name}</span>
      {verdicts.length > shownMarks ? (
        <>
          <progress class="mini-bar" max={verdicts.length} value={right} aria-hidden="true" />
          <span aria-hidden="true">
            {right}/{verdicts.length}
          </span>
        </>
      ) : (
        verdicts.map((verdict, at) => (
          <Icon
            key={at}
            name={verdictMarks[verdict].icon}
            tone={verdictMarks[verdict].tone}
            spin={verdict === "running"}
          />
        ))
      )}
    </span>
  );
}

function RowCells({ row }: { row: QuestionRow }) {
  const worst = worstOutcome(row.outcomes);
  const label = worst === null ? null : outcomeLabels[worst.outcome];
  return (
    <>
      <span role="gridcell" class="col-index num dim">
        {count(row.index + 1)}
      </span>
      <span role="gridcell" class="col-id dim" title={row.questionId}>
        {row.questionId}
      </span>
      <span role="gridcell" class="col-question">
        {plainMath(row.preview)}
      </span>
      <span role="gridcell" class="col-gold" title={row.gold}>
        {plainMath(row.gold)}
      </span>
      <span role="gridcell" class="col-given" title={row.given.filter((given) => given !== null).join(" · ")}>
        {givenText(row.given)}
      </span>
      <span role="gridcell" class="col-samples">
        <Marks verdicts={row.verdicts} />
      </span>
      <span role="gridcell" class="col-outcome" title={label?.hint}>
        {label !== null && worst !== null && (
          <>
            <Icon name={label.icon} tone={label.tone} /> {label.text}
            {worst.times < row.outcomes.length ? ` ${worst.times}/${row.outcomes.length}` : ""}
          </>
        )}
      </span>
      <span role="gridcell" class="col-tokens num">
        {row.tokens > 0 ? count(row.tokens) : ""}
      </span>
    </>
  );
}

function Heads() {
  const { sort, descending } = view.value;
  const pick = (column: RowSort): void => {
    // The first click on an amount asks for the largest, on a name for the first.
    if (sort === column) show({ descending: !descending });
    else show({ sort: column, descending: column === "tokens" });
  };
  return (
    <div role="row" aria-rowindex={1} class="grid-row grid-head">
      {columns.map(({ name, title, sort: column, numeric }) => {
        const sorted = column !== undefined && column === sort;
        return (
          <span
            key={name}
            role="columnheader"
            class={`col-${name}${numeric ? " num" : ""}`}
            aria-sort={sorted ? (descending ? "descending" : "ascending") : undefined}
          >
            {column === undefined ? (
              title
            ) : (
              <button type="button" class="head-button" onClick={() => pick(column)}>
                {title}
                {sorted && <Icon name={descending ? "arrow-down" : "arrow-up"} />}
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}

export function QuestionList({ runId }: { runId: RunId }) {
  rowsVersion.value;
  const { filter, search } = view.value;
  const pages = rows.value;
  const total = pages?.total ?? 0;
  const body = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [first, last] = useWindow(body, rowHeight, total);
  useLayoutEffect(() => {
    if (pages !== null && last > first) pages.ensure(first, last - 1);
  });
  const section = useRef<HTMLElement>(null);
  const shownPages = useRef(pages);
  useLayoutEffect(() => {
    // Another filter, order or search: its first rows, not the middle of the list.
    const view = scroller();
    const changed = shownPages.current !== null && shownPages.current !== pages;
    shownPages.current = pages;
    if (!changed || view === null || section.current === null) return;
    const top = section.current.getBoundingClientRect().top - view.getBoundingClientRect().top;
    if (top < 0) view.scrollTop += top;
  }, [pages]);
  const active = Math.min(activeRow.value, Math.max(0, total - 1));

  const open = (at: number): void => {
    const row = pages?.row(at);
    if (row === undefined) return;
    activeRow.value = at;
    const running = row.verdicts.indexOf("running");
    openTrace(runId, row.questionId, Math.max(0, running));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== grid.current) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(active);
      return;
    }
    const pageRows = Math.max(1, Math.floor((window.innerHeight - 120) / rowHeight));
    const target = rowAfterKey(event.key, active, total, pageRows);
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    activeRow.value = target;
    if (body.current !== null) revealRow(body.current, target, rowHeight, headHeight);
  };
  const at = (event: MouseEvent): number | null => {
    const row = (event.target as Element).closest<HTMLElement>("[data-at]");
    return row === null ? null : Number(row.dataset.at);
  };

  const drawn = [];
  for (let position = first; position < last; position++) {
    const row = pages?.row(position);
    drawn.push(
      <div
        role="row"
        key={position}
        id={`row-${position}`}
        data-at={position}
        aria-rowindex={position + 2}
        aria-selected={position === active}
        class={position === active ? "grid-row active" : "grid-row"}
        style={{ transform: `translateY(${position * rowHeight}px)` }}
      >
        {row === undefined ? (
          <span class="row-loading" role="gridcell" aria-label="Loading" />
        ) : (
          <RowCells row={row} />
        )}
      </div>,
    );
  }
  const activeShown = active >= first && active < last;
  return (
    <section ref={section} class="questions" aria-label="Questions">
      <div class="toolbar">
        <Search
          label="Search questions and answers"
          value={search}
          onSearch={(text) => show({ search: text })}
        />
        <Select
          label="Filter"
          value={filter as RowFilter}
          options={filterOptions}
          onPick={(picked) => show({ filter: picked })}
        />
        <span class="dim toolbar-count" role="status">
          {pages?.total == null ? "" : `${count(total)} ${total === 1 ? "question" : "questions"}`}
        </span>
      </div>
      <div
        ref={grid}
        class="grid"
        role="grid"
        aria-label="Questions. Arrow keys move, Enter opens the trace."
        aria-rowcount={total + 1}
        aria-activedescendant={activeShown && total > 0 ? `row-${active}` : undefined}
        tabIndex={0}
        id="questions"
        onKeyDown={onKeyDown}
      >
        <Heads />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys */}
        <div
          ref={body}
          role="rowgroup"
          class="grid-body"
          style={{ height: `${total * rowHeight}px` }}
          onClick={(event) => {
            const position = at(event);
            if (position !== null) open(position);
          }}
        >
          {drawn}
        </div>
      </div>
      {pages?.failure != null && <Problem error={pages.failure} onRetry={retryRows} />}
      {pages !== null && pages.total === null && pages.failure === null && <Loading what="questions" />}
      {pages !== null && pages.total === 0 && pages.failure === null && (
        <Empty icon="filter" title="No question matches">
          <button type="button" class="link" onClick={() => show({ filter: "all", search: "" })}>
            Show all questions
          </button>
        </Empty>
      )}
    </section>
  );
}
