import type { GenerateParams, ThoughtTags } from "../../contract/engine.ts";
import { BoxScanner } from "./boxScanner.ts";
import { StopScanner } from "./stopScanner.ts";
import { ThoughtTracker } from "./thoughtTracker.ts";

/**
 * The text of one stage as it grows token by token: what is kept, whether it must stop here, whether it is inside a
 * thought. Stop texts are looked for everywhere, boxes only outside thoughts (multi-attempt.md section 9).
 */
export class StageText {
  private readonly stops: StopScanner;
  private readonly box: BoxScanner | null;
  private readonly thought: ThoughtTracker;
  private kept = "";

  constructor(stop: GenerateParams["stop"], thought: ThoughtTags | null) {
    this.stops = new StopScanner(stop.texts);
    this.box = stop.atBox ? new BoxScanner() : null;
    this.thought = new ThoughtTracker(thought);
  }

  /** @returns why the stage ends with this piece, or null to go on */
  push(text: string): "stop-text" | "box" | null {
    if (text === "") return null;
    const scan = this.stops.push(text);
    this.kept += scan.released;
    const outside = this.thought.push(text);
    if (scan.hit !== null) return "stop-text";
    return this.box?.push(outside) === true ? "box" : null;
  }

  /** The stream is over: text that only looked like the start of a stop text belongs to the answer. */
  finish(): void {
    this.kept += this.stops.flush();
  }

  get text(): string {
    return this.kept;
  }

  get inThought(): boolean {
    return this.thought.inThought;
  }
}
