/**
 * Finds the records of a JSON document that arrives in pieces: the elements of the top-level array, of an array held
 * by an object (`{"data": [{…}, …]}`), or the top-level objects themselves. Keeps one record in memory at a time and
 * knows its place. Whether an element is valid is for `parseJsonRecord` to say.
 */
import type { TextRange } from "../../contract/entities.ts";
import { ElementBoundary } from "./elementBoundary.ts";
import { PositionTracker } from "./positions.ts";
import { type RecordFault, recordCharactersMaximum } from "./types.ts";

export type ScannedElement =
  /** `isRoot`: the whole document, which is an object without a list of questions. */
  | { readonly kind: "element"; readonly text: string; readonly range: TextRange; readonly isRoot: boolean }
  | {
      readonly kind: "fault";
      readonly fault: RecordFault;
      readonly range: TextRange;
      readonly isRecord: boolean;
    };

interface Frame {
  readonly kind: "array" | "object";
  /** An array whose elements are questions; undecided until the first element is seen. */
  records: boolean | undefined;
  afterValue: boolean;
}

const resyncMaximum = 100;

export class JsonElementScanner {
  readonly #accepts: (elementText: string) => boolean;
  #buffer = "";
  /** Next character to look at. */
  #at = 0;
  /** Up to where `#tracker` has walked. */
  #walked = 0;
  #tracker = new PositionTracker();
  #frames: Frame[] = [];
  #rootStart = -1;
  #rootTracker: PositionTracker | undefined;
  #rootHasRecords = false;
  #elementStart = -1;
  #elementTracker: PositionTracker | undefined;
  #boundary = new ElementBoundary("");
  #resyncs = 0;
  /** Set after a broken element, while the next line that begins like it is looked for. */
  #indentation: number | undefined;
  #dead = false;
  #out: ScannedElement[] = [];

  /** `accepts` tells from its first element whether an array inside an object holds questions. */
  constructor(accepts: (elementText: string) => boolean) {
    this.#accepts = accepts;
  }

  /** Characters kept for the next call. */
  get buffered(): number {
    return this.#buffer.length;
  }

  push(text: string): ScannedElement[] {
    if (this.#dead) return [];
    this.#buffer += text;
    this.#scan();
    this.#discard();
    return this.#take();
  }

  end(): ScannedElement[] {
    while (!this.#dead && this.#elementStart >= 0) {
      if (this.#boundary.complete) {
        this.#finishElement(this.#buffer.length);
        break;
      }
      this.#breakElement("json-unclosed", "This record is not closed: a brace, bracket or quote is missing.");
      if (!this.#dead) this.#scan();
    }
    if (!this.#dead && this.#indentation === undefined && this.#frames.length > 0) {
      this.#walkTo(this.#buffer.length);
      const at = { start: this.#tracker.position, end: this.#tracker.position };
      const message = `The file ends before its ${this.#frames.at(-1)?.kind === "array" ? "list" : "object"} is closed.`;
      this.#fault("json-unclosed", message, at, false);
    }
    return this.#take();
  }

  #take(): ScannedElement[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #scan(): void {
    while (this.#at < this.#buffer.length && !this.#dead) {
      if (this.#indentation !== undefined) {
        if (!this.#resync(this.#indentation)) return;
      } else if (this.#elementStart >= 0) this.#inElement();
      else if (!this.#betweenElements()) return;
    }
  }

  /** Returns false when more text is needed. */
  #betweenElements(): boolean {
    const character = this.#buffer.charAt(this.#at);
    const frame = this.#frames.at(-1);
    if (/[\s:\uFEFF]/.test(character)) {
      this.#at++;
    } else if (character === ",") {
      if (frame !== undefined) frame.afterValue = false;
      this.#at++;
    } else if (character === "]" || character === "}") {
      this.#close();
    } else if (frame === undefined || (frame.kind === "object" && (character === "{" || character === "["))) {
      if (character !== "{" && character !== "[") return this.#junk();
      this.#open(character);
    } else if (frame.kind === "array") {
      this.#startElement(frame, character);
    } else {
      return this.#skipScalar(character);
    }
    return true;
  }

  #open(character: "{" | "["): void {
    if (this.#frames.length === 0) {
      this.#walkTo(this.#at);
      this.#rootStart = character === "{" ? this.#at : -1;
      this.#rootTracker = this.#tracker.copy();
      this.#rootHasRecords = false;
    }
    const isRootList = character === "[" && this.#frames.length === 0;
    this.#frames.push({
      kind: character === "[" ? "array" : "object",
      records: isRootList ? true : undefined,
      afterValue: false,
    });
    this.#at++;
  }

  #close(): void {
    this.#frames.pop();
    this.#at++;
    if (this.#frames.length > 0) return;
    if (this.#rootStart >= 0 && !this.#rootHasRecords) {
      const text = this.#buffer.slice(this.#rootStart, this.#at);
      const start = this.#rootTracker?.position ?? this.#tracker.position;
      this.#walkTo(this.#at);
      this.#out.push({ kind: "element", text, range: { start, end: this.#tracker.position }, isRoot: true });
    }
    this.#rootStart = -1;
  }

  #startElement(frame: Frame, character: string): void {
    this.#walkTo(this.#at);
    if (frame.afterValue && frame.records === true) {
      const at = {
        start: this.#tracker.position,
        end: { ...this.#tracker.position, character: this.#tracker.position.character + 1 },
      };
      this.#out.push({
        kind: "fault",
        isRecord: false,
        fault: {
          code: "json-syntax",
          severity: "warning",
          message: "A comma is missing before this record.",
        },
        range: at,
      });
    }
    this.#elementStart = this.#at;
    this.#elementTracker = this.#tracker.copy();
    this.#boundary = new ElementBoundary(character);
    this.#at++;
  }

  #inElement(): void {
    const { at, end } = this.#boundary.find(this.#buffer, this.#at);
    this.#at = at;
    if (end === "mismatch") {
      this.#breakElement("json-unclosed", "This record is not closed properly: brackets do not match.");
    } else if (end !== "open") {
      this.#finishElement(end);
    } else if (this.#at - this.#elementStart > recordCharactersMaximum) {
      this.#breakElement(
        "record-too-long",
        "This record is longer than 4 million characters or is not closed.",
      );
    }
  }

  #finishElement(end: number): void {
    const frame = this.#frames.at(-1);
    const text = this.#buffer.slice(this.#elementStart, end).trimEnd();
    const start = this.#elementTracker?.position ?? this.#tracker.position;
    if (frame !== undefined) {
      frame.records ??= this.#accepts(text);
      frame.afterValue = true;
      if (frame.records) {
        this.#walkTo(this.#elementStart + text.length);
        this.#rootHasRecords = true;
        this.#rootStart = -1;
        this.#out.push({
          kind: "element",
          text,
          range: { start, end: this.#tracker.position },
          isRoot: false,
        });
      }
    }
    this.#at = Math.max(end, this.#elementStart + 1);
    this.#elementStart = -1;
  }

  /** Reports the element and goes on at the next line that begins like it. */
  #breakElement(code: "json-unclosed" | "record-too-long", message: string): void {
    const start = this.#elementTracker?.position ?? this.#tracker.position;
    const first = this.#buffer.slice(this.#elementStart).search(/[\r\n]|$/);
    const range = { start, end: { line: start.line, character: start.character + first } };
    if (this.#frames.at(-1)?.records !== false) this.#fault(code, message, range, true);
    if (++this.#resyncs > resyncMaximum || this.#elementTracker === undefined) {
      this.#giveUp();
      return;
    }
    this.#indentation = start.character;
    this.#tracker = this.#elementTracker.copy();
    this.#walked = this.#elementStart;
    this.#at = this.#elementStart;
    this.#elementStart = -1;
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.afterValue = false;
  }

  /** Looks for the next line that begins like the broken element. Returns false when more text is needed. */
  #resync(indentation: number): boolean {
    const next = new RegExp(`[\\r\\n][ \\t]{${indentation}}(?=[{])`, "g");
    next.lastIndex = this.#at;
    const found = next.exec(this.#buffer);
    if (found === null) {
      this.#at = Math.max(this.#at, this.#buffer.length - indentation - 1);
      return false;
    }
    this.#indentation = undefined;
    this.#at = found.index + found[0].length;
    return true;
  }

  #giveUp(): void {
    this.#dead = true;
    this.#buffer = "";
  }

  /** Keys and plain values beside the records. Returns false when the end of a string has not arrived. */
  #skipScalar(character: string): boolean {
    if (character !== '"') {
      this.#at++;
      return true;
    }
    for (let i = this.#at + 1; i < this.#buffer.length; i++) {
      const code = this.#buffer.charCodeAt(i);
      if (code === 92) i++;
      else if (code === 34 || code === 10 || code === 13) {
        this.#at = i + 1;
        return true;
      }
    }
    if (this.#buffer.length - this.#at > recordCharactersMaximum) this.#at = this.#buffer.length;
    return false;
  }

  #junk(): boolean {
    this.#walkTo(this.#at);
    const { position } = this.#tracker;
    const range = { start: position, end: { line: position.line, character: position.character + 1 } };
    this.#fault("json-syntax", "A JSON list or object is expected here.", range, false);
    this.#giveUp();
    return false;
  }

  #fault(code: RecordFault["code"], message: string, range: TextRange, isRecord: boolean): void {
    this.#out.push({ kind: "fault", fault: { code, severity: "error", message }, range, isRecord });
  }

  #walkTo(index: number): void {
    this.#tracker.advance(this.#buffer, this.#walked, index);
    this.#walked = index;
  }

  /** Drops what nobody needs any more; the tracker walks over it first. */
  #discard(): void {
    if (this.#dead) return;
    if (this.#rootStart >= 0 && this.#buffer.length - this.#rootStart > recordCharactersMaximum)
      this.#rootStart = -1;
    let keep = this.#at;
    if (this.#elementStart >= 0) keep = Math.min(keep, this.#elementStart);
    if (this.#rootStart >= 0) keep = Math.min(keep, this.#rootStart);
    keep = Math.min(keep, this.#buffer.length);
    if (keep > this.#walked) this.#walkTo(keep);
    this.#buffer = this.#buffer.slice(keep);
    this.#at -= keep;
    this.#walked -= keep;
    if (this.#elementStart >= 0) this.#elementStart -= keep;
    if (this.#rootStart >= 0) this.#rootStart -= keep;
  }
}
