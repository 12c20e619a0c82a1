import type { Operand, Quantity } from "../../story.ts";
import { type Shape, tellAmount } from "./shapes.ts";

/** What was there at first, from what is there in the end: the changes are undone one by one. */
const backwards: Shape = {
  weight: 1.5,
  low: 2,
  high: 5,
  tell(t, steps) {
    const { story, item, scene } = t;
    const it = item.many;
    // Told forwards with numbers kept for the way back; the start is secret.
    const secret = story.random.integer(10, 80);
    let value = secret;
    const back: ((now: Quantity) => Quantity)[] = [];
    const S = t.owner();
    const began = [
      `${scene.where} there ${t.are} some ${it}.`,
      `no one knows how many ${it} there ${t.are} ${scene.where} at first.`,
      `there ${t.are} a number of ${it} ${scene.where}.`,
    ];
    t.one(...began);
    for (let i = 0; i < steps; i++) {
      const kind = story.random.pick(
        value <= 60 ? ["gain", "loss", "loss", "double"] : ["gain", "loss", "loss"],
      );
      const w = t.when();
      if (kind === "double") {
        t.one(`${w}the number of ${it} ${t.verb("double")}.`, `${w}it ${t.verb("become")} twice as many.`);
        back.push((now) => story.div(`${it} before it doubled`, now, 2));
        value *= 2;
      } else if (kind === "gain") {
        const come = t.any(scene.comes);
        const n = t.number(`${it} added`, 2, 40);
        t.one(`${w}${n} more ${it} ${t.verbs(come)}.`, `${w}another ${n} ${it} ${t.verbs(come)}.`);
        back.push((now) => story.sub(`${it} before the ${n.digits} more`, now, n));
        value += n.number;
      } else {
        const go = t.any(scene.goes);
        const n = t.number(`${it} lost`, 2, Math.min(40, value - 2));
        t.one(`${w}${n} of them ${t.verbs(go)}.`, `${w}${n} ${it} ${t.verbs(go)}.`);
        back.push((now) => story.add(`${it} before the loss of ${n.digits}`, now, n));
        value -= n.number;
      }
    }
    let now: Quantity = t.number(`${it} in the end`, value, value);
    t.one(
      `[Now|In the end] there ${t.are} ${now} ${it}.`,
      `after all this, ${now} ${it} ${t.are} there.`,
      `[Then|At the end] ${S.name} ${t.verb("count")} ${now} ${it}.`,
    );
    for (const undo of back.reverse()) now = undo(now);
    t.askOne(
      `How many ${it} were there at first?`,
      `With how many ${it} did it begin?`,
      `How many ${it} were there in the beginning?`,
    );
  },
};

/** Parts of a whole in fractions and percentages; the rest is asked for, or used. */
const remainder: Shape = {
  weight: 1.5,
  low: 3,
  high: 5,
  tell(t, steps) {
    const { story, item, scene } = t;
    const it = item.many;
    const words: Readonly<Record<number, string>> = {
      2: "half",
      3: "a third",
      4: "a quarter",
      5: "a fifth",
      6: "a sixth",
    };
    const [i, j] = story.random.pick([
      [2, 3],
      [2, 4],
      [3, 4],
      [4, 2],
      [3, 6],
      [2, 5],
      [5, 2],
      [4, 6],
      [3, 2],
    ] as const);
    const n = story.multiple(it, i * j, 2, 20);
    const kinds = story.random.pick([
      ["red", "blue", "green"],
      ["large", "small", "tiny"],
      ["new", "used", "damaged"],
      ["round", "square", "oval"],
    ] as const);
    const who = scene.areLiving
      ? (["are from France", "are from Spain", "are from Italy"] as const)
      : kinds.map((kind) => `are ${kind}`);
    const name = (index: number): string => (who[index] ?? "").replace("are ", "");
    const a = story.div(`${it} ${name(0)}`, n, i);
    t.one(
      `there are ${n} ${it} ${scene.where}.`,
      `someone counts ${n} ${it} ${scene.where}.`,
      `${n} ${it} are ${scene.where}.`,
    );
    let rest: Quantity;
    if (story.random.chance(0.5)) {
      // The second part is taken of what the first leaves.
      const after = story.sub(`${it} without those`, n, a);
      story.need(after.number % j === 0);
      if (steps === 3) {
        t.one(
          `${words[i]} of them ${who[0]}, and ${words[j]} of the others ${who[1]}.`,
          `${words[i]} ${who[0]}. Of the rest, ${words[j]} ${who[1]}.`,
        );
        story.div(`${it} ${name(1)}`, after, j);
        t.askOne(`How many ${it} ${who[1]}?`, `What is the number of ${it} that ${who[1]}?`);
        return;
      }
      t.one(
        `${words[i]} of them ${who[0]}, ${words[j]} of the others ${who[1]}, and all the rest ${who[2]}.`,
      );
      rest = story.sub(`${it} ${name(2)}`, after, story.div(`${it} ${name(1)}`, after, j));
    } else {
      t.one(
        `${words[i]} of them ${who[0]}, ${words[j]} of all the ${it} ${who[1]}, and the rest ${who[2]}.`,
        `${words[i]} ${who[0]} and ${words[j]} ${who[1]}; the remaining ${it} ${who[2]}.`,
      );
      const b = story.div(`${it} ${name(1)}`, n, j);
      rest = story.sub(
        `${it} ${name(2)}`,
        steps === 3 ? n : story.sub(`${it} without the first part`, n, a),
        steps === 3 ? story.add("both parts", a, b) : b,
      );
      story.need(steps > 3);
    }
    if (steps === 5) {
      story.need(rest.value !== a.value);
      const isMore = rest.value > a.value;
      story.sub("difference", isMore ? rest : a, isMore ? a : rest);
      t.askOne(
        `What is the difference between the number of ${it} that ${who[0]} and of those that ${who[2]}?`,
        `How many more ${it} ${isMore ? who[2] : who[0]} than ${(isMore ? who[0] : who[2])?.replace("are ", "")}?`,
      );
      return;
    }
    t.askOne(`How many ${it} ${who[2]}?`, `What is the number of ${it} that ${who[2]}?`);
  },
};

/** One gets several times as much as another; the sum or the difference is known. */
const unequalShares: Shape = {
  weight: 1,
  low: 2,
  high: 5,
  tell(t, steps) {
    const { story, item } = t;
    const it = item.many;
    const [a, b] = [t.person(), t.person()];
    const k = story.pick(2, 3, 4, 5);
    const word = k === 2 ? "[twice|two times]" : `${["three", "four", "five"][k - 3]} times`;
    t.story.need(!t.scene.areLiving);
    const bonus = steps >= 4 ? tellAmount(t, t.owner(), item, steps - 3) : undefined;
    const sum = bonus?.now ?? story.multiple(it, k + 1, 3, 30);
    story.need(sum.number % (k + 1) === 0);
    const asksLess = steps === 2;
    const shareWords =
      bonus === undefined
        ? `${a.name} and ${b.name} ${t.verbs("share")} ${sum} ${it}.`
        : `${a.name} and ${b.name} ${t.verbs("share")} ${bonus.shrank ? "the rest" : "all of them"}.`;
    t.one(
      `${shareWords} ${a.name} ${t.verb("get")} ${word} as many as ${b.name}.`,
      `${shareWords} For every ${item.one} that ${b.name} ${t.verb("get")}, ${a.name} ${t.verb("get")} ${["two", "three", "four", "five"][k - 2]}.`,
      `${shareWords} The part of ${a.name} ${t.is} ${word} as large as that of ${b.name}.`,
    );
    const parts = story.add("equal parts", k, 1);
    const small = story.div(`${it} of ${b.name}`, sum, parts);
    if (asksLess) {
      t.askOne(
        `How many ${it} ${t.does} ${b.name} get?`,
        `What ${t.is} the number of ${it} that ${b.name} ${t.verb("get")}?`,
      );
      return;
    }
    story.mul(`${it} of ${a.name}`, small, k);
    t.askOne(
      `How many ${it} ${t.does} ${a.name} get?`,
      `What ${t.is} the number of ${it} that ${a.name} ${t.verb("get")}?`,
    );
  },
};

/** The mean of several days, compared or completed. */
const average: Shape = {
  weight: 1,
  low: 2,
  high: 4,
  tell(t, steps) {
    const { story, item, scene } = t;
    const it = item.many;
    const days = story.random.pick([
      ["Monday", "Tuesday", "Wednesday"],
      ["Monday", "Tuesday", "Wednesday", "Thursday"],
      ["Friday", "Saturday", "Sunday"],
      ["Saturday", "Sunday"],
    ] as const);
    const numbers = days.map((day) => t.number(`${it} on ${day}`, 5, 70));
    const listed = days.map((day, i) => `${numbers[i]} on ${day}`);
    const list = `${listed.slice(0, -1).join(", ")} and ${listed.at(-1)}`;
    const come = t.any(scene.comes);
    t.one(
      `the number of ${it} counted ${scene.where} ${t.is} ${list}.`,
      `${it} ${t.are} counted ${scene.where}: ${list}.`,
      `so many ${it} ${t.verbs(come)}: ${list}.`,
    );
    const sum = story.total(`${it} on all days`, ...(numbers as Operand[]));
    const mean = story.div(`${it} per day on average`, sum, days.length);
    const next = {
      name: days.length === 3 && days[0] === "Friday" ? "the Monday after" : "the following day",
    };
    if (steps === 2) {
      t.askOne(
        `How many ${it} ${t.is} that per day on average?`,
        `What ${t.is} the average number of ${it} per day?`,
      );
      return;
    }
    const isMore = story.pick(true, false);
    const n = t.number("difference", 2, isMore ? 30 : Math.min(30, mean.number - 1));
    t.one(
      `on ${next.name} there ${t.are} ${n} ${isMore ? "more" : "fewer"} ${it} than the average of these days.`,
    );
    const last = isMore
      ? story.add(`${it} on ${next.name}`, mean, n)
      : story.sub(`${it} on ${next.name}`, mean, n);
    if (steps === 3) {
      t.askOne(
        `How many ${it} ${t.are} there on ${next.name}?`,
        `What ${t.is} the number of ${it} on ${next.name}?`,
      );
      return;
    }
    story.add(`${it} on all days and ${next.name}`, sum, last);
    t.askOne(
      `How many ${it} ${t.is} that on all these days together?`,
      `What ${t.is} the number of ${it} with ${next.name} included?`,
    );
  },
};

export const otherShapes: readonly Shape[] = [backwards, remainder, unequalShares, average];
