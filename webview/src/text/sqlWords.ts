/** A query cut into pieces for colouring. For reading only: what a query does is the server's to know. */

export type SqlPieceKind = "keyword" | "name" | "text" | "number" | "comment" | "plain";

export interface SqlPiece {
  readonly kind: SqlPieceKind;
  readonly text: string;
}

const keywords = new Set(
  "all and any as asc between by case cast collate cross desc distinct else end escape except exists false filter first following from full group having if ilike in inner intersect is join last lateral left like limit natural not null nulls offset on or order outer over partition preceding range recursive right rows select similar then true unbounded union unknown using values when where window with within".split(
    " ",
  ),
);

const piece =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<text>'(?:[^']|'')*(?:'|$))|(?<name>"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)|\[[^\]]*(?:\]|$))|(?<number>\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<plain>\s+|.)/gu;

/** The pieces in order; together they are the query. */
export function sqlPieces(sql: string): SqlPiece[] {
  const pieces: SqlPiece[] = [];
  for (const { groups = {} } of sql.matchAll(piece)) {
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? ["plain", ""];
    const shown: SqlPieceKind =
      kind === "word"
        ? keywords.has((text ?? "").toLowerCase())
          ? "keyword"
          : "name"
        : (kind as Exclude<SqlPieceKind, "keyword">);
    pieces.push({ kind: shown, text: text ?? "" });
  }
  return pieces;
}
