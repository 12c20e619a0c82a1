import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Pocket money: earned, saved, spent. */
export const homePocket: readonly Template[] = [
  told(
    "chore-pay",
    (s) => {
      const who = s.person();
      const [ing, noun] = s.pick(
        ["washing a car", "car washes"],
        ["walking a dog", "dog walks"],
        ["cleaning a window", "windows"],
        ["mowing a lawn", "lawns"],
        ["raking a yard", "yards"],
        ["polishing a pair of shoes", "shoe jobs"],
        ["sweeping a driveway", "driveways"],
      );
      const p = s.cash(`dollars for ${ing}`, 3, 12);
      s.say(
        `[${who.name} earns $${p} for ${ing}|For ${ing} the neighbors pay ${who.name} $${p}|${ing} brings ${who.name} $${p}].`,
      );
      return { who, noun, p, ing };
    },
    {
      1: [
        (s, { who, noun, p }) => {
          const n = s.num(noun, 3, 12);
          s.say(
            `[This month there were ${n} ${noun}|${who.name} did ${n} ${noun} last week|${n} ${noun} are done by Sunday].`,
          );
          s.mul("money", n, p);
          s.ask(
            `[How much does ${who.name} earn|How many dollars is that|What is ${who.name} paid altogether]?`,
          );
        },
        (s, { who, noun, p }) => {
          const g = s.multiple("price of the wish", p, 4, 12);
          const w = s.pick(
            "skateboard",
            "game",
            "bicycle helmet",
            "pair of headphones",
            "concert ticket",
            "jacket",
            "camera",
          );
          s.say(
            `[${who.name} would like a ${w} for $${g}|A ${w} costs $${g}, and ${who.name} wants it|To buy a ${w}, ${who.name} needs $${g}].`,
          );
          s.div(noun, g, p);
          s.ask(
            `[How many ${noun} does it take to earn that|How many ${noun} must ${who.name} do|What number of ${noun} pays for it]?`,
          );
        },
      ],
      2: [
        (s, { who, noun, p }) => {
          const n = s.num(noun, 3, 9);
          const h = s.cash("savings", 10, 60);
          s.say(
            `[${who.name} already had $${h} and does ${n} ${noun} now|Before doing ${n} ${noun}, ${who.name} owned $${h}|There was $${h} in the piggy bank. Then come ${n} ${noun}].`,
          );
          s.add("money in all", s.mul("money earned", n, p), h);
          s.ask(
            `[How much money does ${who.name} have then|How many dollars are there in all|What does ${who.name} own after that, in dollars]?`,
          );
        },
        (s, { who, noun, p }) => {
          const n = s.num(noun, 3, 8);
          const g = s.cash("price", 97, 150);
          s.say(
            `[${who.name} is saving for a bicycle at $${g} and has done ${n} ${noun} so far|After ${n} ${noun}, ${who.name} looks at a scooter for $${g}|A pair of skates costs $${g}. ${who.name} has done ${n} ${noun}].`,
          );
          s.sub("money missing", g, s.mul("money earned", n, p));
          s.ask(
            `[How much more money does ${who.name} need|How many dollars are still missing|How many dollars short is ${who.name}]?`,
          );
        },
        (s, { who, noun, p }) => {
          const h = s.cash("savings", 10, 60);
          const g = s.cash("price", 65, 120);
          s.need((g.number - h.number) % p.number === 0);
          s.say(
            `[A tablet costs $${g}, and ${who.name} has $${h}|With $${h} in hand, ${who.name} dreams of a telescope for $${g}|${who.name} owns $${h} and wants a guitar that costs $${g}].`,
          );
          s.div(noun, s.sub("money to earn", g, h), p);
          s.ask(
            `[How many ${noun} must ${who.name} do to pay for it|How many ${noun} will bring in the missing money|For how many ${noun} must ${who.name} be paid before that is possible]?`,
          );
        },
      ],
      3: [
        (s, { who, noun, p }) => {
          const other = s.person();
          const n = s.num(`${noun} of ${who.name}`, 5, 9);
          const m = s.num(`${noun} of ${other.name}`, 2, 4);
          s.say(
            `[${who.name} does ${n} ${noun}, and ${other.name}, at the same pay, does ${m}|${other.name} gets the same pay and does ${m} ${noun}, whereas ${who.name} does ${n}|Last month ${n} ${noun} were done by ${who.name} and ${m} by ${other.name}, who is paid just as well].`,
          );
          s.sub("difference", s.mul(`pay of ${who.name}`, n, p), s.mul(`pay of ${other.name}`, m, p));
          s.ask(
            `[How much more does ${who.name} earn than ${other.name}|How many dollars less does ${other.name} get|By how many dollars do their earnings differ]?`,
          );
        },
        (s, { who, noun, p }) => {
          const n = s.num(noun, 4, 12);
          const c = s.cash("cost of gloves", 3, 9);
          const f = s.num("friends", 2, 4);
          s.say(
            `[Together with friends, ${who.name} does ${n} ${noun}. After paying $${c} for gloves, the ${f} of them share the money equally|The money for ${n} ${noun}, minus $${c} for tools, is divided equally among ${f} helpers|${n} ${noun} are done by a team of ${f}. They spend $${c} of the money on lemonade and divide the rest equally].`,
          );
          s.div("money for one", s.sub("money to share", s.mul("money earned", n, p), c), f);
          s.ask("[How many dollars does each of them get|How much is one share|What does each one earn]?");
        },
      ],
    },
  ),
  told(
    "allowance-weeks",
    (s) => {
      const who = s.person();
      const a = s.cash("allowance a week", 4, 15);
      s.say(
        `[${who.name} gets $${a} of pocket money a week|Every Friday ${who.name}'s parents hand over $${a}|The weekly allowance of ${who.name} is $${a}].`,
      );
      return { who, a };
    },
    {
      1: [
        (s, { who, a }) => {
          const b = s.cash("money spent", 2, 10);
          s.need(b.number < a.number);
          s.say(
            `[This week $${b} went on ${s.pick("comics", "candy", "stickers", "bus fares", "snacks")}|${who.name} spends $${b} of it at once|On Saturday ${who.name} lends $${b} of it to a friend].`,
          );
          s.sub("money left", a, b);
          s.ask(
            `[How many dollars are left of it|How much of this week's money is left|How much does ${who.name} keep]?`,
          );
        },
        (s, { who, a }) => {
          const w = s.num("weeks", 3, 12);
          s.say(
            `[For ${w} weeks nothing is spent|${who.name} saves all of it for ${w} weeks|${w} weeks go by, and not a cent is spent].`,
          );
          s.mul("money saved", w, a);
          s.ask(
            `[How much has ${who.name} saved|How many dollars are saved by then|What do the savings come to]?`,
          );
        },
      ],
      2: [
        (s, { who, a }) => {
          const b = s.cash("money spent a week", 1, 8);
          const w = s.num("weeks", 3, 10);
          s.need(b.number < a.number);
          s.say(
            `[Each week $${b} is spent and the rest saved, for ${w} weeks|${who.name} saves what is left after spending $${b} a week. So it goes for ${w} weeks|After weekly expenses of $${b}, the rest goes into a tin for ${w} weeks].`,
          );
          s.mul("money saved", s.sub("money saved a week", a, b), w);
          s.ask(
            `[How much does ${who.name} save altogether|How many dollars are saved in that time|How big are the savings]?`,
          );
        },
        (s, { who, a }) => {
          const h = s.cash("savings", 11, 60);
          const w = s.num("weeks", 3, 10);
          s.say(
            `[${who.name} has $${h} now|There is $${h} in ${who.name}'s money box|$${h} has been put aside already]. [All the allowance of the next ${w} weeks is added|In the coming ${w} weeks everything is saved|${w} weeks of saving follow].`,
          );
          s.add("money then", h, s.mul("new savings", w, a));
          s.ask(
            `[How many dollars will there be|How much will ${who.name} have then|What will the savings be]?`,
          );
        },
      ],
      3: [
        (s, { who, a }) => {
          const b = s.cash("raise", 1, 5);
          const w = s.num("weeks", 3, 10);
          const c = s.cash("gift for Grandpa", 4, 20);
          s.say(
            `[After a birthday it becomes $${b} more a week. In ${w} such weeks, $${c} is spent on a gift for Grandpa and the rest is kept|It is raised by $${b} a week. ${w} weeks later ${who.name} takes $${c} of the new money for a gift and keeps the rest|From now on there is $${b} more every week. ${w} weeks of this new allowance are saved, except for $${c} that go to a friend in need].`,
          );
          s.sub("money kept", s.mul("money got", s.add("new allowance", a, b), w), c);
          s.ask(
            `[How much does ${who.name} keep of those weeks' money|How many dollars of it are left|How much is kept in the end]?`,
          );
        },
      ],
    },
  ),
];
