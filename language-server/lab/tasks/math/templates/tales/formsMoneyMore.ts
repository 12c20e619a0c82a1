import { type Template, template } from "../../story.ts";
import { shop } from "./formsMoneyWords.ts";
import { divider } from "./formsWorlds.ts";

export const formsMoneyMore: readonly Template[] = [
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
    const unit = s.pick("hour", "day", "morning", "evening");
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
