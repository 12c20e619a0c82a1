import assert from "node:assert/strict";
import { test } from "node:test";
import { type GraphNode, relationGraph } from "../../../language-server/core/sql/linking/graph.ts";
import { concerts, lexicon, link, schemaOf } from "./help.ts";

const named = (node: GraphNode | undefined): string => {
  if (node === undefined) return "?";
  if (node.kind === "word") return node.text;
  if (node.kind === "star") return "*";
  return node.kind === "table" ? `[${node.table}]` : `${node.table}.${node.column}`;
};

const graphOf = (...[schema, linking, options]: Parameters<typeof relationGraph>) => {
  const graph = relationGraph(schema, linking, options);
  const edges = new Map(
    graph.edges.map((edge) => [`${named(graph.nodes[edge.from])} → ${named(graph.nodes[edge.to])}`, edge]),
  );
  return { graph, edges, relation: (names: string) => edges.get(names)?.relation };
};

test("words, tables and columns are joined by the relations of Graphix", () => {
  const question = "Which concert singers sang in Somerset Park in a song by name?";
  const { relation, edges } = graphOf(concerts, link(concerts, question), {
    tables: ["singer", "stadium", "concert", "singer_in_concert"],
  });
  assert.equal(relation("singers → [singer]"), "question-table-exactmatch");
  assert.equal(relation("[singer] → singers"), "table-question-exactmatch");
  assert.equal(relation("singers → [singer_in_concert]"), "question-table-partialmatch");
  assert.equal(relation("name → singer.Name"), "question-column-exactmatch");
  assert.equal(relation("song → singer.Song_Name"), "question-column-partialmatch");
  assert.equal(relation("stadium.Name → Somerset"), "column-question-valuematch");
  assert.equal(edges.get("Park → stadium.Name")?.value, "Somerset Park");
  assert.equal(relation("[singer] → singer.Age"), "table-column-has");
  assert.equal(relation("singer.Singer_ID → [singer]"), "column-table-pk");
  assert.equal(relation("[singer_in_concert] → [singer]"), "table-table-fk");
  assert.equal(relation("[singer] → [singer_in_concert]"), "table-table-fkr");
  assert.equal(relation("singer_in_concert.Singer_ID → singer.Singer_ID"), "column-column-fk");
  assert.equal(relation("singer.Singer_ID → singer_in_concert.Singer_ID"), "column-column-fkr");
  assert.equal(relation("singer.Name → singer.Age"), "column-column-sametable");
  assert.equal(relation("singer.Age → stadium.Name"), undefined);
  assert.equal(relation("Somerset → Park"), "question-question-dist-1");
});

test("every word and every item reaches the bridge; nothing reaches itself; no pair has two relations", () => {
  const { graph, relation } = graphOf(concerts, link(concerts, "Which singer is the oldest?"));
  const star = graph.nodes.findIndex((node) => node.kind === "star");
  for (const number of graph.nodes.keys()) {
    if (number === star) continue;
    assert.ok(graph.edges.some((edge) => edge.from === number && edge.to === star));
    assert.ok(graph.edges.some((edge) => edge.from === star && edge.to === number));
  }
  assert.equal(relation("oldest → *"), "question-column-star");
  assert.equal(relation("* → [singer]"), "column-table-has");
  assert.equal(relation("singer.Age → *"), "column-column-star");
  assert.ok(graph.edges.every((edge) => edge.from !== edge.to));
  assert.equal(new Set(graph.edges.map((edge) => `${edge.from} ${edge.to}`)).size, graph.edges.length);
});

test("a name match stands before a value match", () => {
  const schema = schemaOf({ shop: ["Location:location,street"] });
  const { relation } = graphOf(schema, link(schema, "Which location or street?"));
  assert.equal(relation("location → shop.Location"), "question-column-exactmatch");
  assert.equal(relation("street → shop.Location"), "question-column-valuematch");
});

test("tables that refer to each other have a foreign key both ways; a table may refer to itself", () => {
  const schema = schemaOf({
    head: ["id!", "of>department.id"],
    department: ["id!", "led>head.id", "under>department.id"],
  });
  const { relation } = graphOf(schema, link(schema, "heads of departments"));
  assert.equal(relation("[head] → [department]"), "table-table-fk");
  assert.equal(relation("[department] → [head]"), "table-table-fk");
  assert.equal(relation("[department] → [department]"), undefined);
  assert.equal(relation("department.under → department.id"), "column-column-fk");
});

test("guessed keys are marked; keys to tables outside the graph are left out", () => {
  const schema = schemaOf({ pet: ["owner>person.id", "kind>kinds.id"], person: ["id!"], kinds: ["id!"] });
  const guessed = {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      foreignKeys: table.foreignKeys.map((key) => ({ ...key, inferred: true })),
    })),
  };
  const { edges, relation } = graphOf(guessed, link(guessed, "persons"), { tables: ["pet", "person"] });
  assert.equal(edges.get("[pet] → [person]")?.inferred, true);
  assert.equal(relation("[pet] → [kinds]"), undefined);
});

test("a parse of the question takes the place of neighbourhood", () => {
  const linking = link(concerts, "oldest rock singers");
  const { relation } = graphOf(concerts, linking, {
    dependencies: [
      { head: 2, dependent: 1, role: "modifier" },
      { head: 2, dependent: 0, role: "argument" },
    ],
  });
  assert.equal(relation("singers → rock"), "question-question-modifier");
  assert.equal(relation("rock → singers"), "question-question-dist-1");
  assert.equal(relation("singers → oldest"), "question-question-argument");
});

test("related words have relations of their own", () => {
  const { relation } = graphOf(concerts, link(concerts, "vocalists by nation", { lexicon: lexicon() }));
  assert.equal(relation("vocalists → [singer]"), "question-table-related");
  assert.equal(relation("singer.Country → nation"), "column-question-related");
});
