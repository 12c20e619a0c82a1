import { withoutTags } from "./leap/summary.ts";

/**
 * A person's remark as it stands in the model's turn: told as a peer's note is, and said to be checked. Words that would
 * open or close something for the model are taken out.
 */
export const remarkText = (remark: string): string =>
  `\n\n<comment>\nA person: "${withoutTags(remark)}"\n</comment>\n\nA person has sent me a note. I will compare it with my own results before I continue.\n\n`;
