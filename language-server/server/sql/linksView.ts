import type { DatabaseEntry, LinkEdge, LinkNode, SchemaLinks } from "../../contract/sql.ts";
import { type GraphNode, type RelationGraph, relationGraph } from "../../core/sql/linking/graph.ts";
import { linkQuestion } from "../../core/sql/linking/link.ts";
import type { LinkIndex } from "../../core/sql/linking/linkIndex.ts";
import type { Linking } from "../../core/sql/linking/linking.ts";
import type { DatabaseSchema } from "../../core/sql/schema.ts";

/** Tables in the picture. */
const tablesDrawn = 8;

/** Relations that are drawn, in the direction in which they are read; the others only mirror or bridge them. */
const drawn = /^(question-(table|column)-(?!star)|table-column-(has|pk)|column-column-fk$|table-table-fk$)/;

/** The relation graph of a question as the panel draws it. */
export function linksView(
  entry: DatabaseEntry,
  schema: DatabaseSchema,
  index: LinkIndex,
  question: string,
): SchemaLinks {
  const linking = linkQuestion(index, question);
  const ranked = linking.tables.map(({ name }) => name);
  // Without any evidence the first tables are better than an empty picture.
  const tables = (ranked.length > 0 ? ranked : schema.tables.map(({ name }) => name)).slice(0, tablesDrawn);
  const graph = relationGraph(schema, linking, { tables });
  const places = new Map<number, number>();
  const nodes: LinkNode[] = [];
  for (const [at, node] of graph.nodes.entries()) {
    const shown = nodeView(node, linking, schema);
    if (shown !== null) places.set(at, nodes.push(shown) - 1);
  }
  const edges = graph.edges.flatMap(({ from, to, relation, ...about }): LinkEdge[] => {
    const source = places.get(from);
    const target = places.get(to);
    return source === undefined || target === undefined || !drawn.test(relation)
      ? []
      : [{ from: source, to: target, relation, ...about }];
  });
  return {
    database: entry,
    question,
    nodes,
    edges,
    relations: countRelations(graph),
    tablesInAll: schema.tables.length,
  };
}

function nodeView(node: GraphNode, linking: Linking, schema: DatabaseSchema): LinkNode | null {
  switch (node.kind) {
    case "star":
      return null;
    case "word":
      return { kind: "word", text: node.text };
    case "table": {
      const ranked = linking.tables.find(({ name }) => name === node.table);
      return {
        kind: "table",
        table: node.table,
        score: ranked?.score ?? 0,
        bridge: ranked?.bridge ?? false,
      };
    }
    case "column": {
      const column = schema.tables
        .find(({ name }) => name === node.table)
        ?.columns.find(({ name }) => name === node.column);
      const ranked = linking.columns.find(({ table, name }) => table === node.table && name === node.column);
      return {
        kind: "column",
        table: node.table,
        column: node.column,
        type: column?.type ?? "",
        primaryKey: column?.primaryKey ?? false,
        score: ranked?.score ?? 0,
      };
    }
  }
}

function countRelations({ edges }: RelationGraph): SchemaLinks["relations"] {
  const counts = new Map<string, number>();
  for (const { relation } of edges) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return [...counts].map(([relation, count]) => ({ relation, edges: count }));
}
