import { answered, asked, drawLine } from "../math/drill.ts";
import { formatExact } from "../math/exact.ts";
import type { TaskRandom } from "../random.ts";
import { assistant, type TaskMessage, user } from "../types.ts";

export interface DrillOptions {
  /** Operations of one dialogue, at least and at most. */
  readonly lines?: readonly [number, number];
  /** Share of dialogues that work by place values, as careful solutions do. */
  readonly byPlacesShare?: number;
}

const plainWords = ["Work out each.", "Compute each line.", "What are these?", "Find every result."];
const placesWords = ["Work out each by place values.", "Compute each line step by step."];

/** Several operations at once: much practice in few tokens. */
export function drillDialogue(
  random: TaskRandom,
  options: DrillOptions,
): { readonly messages: readonly TaskMessage[]; readonly gold: string; readonly lines: number } {
  const [least, most] = options.lines ?? [4, 9];
  const byPlaces = random.chance(options.byPlacesShare ?? 0.35);
  const count = random.integer(least, byPlaces ? Math.max(least, most - 4) : most);
  const lines = Array.from({ length: count }, () => drawLine(random));
  const messages = [
    user(`${random.pick(byPlaces ? placesWords : plainWords)}\n${lines.map(asked).join("\n")}`),
    assistant(lines.map((line) => answered(line, byPlaces)).join("\n")),
  ];
  return { messages, gold: formatExact(lines.at(-1)?.result ?? 0), lines: count };
}
