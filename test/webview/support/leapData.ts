/** A run in which the paths of a question read each other, for the panel. */
import type {
  PathRecord,
  RunManifest,
  RunSummary,
  StageRecord,
  Verdict,
} from "../../../language-server/contract/entities.ts";
import { groupLane } from "../../../language-server/core/statistics/groupLane.ts";
import { estimate, pieces, question, type RunPlan } from "./data.ts";

export const leapPlan: RunPlan = {
  id: "run-leap",
  number: 7,
  title: "word-problems.jsonl · LeaP",
  protocol: "direct",
  questions: 12,
  samples: 8,
  done: 12,
  status: "done",
};

export const leapManifest = (manifest: RunManifest): RunManifest => ({
  ...manifest,
  protocol: { id: "leap", version: 1, parameters: {} },
});

export const leapSummary = (summary: RunSummary): RunSummary => ({
  ...summary,
  protocol: "leap",
  leap: {
    exchanges: 168,
    rightToWrong: estimate(0.08, 12),
    wrongToRight: estimate(0.19, 12),
    spoiled: estimate(0.11, 61),
    repaired: estimate(0.23, 92),
    consistent: estimate(0.41, 140),
    unaffected: estimate(0.37, 140),
    influenced: estimate(0.14, 140),
    contagion: estimate(0.17, 120),
    cure: estimate(0.29, 84),
    cutSummaries: estimate(0.12, 12),
    summariesWithAnswer: estimate(0.86, 12),
    tokens: { reasoning: 48_200, dropped: 2_310, summary: 11_900, received: 38_400 },
  },
});

/** What each path holds at the two exchanges and at its end; null for no answer. Right is `R`. */
const held: readonly (readonly (string | null)[])[] = [
  ["12", "R", "R"],
  ["R", "R", "R"],
  ["R", "15", "15"],
  [null, "R", "R"],
  ["15", "15", "15"],
  ["R", "R", "15"],
  ["9"],
  [null, null, "R"],
];
const peersAt: readonly (readonly number[])[] = [[1, 4], [2, 4], [0, 4], [1, 5], [2, 7], [4, 0], [], [4, 1]];

/** The path that was in the middle of something at its first exchange. */
const cutShort = 2;
const unfinished = "Now I look whether the third";

const keptPart = (text: string): Pick<StageRecord, "kept"> => ({
  kept: {
    tokens: pieces(text).length,
    characters: text.length,
    droppedTokens: pieces(unfinished).length,
  },
});

const verdictOf = (answer: string | null, gold: string): Verdict => ({
  correct: answer === "R",
  extracted: answer === "R" ? gold : answer,
  method: answer === null ? "none" : "box",
  rule: answer === null ? "none" : "number_exact",
  reason: answer === "R" ? `${gold} equals the expected ${gold}.` : "Not equal.",
  flags: [],
  predNormal: answer ?? "",
  goldNormal: gold,
  grader: "exact",
  elapsedMs: 0.2,
});

export function leapPath(index: number, sample: number): PathRecord {
  const { id, gold } = question(index);
  const answers = held[sample] ?? [];
  const peers = peersAt[sample] ?? [];
  const shown = (answer: string | null | undefined) => (answer === "R" ? gold : (answer ?? "not known yet"));
  const stages: StageRecord[] = [];
  const put = (stage: "reasoning" | "summary", text: string, more: Partial<StageRecord>): void => {
    stages.push({
      ...{ stage, index: stages.length, prompt: "", text, outcome: "finished" },
      ...{ promptTokens: 60, generatedTokens: pieces(text).length, forcedTokens: 0 },
      ...{ promptMs: 90, generateMs: 800 },
      ...more,
    });
  };
  const last = answers.length - 1;
  for (const [at, answer] of answers.entries()) {
    const read = at === 0 ? {} : { exchange: { number: at, peers } };
    const notes = peers.map((peer, place) => `Peer ${place + 1}: "I get ${shown(held[peer]?.[at - 1])}."`);
    const prompt = at === 0 ? question(index).text : `<comment>\n${notes.join("\n")}\n</comment>`;
    const text = `The bags together hold ${shown(answer)} of them, so ${at === last ? `the answer is $\\boxed{${shown(answer)}}$.` : "I go on from there."}`;
    const isCut = sample === cutShort && at === 0;
    put("reasoning", isCut ? `${text}\n\n${unfinished}` : text, {
      ...(isCut ? keptPart(`${text}\n\n`) : {}),
      ...{ prompt, ...read, verdict: verdictOf(at === last ? answer : null, gold) },
      ...(at === last ? {} : { paused: true }),
    });
    if (at < last)
      put("summary", ` the answer is ${shown(answer)}.`, {
        prompt: "Let me pause here.\n\n<summarize> So far I have found that",
        verdict: verdictOf(answer, gold),
        exchange: { number: at + 1, opening: "So far I have found that" },
      });
  }
  return {
    ...{ questionId: id, sample, status: "done", stages, outcome: "finished" },
    ...{ answerStage: stages.length - 1, verdict: verdictOf(answers[last] ?? null, gold) },
  };
}

export const leapLanes = (index: number) =>
  held.map((answers, sample) =>
    groupLane(leapPath(index, sample), answers.at(-1) === "R" ? "right" : "wrong"),
  );
