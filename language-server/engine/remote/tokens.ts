import type { PromptPiece } from "../../contract/engine.ts";
import { rootUrl } from "../../core/endpoint/address.ts";
import { ConnectionError, type Http } from "./connection/http.ts";
import { asList, asNumber } from "./wire/wire.ts";

const attempts = 4;
const keptPrompts = 64;

/** The server's tokenizer, where it lends it. */
export class RemoteTokens {
  private readonly names = new Map<string, Promise<number | null>>();
  /** Samples of a question begin alike. */
  private readonly prompts = new Map<string, Promise<readonly number[]>>();
  /** The token that ends a turn. */
  endOfTurn: number | null = null;
  /**
   * Tokens of a line break, where the server puts a space in front of every text (SentencePiece). That is right at the
   * start and wrong in the middle; there a text is tokenised behind a line break, which is taken off again.
   */
  private lead: readonly number[] | null = null;

  private constructor(
    private readonly http: Http,
    private readonly urls: readonly string[],
    private readonly pauseMs: number,
    private readonly bosText: string,
  ) {}

  /** @throws ConnectionError when the server does not answer */
  static async open(
    http: Http,
    {
      urls,
      pauseMs,
      bosText,
      eosText,
    }: { urls: readonly string[]; pauseMs: number; bosText: string; eosText: string },
    signal: AbortSignal,
  ): Promise<RemoteTokens> {
    const tokens = new RemoteTokens(http, urls, pauseMs, bosText);
    if (eosText !== "") tokens.endOfTurn = await tokens.named(eosText, signal);
    const [alone = [], behind = [], lead = []] = await Promise.all(
      ["x", "\nx", "\n"].map((text) => tokens.tokenize(text, false, false, signal)),
    );
    if (behind.slice(-alone.length).some((id, at) => id !== alone[at])) tokens.lead = lead;
    return tokens;
  }

  /**
   * Tokens of a prompt; control tokens come out of special pieces only.
   * @param last the token in front of it; null at the start
   */
  async encode(
    pieces: readonly PromptPiece[],
    last: number | null,
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    const whole = pieces.map(({ text }) => text).join("");
    if (whole === "") return [];
    const place = last === null ? "start" : last === this.endOfTurn || this.lead === null ? "turn" : "inside";
    const key = JSON.stringify([pieces, place]);
    // Asked for once, also while it is under way: samples that begin together go on together.
    const known = await this.prompts.get(key)?.catch(() => undefined);
    if (known !== undefined) return known;
    if (this.prompts.size >= keptPrompts) this.prompts.clear();
    const asked = this.encoded(pieces, whole, place, signal);
    this.prompts.set(key, asked);
    // A failure is no answer to keep.
    asked.catch(() => this.prompts.delete(key));
    return asked;
  }

  private async encoded(
    pieces: readonly PromptPiece[],
    whole: string,
    place: "start" | "turn" | "inside",
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    const bos = place === "start" && !(this.bosText !== "" && whole.startsWith(this.bosText));
    const harmless = await Promise.all(
      pieces.filter(({ special }) => !special).map(({ text }) => this.isOrdinary(text, signal)),
    );
    const parts = harmless.every(Boolean) ? [{ text: whole, special: true }] : pieces;
    const ids = await Promise.all(
      parts.map(({ text, special }, at) =>
        at > 0 || place === "inside"
          ? this.behind(text, special, signal)
          : this.tokenize(text, special, bos, signal),
      ),
    );
    return ids.flat();
  }

  /** Tokens of ordinary text in the middle of an answer. */
  inside(text: string, signal: AbortSignal): Promise<number[]> {
    return this.behind(text, false, signal);
  }

  /** The one token that this text names; null when it is none or several. */
  named(text: string, signal: AbortSignal): Promise<number | null> {
    let found = this.names.get(text);
    if (found === undefined) {
      found = this.tokenize(text, true, false, signal).then(([id, ...more]) =>
        id === undefined || more.length > 0 ? null : id,
      );
      this.names.set(text, found);
      // A failure is no answer to keep.
      found.catch(() => this.names.delete(text));
    }
    return found;
  }

  async text(ids: readonly number[], signal: AbortSignal): Promise<string> {
    if (ids.length === 0) return "";
    const { content } = await this.ask("/detokenize", { tokens: ids }, signal);
    return typeof content === "string" ? content : "";
  }

  /** Whether a text reads the same with and without names of control tokens. */
  private async isOrdinary(text: string, signal: AbortSignal): Promise<boolean> {
    const [plain, read] = await Promise.all([
      this.tokenize(text, false, false, signal),
      this.tokenize(text, true, false, signal),
    ]);
    return plain.length === read.length && plain.every((id, at) => id === read[at]);
  }

  private async behind(text: string, special: boolean, signal: AbortSignal): Promise<number[]> {
    const { lead } = this;
    if (lead === null || lead.length === 0) return this.tokenize(text, special, false, signal);
    const ids = await this.tokenize(`\n${text}`, special, false, signal);
    return lead.every((id, at) => id === ids[at])
      ? ids.slice(lead.length)
      : this.tokenize(text, special, false, signal);
  }

  private async tokenize(
    text: string,
    special: boolean,
    bos: boolean,
    signal: AbortSignal,
  ): Promise<number[]> {
    const { tokens } = await this.ask(
      "/tokenize",
      { content: text, add_special: bos, parse_special: special },
      signal,
    );
    if (!Array.isArray(tokens)) throw new ConnectionError("the server gives no tokens");
    return tokens.map((token) => asNumber(token) ?? asNumber(asList([token])[0]?.id) ?? 0);
  }

  /** All servers have the same model: whichever answers will do. */
  private async ask(path: string, body: object, signal: AbortSignal): Promise<Record<string, unknown>> {
    for (let attempt = 0; ; attempt++) {
      const url = `${rootUrl(this.urls[attempt % this.urls.length] ?? "")}${path}`;
      try {
        const reply = await this.http.post(url, body, signal);
        const text = await reply.text();
        if (reply.status === 200) return JSON.parse(text) as Record<string, unknown>;
        throw new ConnectionError(`${url}: HTTP ${reply.status} ${text.slice(0, 200)}`);
      } catch (error) {
        if (!(error instanceof ConnectionError || error instanceof SyntaxError) || attempt + 1 >= attempts)
          throw error;
        await new Promise((resolve) => setTimeout(resolve, this.pauseMs * 2 ** attempt));
      }
    }
  }
}
