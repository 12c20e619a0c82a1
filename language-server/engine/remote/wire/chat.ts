/** `/v1/chat/completions`: the server writes the dialogue by its template. */
import { askedToGoOn, messagesOf } from "../messages.ts";
import { commonDelta, commonFields, partsByChoice } from "./openai.ts";
import { type NamedToken, plainUnit, TextUnits } from "./textUnits.ts";
import { asList, asNumber, asRecord, asText, problemIn, type Unit, type WireOf } from "./wire.ts";

/** As the product's own templates have them; servers that take thoughts out of the text have removed theirs. */
const [thoughtOpen, thoughtClose] = ["<think>\n", "\n</think>\n\n"];

export const chatWire: WireOf = (report) => ({
  url: (base) => `${base}/chat/completions`,
  body: (dialogue, wanted) => {
    const { messages, begun, suppressesThought } = messagesOf(dialogue.pieces());
    return {
      ...commonFields(report, wanted),
      messages: begun && !report.continuation ? askedToGoOn(messages) : messages,
      ...(begun && report.continuation ? { continue_final_message: true, add_generation_prompt: false } : {}),
      ...(suppressesThought ? { chat_template_kwargs: { enable_thinking: false } } : {}),
      ...(report.alternatives === null ? {} : { logprobs: true, top_logprobs: report.alternatives }),
    };
  },
  parts: partsByChoice,
  reader: () => {
    const pieces = new TextUnits();
    let thinking = false;
    return (event) => {
      const problem = problemIn(event);
      if (problem !== null) return problem;
      const [choice] = asList(event.choices);
      const delta = asRecord(choice?.delta);
      const thought = asText(delta.reasoning_content) || asText(delta.reasoning);
      const answer = asText(delta.content);
      const named = asList(asRecord(choice?.logprobs).content).map(namedToken);
      const units: Unit[] = [];
      if (thought !== "" && !thinking) units.push(plainUnit(thoughtOpen, 0));
      if (thought !== "") thinking = true;
      const told = named.length > 0 && named.map((token) => token.text).join("") === thought + answer;
      if (told && (thought === "" || answer === "")) {
        if (answer !== "" && thinking) units.push(plainUnit(thoughtClose, 0));
        units.push(...pieces.push(named));
      } else {
        const sampled = Math.max(1, named.length);
        if (thought !== "") units.push(plainUnit(thought, answer === "" ? sampled : 0));
        if (answer !== "" && thinking) units.push(plainUnit(thoughtClose, 0));
        if (answer !== "") units.push(plainUnit(answer, sampled));
      }
      if (answer !== "") thinking = false;
      return { ...commonDelta(event), units };
    };
  },
});

const namedToken = ({ token, bytes, logprob, top_logprobs }: Record<string, unknown>): NamedToken => ({
  text: asText(token),
  bytes: Array.isArray(bytes) ? (bytes as number[]) : null,
  logprob: asNumber(logprob) ?? null,
  alternatives: asList(top_logprobs).flatMap((other) => {
    const value = asNumber(other.logprob);
    return value === undefined ? [] : [{ text: asText(other.token), logprob: value }];
  }),
});
