import type { StageRecord, Verdict } from "../../../contract/entities.ts";
import type { Protocol, Turn } from "../../../core/protocols/protocol.ts";
import { assistant, system, type TaskMessage, untrained, user } from "../types.ts";

/** What the model says in one turn of a training dialogue, and what the product would read out of it. */
export interface Reply {
  readonly text: string;
  /** Whether the model is to learn it. */
  readonly train: boolean;
  /** Answer in the box; null when there is none. */
  readonly extracted?: string | null;
  readonly correct?: boolean;
  readonly judgement?: "yes" | "no";
}

/**
 * Plays a dialogue by the protocol's own rules and prompts, so that training shows exactly what an evaluation shows.
 * Ends when the protocol does, or before the first turn without a reply.
 */
export function playDialogue<P>(
  protocol: Protocol<P>,
  parameters: P,
  question: string,
  reply: (turn: Turn, index: number) => Reply | null,
): TaskMessage[] {
  const messages: TaskMessage[] = [];
  const stages: StageRecord[] = [];
  for (;;) {
    const turn = protocol.next(parameters, { text: question, answerKind: "value" }, stages);
    if (turn.kind !== "turn") return messages;
    const said = reply(turn, stages.length);
    if (said === null) return messages;
    if (turn.system !== undefined) messages.push(system(turn.system));
    messages.push(user(turn.user));
    messages.push(said.train ? assistant(said.text) : untrained(said.text));
    stages.push(recordOf(turn, said, stages.length));
  }
}

function recordOf(turn: Turn, reply: Reply, index: number): StageRecord {
  const extracted = reply.extracted ?? null;
  const verdict: Verdict = {
    correct: reply.correct === true,
    extracted,
    method: extracted === null ? "none" : "box",
    rule: "number_exact",
    reason: "",
    flags: [],
    predNormal: extracted ?? "",
    goldNormal: "",
    grader: "exact",
    elapsedMs: 0,
  };
  return {
    stage: turn.stage,
    index,
    ...(turn.attempt === undefined ? {} : { attempt: turn.attempt }),
    prompt: turn.user,
    text: reply.text,
    outcome: "finished",
    promptTokens: 0,
    generatedTokens: 0,
    forcedTokens: 0,
    promptMs: 0,
    generateMs: 0,
    ...(reply.judgement === undefined ? {} : { judgement: reply.judgement }),
    ...(turn.read.as === "answer" ? { verdict } : {}),
  };
}
