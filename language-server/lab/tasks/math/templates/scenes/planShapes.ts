import { endingSteps, type Shape, tellAmount, tellEnding } from "./shapes.ts";

/** Places for things: what there is room for against what there is. */
const capacity: Shape = {
  weight: 1.2,
  low: 2,
  high: 6,
  tell(t, steps) {
    const { story, item, scene } = t;
    const it = item.many;
    const holder = story.random.pick(scene.areLiving ? [{ one: "row", many: "rows" }] : scene.boxes);
    const ending = steps >= 4 && story.random.chance(0.4) ? 1 : 0;
    const inside = steps - 2 - ending;
    const amount = tellAmount(t, t.owner(), item, inside);
    const n = t.number(holder.many, 3, 15);
    const k = t.number(`places in each ${holder.one}`, 5, 25);
    t.one(
      `there ${t.is} room for ${k} ${it} in each ${holder.one}, and there ${t.are} ${n} such ${holder.many}.`,
      `there ${t.are} ${n} ${holder.many} with room for ${k} ${it} each.`,
      `each of the ${n} ${holder.many} ${scene.where} ${t.can} take ${k} ${it}.`,
    );
    const room = story.mul(`room in all ${holder.many}`, n, k);
    const free = story.sub("free places", room, amount.now);
    if (ending === 0) {
      t.askOne(
        `For how many more ${it} ${t.is} there room?`,
        `How many places ${t.are} still free?`,
        `How many free places ${t.are} left?`,
      );
      return;
    }
    const d = t.divisor(`${it} added per day`, free, 12);
    story.div("days until all is full", free, d);
    t.one(
      `each day ${d} more ${it} ${t.are} put there.`,
      `from then on ${d} more ${it} ${t.verbs("come")} every day.`,
    );
    t.askOne(
      `After how many days ${t.are} all places taken?`,
      `How many days ${t.does} it take to fill the free places?`,
    );
  },
};

/** What machines do. */
const made = /^(?:make|produce|print|build|finish|fill)\b/;

/** Two who work at different rates, brought together: time times rate of each. */
const twoRates: Shape = {
  weight: 1.2,
  low: 3,
  high: 6,
  fits: (t) => !t.scene.areLiving,
  tell(t, steps) {
    const { story, item, scene } = t;
    const it = item.many;
    const isMachine = scene.get.some((verb) => made.test(verb)) && story.random.chance(0.5);
    const [a, b] = isMachine
      ? [{ name: "the old machine" }, { name: "the new machine" }]
      : [t.person(), t.person()];
    const get = isMachine ? t.any(scene.get.filter((verb) => made.test(verb))) : t.any(scene.get);
    const unit = story.pick("hour", "day");
    const p = t.number(`${it} per ${unit} (${a.name})`, 3, 25);
    const q = t.number(`${it} per ${unit} (${b.name})`, 3, 25);
    story.need(p.value !== q.value);
    const n = t.number(`${unit}s (${a.name})`, 2, 8);
    const isSame = story.random.chance(0.4);
    const m = isSame ? n : t.number(`${unit}s (${b.name})`, 2, 8);
    t.one(
      isSame
        ? `${a.name} ${t.verb(get)} ${p} ${it} per ${unit} and ${b.name} ${q}. Both ${t.verbs("work")} for ${n} ${unit}s.`
        : `${a.name} ${t.verb(get)} ${p} ${it} per ${unit} for ${n} ${unit}s. ${b.name} ${t.verb(get)} ${q} ${it} per ${unit} for ${m} ${unit}s.`,
      isSame
        ? `for ${n} ${unit}s, ${a.name} ${t.verb(get)} ${p} ${it} each ${unit} while ${b.name} ${t.verb(get)} ${q}.`
        : `in ${n} ${unit}s of work, ${a.name} ${t.verb(get)} ${p} ${it} each ${unit}; ${b.name} ${t.verb("work")} ${m} ${unit}s and ${t.verb(get)} ${q} each ${unit}.`,
    );
    const x = story.mul(`${it} of ${a.name}`, p, n);
    const y = story.mul(`${it} of ${b.name}`, q, m);
    const isSum = steps > 3 || story.random.chance(0.6);
    if (!isSum) {
      story.need(x.value !== y.value);
      const isMore = x.value > y.value;
      story.sub("difference", isMore ? x : y, isMore ? y : x);
      t.askOne(
        `How many more ${it} ${t.is} that for ${isMore ? a.name : b.name} than for ${isMore ? b.name : a.name}?`,
        `What ${t.is} the difference in ${it} between ${a.name} and ${b.name}?`,
      );
      return;
    }
    let now = story.add(`${it} of both`, x, y);
    let left = steps - 3;
    if (left === 0) {
      t.askOne(
        `How many ${it} ${t.is} that [together|in all|altogether]?`,
        `How many ${it} ${t.dos} the two ${get} [together|in total]?`,
        `What ${t.is} the total number of ${it}?`,
      );
      return;
    }
    if (left > 0 && story.random.chance(0.5)) {
      left--;
      const base = t.any(scene.goes);
      const g = t.number(`${it} lost`, 2, Math.min(40, now.number - 2));
      t.one(
        `${g} of all these ${it} ${t.verbs(base)}.`,
        `together they ${t.verbs("lose")} ${g} ${it} again.`,
      );
      now = story.sub(`${it} left`, now, g);
    }
    const amount = { actor: t.owner(), item, now, shrank: false };
    if (left > 2) story.need(false);
    tellEnding(t, amount, left);
  },
};

/** A short story whose result is only one half of a known whole. */
const wholeMinus: Shape = {
  weight: 1,
  low: 2,
  high: 6,
  tell(t, steps) {
    const { story, item } = t;
    const it = item.many;
    const ending = steps > 3 ? Math.min(1, endingSteps(story, steps)) : 0;
    const whole = t.number(`${it} wanted`, 60, 400);
    const actor = t.actor();
    t.one(
      `${it} ${t.are} counted ${t.scene.where}, and there should be ${whole} of them in the end.`,
      `the plan ${t.scene.where} ${t.is} to have ${whole} ${it}.`,
      `${whole} ${it} ${t.are} wanted ${t.scene.where}.`,
    );
    const amount = tellAmount(t, actor, item, steps - 1 - ending);
    const missing = story.sub(`${it} missing`, whole, amount.now);
    if (ending === 0) {
      t.askOne(
        `How many ${it} ${t.are} missing?`,
        `How many more ${it} ${t.are} needed?`,
        `How many ${it} short of the plan ${t.is} that?`,
      );
      return;
    }
    const k = t.divisor("days", missing, 9);
    story.div(`${it} per day`, missing, k);
    t.one(
      `the missing ones should come within ${k} days, equally many each day.`,
      `there ${t.are} ${k} days left to get the missing ones, with the same number every day.`,
    );
    t.askOne(`How many ${it} ${t.are} needed per day?`, `How many ${it} must come each day?`);
  },
};

/** Room, pace and plans: what there is against what there could or should be. */
export const planShapes: readonly Shape[] = [capacity, twoRates, wholeMinus];
