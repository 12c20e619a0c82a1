import type { Actor, Amount, Tale } from "./tale.ts";

/** What the question is about, and the last steps to it. */
export interface Ending {
  readonly cost: number;
  readonly fits?: (t: Tale, amount: Amount) => boolean;
  readonly tell: (t: Tale, amount: Amount) => void;
}

const packed = (t: Tale): boolean => !t.scene.areLiving;
const priced = (t: Tale): boolean => t.scene.price !== undefined;
/** `does the bakery`, `do they`. */
const doing = (t: Tale, actor: Actor): string => `${t.does} ${actor.name}`;

const howMany: Ending = {
  cost: 0,
  tell(t, a) {
    const it = a.item.many;
    const { where, areLiving } = t.scene;
    t.askOne(
      a.shrank && `How many ${it} ${t.are} left?`,
      a.shrank && `How many ${it} [${t.verbs("remain")}|${t.are} still there]?`,
      a.shrank && !areLiving && `How many ${it} ${doing(t, a.actor)} still have?`,
      !areLiving && `How many ${it} ${doing(t, a.actor)} have [now|in the end|at the end|after all this]?`,
      !a.actor.isPerson && `How many ${it} ${t.are} there ${where} [now|then|in the end|at the end]?`,
      !a.actor.isPerson && `How many ${it} ${t.are} ${where} in the end?`,
      `How many ${it} ${t.are} there in the end?`,
      `What ${t.is} the number of ${it} in the end?`,
      `[So how|How] many ${it} ${t.are} there [altogether|in total|in all] now?`,
    );
  },
};

const money: Ending = {
  cost: 1,
  fits: priced,
  tell(t, a) {
    const it = a.item.many;
    const [low, high] = t.scene.price ?? [1, 9];
    const p = t.story.cash(`price of each`, low, high);
    t.story.mul(`money for the ${it}`, a.now, p);
    if (t.scene.areLiving) {
      t.one(
        `each of the ${it} ${t.verb("pay")} $${p}.`,
        `everyone who ${t.is} there [now|then] ${t.verb("pay")} $${p}.`,
        `the fee ${t.is} $${p} for each person there.`,
      );
      t.askOne(
        `How much money ${t.does} they pay [in all|altogether]?`,
        `What ${t.is} the total of these payments in dollars?`,
      );
      return;
    }
    t.one(
      `the rest ${t.are} sold for $${p} each.`,
      `${a.actor.name} ${t.verb("sell")} ${a.shrank ? "the rest" : "all of them"} for $${p} each.`,
      `each of the ${a.shrank ? "remaining " : ""}${it} ${t.verb("sell")} for $${p}.`,
      `one of these ${it} ${t.verb("cost")} $${p}, and all of them ${t.are} sold.`,
      `at $${p} each, ${a.shrank ? "the remaining" : "all the"} ${it} ${t.are} sold.`,
      `customers ${t.verbs("buy")} all ${a.shrank ? `that ${t.are} left` : "of them"} and ${t.verbs("pay")} $${p} for each.`,
    );
    t.askOne(
      `How much money ${doing(t, a.actor)} [get|earn|make] [from this|for them|]?`,
      `How much money ${t.is} that [in all|altogether|]?`,
      `How many dollars ${doing(t, a.actor)} take in?`,
      `What ${t.is} the income from these ${it} in dollars?`,
    );
  },
};

const profit: Ending = {
  cost: 2,
  fits: (t) => priced(t) && packed(t),
  tell(t, a) {
    const it = a.item.many;
    const [low, high] = t.scene.price ?? [1, 9];
    const p = t.story.cash("price of each", low + 1, high);
    const income = t.story.mul(`money for the ${it}`, a.now, p);
    const c = t.number("costs in dollars", 5, Math.min(150, income.number - 1));
    t.story.sub("profit", income, c);
    t.one(
      `${a.actor.name} ${t.verb("sell")} all of these ${it} at $${p} each. The costs ${t.are} $${c.digits}.`,
      `all of these ${t.are} sold for $${p} each, but ${a.actor.name} ${t.has} to pay $${c.digits} for materials.`,
      `each ${t.verb("sell")} for $${p}, and the stand ${t.verb("cost")} $${c.digits}.`,
      `having spent $${c.digits} on them, ${a.actor.name} ${t.verb("sell")} the ${it} for $${p} apiece.`,
      `the ${it} ${t.verbs("bring")} in $${p} each; $${c.digits} of this money ${t.verb("go")} to the suppliers.`,
    );
    t.askOne(
      `How much profit ${doing(t, a.actor)} make?`,
      `How much money ${t.is} left after the costs?`,
      `What ${t.is} the profit in dollars?`,
      `How many dollars ${doing(t, a.actor)} earn after paying the costs?`,
    );
  },
};

const pack: Ending = {
  cost: 1,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const { box } = t;
    const k = t.divisor(`${it} in a ${box.one}`, a.now);
    t.story.div(`${box.many} needed`, a.now, k);
    t.one(
      `${a.actor.name} ${t.verb("put")} ${k} ${it} into each new ${box.one}.`,
      `they ${t.are} packed so that there ${t.are} ${k} in every ${box.one}.`,
      `one ${box.one} ${t.verb("hold")} ${k} of these ${it}.`,
      `the ${it} ${t.are} packed ${k} to a ${box.one}.`,
      `a ${box.one} ${t.has} room for exactly ${k} ${it}.`,
    );
    t.askOne(
      `How many ${box.many} ${t.are} needed [for them|for all of these ${it}|]?`,
      `How many ${box.many} ${t.can} ${a.actor.name} fill?`,
      `How many such ${box.many} ${t.are} there then?`,
      `Into how many ${box.many} ${doing(t, a.actor)} put these ${it}?`,
    );
  },
};

const share: Ending = {
  cost: 1,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const group = t.story.pick(
      t.scene.guest,
      t.scene.crew,
      { one: "friend", many: "friends" },
      { one: "person", many: "people" },
    );
    const k = t.divisor(group.many, a.now);
    t.story.div(`${it} for each ${group.one}`, a.now, k);
    t.one(
      `${a.actor.name} ${t.verb("share")} them equally among ${k} ${group.many}.`,
      `${k} ${group.many} ${t.verbs("divide")} ${a.shrank ? "the rest" : "all of them"} equally.`,
      `they ${t.are} given to ${k} ${group.many}, and everyone ${t.verb("get")} the same number.`,
      `${a.shrank ? `what ${t.is} left` : "everything"} ${t.is} split evenly between ${k} ${group.many}.`,
      `${k} ${group.many} each ${t.verbs("get")} an equal share of these ${it}.`,
    );
    t.askOne(
      `How many ${it} ${t.does} each ${group.one} get?`,
      `How many ${it} ${t.are} there for each ${group.one}?`,
      `What ${t.is} the share of one ${group.one}?`,
      `How many ${it} ${t.does} one ${group.one} receive?`,
    );
  },
};

const goal: Ending = {
  cost: 1,
  tell(t, a) {
    const it = a.item.many;
    const g = t.number(`${it} wanted`, a.now.number + 2, a.now.number + 80);
    t.story.sub(`${it} missing`, g, a.now);
    t.one(
      !t.scene.areLiving && `${a.actor.name} ${t.verb("need")} ${g} ${it}[| in all].`,
      !t.scene.areLiving && `${a.actor.name} ${t.verb("want")} to have ${g} ${it}.`,
      `the goal ${t.is} to have ${g} ${it}.`,
      `there ${t.is} room for ${g} ${it}.`,
      `the plan ${t.is} to reach ${g} ${it}.`,
    );
    t.askOne(
      `How many ${it} ${t.are} [still missing|missing]?`,
      `How many more ${it} ${t.are} needed to get to ${g.digits}?`,
      `How many more ${it} ${t.can} be added to reach this number?`,
    );
  },
};

const compare: Ending = {
  cost: 1,
  tell(t, a) {
    const it = a.item.many;
    const isMore = t.story.pick(true, false);
    const n = isMore
      ? t.number(`${it} last year`, 2, a.now.number - 2)
      : t.number(`${it} last year`, a.now.number + 2, a.now.number + 90);
    t.story.sub("difference", isMore ? a.now : n, isMore ? n : a.now);
    const word = isMore ? "more" : "fewer";
    const base = t.isPast ? "the year before" : "last year";
    t.one(
      `${base} there ${t.isPast ? "had been" : "were"} ${n} ${it} at the same time.`,
      `${base} the final number of ${it} was ${n}.`,
      `${base} ${n} ${it} ${t.isPast ? "had been" : "were"} there in the end.`,
    );
    t.askOne(
      `How many ${word} ${it} ${t.are} there [now|this time] than ${base}?`,
      `By how much ${t.is} the number of ${it} ${isMore ? "larger" : "smaller"} than ${base}?`,
      `What ${t.is} the difference between ${t.isPast ? "that" : "this"} year and ${base}?`,
    );
  },
};

const daysToUse: Ending = {
  cost: 1,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const unit = t.story.pick("day", "hour", "week");
    const lose = t.any(t.scene.lose);
    const k = t.divisor(`${it} per ${unit}`, a.now, 25, 3);
    t.story.div(`${unit}s needed`, a.now, k);
    t.one(
      `from then on ${a.actor.name} ${t.verb(lose)} ${k} ${it} [a|per|every] ${unit}.`,
      `after that ${a.actor.name} ${t.verb(lose)} ${k} of them each ${unit}.`,
      `every ${unit}, ${k} of these ${it} ${t.are} used.`,
      `the ${it} ${t.are} used at a rate of ${k} per ${unit}.`,
    );
    t.askOne(
      `[How many ${unit}s ${t.dos} the ${it} last|For how many ${unit}s ${t.dos} they last]?`,
      `After how many ${unit}s ${t.are} all the ${it} gone?`,
      `How many ${unit}s ${t.does} it take until none ${t.is} left?`,
    );
  },
};

const boxesCost: Ending = {
  cost: 2,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const { box } = t;
    const k = t.divisor(`${it} in a ${box.one}`, a.now);
    const n = t.story.div(`${box.many} needed`, a.now, k);
    const p = t.story.cash(`price of one ${box.one}`, 2, 9);
    t.story.mul(`cost of the ${box.many}`, n, p);
    t.one(
      `the ${it} ${t.are} packed into new ${box.many} of ${k}. Each empty ${box.one} ${t.verb("cost")} $${p}.`,
      `one ${box.one} ${t.verb("hold")} ${k} ${it}, and a ${box.one} ${t.verb("cost")} $${p}.`,
      `for every ${k} ${it} ${a.actor.name} ${t.verb("buy")} a ${box.one} at $${p}.`,
    );
    t.askOne(
      `How much [money |]${t.dos} the ${box.many} for all of them cost?`,
      `How much ${doing(t, a.actor)} pay for the ${box.many}?`,
      `What ${t.is} the cost of the ${box.many} in dollars?`,
    );
  },
};

const feeAndRate: Ending = {
  cost: 2,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const p = t.story.cash(`dollars for each ${a.item.one}`, 2, 6);
    const f = t.story.cash("fixed fee", 5, 60);
    t.story.add("total cost", t.story.mul(`cost by number of ${it}`, a.now, p), f);
    t.one(
      `sending them off ${t.verb("cost")} $${p} for each ${a.item.one} and a fixed fee of $${f}.`,
      `the transport ${t.verb("cost")} $${f} plus $${p} for every one of these ${it}.`,
      `an insurance for them ${t.verb("cost")} $${f} and another $${p} per ${a.item.one}.`,
      `a driver ${t.verb("take")} them away for $${p} each and $${f} for the trip.`,
    );
    t.askOne(
      `How much ${t.is} that in all?`,
      `How much ${t.does} [it|all of this] cost [altogether|in all]?`,
      `What ${t.is} the whole price in dollars?`,
    );
  },
};

const weight: Ending = {
  cost: 1,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const w = t.number(`minutes for each`, 2, 9);
    t.story.mul("minutes in all", a.now, w);
    t.one(
      `it ${t.verb("take")} ${w} minutes to check one of these ${it}.`,
      `each of these ${it} ${t.has} to be checked, which ${t.verb("take")} ${w} minutes.`,
      `labelling one ${a.item.one} ${t.verb("take")} ${w} minutes.`,
    );
    t.askOne(
      `How many minutes ${t.does} it take for all of them?`,
      `How long ${t.does} this take for all of them, in minutes?`,
    );
  },
};

const shareAndOwn: Ending = {
  cost: 2,
  fits: packed,
  tell(t, a) {
    const it = a.item.many;
    const who = t.story.person();
    const k = t.divisor("people", a.now, 9);
    const own = t.number(`${it} of ${who.name} before`, 2, 40);
    const each = t.story.div(`${it} for each`, a.now, k);
    t.story.add(`${it} of ${who.name}`, each, own);
    const others = Math.round(k.number) - 1;
    t.story.need(others >= 2);
    t.one(
      `${who.name} and other people ${t.verbs("share")} them equally; there ${t.are} ${k} people in all. ${who.name} already ${t.has} ${own} ${it}.`,
      `${k} people, one of them ${who.name}, ${t.verbs("get")} equal shares. Before that, ${who.name} ${t.has} ${own} ${it}.`,
      `they ${t.are} divided equally among ${k} people. One of them ${t.is} ${who.name}, who ${t.has} ${own} ${it} already.`,
    );
    t.askOne(
      `How many ${it} ${t.does} ${who.name} have then?`,
      `With how many ${it} ${t.does} ${who.name} end up?`,
    );
  },
};

export const endings: readonly Ending[] = [
  howMany,
  money,
  profit,
  pack,
  share,
  goal,
  compare,
  daysToUse,
  boxesCost,
  feeAndRate,
  weight,
  shareAndOwn,
];
