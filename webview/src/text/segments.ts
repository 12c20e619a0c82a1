/** Splits a model's text into thoughts and what was said, by the tags that reasoning models use. */

export interface Segment {
  readonly kind: "thought" | "said";
  readonly text: string;
  /** A thought whose closing tag has not come. */
  readonly open: boolean;
}

const opening = /<(think|thinking|thought|reasoning)>/i;

/** Segments in order; blank ones are left out. A text that only closes a thought began inside one (template opened it). */
export function segments(text: string): Segment[] {
  const out: Segment[] = [];
  const put = (kind: Segment["kind"], part: string, open = false): void => {
    if (part.trim() !== "") out.push({ kind, text: part.trim(), open });
  };
  let rest = text;
  const strayClose = /<\/(think|thinking|thought|reasoning)>/i.exec(rest);
  const firstOpen = opening.exec(rest);
  if (strayClose !== null && (firstOpen === null || strayClose.index < firstOpen.index)) {
    put("thought", rest.slice(0, strayClose.index));
    rest = rest.slice(strayClose.index + strayClose[0].length);
  }
  for (let begin = opening.exec(rest); begin !== null; begin = opening.exec(rest)) {
    put("said", rest.slice(0, begin.index));
    const body = rest.slice(begin.index + begin[0].length);
    const close = body.toLowerCase().indexOf(`</${(begin[1] ?? "think").toLowerCase()}>`);
    if (close < 0) {
      put("thought", body, true);
      return out;
    }
    put("thought", body.slice(0, close));
    rest = body.slice(body.indexOf(">", close) + 1);
  }
  put("said", rest);
  return out;
}
