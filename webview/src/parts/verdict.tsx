import type { GradingFlag, Verdict } from "../../../language-server/contract/entities.ts";
import { ruleText } from "../labels.ts";
import { plainMath } from "../text/preview.ts";
import { Answer } from "../text/rich.tsx";
import { Icon } from "./icon.tsx";

const flagTexts: Readonly<Record<GradingFlag, string>> = {
  cut_box: "box cut off",
  cut_thought: "thought cut off",
  from_thought: "answer taken from the thought",
  forced: "answer was forced",
  hedged: "several answers given",
  fallback: "found by a fall-back",
  ambiguous_comma: "comma can be read in two ways",
  rounded_gold: "expected answer is rounded",
  timeout: "grading timed out",
  unparsed: "could not be read",
  no_answer: "no answer",
};

/** Queries one below the other, as they are long. A typed question has no expected one. */
const SqlAnswers = ({ given, expected }: { given: string | null; expected: string }) => (
  <dl class="verdict-queries">
    <dt class="dim">given</dt>
    <dd>{given === null ? "no query" : <code>{given}</code>}</dd>
    {expected !== "" && (
      <>
        <dt class="dim">expected</dt>
        <dd>
          <code>{expected}</code>
        </dd>
      </>
    )}
  </dl>
);

/** Given against expected, with the reason and the rule that decided. */
export const VerdictLine = ({
  verdict,
  expected,
  queries = true,
}: {
  verdict: Verdict;
  expected: string;
  /** False where the queries stand beside it already. */
  queries?: boolean;
}) => (
  <div class={`verdict verdict-${verdict.correct ? "right" : "wrong"}`}>
    <Icon name={verdict.correct ? "check" : "close"} tone={verdict.correct ? "good" : "bad"} />
    <div>
      {verdict.grader === "execution" ? (
        queries && <SqlAnswers given={verdict.extracted} expected={expected} />
      ) : (
        <p class="verdict-answers">
          <span class="dim">given</span> <Answer text={verdict.extracted} /> <span class="dim">expected</span>{" "}
          <Answer text={expected} />
        </p>
      )}
      <p class="verdict-reason">
        {verdict.reason.includes("\\") ? plainMath(verdict.reason) : verdict.reason}
      </p>
      <p class="dim small">
        Rule: {ruleText(verdict.rule)} · grader: {verdict.grader}
        {verdict.flags.length > 0 ? ` · ${verdict.flags.map((flag) => flagTexts[flag]).join(", ")}` : ""}
      </p>
    </div>
  </div>
);
