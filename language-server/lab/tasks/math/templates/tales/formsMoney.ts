import type { Quantity, Story, Template } from "../../story.ts";
import { template } from "../../story.ts";
import { divider } from "./formsWorlds.ts";

/** Where one pays for what: place, what is bought (one/many). */
const places = `a bakery;roll/rolls,pie/pies,bun/buns,cake/cakes
a toy store;kite/kites,puzzle/puzzles,doll/dolls,robot/robots
a garden center;rose bush/rose bushes,shovel/shovels,flower pot/flower pots,bag of soil/bags of soil
a zoo;ticket/tickets,pony ride/pony rides,bag of feed/bags of feed
a stationer's;notebook/notebooks,brush/brushes,fountain pen/fountain pens,folder/folders
a fair;ride/rides,cotton candy/cotton candies,throw/throws,mask/masks
a hardware store;board/boards,can of paint/cans of paint,hinge/hinges,lock/locks
a café;tea/teas,sandwich/sandwiches,slice of cake/slices of cake,juice/juices
a sports shop;ball/balls,helmet/helmets,racket/rackets,cap/caps
a bookshop;comic/comics,novel/novels,map/maps,calendar/calendars
a market;melon/melons,cheese/cheeses,basket/baskets,jar of honey/jars of honey
a music store;drumstick/drumsticks,song book/song books,flute/flutes,string/strings
a pet shop;goldfish/goldfish,collar/collars,cage/cages,bag of seed/bags of seed
a museum;guide/guides,poster/posters,ticket/tickets,postcard set/postcard sets
a station;ticket/tickets,magazine/magazines,seat/seats,sandwich/sandwiches
a fabric shop;yard of silk/yards of silk,zipper/zippers,ribbon/ribbons,button set/button sets`
  .split("\n")
  .map((line) => {
    const [place = "", things = ""] = line.split(";");
    return { place, things: things.split(",").map((thing) => thing.split("/") as [string, string]) };
  });

const shop = (s: Story) => {
  const { place, things } = s.pick(...places);
  const [[one, many] = ["", ""], [otherOne, otherMany] = ["", ""]] = s.random.pickSome(things, 2);
  return { place, one, many, otherOne, otherMany };
};

const price = (one: string, many: string, p: Quantity): string =>
  `[one ${one} costs $${p}|the price of a ${one} is $${p}|for every ${one} one pays $${p}|${many} are $${p} each|$${p} is the price of one ${one}|${many} are sold at $${p} apiece]`;

const bought = (who: string, n: Quantity, many: string, place: string): string =>
  `[${who} takes ${n} ${many}|${n} ${many} are bought by ${who}|at ${place} ${who} buys ${n} ${many}|${who} goes to ${place} for ${n} ${many}|${who} needs ${n} ${many} from ${place}]`;

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
  template("fo-money-profit", [2, 3, 4], (s, steps) => {
    const { one, many } = shop(s);
    const who = s.person();
    const n = s.num(many, 4, 30);
    const q = s.cash(`sale price of a ${one}`, 5, 30);
    if (steps === 2) {
      const p = s.cash(`cost of a ${one}`, 2, 15);
      s.need(q.value > p.value);
      s.say(
        `[${who.name} buys ${n} ${many} for $${p} each and sells all of them at $${q}.|Each ${one} costs ${who.name} $${p} and brings $${q} when it is sold. ${n} ${many} are sold.|${n} ${many} are bought at $${p} and sold at $${q} apiece by ${who.name}.]`,
      );
      s.mul("profit", s.sub(`profit on a ${one}`, q, p), n);
    } else {
      const m = s.cash("cost of the whole lot", 20, 200, 5);
      s.say(
        `[${who.name} pays $${m} for a lot of ${many} and sells ${n} of them at $${q} each.|${n} ${many} from a lot that cost ${who.name} $${m} are sold for $${q} apiece.|At $${q} each, ${who.name} sells ${n} ${many}. The whole lot had cost $${m}.]`,
      );
      const k = s.cash("stand rent", 4, 40);
      s.say(
        `[The stand costs $${k}.|$${k} must be paid for the stand.|A further $${k} is the rent for the stand.]`,
      );
      const x = s.sub("money after the lot", s.mul("money from the sale", n, q), m);
      const y = s.sub("profit", x, k);
      if (steps === 4) {
        const f = divider(s, "partners", y, 2, 6);
        s.say(
          `[${f} partners share the profit equally.|The profit goes to ${f} partners in equal parts.|What is gained is divided evenly between ${f} people.]`,
        );
        s.div("profit of each", y, f);
        return s.ask(
          "[How much does each of them get|What is the share of each, in dollars|How many dollars go to each one]?",
        );
      }
    }
    s.ask(
      `[What is ${who.name}'s profit, in dollars|How much money does ${who.name} gain|How many dollars does ${who.name} make with that|How much does this bring in after costs]?`,
    );
  }),
  template("fo-money-dearer", [1, 2, 3], (s, steps) => {
    const { place, one, many, otherOne, otherMany } = shop(s);
    const [p, d] = [s.cash(`price of a ${one}`, 8, 90), s.cash("difference", 2, 40)];
    const up = s.random.chance(0.5);
    s.say(
      s.random
        .shuffle([
          `[At ${place} a ${one} costs $${p}.|A ${one} is sold for $${p}.|$${p} is the price of a ${one} at ${place}.]`,
          up
            ? `[A ${otherOne} costs $${d} more than a ${one}.|A ${one} is $${d} cheaper than a ${otherOne}.|If a ${otherOne} were $${d} cheaper, it would cost as much as a ${one}.|One saves $${d} by taking a ${one} instead of a ${otherOne}.]`
            : `[A ${otherOne} costs $${d} less than a ${one}.|A ${one} is $${d} dearer than a ${otherOne}.|If a ${otherOne} were $${d} dearer, it would cost as much as a ${one}.|One saves $${d} by taking a ${otherOne} instead of a ${one}.]`,
        ])
        .join(" "),
    );
    const q = up ? s.add(`price of a ${otherOne}`, p, d) : s.sub(`price of a ${otherOne}`, p, d);
    if (steps === 1)
      return s.ask(
        `[How much does a ${otherOne} cost|What is the price of a ${otherOne}|How many dollars must one pay for a ${otherOne}]?`,
      );
    if (steps === 2 && s.random.chance(0.5)) {
      s.add("price of both", p, q);
      return s.ask(
        `[How much do a ${one} and a ${otherOne} cost together|What is the price of the two together|How many dollars does one need for one ${one} and one ${otherOne}]?`,
      );
    }
    const n = s.num(otherMany, 2, 9);
    const who = s.person();
    s.say(
      `[${who.name} buys ${n} ${otherMany}.|${n} ${otherMany} are ordered by ${who.name}.|On the list of ${who.name} there are ${n} ${otherMany}.]`,
    );
    const x = s.mul(`cost of the ${otherMany}`, q, n);
    if (steps === 2)
      return s.ask(
        `[How much is that in all|How many dollars do these ${otherMany} cost|What does ${who.name} pay]?`,
      );
    s.say(`[One ${one} is bought too.|${who.name} takes a ${one} as well.|Also, a ${one} goes on the bill.]`);
    s.add("cost of everything", x, p);
    s.need(many !== otherMany);
    s.ask(
      `[How much is that in all|How many dollars does everything cost|What does ${who.name} pay altogether]?`,
    );
  }),
  template("fo-money-earned", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const work = s.pick(
      "walking dogs",
      "cutting grass",
      "delivering papers",
      "babysitting",
      "washing windows",
      "picking grapes",
      "tutoring",
      "painting fences",
      "shoveling snow",
      "waiting tables",
      "repairing bikes",
      "singing at weddings",
    );
    const unit = s.pick("hour", "job", "morning", "evening");
    const [p, n] = [s.cash(`dollars per ${unit}`, 5, 35), s.num(`${unit}s`, 2, 15)];
    s.say(
      `[For ${work}, ${who.name} gets $${p} per ${unit}. This week it is ${n} ${unit}s.|${who.name} earns $${p} each ${unit} by ${work} and does it for ${n} ${unit}s.|${n} ${unit}s of ${work} are done by ${who.name}, at $${p} per ${unit}.|${work} brings ${who.name} $${p} every ${unit}, and there are ${n} ${unit}s.]`,
    );
    let x = s.mul("money earned", p, n);
    if (steps > 1) {
      const b = s.cash("change", 3, 60);
      const up = s.random.chance(0.5);
      s.say(
        up
          ? `[There is also a bonus of $${b}.|Someone adds a tip of $${b}.|To this come $${b} from a friend.]`
          : `[$${b} of it is spent on food.|The way there costs $${b} in all.|${who.name} pays $${b} of it to a helper.]`,
      );
      x = up ? s.add("money with that", x, b) : s.sub("money left", x, b);
    }
    if (steps > 2) {
      if (s.random.chance(0.5)) {
        s.say(
          `[${who.name} keeps half of it and gives away the other half.|Half of this goes to ${who.name}'s family, the other half stays with ${who.name}.|Half of what is there then is spent on clothes.]`,
        );
        x = s.div("half of the money", x, 2);
      } else {
        const g = s.cash(`old savings`, 10, 100, 5);
        s.say(
          `[In the money box there were $${g} from before.|Earlier savings of ${who.name} come to $${g}.|All this is put with $${g} of older savings.]`,
        );
        x = s.add("money with the savings", x, g);
      }
    }
    if (steps === 4) {
      const h = s.cash("cost of a hat", 4, 30);
      s.say(
        `[From that money a hat for $${h} is bought.|A hat takes $${h} out of this sum.|$${h} of this sum goes for a hat.]`,
      );
      s.sub("money after the hat", x, h);
    }
    s.ask(
      steps === 1
        ? `[How much does ${who.name} earn|How many dollars is that|How much money does ${who.name} get for this]?`
        : "[How much money is that in the end|How many dollars does this sum come to|What amount is it then, in dollars]?",
    );
  }),
];
