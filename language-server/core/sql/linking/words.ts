import pluralize from "pluralize";
import { stemmer } from "stemmer";

/** A word or number of a question. `start` and `end` are UTF-16 offsets into the question. */
export interface QuestionToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly stem: string;
  /** Function words, and words that only say what to do with the rows ("show", "list"). */
  readonly stop: boolean;
}

/** Words whose singular is another word. */
const unchanged: ReadonlySet<string> = new Set(["goods", "sales", "news", "data", "media"]);
const forms = new Map<string, { readonly lemma: string; readonly stem: string }>();
const cachedForms = 50_000;

function formsOf(word: string): { readonly lemma: string; readonly stem: string } {
  const lower = word.toLowerCase();
  const known = forms.get(lower);
  if (known !== undefined) return known;
  const lemma = unchanged.has(lower) ? lower : pluralize.singular(lower);
  const found = { lemma, stem: stemmer(lemma) };
  if (forms.size >= cachedForms) forms.clear();
  forms.set(lower, found);
  return found;
}

/** The form in which words of questions and of names are the same: lower-case, singular. */
export const lemmaOf = (word: string): string => formsOf(word).lemma;

/** What a word shares with the words derived from it (Porter): publish, published, publisher. */
export const stemOf = (word: string): string => formsOf(word).stem;

const identifierWords = /\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu;

/** Words of a name, lower-case: split at blanks, signs, digits and changes of case (`GNPOld` → gnp, old; `userIDs` → user, ids). */
export function splitIdentifier(name: string): string[] {
  return (name.match(identifierWords) ?? []).map((word) => word.toLowerCase());
}

const questionWords = /[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*|\d+(?:[.,]\d+)*/gu;

/** Words and numbers of a question, in order; names in it (`flight_number`) give their words. */
export function tokenizeQuestion(question: string): QuestionToken[] {
  const tokens: QuestionToken[] = [];
  for (const match of question.matchAll(questionWords)) {
    let from = 0;
    for (const text of subwords(match[0])) {
      const offset = match[0].indexOf(text, from);
      from = offset + text.length;
      const start = match.index + offset;
      tokens.push({
        text,
        start,
        end: start + text.length,
        ...formsOf(text),
        stop: stopWords.has(text.toLowerCase()) || isSorting(question.slice(0, start), text),
      });
    }
  }
  return tokens;
}

/** "in alphabetical order": not the orders of a shop. */
const isSorting = (before: string, word: string): boolean =>
  /^order$/i.test(word) &&
  /(?:alphabetic|alphabetical|lexicographic|lexicographical|ascending|descending|increasing|decreasing|reverse|chronological|in(?: the)?)\s*$/i.test(
    before,
  );

const subwords = (word: string): readonly string[] =>
  /\p{Ll}\p{Lu}/u.test(word) ? (word.match(identifierWords) ?? [word]) : [word];

/** Lower-case words joined by one blank: the form in which values are compared. */
export const valueKey = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? []).join(" ");

export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at away be because been before being below between both but by can
  could did do does doing done down during each either else ever every few for from further get had has have having he
  her here hers him his how i if in into is it its itself just least less let like lot many may me might more most much
  must my neither no nor not of off on once one ones only onto or other others our out over own per please s same shall
  she should since so some such t than that the their theirs them then there these they this those through to too
  under until up upon us very want was we were what when where whether which while who whom whose why will with within
  without would yet you your show list find give return tell display count compute calculate get retrieve select
  together sorted sort ordered respectively using used use`.split(/\s+/),
);
