import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Stories that tell the end of a day before its beginning. */
export const homeAfter: readonly Template[] = [
  told(
    "after-before",
    (s) => {
      const who = s.person();
      const p = s.pick(
        "purse",
        "wallet",
        "piggy bank",
        "money tin",
        "coin jar",
        "pocket",
        "savings book",
        "drawer",
      );
      const e = s.cash("dollars in the end", 10, 95);
      s.say(
        `[In the evening there is $${e} in ${who.name}'s ${p}|${who.name}'s day ends with $${e} in the ${p}|At the end of the day ${who.name} has $${e} in the ${p}].`,
      );
      return { who, p, e };
    },
    {
      1: [
        (s, { p, e }) => {
          const w = s.pick("a book", "a haircut", "gas", "lunch", "flowers", "a taxi", "shoes", "medicine");
          const x = s.cash(`dollars for ${w}`, 5, 60);
          s.say(
            `[$${x} was spent on ${w} in between|During the day, ${w} cost $${x}|The only expense was $${x} for ${w}].`,
          );
          s.add("dollars at first", e, x);
          s.ask(
            `[How much was in the ${p} in the morning|How many dollars were there at first|How much money was there before]?`,
          );
        },
        (s, { p, e }) => {
          const x = s.cash("dollars found or earned", 3, 25);
          s.need(x.number < e.number);
          s.say(
            `[$${x} of that was earned during the day|That includes $${x} which came from a neighbor at noon|A friend had paid back $${x} in the afternoon].`,
          );
          s.sub("dollars at first", e, x);
          s.ask(
            `[How much was in the ${p} in the morning|How many dollars were there at first|How much money was there before]?`,
          );
        },
      ],
      2: [
        (s, { p, e }) => {
          const n = s.num("things", 2, 6);
          const c = s.cash("price of one", 2, 15);
          const w = s.pick("tickets", "notebooks", "plants", "sandwiches", "T-shirts", "books");
          s.say(
            `[${n} ${w} at $${c} each were bought|During the day ${n} ${w} were paid, each at $${c}|Before that $${c} was paid for each of ${n} ${w}].`,
          );
          s.add("dollars at first", s.mul("dollars spent", n, c), e);
          s.ask(
            `[How much was in the ${p} in the morning|How many dollars were there at first|How much money was there before]?`,
          );
        },
        (s, { p, e }) => {
          const x = s.cash("dollars spent", 5, 60);
          const y = s.cash("dollars earned", 3, 40);
          s.need(e.number + x.number > y.number);
          s.say(
            `[$${x} was spent and $${y} earned on that day|It was a day with $${x} of expenses and $${y} of income|In the course of the day $${y} came in, but $${x} went out].`,
          );
          s.sub("dollars at first", s.add("dollars without the expenses", e, x), y);
          s.ask(
            `[How much was in the ${p} in the morning|How many dollars were there at first|How much money was there before]?`,
          );
        },
        (s, { who, e }) => {
          const other = s.person();
          const x = s.cash("dollars given", 3, 30);
          s.say(
            `[That is $${x} less than ${other.name} has|${other.name} has $${x} more|With $${x} more, it would be what ${other.name} has]. [They put the money together|The two pay a bill together with all they have|Both put everything into one box].`,
          );
          s.add("dollars together", e, s.add(`dollars of ${other.name}`, e, x));
          s.ask(
            `[How many dollars is that together|How much money do ${who.name} and ${other.name} have together|What is the sum of both in dollars]?`,
          );
        },
      ],
      3: [
        (s, { p, e }) => {
          const n = s.num("things", 2, 6);
          const c = s.cash("price of one", 2, 12);
          const x = s.cash("bus fare", 3, 12);
          s.say(
            `[The bus had cost $${x}, and ${n} postcards $${c} each|Of the money, $${x} had gone to a bus ticket and $${c} to each of ${n} magazines|${n} cups of coffee at $${c} and a bus ticket at $${x} had been paid].`,
          );
          s.add("dollars at first", e, s.add("dollars spent", s.mul("dollars for the things", n, c), x));
          s.ask(
            `[How much was in the ${p} in the morning|How many dollars were there at first|How much money was there before]?`,
          );
        },
        (s, { p, e }) => {
          const x = s.cash("dollars for a gift", 3, 30);
          const y = s.cash("dollars found", 2, 9);
          s.say(
            `[Half of the morning's money was spent on food, then $${x} on a gift, and $${y} was found on the street|Half of what had been there in the morning was lent to a friend. Later $${x} was spent, and $${y} found on the stairs|On food went half of what had been there in the morning, and on a gift $${x}. A coat pocket then turned up $${y}].`,
          );
          s.mul(
            "dollars at first",
            s.add("half of the money", s.sub("dollars without those found", e, y), x),
            2,
          );
          s.ask(
            `[How much was in the ${p} in the morning|How many dollars were there at first|How much money was there before]?`,
          );
        },
      ],
    },
  ),
];
