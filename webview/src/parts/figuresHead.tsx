/** Head of a table of figures: what its rows are, then what each column counts. */
export const FiguresHead = ({ rows, columns }: { rows: string; columns: readonly FiguresColumn[] }) => (
  <thead>
    <tr>
      <th scope="col">{rows}</th>
      {columns.map((column) => {
        const { head, hint } = typeof column === "string" ? { head: column, hint: undefined } : column;
        return (
          <th key={head} scope="col" class="num" title={hint}>
            {head}
          </th>
        );
      })}
    </tr>
  </thead>
);

export type FiguresColumn = string | { readonly head: string; readonly hint: string };
