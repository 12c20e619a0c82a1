import type { Quantity } from "../../story.ts";
import type { Noun } from "../../words.ts";
import type { Actor, Tale } from "./tale.ts";

/** How an amount comes about; takes the steps its cost says. */
export interface Start {
  readonly cost: number;
  readonly tell: (t: Tale, actor: Actor, item: Noun) => Quantity;
}

const atFirst = (item: Noun, actor: Actor): string =>
  actor.isPerson ? `${item.many} of ${actor.name}` : `${item.many} at first`;

const plain: Start = {
  cost: 0,
  tell(t, actor, item) {
    const { scene } = t;
    const n = t.number(atFirst(item, actor), 12, 160);
    const it = item.many;
    const w = t.when();
    const get = scene.get.length > 0 && t.any(scene.get);
    const S = t.subject(actor);
    t.one(
      !scene.areLiving && `${w}${S} ${t.has} ${n} ${it}.`,
      !scene.areLiving && !actor.isPerson && `${S} ${t.verb("start")} with ${n} ${it}.`,
      get !== false && `${w}${S} ${t.verb(get)} ${n} ${it}.`,
      get !== false && actor.isPerson && `${scene.where} ${S} ${t.verb(get)} ${n} ${it}.`,
      !actor.isPerson && `${w}there ${t.are} ${n} ${it} ${scene.where}.`,
      !actor.isPerson && `${n} ${it} ${t.are} ${scene.where} [at the start|in the beginning|].`,
      !actor.isPerson && `${scene.where} there ${t.are} ${n} ${it}.`,
    );
    return n;
  },
};

const groups: Start = {
  cost: 1,
  tell(t, actor, item) {
    const { scene, story } = t;
    const [box, it] = [t.box, item.many];
    const n = t.number(box.many, 3, 14);
    const k = t.number(`${it} in each ${box.one}`, 3, 20);
    const w = t.when();
    const get = scene.get.length > 0 && t.any(scene.get);
    const S = t.subject(actor);
    t.one(
      !scene.areLiving && `${w}${S} ${t.has} ${n} ${box.many} with ${k} ${it} [each|in each].`,
      get !== false && `${w}${S} ${t.verb(get)} ${n} ${box.many} of ${k} ${it} each.`,
      !actor.isPerson &&
        `there ${t.are} ${n} ${box.many} ${scene.where}, and each ${box.one} ${t.verb("hold")} ${k} ${it}.`,
      !actor.isPerson && `${scene.where} there ${t.are} ${n} ${box.many} of ${k} ${it}.`,
      !scene.areLiving && `each of the ${n} ${box.many} that ${S} ${t.has} ${t.verb("contain")} ${k} ${it}.`,
      !scene.areLiving && `${S} ${t.has} ${n} ${box.many}. Every ${box.one} ${t.verb("hold")} ${k} ${it}.`,
      scene.areLiving && `${n} ${box.many} of ${k} ${it} [each |]${t.verbs(t.any(scene.comes))}.`,
    );
    return story.mul(`${it} in the ${box.many}`, n, k);
  },
};

const twoSources: Start = {
  cost: 1,
  tell(t, actor, item) {
    t.dropCalendar();
    const { scene, story } = t;
    const it = item.many;
    const n = t.number(`${it} first`, 8, 90);
    const m = t.number(`${it} second`, 5, 90);
    const get = scene.get.length > 0 && t.any(scene.get);
    const S = t.subject(actor);
    t.forget();
    t.one(
      get !== false && `${S} ${t.verb(get)} ${n} ${it} on Saturday and ${m} on Sunday.`,
      get !== false && `${S} ${t.verb(get)} ${n} large ${it} and ${m} small ones.`,
      !scene.areLiving && `${S} ${t.has} ${n} red ${it} and ${m} blue ones.`,
      !scene.areLiving && `${S} ${t.has} ${n} old ${it} and ${t.verb("get")} ${m} new ones.`,
      !actor.isPerson &&
        `${n} ${it} ${t.verbs(t.any(scene.comes))} in the morning and ${m} in the afternoon.`,
      !actor.isPerson && `${scene.where} there ${t.are} ${n} ${it} on the left side and ${m} on the right.`,
      scene.areLiving &&
        `${n} ${it} ${t.verbs(t.any(scene.comes))} first, and ${m} more ${t.verbs("follow")}.`,
    );
    return story.add(`${it} together`, n, m);
  },
};

const perDay: Start = {
  cost: 1,
  tell(t, actor, item) {
    const { scene, story } = t;
    const it = item.many;
    const unit = story.pick("day", "hour", "week");
    const k = t.number(`${it} per ${unit}`, 4, 40);
    const n = t.number(`${unit}s`, 2, 9);
    const get = scene.get.length > 0 && t.any(scene.get);
    const come = t.any(scene.comes);
    const S = t.subject(actor);
    t.one(
      get !== false && `${S} ${t.verb(get)} ${k} ${it} [a|per|every|each] ${unit} for ${n} ${unit}s.`,
      get !== false &&
        `every ${unit} ${S} ${t.verb(get)} ${k} ${it}. ${S} ${t.verb("do")} this for ${n} ${unit}s.`,
      get !== false && `for ${n} ${unit}s ${S} ${t.verb(get)} ${k} ${it} each ${unit}.`,
      get !== false &&
        `in one ${unit} ${S} ${t.verb(get)} ${k} ${it}, and ${S} ${t.verb("work")} for ${n} ${unit}s.`,
      !actor.isPerson && `${scene.where} ${k} ${it} ${t.verbs(come)} every ${unit} for ${n} ${unit}s.`,
      !actor.isPerson && `${k} ${it} ${t.verbs(come)} each ${unit}, for ${n} ${unit}s in a row.`,
    );
    return story.mul(`${it} in ${n} ${unit}s`, k, n);
  },
};

const eachBrings: Start = {
  cost: 1,
  tell(t, actor, item) {
    const { scene, story } = t;
    const [crew, it] = [scene.crew, item.many];
    const n = t.number(crew.many, 2, 12);
    const k = t.number(`${it} from each ${crew.one}`, 3, 15);
    const bring = t.any(scene.bring);
    const to = actor.isPerson ? ` for ${actor.name}` : "";
    t.forget();
    t.one(
      `each of the ${n} ${crew.many} ${t.verb(bring)} ${k} ${it}${to}.`,
      `${n} ${crew.many} ${t.verbs(bring)} ${k} ${it} each${to}.`,
      `${n} ${crew.many} ${t.verbs("help")} ${scene.where}, and each of them ${t.verb(bring)} ${k} ${it}${to}.`,
      `there ${t.are} ${n} ${crew.many} ${scene.where}. Every ${crew.one} ${t.verb(bring)} ${k} ${it}${to}.`,
    );
    return story.mul(`${it} from all ${crew.many}`, n, k);
  },
};

const groupsAndLoose: Start = {
  cost: 2,
  tell(t, actor, item) {
    const { scene, story } = t;
    const [box, it] = [t.box, item.many];
    const n = t.number(`full ${box.many}`, 2, 12);
    const k = t.number(`${it} in each ${box.one}`, 4, 20);
    const r = t.number(`other ${it}`, 2, 30);
    story.need(!scene.areLiving);
    const S = t.subject(actor);
    t.one(
      `${S} ${t.has} ${n} ${box.many} of ${k} ${it} and ${r} loose ${it}.`,
      `besides ${r} single ${it}, ${S} ${t.has} ${n} ${box.many} with ${k} ${it} in each.`,
      `${S} ${t.has} ${r} ${it} and ${n} full ${box.many}. A full ${box.one} ${t.verb("hold")} ${k} ${it}.`,
    );
    return story.add(`all ${it}`, story.mul(`${it} in ${box.many}`, n, k), r);
  },
};

const timesYesterday: Start = {
  cost: 2,
  tell(t, actor, item) {
    t.dropCalendar();
    const { scene, story } = t;
    const it = item.many;
    const [a, b] = story.pick(
      ["Monday", "Tuesday"],
      ["Friday", "Saturday"],
      ["the first day", "the second day"],
    );
    const n = t.number(`${it} on ${a}`, 6, 60);
    const k = story.pick(2, 3, 4);
    const times = k === 2 ? "twice" : `${["three", "four"][k - 3]} times`;
    const get = scene.get.length > 0 ? t.any(scene.get) : undefined;
    const come = t.any(scene.comes);
    const S = t.subject(actor);
    t.one(
      get !== undefined && `${S} ${t.verb(get)} ${n} ${it} on ${a} and ${times} as many on ${b}.`,
      get !== undefined && `on ${a} ${S} ${t.verb(get)} ${n} ${it}. On ${b} it ${t.is} ${times} as many.`,
      !actor.isPerson &&
        `on ${a} ${n} ${it} ${t.verbs(come)}, and on ${b} ${times} as many ${it} ${t.verbs(come)}.`,
    );
    return story.add(`${it} on both days`, n, story.mul(`${it} on ${b}`, n, k));
  },
};

const theOthers: Start = {
  cost: 1,
  tell(t, actor, item) {
    const { scene, story } = t;
    const it = item.many;
    const n = t.number(`all ${it}`, 40, 200);
    const m = t.number(`${it} that do not count`, 5, n.number - 10);
    const gone = t.any(scene.goes);
    const S = t.subject(actor);
    t.one(
      !scene.areLiving && `of the ${n} ${it} that ${S} ${t.has}, ${m} ${t.verbs(gone)}.`,
      !actor.isPerson && `${m} of the ${n} ${it} ${scene.where} ${t.verbs(gone)}.`,
      !actor.isPerson && `there ${t.are} ${n} ${it} ${scene.where}, but ${m} of them ${t.verbs(gone)}.`,
    );
    return story.sub(`other ${it}`, n, m);
  },
};

const otherDay: Start = {
  cost: 2,
  tell(t, actor, item) {
    t.dropCalendar();
    const { scene, story } = t;
    const it = item.many;
    const [a, b] = story.pick(
      ["Monday", "Tuesday"],
      ["Saturday", "Sunday"],
      ["the first day", "the second day"],
    );
    const n = t.number(`${it} on ${a}`, 12, 80);
    const m = t.number("difference", 2, 20);
    const isMore = story.pick(true, false);
    story.need(isMore || m.number < n.number - 2);
    const word = isMore ? "more" : "fewer";
    const get = scene.get.length > 0 ? t.any(scene.get) : undefined;
    const come = t.any(scene.comes);
    const S = t.subject(actor);
    t.one(
      get !== undefined && `on ${a} ${S} ${t.verb(get)} ${n} ${it}, and on ${b} ${m} ${word}.`,
      get !== undefined &&
        `on ${a} ${S} ${t.verb(get)} ${n} ${it}. On ${b} it ${t.is} ${m} ${word} than on ${a}.`,
      !actor.isPerson && `${n} ${it} ${t.verbs(come)} on ${a} and ${m} ${word} than that on ${b}.`,
    );
    const other = isMore ? story.add(`${it} on ${b}`, n, m) : story.sub(`${it} on ${b}`, n, m);
    return story.add(`${it} on both days`, n, other);
  },
};

/** Every way an amount can come about. */
export const starts: readonly Start[] = [
  plain,
  plain,
  groups,
  twoSources,
  perDay,
  eachBrings,
  groupsAndLoose,
  timesYesterday,
  theOthers,
  otherDay,
];
