import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import {
  type CompletionItem,
  type Hover,
  type InlineCompletionItem,
  InlineCompletionTriggerKind,
} from "vscode-languageserver-protocol";
import { modelFile, ServerProcess } from "./serverProcess.ts";

const { Invoked: invoked, Automatic: automatic } = InlineCompletionTriggerKind;

/** The place of `|` in a text, and the text without it. */
function atBar(marked: string): { text: string; position: { line: number; character: number } } {
  const at = marked.indexOf("|");
  const lines = marked.slice(0, at).split("\n");
  return {
    text: marked.slice(0, at) + marked.slice(at + 1),
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}

const eventually = async <T>(read: () => T | undefined, limitMs = 20_000): Promise<T> => {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error("It did not happen.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe("SQL documents beside a database", { timeout: 180_000 }, () => {
  let server: ServerProcess;
  let documents = 0;
  before(async () => {
    server = await new ServerProcess({ model: { path: modelFile } }).start();
    copyFileSync("test/fixtures/sql/chinook.sqlite", join(server.folder, "chinook.sqlite"));
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  const open = (text: string) => server.open(`query${documents++}.sql`, text, "sql");
  const complete = async (marked: string): Promise<string[]> => {
    const { text, position } = atBar(marked);
    const textDocument = { uri: await open(text) };
    const items = await server.request<CompletionItem[]>("textDocument/completion", {
      textDocument,
      position,
    });
    return items.map(({ label }) => label);
  };
  const hover = async (marked: string): Promise<string> => {
    const { text, position } = atBar(marked);
    const found = await server.request<Hover | null>("textDocument/hover", {
      textDocument: { uri: await open(text) },
      position,
    });
    return found === null ? "" : (found.contents as { value: string }).value;
  };
  const problems = async (text: string): Promise<string[]> => {
    const uri = await open(text);
    return (await eventually(() => server.diagnostics.get(uri))).map(({ message }) => message);
  };
  const suggest = async (
    marked: string,
    triggerKind: InlineCompletionTriggerKind = invoked,
  ): Promise<string[]> => {
    const { text, position } = atBar(marked);
    const items = await server.request<InlineCompletionItem[]>("textDocument/inlineCompletion", {
      textDocument: { uri: await open(text) },
      position,
      context: { triggerKind },
    });
    return items.map(({ insertText }) => String(insertText));
  };

  it("uses the only database of the workspace until another is chosen", async () => {
    const { databases, selected } = await server.call("deliberate/sql/databases", {});
    assert.deepEqual(
      databases.map(({ name, dialect, kind }) => [name, dialect, kind]),
      [["chinook", "sqlite", "file"]],
    );
    assert.equal(selected, databases[0]?.id);
    const { tables } = await server.call("deliberate/sql/schema", { id: selected ?? "" });
    const track = tables.find(({ name }) => name === "Track");
    assert.equal(track?.rowCount, 3503);
    assert.equal(track?.columns.find(({ name }) => name === "AlbumId")?.references?.table, "Album");
    await assert.rejects(server.call("deliberate/sql/schema", { id: "gone" }), {
      code: "sql/unknown-database",
    });
  });

  it("completes tables behind FROM and columns of the tables in scope", async () => {
    const tables = await complete("select * from |");
    assert.ok(tables.includes("Invoice") && !tables.includes("Title") && !tables.includes("SELECT"));
    const columns = await complete("select | from Album a");
    assert.deepEqual(columns.slice(0, 3), ["AlbumId", "Title", "ArtistId"]);
    assert.ok(!columns.includes("UnitPrice"));
    assert.deepEqual(await complete("select * from Album a join Artist b on true where b.|"), [
      "ArtistId",
      "Name",
    ]);
    const both = await complete("select * from Album a join Artist b on true where |");
    assert.ok(both.includes("a.ArtistId") && both.includes("b.ArtistId") && both.includes("Title"));
  });

  it("completes columns of common table expressions and sub-queries, and names inside quotes", async () => {
    const cte =
      "with sold as (select TrackId as track, sum(Quantity) as pieces from InvoiceLine group by 1)\n";
    assert.deepEqual((await complete(`${cte}select | from sold`)).slice(0, 2), ["track", "pieces"]);
    assert.ok((await complete(`${cte}select * from |`)).includes("sold"));
    assert.deepEqual(await complete("select x.| from (select Name as n, 1 as one from Genre) x"), [
      "n",
      "one",
    ]);
    const quoted = await complete('select "Bil|" from Invoice');
    assert.ok(quoted.includes("BillingCity") && !quoted.includes("SELECT"));
  });

  it("completes joins out of foreign keys", async () => {
    const joins = await complete("select * from Album a join |");
    assert.ok(joins.includes("Artist ON a.ArtistId = Artist.ArtistId"), joins.slice(0, 4).join("; "));
    assert.ok(joins.includes("Track ON Track.AlbumId = a.AlbumId"));
    const [condition] = await complete("select * from Album a join Track t on |");
    assert.equal(condition, "t.AlbumId = a.AlbumId");
  });

  it("tells type, key and values of what the pointer is on", async () => {
    assert.match(await hover("select Na|me from Genre"), /Genre.*Name.*NVARCHAR[\s\S]*`Rock`/);
    assert.match(
      await hover("select a.AlbumId from Tra|ck a"),
      /Track.*3,503 rows[\s\S]*AlbumId.*→ Album\\\.AlbumId/,
    );
    assert.match(await hover("select g|.Name from Genre g"), /Genre/);
    assert.equal(await hover("sel|ect 1"), "");
  });

  it("marks syntax errors, unknown and ambiguous names, and what the database refuses", async () => {
    assert.deepEqual(await problems("select Nme from Genre; select Name from Genre"), [
      "There is no column “Nme” in the tables of this query. Did you mean “Name”?",
    ]);
    assert.match((await problems("select Name, from Genre"))[0] ?? "", /Expected an expression/);
    assert.match(
      (await problems("select Name from Genre join Artist on true"))[0] ?? "",
      /“Genre” or “Artist”/,
    );
    assert.match((await problems("select nofunction(Name) from Genre"))[0] ?? "", /no such function/);
    assert.deepEqual(await problems("insert into Genre values (1, 'x'); create table x (y);"), []);
  });

  it("suggests queries that the database accepts, or nothing", async () => {
    const comment = "-- names of all genres\n|";
    const texts = [...(await suggest(comment)), ...(await suggest(comment, automatic))];
    for (const text of texts) {
      assert.match(text, /^\s*(select|with)\b/i);
      assert.deepEqual(await problems(text), []);
    }
    const begun = await suggest("select count(*) from Gen|");
    for (const text of begun) assert.deepEqual(await problems(`select count(*) from Gen${text}`), []);
  });

  it("suggests nothing inside comments, strings and other statements", async () => {
    assert.deepEqual(await suggest("select 1 -- and th|"), []);
    assert.deepEqual(await suggest("select 'a|"), []);
    assert.deepEqual(await suggest("delete from Genre |"), []);
    assert.deepEqual(await suggest("select | from Genre"), []);
  });

  it("tells how a suggestion came about", async () => {
    const { text, position } = atBar("-- how many tracks are there\n|");
    const uri = await open(text);
    await assert.rejects(server.call("deliberate/sql/lastSuggestion", { uri }), { code: "input/invalid" });
    await server.request("textDocument/inlineCompletion", {
      textDocument: { uri },
      position,
      context: { triggerKind: invoked },
    });
    const { suggestionId } = await server.call("deliberate/sql/lastSuggestion", { uri });
    const suggestion = await server.call("deliberate/sql/suggestion", { suggestionId });
    assert.deepEqual([suggestion.database.name, suggestion.database.dialect], ["chinook", "sqlite"]);
    assert.equal(suggestion.comment, "how many tracks are there");
    assert.match(suggestion.prompt, /CREATE TABLE Track/);
    assert.ok(suggestion.tables.includes("Track") && suggestion.promptTokens > 20);
    assert.deepEqual(
      suggestion.candidates.map(({ sampling }) => sampling),
      ["likeliest", "drawn", "drawn"],
    );
    for (const { tokens, tries, insert } of suggestion.candidates) {
      assert.ok(
        tokens.length > 0 &&
          tokens.every(({ logprob, alternatives }) => logprob <= 0 && alternatives.length === 5),
      );
      assert.equal(tries.at(-1)?.problem === null, insert !== null, "what is inserted was tried and is good");
      for (const { problem } of tries.slice(0, -1)) assert.ok(problem?.message);
    }
    await assert.rejects(server.call("deliberate/sql/suggestion", { suggestionId: "none" }), {
      code: "sql/suggestion-gone",
    });
  });

  it("remembers which database a document uses", async () => {
    copyFileSync("test/fixtures/sql/spider/pets_1.sqlite", join(server.folder, "pets_1.sqlite"));
    const changed = server.next("deliberate/sql/databasesChanged");
    const { databases } = await server.call("deliberate/sql/databases", { refresh: true });
    await changed;
    assert.deepEqual(databases.map(({ name }) => name).sort(), ["chinook", "pets_1"]);
    const pets = databases.find(({ name }) => name === "pets_1");
    const uri = pathToFileURL(join(server.folder, "pets.sql")).href;
    assert.equal(
      (await server.call("deliberate/sql/databases", { uri })).selected,
      null,
      "neither is obvious",
    );
    await server.call("deliberate/sql/selectDatabase", { id: pets?.id ?? "", uri });
    assert.equal((await server.call("deliberate/sql/databases", { uri })).selected, pets?.id);
    await server.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "sql", version: 1, text: "select PetType from Pets" },
    });
    assert.deepEqual(await eventually(() => server.diagnostics.get(uri)), []);
    await server.call("deliberate/sql/selectDatabase", { id: null, uri });
    assert.equal((await server.call("deliberate/sql/databases", { uri })).selected, null);
  });
});
