import type { DatabaseEntry, SuggestionExplanation } from "../../contract/sql.ts";
import type { SuggestionPlace } from "../../core/sql/suggest/suggestionPlace.ts";
import type { Continuation, SuggestedToken } from "./suggestionEngine.ts";

/** How one suggestion came about. */
export interface SuggestionTrace {
  readonly insert: string;
  /** Why it was not shown. */
  readonly problem: string | null;
  /** Only the beginning of what the model wrote is good. */
  readonly isCut: boolean;
  readonly place: SuggestionPlace;
  readonly database: DatabaseEntry;
  readonly modelName: string;
  readonly prompt: string;
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Tables of the database that did not go into the prompt. */
  readonly dropped: number;
  readonly continuation: Continuation;
  readonly elapsedMs: number;
}

/** A trace as a document to read: what was asked, what the model saw, and each token with what else it could have been. */
export function explainTrace(
  trace: SuggestionTrace,
  tokenText: (id: number) => string | undefined,
): SuggestionExplanation {
  const { result, tokens } = trace.continuation;
  const seconds = result.generateMs / 1000;
  const rate = seconds > 0 ? ` (${Math.round(result.generatedTokens / seconds)} tokens/s)` : "";
  const lines = [
    "# Suggestion",
    "",
    fenced(trace.insert.trim(), "sql"),
    "",
    trace.problem === null
      ? `Parsed, all names resolved, and accepted by the database without running it.${trace.isCut ? " What the model wrote behind it was not, and is left out." : ""}`
      : `Not shown: ${trace.problem}`,
    "",
    `- Database: ${trace.database.name} (${trace.database.dialect})`,
    `- Model: ${trace.modelName}`,
    `- Asked for: ${trace.place.comment === "" ? "the rest of the statement" : trace.place.comment}`,
    `- Tables in the prompt: ${trace.tables.map(({ name }) => name).join(", ")}${trace.dropped > 0 ? `, and ${trace.dropped} left out` : ""}`,
    `- Time: ${Math.round(trace.elapsedMs)} ms in all; prompt ${Math.round(result.promptMs)} ms, ${result.generatedTokens} tokens in ${Math.round(result.generateMs)} ms${rate}`,
    "",
    "## Tokens",
    "",
    "Probabilities are the model's own, before names and syntax were checked.",
    "",
    "| token | probability | likeliest instead |",
    "|---|---|---|",
    ...tokens.map((token) => tokenLine(token, tokenText)),
    "",
    "## Prompt",
    "",
    fenced(trace.prompt, "text"),
    "",
  ];
  return { title: "Suggestion", markdown: lines.join("\n") };
}

const percent = (probability: number): string =>
  probability > 0 && probability < 0.001 ? "< 0.1 %" : `${(100 * probability).toFixed(1)} %`;

function tokenLine(
  { text, probability, alternatives }: SuggestedToken,
  tokenText: (id: number) => string | undefined,
): string {
  const others = alternatives
    .map((other) => ({ ...other, text: tokenText(other.id) ?? `#${other.id}` }))
    .filter((other) => other.text !== text)
    .slice(0, 3)
    .map((other) => `${code(other.text)} ${percent(other.probability)}`);
  return `| ${code(text)} | ${percent(probability)} | ${others.join(", ")} |`;
}

/** Text in a cell of a table: visible blanks, nothing that could be read as markup. */
const code = (text: string): string =>
  `\`${text.replaceAll("\n", "⏎").replaceAll("`", "ˋ").replaceAll("|", "¦").replaceAll(" ", "␣") || "∅"}\``;

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
