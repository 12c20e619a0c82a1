import type { LinkIndex, RelatedWord, VocabularyWord } from "./linkIndex.ts";
import { lemmaOf, type QuestionToken } from "./words.ts";

/** More question words than this are not remembered at once. */
const remembered = 4096;

/** Words of the schema that each token names; stop words name nothing but themselves. */
export function relatedWords(index: LinkIndex, tokens: readonly QuestionToken[]): (readonly RelatedWord[])[] {
  return tokens.map((token, at) => {
    const alone = relatedToOne(index, token);
    if (token.stop) return alone;
    // "birth date" for a column `birthdate`.
    const joined = [tokens[at - 1], tokens[at + 1]].flatMap((other) => {
      if (other === undefined || other.stop) return [];
      const pair = other.start < token.start ? other.text + token.text : token.text + other.text;
      const word = index.wordOfLemma.get(lemmaOf(pair));
      return word === undefined ? [] : [{ word, strength: 1 }];
    });
    return [...alone, ...joined];
  });
}

function relatedToOne(index: LinkIndex, token: QuestionToken): readonly RelatedWord[] {
  const { weights } = index;
  if (/^(?:1[5-9]|20)\d\d$/.test(token.text)) {
    return ["year", "date"].flatMap((lemma) => {
      const word = index.wordOfLemma.get(lemma);
      return word === undefined ? [] : [{ word, strength: weights.year }];
    });
  }
  const same = index.wordOfLemma.get(token.lemma);
  if (token.stop || /^\d/.test(token.text)) {
    const strength = token.stop ? weights.stop : 1;
    return same === undefined || token.text.length < 3 ? [] : [{ word: same, strength }];
  }
  const known = index.relatedMemory.get(token.lemma);
  if (known !== undefined) return known;
  const lexiconId = index.lexicon?.id(token.lemma);
  const likeness = relatedStrength(index, lexiconId, same !== undefined);
  const found: RelatedWord[] = [];
  for (const [word, entry] of index.vocabulary.entries()) {
    if (word === same) {
      found.push({ word, strength: 1 });
      continue;
    }
    const strength = Math.max(
      entry.stem === token.stem ? weights.stem : 0,
      abbreviates(entry, token.lemma) ? weights.abbreviation : 0,
      isPart(entry, token.lemma) ? weights.part : 0,
      likeness(entry),
    );
    if (strength >= weights.leastStrength) found.push({ word, strength });
  }
  if (index.relatedMemory.size >= remembered) index.relatedMemory.clear();
  index.relatedMemory.set(token.lemma, found);
  return found;
}

/** How near a question's word is to a name's word in meaning; 0 without a lexicon or for a word it does not know. */
function relatedStrength(
  index: LinkIndex,
  token: number | undefined,
  named: boolean,
): (entry: VocabularyWord) => number {
  const { lexicon, weights } = index;
  if (lexicon === undefined || token === undefined) return () => 0;
  const rare = Math.min(1, Math.log(token + 2) / Math.log(weights.everydayRank + 2));
  const factor = rare * (named ? weights.besideSame : 1);
  return ({ lexiconId }) => {
    if (lexiconId === undefined) return 0;
    const beyond = (lexicon.cosine(token, lexiconId) - weights.cosineFloor) / (1 - weights.cosineFloor);
    const relation = lexicon.relation(token, lexiconId);
    const bonus = relation === undefined ? 0 : weights[relation];
    return Math.min(0.95, factor * (Math.max(0, beyond) * weights.cosineTop + bonus));
  };
}

const customary: Readonly<Record<string, string>> = {
  no: "number",
  num: "number",
  nbr: "number",
  qty: "quantity",
  amt: "amount",
  dept: "department",
  mgr: "manager",
  addr: "address",
  acct: "account",
  cust: "customer",
  emp: "employee",
  dob: "birth",
  tel: "telephone",
  pct: "percent",
  avg: "average",
  yr: "year",
  lname: "last",
  fname: "first",
  hp: "horsepower",
};

/** Names made of everyday words mean these words: "car" is not short for "career". */
const everyday = 5000;

/** Whether a name's word is short for a question's word: by custom (`qty`), or its beginning (`desc`, `temp`). */
function abbreviates({ text, lexiconId }: VocabularyWord, long: string): boolean {
  if (customary[text] === long) return true;
  if (lexiconId !== undefined && lexiconId < everyday) return false;
  return text.length >= 3 && long.length >= text.length + 3 && long.startsWith(text);
}

/** Whether a question's word starts or ends a run-together name (`useracct`, `countrycode`). */
function isPart({ text, lexiconId }: VocabularyWord, word: string): boolean {
  if (lexiconId !== undefined || word.length < 4 || text.length < word.length + 2) return false;
  return text.startsWith(word) || text.endsWith(word);
}
