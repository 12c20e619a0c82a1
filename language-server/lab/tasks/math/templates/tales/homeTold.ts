import { type Story, type Template, template } from "../../story.ts";

/** What a tale can go on with after its opening; ends with the question. */
export type Turn<Opening> = (s: Story, opening: Opening) => void;

/** A scenario whose opening leads to different questions: the turns by their number of steps. */
export function told<Opening>(
  id: string,
  open: (s: Story) => Opening,
  turns: Readonly<Record<number, readonly Turn<Opening>[]>>,
  options: { readonly cents?: boolean; readonly noise?: boolean } = {},
): Template {
  return template(
    `home-${id}`,
    Object.keys(turns).map(Number),
    (s, steps) => {
      const opening = open(s);
      s.random.pick(turns[steps] ?? [])(s, opening);
    },
    options,
  );
}
