/** What the trace panel says, read as a person reads it. */
import { eventually, type Workbench } from "../workbench.ts";

export const panelText = (workbench: Workbench): Promise<string> => workbench.webviewText().catch(() => "");

/** Waits until the panel's text matches; gives the text. */
export const panelSays = (workbench: Workbench, pattern: RegExp, timeoutMs: number): Promise<string> =>
  eventually(
    `panel says ${pattern}`,
    () => panelText(workbench),
    (text) => pattern.test(text),
    timeoutMs,
  );

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Paths done and in all, as the run screen says while a run works. */
export const readProgress = (text: string): Progress | null => {
  const match = /([\d,.]+) of ([\d,.]+) paths/.exec(text);
  const number = (digits: string | undefined) => Number(digits?.replace(/[^\d]/g, ""));
  return match ? { done: number(match[1]), total: number(match[2]) } : null;
};

/** Waits until a running run shows progress that `accept` likes. */
export const panelProgress = async (
  workbench: Workbench,
  accept: (progress: Progress) => boolean,
  timeoutMs: number,
): Promise<Progress> => {
  const progress = await eventually(
    "progress in the panel",
    async () => readProgress(await panelText(workbench)),
    (value) => value !== null && accept(value),
    timeoutMs,
  );
  return progress ?? { done: 0, total: 0 };
};
