import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { questionLines, ServerProcess } from "./serverProcess.ts";

interface Item {
  readonly label: string;
  readonly documentation: { readonly kind: string; readonly value: string };
  readonly textEdit: { readonly newText: string; readonly range: object };
}

const typing = "protocol: thinker\nparameters:\n  budget:\n    fa\n";

describe("preset files in the language server", { timeout: 120_000 }, () => {
  let server: ServerProcess;

  before(async () => {
    server = await new ServerProcess().start();
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  const ask = <T>(method: string, uri: string, line: number, character: number): Promise<T> =>
    server.request<T>(`textDocument/${method}`, { textDocument: { uri }, position: { line, character } });

  const diagnosticsOf = async (uri: string) => {
    while (!server.diagnostics.has(uri)) await new Promise((resolve) => setTimeout(resolve, 20));
    return server.diagnostics.get(uri) ?? [];
  };

  it("completes names while they are typed, and edits exactly the word", async () => {
    const uri = await server.open("typing.deliberate.yaml", typing, "yaml");
    const items = await ask<Item[]>("completion", uri, 3, 6);
    assert.deepEqual(
      items.map(({ label }) => label),
      ["fast", "verify", "slow", "summary"],
    );
    assert.deepEqual(items[0]?.textEdit, {
      range: { start: { line: 3, character: 4 }, end: { line: 3, character: 6 } },
      newText: "fast: ",
    });
    assert.equal(items[0]?.documentation.kind, "markdown");
    assert.match(items[0]?.documentation.value ?? "", /Default: `1000`/);
  });

  it("completes what the last edit made possible", async () => {
    const uri = await server.open("edited.deliberate.yml", "protocol:", "yaml");
    const protocols = await ask<Item[]>("completion", uri, 0, 9);
    assert.deepEqual(
      protocols.map(({ textEdit }) => textEdit.newText),
      [" direct", " thinker", " multi-attempt", " leap"],
    );
    await server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: "protocol: direct\nparameters:\n  stopAtBox: " }],
    });
    const values = await ask<Item[]>("completion", uri, 2, 13);
    assert.deepEqual(
      values.map(({ label }) => label),
      ["true", "false"],
    );
  });

  it("explains the name under the pointer", async () => {
    const uri = await server.open("hover.deliberate.yaml", "protocol: direct\nsamples: 3\n", "yaml");
    const hover = await ask<{ contents: { value: string }; range: object }>("hover", uri, 1, 2);
    assert.match(hover.contents.value, /^Samples per question\.\n\nInteger from 1 to 1024\./);
    assert.deepEqual(hover.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } });
    assert.equal(await ask("hover", uri, 1, 9), null);
  });

  it("marks what is wrong, at its place, until it is right", async () => {
    const text = "protocol: direct\r\nparameters:\r\n  budgets: 8\r\n";
    const uri = await server.open("wrong.deliberate.yaml", text, "yaml");
    const [problem, ...more] = await diagnosticsOf(uri);
    assert.deepEqual(more, []);
    assert.deepEqual(problem?.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 9 } });
    assert.match(problem?.message ?? "", /^Preset: parameters unknown name “budgets”; did you mean “budget”/);
    server.diagnostics.delete(uri);
    await server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: text.replace("budgets", "budget") }],
    });
    assert.deepEqual(await diagnosticsOf(uri), []);
  });

  it("leaves JSON presets to the editor, and questions to their own reading", async () => {
    const json = await server.open("mine.deliberate.json", '{"question": "x", "answer": 3}', "json");
    assert.deepEqual(await diagnosticsOf(json), []);
    assert.deepEqual(await ask("completion", json, 0, 1), []);
    assert.deepEqual(await server.request("textDocument/codeLens", { textDocument: { uri: json } }), []);
    const questions = await server.open("some.jsonl", `${questionLines(1)}\n{"question": "no answer"}\n`);
    assert.equal((await diagnosticsOf(questions)).length, 1);
    assert.deepEqual(await ask("completion", questions, 0, 1), []);
    assert.equal(await ask("hover", questions, 0, 4), null);
  });
});
