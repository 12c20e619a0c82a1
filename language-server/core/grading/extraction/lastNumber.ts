const candidate = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?(?:\/\d+)?|\.\d+/g;
const unitAfter = /^(?:kg|g|mg|cm|mm|km|m|mph|ml|l|lb|lbs|ft|in|h|hr|hrs|min|s|sec)\b/i;

/** The last number of a text (step 10); null when there is none outside words and commands. */
export function lastNumber(text: string): string | null {
  // Only the end matters; a bound keeps the work small for very long answers.
  const tail = text.length > 20_000 ? text.slice(-20_000) : text;
  let found: string | null = null;
  for (const match of tail.matchAll(candidate)) {
    const before = tail[match.index - 1] ?? " ";
    const after = tail.slice(match.index + match[0].length, match.index + match[0].length + 8);
    if (/[A-Za-z\\_]/.test(before) || (before === "." && /\d/.test(tail[match.index - 2] ?? ""))) continue;
    if (/^[A-Za-z]/.test(after) && !unitAfter.test(after)) continue;
    const signed = /[-+−]/.test(before) && !/[\d)A-Za-z]/.test(tail[match.index - 2] ?? " ");
    const percent = /^\s?\\?%/.test(after) ? "%" : "";
    found = `${signed && before !== "+" ? "-" : ""}${match[0]}${percent}`;
  }
  return found;
}
