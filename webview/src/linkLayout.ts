/** Where everything stands in the picture of a question's schema links. Pure. */
import type { LinkEdge, LinkNode, SchemaLinks } from "../../language-server/contract/sql.ts";

/** Strongest first. */
export const linkKinds = ["exact", "value", "partial", "related"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface PlacedWord {
  readonly node: number;
  readonly text: string;
  readonly y: number;
  readonly linked: boolean;
}

export interface PlacedColumn {
  readonly node: number;
  readonly name: string;
  readonly type: string;
  readonly primaryKey: boolean;
  readonly score: number;
  readonly y: number;
}

export interface PlacedTable {
  readonly node: number;
  readonly name: string;
  readonly score: number;
  readonly bridge: boolean;
  readonly y: number;
  readonly height: number;
  readonly columns: readonly PlacedColumn[];
  /** Columns that nothing speaks for and no key needs. */
  readonly hidden: number;
}

export interface PlacedLink {
  readonly word: number;
  readonly item: number;
  readonly kind: LinkKind;
  readonly value?: string;
  readonly from: number;
  readonly to: number;
}

export interface PlacedKey {
  readonly source: number;
  readonly target: number;
  readonly inferred: boolean;
  readonly from: number;
  readonly to: number;
  /** How far the arc's handles reach out, as a share of the room beside the tables. */
  readonly reach: number;
}

export interface LinkLayout {
  readonly words: readonly PlacedWord[];
  readonly tables: readonly PlacedTable[];
  /** Strongest kind first. */
  readonly links: readonly PlacedLink[];
  readonly keys: readonly PlacedKey[];
  readonly height: number;
}

export const rowHeight = 22;
const gap = 14;
const top = 30;

const kindOf = (relation: string): LinkKind | null =>
  /^question-(?:table|column)-(exact|partial|value)match$|^question-(?:table|column)-(related)$/
    .exec(relation)
    ?.slice(1)
    .find((part): part is LinkKind => part !== undefined) ?? null;

type Table = Extract<LinkNode, { kind: "table" }>;
type Column = Extract<LinkNode, { kind: "column" }>;

/** Words stand in a column on the left, tables with their spoken-for columns and keys on the right. */
export function layoutLinks({ nodes, edges }: SchemaLinks): LinkLayout {
  const linkEdges = edges.flatMap((edge) => {
    const kind = kindOf(edge.relation);
    return kind === null ? [] : [{ ...edge, kind }];
  });
  const linked = new Set(linkEdges.flatMap(({ from, to }) => [from, to]));
  const keyEdges = edges.filter(({ relation }) => relation === "column-column-fk");
  const inKey = new Set(keyEdges.flatMap(({ from, to }) => [from, to]));
  const at = new Map<number, number>();
  const tables: PlacedTable[] = [];
  let y = top;
  for (const [node, table] of nodes.entries()) {
    if (table.kind !== "table") continue;
    const own = columnsOf(nodes, table);
    const shown = own.filter(
      ({ number, column }) => linked.has(number) || inKey.has(number) || column.primaryKey,
    );
    const hidden = own.length - shown.length;
    const height = rowHeight * (1 + shown.length + (hidden > 0 ? 1 : 0));
    at.set(node, y + rowHeight / 2);
    const columns = shown.map(({ number, column }, place): PlacedColumn => {
      const middle = y + rowHeight * (place + 1.5);
      at.set(number, middle);
      const { column: name, type, primaryKey, score } = column;
      return { node: number, name, type, primaryKey, score, y: middle };
    });
    const { table: name, score, bridge } = table;
    tables.push({ node, name, score, bridge, y, height, columns, hidden });
    y += height + gap;
  }
  const wordNodes = nodes.flatMap((node, number) => (node.kind === "word" ? [{ number, node }] : []));
  // The words stand beside the middle of the tables.
  const wordHeight = wordNodes.length * rowHeight;
  const start = Math.max(top, top + (y - gap - top - wordHeight) / 2);
  const words = wordNodes.map(({ number, node }, place): PlacedWord => {
    const middle = start + rowHeight * (place + 0.5);
    at.set(number, middle);
    return { node: number, text: node.text, y: middle, linked: linked.has(number) };
  });
  const place = (node: number): number => at.get(node) ?? 0;
  return {
    words,
    tables,
    links: linkEdges
      .map(({ from, to, kind, value }) => ({
        word: from,
        item: to,
        kind,
        ...(value === undefined ? {} : { value }),
        from: place(from),
        to: place(to),
      }))
      .sort((a, b) => linkKinds.indexOf(a.kind) - linkKinds.indexOf(b.kind)),
    keys: keyEdges.map((edge) => placeKey(edge, place)),
    height: Math.max(y - gap, start + wordHeight) + 10,
  };
}

/** Keys that reach further down go further out, so that they do not lie on each other. */
function placeKey({ from, to, inferred }: LinkEdge, place: (node: number) => number): PlacedKey {
  const [start, end] = [place(from), place(to)];
  const reach = 0.2 + Math.min(0.9, Math.abs(end - start) * 0.002);
  return { source: from, target: to, inferred: inferred === true, from: start, to: end, reach };
}

const columnsOf = (
  nodes: readonly LinkNode[],
  { table }: Table,
): readonly { readonly number: number; readonly column: Column }[] =>
  nodes.flatMap((node, number) =>
    node.kind === "column" && node.table === table ? [{ number, column: node }] : [],
  );
