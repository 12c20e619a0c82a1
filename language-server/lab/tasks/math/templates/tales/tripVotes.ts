import { type Template, template } from "../../story.ts";
import { oneWay } from "./tripWords.ts";

/** Elections. */
export const tripVotes: readonly Template[] = [
  template("trip-election", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const office = s.pick(
      "class president",
      "mayor",
      "club captain",
      "head of the choir",
      "village elder",
      "treasurer",
      "team leader",
    );
    const a = s.num("votes for the first", 30, 300);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const d = s.num("difference", 5, 29);
          s.say(
            `[${p.name} wins the election for ${office} with ${a} votes, ${d} more than ${q.name}|${q.name} got ${d} votes fewer than ${p.name}, who becomes ${office} with ${a}|With ${a} votes ${p.name} becomes ${office}; ${q.name} was behind by ${d}].`,
          );
          s.sub("votes for the second", a, d);
          s.ask(
            `[How many votes did ${q.name} get|How many people voted for ${q.name}|What is ${q.name}'s number of votes]?`,
          );
        },
        () => {
          const d = s.num("difference", 5, 29);
          s.say(
            `[${p.name} loses the election for ${office} with ${a} votes, ${d} fewer than ${q.name}|${q.name} got ${d} votes more than ${p.name}, who had ${a}, and becomes ${office}|With ${a} votes ${p.name} is not made ${office}, for ${q.name} had ${d} more].`,
          );
          s.add("votes for the second", a, d);
          s.ask(
            `[How many votes did ${q.name} get|How many people voted for ${q.name}|What is ${q.name}'s number of votes]?`,
          );
        },
        () => {
          const all = s.num("votes in all", 320, 700, 5);
          s.say(
            `[${all} people vote for a new ${office}: ${a} for ${p.name} and the others for ${q.name}|Of ${all} votes for ${office}, ${p.name} gets ${a}; the remainder goes to ${q.name}|${p.name} and ${q.name} want to be ${office}. ${p.name} has ${a} of the ${all} votes].`,
          );
          s.sub("votes for the second", all, a);
          s.ask(
            `[How many votes are there for ${q.name}|How many people voted for ${q.name}|What is ${q.name}'s number of votes]?`,
          );
        },
      );
      return;
    }
    const b = s.num("votes for the second", 30, 300);
    if (s.random.chance(0.5)) {
      const all = s.num("votes in all", 320, 900, 5);
      const r = s.person();
      s.say(
        `[${all} people choose a ${office}. ${p.name} gets ${a} votes, ${q.name} ${b}, and ${r.name} the others|In an election for ${office} with ${all} votes, ${p.name} has ${a}, ${q.name} has ${b} and ${r.name} has the remainder|Of ${all} votes for ${office}, ${a} are for ${p.name}, ${b} for ${q.name} and all others for ${r.name}].`,
      );
      const c = s.sub("votes for the third", all, s.add("votes for two", a, b));
      if (steps === 2) {
        s.ask(
          `[How many votes does ${r.name} have|How many people voted for ${r.name}|What is ${r.name}'s number of votes]?`,
        );
        return;
      }
      if (s.random.chance(0.5)) {
        s.sub("votes ahead", a, c);
        s.ask(
          `[By how many votes is ${p.name} ahead of ${r.name}|How many more votes did ${p.name} get than ${r.name}|How many votes fewer than ${p.name} does ${r.name} have]?`,
        );
      } else {
        s.sub("votes ahead", c, b);
        s.ask(
          `[By how many votes is ${r.name} ahead of ${q.name}|How many more votes did ${r.name} get than ${q.name}|How many votes fewer than ${r.name} does ${q.name} have]?`,
        );
      }
      return;
    }
    s.say(
      `[For ${office} there were ${a} votes for ${p.name} and ${b} for ${q.name}|${p.name} and ${q.name} both want to be ${office}: ${a} people vote for ${p.name}, ${b} for ${q.name}|${b} votes for ${office} go to ${q.name} and ${a} to ${p.name}].`,
    );
    const all = s.add("votes", a, b);
    const bad = s.num("people who did not vote", 10, 90);
    s.say(
      `[${bad} people did not vote|Another ${bad} people stayed at home|There were also ${bad} people who had no time to vote].`,
    );
    const whole = s.add("people who could vote", all, bad);
    if (steps === 2) {
      s.ask(
        "[How many people could have voted|How many people had the right to vote|What is the number of voters with those who stayed away]?",
      );
      return;
    }
    const rooms = s.num("rooms", 2, 6);
    s.say(
      `[The names of all who could vote are spread equally over ${rooms} lists|All who may vote stand on ${rooms} lists of the same length|Equal numbers of all who could vote are put on ${rooms} lists].`,
    );
    s.div("people on a list", whole, rooms);
    s.ask(
      "[How many names are on each list|How long is one list, in names|What number of people does a list have]?",
    );
  }),
];
