import { readFileSync } from "node:fs";

/** What all contenders are given: the same file, prompts and budgets. */
export interface Task {
  readonly modelPath: string;
  readonly gpu: "auto" | "cpu" | "cuda" | "vulkan" | "metal";
  readonly threads: number;
  /** Answers generated at the same time. */
  readonly parallel: number;
  readonly prompt: string;
  /** Tokens of each answer. */
  readonly tokens: number;
  readonly contextTokens: number;
}

/** The same in all contenders; top-k first, as the library's chain has it. */
export const sampling = { temperature: 0.8, topK: 40, topP: 1, minP: 0 } as const;

export interface Round {
  readonly tokens: number;
  readonly seconds: number;
}

/** A way to generate, loaded once; every run answers the task's prompt `parallel` times, evaluating it anew. */
export interface Contender {
  readonly name: string;
  readonly pid: number | undefined;
  run(): Promise<Round>;
  close(): Promise<void>;
}

const ticksPerSecond = 100;

/** Processor seconds of a process so far, all its threads together; null where the system does not tell. */
export function processorSeconds(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== "linux") return null;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
