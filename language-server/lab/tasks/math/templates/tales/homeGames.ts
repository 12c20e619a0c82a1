import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Board games, points, sports in the yard. */
export const homeGames: readonly Template[] = [
  told(
    "board-points",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const u = s.pick("points", "chips", "gold coins", "gems", "stars", "tokens", "play dollars");
      const a = s.num(`${u} of ${p.name}`, 24, 95);
      s.say(
        `[${p.name} and ${q.name} are playing a board game. ${p.name} has ${a} ${u}|In a game against ${q.name}, ${p.name} has collected ${a} ${u}|Halfway through the game ${p.name}, who plays against ${q.name}, owns ${a} ${u}].`,
      );
      return { p, q, u, a };
    },
    {
      1: [
        (s, { p, u, a }) => {
          const b = s.num(`${u} lost`, 4, 22);
          s.say(
            `[On the next turn ${b} are lost|${p.name} has to pay ${b} to the bank|A card says that ${p.name} must hand in ${b}].`,
          );
          s.sub(`${u} left`, a, b);
          s.ask(
            `[How many ${u} does ${p.name} have then|How many ${u} are left|How many ${u} does ${p.name} keep]?`,
          );
        },
        (s, { p, q, u, a }) => {
          const b = s.num(`${u} of ${q.name}`, 100, 160);
          s.say(
            `[${q.name} already has ${b}|On the other side of the board lie ${b}, which belong to ${q.name}|${q.name} is ahead with ${b}].`,
          );
          s.sub("difference", b, a);
          s.ask(
            `[How many more ${u} does ${q.name} have|By how many ${u} is ${p.name} behind|How many ${u} does ${p.name} need to catch up]?`,
          );
        },
        (s, { p, u, a }) => {
          const b = s.num(`${u} won`, 5, 22);
          s.say(
            `[This is after winning ${b} on the last turn|The last turn brought ${b} of these|${b} of them were won only a minute ago].`,
          );
          s.sub(`${u} before`, a, b);
          s.ask(
            `[How many ${u} did ${p.name} have before that turn|How many ${u} were there before the turn|What was the number of ${u} before]?`,
          );
        },
      ],
      2: [
        (s, { q, u, a }) => {
          const b = s.num(`${u} handed over`, 3, 20);
          const c = s.num(`${u} of ${q.name}`, 20, 90);
          s.say(
            `[${q.name} had ${c} and has just won ${b} more|${q.name} had ${c} and receives ${b} from the bank|A lucky card gives ${b} to ${q.name}, who had ${c}].`,
          );
          s.add(`${u} of both`, s.add(`${u} of ${q.name} now`, c, b), a);
          s.ask(
            `[How many ${u} do they have together|How many ${u} are there on both sides|What do the two own in all, in ${u}]?`,
          );
        },
        (s, { p, q, u, a }) => {
          const n = s.num("turns", 2, 6);
          const k = s.num(`${u} a turn`, 5, 15);
          s.say(
            `[In each of the next ${n} turns ${p.name} wins ${k}|${n} turns follow, and ${p.name} gets ${k} on each|Over the next ${n} turns ${p.name} beats ${q.name} every time and gets ${k} for it].`,
          );
          s.add(`${u} in the end`, a, s.mul(`${u} won`, n, k));
          s.ask(
            `[How many ${u} does ${p.name} have in the end|What is the score of ${p.name} then, in ${u}|How many ${u} does that make for ${p.name}]?`,
          );
        },
        (s, { p, u, a }) => {
          const g = s.num(`${u} to win`, 100, 200, 10);
          const k = s.num(`${u} a turn`, 3, 15);
          s.need((g.number - a.number) % k.number === 0);
          s.say(
            `[The first to have ${g} wins, and from now on ${p.name} gets ${k} every turn|To win, one needs ${g}. A good turn brings ${k}, and ${p.name} has only good ones|With ${k} on each turn, ${p.name} is on the way to ${g}, which wins the game].`,
          );
          s.div("turns", s.sub(`${u} missing`, g, a), k);
          s.ask(
            "[How many turns does it take to win|After how many turns is the game won|How many more turns are needed]?",
          );
        },
      ],
      3: [
        (s, { p, q, u, a }) => {
          const b = s.num(`${u} won`, 5, 30);
          const c = s.num(`${u} lost`, 3, 20);
          const d = s.num(`${u} of ${q.name}`, 10, 40);
          s.say(
            `[${p.name} wins another ${b}, loses ${c}, and the game is over. ${q.name} ends with ${d}|At the end ${q.name} has ${d}. ${p.name} loses ${c} but had won ${b} more before that|After this, ${p.name} gets ${b} from the bank and pays ${c} as a fine. The final count of ${q.name} is ${d}].`,
          );
          s.sub("difference", s.sub(`${u} in the end`, s.add(`${u} after winning`, a, b), c), d);
          s.ask(
            `[By how many ${u} does ${p.name} win|How many more ${u} does ${p.name} have at the end|How many ${u} fewer did ${q.name} get]?`,
          );
        },
      ],
    },
  ),
  told(
    "backyard-hoops",
    (s) => {
      const who = s.person();
      const [g, pts] = s.pick(
        ["baskets", "points"],
        ["ring tosses", "points"],
        ["bull's-eyes", "points"],
        ["goals", "points"],
        ["bowling strikes", "points"],
      );
      const k = s.num(`${pts} each`, 2, 9);
      s.say(
        `[In ${who.name}'s yard, ${g} count ${k} ${pts} each|${who.name} and the neighbors have a contest where ${g} are worth ${k} ${pts} apiece|By the rules of the house, ${who.name} gets ${k} ${pts} for each of the ${g}].`,
      );
      return { who, g, k };
    },
    {
      1: [
        (s, { who, g, k }) => {
          const x = s.multiple("points", k, 3, 15);
          s.say(
            `[${who.name} ends up with ${x} points|The score of ${who.name} is ${x}|${x} points stand next to ${who.name}'s name].`,
          );
          s.div(g, x, k);
          s.ask(`[How many ${g} were there|How many ${g} did ${who.name} make|How many ${g} is that]?`);
        },
      ],
      2: [
        (s, { who, g, k }) => {
          const a = s.num(`${g} in the first round`, 3, 12);
          const b = s.num(`${g} in the second round`, 3, 12);
          s.say(
            `[${who.name} makes ${a} in the first round and ${b} in the second|After ${a} in round one, ${who.name} makes ${b} in round two|The second round brings ${b} ${g} and the first had brought ${a}].`,
          );
          s.mul("points", s.add(g, a, b), k);
          s.ask(
            `[How many points is that|What is the score of ${who.name}|How many points does ${who.name} have]?`,
          );
        },
        (s, { who, g, k }) => {
          const a = s.num(g, 5, 15);
          const f = s.num("points taken off", 3, 9);
          s.say(
            `[${who.name} makes ${a}, but ${f} points are taken off for stepping over the line|For a foul, ${who.name}, who made ${a}, loses ${f} points|There are ${a} ${g} for ${who.name} and ${f} points off for being late].`,
          );
          s.sub("score", s.mul("points", a, k), f);
          s.ask(
            `[What is ${who.name}'s score|How many points does ${who.name} have in the end|How many points remain]?`,
          );
        },
      ],
      4: [
        (s, { who, g, k }) => {
          const other = s.person();
          const a = s.num(`${g} of ${who.name}`, 6, 15);
          const b = s.num(`${g} of ${other.name}`, 2, 5);
          const h = s.num("points ahead at first", 2, 8);
          s.say(
            `[${other.name} begins with ${h} free points and makes ${b}, while ${who.name} makes ${a}|Since ${other.name} is younger, there are ${h} extra points for ${other.name}. ${other.name} makes ${b} and ${who.name} ${a}|${who.name} makes ${a} and ${other.name} ${b}, but ${other.name} was given ${h} points at the start].`,
          );
          const mine = s.mul(`points of ${who.name}`, a, k);
          const x = s.add(`score of ${other.name}`, s.mul(`points of ${other.name}`, b, k), h);
          s.sub("difference", mine, x);
          s.ask(
            `[By how many points does ${who.name} win|How many more points does ${who.name} have|How many points fewer does ${other.name} have]?`,
          );
        },
      ],
    },
  ),
  told(
    "jump-rope",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const u = s.pick(
        "jumps",
        "push-ups",
        "laps of the yard",
        "squats",
        "juggling catches",
        "hops",
        "cartwheels",
        "sit-ups",
      );
      const a = s.num(`${u} of ${p.name}`, 10, 60);
      s.say(
        `[${p.name} manages ${a} ${u} in one go|${a} ${u} without a break are no problem for ${p.name}|The record of ${p.name} stands at ${a} ${u}].`,
      );
      return { p, q, u, a };
    },
    {
      1: [
        (s, { p, q, u, a }) => {
          const k = s.num("factor", 2, 5);
          s.say(
            `[${q.name} manages ${k} times as many|That is what ${p.name} does, but ${q.name} does ${k} times as many|${k} times that number is what ${q.name} can do].`,
          );
          s.mul(`${u} of ${q.name}`, a, k);
          s.ask(
            `[How many ${u} does ${q.name} manage|How many ${u} are those of ${q.name}|What is ${q.name}'s number of ${u}]?`,
          );
        },
        (s, { p, u, a }) => {
          const g = s.num(`${u} as a goal`, 61, 110);
          s.say(`[By summer it should be ${g}|The goal is ${g}|${p.name} dreams of ${g}].`);
          s.sub(`${u} missing`, g, a);
          s.ask(
            `[How many more ${u} must ${p.name} manage for that|How many ${u} are missing|By how many ${u} must ${p.name} get better]?`,
          );
        },
      ],
      2: [
        (s, { p, q, u, a }) => {
          const d = s.num("difference", 3, 9);
          s.say(
            `[${q.name} does ${d} fewer|It is ${d} more than ${q.name} can do|${q.name} stops ${d} earlier].`,
          );
          s.add(`${u} of both`, a, s.sub(`${u} of ${q.name}`, a, d));
          s.ask(
            `[How many ${u} do both do together|How many ${u} do ${p.name} and ${q.name} manage in all|What is the sum for both, in ${u}]?`,
          );
        },
        (s, { p, u, a }) => {
          const w = s.num("weeks", 2, 9);
          const d = s.num("more a week", 2, 6);
          s.say(
            `[Every week it is ${d} more, for ${w} weeks|With training, ${p.name} adds ${d} each week. ${w} weeks go by|${w} weeks of training bring ${d} more per week].`,
          );
          s.add(`${u} in the end`, a, s.mul(`more ${u}`, w, d));
          s.ask(
            `[How many ${u} does ${p.name} manage then|What is the record then, in ${u}|How many ${u} are possible after that]?`,
          );
        },
        (s, { p, u, a }) => {
          const m = s.num("times on Monday", 2, 4);
          const t = s.num("times on Tuesday", 2, 4);
          s.say(
            `[On Monday ${p.name} does this ${m} times, on Tuesday ${t} times|${p.name} does it ${m} times on Monday and another ${t} times on Tuesday|It is done ${t} times on Tuesday after ${m} times on Monday].`,
          );
          s.mul(u, s.add("times", m, t), a);
          s.ask(
            `[How many ${u} are those in two days|How many ${u} does ${p.name} do altogether|What is the total of ${u}]?`,
          );
        },
      ],
      3: [
        (s, { p, q, u, a }) => {
          const n = s.num(`days of ${p.name}`, 3, 7);
          const b = s.num(`${u} of ${q.name}`, 5, 40);
          s.say(
            `[For ${n} days both train, ${q.name} with ${b} each day and ${p.name} with the full number|${q.name} does ${b} a day and ${p.name} repeats that record every day. They keep this up for ${n} days|${n} days of training follow. Each day ${p.name} does that number and ${q.name} does ${b}].`,
          );
          s.add(`${u} of both`, s.mul(`${u} of ${p.name}`, n, a), s.mul(`${u} of ${q.name}`, n, b));
          s.ask(
            `[How many ${u} do they do in these days together|How many ${u} is that for the two|What do both add up to, in ${u}]?`,
          );
        },
      ],
    },
    { noise: false },
  ),
];
