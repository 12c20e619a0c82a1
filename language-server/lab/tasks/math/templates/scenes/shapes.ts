import type { Quantity, Story } from "../../story.ts";
import type { Noun } from "../../words.ts";
import { changes } from "./changes.ts";
import { endings } from "./endings.ts";
import { starts } from "./starts.ts";
import type { Actor, Amount, Tale } from "./tale.ts";

/** How the steps of a problem hang together; `tell` uses exactly `steps` of them. */
export interface Shape {
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  readonly fits?: (t: Tale) => boolean;
  readonly tell: (t: Tale, steps: number) => void;
}

/** A start and changes of exactly `steps` steps. */
export function tellAmount(t: Tale, actor: Actor, item: Noun, steps: number): Amount {
  const { random } = t.story;
  const start = random.pick(starts.filter(({ cost }) => cost <= steps));
  const amount: Amount = { actor, item, now: start.tell(t, actor, item), shrank: false };
  let left = steps - start.cost;
  while (left > 0) {
    const fitting = changes.filter((change) => change.cost <= left && (change.fits?.(t, amount) ?? true));
    const change = random.pick(fitting);
    change.tell(t, amount);
    t.story.need(amount.now.number >= 2 && amount.now.number <= 1500);
    left -= change.cost;
  }
  return amount;
}

/** The question with exactly `steps` steps. */
export function tellEnding(t: Tale, amount: Amount, steps: number): void {
  const fitting = endings.filter((ending) => ending.cost === steps && (ending.fits?.(t, amount) ?? true));
  t.story.need(fitting.length > 0);
  t.story.random.pick(fitting).tell(t, amount);
}

/** How many of the steps the ending takes: at least one step stays for the story. */
export const endingSteps = (story: Story, steps: number): number =>
  Math.min(steps - 1, story.random.weighted([[0, 0.4] as const, [1, 0.4] as const, [2, 0.2] as const]));

/** One amount from start to end. */
const line: Shape = {
  weight: 5,
  low: 1,
  high: 6,
  tell(t, steps) {
    const actor = t.actor();
    t.introduce(actor);
    const ending = endingSteps(t.story, steps);
    tellEnding(t, tellAmount(t, actor, t.item, steps - ending), ending);
  },
};

const both = (a: Actor, b: Actor): string => `${a.name} and ${b.name}`;

/** Two people, each with an own story, brought together in the end. */
const twoPeople: Shape = {
  weight: 3,
  low: 2,
  high: 6,
  fits: (t) => !t.scene.areLiving,
  tell(t, steps) {
    const { story } = t;
    const ending = story.random.chance(0.4) ? endingSteps(story, steps - 1) : 0;
    const first = story.random.integer(0, steps - 1 - ending);
    const [a, b] = [t.person(), t.person()];
    t.areTwoOwners = true;
    const { where } = t.scene;
    if (story.random.chance(0.5))
      t.one(
        `${both(a, b)} ${t.are} ${where}.`,
        `${both(a, b)} ${t.verbs("help")} ${where}.`,
        `${both(a, b)} ${t.verbs("work")} ${where}.`,
      );
    const x = tellAmount(t, a, t.item, first);
    t.forget();
    const y = tellAmount(t, b, t.item, steps - 1 - ending - first);
    t.forget();
    const it = t.item.many;
    if (ending > 0 || story.random.chance(0.55)) {
      const sum = story.add(`${it} of both`, x.now, y.now);
      const they: Amount = {
        actor: { name: "the group", he: "it", isPerson: false },
        item: t.item,
        now: sum,
        shrank: false,
      };
      t.areTwoOwners = false;
      if (ending > 0) {
        t.one(
          `They put all their ${it} together.`,
          `${both(a, b)} ${t.verbs("put")} their ${it} together.`,
          `together they ${t.have} one big collection of ${it}.`,
        );
        tellEnding(t, they, ending);
        return;
      }
      t.askOne(
        `How many ${it} [${t.dos} they|${t.dos} ${both(a, b)}] have [together|in all|altogether]?`,
        `How many ${it} ${t.are} there if the two put theirs together?`,
        `What ${t.is} the number of ${it} of the two together?`,
      );
      return;
    }
    askDifference(t, a, b, x.now, y.now, it);
  },
};

function askDifference(t: Tale, a: Actor, b: Actor, x: Quantity, y: Quantity, it: string): void {
  t.story.need(x.value !== y.value);
  const isMore = x.value > y.value;
  const [more, less] = isMore ? [a, b] : [b, a];
  t.story.sub("difference", isMore ? x : y, isMore ? y : x);
  t.askOne(
    `How many more ${it} ${t.does} ${more.name} have than ${less.name} [now|in the end|]?`,
    `How many fewer ${it} ${t.does} ${less.name} have than ${more.name} [in the end|]?`,
    `By how many ${it} ${t.is} ${more.name} ahead of ${less.name}?`,
    `What ${t.is} the difference between the two in ${it}?`,
  );
}

/** Two kinds of things, each with an own story. */
const twoKinds: Shape = {
  weight: 2.5,
  low: 3,
  high: 6,
  tell(t, steps) {
    const { story } = t;
    const actor = t.actor();
    const other = t.otherItem(t.item);
    const first = story.random.integer(0, steps - 1);
    t.introduce(actor);
    const x = tellAmount(t, actor, t.item, first);
    const y = tellAmount(t, actor, other, steps - 1 - first);
    const [i, j] = [t.item.many, other.many];
    if (story.random.chance(0.5)) {
      story.add(`${i} and ${j}`, x.now, y.now);
      t.askOne(
        `How many ${i} and ${j} ${t.are} there [together|in all|altogether] in the end?`,
        `What ${t.is} the number of ${i} and ${j} together?`,
        `How many ${t.are} there if ${i} and ${j} ${t.are} counted together?`,
      );
      return;
    }
    story.need(x.now.value !== y.now.value);
    const isMore = x.now.value > y.now.value;
    story.sub("difference", isMore ? x.now : y.now, isMore ? y.now : x.now);
    const [more, less] = isMore ? [i, j] : [j, i];
    t.askOne(
      `How many more ${more} than ${less} ${t.are} there in the end?`,
      `By how many ${t.is} the number of ${more} larger than that of the ${less}?`,
      `How many fewer ${less} than ${more} ${t.are} there then?`,
    );
  },
};

/** Someone else has more, fewer or several times as many as the amount of the story. */
const otherPerson: Shape = {
  weight: 2.5,
  low: 2,
  high: 6,
  fits: (t) => !t.scene.areLiving,
  tell(t, steps) {
    const { story } = t;
    const [a, b] = [t.person(), t.person()];
    const asksBoth = steps > 2 ? story.random.chance(0.7) : story.random.chance(0.5);
    const extra = asksBoth && steps >= 5 && story.random.chance(0.4) ? 1 : 0;
    const it = t.item.many;
    t.introduce(a);
    const x = tellAmount(t, a, t.item, steps - (asksBoth ? 2 : 1) - extra);
    t.forget();
    const kind = story.pick("times", "more", "fewer", "half");
    const label = `${it} of ${b.name}`;
    let y: Quantity;
    if (kind === "times") {
      const k = t.number("factor", 2, 5);
      const times = k.number === 2 ? "[twice|two times|2 times]" : `${k} times`;
      y = story.mul(label, x.now, k);
      t.one(
        `${b.name} ${t.has} ${times} as many ${it} as ${a.name} [in the end|then].`,
        `at that time ${b.name} ${t.has} ${times} as many.`,
        `the number of ${it} that ${b.name} ${t.has} ${t.is} ${times} as large.`,
      );
    } else if (kind === "half") {
      y = story.div(label, x.now, 2);
      t.one(
        `${b.name} ${t.has} half as many ${it} as ${a.name} [in the end|then].`,
        `what ${b.name} ${t.has} ${t.is} half of that.`,
      );
    } else {
      const n = t.number("difference", 2, kind === "more" ? 40 : Math.min(40, x.now.number - 1));
      y = kind === "more" ? story.add(label, x.now, n) : story.sub(label, x.now, n);
      t.one(
        `${b.name} ${t.has} ${n} ${kind} ${it} than ${a.name} [in the end|then].`,
        `${b.name} then ${t.has} ${n} ${kind} than ${a.name}.`,
        `in the end ${a.name} ${t.has} ${n} ${kind === "more" ? "fewer" : "more"} ${it} than ${b.name}.`,
      );
    }
    if (!asksBoth) {
      t.askOne(
        `How many ${it} ${t.does} ${b.name} have?`,
        `What ${t.is} the number of ${it} that ${b.name} ${t.has}?`,
        `How many ${it} ${t.verbs("belong")} to ${b.name}?`,
      );
      return;
    }
    if (extra === 1) {
      const sum = story.add(`${it} of both`, x.now, y);
      t.one(`${a.name} and ${b.name} ${t.verbs("put")} all their ${it} together.`);
      tellEnding(
        t,
        { actor: { name: "the group", he: "it", isPerson: false }, item: t.item, now: sum, shrank: false },
        1,
      );
      return;
    }
    if (kind === "times" && story.random.chance(0.4)) {
      askDifference(t, a, b, x.now, y, it);
      return;
    }
    story.add(`${it} of both`, x.now, y);
    t.askOne(
      `How many ${it} ${t.dos} ${both(a, b)} have [together|in all|altogether]?`,
      `How many ${it} ${t.dos} the two have [together|in total]?`,
      `How many ${it} ${t.are} there if both ${t.are} counted?`,
    );
  },
};

export const storyShapes: readonly Shape[] = [line, twoPeople, twoKinds, otherPerson];
