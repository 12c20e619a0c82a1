import type { Quantity } from "../../story.ts";
import { percents } from "../../story.ts";
import { type Amount, doneLabel, range, resultLabel, type Tale } from "./tale.ts";

/** Something that happens to an amount; takes the steps its cost says. */
export interface Change {
  readonly cost: number;
  readonly fits?: (t: Tale, amount: Amount) => boolean;
  readonly tell: (t: Tale, amount: Amount) => void;
}

const things = (t: Tale): boolean => !t.scene.areLiving;
const hasGuests = (t: Tale): boolean => t.scene.take.length > 0;

function grow(t: Tale, amount: Amount, by: Quantity): void {
  amount.now = t.story.add(
    t.story.pick(`${amount.item.many} then`, `all ${amount.item.many}`),
    amount.now,
    by,
  );
  amount.shrank = false;
}

function shrink(t: Tale, amount: Amount, by: Quantity): void {
  amount.now = t.story.sub(
    t.story.pick(`${amount.item.many} left`, `${amount.item.many} after that`),
    amount.now,
    by,
  );
  amount.shrank = true;
}

const gain: Change = {
  cost: 1,
  tell(t, a) {
    const it = a.item.many;
    const { scene } = t;
    const come = t.any(scene.comes);
    const n = t.number(resultLabel(a.item, come), 2, 60);
    const w = t.when();
    const get = scene.get.length > 0 && t.any(scene.get);
    const isActive = get !== false && t.story.random.chance(0.5);
    const S = isActive ? t.subject(a.actor) : "";
    if (!isActive) t.forget();
    const bring = t.any(scene.bring);
    if (isActive)
      t.one(
        `${w}${S} ${t.verb(get)} ${n} more ${it}.`,
        `${w}${S} ${t.verb(get)} another ${n} ${it}.`,
        `${w}${S} [also |]${t.verb(get)} ${n} more.`,
        `${w}${S} ${t.verb(get)} ${n} ${it} in addition.`,
      );
    else
      t.one(
        `${w}another ${n} ${it} ${t.verbs(come)}${t.forWhom(a)}.`,
        `${w}${n} more ${it} ${t.verbs(come)}${t.forWhom(a)}.`,
        `${w}${n} more ${t.verbs(come)}.`,
        things(t) && `${w}a ${scene.crew.one} ${t.verb(bring)} ${n} more ${it}${t.forWhom(a)}.`,
        things(t) && `${w}a ${scene.crew.one} ${t.verb(bring)} ${n} more.`,
        `${w}the number of ${t.its(a)} ${t.verb("grow")} by ${n}.`,
      );
    grow(t, a, n);
  },
};

const loss: Change = {
  cost: 1,
  tell(t, a) {
    const it = a.item.many;
    const { scene } = t;
    const isActive = scene.lose.length > 0 && t.story.random.chance(0.5);
    const base = t.any(isActive ? scene.lose : scene.goes);
    const label = isActive ? doneLabel(a.item, base) : resultLabel(a.item, base);
    const n = t.number(label, 2, Math.min(70, a.now.number - 1));
    const w = t.when();
    if (isActive) {
      const S = t.subject(a.actor);
      t.one(
        `${w}${S} ${t.verb(base)} ${n} of the ${it}.`,
        `${w}${S} ${t.verb(base)} ${n} ${it}.`,
        `${w}${S} ${t.verb(base)} ${n} of them.`,
      );
    } else {
      t.forget();
      t.one(
        `${w}${n} ${t.ofThe(a)}${it} ${t.verbs(base)}.`,
        `${w}${n} of them ${t.verbs(base)}.`,
        `${w}${n} of ${t.the(a)} ${t.verbs(base)}.`,
        `unfortunately ${n} of ${t.the(a)} ${t.verbs(base)}.`,
        `${w}it ${t.verb("turn")} out that ${n} ${t.ofThe(a)}${it} ${t.isPast ? `had ${perfect(base)}` : t.verbs(base)}.`,
      );
    }
    shrink(t, a, n);
  },
};

const perfect = (base: string): string =>
  base.startsWith("be ") ? `been ${base.slice(3)}` : doneLabel({ one: "", many: "" }, base).trim();

const gainGroups: Change = {
  cost: 2,
  fits: things,
  tell(t, a) {
    const it = a.item.many;
    const [box, { scene }] = [t.story.random.pick(t.scene.boxes), t];
    const n = t.number(`${box.many} added`, 2, 9);
    const k = t.number(`${it} in each of them`, 3, 15);
    const w = t.when();
    const get = t.any(scene.get);
    const S = t.subject(a.actor);
    const come = t.any(scene.comes);
    t.one(
      `${w}${S} ${t.verb(get)} ${n} more ${box.many} of ${k} ${it} [each|].`,
      `${w}${S} ${t.verb(get)} ${n} ${box.many}, each with ${k} ${it}.`,
      `${w}${n} ${box.many} with ${k} ${it} in each ${t.verbs(come.startsWith("be ") ? come : "arrive")}${t.forWhom(a)}.`,
      `${w}a ${scene.crew.one} ${t.verb("bring")} ${n} ${box.many} holding ${k} ${it} each${t.forWhom(a)}.`,
      `${w}${S} ${t.verb("add")} ${n} ${box.many}. There ${t.are} ${k} ${it} in every ${box.one}.`,
      `${w}there ${t.are} ${n} new ${box.many}${t.forWhom(a)}, and each ${t.verb("contain")} ${k} ${it}.`,
    );
    t.forget();
    grow(t, a, t.story.mul(`${it} added`, n, k));
  },
};

const lossGroups: Change = {
  cost: 2,
  fits: things,
  tell(t, a) {
    const it = a.item.many;
    const [box, { scene }] = [t.story.random.pick(t.scene.boxes), t];
    const n = t.number(`${box.many} taken away`, 2, 6);
    const k = t.number(`${it} in each of them`, 2, Math.min(15, Math.floor((a.now.number - 1) / n.number)));
    const base = t.any(scene.lose);
    const w = t.when();
    const S = t.subject(a.actor);
    t.one(
      `${w}${S} ${t.verb(base)} ${n} ${box.many} of ${k} ${it} each.`,
      `${w}${S} ${t.verb("fill")} ${n} ${box.many} with ${k} ${it} each and ${t.verb("send")} them away.`,
      `${w}${n} ${box.many} with ${k} ${it} in each ${t.are} taken away${t.fromWhom(a)}.`,
      `${w}${S} ${t.verb(base)} ${n} full ${box.many}; each ${box.one} ${t.verb("hold")} ${k} ${it}.`,
      `${w}someone ${t.verb("take")} away ${n} ${box.many} that ${t.verbs("contain")} ${k} ${it} each${t.fromWhom(a)}.`,
    );
    t.forget();
    shrink(t, a, t.story.mul(`${it} in these ${box.many}`, n, k));
  },
};

const guestsTake: Change = {
  cost: 2,
  fits: (t) => hasGuests(t),
  tell(t, a) {
    const it = a.item.many;
    const { guest } = t.scene;
    const n = t.number(guest.many, 2, 12);
    const k = t.number(
      `${it} for each ${guest.one}`,
      2,
      Math.min(12, Math.floor((a.now.number - 1) / n.number)),
    );
    const take = t.any(t.scene.take);
    const w = t.when();
    t.forget();
    t.one(
      `${w}each of ${n} ${guest.many} ${t.verb(take)} ${k} of ${t.the(a)}.`,
      `${w}${n} ${guest.many} ${t.verbs(take)} ${k} ${t.ofThe(a)}${it} each.`,
      `${w}${n} ${guest.many} ${t.verbs("come")}, and every one of them ${t.verb(take)} ${k} ${t.ofThe(a)}${it}.`,
      `${w}there ${t.are} ${n} ${guest.many}, and each ${guest.one} ${t.verb(take)} ${k} ${t.ofThe(a)}${it}.`,
      `${w}${k} ${t.ofThe(a)}${it} ${t.verbs("go")} to each of ${n} ${guest.many}.`,
      `every ${guest.one} ${t.verb(take)} ${k} ${t.ofThe(a)}${it}, and there ${t.are} ${n} ${guest.many}.`,
    );
    shrink(t, a, t.story.mul(`${it} for the ${guest.many}`, n, k));
  },
};

const crewBrings: Change = {
  cost: 2,
  fits: things,
  tell(t, a) {
    const it = a.item.many;
    const { crew, bring } = t.scene;
    const n = t.number(crew.many, 2, 9);
    const k = t.number(`${it} from each ${crew.one}`, 2, 12);
    const verb = t.any(bring);
    const w = t.when();
    t.forget();
    t.one(
      `${w}each of ${n} ${crew.many} ${t.verb(verb)} ${k} more ${it}${t.forWhom(a)}.`,
      `${w}${n} ${crew.many} ${t.verbs(verb)} ${k} more ${it} each${t.forWhom(a)}.`,
      `${w}there ${t.are} ${n} ${crew.many}, and every ${crew.one} ${t.verb(verb)} another ${k} ${it}${t.forWhom(a)}.`,
      `${w}${n} ${crew.many} ${t.verbs("help")}. Each of them ${t.verb(verb)} ${k} more ${it}${t.forWhom(a)}.`,
      `${w}another ${k} ${it} ${t.verbs("come")} from each of ${n} ${crew.many}${t.forWhom(a)}.`,
    );
    grow(t, a, t.story.mul(`${it} from the ${crew.many}`, n, k));
  },
};

const part: Change = {
  cost: 2,
  tell(t, a) {
    const words = ["half", "a third", "a quarter", "a fifth", "a sixth"];
    const fits = range(3, 6).filter((k) => a.now.number % k === 0);
    t.story.need(fits.length > 0);
    const k = t.story.random.pick(fits);
    const word = k === 4 ? t.story.pick("a quarter", "one fourth") : (words[k - 2] ?? "");
    const top = k > 2 && k < 6 && t.story.random.chance(0.35) ? 2 : 1;
    t.story.need(top === 1 || k !== 4);
    const phrase = top === 1 ? word : `two ${k === 3 ? "thirds" : "fifths"}`;
    const label = tellShare(t, a, phrase);
    shrink(t, a, t.story.part(label, a.now, top, k));
  },
};

const half: Change = {
  cost: 1,
  tell(t, a) {
    tellShare(t, a, "half");
    a.now = t.story.div(`half of the ${a.item.many}`, a.now, 2);
    a.shrank = true;
  },
};

const percentOff: Change = {
  cost: 2,
  tell(t, a) {
    const fits = percents.filter(
      (p) => p !== 15 && p !== 5 && p < 90 && (a.now.number * p) % 100 === 0 && a.now.number % 10 === 0,
    );
    t.story.need(fits.length > 0);
    const p = t.story.oneOf("percent", fits);
    const label = tellShare(t, a, `${p} percent`);
    shrink(t, a, t.story.percent(label, a.now, p));
  },
};

/** Says that a share of the things goes; gives the label of that share. */
function tellShare(t: Tale, a: Amount, share: string): string {
  const it = a.item.many;
  const { scene } = t;
  const w = t.when();
  const isActive = scene.lose.length > 0 && t.story.random.chance(0.5);
  const base = t.any(isActive ? scene.lose : scene.goes);
  if (isActive) {
    const S = t.subject(a.actor);
    t.one(
      `${w}${S} ${t.verb(base)} ${share} of them.`,
      `${w}${S} ${t.verb(base)} ${share} of the ${it}.`,
      `${w}${S} ${t.verb(base)} ${share} of all the ${it} there ${t.are}.`,
    );
    return doneLabel(a.item, base);
  }
  t.forget();
  t.one(
    `${w}${share} of ${t.the(a)} ${t.verbs(base)}.`,
    `${w}${share} of them ${t.verbs(base)}.`,
    `of these ${it}, ${share} ${t.verbs(base)}.`,
    `${w}exactly ${share} of ${t.the(a)} ${t.verbs(base)}.`,
  );
  return resultLabel(a.item, base);
}

const multiplied: Change = {
  cost: 1,
  fits: (_, a) => a.now.number <= 150,
  tell(t, a) {
    const it = a.item.many;
    const k = t.story.pick(2, 2, 3);
    const verb = k === 2 ? "double" : "triple";
    const w = t.when();
    t.forget();
    t.one(
      `${w}the number of ${t.its(a)} ${t.verb(verb)}.`,
      `${w}there ${t.are} ${k === 2 ? "twice" : "three times"} as many ${it} [as before|].`,
      `${w}${t.the(a)} ${t.verbs("become")} ${k === 2 ? "twice" : "three times"} as many.`,
      `${w}the number of ${t.its(a)} ${t.is} ${k === 2 ? "doubled" : "tripled"}.`,
    );
    a.now = t.story.mul(`${it} then`, a.now, k);
    a.shrank = false;
  },
};

const daily = (isGain: boolean): Change => ({
  cost: 2,
  fits: (t) => things(t),
  tell(t, a) {
    const it = a.item.many;
    const { scene } = t;
    const unit = t.story.pick("day", "hour", "week");
    const n = t.number(`${unit}s`, 2, 8);
    const high = isGain ? 30 : Math.min(30, Math.floor((a.now.number - 1) / n.number));
    const k = t.number(`${it} per ${unit}`, 2, high);
    const base = t.any(isGain ? scene.get : scene.lose);
    const going = t.any(isGain ? scene.comes : scene.goes);
    const more = isGain ? "more " : "";
    const S = t.subject(a.actor);
    t.one(
      `for the next ${n} ${unit}s ${S} ${t.verb(base)} ${k} ${more}${it} [a|per|every] ${unit}.`,
      `then ${S} ${t.verb(base)} ${k} ${more}${it} each ${unit} for ${n} ${unit}s.`,
      `every ${unit} ${S} ${t.verb(base)} ${k} ${more}${it}, and this ${t.verb("go")} on for ${n} ${unit}s.`,
      `${k} ${isGain ? more : t.ofThe(a)}${it} ${t.verbs(going)}${isGain ? t.forWhom(a) : ""} every ${unit} for ${n} ${unit}s.`,
      `in each of the following ${n} ${unit}s ${k} ${isGain ? more : t.ofThe(a)}${it} ${t.verbs(going)}${isGain ? t.forWhom(a) : ""}.`,
      `over ${n} ${unit}s, ${S} ${t.verb(base)} ${k} ${more}${it} per ${unit}.`,
    );
    t.forget();
    const amount = t.story.mul(`${it} in ${n} ${unit}s`, k, n);
    if (isGain) grow(t, a, amount);
    else shrink(t, a, amount);
  },
});

const returned: Change = {
  cost: 1,
  fits: (t, a) => things(t) && a.shrank,
  tell(t, a) {
    const it = a.item.many;
    const n = t.number(`${it} that come back`, 2, 20);
    const w = t.when();
    t.forget();
    t.one(
      `${w}${n} ${it} ${t.are} brought back${t.toWhom(a)}.`,
      `but ${n} of those ${it} ${t.verbs("come")} back.`,
      `${w}${n} ${t.ofThe(a)}${it} ${t.are} found again.`,
      `${w}someone ${t.verb("return")} ${n} ${it}${t.toWhom(a)}.`,
    );
    grow(t, a, n);
  },
};

/** Twice is not twice as good: the common changes are listed more than once so that they come more often. */
export const changes: readonly Change[] = [
  gain,
  gain,
  loss,
  loss,
  gainGroups,
  lossGroups,
  guestsTake,
  guestsTake,
  crewBrings,
  part,
  half,
  percentOff,
  multiplied,
  daily(true),
  daily(false),
  returned,
];
