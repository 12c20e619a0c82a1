import { type Template, template } from "../../story.ts";

/** Goals, points, medals, members of clubs. */
export const craftGames: readonly Template[] = [
  template("cw-season-goals", [1, 2, 3, 4], (s, steps) => {
    const team = s.pick("Tigers", "Falcons", "Bears", "Comets", "Sharks", "Lions", "Wolves", "Rockets");
    const sport = s.pick("handball", "hockey", "soccer", "water polo", "floorball");
    const a = s.num("goals in the first half", 20, 120);
    const form = steps === 4 ? s.pick("more", "fewer") : s.pick("more", "fewer", "total");
    if (form === "total") {
      const all = s.num("goals of the season", 125, 300);
      s.say(
        `[The ${team} shot ${all} goals in this ${sport} season, ${a} of them in the first half of it|Of the ${all} goals that the ${sport} team of the ${team} scored this season, ${a} fell before the winter break|In ${sport} the ${team} ended the season with ${all} goals, after ${a} by the winter break]. `,
      );
      const b = s.sub("goals after the break", all, a);
      if (steps === 1) {
        s.ask(
          "[How many goals came after the break|How many did they score in the second half of the season|How many goals were scored later]?",
        );
        return;
      }
      if (steps === 2 && s.random.chance(0.5)) {
        s.sub("difference", b, a);
        s.ask(
          "[How many more goals fell after the break than before|By how many goals was the second half better|How many fewer goals were scored before the break]?",
        );
        return;
      }
      const t = s.num("goals in home games", 10, 80);
      s.say(
        `[${t} of those after the break were scored at home|Of the goals after the break, ${t} fell in home games|At home they scored ${t} of the goals that came after the break].`,
      );
      const w = s.sub("goals away", b, t);
      if (steps === 3) {
        const n = s.num("games away", 3, 9);
        s.say(
          `[There were ${n} games in other towns after the break, with equal numbers of goals|The others fell in ${n} games in other towns, the same number in each|They played ${n} times in other towns then, and scored equally often each time].`,
        );
        s.div("goals in each", w, n);
        s.ask(
          "[How many goals did they score in each of these games|How many goals was that per game in other towns|What was the number of goals in one such game]?",
        );
      } else
        s.ask(
          "[How many of those after the break fell in other towns|How many goals after the break were not scored at home|How many of the later goals were scored away]?",
        );
      return;
    }
    const d = s.num("difference", 3, 16);
    s.say(
      form === "more"
        ? `[In the first half of the ${sport} season the ${team} scored ${a} goals, in the second half ${d} more|The ${team} improved in ${sport}: ${a} goals in the first half of the season and ${d} more than that in the second|${a} goals were scored by the ${team} before the ${sport} break, and after it ${d} more than before].`
        : `[In the first half of the ${sport} season the ${team} scored ${a} goals, in the second half ${d} fewer|The ${team} got worse in ${sport}: ${a} goals in the first half of the season and ${d} fewer than that in the second|${a} goals were scored by the ${team} before the ${sport} break, and after it ${d} fewer than before].`,
    );
    const b =
      form === "more" ? s.add("goals in the second half", a, d) : s.sub("goals in the second half", a, d);
    if (steps === 1) {
      s.ask(
        "[How many goals were scored in the second half|How many goals did the second half of the season bring|What was the number of goals in the second half]?",
      );
      return;
    }
    const all = s.add("goals of the season", a, b);
    if (steps === 2) {
      s.ask(
        "[How many goals was that in the whole season|How many goals did the team score in all|What is the total for the season]?",
      );
      return;
    }
    const r = s.num("goals more for the record", 5, 60);
    s.say(
      `[The record of the club is ${r} goals higher|Ten years ago they scored ${r} more in a season|The best team of the league had ${r} more].`,
    );
    const rec = s.add("goals of the better one", all, r);
    if (steps === 4) {
      const g = s.num("games", 2, 8);
      s.say(
        `[That was in ${g} games, with equal numbers|It took ${g} games, with the same number in each|These were spread evenly over ${g} games].`,
      );
      s.div("goals in a game", rec, g);
      s.ask(
        "[How many goals in a game was this|How many goals were scored in each of those games|What was that number per game]?",
      );
    } else
      s.ask(
        "[How many goals was this|How many goals was the higher result|What was the better result, in goals]?",
      );
  }),
  template("cw-basket-points", [1, 2, 3, 4], (s, steps) => {
    const p = s.person();
    const a = s.num("baskets for two points", 4, 20);
    const b = s.num("baskets for three points", 2, 12);
    if (steps === 1) {
      s.say(
        `[${p.name} throws ${a} baskets from near and ${b} from far away in a game|In a basketball game ${p.name} hits the basket ${a} times from near and ${b} times from a distance|${a} near shots and ${b} far shots of ${p.name}'s go in].`,
      );
      if (s.random.chance(0.5)) {
        s.add("baskets", a, b);
        s.ask("[How many baskets is that in all|How many shots went in|What is the total of baskets]?");
      } else {
        s.sub("difference", a, b);
        s.ask(
          "[How many more baskets came from near|How many fewer baskets came from far away|By how many are the near ones ahead]?",
        );
      }
      return;
    }
    const two = s.oneOf("points for a near basket", [2]);
    if (steps === 2) {
      s.say(
        `[${p.name} throws ${a} baskets for ${two} points each and gets ${b} points from free throws|${b} points of ${p.name}'s are from free throws, and there are also ${a} baskets for ${two} points each|With ${a} baskets at ${two} points each and ${b} points from free throws, ${p.name} leads the list].`,
      );
      s.add("points", s.mul("points for baskets", a, two), b);
      s.ask(
        `[How many points does ${p.name} score|What is ${p.name}'s result|How many points is that in total]?`,
      );
      return;
    }
    const three = s.oneOf("points for a far basket", [3]);
    s.say(
      `[${p.name} throws ${a} baskets for ${two} points and ${b} for ${three} points|In a basketball game ${p.name} gets ${a} times ${two} points and ${b} times ${three} points|${a} baskets worth ${two} points each and ${b} worth ${three} each are ${p.name}'s].`,
    );
    const x = s.mul("points from near", a, two);
    const y = s.mul("points from far", b, three);
    if (steps === 3 && s.random.chance(0.4)) {
      s.sub("difference", x, y);
      s.ask(
        "[How many more points come from the near baskets|How many points fewer do the far baskets bring|By how many points are the near baskets worth more in all]?",
      );
      return;
    }
    const sum = s.add("points", x, y);
    if (steps === 4) {
      const t = s.num("points of the team", 60, 120);
      s.say(
        `[The whole team has ${t} points|${t} points are on the board for the team|With the others, the team comes to ${t} points].`,
      );
      s.sub("points of the others", t, sum);
      s.ask(
        "[How many points did the others score|How many of the points are not from this player|What did the rest of the team score]?",
      );
    } else
      s.ask(
        `[How many points does ${p.name} have|How many points is that altogether|What is the sum of the points]?`,
      );
  }),
  template("cw-medal-table", [1, 2, 3], (s, steps) => {
    const [c, d] = s.random.pickSome(
      ["Norway", "Kenya", "Brazil", "Japan", "Italy", "Canada", "Cuba", "Poland", "Egypt", "India"],
      2,
    );
    const g = s.num("gold medals", 3, 16);
    const v = s.num("silver medals", 3, 20);
    const b = s.num("bronze medals", 3, 24);
    s.say(
      `[${c} won ${g} gold, ${v} silver and ${b} bronze medals|The athletes of ${c} come home with ${v} silver medals, ${b} bronze ones and ${g} of gold|In the medal table ${c} has ${g} gold medals. There are also ${v} of silver and ${b} of bronze].`,
    );
    const all = s.total("medals", g, v, b);
    if (steps === 1) {
      s.ask(
        `[How many medals did ${c} win|How many medals is that in all|What is the total of ${c}'s medals]?`,
      );
      return;
    }
    const form = s.pick("more", "fewer", "given");
    const k = s.num(
      form === "given" ? `medals of ${d}` : "difference",
      form === "given" ? 8 : 3,
      form === "given" ? 80 : 16,
    );
    if (form === "given") {
      s.say(`[${d} has ${k} medals altogether|${k} medals go to ${d}|For ${d} the total is ${k}].`);
      s.need(all.number !== k.number);
      const first = all.number > k.number;
      const gap = first ? s.sub("difference", all, k) : s.sub("difference", k, all);
      if (steps === 3) {
        s.need(all.number + k.number > 10);
        const y = s.num("medals four years ago", 2, 30);
        s.say(
          `[Four years ago the gap between the two was ${y} medals bigger|At the games before, the difference had been ${y} medals more|The lead has become ${y} medals smaller since last time].`,
        );
        s.add("earlier difference", gap, y);
        s.ask(
          "[How many medals apart were the two then|What was the difference at the earlier games|By how many medals did the two differ last time]?",
        );
      } else
        s.ask(
          first
            ? `[How many more medals does ${c} have than ${d}|By how many medals is ${d} behind|How many fewer medals did ${d} win]?`
            : `[How many more medals does ${d} have than ${c}|By how many medals is ${c} behind|How many fewer medals did ${c} win]?`,
        );
      return;
    }
    s.say(
      form === "more"
        ? `[${d} won ${k} medals more than ${c}|With ${k} more medals in all, ${d} is ahead of ${c}|${c} has ${k} medals fewer than ${d}].`
        : `[${d} won ${k} medals fewer than ${c}|With ${k} fewer medals in all, ${d} is behind ${c}|${c} has ${k} medals more than ${d}].`,
    );
    const o = form === "more" ? s.add(`medals of ${d}`, all, k) : s.sub(`medals of ${d}`, all, k);
    if (steps === 3) {
      s.add("medals of both", all, o);
      s.ask(
        "[How many medals do both countries have|What is the total for the two countries|How many medals is that together]?",
      );
    } else
      s.ask(
        `[How many medals did ${d} win|How many medals does ${d} have in all|What is the number of medals for ${d}]?`,
      );
  }),
  template("cw-gym-members", [1, 2, 3], (s, steps) => {
    const club = s.pick(
      "climbing hall",
      "gym",
      "tennis club",
      "sailing club",
      "judo school",
      "ski club",
      "rowing club",
      "fencing club",
      "yoga studio",
    );
    const now = s.num("members now", 60, 400);
    const join = s.num("members who joined", 10, 55);
    const form = steps === 1 ? s.pick("joined", "left") : s.pick("joined", "left", "both");
    if (form === "both") {
      const left = s.num("members who left", 5, 50);
      s.say(
        `[A ${club} had ${now} members in January. Since then ${join} have joined and ${left} have left|${now} people belonged to a ${club}; then ${join} came and ${left} went|In a year a ${club} with ${now} members loses ${left} and wins ${join}].`,
      );
      const x = s.add("members with the new ones", now, join);
      const y = s.sub("members now", x, left);
      if (steps === 3) {
        const k = s.num("groups", 2, 8);
        s.say(
          `[They train in ${k} equal groups|All of them are divided into ${k} groups of equal size|There are ${k} groups of the same size].`,
        );
        s.div("members in a group", y, k);
        s.ask("[How many members are in a group|How big is one group|How many people train in each group]?");
      } else
        s.ask(
          "[How many members are there now|How many people belong to it after that|What is the number of members then]?",
        );
      return;
    }
    s.say(
      form === "joined"
        ? `[After ${join} people joined, a ${club} has ${now} members|A ${club} has ${now} members, of whom ${join} are new this year|There are ${now} members in a ${club} now that ${join} new ones have come].`
        : `[After ${join} people left, a ${club} has ${now} members|A ${club} still has ${now} members; ${join} have gone this year|There are ${now} members in a ${club} now that ${join} have left].`,
    );
    const before =
      form === "joined" ? s.sub("members before", now, join) : s.add("members before", now, join);
    if (steps === 1) {
      s.ask(
        `[How many members did it have before|How many members were there at first|What was the number of members before]?`,
      );
      return;
    }
    const fee = s.cash("fee of a member", 2, 9);
    s.say(
      `[Before that, a member paid $${fee} a week|Before the change the fee was $${fee} a week for each|In those days $${fee} a week were due from every member].`,
    );
    const m = s.mul("money a week", before, fee);
    if (steps === 3) {
      const c = s.cash("rent a week", 50, 300, 10);
      s.say(
        `[$${c} a week went on the rent|The rent took $${c} of it every week|Every week $${c} had to be paid for the building].`,
      );
      s.sub("money left a week", m, c);
      s.ask(
        "[How much was left each week|How many dollars did the club keep in a week|What remained of the fees in a week]?",
      );
    } else
      s.ask(
        "[How much money came in per week then|What were the weekly fees in all, in dollars|How many dollars a week did the members pay together before]?",
      );
  }),
];
