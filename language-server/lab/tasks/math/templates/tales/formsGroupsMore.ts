import { type Template, template } from "../../story.ts";
import { groups, pair } from "./formsGroupsWords.ts";
import { divider } from "./formsWorlds.ts";

export const formsGroupsMore: readonly Template[] = [
  template("fo-groups-regroup", [2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [n, k] = [s.num(gs, 3, 20), s.num(`${t} per ${g}`, 4, 24)];
    s.say(`${groups(p, n, k)}.`);
    const all = s.mul(t, n, k);
    const byCount = s.random.chance(0.5);
    const m = divider(s, byCount ? `new number of ${gs}` : `new number of ${t} per ${g}`, all, 2, 20);
    s.need(m.value !== n.value && m.value !== k.value);
    s.say(
      byCount
        ? `[Now the same ${t} are to be on ${m} ${gs}, equally many ${at} each.|They are all moved so that ${m} ${gs} have the same number.|From now on there will be ${m} ${gs} for these ${t}, again with equal numbers.]`.replace(
            "to be on",
            `to be ${at}`,
          )
        : `[Now there are to be ${m} ${t} ${at} each ${g}.|They are all moved so that every ${g} has ${m}.|From now on ${m} ${t} will come to one ${g}.]`,
    );
    const x = s.div(byCount ? `new number of ${t} per ${g}` : `new number of ${gs}`, all, m);
    if (steps === 3) {
      const [old, what] = byCount ? [k, `${t} per ${g}`] : [n, gs];
      s.need(x.value !== old.value);
      const up = x.value > old.value;
      if (up) s.sub("difference", x, old);
      else s.sub("difference", old, x);
      return s.ask(
        `[How many ${up ? "more" : "fewer"} ${what} is that than before|By how many does the number of ${what} ${up ? "go up" : "go down"}|What is the change in the number of ${what}]?`,
      );
    }
    s.ask(
      byCount
        ? `[How many ${t} will be ${at} each ${g}|What will be the number of ${t} per ${g}|How many ${t} does a ${g} have then]?`
        : `[How many ${gs} will be needed|What will be the number of ${gs}|How many ${gs} does that take]?`,
    );
  }),
  template("fo-groups-scale", [2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [n, each] = [s.num(gs, 2, 12), s.random.integer(3, 25)];
    const all = s.oneOf(`${t} of these`, [n.number * each]);
    const m = s.num(`${gs} in the question`, 2, 20);
    s.need(m.value !== n.value);
    s.say(
      `[${n} ${gs} have ${all} ${t}, and every ${g} has the same number.|${at} ${n} ${gs} that are all alike there are ${all} ${t}.|There are ${all} ${t} ${at} ${n} equal ${gs}.]`,
    );
    const x = s.div(`${t} per ${g}`, all, n);
    const y = s.mul(`${t} of ${m} ${gs}`, x, m);
    if (steps === 3) {
      const c = s.num(`${t} that are there`, 2, 60);
      s.say(
        `[The plan is for ${m} ${gs} of this kind, and ${c} ${t} have been found.|${m} such ${gs} are wanted, for which ${c} ${t} are there already.|For ${m} more ${gs} like these, ${c} ${t} have been set aside.]`,
      );
      s.sub(`${t} missing`, y, c);
      return s.ask(
        `[How many ${t} are still needed for the ${m} ${gs}|How many more ${t} do those ${m} ${gs} take|How many ${t} are missing for them]?`,
      );
    }
    s.ask(
      `[How many ${t} are ${at} ${m} such ${gs}|How many ${t} would ${m} ${gs} of this kind have|What is the number of ${t} for ${m} ${gs} like that|If there were ${m} such ${gs}, how many ${t} would there be]?`,
    );
  }),
  template("fo-groups-nested", [2, 3], (s, steps) => {
    const [outer = "", outers = "", middle = "", middles = "", inner = ""] = s
      .pick(
        "school,schools,class,classes,children",
        "street,streets,house,houses,windows",
        "shelf,shelves,box,boxes,nails",
        "train,trains,wagon,wagons,seats",
        "forest,forests,tree,trees,nests",
        "tower,towers,floor,floors,lamps",
        "truck,trucks,crate,crates,melons",
        "club,clubs,team,teams,players",
        "library,libraries,room,rooms,tables",
        "farm,farms,barn,barns,horses",
        "book,books,chapter,chapters,pictures",
        "palace,palaces,hall,halls,mirrors",
        "army,armies,tent,tents,soldiers",
        "garden,gardens,bed,beds,tulips",
        "hotel,hotels,floor,floors,rooms",
        "pallet,pallets,carton,cartons,jars",
      )
      .split(",");
    const [a, b, c] = [
      s.num(`${outers}`, 2, 8),
      s.num(`${middles} per ${outer}`, 2, 10),
      s.num(`${inner} per ${middle}`, 2, 15),
    ];
    s.say(
      s.random
        .shuffle([
          `[There are ${a} ${outers}.|We speak of ${a} ${outers}.|${a} ${outers} are alike.]`,
          `[Each ${outer} has ${b} ${middles}.|There are ${b} ${middles} to every ${outer}.|The number of ${middles} per ${outer} is ${b}.]`,
          `[Each ${middle} has ${c} ${inner}.|There are ${c} ${inner} to every ${middle}.|A ${middle} comes with ${c} ${inner}.]`,
        ])
        .join(" "),
    );
    const x = s.mul(middles, a, b);
    const y = s.mul(inner, x, c);
    if (steps === 3) {
      const d = s.num(`${inner} that do not count`, 3, 60);
      s.say(
        `[Of all the ${inner}, ${d} are not there today.|${d} of the ${inner} are missing.|Everywhere together, ${d} ${inner} have disappeared.]`,
      );
      s.sub(`${inner} left`, y, d);
      return s.ask(
        `[How many ${inner} are there today|How many ${inner} are left|What number of ${inner} remains]?`,
      );
    }
    s.ask(
      `[How many ${inner} are there in all|What is the total number of ${inner}|How many ${inner} does that make|How many ${inner} do the ${outers} have altogether]?`,
    );
  }),
  template("fo-groups-add-groups", [2, 3], (s, steps) => {
    const p = pair(s);
    const { g, gs, at, t } = p;
    const [n, m] = [s.num(`${gs} at first`, 3, 25), s.num(`change in ${gs}`, 2, 15)];
    const k = s.num(`${t} per ${g}`, 3, 18);
    const up = s.random.chance(0.5);
    s.say(
      s.random
        .shuffle(
          [
            up
              ? `[There were ${n} ${gs}, and ${m} have been added.|To ${n} old ${gs} come ${m} new ones.|${m} ${gs} more than the ${n} of last year are there now.]`
              : `[There were ${n} ${gs}, and ${m} of them are gone.|Of ${n} ${gs}, ${m} are empty.|${m} of the ${n} ${gs} are not used any more.]`,
            up
              ? `[Each ${g} has ${k} ${t}.|${at} every ${g} one finds ${k} ${t}.|The number of ${t} per ${g} is ${k}.]`
              : `[Each ${g} that remains has ${k} ${t}.|${at} every one of the other ${gs} one finds ${k} ${t}.|For the remaining ${gs}, the number of ${t} per ${g} is ${k}.]`,
          ].slice(0, 2),
        )
        .join(" "),
    );
    const x = up ? s.add(`${gs} now`, n, m) : s.sub(`${gs} left`, n, m);
    const y = s.mul(t, x, k);
    if (steps === 3) {
      const c = s.num(`other ${t}`, 3, 70);
      s.say(
        `[Also, there are ${c} loose ${t}.|Apart from that, ${c} ${t} are kept somewhere else.|To these one must add ${c} ${t} that have no ${g}.]`,
      );
      s.add(`${t} in all`, y, c);
    }
    s.ask(
      `[How many ${t} are there in all|What is the number of ${t} now|How many ${t} does that make together]?`,
    );
  }),
];
