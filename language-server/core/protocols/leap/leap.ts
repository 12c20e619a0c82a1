import { keptText, type StageRecord } from "../../../contract/entities.ts";
import { stageDice } from "../../sampling/random.ts";
import { fillPrompt } from "../prompts.ts";
import type { PathGroup, PeerPath, Protocol, Turn } from "../protocol.ts";
import { type AskedQuestion, fillSqlPrompt } from "../sqlPrompts.ts";
import { type LeapParameters, leapDefaults, leapSchema, summaryTags } from "./parameters.ts";
import { choosePeers } from "./routing.ts";
import { similarity } from "./similarity.ts";
import { peerBlock, summaryEnd, summaryText } from "./summary.ts";
import { toBlankLine } from "./unfinished.ts";

/** Draws of the protocol itself are on another path than the tokens' (random.ts). */
const protocolDice = 1;
/** Words around one peer's note, and around all of them. */
const tokensPerNote = 16;
const tokensPerBlock = 80;

/**
 * Paths of one question that stop together, read summaries of each other and go on ("Learning from Peers in Reasoning
 * Models", arXiv 2505.07787; leap.md section 3). A path is `reasoning`, `summary`, `reasoning`, …, all in one assistant
 * turn. It is only ever appended to, but for the unfinished last paragraph of a `reasoning` stage, which is dropped at an
 * exchange (step 5a). Which summaries a path reads follows from the finished stages of all paths, so
 * that a run goes on at any exchange.
 */
export const leap: Protocol<LeapParameters> = {
  id: "leap",
  version: 2,
  title: "LeaP",
  description: "Several paths that stop together, read short summaries of each other's work and go on.",
  defaults: leapDefaults,
  sampling: { temperature: 0.6, topP: 0.95, topK: 40, minP: 0.05 },
  schema: leapSchema,
  exchanges: true,
  maximumTokens: (parameters) =>
    parameters.maximum +
    exchangesOf(parameters) * parameters.summaryTokens +
    parameters.answerTokens +
    parameters.rescueTokens,
  maximumTurns: (parameters) => 2 + exchangesOf(parameters),
  maximumReceivedTokens: (parameters, samples) => {
    const read = parameters.router === "all" ? samples - 1 : Math.min(parameters.peers, samples - 1);
    return exchangesOf(parameters) * (read * (parameters.summaryTokens + tokensPerNote) + tokensPerBlock);
  },

  // Version 1 dropped nothing.
  recorded: (parameters, version) => (version < 2 ? { unfinished: "keep", ...parameters } : parameters),

  next(parameters, question, stages, group) {
    const last = stages.at(-1);
    if (last === undefined)
      return { ...reasoning(parameters, question, stages), user: opening(parameters, question) };
    if (last.stage === "answer") return { kind: "done", answerStage: stages.length - 1 };
    const exhausted = last.outcome === "context-exhausted";
    if (last.stage === "reasoning") {
      if (exhausted || last.paused !== true) return { kind: "done", answerStage: stages.length - 1 };
      if (last.closedThought === true) return answer(parameters, question, "", stages);
      return summary(parameters, stages, group);
    }
    if (exhausted) return { kind: "done", answerStage: stages.length - 2 };
    if (last.closedThought === true) return answer(parameters, question, summaryEnd(last), stages);
    const number = exchangesBehind(stages);
    const summaries = group === undefined ? null : summariesAt(parameters, group, number);
    if (group === undefined || summaries === null) return { kind: "exchange", number };
    const withheld = group.withheld?.exchange === number ? group.withheld.peer : null;
    const peers = choose(parameters, stages, group, summaries).filter((sample) => sample !== withheld);
    const notes = peers.map((sample) => summaries.get(sample) ?? "");
    return {
      ...reasoning(parameters, question, stages),
      user: `${summaryEnd(last)}\n\n${peerBlock(parameters, notes)}`,
      continues: true,
      exchange: { number, peers },
    };
  },
};

/** Exchanges that a path has at most: one after every interval but the last (leap.md section 2). */
function exchangesOf({ interval, maximum, exchanges }: LeapParameters): number {
  const fitting = Math.max(0, Math.ceil(maximum / interval) - 1);
  return exchanges === 0 ? fitting : Math.min(exchanges, fitting);
}

const summariesOf = (stages: readonly StageRecord[]): StageRecord[] =>
  stages.filter(({ stage }) => stage === "summary");

/** Number, from 1, of the exchange that a path with this last summary takes part in. */
const exchangesBehind = (stages: readonly StageRecord[]): number => summariesOf(stages).length;

const answerSoFar = (stages: readonly StageRecord[]): Turn["read"] => ({
  as: "answer",
  behind: stages.flatMap(({ stage }, index) => (stage === "reasoning" ? [index] : [])),
});

const common = { kind: "turn", thinking: "allow", forceAnswer: false, keepThoughts: true } as const;

/** An open box is no beginning of a query. */
const rescue = ({ rescueTokens, prompts }: LeapParameters, { answerKind }: AskedQuestion) =>
  rescueTokens === 0 || answerKind === "sql"
    ? {}
    : { forcedClose: { text: prompts.rescue, budgetTokens: rescueTokens } };

/** The next piece of own work: an interval, or all that is left where no exchange follows. */
function reasoning(
  parameters: LeapParameters,
  question: AskedQuestion,
  stages: readonly StageRecord[],
): Omit<Turn, "user"> {
  const { interval, maximum, stopAtBox, unfinished } = parameters;
  const spent = stages.reduce((sum, s) => sum + (s.stage === "reasoning" ? s.generatedTokens : 0), 0);
  const left = Math.max(1, maximum - spent);
  const pauses = exchangesBehind(stages) < exchangesOf(parameters) && left > interval;
  const base = { ...common, stage: "reasoning", stopAtBox, read: answerSoFar(stages) } as const;
  return pauses
    ? {
        ...base,
        budgetTokens: interval,
        pauses: true,
        ...(unfinished === "drop" ? { dropsUnfinished: true } : {}),
      }
    : { ...base, budgetTokens: left, ...rescue(parameters, question) };
}

/** Behind a thought that was closed just before an exchange: the path takes no part in it and gives its answer. */
const answer = (
  parameters: LeapParameters,
  question: AskedQuestion,
  user: string,
  stages: readonly StageRecord[],
): Turn => ({
  ...common,
  stage: "answer",
  user,
  continues: true,
  budgetTokens: parameters.answerTokens,
  stopAtBox: parameters.stopAtBox,
  read: answerSoFar(stages),
  ...rescue(parameters, question),
});

function summary(parameters: LeapParameters, stages: readonly StageRecord[], group?: PathGroup): Turn {
  const { triggers, openings } = parameters.prompts;
  const last = stages.at(-1);
  // Kept up to a blank line, the work ends with one already.
  const gap = parameters.unfinished === "drop" && last !== undefined ? toBlankLine(keptText(last)) : "\n\n";
  const dice = group === undefined ? () => 0 : diceOf(group, stages);
  const pick = (texts: readonly string[], position: number): string =>
    texts[Math.floor(dice(position) * texts.length)] ?? "";
  const beginning = pick(openings, 1);
  return {
    ...common,
    stage: "summary",
    user: `${gap}${pick(triggers, 0)}\n\n${summaryTags.open} ${beginning}`,
    continues: true,
    staysOpen: true,
    stopTexts: [summaryTags.close],
    budgetTokens: parameters.summaryTokens,
    stopAtBox: false,
    read: { as: "answer", behind: [] },
    exchange: { number: exchangesBehind(stages) + 1, opening: beginning },
  };
}

const diceOf = ({ seed, questionId, self }: PathGroup, stages: readonly StageRecord[]) =>
  stageDice({ seed, questionId, sample: self, path: protocolDice, stage: stages.length });

/**
 * Summaries of the others at an exchange, by sample; null while one of them is still to come. Of a path that has left
 * before, its last one, where wanted. It does not matter how far the others have gone on meanwhile.
 */
function summariesAt(
  { finishedShare }: LeapParameters,
  { self, paths }: PathGroup,
  number: number,
): Map<number, string> | null {
  const found = new Map<number, string>();
  for (const [sample, peer] of paths.entries()) {
    if (sample === self) continue;
    const theirs = summariesOf(peer.stages);
    if (theirs.length < number && !hasLeft(peer)) return null;
    const read = theirs[number - 1] ?? (finishedShare ? theirs.at(-1) : undefined);
    if (read !== undefined) found.set(sample, summaryText(read));
  }
  return found;
}

/** A path that will write no more summaries. */
function hasLeft({ ended, stages }: PeerPath): boolean {
  const last = stages.at(-1);
  if (ended || last === undefined) return ended;
  if (last.outcome === "context-exhausted" || last.closedThought === true) return true;
  return last.stage === "answer" || (last.stage === "reasoning" && last.paused !== true);
}

function choose(
  { router, peers, similarity: kind }: LeapParameters,
  stages: readonly StageRecord[],
  group: PathGroup,
  summaries: ReadonlyMap<number, string>,
): number[] {
  const own = stages.at(-1);
  const mine = own === undefined ? "" : summaryText(own);
  const candidates = [...summaries].map(([sample, text]) => ({
    sample,
    similarity: similarity(mine, text, kind),
  }));
  return choosePeers(router, peers, candidates, diceOf(group, stages));
}

function opening({ explain, prompts }: LeapParameters, question: AskedQuestion): string {
  const task =
    question.answerKind === "sql"
      ? fillSqlPrompt(prompts.sqlTask, question)
      : fillPrompt(prompts.task, { question: question.text });
  return explain ? `${task}\n\n${prompts.explanation}` : task;
}
