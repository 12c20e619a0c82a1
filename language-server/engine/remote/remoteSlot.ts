import { Dialogue } from "./dialogue.ts";

/** One path's place: its dialogue, and what is under way for it. */
export class RemoteSlot {
  readonly dialogue = new Dialogue();
  /** Tokens that the server counted at the end of the last request, where it alone counts. */
  known = 0;
  busy = false;
  abort: AbortController | null = null;
  inputTokens = 0;
  outputTokens = 0;

  constructor(readonly index: number) {}
}
