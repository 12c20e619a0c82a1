/** Stands for a character of a comment, so that all offsets stay those of the source. From the private use area. */
const mark = "\uE0FF";

/**
 * Comments (`%` to the end of the line with the line end, `comment` environments, `\iffalse … \fi`) overwritten by a
 * mark of the same length. An empty line after a comment stays: it ends a paragraph.
 */
export function masked(source: string): string {
  const withoutLines = source.replace(
    /\\[\s\S]|%[^\r\n]*(?:(?:\r\n|[\r\n])(?![ \t]*[\r\n])[ \t]*)?/g,
    (part) => (part.startsWith("%") ? mark.repeat(part.length) : part),
  );
  return withoutLines.replace(
    /\\begin\s*\{comment\}[\s\S]*?\\end\s*\{comment\}|\\iffalse(?![A-Za-z])[\s\S]*?\\fi(?![A-Za-z])/g,
    (part) => mark.repeat(part.length),
  );
}

/** The text without its marks. */
export function unmasked(text: string): string {
  return text.replaceAll(mark, "");
}
