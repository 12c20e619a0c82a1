import { type Template, template } from "../../story.ts";

/** Goals, laps, points, medals, training times, players, tournaments. */
export const craftSport: readonly Template[] = [
  template("cw-season-goals", [1, 2, 3, 4], (s, steps) => {
    const team = s.pick("Tigers", "Falcons", "Bears", "Comets", "Sharks", "Lions", "Wolves", "Rockets");
    const sport = s.pick("handball", "hockey", "soccer", "water polo", "floorball");
    const a = s.num("goals in the first half", 20, 120);
    const form = steps === 4 ? s.pick("more", "fewer") : s.pick("more", "fewer", "total");
    if (form === "total") {
      const all = s.num("goals of the season", 125, 300);
      s.say(`[The ${team} shot ${all} goals in this ${sport} season, ${a} of them in the first half of it|Of the ${all} goals that the ${sport} team of the ${team} scored this season, ${a} fell before the winter break|In ${sport} the ${team} ended the season with ${all} goals, after ${a} by the winter break]. `);
      const b = s.sub("goals after the break", all, a);
      if (steps === 1) {
        s.ask("[How many goals came after the break|How many did they score in the second half of the season|How many goals were scored later]?");
        return;
      }
      if (steps === 2 && s.random.chance(0.5)) {
        s.sub("difference", b, a);
        s.ask("[How many more goals fell after the break than before|By how many goals was the second half better|How many fewer goals were scored before the break]?");
        return;
      }
      const t = s.num("goals in home games", 10, 80);
      s.say(`[${t} of those after the break were scored at home|Of the goals after the break, ${t} fell in home games|At home they scored ${t} of the goals that came after the break].`);
      const w = s.sub("goals away", b, t);
      if (steps === 3) {
        const n = s.num("games away", 3, 9);
        s.say(`[There were ${n} games in other towns after the break, with equal numbers of goals|The others fell in ${n} games in other towns, the same number in each|They played ${n} times in other towns then, and scored equally often each time].`);
        s.div("goals in each", w, n);
        s.ask("[How many goals did they score in each of these games|How many goals was that per game in other towns|What was the number of goals in one such game]?");
      } else s.ask("[How many of those after the break fell in other towns|How many goals after the break were not scored at home|How many of the later goals were scored away]?");
      return;
    }
    const d = s.num("difference", 3, 16);
    s.say(form === "more" ? `[In the first half of the ${sport} season the ${team} scored ${a} goals, in the second half ${d} more|The ${team} improved in ${sport}: ${a} goals in the first half of the season and ${d} more than that in the second|${a} goals were scored by the ${team} before the ${sport} break, and after it ${d} more than before].` : `[In the first half of the ${sport} season the ${team} scored ${a} goals, in the second half ${d} fewer|The ${team} got worse in ${sport}: ${a} goals in the first half of the season and ${d} fewer than that in the second|${a} goals were scored by the ${team} before the ${sport} break, and after it ${d} fewer than before].`);
    const b = form === "more" ? s.add("goals in the second half", a, d) : s.sub("goals in the second half", a, d);
    if (steps === 1) {
      s.ask("[How many goals were scored in the second half|How many goals did the second half of the season bring|What was the number of goals in the second half]?");
      return;
    }
    const all = s.add("goals of the season", a, b);
    if (steps === 2) {
      s.ask("[How many goals was that in the whole season|How many goals did the team score in all|What is the total for the season]?");
      return;
    }
    const r = s.num("goals more for the record", 5, 60);
    s.say(`[The record of the club is ${r} goals higher|Ten years ago they scored ${r} more in a season|The best team of the league had ${r} more].`);
    const rec = s.add("goals of the better one", all, r);
    if (steps === 4) {
      const g = s.num("games", 2, 8);
      s.say(`[That was in ${g} games, with equal numbers|It took ${g} games, with the same number in each|These were spread evenly over ${g} games].`);
      s.div("goals in a game", rec, g);
      s.ask("[How many goals in a game was this|How many goals were scored in each of those games|What was that number per game]?");
    } else s.ask("[How many goals was this|How many goals is that higher number|What is the better result, in goals]?");
  }),
  template("cw-pool-laps", [1, 2, 3], (s, steps) => {
    const p = s.person();
    const m = s.oneOf("meters of a lap", [20, 25, 30, 50]);
    const way = s.pick("laps", "meters", "rest");
    if (way === "laps") {
      const d = s.multiple("meters planned", m, 8, 19);
      s.say(`[${p.name} wants to swim ${d} meters. The pool is ${m} meters long|In a pool of ${m} meters, ${p.name} is going to swim ${d} meters|${d} meters is what ${p.name} plans to swim, and one length of the pool is ${m}].`);
      const n = s.div("lengths", d, m);
      if (steps === 1) {
        s.ask("[How many lengths is that|How many lengths must be swum|How many times must the pool be crossed]?");
        return;
      }
      const done = s.num("lengths done", 2, 7);
      s.say(`[${done} lengths are done|${p.he} has swum ${done} lengths|After ${done} lengths there is a break].`);
      const left = s.sub("lengths left", n, done);
      if (steps === 3) {
        const t = s.oneOf("seconds for a length", [20, 25, 30, 35, 40, 50]);
        s.say(`[A length takes ${t} seconds|For one length ${t} seconds are needed|${p.he} needs ${t} seconds for each].`);
        s.mul("seconds", left, t);
        s.ask("[How many seconds will the others take|How long does the rest take, in seconds|For how many more seconds does the swimming go on]?");
      } else s.ask("[How many lengths are left|How many lengths are still to come|How many more times must the pool be crossed]?");
      return;
    }
    const n = s.num("lengths", 4, 18);
    s.say(`[${p.name} swims ${n} lengths in a pool that is ${m} meters long|A pool is ${m} meters long, and ${p.name} crosses it ${n} times|${n} times ${p.name} swims through the pool of ${m} meters].`);
    const x = s.mul("meters", n, m);
    if (steps === 1) {
      s.ask("[How many meters is that|How far does the swim go, in meters|What distance is covered, in meters]?");
      return;
    }
    const q = s.person();
    const y = s.num("difference in meters", 20, 200, 10);
    const more = s.random.chance(0.5);
    s.say(more ? `[${q.name} swims ${y} meters more|For ${q.name} it is ${y} meters more|${q.name} beats that by ${y} meters].` : `[${q.name} swims ${y} meters less|For ${q.name} it is ${y} meters less|${q.name} stops ${y} meters earlier].`);
    const z = more ? s.add(`meters of ${q.name}`, x, y) : s.sub(`meters of ${q.name}`, x, y);
    if (steps === 3) {
      s.add("meters of both", x, z);
      s.ask("[How many meters do both swim together|What is the sum of the two distances, in meters|How many meters is that for the two]?");
    } else s.ask(`[How many meters does ${q.name} swim|How far does ${q.name} get, in meters|What is the distance of ${q.name}, in meters]?`);
  }, { noise: false }),
  template("cw-basket-points", [1, 2, 3, 4], (s, steps) => {
    const p = s.person();
    const a = s.num("baskets for two points", 4, 20);
    const b = s.num("baskets for three points", 2, 12);
    if (steps === 1) {
      s.say(`[${p.name} throws ${a} baskets from near and ${b} from far away in a game|In a basketball game ${p.name} hits the basket ${a} times from near and ${b} times from a distance|${a} near shots and ${b} far shots of ${p.name}'s go in].`);
      if (s.random.chance(0.5)) {
        s.add("baskets", a, b);
        s.ask("[How many baskets is that in all|How many shots went in|What is the total of baskets]?");
      } else {
        s.sub("difference", a, b);
        s.ask("[How many more baskets came from near|How many fewer baskets came from far away|By how many are the near ones ahead]?");
      }
      return;
    }
    const two = s.oneOf("points for a near basket", [2]);
    if (steps === 2) {
      s.say(`[${p.name} throws ${a} baskets for ${two} points each and gets ${b} points from free throws|${b} points of ${p.name}'s are from free throws, and there are also ${a} baskets for ${two} points each|With ${a} baskets at ${two} points each and ${b} points from free throws, ${p.name} leads the list].`);
      s.add("points", s.mul("points for baskets", a, two), b);
      s.ask(`[How many points does ${p.name} score|What is ${p.name}'s result|How many points is that in total]?`);
      return;
    }
    const three = s.oneOf("points for a far basket", [3]);
    s.say(`[${p.name} throws ${a} baskets for ${two} points and ${b} for ${three} points|In a basketball game ${p.name} gets ${a} times ${two} points and ${b} times ${three} points|${a} baskets worth ${two} points each and ${b} worth ${three} each are ${p.name}'s].`);
    const x = s.mul("points from near", a, two);
    const y = s.mul("points from far", b, three);
    if (steps === 3 && s.random.chance(0.4)) {
      s.sub("difference", x, y);
      s.ask("[How many more points come from the near baskets|How many points fewer do the far baskets bring|By how many points are the near baskets worth more in all]?");
      return;
    }
    const sum = s.add("points", x, y);
    if (steps === 4) {
      const t = s.num("points of the team", 60, 120);
      s.say(`[The whole team has ${t} points|${t} points are on the board for the team|With the others, the team comes to ${t} points].`);
      s.sub("points of the others", t, sum);
      s.ask("[How many points did the others score|How many of the points are not from this player|What did the rest of the team score]?");
    } else s.ask(`[How many points does ${p.name} have|How many points is that altogether|What is the sum of the points]?`);
  }),
  template("cw-medal-table", [1, 2, 3], (s, steps) => {
    const [c, d] = s.random.pickSome(["Norway", "Kenya", "Brazil", "Japan", "Italy", "Canada", "Cuba", "Poland", "Egypt", "India"], 2);
    const g = s.num("gold medals", 3, 16);
    const v = s.num("silver medals", 3, 20);
    const b = s.num("bronze medals", 3, 24);
    s.say(`[${c} won ${g} gold, ${v} silver and ${b} bronze medals|The athletes of ${c} come home with ${v} silver medals, ${b} bronze ones and ${g} of gold|In the medal table ${c} has ${g} gold medals. There are also ${v} of silver and ${b} of bronze].`);
    const all = s.total("medals", g, v, b);
    if (steps === 1) {
      s.ask(`[How many medals did ${c} win|How many medals is that in all|What is the total of ${c}'s medals]?`);
      return;
    }
    const form = s.pick("more", "fewer", "given");
    const k = s.num(form === "given" ? `medals of ${d}` : "difference", form === "given" ? 8 : 3, form === "given" ? 80 : 16);
    if (form === "given") {
      s.say(`[${d} has ${k} medals altogether|${k} medals go to ${d}|For ${d} the total is ${k}].`);
      s.need(all.number !== k.number);
      const first = all.number > k.number;
      const gap = first ? s.sub("difference", all, k) : s.sub("difference", k, all);
      if (steps === 3) {
        s.need(all.number + k.number > 10);
        const y = s.num("medals four years ago", 2, 30);
        s.say(`[Four years ago the gap between the two was ${y} medals bigger|At the games before, the difference had been ${y} medals more|The lead has become ${y} medals smaller since last time].`);
        s.add("earlier difference", gap, y);
        s.ask("[How many medals apart were the two then|What was the difference at the earlier games|By how many medals did the two differ last time]?");
      } else s.ask(first ? `[How many more medals does ${c} have than ${d}|By how many medals is ${d} behind|How many fewer medals did ${d} win]?` : `[How many more medals does ${d} have than ${c}|By how many medals is ${c} behind|How many fewer medals did ${c} win]?`);
      return;
    }
    s.say(form === "more" ? `[${d} won ${k} medals more than ${c}|With ${k} more medals in all, ${d} is ahead of ${c}|${c} has ${k} medals fewer than ${d}].` : `[${d} won ${k} medals fewer than ${c}|With ${k} fewer medals in all, ${d} is behind ${c}|${c} has ${k} medals more than ${d}].`);
    const o = form === "more" ? s.add(`medals of ${d}`, all, k) : s.sub(`medals of ${d}`, all, k);
    if (steps === 3) {
      s.add("medals of both", all, o);
      s.ask("[How many medals do both countries have|What is the total for the two countries|How many medals is that together]?");
    } else s.ask(`[How many medals did ${d} win|How many medals does ${d} have in all|What is the number of medals for ${d}]?`);
  }),
  template("cw-running-plan", [1, 2, 3, 4], (s, steps) => {
    const p = s.person();
    const unit = s.pick("kilometers", "miles");
    const verb = s.pick("runs", "walks", "cycles", "skates", "rows");
    const k = s.num(`${unit} a day`, 3, 15);
    const d = s.num("days a week", 2, 6);
    const way = steps === 3 ? "goal" : s.pick("weeks", "goal");
    s.say(`[On ${d} days of a week ${p.name} ${verb} ${k} ${unit}|${p.name} ${verb} ${k} ${unit} a day on ${d} days a week|To get fit, ${p.name} ${verb} ${k} ${unit} each time, on ${d} days of the week].`);
    const w = s.mul(`${unit} a week`, k, d);
    if (steps === 1) {
      s.ask(`[How many ${unit} is that in a week|How many ${unit} does ${p.name} do each week|What is the distance for a week, in ${unit}]?`);
      return;
    }
    if (way === "goal") {
      const g = s.multiple(`${unit} planned`, w, 2, 12);
      s.say(`[The goal is ${g} ${unit}|${p.he} wants to do ${g} ${unit} in all|A badge is given for ${g} ${unit}].`);
      const n = s.div("weeks", g, w);
      if (steps === 2) {
        s.ask("[How many weeks does it take|In how many weeks is this reached|For how many weeks must this go on]?");
        return;
      }
      const o = s.num("weeks done", 2, 9);
      s.say(`[${o} weeks have gone by|This has been going on for ${o} weeks|${p.he} began ${o} weeks ago].`);
      const l = s.sub("weeks left", n, o);
      if (steps === 4) {
        s.mul(`${unit} left`, l, w);
        s.ask(`[How many ${unit} are still to be done|How far is it still to the goal, in ${unit}|How many ${unit} remain]?`);
      } else s.ask("[How many weeks are left|How many more weeks does it take|For how many weeks must it still go on]?");
      return;
    }
    const n = s.num("weeks", 2, 8);
    s.say(`[${p.he} keeps this up for ${n} weeks|This goes on for ${n} weeks|The plan is for ${n} weeks].`);
    const all = s.mul(`${unit} in all`, w, n);
    if (steps === 2) {
      s.ask(`[How many ${unit} is that in this time|How many ${unit} does ${p.name} cover in all|What is the whole distance, in ${unit}]?`);
      return;
    }
    const miss = s.num("days missed", 2, 5);
    s.say(`[But ${miss} training days had to be left out|Because of rain ${miss} of these days are skipped|${p.he} is ill on ${miss} of these days and rests].`);
    const lost = s.mul(`${unit} missed`, miss, k);
    s.sub(`${unit} covered`, all, lost);
    s.ask(`[How many ${unit} are really covered|How many ${unit} remain|What distance is it in the end, in ${unit}]?`);
  }, { noise: false }),
  template("cw-tournament", [1, 2, 3, 4], (s, steps) => {
    const sport = s.pick("volleyball", "basketball", "handball", "soccer", "curling", "hockey", "rugby", "softball");
    const t = s.num("teams", 4, 20);
    const k = s.num("players of a team", 5, 15);
    s.say(`[${t} teams of ${k} players come to a ${sport} tournament|At a ${sport} tournament there are ${t} teams, and every team has ${k} players|A ${sport} tournament is played by ${t} teams with ${k} players each].`);
    const n = s.mul("players", t, k);
    const way = s.pick("out", "shirts", "hotel");
    if (steps === 1) {
      s.ask("[How many players take part|How many players are there|What is the number of players in all]?");
      return;
    }
    if (way === "out") {
      const o = s.num("teams out", 2, 10);
      if (steps === 2) {
        s.say(`[There are also ${o} referees|${o} referees come as well|In addition, ${o} referees are there].`);
        s.add("people", n, o);
        s.ask("[How many players and referees are there|How many people are that together|With the referees, how many is it]?");
        return;
      }
      s.need(o.number < t.number - 1);
      s.say(`[After the first day ${o} teams go home|${o} teams are out after the first day|On the second day ${o} teams are missing].`);
      const left = s.sub("players left", n, s.mul("players out", o, k));
      if (steps === 4) {
        const c = s.num("referees", 3, 15);
        s.say(`[${c} referees stay too|There are ${c} referees besides|With them stay ${c} referees].`);
        s.add("people", left, c);
        s.ask("[How many players and referees are there on the second day|How many people, players and referees, remain|With the referees, how many are left]?");
      } else s.ask("[How many players are left|How many players are there on the second day|How many players are still in it]?");
      return;
    }
    if (way === "shirts") {
      const c = s.cash("price of a cap", 2, 9);
      s.say(`[Each player gets a cap for $${c}|A cap for $${c} is given to every player|Every player is given a cap that costs $${c}].`);
      const m = s.mul("cost of the caps", n, c);
      if (steps === 2) {
        s.ask("[What do all the caps cost|How much is paid for the caps|How many dollars are needed for the caps]?");
        return;
      }
      const sp = s.cash("money from a bank", 50, 300, 10);
      s.say(`[A bank pays $${sp} of it|$${sp} of this is paid by a bank|From a bank they get $${sp} for it].`);
      const l = s.sub("money to pay", m, sp);
      if (steps === 4) {
        s.div("money for a team", l, t);
        s.ask("[The teams share the rest equally. How much does each team pay|How much is left for each team to pay, in equal parts|How many dollars must each team add if all add the same]?");
      } else s.ask("[How much must still be paid|What remains to be paid for the caps|How many dollars are left to pay]?");
      return;
    }
    const r = s.num("beds in a room", 2, 6);
    s.say(`[They sleep in rooms for ${r}|Rooms with ${r} beds are booked for the players|A room has beds for ${r} players].`);
    const x = s.div("rooms", n, r);
    if (steps === 2) {
      s.ask("[How many rooms are needed|How many rooms must be booked|How many full rooms is that]?");
      return;
    }
    const f = s.num("rooms free", 5, 40);
    s.say(`[A hotel has only ${f} rooms free|In the hotel ${f} rooms are empty|So far ${f} rooms have been found].`);
    const y = s.sub("rooms missing", x, f);
    if (steps === 4) {
      s.mul("players without a bed", y, r);
      s.ask("[How many players have no bed yet|For how many players are beds missing|How many players must sleep somewhere else]?");
    } else s.ask("[How many rooms are missing|How many more rooms are needed|How many rooms short is that]?");
  }),
  template("cw-gym-members", [1, 2, 3], (s, steps) => {
    const club = s.pick("climbing hall", "gym", "tennis club", "sailing club", "judo school", "ski club", "rowing club", "fencing club", "yoga studio");
    const now = s.num("members now", 60, 400);
    const join = s.num("members who joined", 10, 55);
    const form = steps === 1 ? s.pick("joined", "left") : s.pick("joined", "left", "both");
    if (form === "both") {
      const left = s.num("members who left", 5, 50);
      s.say(`[A ${club} had ${now} members in January. Since then ${join} have joined and ${left} have left|${now} people belonged to a ${club}; then ${join} came and ${left} went|In a year a ${club} with ${now} members loses ${left} and wins ${join}].`);
      const x = s.add("members with the new ones", now, join);
      const y = s.sub("members now", x, left);
      if (steps === 3) {
        const k = s.num("groups", 2, 8);
        s.say(`[They train in ${k} equal groups|All of them are divided into ${k} groups of equal size|There are ${k} groups of the same size].`);
        s.div("members in a group", y, k);
        s.ask("[How many members are in a group|How big is one group|How many people train in each group]?");
      } else s.ask("[How many members are there now|How many people belong to it after that|What is the number of members then]?");
      return;
    }
    s.say(form === "joined" ? `[After ${join} people joined, a ${club} has ${now} members|A ${club} has ${now} members, of whom ${join} are new this year|There are ${now} members in a ${club} now that ${join} new ones have come].` : `[After ${join} people left, a ${club} has ${now} members|A ${club} still has ${now} members; ${join} have gone this year|There are ${now} members in a ${club} now that ${join} have left].`);
    const before = form === "joined" ? s.sub("members before", now, join) : s.add("members before", now, join);
    if (steps === 1) {
      s.ask(`[How many members did it have before|How many members were there at first|What was the number of members before]?`);
      return;
    }
    const fee = s.cash("fee of a member", 2, 9);
    s.say(`[Before that, a member paid $${fee} a week|Before the change the fee was $${fee} a week for each|In those days $${fee} a week were due from every member].`);
    const m = s.mul("money a week", before, fee);
    if (steps === 3) {
      const c = s.cash("rent a week", 50, 300, 10);
      s.say(`[$${c} a week went on the rent|The rent took $${c} of it every week|Every week $${c} had to be paid for the building].`);
      s.sub("money left a week", m, c);
      s.ask("[How much was left each week|How many dollars did the club keep in a week|What remained of the fees in a week]?");
    } else s.ask("[How much money came in per week then|What were the weekly fees in all, in dollars|How many dollars a week did the members pay together before]?");
  }),
  template("cw-race-times", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const r = s.pick("ski race", "rowing race", "hurdle race", "sack race", "downhill race", "bicycle race", "canoe race", "obstacle race", "go-kart race");
    const a = s.num(`seconds of ${p.name}`, 60, 300);
    const d = s.num("difference in seconds", 4, 42);
    const faster = s.random.chance(0.5);
    s.say(faster ? `[${p.name} needs ${a} seconds in a ${r}. ${q.name} is ${d} seconds faster|In a ${r}, ${q.name} is ${d} seconds faster than ${p.name}, who needs ${a}|${a} seconds after the start of the ${r} ${p.name} is at the finish, ${d} seconds behind ${q.name}].` : `[${p.name} needs ${a} seconds in a ${r}. ${q.name} is ${d} seconds slower|In a ${r}, ${q.name} is ${d} seconds slower than ${p.name}, who needs ${a}|${a} seconds after the start of the ${r} ${p.name} is at the finish, ${d} seconds ahead of ${q.name}].`);
    const b = faster ? s.sub(`seconds of ${q.name}`, a, d) : s.add(`seconds of ${q.name}`, a, d);
    if (steps === 1) {
      s.ask(`[How many seconds does ${q.name} need|What is the time of ${q.name}, in seconds|How long does it take ${q.name}, in seconds]?`);
      return;
    }
    if (s.random.chance(0.5)) {
      const sum = s.add("seconds of both", a, b);
      if (steps === 3) {
        const z = s.num("seconds of the best pair", 100, 500, 5);
        s.say(`[Times are added for pairs, and the best pair has ${z} seconds|Their two times count together. The winners have ${z} seconds|For the pairs' cup, both times are added; the leaders have ${z} seconds].`);
        s.sub("seconds behind", sum, z);
        s.ask("[How many seconds are the two behind the first|By how many seconds do they miss first place|How many seconds slower than the best are they]?");
      } else s.ask("[What is the sum of the two times, in seconds|How many seconds do both need together|How many seconds is that for the pair]?");
      return;
    }
    const x = s.num("penalty seconds", 5, 40, 5);
    s.say(`[A mistake costs ${q.name} ${x} more seconds|The judges add ${x} seconds to ${q.name}'s time|${q.name} is given ${x} penalty seconds].`);
    const c = s.add("seconds with the penalty", b, x);
    if (steps === 3) {
      const y = s.num("seconds allowed", 120, 500, 10);
      s.say(`[The limit is ${y} seconds|To get through one must stay under ${y} seconds|Everyone under ${y} seconds gets through].`);
      s.sub("seconds to spare", y, c);
      s.ask(`[How many seconds under the limit is ${q.name}|By how many seconds is ${q.name} below it|How many seconds does ${q.name} have to spare]?`);
    } else s.ask(`[What is ${q.name}'s time in the end, in seconds|How many seconds count for ${q.name}|With these, how many seconds is it for ${q.name}]?`);
  }, { noise: false }),
];
