import { sqlPieces } from "../text/sqlWords.ts";

/** A query in the editor's font, coloured. */
export const SqlText = ({ sql, label = "Query" }: { sql: string; label?: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long query scrolls, and the keyboard must reach it
  <section class="sql" tabIndex={0} aria-label={label}>
    <code>
      {sqlPieces(sql).map(({ kind, text }, at) =>
        kind === "plain" ? (
          text
        ) : (
          <span key={at} class={`sql-${kind}`}>
            {text}
          </span>
        ),
      )}
    </code>
  </section>
);
