/** `/v1/completions` with the dialogue as one text: base models, which have no chat template. */
import { commonDelta, commonFields, partsByChoice } from "./openai.ts";
import { type NamedToken, plainUnit, TextUnits } from "./textUnits.ts";
import { asList, asNumber, asRecord, asText, problemIn, type WireOf } from "./wire.ts";

export const completionsWire: WireOf = (report) => ({
  url: (base) => `${base}/completions`,
  body: (dialogue, wanted) => ({
    // Only messages have the newer name.
    ...commonFields(report, { ...wanted, limitField: "max_tokens" }),
    prompt: dialogue.text(),
    ...(report.alternatives === null ? {} : { logprobs: report.alternatives }),
  }),
  parts: partsByChoice,
  reader: () => {
    const pieces = new TextUnits();
    return (event) => {
      const problem = problemIn(event);
      if (problem !== null) return problem;
      const [choice] = asList(event.choices);
      const text = asText(choice?.text);
      const named = namedTokens(asRecord(choice?.logprobs));
      const told = named.length > 0 && named.map((token) => token.text).join("") === text;
      const units = told
        ? pieces.push(named)
        : text === ""
          ? []
          : [plainUnit(text, Math.max(1, named.length))];
      return { ...commonDelta(event), units };
    };
  },
});

function namedTokens({ tokens, token_logprobs, top_logprobs }: Record<string, unknown>): NamedToken[] {
  if (!Array.isArray(tokens)) return [];
  const logprobs = Array.isArray(token_logprobs) ? token_logprobs : [];
  const others = Array.isArray(top_logprobs) ? top_logprobs : [];
  return tokens.map((token, at) => ({
    text: asText(token),
    bytes: null,
    logprob: asNumber(logprobs[at]) ?? null,
    alternatives: Object.entries(asRecord(others[at])).flatMap(([text, logprob]) =>
      typeof logprob === "number" ? [{ text, logprob }] : [],
    ),
  }));
}
