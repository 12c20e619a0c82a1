import { type Template, template } from "../../story.ts";
import { bakes, crops, makers, parts } from "./tradesWords.ts";

/** Farms, bakeries, factories, workshops, deliveries, wages. */
export const tradesWork: readonly Template[] = [
  template("tr-harvest-rows", [1, 2, 3], (s, steps) => {
    const c = s.pick(...crops);
    const r = s.num("rows", 4, 25);
    const k = s.num(`${c.many} in a row`, 6, 30);
    s.say(
      `[On a field there are ${r} rows with ${k} ${c.many} each|A farmer harvests ${r} rows, from each of which come ${k} ${c.many}|Every one of the ${r} rows on a farm yields ${k} ${c.many}].`,
    );
    const all = s.mul(`${c.many} harvested`, r, k);
    if (steps === 1) {
      s.ask(
        `[How many ${c.many} is that|How big is the whole harvest|How many ${c.many} come from the field|What is the number of ${c.many} in all rows]?`,
      );
      return;
    }
    const bad = s.num(`${c.many} eaten by animals`, 5, 60);
    s.say(
      `[Deer eat ${bad} of them|${bad} were rotten and stay on the field|Unfortunately ${bad} are spoiled by hail].`,
    );
    const good = s.sub(`good ${c.many}`, all, bad);
    if (steps === 2) {
      s.ask(
        `[How many good ones are there|How many ${c.many} can be sold|How many remain for the market|What is left of the harvest]?`,
      );
      return;
    }
    const b = s.num(`${c.many} in a crate`, 4, 20);
    s.say(`[The good ones are packed into crates of ${b}|A crate takes ${b} of the good ones].`);
    s.div("crates", good, b);
    s.ask(
      `[How many crates are filled|How many crates does the farm need|In how many crates do they fit|How many full crates go to the market]?`,
    );
  }),
  template("tr-bakery-morning", [1, 2, 3], (s, steps) => {
    const [x, y] = s.random.pickSome(bakes, 2);
    if (x === undefined || y === undefined) return;
    const n = s.num(`${x.many} baked`, 20, 150);
    const d = s.num("fewer", 5, 60);
    s.say(
      `[A bakery makes ${n} ${x.many} in a morning and ${d} fewer ${y.many}|While ${n} ${x.many} come out of a baker's oven, the number of ${y.many} is smaller by ${d}|Before sunrise a baker finishes ${n} ${x.many}. There are ${d} fewer ${y.many}].`,
    );
    const m = s.sub(`${y.many} baked`, n, d);
    if (steps === 1) {
      s.ask(
        `[How many ${y.many} are there|What is the number of ${y.many}|How many ${y.many} does the bakery make|How many of the second kind are baked]?`,
      );
      return;
    }
    const all = s.add("pieces baked", n, m);
    if (steps === 2) {
      s.ask(
        `[How many pieces are baked in all|How many are there of both kinds together|What is the total of ${x.many} and ${y.many}|How many pieces can the bakery sell]?`,
      );
      return;
    }
    const left = s.num("pieces not sold", 3, 40);
    s.say(
      `[At closing time ${left} pieces of the two kinds lie unsold|All but ${left} pieces find a buyer].`,
    );
    s.sub("pieces sold", all, left);
    s.ask(
      `[How many pieces were sold|How many did customers take|How many pieces left the shop with a buyer|What number of pieces was sold]?`,
    );
  }),
  template("tr-line-shift", [2, 3], (s, steps) => {
    const w = s.pick(...parts);
    const r = s.num(`${w.many} an hour`, 10, 60);
    const h = s.num("hours", 3, 9);
    const bad = s.num(`faulty ${w.many}`, 2, 30);
    s.say(
      `[A factory line turns out ${r} ${w.many} an hour and runs for ${h} hours|For ${h} hours a machine has been making ${r} ${w.many} per hour|In one shift of ${h} hours, ${r} ${w.many} leave the machine every hour]. [The inspector rejects ${bad}|${bad} of them turn out to be faulty|Of these, ${bad} do not pass the test].`,
    );
    const all = s.mul(`${w.many} made`, r, h);
    const good = s.sub(`good ${w.many}`, all, bad);
    if (steps === 2) {
      s.ask(
        `[How many ${w.many} are good|How many pass the test|How many can be delivered|How many ${w.many} without a fault were made]?`,
      );
      return;
    }
    const b = s.num(`${w.many} in a carton`, 2, 12);
    s.say(`[Cartons of ${b} are filled with the good ones|The good ones go into cartons, ${b} in each].`);
    s.div("cartons", good, b);
    s.ask(
      `[How many cartons are there|How many cartons does the shift fill|How many cartons are needed|What number of cartons leaves the hall]?`,
    );
  }),
  template("tr-wage-overtime", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const job = s.pick(
      "cashier",
      "roofer",
      "printer",
      "gardener",
      "waiter",
      "welder",
      "porter",
      "lifeguard",
      "bricklayer",
      "packer",
      "tour guide",
      "plasterer",
    );
    const p = s.cash("pay for an hour", 9, 25);
    const h = s.num("normal hours", 4, 24);
    s.say(
      `[${who.name} works as a ${job} for $${p} an hour and was there for ${h} hours|An hour's work as a ${job} brings ${who.name} $${p}, and ${who.he} did ${h} such hours|For each of ${h} hours as a ${job}, ${who.name} is paid $${p}].`,
    );
    const pay = s.mul("normal pay", p, h);
    if (steps === 1) {
      s.ask(
        `[What does ${who.name} earn|How many dollars is that|How much is ${who.his} pay|How much money does ${who.he} receive]?`,
      );
      return;
    }
    if (steps === 2) {
      const tax = s.cash("money taken off", 5, 60);
      s.say(`[Of this pay, $${tax} is kept back for tax|$${tax} goes off for the work clothes].`);
      s.sub("money received", pay, tax);
      s.ask(
        `[How much does ${who.name} really get|What is paid out|How many dollars are left of the pay|How much money reaches ${who.him}]?`,
      );
      return;
    }
    const q = s.cash("pay for an extra hour", 12, 40);
    const e = s.num("extra hours", 2, 9);
    s.say(
      `[On top of that come ${e} hours of overtime at $${q} each|${who.he} also did ${e} hours at night, which are paid at $${q} each].`,
    );
    const extra = s.mul("extra pay", q, e);
    const all = s.add("whole pay", pay, extra);
    if (steps === 4) {
      const rent = s.cash("rent", 50, 400, 10);
      s.say(`[The rent of $${rent} is paid from this|From this money ${who.he} pays $${rent} for a room].`);
      s.sub("money left", all, rent);
      s.ask(
        `[How much is left|How many dollars does ${who.he} keep|What remains of the wages|How much can ${who.name} use for other things]?`,
      );
      return;
    }
    s.ask(
      `[How much did ${who.name} earn in all|What are the whole wages|How many dollars are paid for all the hours|How much money does ${who.he} get altogether]?`,
    );
  }),
  template("tr-van-drops", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const g = s.pick(
      "parcels",
      "crates",
      "letters",
      "meals",
      "newspapers",
      "barrels",
      "sacks of coal",
      "milk bottles",
      "bouquets",
      "pizzas",
    );
    const all = s.num(`${g} loaded`, 60, 300);
    const a = s.num(`${g} at the first stop`, 8, 60);
    const b = s.num(`${g} at the second stop`, 8, 60);
    s.say(
      `[${who.name} sets off with ${all} ${g} in the van and drops ${a} at the first stop and ${b} at the second|At the first stop ${a} ${g} are taken out of ${who.name}'s van, at the second ${b}. The van had been loaded with ${all}|Of the ${all} ${g} in ${who.name}'s van, ${a} are for the first address and ${b} for the second one].`,
    );
    const out = s.add(`${g} delivered`, a, b);
    if (steps === 1) {
      s.ask(
        `[How many ${g} are for these two stops|How many ${g} do the two stops get together|How many ${g} are handed over there in all]?`,
      );
      return;
    }
    const left = s.sub(`${g} left`, all, out);
    if (steps === 2) {
      s.ask(
        `[How many ${g} are in the van after these stops|How many ${g} are still to be delivered|How many does ${who.name} have left then|What is left of the load]?`,
      );
      return;
    }
    const n = s.num("other addresses", 2, 9);
    s.say(
      `[The rest goes in equal parts to ${n} other addresses|${n} more addresses share the rest equally].`,
    );
    s.div(`${g} for each address`, left, n);
    s.ask(
      `[How many does each of these addresses get|How many ${g} are for one of them|How many ${g} are brought to each of the others]?`,
    );
  }),
  template("tr-maker-days", [1, 2, 3], (s, steps) => {
    const m = s.pick(...makers);
    const r = s.num("pieces a day", 3, 15);
    const days = s.num("days", 4, 20);
    s.say(
      `[A ${m.one} finishes ${r} pieces a day|Every day ${r} pieces are finished in the workshop of a ${m.one}|In the workshop of a ${m.one}, one day is enough for ${r} pieces]. [The order is to be done in ${days} days|${days} days are left before the fair|Work goes on for ${days} days].`,
    );
    const made = s.mul("pieces made", r, days);
    if (steps === 1) {
      s.ask(
        `[How many pieces will be ready in this time|How many pieces can be finished|What number of pieces does the ${m.one} manage]?`,
      );
      return;
    }
    const need = s.num("pieces ordered", 40, 400);
    s.say(`[The customer has asked for ${need}|In all, ${need} are needed].`);
    const miss = s.sub("pieces missing", need, made);
    if (steps === 2) {
      s.ask(
        `[How many pieces will be missing|How many pieces short is the ${m.one}|How many pieces are not ready in time]?`,
      );
      return;
    }
    s.div("extra days", miss, r);
    s.ask(
      `[How many more days does the ${m.one} need for the whole order|For how many extra days must the work go on|How many days late will everything be ready]?`,
    );
  }),
  template("tr-catch-shared", [2, 3], (s, steps) => {
    const f = s.pick("herring", "trout", "mackerel", "crabs", "salmon", "lobsters", "cod", "perch");
    const a = s.num(`${f} of the first boat`, 20, 150);
    const d = s.num("more", 5, 60);
    s.say(
      `[One fishing boat brings in ${a} ${f}; a second boat has ${d} more|The catch of one boat is ${a} ${f}, and another boat beats it by ${d}|${a} ${f} are in the nets of one boat, ${d} fewer than in those of a second boat].`,
    );
    const b = s.add(`${f} of the second boat`, a, d);
    const all = s.add(`${f} of both boats`, a, b);
    if (steps === 2) {
      s.ask(
        `[How many ${f} do the two boats have together|How many ${f} were caught in all|What is the total catch]?`,
      );
      return;
    }
    const n = s.num("restaurants", 2, 8);
    s.say(
      `[The whole catch is sold to ${n} restaurants in equal parts|${n} restaurants share everything equally].`,
    );
    s.div(`${f} for each restaurant`, all, n);
    s.ask(
      `[How many ${f} does each restaurant get|How many ${f} are for one restaurant|What is the share of one restaurant]?`,
    );
  }),
  template("tr-rental-days", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const t = s.pick(
      "canoe",
      "trailer",
      "tent",
      "drill",
      "minibus",
      "lawn mower",
      "concrete mixer",
      "cargo bike",
      "costume",
      "floor sander",
      "projector",
    );
    const p = s.cash("rent for a day", 5, 60);
    const d = s.num("days", 2, 9);
    s.say(
      `[Renting a ${t} costs $${p} a day, and ${who.name} keeps it for ${d} days|${who.name} rents a ${t} for ${d} days at $${p} a day|For ${d} days ${who.name} needs a ${t} that is rented out for $${p} per day].`,
    );
    const rent = s.mul("rent", p, d);
    if (steps === 1) {
      s.ask(`[What is the rent|How much must ${who.name} pay|How many dollars does that come to]?`);
      return;
    }
    const dep = s.cash("fee", 5, 40);
    s.say(`[There is also a fee of $${dep} for insurance|$${dep} is added for cleaning].`);
    const bill = s.add("bill", rent, dep);
    if (steps === 3) {
      const n = s.num("friends", 2, 6);
      s.say(
        `[${n} friends, ${who.name} among them, split the bill evenly|The bill is shared by ${n} people].`,
      );
      s.div("share", bill, n);
      s.ask(`[What does each one pay|How much is one share|How many dollars must each of them give]?`);
      return;
    }
    s.ask(`[How high is the bill|What does ${who.name} pay in all|How many dollars are due altogether]?`);
  }),
  template("tr-subscription", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.pick(
      "music service",
      "gym",
      "film club",
      "newspaper",
      "vegetable box",
      "coffee club",
      "game platform",
      "swimming club",
    );
    const p = s.cash("fee for a month", 4, 40);
    const m = s.num("months", 3, 12);
    s.say(
      `[${who.name} pays $${p} a month for a ${w}|A ${w} charges ${who.name} $${p} every month|The monthly fee for ${who.name}'s ${w} is $${p}]. [${who.he} stays for ${m} months|It runs for ${m} months|After ${m} months ${who.he} cancels it].`,
    );
    const all = s.mul("fees", p, m);
    if (steps === 1) {
      s.ask(
        `[What has ${who.name} paid by then|How much is that in total|How many dollars do the fees add up to]?`,
      );
      return;
    }
    const j = s.cash("joining fee", 5, 50);
    s.say(`[At the start $${j} was due for joining|In addition ${who.he} paid $${j} once when joining].`);
    const sum = s.add("money paid", all, j);
    if (steps === 3) {
      const o = s.cash("money for the other offer", 100, 600, 5);
      s.say(
        `[Another offer would have cost $${o} for the same time|For the same time a rival asks $${o} in all].`,
      );
      s.sub("money saved", o, sum);
      s.ask(
        `[How much cheaper was ${who.name}'s choice|How many dollars did ${who.he} save|By how much would the other one have been dearer]?`,
      );
      return;
    }
    s.ask(
      `[What did ${who.name} pay altogether|How many dollars were spent in all|How much money did it cost, with joining]?`,
    );
  }),
  template("tr-recycling-deposit", [2, 3], (s, steps) => {
    const who = s.pick("A school class", "A sports club", "A scout group", "A family", "A youth center");
    const a = s.num("kg at first", 10, 60);
    const b = s.num("kg later", 5, 40);
    const p = s.cash("price for a kg", 2, 6);
    s.say(
      `[${who} takes ${a} kg of copper and ${b} kg of brass to the scrap yard, where $${p} is paid for each kg|For every kg of scrap metal, $${p} is paid. ${who} brings ${a} kg in spring and ${b} kg in autumn].`,
    );
    const kg = s.add("kg in all", a, b);
    const m = s.mul("money received", kg, p);
    if (steps === 3) {
      const t = s.cash("cost of the trailer", 5, 50);
      s.say(`[$${t} had to be paid for a trailer|The transport cost $${t}].`);
      s.sub("money left", m, t);
      s.ask(`[How much is left of the money|What is the gain|How many dollars remain after that]?`);
      return;
    }
    s.ask(`[How much money is that|How many dollars does the scrap bring|What is paid for all of it]?`);
  }),
];
