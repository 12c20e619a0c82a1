/** Options of multiple-choice questions and the letter of the right one. */
import { isFieldTable } from "./fieldValues.ts";

export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

/**
 * Options without their letters. Accepts a list (`["A)21", …]`, `["21", …]`), a table by letter (`{"A": "21"}`),
 * ARC's `{text: […], label: […]}` and, for CSV, a JSON list as text. Undefined if the value holds no options.
 */
export function readOptions(
  value: unknown,
  itemText: (item: unknown, key: string | number) => string | undefined,
): readonly string[] | undefined {
  if (typeof value === "string") {
    const list = listFromText(value);
    return list === undefined ? undefined : readOptions(list, itemText);
  }
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (const [index, item] of value.entries()) {
      const text = itemText(item, index);
      if (text === undefined) return undefined;
      items.push(text.trim());
    }
    return items.length < 2 || items.length > 26 ? undefined : withoutLetters(items);
  }
  if (!isFieldTable(value)) return undefined;
  if (Array.isArray(value.text)) return readOptions(value.text, itemText);
  const letters = Object.keys(value).sort();
  if (letters.length < 2 || letters.some((letter, index) => letter.toUpperCase() !== letterOf(index)))
    return undefined;
  const items = letters.map((letter) => itemText(value[letter], letter)?.trim());
  return items.every((item) => item !== undefined) ? items : undefined;
}

function listFromText(text: string): unknown[] | undefined {
  if (!text.trimStart().startsWith("[")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Letters are only taken off when every option carries its own: "A) 21" in the first place, "B) …" in the second. */
function withoutLetters(items: readonly string[]): readonly string[] {
  const bare = items.map((item, index) => {
    const match = /^\(?([A-Za-z])\s*[).:]\s*/.exec(item);
    return match?.[1]?.toUpperCase() === letterOf(index) ? item.slice(match[0].length) : undefined;
  });
  return bare.every((item) => item !== undefined) ? bare : items;
}

/** The question with its options as lines `(A) …`, as the model sees it. */
export function textWithOptions(question: string, options: readonly string[]): string {
  return `${question}\n\n${options.map((option, index) => `(${letterOf(index)}) ${option}`).join("\n")}`;
}

/**
 * The letter that a published gold stands for: a letter in any dress (`c`, `(C)`, `C.`, `\text{(C)}`), the text of an
 * option, or a zero-based index. `indexFirst` for sets whose golds are indices (MMLU). Undefined if it is none of them.
 */
export function choiceLetter(
  gold: string,
  options: readonly string[],
  indexFirst: boolean,
): string | undefined {
  const bare = gold.replace(/^\\text(?:bf|rm)?\{(.*)\}$/s, "$1").trim();
  const letter = /^\(?([A-Za-z])[).:]?(?:\s|$)/.exec(bare);
  if (letter?.[1] !== undefined && (letter[0].length === bare.length || /[().:]/.test(letter[0]))) {
    const index = letter[1].toUpperCase().charCodeAt(0) - 65;
    return index < options.length ? letterOf(index) : undefined;
  }
  const asText = options.indexOf(gold.trim());
  const asIndex = /^\d{1,2}$/.test(bare) && Number(bare) < options.length ? Number(bare) : -1;
  const index = indexFirst && asIndex >= 0 ? asIndex : asText >= 0 ? asText : asIndex;
  return index < 0 ? undefined : letterOf(index);
}
