import type { DatabaseSchema, TableSchema } from "../schema.ts";
import type { Linking } from "./linking.ts";

/** The relation types of the released model (graphix-text-to-sql.md, "The graph"); x-y means source x, target y. */
export type Relation =
  | "question-question-dist-1"
  | "question-question-modifier"
  | "question-question-argument"
  | "question-table-exactmatch"
  | "table-question-exactmatch"
  | "question-table-partialmatch"
  | "table-question-partialmatch"
  | "question-column-exactmatch"
  | "column-question-exactmatch"
  | "question-column-partialmatch"
  | "column-question-partialmatch"
  | "question-column-valuematch"
  | "column-question-valuematch"
  | "table-column-has"
  | "column-table-has"
  | "table-column-pk"
  | "column-table-pk"
  | "table-table-fk"
  | "table-table-fkr"
  | "column-column-fk"
  | "column-column-fkr"
  | "column-column-sametable"
  | "question-column-star"
  | "column-question-star"
  | "column-column-star";

/** Ours: the word means nearly the same as a word of the name. Not among the released model's relations. */
export type RelatedRelation =
  | "question-table-related"
  | "table-question-related"
  | "question-column-related"
  | "column-question-related";

export type GraphNode =
  | { readonly kind: "word"; readonly text: string; readonly span: readonly [start: number, end: number] }
  | { readonly kind: "table"; readonly table: string }
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  /** `*`, the bridge: every word reaches every item over it. */
  | { readonly kind: "star" };

/** Directed; `from` and `to` are numbers of nodes. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly relation: Relation | RelatedRelation;
  /** The stored value, for value matches. */
  readonly value?: string;
  /** A foreign key that was guessed from names and types. */
  readonly inferred?: true;
}

/** Words first, then `*`, then each table followed by its columns. At most one edge from a node to another. */
export interface RelationGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A word that depends on another in a parse of the question. Numbers of the linking's tokens. */
export interface Dependency {
  readonly head: number;
  readonly dependent: number;
  readonly role: "modifier" | "argument";
}

export interface GraphOptions {
  /** Tables in the graph; without it the linking's best eight. */
  readonly tables?: readonly string[];
  /**
   * From a dependency parser, which is not part of this product: without it words are joined to their neighbours only.
   */
  readonly dependencies?: readonly Dependency[];
}

const defaultTables = 8;

/**
 * The relation graph of one question and the best part of a schema, with all relation types of Graphix and one bridge
 * node in place of edges for missing matches. Two tables that refer to each other have `fk` both ways.
 */
export function relationGraph(
  schema: DatabaseSchema,
  linking: Linking,
  options: GraphOptions = {},
): RelationGraph {
  const kept = options.tables ?? linking.tables.slice(0, defaultTables).map((table) => table.name);
  const graph = new GraphBuilder();
  for (const { text, start, end } of linking.tokens)
    graph.node(null, { kind: "word", text, span: [start, end] });
  const star = graph.node("*", { kind: "star" });
  const tables = kept.flatMap((name) => schema.tables.find((table) => table.name === name) ?? []);
  for (const table of tables) addTable(graph, table, star);
  addQuestion(graph, linking, star, options.dependencies ?? []);
  for (const table of tables) addForeignKeys(graph, table);
  addLinks(graph, linking);
  return graph.graph();
}

class GraphBuilder {
  readonly #nodes: GraphNode[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #edges = new Map<string, GraphEdge>();

  node(name: string | null, node: GraphNode): number {
    const number = this.#nodes.push(node) - 1;
    if (name !== null) this.#numbers.set(name.toLowerCase(), number);
    return number;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name.toLowerCase());
  }

  /** The last relation between two nodes stands, as in the authors' preprocessing. */
  edge(
    from: number,
    to: number,
    relation: GraphEdge["relation"],
    about: Pick<GraphEdge, "value" | "inferred"> = {},
  ) {
    if (from !== to) this.#edges.set(`${from} ${to}`, { from, to, relation, ...about });
  }

  relation(from: number, to: number): GraphEdge["relation"] | undefined {
    return this.#edges.get(`${from} ${to}`)?.relation;
  }

  graph(): RelationGraph {
    return { nodes: this.#nodes, edges: [...this.#edges.values()] };
  }
}

function addQuestion(
  graph: GraphBuilder,
  linking: Linking,
  star: number,
  dependencies: readonly Dependency[],
): void {
  for (let word = 0; word < linking.tokens.length; word++) {
    graph.edge(word, star, "question-column-star");
    graph.edge(star, word, "column-question-star");
    if (word === 0) continue;
    graph.edge(word - 1, word, "question-question-dist-1");
    graph.edge(word, word - 1, "question-question-dist-1");
  }
  for (const { head, dependent, role } of dependencies) {
    graph.edge(head, dependent, `question-question-${role}`);
  }
}

const columnName = (table: string, column: string): string => `${table}\n${column}`;

function addTable(graph: GraphBuilder, table: TableSchema, star: number): void {
  const owner = graph.node(table.name, { kind: "table", table: table.name });
  graph.edge(owner, star, "table-column-has");
  graph.edge(star, owner, "column-table-has");
  const columns = table.columns.map((column) => {
    const number = graph.node(columnName(table.name, column.name), {
      kind: "column",
      table: table.name,
      column: column.name,
    });
    graph.edge(owner, number, column.primaryKey ? "table-column-pk" : "table-column-has");
    graph.edge(number, owner, column.primaryKey ? "column-table-pk" : "column-table-has");
    graph.edge(number, star, "column-column-star");
    graph.edge(star, number, "column-column-star");
    return number;
  });
  for (const one of columns) {
    for (const other of columns) graph.edge(one, other, "column-column-sametable");
  }
}

function addForeignKeys(graph: GraphBuilder, table: TableSchema): void {
  for (const key of table.foreignKeys) {
    const about = key.inferred ? ({ inferred: true } as const) : {};
    const from = graph.find(table.name);
    const to = graph.find(key.targetTable);
    if (from === undefined || to === undefined) continue;
    graph.edge(from, to, "table-table-fk", about);
    if (graph.relation(to, from) !== "table-table-fk") graph.edge(to, from, "table-table-fkr", about);
    for (const [at, column] of key.columns.entries()) {
      const source = graph.find(columnName(table.name, column));
      const target = graph.find(columnName(key.targetTable, key.targetColumns[at] ?? column));
      if (source === undefined || target === undefined) continue;
      graph.edge(source, target, "column-column-fk", about);
      if (graph.relation(target, source) !== "column-column-fk") {
        graph.edge(target, source, "column-column-fkr", about);
      }
    }
  }
}

const linkOrder = ["related", "value", "partial", "exact"];
const matchNames = {
  exact: "exactmatch",
  partial: "partialmatch",
  value: "valuematch",
  related: "related",
} as const;

/** Name matches stand before value matches, exact before partial. Only columns have value matches. */
function addLinks(graph: GraphBuilder, linking: Linking): void {
  const links = [...linking.links].sort((a, b) => linkOrder.indexOf(a.kind) - linkOrder.indexOf(b.kind));
  for (const { span, table, column, kind, value } of links) {
    const item = graph.find(column === undefined ? table : columnName(table, column));
    if (item === undefined) continue;
    const about = value === undefined ? {} : { value };
    for (const [word, { start, end }] of linking.tokens.entries()) {
      if (start < span[0] || end > span[1]) continue;
      if (column !== undefined) {
        graph.edge(word, item, `question-column-${matchNames[kind]}`, about);
        graph.edge(item, word, `column-question-${matchNames[kind]}`, about);
      } else if (kind !== "value") {
        graph.edge(word, item, `question-table-${matchNames[kind]}`);
        graph.edge(item, word, `table-question-${matchNames[kind]}`);
      }
    }
  }
}
