/** Endpoints that give no token ids: texts stand for tokens, and mean the same when a run goes on in another process. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { PromptPiece } from "../../../language-server/contract/engine.ts";
import { createChatFormat } from "../../../language-server/core/chat/chatTemplate.ts";
import { type EndpointServer, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import { value } from "../harness.ts";
import { endpointParams, type RemoteEngine, startRemote, textOf } from "./remoteHarness.ts";

for (const api of ["chat", "completions"] as const) {
  describe(`an endpoint that speaks as ${api}`, { timeout: 120_000 }, () => {
    let server: EndpointServer;
    let remote: RemoteEngine;
    let opening: readonly PromptPiece[];
    /** As a run keeps them. */
    const known = new Map<number, string>();

    before(async () => {
      server = await startEndpoint({ api, logprobs: true, continues: true });
      remote = await startRemote();
      remote.host.onEvent((event) => {
        if (event.kind !== "tokens") return;
        for (const { vocabulary } of event.chunks) for (const { id, text } of vocabulary) known.set(id, text);
      });
    });
    after(async () => {
      await remote.host.stop();
      await server.close();
    });

    it("is told apart by what it answers", async () => {
      const { endpoint, chatTemplate, bosText, eosText } = await remote.call(
        "load",
        endpointParams(server.url),
      );
      const chat = value(createChatFormat({ template: chatTemplate, bosText, eosText }));
      opening = chat.opening([{ role: "user", content: "Tell me a story." }], "allow").pieces;
      assert.ok(endpoint !== undefined);
      const { template, tokenIds, continuation, alternatives, contextTokens, severalAnswers } = endpoint;
      assert.deepEqual(
        { api: endpoint.api, template, tokenIds, continuation, alternatives, contextTokens, severalAnswers },
        {
          ...{ api, template: api === "chat" ? "server" : "plain", tokenIds: false, continuation: true },
          ...{ alternatives: 5, contextTokens: 512, severalAnswers: true },
        },
      );
    });

    it("keeps to budgets, writes the forced close once, and counts as the server does", async () => {
      server.counters.reset();
      const stage = await remote.generate({
        prompt: opening,
        budgetTokens: 12,
        forcedClose: { insideThought: "", outsideThought: "\nThe end is", budgetTokens: 6 },
      });
      const { result } = stage;
      assert.deepEqual(
        [result.reason, result.forced, result.generatedTokens, result.forcedTokens],
        ["budget", true, 18, 1],
      );
      assert.equal(
        server.counters.requests.reduce((sum, { tokens }) => sum + tokens, 0),
        18,
      );
      assert.equal(result.text.split("\nThe end is").length, 2);
      assert.equal(textOf(stage), result.text);
      assert.deepEqual(
        stage.forced.map((forced, at) => (forced === 1 ? at : -1)).filter((at) => at >= 0),
        [12],
      );
      assert.ok(result.promptTokens > 5, "as the server has counted them");
      assert.ok(stage.logprobs.every((logprob) => logprob <= 0));
    });

    it("goes on in another process from the ids of the first one", async () => {
      const whole = await remote.generate({ prompt: opening, budgetTokens: 24 });
      const other = await startRemote();
      // Something else comes first there, so that texts would get other ids.
      await other.call("load", endpointParams(server.url, { vocabulary: [...known] }));
      await other.generate({ prompt: [{ text: "The dog", special: false }], budgetTokens: 8 });
      const rest = await other.generate({
        prompt: opening,
        budgetTokens: 24,
        resume: { tokens: whole.ids.slice(0, 10), forcedFrom: null },
      });
      // A text may be cut into other tokens than it was written in, so what follows may differ; what was there may not.
      const before = whole.texts.slice(0, 10).join("");
      assert.equal(rest.result.text, before + textOf(rest));
      assert.deepEqual([rest.ids.length, rest.result.generatedTokens], [14, 24]);
      await other.host.stop();
    });

    it("forgets the unfinished end of a stage at a pause, by whole pieces", async () => {
      const dropping = { prompt: opening, budgetTokens: 45, dropsUnfinished: { keptAtLeast: 0 } };
      const stage = await remote.generate(dropping);
      const { kept, text, generatedTokens } = stage.result;
      assert.ok(kept !== undefined && kept.tokens < stage.ids.length, text);
      assert.equal(generatedTokens, 45);
      const said = text.slice(0, kept.characters);
      assert.equal(stage.texts.slice(0, kept.tokens).join(""), said);
      const prompt = [{ text: "\n\nThen", special: false }];
      const after = await remote.generate({ prompt, budgetTokens: 4 }, true);
      const { promptTokens } = after.result;
      assert.ok(
        promptTokens > 0 && promptTokens < 10,
        `${promptTokens}: the new ones only, as the server counts`,
      );
      const { length } = await remote.call("counters", { slot: 0 });
      assert.equal(length, opening.length + kept.tokens + 1 + after.ids.length);
    });

    it("tells a text that somebody puts in, and goes on behind it", async () => {
      const [id] = (await remote.call("tokenize", { prompt: [{ text: " a very", special: false }] })).tokens;
      const stage = await remote.generate({
        prompt: opening,
        budgetTokens: 10,
        resume: { tokens: [id ?? -1], forcedFrom: null, givenFrom: 0 },
      });
      assert.equal(stage.forced[0], 2);
      assert.ok(stage.result.text.startsWith(" a very"));
      assert.equal(stage.ids.length, 10);
    });
  });
}
