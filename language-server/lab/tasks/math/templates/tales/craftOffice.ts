import { type Template, template } from "../../story.ts";

/** Software, help desks, wages, invoices. */
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
];
