import { type Quantity, type Story, type Template, template } from "../story.ts";

/**
 * Stories of one changing amount: a start, then things that happen to it, then the question. Every domain has words of
 * its own; how many things happen gives the number of steps, so these reach up to six.
 */
export interface Domain {
  readonly id: string;
  /** Sets the scene and gives what is counted; `who` is spoken of as `he` later. */
  begin(story: Story): Scene;
}

export interface Scene {
  /** Plural of what is counted, such as `apples`. */
  readonly what: string;
  /** Sentence for a plain start with `n`. */
  start(n: Quantity): string;
  /** Sentence for a start of `n` groups of `k`. */
  startGroups(n: Quantity, k: Quantity): string;
  /** More of them; `n` is a number or a phrase such as `3 boxes of 4`. */
  readonly gains: readonly ((n: string) => string)[];
  readonly losses: readonly ((n: string) => string)[];
  /** Half, a third or a quarter goes. */
  readonly losesPart?: (part: string) => string;
  /** What a group is called, such as `bags`. */
  readonly groups: string;
  /** What a group of the start is called, where that differs. */
  readonly startGroupName?: string;
  readonly ask: string;
  /** Money of one, asked at the end: sentence and question. */
  readonly price?: (p: string) => readonly [string, string];
  /** Equal groups at the end: sentence and question. */
  readonly split?: (n: string) => readonly [string, string];
}

const partWords = ["half", "a third", "a quarter", "a fifth"] as const;

/** The start and then enough events for the wanted number of steps. */
function tell(story: Story, scene: Scene, steps: number): void {
  const { random } = story;
  const { what } = scene;
  let left = steps;
  let now: Quantity;
  if (left >= 2 && random.chance(0.5)) {
    const groups = scene.startGroupName ?? scene.groups;
    const n = story.num(groups, 3, 15);
    const k = story.num(`${what} in each of the ${groups}`, 3, 20);
    story.say(scene.startGroups(n, k));
    now = story.mul(`${what} at first`, n, k);
    left--;
  } else {
    now = story.num(`${what} at first`, 12, 150);
    story.say(scene.start(now));
  }
  const ending = left >= 2 && random.chance(0.35) ? random.pick(["price", "split"] as const) : "none";
  if (ending !== "none" && scene[ending] !== undefined) left--;
  let turn = 0;
  while (left > 0) {
    const kinds = [
      "gain",
      "loss",
      ...(left >= 2 ? ["gain-groups", "loss-groups"] : []),
      ...(scene.losesPart ? ["part"] : []),
    ];
    const kind = random.pick(kinds);
    const opening = turn === 0 ? "" : `[Then|Later|After that|Next|Soon] `;
    turn++;
    if (kind === "part" && left >= (random.chance(0.7) ? 2 : 1)) {
      const i = random.integer(0, partWords.length - 1);
      story.say(opening + (scene.losesPart?.(partWords[i] ?? "half") ?? ""));
      if (i === 0) {
        now = story.div(`${what} after half is gone`, now, 2);
        left--;
      } else if (left >= 2) {
        const gone = story.div(`${what} that go (${partWords[i]})`, now, i + 2);
        now = story.sub(`${what} after that`, now, gone);
        left -= 2;
      } else {
        story.need(false);
      }
      continue;
    }
    const grows = kind.startsWith("gain");
    const sayings = grows ? scene.gains : scene.losses;
    const say = random.pick(sayings);
    if (kind.endsWith("groups")) {
      const n = story.num(`${scene.groups} ${grows ? "added" : "taken"}`, 2, 9);
      const k = story.num(`${what} in each of them`, 3, 15);
      story.say(opening + say(`${n} ${scene.groups} of ${k} ${what}`));
      const amount = story.mul(`${what} ${grows ? "added" : "taken"}`, n, k);
      now = grows ? story.add(`${what} then`, now, amount) : story.sub(`${what} then`, now, amount);
      left -= 2;
    } else {
      const n = story.num(`${what} ${grows ? "added" : "taken"}`, 2, 60);
      story.say(opening + say(`${n} ${grows ? `more ${what}` : what}`));
      now = grows ? story.add(`${what} then`, now, n) : story.sub(`${what} then`, now, n);
      left--;
    }
  }
  finish(story, scene, ending, now);
}

function finish(story: Story, scene: Scene, ending: "price" | "split" | "none", now: Quantity): void {
  const { what } = scene;
  if (ending === "price" && scene.price !== undefined) {
    const p = story.cash("price of each", 2, 9);
    const [sentence, question] = scene.price(p.digits);
    story.mul(`money for the ${what}`, now, p);
    story.say(sentence);
    story.ask(question);
    return;
  }
  if (ending === "split" && scene.split !== undefined) {
    const n = story.num("equal parts", 2, 12);
    const [sentence, question] = scene.split(n.digits);
    story.div(`${what} in each part`, now, n);
    story.say(sentence);
    story.ask(question);
    return;
  }
  story.ask(scene.ask);
}

export const chain = ({ id, begin }: Domain): Template =>
  template(`chain-${id}`, [1, 2, 3, 4, 5, 6], (story, steps) => tell(story, begin(story), steps));
