/**
 * The only use of a library call that is not public: copying the KV state between sequences of one context
 * (node-llama-cpp 3.22.1, `LlamaContextSequence._copyStateFromOtherSequence`). The package version is pinned; should
 * the call go away or not do what it promises, `false` makes the caller re-evaluate the prefix instead.
 */
import type { LlamaContextSequence } from "node-llama-cpp";

interface StateCopying {
  _copyStateFromOtherSequence(other: LlamaContextSequence, upToTokenIndex: number): Promise<boolean>;
}

const canCopy = (sequence: unknown): sequence is StateCopying =>
  typeof (sequence as Partial<StateCopying>)._copyStateFromOtherSequence === "function";

/** Copies the first `upTo` tokens' state; true only when the target verifiably holds exactly those tokens. */
export async function copyState(
  from: LlamaContextSequence,
  to: LlamaContextSequence,
  upTo: number,
): Promise<boolean> {
  if (!canCopy(to)) return false;
  const copied = await to._copyStateFromOtherSequence(from, upTo);
  return copied && to.nextTokenIndex === upTo && to.contextTokens.length === upTo;
}
