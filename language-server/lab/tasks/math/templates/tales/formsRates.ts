import type { Story, Template } from "../../story.ts";
import { template } from "../../story.ts";
import { divider } from "./formsWorlds.ts";

/** Verb in its forms, things, unit of time; for people, then for machines. */
const personJobs =
  `read,reads,reading,pages/chapters/poems,day; plant,plants,planting,trees/bulbs/seedlings,hour; write,writes,writing,lines/letters/cards,hour
knit,knits,knitting,rows/squares,evening; solve,solves,solving,puzzles/riddles/equations,week; wash,washes,washing,cars/windows/plates,hour
paint,paints,painting,fence boards/toy soldiers/tiles,hour; fold,folds,folding,napkins/paper stars/leaflets,minute; run,runs,running,laps,day
pick,picks,picking,berries/olives/apples,minute; sew,sews,sewing,buttons/patches/flags,hour; learn,learns,learning,words/songs/dance steps,week
climb,climbs,climbing,stairs/rungs,minute; bake,bakes,baking,pies/rolls/pizzas,hour; carry,carries,carrying,bricks/buckets/sacks,hour
swim,swims,swimming,lengths,week; walk,walks,walking,miles,day; drive,drives,driving,miles,day; type,types,typing,words/numbers,minute
deliver,delivers,delivering,parcels/newspapers/pizzas,hour; dig,digs,digging,holes/feet of a ditch,hour; collect,collects,collecting,shells/signatures/bottles,day
label,labels,labeling,jars/boxes/folders,hour; save,saves,saving,dollars/stamps,week; repair,repairs,repairing,bicycles/watches/chairs,week
practice,practices,practicing,minutes of piano/minutes of chess,day; draw,draws,drawing,animals/maps/faces,evening; sell,sells,selling,lemonades/tickets/roses,hour`
    .split(/[;\n]/)
    .map((line) => line.trim().split(","));
const machineJobs =
  `fill,fills,filling,bottles/jars/bags,minute,machine; print,prints,printing,pages/posters/labels,minute,printer; lift,lifts,lifting,crates/beams,hour,crane
pump,pumps,pumping,liters,minute,pump; cut,cuts,cutting,planks/pipes/sheets,hour,saw; travel,travels,traveling,miles,hour,train/bus/ship/plane; scan,scans,scanning,photos/tickets,minute,scanner
make,makes,making,screws/bricks/toys/chocolates,minute,factory; load,loads,loading,boxes/containers,hour,robot; burn,burns,burning,logs/pounds of coal,hour,stove; eat,eats,eating,leaves/apples,day,elephant/giraffe/caterpillar
lay,lays,laying,eggs,month,hen; drip,drips,dripping,drops,minute,tap; sort,sorts,sorting,letters/coins/eggs,minute,machine; use,uses,using,batteries/rolls of paper,week,office; serve,serves,serving,meals/soups,hour,kitchen`
    .split(/[;\n]/)
    .map((line) => line.trim().split(","));

const job = (s: Story) => {
  const isPerson = s.random.chance(0.6);
  const [base = "", does = "", doing = "", things = "", unit = "", who = ""] = s.pick(
    ...(isPerson ? personJobs : machineJobs),
  );
  const subject = isPerson ? s.person().name : s.pick(...who.split("/"));
  const other = isPerson ? s.person().name : `newer ${subject}`;
  const the = isPerson ? "" : "the ";
  const first = isPerson ? subject : `a ${subject}`;
  return {
    base,
    does,
    doing,
    t: s.pick(...things.split("/")),
    unit,
    units: `${unit}s`,
    aUnit: unit === "hour" ? "an hour" : `a ${unit}`,
    p: `${the}${subject}`,
    first,
    q: `${the}${other}`,
    second: isPerson ? other : `a ${other}`,
  };
};

type Job = ReturnType<typeof job>;

/** `Tom reads 12 pages a day`; no full stop. */
const rate = (j: Job, a: unknown): string =>
  `[${j.first} ${j.does} ${a} ${j.t} ${j.aUnit}|every ${j.unit} ${j.first} ${j.does} ${a} ${j.t}|${j.doing} ${a} ${j.t} takes ${j.first} one ${j.unit}|${j.first} can ${j.base} ${a} ${j.t} in ${j.aUnit}|in one ${j.unit}, ${a} ${j.t} is what ${j.first} manages to ${j.base}|${a} ${j.t} per ${j.unit} is what ${j.first} ${j.does}]`;

const askDone = (j: Job, h: unknown): string =>
  `[How many ${j.t} does ${j.p} ${j.base} in ${h} ${j.units}|In ${h} ${j.units}, how many ${j.t} does ${j.p} ${j.base}|If it goes on for ${h} ${j.units}, how many ${j.t} does ${j.p} ${j.base}|What number of ${j.t} can ${j.p} ${j.base} in ${h} ${j.units}]?`;

export const formsRates: readonly Template[] = [
  template("fo-rate-total", [1, 2, 3], (s, steps) => {
    const j = job(s);
    const [a, h] = [s.num(`${j.t} per ${j.unit}`, 4, 45), s.num(j.units, 2, 14)];
    s.say(`${rate(j, a)}.`);
    const x = s.mul(j.t, a, h);
    if (steps === 1) return s.ask(askDone(j, h));
    if (steps === 2 && s.random.chance(0.5)) {
      const goal = s.num(`${j.t} wanted`, 60, 700, 10);
      s.say(
        `[There are ${goal} ${j.t} to get through.|The aim is ${goal} ${j.t}.|In all it should be ${goal} ${j.t}.]`,
      );
      s.sub(`${j.t} left`, goal, x);
      return s.ask(
        `[How many ${j.t} are left after ${h} ${j.units}|After ${h} ${j.units}, how many ${j.t} are still to come|How many ${j.t} will be missing when ${h} ${j.units} have passed]?`,
      );
    }
    const c = s.num(`${j.t} before`, 5, 90);
    s.say(
      `[Before this, it was ${c} ${j.t} already.|${c} ${j.t} have been done before.|The first ${c} ${j.t} were done earlier and come on top.]`,
    );
    const all = s.add(`${j.t} in all`, x, c);
    if (steps === 3) {
      const goal = s.num(`${j.t} wanted`, 100, 900, 10);
      s.say(
        `[The aim is ${goal} ${j.t}.|In all it should be ${goal} ${j.t}.|${goal} ${j.t} would be enough.]`,
      );
      s.sub(`${j.t} missing`, goal, all);
      return s.ask(
        `[How many ${j.t} are missing ${h} ${j.units} later|How many more ${j.t} does ${j.p} need when ${h} ${j.units} are over|How far from the aim is ${j.p} after ${h} ${j.units}, in ${j.t}]?`,
      );
    }
    s.ask(
      `[How many ${j.t} is that in all ${h} ${j.units} later|What is the number of ${j.t} together when ${h} ${j.units} are over|After ${h} ${j.units}, how many ${j.t} are there altogether]?`,
    );
  }),
  template("fo-rate-time", [1, 2, 3], (s, steps) => {
    const j = job(s);
    const a = s.num(`${j.t} per ${j.unit}`, 3, 30);
    const n = s.random.integer(3, 25);
    if (steps === 1) {
      const all = s.oneOf(`${j.t} in all`, [a.number * n]);
      s.say(
        `[${rate(j, a)}. There are ${all} ${j.t} to be done.|${all} ${j.t} are the task. ${rate(j, a)}.|${rate(j, a)}, and the goal is ${all} ${j.t}.]`,
      );
      s.div(j.units, all, a);
      return s.ask(
        `[How many ${j.units} does ${j.p} need|In how many ${j.units} is it done|How long does that take, in ${j.units}|After how many ${j.units} can ${j.p} stop]?`,
      );
    }
    const b = s.num(`${j.t} done`, 5, 120);
    const all = s.oneOf(`${j.t} in all`, [a.number * n + b.number]);
    s.say(
      `[${all} ${j.t} are the task, and ${b} have been done. ${rate(j, a)}.|${rate(j, a)}. Of ${all} ${j.t}, ${b} are already behind ${j.p}.|The goal is ${all} ${j.t}. ${b} of these are done by somebody else. ${rate(j, a)}.]`,
    );
    const x = s.div(j.units, s.sub(`${j.t} left`, all, b), a);
    if (steps === 3) {
      const d = s.num(`${j.units} of rest`, 2, 12);
      s.say(
        `[A rest of ${d} ${j.units} comes in between.|${d} ${j.units} without work have to be added.|On top of this, ${d} ${j.units} are lost.]`,
      );
      s.add(`${j.units} in all`, x, d);
    }
    s.ask(
      `[How many ${j.units} ${steps === 3 ? "is that in all" : "does the rest take"}|${steps === 3 ? "With that, how" : "How"} long will it be until everything is done, in ${j.units}|In how many ${j.units} from now is everything done]?`,
    );
  }),
  template("fo-rate-find", [1, 2, 3, 4], (s, steps) => {
    const j = job(s);
    const [h, each] = [s.num(j.units, 2, 12), s.random.integer(3, 40)];
    const all = s.oneOf(j.t, [h.number * each]);
    s.say(
      `[In ${h} ${j.units} ${j.first} ${j.does} ${all} ${j.t}, always at the same pace.|${j.first} needs ${h} ${j.units} for ${all} ${j.t} and never changes the pace.|${all} ${j.t} take ${j.first} ${h} ${j.units}, with no change of pace.|It takes ${h} ${j.units} until ${j.first}, at a steady pace, is done with ${all} ${j.t}.]`,
    );
    const a = s.div(`${j.t} per ${j.unit}`, all, h);
    if (steps === 1)
      return s.ask(
        `[How many ${j.t} is that per ${j.unit}|How many ${j.t} does ${j.p} ${j.base} in one ${j.unit}|What is the pace, in ${j.t} ${j.aUnit}]?`,
      );
    if (steps === 2 && s.random.chance(0.5)) {
      const k = s.num(`more ${j.t} per ${j.unit}`, 2, 20);
      s.say(
        `[${j.second} does ${k} more per ${j.unit}.|${j.second} is faster, by ${k} ${j.t} ${j.aUnit}.|Per ${j.unit}, ${j.p} does ${k} fewer than ${j.second}.]`,
      );
      s.add(`${j.t} per ${j.unit} of the other`, a, k);
      return s.ask(
        `[How many ${j.t} does ${j.q} ${j.base} per ${j.unit}|What is the pace of ${j.q}, in ${j.t} ${j.aUnit}|In one ${j.unit}, how many ${j.t} does ${j.q} manage]?`,
      );
    }
    const m = s.num(`${j.units} in the question`, 2, 15);
    s.need(m.value !== h.value);
    const x = s.mul(`${j.t} in ${m} ${j.units}`, a, m);
    if (steps === 2) return s.ask(askDone(j, m));
    const c = s.num(`${j.t} that do not count`, 2, 30);
    s.say(
      `[Later there are ${m} ${j.units} at this pace, but ${c} of the ${j.t} from that time do not count.|Of what comes about in ${m} other ${j.units} like these, ${c} ${j.t} do not count.|Then ${m} such ${j.units} follow, only that ${c} of the ${j.t} have to be left out.]`,
    );
    const y = s.sub(`${j.t} that count`, x, c);
    if (steps === 4) {
      const d = s.num(`more ${j.t}`, 5, 60);
      s.say(
        `[But ${d} from a friend are added.|${d} extra ones come from elsewhere.|To these, ${d} others are added.]`,
      );
      s.add(`${j.t} in all`, y, d);
    }
    s.ask(
      `[How many ${j.t} are counted for those ${m} ${j.units} then|What is the count of ${j.t} for the ${m} ${j.units}|With that, how many ${j.t} does the count for the ${m} ${j.units} show]?`,
    );
  }),
  template("fo-rate-two", [2, 3, 4], (s, steps) => {
    const j = job(s);
    const [a, b] = [s.num(`${j.t} per ${j.unit}`, 4, 40), s.num(`${j.t} per ${j.unit} of the other`, 4, 40)];
    const h = s.num(j.units, 2, 10);
    s.say(
      `[${rate(j, a)}, and ${j.second} ${j.does} ${b}.|${rate(j, a)}. For ${j.second} the number is ${b}.|${rate(j, a)}; ${j.second} comes to ${b}.]`,
    );
    const kind = s.random.chance(0.5);
    if (kind) {
      const x = s.mul(`${j.t} of both`, s.add(`${j.t} of both per ${j.unit}`, a, b), h);
      if (steps === 2)
        return s.ask(
          `[How many ${j.t} do the two ${j.base} together in ${h} ${j.units}|In ${h} ${j.units}, how many ${j.t} is that for both|If both go on for ${h} ${j.units}, how many ${j.t} is that in all]?`,
        );
      const goal = s.num(`${j.t} wanted`, 100, 900, 10);
      s.say(
        `[Together they must get to ${goal} ${j.t}.|${goal} ${j.t} is what the two have to reach together.|The common goal is ${goal}.]`,
      );
      const y = s.sub(`${j.t} missing`, goal, x);
      if (steps === 3)
        return s.ask(
          `[How many ${j.t} are missing after ${h} ${j.units}|How many ${j.t} remain for them after ${h} ${j.units}|After ${h} ${j.units}, how far are they from the goal, in ${j.t}]?`,
        );
      const m = divider(s, "others", y, 2, 9);
      s.say(
        `[What is missing after ${h} ${j.units} is divided equally among ${m} others.|${m} others do an equal part each of what is missing when ${h} ${j.units} have passed.|After ${h} ${j.units}, the rest goes in equal parts to ${m} others.]`,
      );
      s.div(`${j.t} for each`, y, m);
      return s.ask(
        `[How many ${j.t} is that for each of the others|How many ${j.t} does one of them have to do|What is the part of each of them, in ${j.t}]?`,
      );
    }
    s.need(a.value !== b.value && steps < 4);
    const up = a.value > b.value;
    const d = up ? s.sub(`difference per ${j.unit}`, a, b) : s.sub(`difference per ${j.unit}`, b, a);
    const [fast, slow] = up ? [j.p, j.q] : [j.q, j.p];
    const x = s.mul("difference", d, h);
    if (steps === 3) {
      const lead = s.num("lead at first", 3, 60);
      s.say(
        `[Even before that, ${fast} was ahead by ${lead}.|${fast} begins with a lead of ${lead}.|At the start ${slow} is ${lead} behind.]`,
      );
      s.add("difference in the end", x, lead);
    }
    s.ask(
      `[How many ${j.t} is ${fast} ahead after ${h} ${j.units}|By how many ${j.t} is ${slow} behind after ${h} ${j.units}|What is the difference after ${h} ${j.units}, in ${j.t}]?`,
    );
  }),
  template("fo-rate-phases", [3, 4], (s, steps) => {
    const j = job(s);
    const [a, h] = [s.num(`${j.t} per ${j.unit} at first`, 6, 40), s.num(`${j.units} at first`, 2, 9)];
    const [b, m] = [s.num(`${j.t} per ${j.unit} later`, 4, 40), s.num(`${j.units} later`, 2, 9)];
    s.say(
      `[${rate(j, a)} for the first ${h} ${j.units}. For the next ${m} ${j.units} it is ${b} ${j.aUnit}.|At first ${rate(j, a)}, which lasts for ${h} ${j.units}. Then, for ${m} ${j.units}, the number is ${b} ${j.aUnit}.|For ${h} ${j.units} ${j.first} ${j.does} ${a} ${j.t} ${j.aUnit} and for ${m} ${j.units} ${b}.]`,
    );
    const [x, y] = [s.mul(`${j.t} at first`, a, h), s.mul(`${j.t} later`, b, m)];
    if (steps === 3 && s.random.chance(0.4)) {
      s.need(x.value !== y.value);
      const up = x.value > y.value;
      if (up) s.sub("difference", x, y);
      else s.sub("difference", y, x);
      return s.ask(
        `[How many more ${j.t} were there in the ${up ? "first" : "second"} part than in the other|By how many ${j.t} do the two parts differ|How many fewer ${j.t} does the ${up ? "second" : "first"} part have than the other]?`,
      );
    }
    const all = s.add(`${j.t} in all`, x, y);
    if (steps === 4) {
      const goal = s.num(`${j.t} wanted`, 100, 900, 10);
      s.say(
        `[All in all ${goal} ${j.t} are planned.|The plan says ${goal} ${j.t}.|The aim is to reach ${goal} ${j.t}.]`,
      );
      s.sub(`${j.t} missing`, goal, all);
      return s.ask(
        `[How many ${j.t} remain|How many more ${j.t} are needed|How many ${j.t} short of the plan is ${j.p}]?`,
      );
    }
    s.ask(
      `[How many ${j.t} are that in all|How many ${j.t} does ${j.p} ${j.base} altogether|What is the total, in ${j.t}]?`,
    );
  }),
  template("fo-rate-change", [2, 3], (s, steps) => {
    const j = job(s);
    const [a, b] = [s.num(`${j.t} per ${j.unit}`, 8, 40), s.num("change of pace", 2, 15)];
    const h = s.num(j.units, 2, 10);
    const up = s.random.chance(0.5);
    s.say(
      `[Usually ${rate(j, a)}, but this time it is ${b} ${up ? "more" : "fewer"} per ${j.unit}.|${rate(j, a)} on a normal day. Today it is ${b} ${up ? "more" : "fewer"} each ${j.unit}.|Most of the time ${rate(j, a)}; now the pace is ${b} ${up ? "higher" : "lower"}.]`,
    );
    const now = up ? s.add(`${j.t} per ${j.unit} now`, a, b) : s.sub(`${j.t} per ${j.unit} now`, a, b);
    const x = s.mul(`${j.t} in ${h} ${j.units}`, now, h);
    if (steps === 3) {
      const k = s.num(`other ${j.t}`, 5, 60);
      s.say(
        `[${k} ${j.t} from before are added to the count.|The count starts with ${k} ${j.t} from before.|Someone else adds ${k} ${j.t} to the result.]`,
      );
      s.add(`${j.t} in all`, x, k);
      return s.ask(
        `[How many ${j.t} are counted in all after ${h} ${j.units} of this|What does the count of ${j.t} say after ${h} such ${j.units}|With ${h} ${j.units} at the new pace, how many ${j.t} are there altogether]?`,
      );
    }
    s.ask(
      `[How many ${j.t} does ${j.p} ${j.base} in ${h} ${j.units} at this new pace|How many ${j.t} are that in ${h} such ${j.units}|What number of ${j.t} does ${j.p} ${j.base} in ${h} ${j.units} like that]?`,
    );
  }),
];
