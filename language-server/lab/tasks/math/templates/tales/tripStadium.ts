import { type Template, template } from "../../story.ts";
import { oneWay, towns } from "./tripWords.ts";

/** Stadiums and festivals. */
export const tripStadium: readonly Template[] = [
  template("trip-stadium", [1, 2, 3], (s, steps) => {
    const game = s.pick(
      "football game",
      "athletics meeting",
      "rugby match",
      "hockey game",
      "tennis final",
      "horse show",
      "handball cup",
    );
    const [a, b] = s.random.pickSome(["north", "south", "east", "west"], 2);
    const n = s.num(`fans in the ${a} stand`, 60, 400, 5);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const d = s.num("difference", 12, 95);
          s.say(
            `[At the ${game} ${n} fans sit in the ${a} stand, ${d} fewer than in the ${b} stand|${d} more fans are in the ${b} stand than in the ${a} stand, which has ${n}|The ${a} stand holds ${n} fans of the ${game}, the ${b} stand ${d} more than that].`,
          );
          s.add(`fans in the ${b} stand`, n, d);
          s.ask(
            `[How many fans are in the ${b} stand|What number of fans sits in the ${b} stand|How many people watch from the ${b} stand]?`,
          );
        },
        () => {
          const m = s.num("fans who leave", 12, 55);
          s.say(
            `[${m} of the ${n} fans in the ${a} stand go home at half time|At half time there are ${n} fans in the ${a} stand; then ${m} leave the ${game}|Of ${n} fans in the ${a} stand, ${m} do not stay to the end of the ${game}].`,
          );
          s.sub("fans who stay", n, m);
          s.ask(
            `[How many fans stay in the ${a} stand|How many of them see the end|What number of fans is left there]?`,
          );
        },
        () => {
          s.say(
            `[Half of the ${n} fans in the ${a} stand wear scarves|${n} fans watch the ${game} from the ${a} stand, and half of them wear a scarf|One in two of the ${n} fans in the ${a} stand has a scarf on].`,
          );
          s.div("fans with scarves", n, 2);
          s.ask(
            "[How many fans wear a scarf|How many scarves can be seen there|What is the number of fans with a scarf]?",
          );
        },
      );
      return;
    }
    oneWay(
      s,
      () => {
        const m = s.num(`fans in the ${b} stand`, 60, 400, 5);
        s.say(
          `[${n} fans of the ${game} are in the ${a} stand and ${m} in the ${b} stand|The ${a} stand has ${n} fans, the ${b} stand ${m}|In the ${b} stand there are ${m} fans at the ${game}, while ${n} have come to the ${a} stand].`,
        );
        const all = s.add("fans", n, m);
        if (steps === 2) {
          const o = s.num("fans of the guests", 20, 100, 5);
          s.say(
            `[${o} of them are for the guests, all others for the home team|Only ${o} of them cheer for the guests; the others are for the home team|The guests have ${o} fans among them, and everyone else is a fan of the home team].`,
          );
          s.sub("fans of the home team", all, o);
          s.ask(
            "[How many fans are for the home team|How many people cheer for the home team|What number of fans does the home team have]?",
          );
          return;
        }
        const pc = s.oneOf("percent", [10, 20, 25, 50]);
        s.say(
          `[${pc} percent of them are children|Children make up ${pc} percent of these fans|Of all of these, ${pc} percent are children].`,
        );
        s.sub("grown-ups", all, s.percent("children", all, pc));
        s.ask(
          "[How many grown-ups are there|How many of the fans are not children|What is the number of adults]?",
        );
      },
      () => {
        const k = s.num("factor", 2, 4);
        s.say(
          `[The ${b} stand has ${k} times as many fans as the ${a} stand, where ${n} sit|${n} fans are in the ${a} stand at the ${game}. There are ${k} times as many in the ${b} stand|At the ${game} the ${a} stand has ${n} fans and the ${b} stand ${k} times that number].`,
        );
        const m = s.mul(`fans in the ${b} stand`, n, k);
        if (steps === 2) {
          s.add("fans in both", n, m);
          s.ask(
            "[How many fans are in both stands together|What is the total in the two stands|How many fans is that in all]?",
          );
          return;
        }
        const g = s.num("fans who go", 10, 55);
        s.say(
          `[After an hour ${g} fans leave the ${b} stand|${g} people in the ${b} stand go home early|Rain drives ${g} fans out of the ${b} stand].`,
        );
        s.sub("fans more", s.sub(`fans still in the ${b} stand`, m, g), n);
        s.ask(
          `[How many more fans are then in the ${b} stand than in the ${a} stand|By how many fans do the two stands differ then|How many fewer fans does the ${a} stand have after that]?`,
        );
      },
    );
  }),
  template("trip-festival-days", [1, 2, 3, 4], (s, steps) => {
    const f = s.pick(
      "lantern festival",
      "harvest festival",
      "film festival",
      "kite festival",
      "jazz festival",
      "food festival",
      "book fair",
      "winter market",
      "flower show",
    );
    const town = s.pick(...towns);
    const a = s.num("guests on Friday", 60, 300, 5);
    if (steps === 1) {
      const d = s.num("difference", 12, 55);
      oneWay(
        s,
        () => {
          s.say(
            `[On Friday ${a} guests came to the ${f}, ${d} fewer than on Saturday|On Saturday the ${f} in ${town} had ${d} more guests than on Friday, when there were ${a}|${a} guests visited the ${f} on Friday; Saturday brought ${d} more than that].`,
          );
          s.add("guests on Saturday", a, d);
          s.ask(
            "[How many guests came on Saturday|What was the number of guests on Saturday|How many people were there on Saturday]?",
          );
        },
        () => {
          s.say(
            `[On Friday ${a} guests came to the ${f}, ${d} more than on Saturday|On Saturday the ${f} in ${town} had ${d} fewer guests than on Friday, when there were ${a}|${a} guests visited the ${f} on Friday; Saturday brought ${d} less than that].`,
          );
          s.sub("guests on Saturday", a, d);
          s.ask(
            "[How many guests came on Saturday|What was the number of guests on Saturday|How many people were there on Saturday]?",
          );
        },
      );
      return;
    }
    const more = s.random.chance(0.5);
    const d = s.num("difference", 12, 55);
    s.say(
      more
        ? `[The ${f} in ${town} had ${a} guests on Friday and ${d} more on Saturday than on Friday|On Saturday ${d} more guests came to the ${f} than on Friday, which had ${a}|${a} people saw the ${f} on Friday. On Saturday it was ${d} more than that].`
        : `[The ${f} in ${town} had ${a} guests on Friday and ${d} fewer on Saturday than on Friday|On Saturday ${d} fewer guests came to the ${f} than on Friday, which had ${a}|${a} people saw the ${f} on Friday. On Saturday it was ${d} less than that].`,
    );
    const b = more ? s.add("guests on Saturday", a, d) : s.sub("guests on Saturday", a, d);
    if (steps > 2) {
      const c = s.num("guests on Sunday", 60, 300, 5);
      s.say(`[Sunday brought ${c} guests|On Sunday there were ${c}|The last day, Sunday, had ${c} guests].`);
      if (steps === 3 && s.random.chance(0.5)) {
        s.need(b.number > c.number);
        s.sub("guests more than on Sunday", s.add("guests on two days", a, b), c);
        s.ask(
          "[How many more guests came on the first two days together than on Sunday|By how many guests do Friday and Saturday together beat Sunday|How many fewer guests did Sunday have than the two other days together]?",
        );
        return;
      }
      const two = s.add("guests on two days", a, b);
      const all = s.add("guests in three days", two, c);
      if (steps === 4) {
        const t = s.num("volunteers", 2, 5);
        s.say(
          `[${t} volunteers shared the work at the gate, each for the same number of guests|At ${t} gates equal numbers of them were let in|All these guests came in through ${t} gates, the same number through each].`,
        );
        s.div("guests for each", all, t);
        s.ask(
          `[How many guests is that for each of the ${t}|What is the number of guests for one of the ${t}|How many guests were there for one of them]?`,
        );
        return;
      }
      s.ask(
        "[How many guests were there on the three days|What is the total of the three days|How many people came in all]?",
      );
      return;
    }
    oneWay(
      s,
      () => {
        s.add("guests on two days", a, b);
        s.ask(
          "[How many guests came on the two days|What is the sum of both days|How many people were there on Friday and Saturday altogether]?",
        );
      },
      () => {
        const p = s.cash("price", 2, 5);
        s.say(`[Everyone pays $${p}|A ticket is $${p}|The price is $${p} for everybody].`);
        s.mul("money on Saturday", b, p);
        s.ask(
          "[How much money came in on Saturday|What did the guests pay on Saturday|How many dollars were taken on Saturday]?",
        );
      },
    );
  }),
];
