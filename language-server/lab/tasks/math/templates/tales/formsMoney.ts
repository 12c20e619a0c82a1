import { type Template, template } from "../../story.ts";
import { bought, price, shop } from "./formsMoneyWords.ts";
import { divider } from "./formsWorlds.ts";

export const formsMoney: readonly Template[] = [
  template("fo-money-cost", [1, 2, 3, 4], (s, steps) => {
    const { place, one, many, otherOne, otherMany } = shop(s);
    const who = s.person();
    const [n, p] = [s.num(many, 2, 12), s.cash(`price of a ${one}`, 2, 25)];
    s.say(s.random.shuffle([`${bought(who.name, n, many, place)}.`, `${price(one, many, p)}.`]).join(" "));
    let cost = s.mul(`cost of the ${many}`, n, p);
    if (steps === 1)
      return s.ask(
        `[How much does ${who.name} pay|How many dollars does that cost ${who.name}|What do the ${many} cost together|How much money is spent on ${many}]?`,
      );
    if (steps === 2 && s.random.chance(0.5)) {
      const q = s.cash(`cost of the ${otherOne}`, 3, 60);
      s.say(
        `[A ${otherOne} for $${q} is bought as well.|On top of that comes a ${otherOne} at $${q}.|Besides, ${who.name} buys a ${otherOne}, which costs $${q}.]`,
      );
      s.add("cost of everything", cost, q);
      return s.ask(
        `[How much does ${who.name} pay in all|What is the total cost|How much is that altogether, in dollars]?`,
      );
    }
    if (steps === 4) {
      const [m, q] = [s.num(otherMany, 2, 9), s.cash(`price of a ${otherOne}`, 2, 20)];
      s.say(
        `[${m} ${otherMany} at $${q} each are bought as well.|On top of that come ${m} ${otherMany}, each of them for $${q}.|Besides, there are ${m} ${otherMany} on the bill, which cost $${q} apiece.]`,
      );
      cost = s.add("cost of everything", cost, s.mul(`cost of the ${otherMany}`, m, q));
    } else if (steps === 3) {
      const d = s.cash("discount", 2, 15);
      s.say(
        `[Because of a coupon, the bill is $${d} lower.|The seller takes $${d} off the sum.|$${d} of this is taken off for a regular customer.]`,
      );
      cost = s.sub("cost after the discount", cost, d);
    }
    const have = s.cash(`money of ${who.name}`, 50, 500, 10);
    s.need(have.value !== cost.value);
    s.say(
      `[${who.name} has $${have}.|In the purse of ${who.name} there are $${have}.|The money that ${who.name} brought is $${have}.]`,
    );
    if (have.value > cost.value) {
      s.sub("money left", have, cost);
      return s.ask(
        `[How much money is left|How much change is there|How many dollars does ${who.name} still have after paying|How much does ${who.name} bring home]?`,
      );
    }
    s.sub("money missing", cost, have);
    s.ask(
      `[How much money is missing|How many more dollars does ${who.name} need|How many dollars short is ${who.name}|How much would ${who.name} have to borrow]?`,
    );
  }),
  template("fo-money-how-many", [1, 2, 3], (s, steps) => {
    const { place, one, many, otherOne } = shop(s);
    const who = s.person();
    const p = s.cash(`price of a ${one}`, 2, 20);
    const n = s.random.integer(3, 25);
    const other = steps > 1 ? s.cash(`cost of the ${otherOne}`, 4, 70) : undefined;
    const have = s.oneOf(`money of ${who.name}`, [p.number * n + (other?.number ?? 0)]);
    s.say(
      other === undefined
        ? `[${who.name} has $${have} for ${many}. ${price(one, many, p)}.|${price(one, many, p)}. ${who.name} spends $${have} on them.|At ${place} ${who.name} pays $${have} for ${many}, and ${price(one, many, p)}.]`
        : `[${who.name} has $${have}. A ${otherOne} for $${other} comes first. With the rest ${who.name} buys ${many}, and ${price(one, many, p)}.|At ${place} ${who.name} spends $${have}: $${other} for a ${otherOne} and the rest for ${many}. ${price(one, many, p)}.|${price(one, many, p)}. Of $${have}, $${other} goes for a ${otherOne} and everything else for ${many}.]`,
    );
    const rest = other === undefined ? have : s.sub(`money for ${many}`, have, other);
    const x = s.div(many, rest, p);
    if (steps === 3) {
      const m = s.num(`old ${many}`, 2, 20);
      s.say(
        `[There are ${m} ${many} at home already.|${who.name} had ${m} before.|A friend adds ${m} to these.]`,
      );
      s.add(`${many} in all`, x, m);
      return s.ask(
        `[How many ${many} are there then|How many ${many} does that make in all|What is the number of ${many} altogether]?`,
      );
    }
    s.ask(
      `[How many ${many} does ${who.name} get|How many ${many} is that|How many ${many} can be paid for in this way|What number of ${many} does ${who.name} buy]?`,
    );
  }),
  template("fo-money-unit-price", [1, 2, 3], (s, steps) => {
    const { place, one, many, otherOne } = shop(s);
    const who = s.person();
    const [n, p] = [s.num(many, 2, 12), s.random.integer(2, 40)];
    const other = steps > 1 ? s.cash(`cost of the ${otherOne}`, 3, 60) : undefined;
    const all = s.oneOf("money paid", [n.number * p + (other?.number ?? 0)]);
    s.say(
      other === undefined
        ? `[${who.name} pays $${all} for ${n} ${many} at ${place}.|${n} ${many}, all at one price, come to $${all}.|For $${all} ${who.name} gets ${n} ${many}.|The bill says: ${n} ${many}, $${all}.]`
        : `[${who.name} pays $${all} for ${n} ${many} and a ${otherOne}. The ${otherOne} is $${other} of this.|A ${otherOne} for $${other} and ${n} ${many} come to $${all}.|At ${place} ${who.name} leaves $${all}. A ${otherOne} costs $${other}, and the rest is for ${n} ${many}.]`,
    );
    const rest = other === undefined ? all : s.sub(`money for the ${many}`, all, other);
    const x = s.div(`price of a ${one}`, rest, n);
    if (steps === 3) {
      const m = s.num(`${many} of the friend`, 2, 15);
      s.need(m.value !== n.value);
      s.say(
        `[A friend wants ${m} ${many}.|Later ${m} more ${many} are bought.|The next customer asks for ${m} ${many}.]`,
      );
      s.mul(`cost of ${m} ${many}`, x, m);
      return s.ask(
        `[How much do those ${m} ${many} cost|How many dollars are needed for these ${m}|What must be paid for these ${m} ${many}]?`,
      );
    }
    s.ask(
      `[How much is one ${one}|What is the price of each ${one}|How many dollars does a single ${one} cost|How much was paid per ${one}]?`,
    );
  }),
  template("fo-money-saving", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const goal = s.pick(
      "bicycle",
      "tent",
      "guitar",
      "camera",
      "telescope",
      "pair of skates",
      "trip to the sea",
      "sewing machine",
      "puppy",
      "desk",
      "drum set",
      "kayak",
    );
    const unit = s.pick("week", "month", "day");
    const a = s.cash(`saved so far`, 10, 200, 5);
    const c = s.cash(`price of the ${goal}`, 120, 700, 10);
    s.need(c.value > a.value);
    s.say(
      `[A ${goal} costs $${c}. ${who.name} has saved $${a} so far.|${who.name} is saving for a ${goal}, which costs $${c}, and has $${a}.|To get a ${goal} for $${c}, ${who.name} puts money aside; it is $${a} by now.|"I have $${a} and want a ${goal} for $${c}," says ${who.name}.]`,
    );
    let gap = s.sub("money missing", c, a);
    if (steps === 1)
      return s.ask(
        `[How much does ${who.name} still need|How many dollars are missing|How much more money does the ${goal} take|How many more dollars must ${who.name} save]?`,
      );
    if (steps === 4) {
      const g = s.cash("money from the grandmother", 10, 80, 5);
      s.say(
        `[${who.name}'s grandmother adds $${g}.|As a present, $${g} comes from ${who.name}'s grandmother.|${who.name} gets $${g} for a birthday.]`,
      );
      gap = s.sub("money still missing", gap, g);
    }
    const w = divider(s, `saved per ${unit}`, gap, 4, 40);
    s.say(
      `[Every ${unit} $${w} is put aside.|From now on ${who.name} saves $${w} per ${unit}.|Each ${unit} there will be $${w} more.]`,
    );
    const n = s.div(`${unit}s`, gap, w);
    if (steps > 2) {
      const b = s.num(`${unit}s without saving`, 2, 8);
      s.say(
        `[But for ${b} ${unit}s nothing can be saved.|There are ${b} ${unit}s in between without any saving.|${b} ${unit}s bring nothing at all.]`,
      );
      s.add(`${unit}s in all`, n, b);
    }
    s.ask(
      `[How many ${unit}s does that take|In how many ${unit}s is there enough money|How long will it be until then, in ${unit}s|After how many ${unit}s can ${who.name} pay for it]?`,
    );
  }),
  template("fo-money-shared-bill", [1, 2, 3], (s, steps) => {
    const { place, one, many } = shop(s);
    const n = s.num("friends", 2, steps === 3 ? 5 : 9);
    const each = s.random.integer(4, 40);
    if (steps === 1) {
      const all = s.oneOf("the bill", [n.number * each]);
      s.say(
        `[${n} friends share a bill of $${all} at ${place} equally.|A bill of $${all} is paid by ${n} people in equal parts.|At ${place} ${n} people spend $${all} and all pay the same.]`,
      );
      s.div("part of each", all, n);
    } else {
      const b = s.cash(steps === 2 ? "tip" : "gift card", 3, 30);
      const up = steps === 2 && s.random.chance(0.5);
      const total = n.number * each + (up ? -b.number : b.number);
      s.need(total > 10);
      if (steps === 2) {
        const all = s.oneOf("the bill", [total]);
        s.say(
          up
            ? `[${n} friends have a bill of $${all} at ${place} and add a tip of $${b}. They share the cost equally.|With a bill of $${all} and $${b} for the way home, ${n} people share all costs equally.|The costs of $${all} and another $${b} are split evenly between ${n} people.]`
            : `[${n} friends have a bill of $${all} at ${place}. A coupon takes $${b} off, and they share the rest equally.|Of a bill of $${all}, $${b} is paid by an aunt and the rest by ${n} children in equal parts.|A bill of $${all} is reduced by $${b}; then it is split evenly between ${n} people.]`,
        );
        s.div("part of each", up ? s.add("costs", all, b) : s.sub("rest of the bill", all, b), n);
      } else {
        const m = s.num(many, 3, 12);
        const p = s.cash(`price of a ${one}`, 3, 30);
        const rest = m.number * p.number - b.number;
        s.need(rest > n.number && rest % n.number === 0);
        s.say(
          `[${n} friends buy ${m} ${many} together; ${price(one, many, p)}. A gift card pays for $${b} of it, and the rest is shared equally.|${price(one, many, p)}. ${n} people want ${m} ${many}, have a gift card of $${b}, and divide the other costs evenly.|For ${m} ${many} at $${p} each, ${n} children use a gift card of $${b} and pay the rest in equal parts.]`,
        );
        s.div("part of each", s.sub("rest to pay", s.mul(`cost of the ${many}`, m, p), b), n);
      }
    }
    s.ask(
      "[How much does each of them pay|What is the part of one person, in dollars|How many dollars does everyone have to pay|How much is it per person]?",
    );
  }),
];
