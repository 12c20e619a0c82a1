/** Databases, queries and schema links over the wire, as the editor asks for them. */
import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { modelFile, ServerProcess } from "./serverProcess.ts";

let server: ServerProcess;
let id: string;

before(async () => {
  server = new ServerProcess({ model: { path: modelFile } });
  copyFileSync("test/fixtures/sql/chinook.sqlite", join(server.folder, "chinook.sqlite"));
  await server.start();
  const { databases } = await server.call("deliberate/sql/databases", {});
  const [database] = databases;
  assert.equal(database?.name, "chinook");
  id = database.id;
});
after(async () => {
  await server.stop();
  server.cleanUp();
});

test("a query's rows come as text, NULL as null, and are there again by their id", async () => {
  const shown = await server.call("deliberate/sql/query", {
    id,
    sql: "select FirstName, Company from Customer order by CustomerId limit 2",
  });
  assert.equal(shown.outcome.error, null);
  assert.deepEqual(shown.outcome.columns, ["FirstName", "Company"]);
  assert.deepEqual(shown.outcome.rows[1], ["Leonie", null]);
  const again = await server.call("deliberate/sql/result", { resultId: shown.resultId });
  assert.deepEqual(again, shown);
  await assert.rejects(server.call("deliberate/sql/result", { resultId: "gone" }), {
    code: "sql/result-gone",
  });
});

test("more rows than are shown are counted", async () => {
  const { outcome } = await server.call("deliberate/sql/query", { id, sql: "select * from Track" });
  assert.equal(outcome.rows.length, 1000);
  assert.equal(outcome.rowCount, 3503);
  assert.equal(outcome.truncated, false);
});

test("what would change the database is refused, and what it does not have is named", async () => {
  const refused = await server.call("deliberate/sql/query", { id, sql: "delete from Album" });
  assert.equal(refused.outcome.error?.kind, "refused");
  const unknown = await server.call("deliberate/sql/query", { id, sql: "select Nane from Artist" });
  assert.equal(unknown.outcome.error?.kind, "schema");
  assert.match(unknown.outcome.error?.message ?? "", /Nane/);
});

test("the statement at the cursor is found, and queries have a lens", async () => {
  const text = "-- artists\nselect Name from Artist;\n\ncreate table t (a);\nselect ';' as x";
  const uri = await server.open("work.sql", text, "sql");
  const { at, statements } = await server.call("deliberate/sql/statements", {
    uri,
    position: { line: 1, character: 3 },
  });
  assert.equal(at, 0);
  assert.deepEqual(
    statements.map(({ sql }) => sql),
    ["select Name from Artist", "create table t (a)", "select ';' as x"],
  );
  const lenses = await server.request<{ range: { start: { line: number } } }[]>("textDocument/codeLens", {
    textDocument: { uri },
  });
  assert.deepEqual(
    lenses.map(({ range }) => range.start.line),
    [1, 4],
  );
});

test("schema links name words, tables, columns, and stored values", async () => {
  const shown = await server.call("deliberate/sql/links", {
    id,
    question: "Which albums did the artist AC/DC release?",
  });
  const items = shown.edges.map(({ from, to, relation, value }) => {
    const [source, target] = [shown.nodes[from], shown.nodes[to]];
    return [source?.kind === "word" ? source.text : "", relation, target, value] as const;
  });
  const isArtistName = (node: (typeof items)[number][2]) =>
    node?.kind === "column" && node.table === "Artist" && node.column === "Name";
  assert.ok(
    items.some(
      ([, relation, node, value]) =>
        relation === "question-column-valuematch" && isArtistName(node) && value === "AC/DC",
    ),
  );
  const tables = shown.nodes.flatMap((node) => (node.kind === "table" ? [node.table] : []));
  for (const expected of ["Album", "Artist"]) assert.ok(tables.slice(0, 3).includes(expected), expected);
  assert.ok(items.some(([, relation]) => relation === "column-column-fk"));
  assert.ok(shown.relations.some(({ relation }) => relation === "column-column-sametable"));
});

test("a typed question is answered in a run of its own, kept to one query over the database, and without gold", async () => {
  const path = join(server.folder, "chinook.sqlite");
  const ended = server.next("deliberate/run/ended");
  const { runId } = await server.call("deliberate/run/start", {
    source: "",
    asked: "How many artists are there?",
    database: path,
    protocol: "direct",
    parameters: { budget: 40 },
  });
  assert.equal((await ended).status, "done");
  const { summary, manifest } = await server.call("deliberate/run/summary", { runId });
  assert.equal(summary.asked, true);
  assert.equal(manifest.sql?.constrained, true);
  assert.match(manifest.title, /^How many artists are there\?/);
  const { question, path: answered } = await server.call("deliberate/run/path", {
    runId,
    questionId: "question",
    sample: 0,
  });
  assert.match(question.sql?.schema ?? "", /CREATE TABLE Artist/);
  assert.equal(answered.status, "done");
  assert.equal(answered.verdict?.sql, undefined);
  assert.match(answered.stages[0]?.text ?? "", /^\s*(SELECT|WITH|VALUES)\b/i);
});

test("a connection string is read, its password kept apart", async () => {
  const read = await server.call("deliberate/sql/readConnection", {
    text: "postgres://ann:s3cret@db.example.org/sales?sslmode=require",
  });
  assert.equal(read.password, "s3cret");
  assert.ok(!read.connection.includes("s3cret"));
  await assert.rejects(server.call("deliberate/sql/readConnection", { text: "not a url" }), {
    code: "input/invalid",
  });
});

test("a server found in a file is not asked anything without consent", async () => {
  writeFileSync(join(server.folder, ".env"), "DATABASE_URL=postgres://ann:x@127.0.0.1:1/sales\n");
  const { databases } = await server.call("deliberate/sql/databases", { refresh: true });
  const found = databases.find(({ kind }) => kind === "server");
  assert.ok(found !== undefined && !found.location.includes(":x@"));
  await assert.rejects(server.call("deliberate/sql/schema", { id: found.id }), { code: "sql/no-consent" });
});

test("in a workspace that is not trusted no database is opened, neither for a query nor for a run", async () => {
  const untrusted = new ServerProcess({ model: { path: modelFile } }, { trusted: false });
  copyFileSync("test/fixtures/sql/chinook.sqlite", join(untrusted.folder, "chinook.sqlite"));
  await untrusted.start();
  try {
    const { databases } = await untrusted.call("deliberate/sql/databases", {});
    const found = databases[0]?.id ?? "";
    await assert.rejects(untrusted.call("deliberate/sql/query", { id: found, sql: "select 1" }), {
      code: "sql/not-trusted",
    });
    await assert.rejects(
      untrusted.call("deliberate/run/start", {
        source: "",
        asked: "How many artists are there?",
        database: join(untrusted.folder, "chinook.sqlite"),
        protocol: "direct",
      }),
      { code: "sql/not-trusted" },
    );
  } finally {
    await untrusted.stop();
    untrusted.cleanUp();
  }
});

test("questions of a run are found by a published field and by the class of an answer's error", async () => {
  const lines = [
    { question: "How many artists are there?", query: "SELECT count(*) FROM Artist" },
    {
      question: "Which three albums have no track?",
      query:
        "SELECT Title FROM Album WHERE AlbumId NOT IN (SELECT AlbumId FROM Track) ORDER BY Title LIMIT 3",
    },
  ];
  const file = join(server.folder, "music.jsonl");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const ended = server.next("deliberate/run/ended");
  const { runId } = await server.call("deliberate/run/start", {
    source: file,
    protocol: "direct",
    parameters: { budget: 24 },
    database: join(server.folder, "chinook.sqlite"),
  });
  await ended;
  const found = async (search: string) => {
    const { rows } = await server.call("deliberate/run/questions", {
      ...{ runId, offset: 0, count: 10, filter: "all", sort: "file", descending: false, search },
    });
    return rows.map(({ preview }) => preview);
  };
  assert.deepEqual(await found("hardness:easy"), ["How many artists are there?"]);
  assert.equal((await found("hardness:easiest")).length, 0);
  const { summary } = await server.call("deliberate/run/summary", { runId });
  const [first] = summary.sql?.errorClasses ?? [];
  assert.ok(first !== undefined, "a model of 260,000 parameters writes no right query");
  assert.equal((await found(`error:${first.errorClass}`)).length, first.answers);
});
