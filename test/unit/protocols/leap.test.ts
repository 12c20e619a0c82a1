import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { StageRecord } from "../../../language-server/contract/entities.ts";
import { bindProtocol, bindRecorded } from "../../../language-server/core/protocols/bindProtocol.ts";
import { type Candidate, choosePeers } from "../../../language-server/core/protocols/leap/routing.ts";
import { similarity } from "../../../language-server/core/protocols/leap/similarity.ts";
import { summaryEnd, summaryText } from "../../../language-server/core/protocols/leap/summary.ts";
import type { PeerPath } from "../../../language-server/core/protocols/protocol.ts";
import { stage, verdict } from "./stages.ts";

const question = { text: "What is 2 + 2?", answerKind: "value" } as const;

describe("similarity of summaries", () => {
  it("is the paper's formula or the ratio of the authors' code", () => {
    // kitten → sitting: three edits of seven; the longest common subsequence is i-t-t-n, so five of thirteen indels.
    assert.equal(similarity("kitten", "sitting", "levenshtein").toFixed(3), "0.571");
    assert.equal(similarity("kitten", "sitting", "indel").toFixed(3), "0.615");
  });

  it("can rank two peers differently", () => {
    // two substitutions of four, or two characters more; the common “ab” in eight and in six characters
    assert.equal(similarity("abcd", "abxy", "levenshtein"), 0.5);
    assert.equal(similarity("abcd", "abxy", "indel"), 0.5);
    assert.equal(similarity("abcd", "ab", "levenshtein"), 0.5);
    assert.equal(similarity("abcd", "ab", "indel").toFixed(3), "0.667");
  });

  it("is 1 for equal texts, empty ones too, and 0 for texts without a common letter", () => {
    for (const kind of ["levenshtein", "indel"] as const) {
      assert.equal(similarity("", "", kind), 1);
      assert.equal(similarity("same", "same", kind), 1);
      assert.equal(similarity("aaa", "bbb", kind), 0);
      assert.equal(similarity("", "abc", kind), 0);
    }
  });
});

describe("routing", () => {
  const candidates: Candidate[] = [
    { sample: 0, similarity: 0.9 },
    { sample: 2, similarity: 0.1 },
    { sample: 3, similarity: 0.5 },
    { sample: 4, similarity: 0.1 },
    { sample: 5, similarity: 0.7 },
  ];
  const choose = (...[router, count]: [Parameters<typeof choosePeers>[0], number]) =>
    choosePeers(router, count, candidates, () => 0.999);

  it("takes the least alike, the most alike, or half of each; equally alike ones by path", () => {
    assert.deepEqual(choose("dispersed", 3), [2, 4, 3]);
    assert.deepEqual(choose("clustered", 3), [0, 5, 3]);
    assert.deepEqual(choose("hybrid", 4), [2, 4, 0, 5]);
    assert.deepEqual(choose("hybrid", 3), [2, 0, 5]);
    assert.deepEqual(choose("all", 2), [0, 2, 3, 4, 5]);
  });

  it("takes everybody once where there are fewer than wanted", () => {
    for (const router of ["dispersed", "clustered", "hybrid", "random"] as const) {
      assert.deepEqual(choose(router, 9).sort(), [0, 2, 3, 4, 5], router);
    }
    assert.deepEqual(
      choosePeers("hybrid", 4, [], () => 0),
      [],
    );
  });

  it("draws at random without repetition", () => {
    assert.deepEqual(choose("random", 2), [5, 4]);
    assert.deepEqual(
      choosePeers("random", 3, candidates, (position) => [0, 0.5, 0][position] ?? 0),
      [0, 4, 2],
    );
  });
});

describe("summaries", () => {
  const said = (text: string, more: Partial<StageRecord> = {}) =>
    stage("summary", 1, { text, exchange: { number: 1, opening: "So far I have found that" }, ...more });

  it("hold their given first words and nothing that opens or closes a tag elsewhere", () => {
    assert.equal(
      summaryText(said(" x = 2.\n</think> </comment> [/THINK]y = 3.")),
      "So far I have found that x = 2. y = 3.",
    );
  });

  it("show that the budget cut them, and not half of a tag", () => {
    const cut = said(" x = 2 </summ", { outcome: "truncated" });
    assert.equal(summaryText(cut), "So far I have found that x = 2…");
    assert.equal(summaryEnd(cut), "arize>");
    assert.equal(summaryEnd(said(" x = ", { outcome: "truncated" })), "…</summarize>");
  });

  it("are closed for the model that ended its turn instead, and not again for the one that closed them", () => {
    assert.equal(summaryEnd(said(" x = 2.", { endedTurn: true })), "</summarize>");
    assert.equal(summaryEnd(said(" x = 2.")), "");
  });
});

function bound(parameters: object) {
  const protocol = bindProtocol("leap", parameters);
  assert.ok(protocol.ok, protocol.ok ? "" : protocol.error.message);
  return protocol.value;
}

/** Own work up to an exchange, and a summary of it. */
const work = (index: number, more: Partial<StageRecord> = {}) =>
  stage("reasoning", index, { generatedTokens: 100, paused: true, ...more });
const summary = (index: number, text: string, more: Partial<StageRecord> = {}) =>
  stage("summary", index, { text, exchange: { number: (index + 1) / 2, opening: "I found" }, ...more });

const settings = { interval: 100, maximum: 300, peers: 2 };

describe("LeaP", () => {
  const running = (...texts: string[]): PeerPath => ({
    stages: texts.flatMap((text, i) => [work(2 * i), summary(2 * i + 1, text)]),
    ended: false,
  });
  const finished = (path: PeerPath): PeerPath => ({
    stages: [...path.stages, work(path.stages.length, { paused: false })],
    ended: false,
  });
  const next = (parameters: object, self: number, paths: readonly PeerPath[], seed = 7) =>
    bound({ ...settings, ...parameters }).next(question, paths[self]?.stages ?? [], {
      seed,
      questionId: "q",
      self,
      paths,
    });
  const turn = (...args: Parameters<typeof next>) => {
    const step = next(...args);
    assert.ok(step.kind === "turn", step.kind);
    return step;
  };
  const fresh: PeerPath = { stages: [], ended: false };

  it("works an interval, sums up within its own turn, and waits for the others", () => {
    const first = turn({}, 0, [fresh, fresh]);
    assert.equal(first.stage, "reasoning");
    assert.equal(first.budgetTokens, 100);
    assert.equal(first.pauses, true);
    assert.match(first.user, /^What is 2 \+ 2\?/);
    const halfway: PeerPath = { stages: [work(0)], ended: false };
    const note = turn({}, 0, [halfway, fresh]);
    assert.equal(note.stage, "summary");
    assert.equal(note.continues, true);
    assert.equal(note.staysOpen, true);
    assert.match(note.user, /^\n\n.+\n\n<summarize> .+[a-z]$/);
    assert.deepEqual(note.stopTexts, ["</summarize>"]);
    for (const behind of [fresh, halfway]) {
      assert.deepEqual(next({}, 0, [running(" 4"), behind]), { kind: "exchange", number: 1 });
    }
  });

  it("drops the unfinished end of an interval, not that of the last one, unless told to keep it", () => {
    assert.equal(turn({}, 0, [fresh, fresh]).dropsUnfinished, true);
    assert.equal(turn({ unfinished: "keep" }, 0, [fresh, fresh]).dropsUnfinished, undefined);
    const last = turn({}, 0, [running(" a", " b"), running(" c", " d")]);
    assert.deepEqual([last.pauses, last.dropsUnfinished], [undefined, undefined]);
    assert.equal(turn({}, 0, [running(" a"), running(" b")]).budgetTokens, 100, "what is dropped is spent");
  });

  it("begins the summary behind a blank line, whatever the kept work ends with", () => {
    const asked = (text: string, more: Partial<StageRecord>, parameters = {}) =>
      turn(parameters, 0, [{ stages: [work(0, { text, ...more })], ended: false }, fresh]).user;
    const kept = { tokens: 4, characters: 6, droppedTokens: 2 };
    assert.match(asked("One.\n\nTwo is", { kept }), /^[A-Z].+\n\n<summarize> /);
    assert.match(asked("One is", {}), /^\n\n[A-Z].+\n\n<summarize> /);
    assert.match(asked("One.\n\nTwo is", { kept: { ...kept, characters: 4 } }), /^\n\n[A-Z]/);
    assert.match(asked("One.\n\n", {}, { unfinished: "keep" }), /^\n\n[A-Z]/, "as version 1 did");
  });

  it("takes runs of its first version for what they were: they dropped nothing", () => {
    const unfinishedOf = (version: number, parameters: object) => {
      const protocol = bindRecorded({ id: "leap", version, parameters });
      assert.ok(protocol.ok);
      return (protocol.value.parameters as { unfinished: string }).unfinished;
    };
    assert.equal(unfinishedOf(1, { interval: 64 }), "keep");
    assert.equal(unfinishedOf(2, { interval: 64 }), "drop");
    assert.equal(unfinishedOf(2, { unfinished: "keep" }), "keep");
  });

  it("draws trigger and opening by seed, path and exchange", () => {
    const halfway: PeerPath = { stages: [work(0)], ended: false };
    const words = new Set(Array.from({ length: 12 }, (_, seed) => turn({}, 0, [halfway, fresh], seed).user));
    assert.ok(words.size > 3, `${words.size} different ones of 12`);
    assert.equal(turn({}, 0, [halfway, fresh]).user, turn({}, 0, [halfway, running(" 4")]).user);
  });

  it("shows the chosen summaries in the trained words, and goes on in the same turn", () => {
    const paths = [running(" 4"), running(" 4"), running(" twenty-two"), running(" 5")];
    const step = turn({}, 0, paths);
    assert.deepEqual(step.exchange, { number: 1, peers: [2, 3] });
    assert.equal(
      step.user,
      '\n\n<comment>\nPeer 1: "I found twenty-two"\nPeer 2: "I found 5"\n</comment>\n\nMy peers have sent me notes. I will compare their results with mine before I continue.\n\n',
    );
    assert.equal(step.continues, true);
    assert.equal(turn({ router: "clustered", peers: 1 }, 0, paths).exchange?.peers?.[0], 1);
  });

  it("chooses the same whatever the others have done since", () => {
    const before = [running(" 4"), running(" 1"), running(" 2")];
    const after = [running(" 4"), running(" 1", " 10"), finished(running(" 2"))];
    assert.deepEqual(turn({ router: "random" }, 0, after), turn({ router: "random" }, 0, before));
  });

  it("does not wait for a path that has left, and goes on reading its last summary where wanted", () => {
    const paths = [running(" a", " b"), finished(running(" c")), running(" d", " e")];
    assert.deepEqual(turn({}, 0, paths).exchange?.peers, [1, 2]);
    assert.deepEqual(turn({ finishedShare: false }, 0, paths).exchange?.peers, [2]);
    const failed: PeerPath = { stages: [], ended: true };
    assert.deepEqual(turn({}, 0, [running(" a"), failed, running(" d")]).exchange?.peers, [2]);
  });

  it("says so where nobody has sent a note", () => {
    const alone = turn({}, 0, [running(" a"), { stages: [work(0, { paused: false })], ended: false }]);
    assert.match(alone.user, /no notes from peers/);
    assert.deepEqual(alone.exchange, { number: 1, peers: [] });
  });

  it("has no exchange behind the last interval; at the end of the maximum the answer is asked for", () => {
    const last = turn({}, 0, [running(" a", " b"), running(" c", " d")]);
    assert.equal(last.budgetTokens, 100);
    assert.equal(last.pauses, undefined);
    assert.match(last.forcedClose?.text ?? "", /\\boxed\{$/);
    assert.equal(
      turn({ rescueTokens: 0 }, 0, [running(" a", " b"), running(" c", " d")]).forcedClose,
      undefined,
    );
  });

  it("opens no box for a query", () => {
    const protocol = bound({ ...settings, interval: 300 });
    const asked = { text: "How many singers?", answerKind: "sql" } as const;
    const step = protocol.next(asked, []);
    assert.ok(step.kind === "turn");
    assert.match(step.user, /SQLite query/);
    assert.equal(step.forcedClose, undefined);
  });

  it("meets once in LeaP-S and then works on to the maximum", () => {
    const step = turn({ exchanges: 1 }, 0, [running(" a"), running(" b")]);
    assert.equal(step.budgetTokens, 200);
    assert.equal(step.pauses, undefined);
  });

  it("lets a path whose thought ended at an exchange give its answer, without notes", () => {
    const closed: PeerPath = { stages: [work(0, { closedThought: true })], ended: false };
    const step = turn({}, 0, [closed, fresh]);
    assert.equal(step.stage, "answer");
    assert.equal(step.user, "");
    const inSummary: PeerPath = {
      stages: [work(0), summary(1, " 4", { closedThought: true, endedTurn: true })],
      ended: false,
    };
    assert.equal(turn({}, 0, [inSummary, fresh]).user, "</summarize>");
    assert.deepEqual(
      turn({}, 1, [inSummary, running(" 5")]).exchange?.peers,
      [0],
      "its summary is still read",
    );
  });

  it("ends with the last own work, read together with what came before", () => {
    const paths = [finished(running(" a")), running(" b")];
    assert.deepEqual(next({}, 0, paths), { kind: "done", answerStage: 2 });
    assert.deepEqual(turn({}, 0, [running(" a"), running(" b")]).read, { as: "answer", behind: [0] });
    const full = { outcome: "context-exhausted", verdict: verdict(null) } as const;
    const cut: PeerPath = { stages: [work(0), summary(1, "", full)], ended: false };
    assert.deepEqual(next({}, 0, [cut, fresh]), { kind: "done", answerStage: 0 });
    assert.equal(turn({}, 1, [cut, running(" b")]).exchange?.number, 1, "nobody waits for it");
  });

  it("asks for a context that holds all it can be shown", () => {
    const protocol = bound({ interval: 2048, maximum: 8192, peers: 4 });
    assert.equal(protocol.maximumTokens, 8192 + 3 * 256 + 1024 + 256);
    assert.equal(protocol.maximumReceivedTokens(8), 3 * (4 * (256 + 16) + 80));
    assert.equal(protocol.maximumReceivedTokens(2), 3 * (1 * (256 + 16) + 80));
    assert.equal(bound({ exchanges: 1 }).maximumReceivedTokens(2), 256 + 16 + 80);
  });

  it("refuses parameters that make no sense", () => {
    for (const parameters of [{ peers: 0 }, { router: "near" }, { prompts: { triggers: [] } }]) {
      assert.equal(bindProtocol("leap", parameters).ok, false, JSON.stringify(parameters));
    }
  });
});
