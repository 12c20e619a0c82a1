/** Past and participle of verbs that do not take `-ed`. */
const irregular: ReadonlyMap<string, readonly [string, string]> = new Map(
  `be was been,sell sold sold,buy bought bought,make made made,give gave given,take took taken,bring brought brought,send sent sent,lose lost lost,find found found,get got got,catch caught caught,build built built,put put put,cut cut cut,grow grew grown,eat ate eaten,drink drank drunk,read read read,write wrote written,leave left left,come came come,become became become,go went gone,draw drew drawn,hang hung hung,keep kept kept,lend lent lent,pay paid paid,win won won,break broke broken,throw threw thrown,feed fed fed,run ran run,spend spent spent,fall fell fallen,drive drove driven,fly flew flown,hold held held,lay laid laid,dig dug dug,let let let,set set set,stand stood stood,steal stole stolen,have had had,do did done,rise rose risen,cost cost cost,need needed needed,admit admitted admitted,weigh weighed weighed,swim swam swum,drink drank drunk,hide hid hidden,begin began begun,do did done,say said said,think thought thought,choose chose chosen,spin spun spun,tear tore torn`
    .split(",")
    .map((line) => {
      const [base = "", past = "", participle = ""] = line.split(" ");
      return [base, [past, participle] as const] as const;
    }),
);

const parts = (phrase: string): readonly [string, string] => {
  const at = phrase.indexOf(" ");
  return at < 0 ? [phrase, ""] : [phrase.slice(0, at), phrase.slice(at)];
};

function regular(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  const isShort = (verb.match(/[aeiou]+/g) ?? []).length === 1;
  if (isShort && /[^aeiou][aeiou][bdgmnpt]$/.test(verb)) return `${verb}${verb.slice(-1)}ed`;
  return `${verb}ed`;
}

/** `sells`, `gives away`, `is sold`. */
export function singularPresent(phrase: string): string {
  const [verb, rest] = parts(phrase);
  if (verb === "be") return `is${rest}`;
  if (verb === "have") return `has${rest}`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies${rest}`;
  return `${verb}${/(s|x|ch|sh|o)$/.test(verb) ? "es" : "s"}${rest}`;
}

/** `sell`, `give away`, `are sold`. */
export function pluralPresent(phrase: string): string {
  const [verb, rest] = parts(phrase);
  return `${verb === "be" ? "are" : verb}${rest}`;
}

/** `sold`, `gave away`, `was sold` or `were sold`. */
export function past(phrase: string, isPlural: boolean): string {
  const [verb, rest] = parts(phrase);
  if (verb === "be") return `${isPlural ? "were" : "was"}${rest}`;
  return `${irregular.get(verb)?.[0] ?? regular(verb)}${rest}`;
}

/** `sold`, `given away`. */
export function participle(phrase: string): string {
  const [verb, rest] = parts(phrase);
  return `${irregular.get(verb)?.[1] ?? regular(verb)}${rest}`;
}
