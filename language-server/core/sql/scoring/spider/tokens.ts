/**
 * Tokens as the official script gets them: quoted texts are put aside, the rest goes through NLTK's word tokeniser
 * (whose rules for English are kept where they touch SQL: "a=1" stays one word, "cannot" becomes two). Everything is
 * lower-case except quoted text, which keeps its letters and gets double quotes. Null when a quote has no partner.
 *
 * Left out: NLTK first cuts its input into sentences by a trained model, which matters only for a statement with
 * ". ", "? " or "! " outside quotes.
 */
export function spiderTokens(sql: string): string[] | null {
  const pieces = sql.replaceAll("'", '"').split('"');
  if (pieces.length % 2 === 0) return null;
  const texts = new Map<string, string>();
  const unquoted = pieces
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const placeholder = `__val_${index}__`;
      texts.set(placeholder, `"${piece}"`);
      return placeholder;
    })
    .join("");
  const tokens = words(unquoted).map((word) => texts.get(word.toLowerCase()) ?? word.toLowerCase());
  return joinComparisons(tokens);
}

/** The rules of NLTK's word tokeniser for a text without quotes, in their order. */
function words(text: string): string[] {
  return ` ${text
    .replace(/[«“‘„]|`+/g, " $& ")
    .replace(/([^.])(\.)([\])}>»”’ ]*)\s*$/, "$1 $2 $3 ")
    .replace(/([:,])([^\d])/g, " $1 $2")
    .replace(/([:,])$/, " $1 ")
    .replace(/\.{2,}/g, " $& ")
    .replace(/[;@#$%&]/g, " $& ")
    .replace(/[\u2012-\u2015]/g, " $& ")
    .replace(/[?!]/g, " $& ")
    .replace(/[*]/g, " $& ")
    .replace(/[\][(){}<>]/g, " $& ")
    .replace(/--/g, " -- ")} `
    .replace(/[»”’]/g, " $& ")
    .replace(
      /\b(can)(not)\b|\b(gim)(me)\b|\b(gon)(na)\b|\b(got)(ta)\b|\b(lem)(me)\b|\b(wan)(na)(?=\s)/gi,
      splitInTwo,
    )
    .split(/\s+/)
    .filter((word) => word !== "");
}

function splitInTwo(...match: unknown[]): string {
  const [head, tail] = match
    .slice(1)
    .filter((group) => typeof group === "string" && Number.isNaN(Number(group)));
  return ` ${String(head)} ${String(tail)} `;
}

/** "!" "=" → "!=", and so for > and <. */
function joinComparisons(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (token === "=" && (before === "!" || before === ">" || before === "<"))
      joined[joined.length - 1] = `${before}=`;
    else joined.push(token);
  }
  return joined;
}
