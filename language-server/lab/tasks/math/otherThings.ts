import type { TaskRandom } from "../random.ts";
import { commonNouns } from "../wordList.ts";
import type { Plan } from "./plan.ts";
import { plural } from "./words.ts";

/** Words that say how numbers belong together: they are the problem and not its things. */
const kept = new Set(
  `minutes,hours,days,weeks,months,years,seconds,dollars,cents,meters,metres,kilometers,kilometres,miles,feet,inches,centimeters,
  centimetres,millimeters,grams,kilograms,kilos,tons,pounds,ounces,liters,litres,milliliters,degrees,times,halves,thirds,quarters,
  fifths,tenths,others,ages,dozens,pairs,sides,points,hundreds,this,plus,minus,less,its,his,hers,theirs,always,gas,bus,yes,
  mondays,tuesdays,wednesdays,thursdays,fridays,saturdays,sundays,mornings,evenings,nights,afternoons,lengths,widths,prices,costs,
  earnings,savings,wages,expenses`
    .split(",")
    .map((word) => word.trim()),
);

/** `boxes` → `box`; null for a word that is no regular plural. */
function singular(word: string): string | null {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return null;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/**
 * The same problem about other things: nouns that its labels name in the plural become arbitrary ones, in text and
 * labels alike, so that a model reads what is counted instead of knowing the scenario.
 */
export function withOtherThings(
  text: string,
  plan: Plan,
  random: TaskRandom,
): { readonly text: string; readonly plan: Plan } {
  const labels = [...plan.givens, ...plan.steps].map(({ label }) => label).join(" ; ");
  const things = new Set<string>();
  for (const word of labels.toLowerCase().match(/[a-z]+/g) ?? []) {
    const one = kept.has(word) ? null : singular(word);
    if (one !== null && new RegExp(`\\b${word}\\b`, "i").test(text)) things.add(one);
  }
  const used = new Set(`${text} ${labels}`.toLowerCase().match(/[a-z]+/g) ?? []);
  const forms = new Map<string, string>();
  for (const one of things) {
    const other = drawUnused(used, random);
    forms.set(one, other);
    forms.set(plural(one), plural(other));
  }
  if (forms.size === 0) return { text, plan };
  const pattern = new RegExp(
    `\\b(an? )?(${[...forms.keys()].sort((a, b) => b.length - a.length).join("|")})\\b`,
    "gi",
  );
  const told = (words: string): string =>
    words.replace(pattern, (whole, article: string | undefined, word: string) => {
      const other = forms.get(word.toLowerCase());
      if (other === undefined) return whole;
      const cased = /^[A-Z]/.test(word) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other;
      if (article === undefined) return cased;
      return `${article.slice(0, 1)}${/^[aeiou]/i.test(cased) ? "n" : ""} ${cased}`;
    });
  const labelled = <T extends { readonly label: string }>(list: readonly T[]): T[] =>
    list.map((item) => ({ ...item, label: told(item.label) }));
  return {
    text: told(text),
    plan: { ...plan, givens: labelled(plan.givens), steps: labelled(plan.steps) },
  };
}

/** A noun none of whose words is in use yet, nor number words inside it. */
function drawUnused(used: Set<string>, random: TaskRandom): string {
  for (;;) {
    const noun = random.pick(commonNouns);
    const words = noun.split(" ");
    if (words.some((word) => used.has(word) || used.has(plural(word)))) continue;
    for (const word of words) used.add(word);
    return noun;
  }
}
