/** Rows of a query as a table: data, never markup. */
import { count } from "../format.ts";
import type { Cells } from "../text/rowDifference.ts";
import { Icon } from "./icon.tsx";

interface ResultGridProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
  /** Position of a row that differs from another result's. */
  readonly marked?: number | null;
  readonly markText?: string;
}

const isNumber = (cell: string | null): boolean =>
  cell === null || /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell);

const Cell = ({ cell, numeric }: { cell: string | null; numeric: boolean }) =>
  cell === null ? (
    <td class={numeric ? "num null" : "null"}>NULL</td>
  ) : (
    <td class={numeric ? "num" : undefined} title={cell.length > 60 ? cell : undefined}>
      {cell === "" ? <span class="sr-only">empty text</span> : cell}
    </td>
  );

export function ResultGrid({ label, columns, rows, marked = null, markText = "" }: ResultGridProps) {
  const numeric = columns.map(
    (_, at) => rows.some((row) => row[at] !== null) && rows.every((row) => isNumber(row[at] ?? null)),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the grid scrolls, and the keyboard must reach it
    <section class="result-scroll" tabIndex={0} aria-label={label}>
      <table class="result" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" class="row-number">
              <span class="sr-only">Row</span>
            </th>
            {columns.map((column, at) => (
              <th key={at} scope="col" class={numeric[at] ? "num" : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} class={at === marked ? "differs" : undefined}>
              <th scope="row" class="row-number" title={at === marked ? markText : undefined}>
                {at === marked && (
                  <>
                    <Icon name="arrow-right" tone="bad" />
                    <span class="sr-only">{markText}</span>
                  </>
                )}
                {at + 1}
              </th>
              {row.map((cell, column) => (
                <Cell key={column} cell={cell} numeric={numeric[column] === true} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many rows there are, and whether all are shown. */
export function rowsText(shown: number, rowCount: number, truncated: boolean): string {
  const rows = (number: number): string => `${count(number)} ${number === 1 ? "row" : "rows"}`;
  if (truncated) return `The first ${rows(shown)} of more than ${count(rowCount)}; reading was stopped there`;
  return shown < rowCount ? `The first ${rows(shown)} of ${count(rowCount)}` : rows(rowCount);
}
