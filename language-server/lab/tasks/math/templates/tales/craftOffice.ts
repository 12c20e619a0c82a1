import { type Template, template } from "../../story.ts";

/** Software, calls, wages, invoices, deliveries, warehouses, recycling, factories. */
export const craftOffice: readonly Template[] = [
  template("cw-disk-space", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const f = s.pick("videos", "photos", "songs", "games", "scans", "maps", "backups", "audio books");
    const way = s.pick("free", "count", "size");
    if (way === "free") {
      const full = s.num("gigabytes of the disk", 100, 900, 50);
      const used = s.num("gigabytes used", 40, 400, 5);
      s.say(
        `[A disk of ${who.name}'s can hold ${full} gigabytes, of which ${used} are taken|${used} of the ${full} gigabytes on ${who.name}'s disk are in use|${who.name} has filled ${used} gigabytes of a disk that has room for ${full}].`,
      );
      const free = s.sub("free gigabytes", full, used);
      if (steps === 1) {
        s.ask(
          "[How many gigabytes are free|How much space is left, in gigabytes|How many more gigabytes can be stored]?",
        );
        return;
      }
      const d = s.num("gigabytes deleted", 5, 60, 5);
      s.say(
        `[Then old ${f} of ${d} gigabytes are deleted|Deleting some ${f} gives back ${d} gigabytes|${d} gigabytes of ${f} are thrown away].`,
      );
      const now = s.add("free gigabytes after that", free, d);
      if (steps === 3) {
        const g = s.num("gigabytes for a project", 5, 90, 5);
        s.say(
          `[A new project fills ${g} gigabytes|${g} gigabytes go to a new project|After that a project of ${g} gigabytes is copied to the disk].`,
        );
        s.sub("free gigabytes in the end", now, g);
      }
      s.ask(
        "[How many gigabytes are free in the end|How much free space does the disk have now, in gigabytes|How many gigabytes can still be filled]?",
      );
      return;
    }
    const k = s.num(`megabytes for one of the ${f}`, 3, 15);
    if (way === "count") {
      const all = s.multiple("megabytes", k, 8, 50);
      s.say(
        `[${who.name}'s ${f} take ${k} megabytes each, and the folder with them takes ${all}|A folder with nothing but ${f} in it is ${all} megabytes large. Each of them has ${k} megabytes|All ${f} in ${who.name}'s folder have the same size, ${k} megabytes. Together they fill ${all}].`,
      );
      const n = s.div(`${f}`, all, k);
      if (steps === 1) {
        s.ask(`[How many ${f} are in the folder|How many ${f} does it contain|What is the number of ${f}]?`);
        return;
      }
      const d = s.num(`${f} deleted`, 2, 20);
      s.say(`[${d} ${f} are deleted|${who.name} deletes ${d} of the ${f}|${d} of the ${f} are removed].`);
      const left = s.sub(`${f} left`, n, d);
      if (steps === 3) {
        s.mul("megabytes left", left, k);
        s.ask(
          "[How many megabytes does the folder have now|How large is the folder after that, in megabytes|How many megabytes do the others take]?",
        );
      } else
        s.ask(
          `[How many ${f} remain|How many ${f} are still in the folder|How many ${f} does ${who.name} keep]?`,
        );
      return;
    }
    const n = s.num(`${f}`, 6, 40);
    s.say(
      `[${who.name} downloads ${n} ${f} of ${k} megabytes each|${n} ${f} are being downloaded by ${who.name}, and each of them has ${k} megabytes|A download consists of ${n} ${f} with ${k} megabytes apiece].`,
    );
    const m = s.mul("megabytes in all", n, k);
    if (steps === 1) {
      s.ask(
        "[How many megabytes is that in total|How large is the download, in megabytes|How many megabytes come in]?",
      );
      return;
    }
    const done = s.num("megabytes done", 10, 200, 5);
    s.say(
      `[So far ${done} megabytes have arrived|${done} megabytes are there already|The computer shows that ${done} megabytes are done].`,
    );
    const left = s.sub("megabytes missing", m, done);
    if (steps === 3) {
      const r = s.num("megabytes a second", 2, 10);
      s.say(
        `[Every second ${r} more arrive|The line brings ${r} megabytes a second|It goes on at ${r} megabytes per second].`,
      );
      s.div("seconds", left, r);
      s.ask(
        "[How many more seconds does it take|After how many seconds is the download done|How long must one still wait, in seconds]?",
      );
    } else
      s.ask(
        "[How many megabytes are still to come|How many megabytes are missing|How much has not arrived, in megabytes]?",
      );
  }),
  template("cw-help-desk", [1, 2, 3], (s, steps) => {
    const d = s.pick("calls", "chats", "tickets", "complaints", "questions", "requests");
    const n = s.num("agents", 3, 12);
    if (s.random.chance(0.5)) {
      const a = s.multiple(`${d}`, n, 5, 40);
      s.say(
        `[${a} ${d} reach a help desk in one morning. The ${n} agents there deal with equal numbers|At a help desk with ${n} agents, ${a} ${d} were handled, the same number by each|${n} agents of a help desk share ${a} ${d} equally].`,
      );
      const each = s.div(`${d} for an agent`, a, n);
      if (steps === 1) {
        s.ask(
          `[How many ${d} does each agent handle|How many ${d} fall to one agent|What is the share of a single agent]?`,
        );
        return;
      }
      const m = s.num(`minutes for one of the ${d}`, 3, 12);
      s.say(
        `[One takes ${m} minutes on average|Each takes an agent ${m} minutes|${m} minutes are needed per case].`,
      );
      const t = s.mul("minutes of an agent", each, m);
      if (steps === 3) {
        const b = s.num("minutes of breaks", 10, 60, 5);
        s.say(
          `[Breaks add ${b} minutes for each of them|Every agent also has ${b} minutes of breaks|Pauses come to ${b} minutes per agent].`,
        );
        s.add("minutes with breaks", t, b);
        s.ask(
          "[How many minutes does an agent spend at work|How long is one agent there, in minutes|With the breaks, how many minutes is it for each agent]?",
        );
      } else
        s.ask(
          `[For how many minutes is one agent busy|How long does an agent work on that, in minutes|How many minutes does each agent spend on ${d}]?`,
        );
      return;
    }
    const k = s.num(`${d} an agent solves in an hour`, 3, 12);
    s.say(
      `[Each of the ${n} agents at a help desk solves ${k} ${d} an hour|${k} ${d} an hour are solved by every one of ${n} agents|A help desk has ${n} agents. In an hour, one of them can solve ${k} ${d}].`,
    );
    const h = s.mul(`${d} in an hour`, n, k);
    if (steps === 1) {
      s.ask(
        `[How many ${d} does the desk solve in an hour|How many ${d} an hour is that for the whole team|What does the team manage in one hour, in ${d}]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const t = s.num("hours", 2, 8);
      s.say(`[They work for ${t} hours|The desk is open for ${t} hours|Today the shift lasts ${t} hours].`);
      const all = s.mul(`${d} in all`, h, t);
      if (steps === 3) {
        const open = s.num(`${d} that came in`, 100, 999);
        s.say(`[${open} ${d} came in|The list began with ${open} ${d}|There were ${open} ${d} to solve].`);
        s.sub(`${d} not solved`, open, all);
        s.ask(
          `[How many ${d} are not solved|How many ${d} remain open|How many ${d} are left for the next day]?`,
        );
      } else
        s.ask(
          `[How many ${d} are solved in this time|How many ${d} does the team get done|What is the total of solved ${d}]?`,
        );
      return;
    }
    const wait = s.num(`${d} waiting`, 40, 200);
    s.say(`[${wait} are waiting|There are ${wait} on the list|At eight o'clock ${wait} were waiting].`);
    const left = s.sub(`${d} left after an hour`, wait, h);
    if (steps === 3) {
      const more = s.num(`new ${d}`, 4, 40);
      s.say(
        `[In the same hour ${more} new ones come in|Meanwhile ${more} more arrive|${more} others are added during that hour].`,
      );
      s.add(`${d} waiting after an hour`, left, more);
    }
    s.ask(
      `[How many ${d} are waiting after one hour|How many ${d} are on the list an hour later|One hour later, how many ${d} are still waiting]?`,
    );
  }),
  template("cw-wage-week", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const job = s.pick(
      "waiter",
      "lifeguard",
      "cleaner",
      "clerk",
      "gardener",
      "driver",
      "cashier",
      "janitor",
      "cook",
      "guide",
      "night guard",
    );
    const r = s.cash("dollars an hour", 9, 25);
    const way = s.pick("hours", "money", "two");
    if (way === "hours") {
      const pay = s.multiple("dollars earned", r, 4, 38);
      s.say(
        `[${who.name} gets $${r} an hour as a ${job} and was paid $${pay}|$${pay} is what ${who.name} was paid as a ${job}, at $${r} an hour|Working as a ${job} for $${r} an hour, ${who.name} made $${pay}].`,
      );
      const h = s.div("hours", pay, r);
      if (steps === 1) {
        s.ask(
          `[How many hours did ${who.name} work|For how many hours was ${who.name} paid|How long did ${who.he} work, in hours]?`,
        );
        return;
      }
      const full = s.num("hours planned", 10, 40);
      s.say(
        `[The plan had been ${full} hours|${full} hours had been agreed on|According to the contract it should be ${full} hours].`,
      );
      const miss = s.sub("hours missing", full, h);
      if (steps === 2) {
        s.ask(
          "[How many hours are missing|How many hours short of that is it|How many more hours should it have been]?",
        );
        return;
      }
      const d = s.num("days for it", 2, 5);
      s.say(
        `[The missing hours are made up in equal parts on ${d} days|${who.name} makes up for the missing hours on ${d} days, equally long each day|Spread evenly over ${d} days, the missing hours are worked later].`,
      );
      const each = s.div("hours on each of the days", miss, d);
      if (steps === 4) {
        const n = s.num("usual hours a day", 4, 7);
        s.say(
          `[A usual day has ${n} hours|Normally it is ${n} hours a day|This comes on top of the usual ${n} hours].`,
        );
        s.add("hours on such a day", each, n);
        s.ask(
          `[How many hours long is such a day|How many hours does ${who.name} work on each of these days|How long is one of these days, in hours]?`,
        );
      } else
        s.ask(
          "[How many extra hours is that a day|How many hours are made up on each day|By how many hours is each of these days longer]?",
        );
      return;
    }
    const h = s.num("hours", 5, 30);
    s.say(
      `[As a ${job}, ${who.name} earns $${r} an hour and works ${h} hours|${who.name} worked ${h} hours as a ${job}. The pay is $${r} for an hour|For ${h} hours of work as a ${job}, ${who.name} is paid $${r} an hour].`,
    );
    const pay = s.mul("pay for the hours", r, h);
    if (steps === 1) {
      s.ask(`[How much does ${who.name} earn|What is the pay, in dollars|How many dollars is that]?`);
      return;
    }
    if (way === "two") {
      const other = s.person();
      const q = s.cash(`pay of ${other.name}`, 60, 600, 5);
      s.say(
        `[${other.name} was paid $${q}|${other.name} takes home $${q}|The pay of ${other.name} is $${q}].`,
      );
      if (steps === 2) {
        const [more, fewer] = pay.number > q.number ? [who, other] : [other, who];
        if (pay.number > q.number) s.sub("difference", pay, q);
        else s.sub("difference", q, pay);
        s.ask(
          `[How much more does ${more.name} earn than ${fewer.name}|By how many dollars is ${more.name} ahead|How many dollars less does ${fewer.name} get]?`,
        );
        return;
      }
      const both = s.add("pay of both", pay, q);
      const c = s.cash("price of the present", 100, 700, 10);
      s.say(
        `[Together they want to buy a boat for $${c}|The two put their money together for a trip that costs $${c}|Out of all this money they pay a bill of $${c}].`,
      );
      const left = s.sub("money left", both, c);
      if (steps === 4) {
        s.div("one half", left, 2);
        s.ask(
          "[How much does each get if they split the rest in two|How many dollars does each one have if they halve what is left|They divide the rest equally. How much is it for each]?",
        );
      } else s.ask("[How much do they have left|How many dollars remain|How much money is left over]?");
      return;
    }
    const tips = s.cash("bonus", 5, 90, 5);
    s.say(
      `[There is also a bonus of $${tips}|A bonus of $${tips} is added|On top of this comes $${tips} from a grateful customer].`,
    );
    const all = s.add("pay with the bonus", pay, tips);
    if (steps === 2) {
      s.ask(
        `[How much does ${who.name} get altogether|What does ${who.name} take home|How many dollars is it in total]?`,
      );
      return;
    }
    const tax = s.cash("taxes", 10, 90, 5);
    s.say(`[$${tax} is kept back for taxes|Taxes take away $${tax}|${who.name} must pay $${tax} in taxes].`);
    const net = s.sub("money after taxes", all, tax);
    if (steps === 4) {
      const goal = s.cash("price of the goal", 200, 950, 10);
      s.say(
        `[${who.name} is saving for a bicycle that costs $${goal}|A guitar that ${who.name} wants costs $${goal}|The rent is $${goal}].`,
      );
      s.sub("money short", goal, net);
      s.ask(
        "[How many dollars are still missing for it|How much more money is needed|How many dollars short is that]?",
      );
    } else
      s.ask(`[How much does ${who.name} keep|How many dollars remain after taxes|What is left of the pay]?`);
  }),
  template("cw-invoice", [1, 2, 3], (s, steps) => {
    const firm = s.pick(
      "plumber",
      "roofer",
      "gardener",
      "locksmith",
      "mover",
      "chimney sweep",
      "painter",
      "web designer",
      "piano tuner",
    );
    const part = s.cash("cost of material", 20, 200, 5);
    if (steps > 1 && s.random.chance(0.5)) {
      const r = s.cash("dollars an hour", 15, 60, 5);
      const h = s.num("hours", 2, 8);
      s.say(
        `[A ${firm} charges $${r} an hour. A job took ${h} hours, and the material cost $${part}|For ${h} hours of work at $${r} each and material for $${part}, a ${firm} writes a bill|Material for $${part} was used by a ${firm}, who worked ${h} hours for $${r} an hour].`,
      );
      const sum = s.add("bill", s.mul("labor", r, h), part);
      if (steps === 3) {
        const paid = s.cash("paid in advance", 20, 100, 10);
        s.say(
          `[$${paid} had been paid in advance|The customer had already paid $${paid}|A first payment of $${paid} was made before].`,
        );
        s.sub("money still to pay", sum, paid);
        s.ask(
          "[How much is still to be paid|What does the customer still owe|How many dollars remain to be paid]?",
        );
      } else
        s.ask(
          "[What is the sum on the bill|How much does the customer have to pay|How many dollars is that in all]?",
        );
      return;
    }
    const whole = s.cash("whole bill", 150, 600, 5);
    s.say(
      `[A ${firm} sends a bill of $${whole}, $${part} of which is for material|Of the $${whole} on a ${firm}'s bill, $${part} is for material and the other part for labor|Labor and material come to $${whole} on a ${firm}'s bill. The material was $${part}].`,
    );
    const labor = s.sub("labor", whole, part);
    if (steps === 1) {
      s.ask(
        `[How much was charged for labor|What did the labor cost|How many dollars are for the work itself]?`,
      );
      return;
    }
    const h = s.num("hours", 2, 9);
    s.say(`[The ${firm} worked ${h} hours|It took ${h} hours|${h} hours of work were needed].`);
    const r = s.div("dollars an hour", labor, h);
    if (steps === 3) {
      const q = s.cash("price of a rival", 8, 20);
      s.say(
        `[Another firm asks $${q} an hour|A rival works for $${q} an hour|The neighbor's ${firm} charges $${q} an hour].`,
      );
      s.need(r.number > q.number);
      s.sub("difference for an hour", r, q);
      s.ask(
        "[How many dollars more is it for an hour than with the other one|By how much is an hour cheaper there|How many dollars less per hour does the other one ask]?",
      );
    } else
      s.ask(
        "[What is charged for an hour|How many dollars does an hour of work cost|What is the price of one hour]?",
      );
  }),
  template("cw-van-route", [1, 2, 3, 4], (s, steps) => {
    const w = s.pick(
      "parcels",
      "letters",
      "crates",
      "boxes of vegetables",
      "newspapers",
      "meals",
      "bundles",
      "packages",
    );
    const n = s.num("stops", 4, 15);
    if (steps === 1) {
      const m = s.multiple(`${w}`, n, 3, 15);
      s.say(
        `[A van carries ${m} ${w} for ${n} stops, the same number for each|${m} ${w} are delivered evenly to ${n} places|At ${n} addresses equal numbers of ${w} are handed over, ${m} in all].`,
      );
      s.div(`${w} for each`, m, n);
      s.ask(
        `[How many ${w} are left at each of them|How many ${w} does each place get|How many ${w} leave the van every time]?`,
      );
      return;
    }
    const k = s.num(`${w} at a stop`, 3, 12);
    const way = s.pick("start", "rest");
    if (way === "start") {
      const left = s.num(`${w} left`, 5, 60);
      s.say(
        `[After leaving ${k} ${w} at each of ${n} stops, a driver still has ${left} in the van|A van makes ${n} stops, and at each of them ${k} ${w} are handed over. When it returns, ${left} are left|${left} ${w} are still in the van after ${n} stops with ${k} ${w} each].`,
      );
      const out = s.mul(`${w} delivered`, n, k);
      const all = s.add(`${w} at first`, out, left);
      if (steps === 2) {
        s.ask(
          `[How many ${w} were in the van at the start|How many ${w} had been loaded|With how many ${w} did the van set out]?`,
        );
        return;
      }
      const half = s.div(`half of the ${w}`, all, 2);
      if (steps === 3) {
        s.ask(
          `[Half of the whole load was for the city. How many ${w} is that|If half of the load came from abroad, how many ${w} is this|One half of the first load was marked as urgent. How many ${w} were urgent]?`,
        );
        return;
      }
      const l = s.num(`light ${w}`, 3, 40);
      s.say(
        `[Half of all the ${w} that were loaded were urgent, and ${l} of these were light|${l} of the urgent ${w} were light, and the urgent ones made up half of the first load|One half of the load at the start was urgent; ${l} of the urgent ones were light].`,
      );
      s.sub(`urgent and heavy ${w}`, half, l);
      s.ask(
        `[How many urgent ${w} were not light|How many of the urgent ${w} were heavy|What number of urgent ${w} was not light]?`,
      );
      return;
    }
    const load = s.num(`${w} loaded`, 60, 250, 5);
    s.say(
      `[A van leaves with ${load} ${w} and drops ${k} at each of ${n} stops|${load} ${w} are loaded. At each of ${n} stops ${k} leave the van|At ${n} stops a driver who started with ${load} ${w} unloads ${k} each time].`,
    );
    const rest = s.sub(`${w} left`, load, s.mul(`${w} delivered`, n, k));
    if (steps === 2) {
      s.ask(
        `[How many ${w} are left in the van|How many ${w} come back|How many ${w} have not been delivered]?`,
      );
      return;
    }
    if (steps === 3 && s.random.chance(0.5)) {
      const p = s.num(`${w} picked up`, 5, 40);
      s.say(
        `[On the way back ${p} new ones are picked up|The driver then collects ${p} others|${p} more get into the van on the way home].`,
      );
      s.add(`${w} in the end`, rest, p);
      s.ask(
        `[How many ${w} are in the van in the end|With how many ${w} does the driver come home|How many ${w} does the van bring back]?`,
      );
      return;
    }
    const d = s.num("colleagues", 2, 5);
    s.say(
      `[The rest is taken over by ${d} colleagues in equal parts|${d} bicycle couriers share the rest equally|What is left is divided evenly among ${d} other drivers].`,
    );
    const each = s.div(`${w} for each`, rest, d);
    if (steps === 4) {
      const m = s.oneOf("minutes for one", [2, 3, 4, 5, 6]);
      s.say(
        `[For one of the ${w} they need ${m} minutes|Each delivery takes them ${m} minutes|${m} minutes go by for every one].`,
      );
      s.mul("minutes for each", each, m);
      s.ask(
        "[How many minutes does each of them need|For how many minutes is one of them busy|How long does it take each of them, in minutes]?",
      );
    } else
      s.ask(
        `[How many ${w} does each of them take|How many ${w} is that for each of them|What is the share of one of them, in ${w}]?`,
      );
  }),
  template("cw-pallet-height", [1, 2, 3], (s, steps) => {
    const w = s.pick(
      "cartons",
      "crates",
      "sacks",
      "bricks",
      "cans of paint",
      "bales",
      "tires",
      "water bottles",
    );
    const l = s.num("layers", 3, 8);
    const k = s.num(`${w} in a layer`, 4, 12);
    s.say(
      `[On a pallet there are ${l} layers of ${w}, with ${k} in a layer|${w} stand on a pallet in ${l} layers of ${k} each|A pallet is stacked with ${l} layers, and each layer has ${k} ${w}].`,
    );
    const p = s.mul(`${w} on a pallet`, l, k);
    if (steps === 1) {
      s.ask(
        `[How many ${w} are on the pallet|How many ${w} does the pallet carry|What is the number of ${w} on it]?`,
      );
      return;
    }
    const way = s.pick("pallets", "weight", "rest");
    if (way === "pallets") {
      const n = s.num("pallets", 3, 9);
      s.say(
        `[The warehouse has ${n} pallets like this|${n} such pallets arrive|A truck brings ${n} of these pallets].`,
      );
      const all = s.mul(`${w} in all`, n, p);
      if (steps === 3) {
        const out = s.num(`${w} taken`, 10, 90);
        s.say(
          `[${out} ${w} are taken away|A customer fetches ${out} ${w}|${out} turn out to be damaged and are sent back].`,
        );
        s.sub(`${w} left`, all, out);
        s.ask(`[How many ${w} are left in the warehouse|How many ${w} stay|How many ${w} remain]?`);
      } else
        s.ask(
          `[How many ${w} are there in all|How many ${w} is that altogether|What is the total number of ${w}]?`,
        );
      return;
    }
    if (way === "weight") {
      const g = s.num("kilograms for one", 2, 9);
      s.say(
        `[One weighs ${g} kilograms|Each has a weight of ${g} kilograms|The weight of a single one is ${g} kilograms].`,
      );
      const kg = s.mul("kilograms of the load", p, g);
      if (steps === 3) {
        const e = s.num("kilograms of the empty pallet", 12, 25);
        s.say(
          `[The empty pallet weighs ${e} kilograms|Add ${e} kilograms for the pallet itself|The wood of the pallet has ${e} kilograms].`,
        );
        s.add("kilograms in all", kg, e);
        s.ask(
          "[How heavy is the full pallet, in kilograms|How many kilograms must the forklift raise|What is the total weight in kilograms]?",
        );
      } else
        s.ask(
          `[How many kilograms do all these ${w} weigh|What is the weight of the load in kilograms|How heavy are the ${w} together, in kilograms]?`,
        );
      return;
    }
    const out = s.num(`${w} taken`, 5, 40);
    s.say(`[${out} of them are sold|Workers take away ${out} of them|A shop orders ${out} of them].`);
    const left = s.sub(`${w} left`, p, out);
    if (steps === 3) {
      const d = s.num("shelves", 2, 6);
      s.say(
        `[The others are put on ${d} shelves, evenly|${d} shelves take equal parts of the rest|What is left goes equally onto ${d} shelves].`,
      );
      s.div(`${w} on a shelf`, left, d);
      s.ask(
        `[How many ${w} are on each shelf|How many ${w} does one shelf get|What does a shelf hold, in ${w}]?`,
      );
    } else
      s.ask(
        `[How many ${w} are still on the pallet|How many ${w} are left|How many ${w} does the pallet carry then]?`,
      );
  }),
  template("cw-recycling", [1, 2, 3], (s, steps) => {
    const m = s.pick(
      "glass",
      "paper",
      "plastic",
      "scrap metal",
      "wood",
      "copper",
      "cardboard",
      "old clothes",
    );
    const [a, b] = [s.num(`tons of ${m} last month`, 20, 90), s.num(`tons of ${m} this month`, 95, 200)];
    s.say(
      `[Last month a recycling plant took in ${a} tons of ${m}; this month it was ${b}|${b} tons of ${m} came to a recycling plant this month, while last month it was ${a}|In one month a plant recycles ${a} tons of ${m} and in the next ${b} tons].`,
    );
    const way = s.pick("sum", "gap");
    const x = way === "sum" ? s.add("tons in both months", a, b) : s.sub("more tons this month", b, a);
    if (steps === 1) {
      s.ask(
        way === "sum"
          ? `[How many tons is that in the two months|How many tons of ${m} came in altogether|What is the total, in tons]?`
          : `[How many more tons were there in the second month|By how many tons did the amount grow|How many fewer tons did the first of these months bring]?`,
      );
      return;
    }
    if (way === "sum") {
      const t = s.num("tons unusable", 5, 40);
      s.say(
        `[${t} tons could not be used|${t} tons of it were too dirty|Of all this, ${t} tons had to be burned].`,
      );
      const good = s.sub("useful tons", x, t);
      if (steps === 3) {
        const p = s.num("tons on a truck", 3, 10);
        s.say(
          `[The rest leaves in trucks that carry ${p} tons each|A truck can take ${p} tons of the good material|${p} tons of the useful part go onto a truck].`,
        );
        s.div("trucks", good, p);
        s.ask(
          "[How many trucks are needed|How many full trucks leave the plant|How many truck loads is that]?",
        );
      } else
        s.ask(
          `[How many tons were recycled|How many tons of useful ${m} are there|How many tons could be used]?`,
        );
      return;
    }
    const p = s.cash("dollars for a ton", 3, 12);
    s.say(`[A ton is worth $${p}|The plant gets $${p} for a ton|Each ton sells for $${p}].`);
    const more = s.mul("more money", x, p);
    if (steps === 3) {
      const c = s.cash("extra cost", 10, 90, 5);
      s.say(
        `[But the additional tons cost $${c} to sort|Sorting the additional tons costs $${c}|$${c} must be paid to sort what came in additionally].`,
      );
      s.sub("gain", more, c);
      s.ask(
        "[How much do the additional tons gain after that cost|What remains of the extra money|How many extra dollars are left after sorting]?",
      );
    } else
      s.ask(
        "[How much more money did the plant get this month|By how many dollars is this month better|How many dollars more does the second month bring]?",
      );
  }),
  template("cw-factory-shifts", [1, 2, 3, 4], (s, steps) => {
    const w = s.pick(
      "lamps",
      "radios",
      "zippers",
      "bottles",
      "shoes",
      "engines",
      "fans",
      "clocks",
      "drills",
      "pumps",
      "helmets",
      "kettles",
    );
    const e = s.num(`${w} in the early shift`, 60, 250, 5);
    const d = s.num("difference of the shifts", 10, 50);
    const more = s.random.chance(0.5);
    s.say(
      more
        ? `[The early shift of a factory makes ${e} ${w}, the late shift ${d} more|A factory's late shift turns out ${d} more ${w} than the early shift, which makes ${e}|${e} ${w} are made in the early shift. The late shift beats this by ${d}].`
        : `[The early shift of a factory makes ${e} ${w}, the late shift ${d} fewer|A factory's late shift turns out ${d} fewer ${w} than the early shift, which makes ${e}|${e} ${w} are made in the early shift. The late shift stays ${d} below that].`,
    );
    const l = more ? s.add(`${w} in the late shift`, e, d) : s.sub(`${w} in the late shift`, e, d);
    if (steps === 1) {
      s.ask(
        `[How many ${w} does the late shift make|How many ${w} come from the late shift|What is the number of ${w} in the late shift]?`,
      );
      return;
    }
    const both = s.add(`${w} in both shifts`, e, l);
    if (steps === 2) {
      s.ask(
        `[How many ${w} do both shifts make|How many ${w} is that in a day with both shifts|What is the total of the two shifts]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const bad = s.num(`faulty ${w}`, 5, 30);
      s.say(
        `[${bad} of the day's ${w} are faulty|Inspectors reject ${bad} of them|A check finds ${bad} that do not work].`,
      );
      const good = s.sub(`good ${w}`, both, bad);
      if (steps === 4) {
        const k = s.num(`${w} in a box`, 2, 5);
        s.say(
          `[The good ones are packed in boxes of ${k}|${k} good ones go into a box|A box takes ${k} of the good ones].`,
        );
        s.div("boxes", good, k);
        s.ask("[How many boxes are filled|How many boxes does that take|What number of boxes is needed]?");
      } else s.ask(`[How many good ${w} are left|How many ${w} pass the check|How many ${w} can be sold]?`);
      return;
    }
    const goal = s.num("goal", 300, 900, 10);
    s.say(
      `[The goal for the day is ${goal}|By the evening there should be ${goal}|A customer waits for ${goal}].`,
    );
    const miss = s.sub(`${w} missing`, goal, both);
    if (steps === 4) {
      const r = s.num(`${w} an hour`, 4, 9);
      s.say(
        `[The night shift makes ${r} an hour|At night ${r} an hour are made|In the night shift it is ${r} every hour].`,
      );
      s.div("hours", miss, r);
      s.ask(
        "[How many hours must the night shift work to reach that number|For how many hours is the night shift needed|How many hours does the rest take at night]?",
      );
    } else
      s.ask(
        `[How many ${w} are missing|How many ${w} must the night shift add|By how many ${w} do the two shifts fall short]?`,
      );
  }),
];
