import type { TaskRandom } from "../random.ts";
import { askOtherwise } from "./askOtherwise.ts";
import type { Plan } from "./plan.ts";
import { drawUnits } from "./units.ts";

type Say = (groups: readonly string[], random: TaskRandom) => string;

const amount =
  "(?=\\d|an? |some |another |two |three |four |five |six |seven |eight |nine |ten |eleven |twelve )";
const oneOf =
  (...words: readonly string[]): Say =>
  (_, random) =>
    random.pick(words);

/** Words that can stand for each other wherever they match; none of them is a number or changes one. */
const synonyms: readonly (readonly [pattern: RegExp, say: Say])[] = [
  [new RegExp(`\\bbuys ${amount}`, "g"), oneOf("gets ", "purchases ", "picks up ")],
  [new RegExp(`\\bbought ${amount}`, "g"), oneOf("got ", "purchased ", "picked up ")],
  [/\bgives away\b/g, oneOf("hands out")],
  [/\bgave away\b/g, oneOf("handed out")],
  [/\bwants to\b/g, oneOf("would like to", "plans to")],
  [/\b(?:in all|altogether|in total)(?=[?.])/g, oneOf("in all", "altogether", "in total")],
  [
    /\b(?:each|every)(?= (?:day|week|month|year|hour|minute|morning|evening|night)\b)/g,
    oneOf("each", "every"),
  ],
  [
    /\b(?:Each|Every)(?= (?:day|week|month|year|hour|minute|morning|evening|night)\b)/g,
    oneOf("Each", "Every"),
  ],
  [/\b(?:equally|evenly)(?= (?:among|between)\b|\.)/g, oneOf("equally", "evenly")],
  [/(\$[\d.]+) an? (hour|day|week|month|night)\b/g, ([, price, time]) => `${price} per ${time}`],
  [
    /\b((?:hours|minutes|pages|words|times|lessons|cups|bottles|km|litres)) a (day|week|month)\b/g,
    ([, what, time], random) => `${what} ${random.pick(["per", "each", "every"])} ${time}`,
  ],
  [
    /(?<=[.] )Then (?=(?:he|she|they|it|the|an?|another|\d+|[A-Z][a-z]+)\b)/g,
    oneOf("After that, ", "Later ", "Next, ", "Afterwards, "),
  ],
  [/\bare left\?$/g, oneOf("remain?", "are still left?", "are remaining?")],
  [/\bwere left\?$/g, oneOf("remained?", "were still left?", "were remaining?")],
  [/\bhave left\?$/g, oneOf("still have?", "have remaining?", "have left over?")],
  [/\bHow many dollars (?=(?:does|do|did) )/g, oneOf("How much money ")],
  [/\bHow much money (?=(?:does|do|did) )/g, oneOf("How many dollars ")],
  [
    /(?<=^|[.] )(Each|Every|One|An?) ((?:[a-z]+ ){1,2})costs (?=\$)/g,
    ([whole = "", article = "", thing = ""]) =>
      /\b(?:normally|usually|that|which|in|of|now|with|only|also)\b/.test(thing)
        ? whole
        : `The price of ${article.toLowerCase()} ${thing}is `,
  ],
];

/** How often a phrase is said in other words, and how often a question is asked in another form. */
const synonymShare = 0.4;
const otherQuestionShare = 0.15;

/**
 * The same problem in other words, so that a model reads past the words of a scenario: synonyms, other forms of the
 * question, other units. Numbers, their order and the steps stay as they are; a last sentence may become a request.
 */
export function reword(
  text: string,
  plan: Plan,
  random: TaskRandom,
): { readonly text: string; readonly plan: Plan } {
  const sentences = synonyms.reduce((said, rule) => replaced(said, rule, random), text).split(/(?<=[.?!]) /);
  const question = sentences.at(-1) ?? "";
  const asked = random.chance(otherQuestionShare) ? askOtherwise(question, random) : question;
  const told = [...sentences.slice(0, -1), asked].join(" ");
  const inUnits = drawUnits(told, random);
  const labelled = <T extends { readonly label: string }>(list: readonly T[]): T[] =>
    list.map((item) => ({ ...item, label: inUnits(item.label) }));
  return {
    text: inUnits(told),
    plan: { ...plan, givens: labelled(plan.givens), steps: labelled(plan.steps) },
  };
}

function replaced(text: string, [pattern, say]: (typeof synonyms)[number], random: TaskRandom): string {
  return text.replace(pattern, (...found) => {
    const groups = found.map((part) => (typeof part === "string" ? part : ""));
    return random.chance(synonymShare) ? say(groups, random) : (groups[0] ?? "");
  });
}
