import type { Failure } from "../../contract/result.ts";

/** What an answer of the server that is no success means for the request. */
export type Refusal =
  /** Trying again may help. */
  | { readonly kind: "again"; readonly overloaded: boolean; readonly text: string }
  /** The dialogue does not fit into the context. */
  | { readonly kind: "context" }
  | { readonly kind: "final"; readonly failure: Failure };

const again = new Set([408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529]);
const overload = new Set([429, 503, 529]);
const contextPattern =
  /exceed_context_size|context_length_exceeded|maximum context length|available context size|longer than the (model's )?context|max_model_len/i;

export function refusalOf(status: number, body: string, url: string): Refusal {
  const said = messageIn(body);
  if (again.has(status))
    return { kind: "again", overloaded: overload.has(status), text: `${status} ${said}` };
  if ((status === 400 || status === 413 || status === 422) && contextPattern.test(body))
    return { kind: "context" };
  const failure = (code: Failure["code"], message: string): Refusal => ({
    kind: "final",
    failure: { code, message, detail: `${url}: HTTP ${status} ${body.slice(0, 2000)}` },
  });
  if (status === 401 || status === 403) {
    return failure("endpoint/refused", `${url} refuses the key, or wants one: ${said}`);
  }
  if (status === 404) return failure("endpoint/refused", `${url} does not have what was asked for: ${said}`);
  if (status >= 300 && status < 400)
    return failure("endpoint/refused", `${url} sends on to another address. Name that one instead.`);
  return failure("endpoint/rejected", `${url} rejects the request (HTTP ${status}): ${said}`);
}

export const unreachable = (url: string, reason: string): Failure => ({
  code: "endpoint/unreachable",
  message: `${url} cannot be reached or does not answer: ${reason}. Check the address and that the server runs; the run can then be resumed.`,
});

/** The server's own sentence: `{error: {message}}`, `{message}`, `{detail}`, or what it wrote. */
function messageIn(body: string): string {
  try {
    const parsed = JSON.parse(body) as Record<string, unknown>;
    const error = (
      typeof parsed.error === "object" && parsed.error !== null ? parsed.error : parsed
    ) as Record<string, unknown>;
    for (const said of [error.message, parsed.error, parsed.detail])
      if (typeof said === "string" && said !== "") return oneLine(said);
  } catch {
    // no JSON
  }
  return oneLine(body) || "no reason given";
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 300);

/** Newer reasoning models refuse `max_tokens`, and name what they want instead. */
export const wantsNewerLimit = (body: string): boolean =>
  /max_tokens.{0,120}not supported|unsupported.{0,120}max_tokens/is.test(body) &&
  /max_completion_tokens/.test(body);
