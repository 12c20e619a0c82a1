// biome-ignore-all lint/a11y/noNoninteractiveTabindex: arrow keys move from node to node of the picture
/** Which tables and columns a question speaks of: a picture, and the same as a table. */

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { LinkNode, SchemaLinks } from "../../../language-server/contract/sql.ts";
import { request } from "../bridge.ts";
import { count } from "../format.ts";
import { type LinkKind, type LinkLayout, layoutLinks, linkKinds, rowHeight } from "../linkLayout.ts";
import { FiguresHead } from "../parts/figuresHead.tsx";
import { Empty, Loading, Problem } from "../parts/notice.tsx";
import { links, loadLinks } from "../state/sql.ts";

const kindTexts: Readonly<Record<LinkKind, { name: string; hint: string }>> = {
  exact: { name: "exact name", hint: "The words are the whole name" },
  partial: { name: "part of a name", hint: "The word is among those of the name" },
  value: { name: "stored value", hint: "The column holds the words as a value" },
  related: { name: "related word", hint: "The word means nearly the same as one of the name" },
};

interface Geometry {
  /** Right edge of the words, left edge and width of the tables, room for foreign keys; pixels. */
  readonly wordEdge: number;
  readonly tableStart: number;
  readonly tableWidth: number;
  readonly keyRoom: number;
  /** Characters of a column's name. */
  readonly nameLength: number;
  readonly types: boolean;
}

const wide: Geometry = {
  wordEdge: 130,
  tableStart: 370,
  tableWidth: 330,
  keyRoom: 120,
  nameLength: 28,
  types: true,
};
/** Beside an editor there is little room. */
const narrow: Geometry = {
  wordEdge: 88,
  tableStart: 190,
  tableWidth: 206,
  keyRoom: 46,
  nameLength: 19,
  types: false,
};
const wideFrom = wide.tableStart + wide.tableWidth + wide.keyRoom + 14;

const shortened = (name: string, length: number): string =>
  name.length <= length ? name : `${name.slice(0, length - 1)}…`;

/** The geometry that the picture's box has room for. */
function useGeometry(box: RefObject<HTMLElement | null>): Geometry {
  const [geometry, setGeometry] = useState(wide);
  useLayoutEffect(() => {
    const own = box.current;
    if (own === null) return;
    const sizes = new ResizeObserver(() => setGeometry(own.clientWidth >= wideFrom ? wide : narrow));
    sizes.observe(own);
    return () => sizes.disconnect();
  }, []);
  return geometry;
}

const itemName = (node: LinkNode | undefined): string =>
  node === undefined || node.kind === "word"
    ? ""
    : node.kind === "table"
      ? node.table
      : `${node.table}.${node.column}`;

const scoreText = (score: number): string => (score > 0 ? score.toFixed(2) : "");

/** What a node is and what it is linked with, as a sentence. */
function describe(node: number, { nodes }: SchemaLinks, layout: LinkLayout): string {
  const own = nodes[node];
  if (own === undefined) return "";
  const what =
    own.kind === "word"
      ? `word “${own.text}”`
      : `${own.kind} ${itemName(own)}${own.score > 0 ? `, score ${scoreText(own.score)}` : ""}${own.kind === "table" && own.bridge ? ", joins named tables" : ""}`;
  const linked = layout.links
    .filter(({ word, item }) => word === node || item === node)
    .map(({ word, item, kind, value }) => {
      const other = nodes[word === node ? item : word];
      const name = other?.kind === "word" ? `“${other.text}”` : itemName(other);
      return `${kindTexts[kind].name} ${name}${value === undefined ? "" : ` (${value})`}`;
    });
  const keys = layout.keys
    .filter(({ source, target }) => source === node || target === node)
    .map(({ source, target, inferred }) => {
      const other = source === node ? target : source;
      return `${source === node ? "refers to" : "is referred to by"} ${itemName(nodes[other])}${inferred ? " (inferred)" : ""}`;
    });
  const all = [...linked, ...keys];
  return all.length === 0 ? `${what}; no link` : `${what}: ${all.join("; ")}`;
}

function Picture({ shown, layout }: { shown: SchemaLinks; layout: LinkLayout }) {
  const [active, setActive] = useState<number | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { wordEdge, tableStart, tableWidth, keyRoom, nameLength, types } = useGeometry(box);
  const tableEdge = tableStart + tableWidth;
  const width = tableEdge + keyRoom;
  const bend = (tableStart - wordEdge) * 0.46;
  const order = [
    ...layout.words.map(({ node }) => node),
    ...layout.tables.flatMap(({ node, columns }) => [node, ...columns.map((column) => column.node)]),
  ];
  const firstItem = layout.words.length;
  const near = new Set(
    active === null
      ? []
      : [
          active,
          ...layout.links.flatMap(({ word, item }) =>
            word === active ? [item] : item === active ? [word] : [],
          ),
          ...layout.keys.flatMap(({ source, target }) =>
            source === active ? [target] : target === active ? [source] : [],
          ),
        ],
  );
  const dimmed = (...ends: number[]): string => (active === null || ends.includes(active) ? "" : " link-dim");
  const nodeClass = (node: number): string =>
    `${node === active ? " link-active" : ""}${active !== null && !near.has(node) ? " link-dim" : ""}`;
  const move = (event: KeyboardEvent): void => {
    const at = active === null ? -1 : order.indexOf(active);
    const linkedTo = (): number | undefined => {
      const link = layout.links.find(({ word, item }) =>
        event.key === "ArrowRight" ? word === active : item === active,
      );
      return link === undefined ? undefined : event.key === "ArrowRight" ? link.item : link.word;
    };
    const target =
      event.key === "ArrowDown"
        ? order[Math.min(order.length - 1, at + 1)]
        : event.key === "ArrowUp"
          ? order[Math.max(0, at - 1)]
          : event.key === "Home"
            ? order[0]
            : event.key === "End"
              ? order.at(-1)
              : event.key === "ArrowRight"
                ? (linkedTo() ?? (at < firstItem ? order[firstItem] : undefined))
                : event.key === "ArrowLeft"
                  ? (linkedTo() ?? (at >= firstItem ? order[0] : undefined))
                  : undefined;
    if (target === undefined) return;
    event.preventDefault();
    setActive(target);
    svg.current?.querySelector(`[data-node="${target}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const hover = (node: number) => ({ "data-node": node, onPointerEnter: () => setActive(node) });
  return (
    <>
      <div
        ref={box}
        class="links-picture"
        tabIndex={0}
        role="application"
        aria-label={`Schema links of “${shown.question}”. Arrow keys move between words, tables and columns; the same stands in a table below.`}
        aria-describedby="links-status"
        onKeyDown={move}
        onBlur={() => setActive(null)}
      >
        <svg
          ref={svg}
          viewBox={`0 0 ${width} ${layout.height}`}
          width={width}
          height={layout.height}
          aria-hidden="true"
          onPointerLeave={() => setActive(null)}
        >
          <text class="links-head" x={wordEdge} y={16} text-anchor="end">
            Question
          </text>
          <text class="links-head" x={tableStart} y={16}>
            Tables and columns
          </text>
          <text class="links-head" x={tableEdge - 8} y={16} text-anchor="end">
            Score
          </text>
          {[...layout.links].reverse().map(({ word, item, kind, from, to }) => (
            <path
              key={`${word} ${item}`}
              class={`link-edge link-${kind}${dimmed(word, item)}`}
              d={`M ${wordEdge + 6} ${from} C ${wordEdge + bend} ${from}, ${tableStart - bend} ${to}, ${tableStart} ${to}`}
            />
          ))}
          {layout.keys.map(({ source, target, inferred, from, to, reach }) => (
            <path
              key={`${source} ${target}`}
              class={`link-key${inferred ? " link-inferred" : ""}${dimmed(source, target)}`}
              d={`M ${tableEdge} ${from} C ${tableEdge + reach * keyRoom} ${from}, ${tableEdge + reach * keyRoom} ${to}, ${tableEdge} ${to}`}
            />
          ))}
          {layout.words.map(({ node, text, y, linked }) => (
            <text
              key={node}
              class={`link-word${linked ? "" : " link-idle"}${nodeClass(node)}`}
              x={wordEdge}
              y={y + 4}
              text-anchor="end"
              {...hover(node)}
            >
              {shortened(text, Math.floor(wordEdge / 8))}
            </text>
          ))}
          {layout.tables.map((table) => (
            <g key={table.node}>
              <rect
                class={`link-box${table.bridge ? " link-bridge" : ""}`}
                x={tableStart}
                y={table.y}
                width={tableWidth}
                height={table.height}
                rx={3}
              />
              <g class={`link-item${nodeClass(table.node)}`} {...hover(table.node)}>
                <rect
                  class="link-row link-table"
                  x={tableStart}
                  y={table.y}
                  width={tableWidth}
                  height={rowHeight}
                  rx={3}
                />
                <text class="link-name" x={tableStart + 10} y={table.y + 15}>
                  {shortened(table.name, nameLength)}
                  {table.bridge ? " (joins)" : ""}
                </text>
                <text class="link-score" x={tableEdge - 8} y={table.y + 15} text-anchor="end">
                  {scoreText(table.score)}
                </text>
              </g>
              {table.columns.map((column) => (
                <g key={column.node} class={`link-item${nodeClass(column.node)}`} {...hover(column.node)}>
                  <rect
                    class="link-row"
                    x={tableStart}
                    y={column.y - rowHeight / 2}
                    width={tableWidth}
                    height={rowHeight}
                  />
                  <text x={tableStart + 22} y={column.y + 4}>
                    {shortened(column.name, nameLength)}
                    {types && (
                      <tspan class="link-type" dx={8}>
                        {shortened(column.type.toLowerCase(), 16)}
                        {column.primaryKey ? " · key" : ""}
                      </tspan>
                    )}
                  </text>
                  <text class="link-score" x={tableEdge - 8} y={column.y + 4} text-anchor="end">
                    {scoreText(column.score)}
                  </text>
                </g>
              ))}
              {table.hidden > 0 && (
                <text class="link-type" x={tableStart + 22} y={table.y + table.height - 7}>
                  {count(table.hidden)} more {table.hidden === 1 ? "column" : "columns"}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <p id="links-status" class="links-status" role="status">
        {active === null
          ? "Point at a word, table or column to see its links."
          : describe(active, shown, layout)}
      </p>
    </>
  );
}

const Legend = () => (
  <ul class="links-legend" aria-label="Kinds of links">
    {linkKinds.map((kind) => (
      <li key={kind} title={kindTexts[kind].hint}>
        <svg width="34" height="10" aria-hidden="true">
          <path class={`link-edge link-${kind}`} d="M 0 5 H 34" />
        </svg>
        {kindTexts[kind].name}
      </li>
    ))}
    <li title="A column that refers to another">
      <svg width="34" height="10" aria-hidden="true">
        <path class="link-key" d="M 0 5 H 34" />
      </svg>
      foreign key (dotted: inferred)
    </li>
  </ul>
);

function LinksTable({ shown, layout }: { shown: SchemaLinks; layout: LinkLayout }) {
  const { nodes } = shown;
  return (
    <table class="figures links-table">
      <thead>
        <tr>
          <th scope="col">Word</th>
          <th scope="col">Link</th>
          <th scope="col">Table or column</th>
          <th scope="col">Value</th>
          <th scope="col" class="num">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {layout.links.map(({ word, item, kind, value }) => {
          const node = nodes[item];
          const from = nodes[word];
          return (
            <tr key={`${word} ${item}`}>
              <th scope="row">{from?.kind === "word" ? from.text : ""}</th>
              <td>{kindTexts[kind].name}</td>
              <td>{itemName(node)}</td>
              <td>{value ?? ""}</td>
              <td class="num">{node === undefined || node.kind === "word" ? "" : scoreText(node.score)}</td>
            </tr>
          );
        })}
        {layout.keys.map(({ source, target, inferred }) => (
          <tr key={`key ${source} ${target}`}>
            <th scope="row" class="dim">
              –
            </th>
            <td>foreign key{inferred ? " (inferred)" : ""}</td>
            <td>
              {itemName(nodes[source])} → {itemName(nodes[target])}
            </td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function LinksScreen() {
  const state = links.value;
  useEffect(() => {
    void request("panel/setTitle", { title: "Schema Links" });
  }, []);
  if (state.state === "loading") return <Loading what="the schema links" />;
  if (state.state === "failed") return <Problem error={state.error} onRetry={() => void loadLinks()} />;
  const shown = state.value;
  const layout = layoutLinks(shown);
  const edges = shown.relations.reduce((sum, relation) => sum + relation.edges, 0);
  return (
    <div class="screen links-screen">
      <h1>{shown.question}</h1>
      <p class="dim run-meta">
        {shown.database.name} · {layout.tables.length} of {count(shown.tablesInAll)}{" "}
        {shown.tablesInAll === 1 ? "table" : "tables"}, best first
      </p>
      {layout.links.length === 0 && (
        <Empty icon="info" title="No word of the question names a table, a column or a stored value">
          <p>The tables are shown in the order of the database.</p>
        </Empty>
      )}
      <Legend />
      <Picture shown={shown} layout={layout} />
      <section class="card">
        <h2>Links as a table</h2>
        <div class="scroll-x">
          <LinksTable shown={shown} layout={layout} />
        </div>
      </section>
      <details class="prompt">
        <summary>
          All relations of the graph <span class="dim">{count(edges)} edges</span>
        </summary>
        <table class="figures">
          <FiguresHead rows="Relation" columns={["Edges"]} />
          <tbody>
            {shown.relations.map(({ relation, edges: number }) => (
              <tr key={relation}>
                <th scope="row">{relation}</th>
                <td class="num">{count(number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
