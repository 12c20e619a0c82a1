import { type Template, template } from "../../story.ts";
import { askAll, groups, pair } from "./formsGroupsWords.ts";
import { divider } from "./formsWorlds.ts";

export const formsGroups: readonly Template[] = [
  template("fo-groups-total", [1, 2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [n, k] = [s.num(gs, 3, 20), s.num(`${t} per ${g}`, 3, 30)];
    s.say(`${groups(p, n, k)}.`);
    let x = s.mul(t, n, k);
    if (steps > 1) {
      const c = s.num(`other ${t}`, 3, 60);
      const up = s.random.chance(0.5);
      s.say(
        up
          ? `[Besides, there are ${c} ${t} elsewhere.|${c} more ${t} are not ${at} any ${g}.|Not counted yet are ${c} ${t} somewhere else.]`
          : `[Of all these ${t}, ${c} are taken away.|${c} of the ${t} are gone after a while.|Then someone removes ${c} of the ${t}.]`,
      );
      x = up ? s.add(`${t} in all`, x, c) : s.sub(`${t} left`, x, c);
      if (steps === 3) {
        const m = divider(s, "people", x, 2, 9);
        s.say(
          `[${m} people look after an equal part of them.|For a count, ${m} people divide the ${t} equally among themselves.|${m} lists, all of the same length, name all the ${t}.]`,
        );
        s.div(`${t} per part`, x, m);
        return s.ask(
          `[How many ${t} are in one such part|How many ${t} is that each|What does one part come to, in ${t}]?`,
        );
      }
      return s.ask(
        up
          ? `[How many ${t} are there altogether|What is the total number of ${t}|How many ${t} does that make in all]?`
          : `[How many ${t} are left|How many ${t} are there then|What number of ${t} remains]?`,
      );
    }
    s.ask(askAll(p));
  }),
  template("fo-groups-share", [1, 2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [n, each] = [s.num(gs, 3, 15), s.random.integer(3, 40)];
    const extra = steps > 1 ? s.num(`${t} elsewhere`, 2, 30) : undefined;
    const all = s.oneOf(`${t} in all`, [n.number * each + (extra?.number ?? 0)]);
    s.say(
      extra === undefined
        ? `[${all} ${t} are spread evenly over ${n} ${gs}.|There are ${n} ${gs}, ${at} which ${all} ${t} are to be found, equally many ${at} each.|The ${n} ${gs} all have the same number of ${t}; together it is ${all}.|If ${all} ${t} must go ${at} ${n} ${gs} and every ${g} is to get the same, some dividing has to be done.]`
        : `[Of ${all} ${t}, ${extra} are put aside; the others are spread evenly over ${n} ${gs}.|${n} ${gs} have equally many ${t}. With the ${extra} ${t} that are not ${at} any ${g}, there are ${all}.|There are ${all} ${t}. Except for ${extra}, they are ${at} ${n} ${gs}, the same number ${at} each.]`,
    );
    const rest = extra === undefined ? all : s.sub(`${t} for the ${gs}`, all, extra);
    const x = s.div(`${t} per ${g}`, rest, n);
    if (steps === 3) {
      const c = s.num(`change ${at} one ${g}`, 2, 20);
      const up = s.random.chance(0.5);
      s.say(
        up
          ? `[One ${g} gets ${c} more.|Then ${c} more come to one ${g}.|${c} others are added to a single ${g}.]`
          : `[One ${g} loses ${c}.|Then ${c} are taken from one ${g}.|From a single ${g}, ${c} are removed.]`,
      );
      if (up) s.add(`${t} ${at} that ${g}`, x, c);
      else s.sub(`${t} ${at} that ${g}`, x, c);
      return s.ask(
        `[How many ${t} does this ${g} have then|How many ${t} are ${at} that ${g} now|What is the number of ${t} ${at} this ${g} after that]?`,
      );
    }
    s.ask(
      `[How many ${t} are ${at} each ${g}|What is the number of ${t} per ${g}|How many ${t} does every ${g} have|How many ${t} come to one ${g}]?`,
    );
  }),
  template("fo-groups-how-many", [1, 2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [k, n] = [s.num(`${t} per ${g}`, 3, 20), s.random.integer(3, 30)];
    if (steps === 1) {
      const all = s.oneOf(`${t} in all`, [n * k.number]);
      s.say(
        `[There are ${k} ${t} ${at} each ${g}, ${all} ${t} altogether.|${all} ${t} were counted. ${k} of them are ${at} every ${g}.|Always ${k} ${t} go ${at} one ${g}, and there are ${all} of them.|${all} ${t} are divided up, ${k} to a ${g}.]`,
      );
      s.div(gs, all, k);
      return s.ask(
        `[How many ${gs} are there|What is the number of ${gs}|How many ${gs} does that make|How many ${gs} must there be]?`,
      );
    }
    const up = s.random.chance(0.5);
    const c = s.num(up ? `more ${t}` : `fewer ${t}`, 2, 40);
    const first = n * k.number + (up ? -c.number : c.number);
    s.need(first > 5);
    const a = s.oneOf(`${t} at first`, [first]);
    s.say(
      up
        ? `[To ${a} ${t}, ${c} are added. Then all are divided up, ${k} to a ${g}.|There are ${a} old ${t} and ${c} new ones, and ${k} of them are wanted for each ${g}.|${k} ${t} belong to a ${g}. There are ${a} ${t} in one house and ${c} in another.]`
        : `[From ${a} ${t}, ${c} are taken away. The rest is divided up, ${k} to a ${g}.|There are ${a} ${t}, but ${c} of them cannot be used. Each ${g} needs ${k} good ones.|${k} ${t} belong to a ${g}. Of ${a} ${t}, all except ${c} are used in this way.]`,
    );
    const x = up ? s.add(`${t} in all`, a, c) : s.sub(`${t} left`, a, c);
    const m = s.div(gs, x, k);
    if (steps === 2)
      return s.ask(
        `[How many ${gs} does that make|What number of ${gs} can there be|How many ${gs} can be provided with ${t}|For how many ${gs} is that enough]?`,
      );
    const w = s.num(`${gs} wanted`, 10, 60);
    s.need(w.number > m.number);
    s.say(`[There should be ${w} ${gs}.|The plan speaks of ${w} ${gs}.|${w} ${gs} are wanted in all.]`);
    s.sub(`${gs} missing`, w, m);
    s.ask(
      `[How many ${gs} are missing|How many ${gs} will be without ${t}|How many ${gs} too few are that]?`,
    );
  }),
  template("fo-groups-fill", [2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [n, k] = [s.num(gs, 3, 18), s.num(`room for ${t} per ${g}`, 4, 30)];
    const have = s.num(`${t} so far`, 10, 200);
    s.say(
      `[There is room for ${k} ${t} ${at} each ${g}. There are ${n} ${gs}, and ${have} ${t} are there so far.|${n} ${gs} wait for ${t}. Only ${have} ${t} have come, although each ${g} has room for ${k}.|Each of ${n} ${gs} ought to have ${k} ${t}, but there are just ${have} ${t} in all.|So far we have ${have} ${t}. For every one of the ${n} ${gs}, ${k} are needed.]`,
    );
    const room = s.mul(`room for ${t}`, n, k);
    const free = s.sub(`${t} missing`, room, have);
    if (steps === 3) {
      const c = s.num(`${t} on the way`, 2, 60);
      s.say(`[${c} are on the way.|Another ${c} have been promised.|Soon ${c} more will come.]`);
      s.sub(`${t} still missing`, free, c);
      return s.ask(
        `[How many ${t} will be missing even then|After that, for how many ${t} is there still room|How many more ${t} are wanted besides these]?`,
      );
    }
    s.ask(
      `[How many ${t} are missing|For how many more ${t} is there room|How many more ${t} are needed|How many ${t} short of the full number is that]?`,
    );
  }),
  template("fo-groups-taken-out", [2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const all = s.num(`${t} at first`, 60, 500, 5);
    const [n, k] = [s.num(gs, 2, 12), s.num(`${t} per ${g}`, 3, 25)];
    s.say(
      `[There are ${all} ${t}. ${n} ${gs} get ${k} of them each.|Of ${all} ${t}, ${k} are put ${at} each of ${n} ${gs}.|${n} ${gs} are made ready with ${k} ${t} each. At first there were ${all} ${t}.|With ${all} ${t} at hand, someone prepares ${n} ${gs}, and every ${g} takes ${k}.]`,
    );
    const used = s.mul(`${t} used`, n, k);
    const left = s.sub(`${t} left`, all, used);
    if (steps === 3) {
      const m = divider(s, "helpers", left, 2, 9);
      s.say(
        `[${m} helpers share what is left equally.|The remaining ones go to ${m} helpers, the same number to each.|What is not used is split evenly between ${m} helpers.]`,
      );
      s.div(`${t} per helper`, left, m);
      return s.ask(
        `[How many ${t} does each helper get|How many ${t} go to one helper|What is a helper's share of the ${t}]?`,
      );
    }
    s.ask(
      `[How many ${t} are left|How many ${t} are not used|How many ${t} remain after that|What is left over of the ${t}]?`,
    );
  }),
  template("fo-groups-two-kinds", [2, 3, 4], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [big, small] = s.pick(
      ["big", "small"],
      ["new", "old"],
      ["red", "blue"],
      ["northern", "southern"],
      ["green", "white"],
      ["plain", "fancy"],
      ["tidy", "untidy"],
    ) as [string, string];
    const [n, k] = [s.num(`${big} ${gs}`, 2, 12), s.num(`${t} per ${big} ${g}`, 8, 30)];
    if (steps === 2) {
      const c = s.num(`${t} ${at} the ${small} ${g}`, 2, 20);
      s.say(
        `[There are ${k} ${t} ${at} each of ${n} ${big} ${gs}, and ${c} ${at} the only ${small} ${g}.|${n} ${big} ${gs} have ${k} ${t} each. One ${small} ${g} has ${c}.|${at} the one ${small} ${g} there are ${c} ${t}. ${at} each of the ${n} ${big} ones it is ${k}.]`,
      );
      s.add(`${t} in all`, s.mul(`${t} ${at} ${big} ${gs}`, n, k), c);
      return s.ask(askAll(p));
    }
    const [m, l] = [s.num(`${small} ${gs}`, 2, 12), s.num(`${t} per ${small} ${g}`, 2, 20)];
    s.say(
      `[There are ${n} ${big} ${gs} with ${k} ${t} each and ${m} ${small} ones with ${l} each.|Each ${big} ${g} has ${k} ${t}, each ${small} one has ${l}. There are ${n} ${big} and ${m} ${small} ${gs}.|${at} every one of the ${m} ${small} ${gs} there are ${l} ${t}, and ${at} each of the ${n} ${big} ones ${k}.]`,
    );
    const x = s.mul(`${t} ${at} ${big} ${gs}`, n, k);
    const y = s.mul(`${t} ${at} ${small} ${gs}`, m, l);
    if (steps === 3 && s.random.chance(0.5)) {
      s.sub("difference", x, y);
      return s.ask(
        `[How many more ${t} are ${at} the ${big} ${gs} than ${at} the ${small} ones|By how many ${t} do the ${big} ${gs} beat the ${small} ${gs}|How many fewer ${t} are ${at} the ${small} ${gs} altogether than ${at} the ${big} ones]?`,
      );
    }
    const all = s.add(`${t} in all`, x, y);
    if (steps === 3) return s.ask(askAll(p));
    const c = s.num(`${t} taken`, 5, 60);
    s.say(
      `[Then ${c} ${t} are taken away.|Of all these, ${c} get lost.|In the end ${c} of the ${t} have to go.]`,
    );
    s.sub(`${t} left`, all, c);
    s.ask(`[How many ${t} are left|What number of ${t} stays|How many ${t} are there after that]?`);
  }),
];
