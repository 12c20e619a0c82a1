import type { TaskRandom } from "../random.ts";

/** Verbs of questions and their forms: third person, past. */
const verbs: ReadonlyMap<string, readonly [string, string]> = new Map(
  [
    "have has had",
    "do does did",
    "go goes went",
    "need needs needed",
    "pay pays paid",
    "spend spends spent",
    "get gets got",
    "earn earns earned",
    "cost costs cost",
    "use uses used",
    "make makes made",
    "buy buys bought",
    "sell sells sold",
    "take takes took",
    "eat eats ate",
    "read reads read",
    "keep keeps kept",
    "save saves saved",
    "weigh weighs weighed",
    "collect collects collected",
    "owe owes owed",
    "own owns owned",
    "fill fills filled",
    "plant plants planted",
    "pick picks picked",
    "bake bakes baked",
    "drink drinks drank",
    "score scores scored",
    "swim swims swam",
    "walk walks walked",
    "run runs ran",
    "travel travels traveled",
    "receive receives received",
    "train trains trained",
  ].map((line) => {
    const [base = "", third = "", past = ""] = line.split(" ");
    return [base, [third, past] as const];
  }),
);

const persons = "he|she|they|it|[A-Z][a-z]+(?: and [A-Z][a-z]+)?(?! and )";
const subject = `(?:${persons}|each [a-z]+|each of them|the [a-z]+)`;
const withDo = new RegExp(`^(How (?:many|much)\\b[^?]*?) (does|do|did) (${subject}) ([a-z]+)\\b([^?]*)\\?$`);
const withModal = new RegExp(`^(How (?:many|much)\\b[^?]*?) (must|can|will|should) (${persons}) ([^?]+)\\?$`);
const there = /^(How many [a-z -]+?) are there\b([^?]*)\?$/;
const that = /^(How (?:many|much)\b[a-z -]*?) is (that|it)\b([^?]*)\?$/;
const plain =
  /^(How (?:many|much)\b[^?]*? (?:are|is|were|was) (?:left|needed|still|in|on|at|not|sold)\b[^?]*)\?$/;

/** `How many eggs does she have?` as what can follow `Find`; null for questions with another build. */
export function indirect(question: string): string | null {
  const inverted = withDo.exec(question);
  if (inverted !== null) {
    const [, what = "", helper, who = "", verb = "", rest = ""] = inverted;
    const forms = verbs.get(verb);
    if (forms === undefined) return null;
    const told = helper === "do" ? verb : helper === "does" ? forms[0] : forms[1];
    return small(`${what} ${who} ${told}${rest}`);
  }
  const modal = withModal.exec(question);
  if (modal !== null) return small(`${modal[1]} ${modal[3]} ${modal[2]} ${modal[4]}`);
  if (/ (?:does|do|did|must|can|will|should|that) (?!are |is )/.test(question.replace(/ is that\b/, "")))
    return null;
  const existing = there.exec(question);
  if (existing !== null) return small(`${existing[1]} there are${existing[2]}`);
  const pointing = that.exec(question);
  if (pointing !== null) return small(`${pointing[1]} ${pointing[2]} is${pointing[3]}`);
  const straight = plain.exec(question);
  return straight === null ? null : small(straight[1] ?? "");
}

/** Asks the same with other words: as a request, or for `the number of` things. Unchanged where that would not be English. */
export function askOtherwise(question: string, random: TaskRandom): string {
  const counted = /^How many ([a-z -]+?) are there(?: in all| altogether| in total)?\?$/.exec(question);
  if (counted !== null && random.chance(0.5)) {
    return `${random.pick(["What is the number of", "What is the total number of"])} ${counted[1]}?`;
  }
  const wish = indirect(question);
  if (wish === null) return question;
  return random.chance(0.6)
    ? `${random.pick(["Find", "Work out", "Calculate", "Find out", "Determine"])} ${wish}.`
    : `${random.pick(["Can you find", "Can you work out", "Can you tell", "Do you know"])} ${wish}?`;
}

const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
