import { type Quantity, type Template, template } from "../../story.ts";

/** Two workers compared, work of pairs, needs and budgets, questions that stand before the facts. */
export const craftPairs: readonly Template[] = [
  template("cw-apprentice-age", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const job = s.pick("mason", "cook", "clockmaker", "weaver", "miller", "tuner", "saddler", "printer", "gardener", "roofer");
    const a = s.num(`years of ${p.name}`, 30, 65);
    const form = s.pick("younger", "half", "third");
    let b: Quantity;
    if (form === "younger") {
      const d = s.num("difference in years", 4, 16);
      s.say(`[${p.name} is a ${job} of ${a} years. ${q.name}, the apprentice, is ${d} years younger|${q.name} is ${d} years younger than the ${job} ${p.name}, who is ${a}|At ${a} years of age, the ${job} ${p.name} is ${d} years older than ${q.name}].`);
      b = s.sub(`years of ${q.name}`, a, d);
    } else {
      s.say(form === "half" ? `[${p.name} is a ${job} of ${a} years. ${q.name}, the apprentice, is half as old|${q.name} is half as old as the ${job} ${p.name}, who is ${a}|The ${job} ${p.name} is ${a} years old, twice the age of ${q.name}].` : `[${p.name} is a ${job} of ${a} years. ${q.name}, the apprentice, has a third of that age|${q.name} is a third as old as the ${job} ${p.name}, who is ${a}|The ${job} ${p.name} is ${a} years old, three times the age of ${q.name}].`);
      b = s.div(`years of ${q.name}`, a, form === "half" ? 2 : 3);
    }
    if (steps === 1) {
      s.ask(`[How old is ${q.name}|What is ${q.name}'s age|How many years old is ${q.name}]?`);
      return;
    }
    const n = s.num("years later", 2, 12);
    const later = s.random.chance(0.6);
    const c = later ? s.add(`years of ${q.name} later`, b, n) : s.sub(`years of ${q.name} then`, b, n);
    if (steps === 2) {
      s.ask(later ? `[How old will ${q.name} be in ${n} years|In ${n} years, what will be the age of ${q.name}|What age does ${q.name} reach ${n} years from now]?` : `[How old was ${q.name} ${n} years ago|What was the age of ${q.name} ${n} years ago|${n} years ago, how many years old was ${q.name}]?`);
      return;
    }
    const e = s.num("years with the firm", 2, 9);
    s.say(later ? `[In ${n} years ${q.name} will take over the shop and then wants to work for ${e} more years|${q.name} takes over in ${n} years and gives it up ${e} years after that|After ${n} years ${q.name} becomes the boss and stays it for ${e} years].` : `[${n} years ago ${q.name} joined the firm, ${e} years after leaving school|${q.name} left school and came to the shop ${e} years after that, which is ${n} years ago|Since ${n} years ago ${q.name} has been in the shop; school had ended ${e} years earlier].`);
    if (later) s.add("years at the end", c, e);
    else s.sub("years at the end of school", c, e);
    s.ask(later ? `[How old will ${q.name} be at the end of that time|What is the age of ${q.name} when this ends|At what age does ${q.name} stop]?` : `[How old was ${q.name} when school ended|What was the age of ${q.name} at the end of school|At what age did ${q.name} leave school]?`);
  }, { noise: false }),
  template("cw-two-masons", [1, 2, 3, 4], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const w = s.pick("stones", "tiles", "bricks", "slabs", "fence posts", "seedlings", "bolts", "labels", "buttons", "envelopes");
    const verb = s.pick("sets", "handles", "checks", "sorts");
    const a = s.num(`${w} of ${p.name} an hour`, 12, 50);
    const b = s.num(`${w} of ${q.name} an hour`, 6, 42);
    s.say(`[In an hour ${p.name} ${verb} ${a} ${w} and ${q.name} ${b}|${p.name} ${verb} ${a} ${w} an hour, while it is ${b} for ${q.name}|${q.name} ${verb} ${b} ${w} every hour. ${p.name} does the same with ${a}].`);
    const together = s.random.chance(0.5);
    if (!together) s.need(a.number > b.number);
    const x = together ? s.add(`${w} of both an hour`, a, b) : s.sub("difference an hour", a, b);
    if (steps === 1) {
      s.ask(together ? `[How many ${w} do they do together in an hour|How many ${w} an hour is that for both|What do the two get done in one hour, in ${w}]?` : `[How many more ${w} an hour does ${p.name} do|By how many ${w} an hour is ${q.name} slower|How many fewer ${w} does ${q.name} do in an hour]?`);
      return;
    }
    const h = s.num("hours", 2, 9);
    s.say(`[Both work for ${h} hours|They keep this up for ${h} hours|They go on like this for ${h} hours].`);
    const y = s.mul(together ? `${w} of both` : "difference in all", x, h);
    if (steps === 2) {
      s.ask(together ? `[How many ${w} do they do in that time|How many ${w} are done in the end|What is the total number of ${w}]?` : `[How many more ${w} has ${p.name} done in the end|By how many ${w} is ${q.name} behind at the end|How many fewer ${w} has ${q.name} done in the end]?`);
      return;
    }
    const z = together ? s.num(`${w} to do`, 200, 950, 10) : s.num("head start", 5, 60);
    s.say(together ? `[There are ${z} ${w} in all|They have been given ${z} ${w}|The job is ${z} ${w}].` : `[But ${q.name} had done ${z} before ${p.name} began|${q.name} began earlier and had a lead of ${z}|At the beginning ${q.name} already had ${z} ready, ${p.name} none].`);
    const l = together ? s.sub(`${w} left`, z, y) : s.sub("lead in the end", y, z);
    if (steps === 4) {
      if (together) {
        const k = s.num("days for it", 2, 6);
        s.say(`[A third worker does the rest in ${k} days, the same number each day|The rest is spread evenly over ${k} other days|On ${k} more days equal parts of the rest are done].`);
        s.div(`${w} a day`, l, k);
        s.ask(`[How many ${w} is that on each of those days|How many ${w} are done on one of those days|What is the number of ${w} per day then]?`);
      } else {
        const c = s.num("cents for one", 2, 9);
        s.say(`[For one they are paid ${c} cents|One is worth ${c} cents to each of them|Each of the two gets ${c} cents for one].`);
        s.mul("more cents", l, c);
        s.ask(`[How many cents more does ${p.name} get|By how many cents is ${q.name} behind|How many cents fewer does ${q.name} earn]?`);
      }
      return;
    }
    s.ask(together ? `[How many ${w} are left|How many ${w} are still to do|How many remain]?` : `[How many more ${w} has ${p.name} done in the end|By how many is ${p.name} ahead in the end|How many fewer has ${q.name} done in all]?`);
  }),
  template("cw-table-legs", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const [f, part] = s.pick(["stools", "legs"], ["tables", "screws"], ["chairs", "screws"], ["shelves", "boards"], ["doors", "hinges"], ["wardrobes", "knobs"], ["ladders", "rungs"]);
    const k = s.num(`${part} for one`, 3, 12);
    const n = s.num(`${f}`, 4, 20);
    if (steps === 1) {
      s.ask(`[How many ${part} does ${who.name}, a carpenter, need for ${n} ${f} with ${k} ${part} each|If each of the ${f} takes ${k} ${part}, how many ${part} must ${who.name} have for ${n} of them|${who.name} builds ${n} ${f}. What number of ${part} is used if ${k} go into each]?`);
      s.mul(`${part} needed`, n, k);
      return;
    }
    const h = s.num(`${part} there`, 5, 90);
    const x = s.mul(`${part} needed`, n, k);
    const short = s.random.chance(0.5);
    if (steps === 2) {
      if (short) s.sub(`${part} missing`, x, h);
      else s.add(`${part} at first`, x, h);
      s.ask(short ? `[How many ${part} must ${who.name} buy for ${n} ${f} if each needs ${k} and ${h} are in the drawer|A carpenter, ${who.name}, has ${h} ${part} and plans ${n} ${f} with ${k} each. How many ${part} are missing|With ${h} ${part} in the workshop, how many more does ${who.name} need to build ${n} ${f} that take ${k} each]?` : `[How many ${part} did ${who.name} have at first if ${n} ${f} took ${k} each and ${h} are left|A carpenter, ${who.name}, used ${k} ${part} for each of ${n} ${f} and still has ${h}. How many were there before|After building ${n} ${f} with ${k} ${part} each, ${who.name} has ${h} ${part} left. What was the number of ${part} at the beginning]?`);
      return;
    }
    const m = s.sub(`${part} missing`, x, h);
    const b = s.num(`${part} in a bag`, 2, 10);
    s.say(`[${who.name} wants to know how many bags of ${part} to buy. A bag has ${b}|${part} are sold in bags of ${b}. ${who.name} has to go shopping|A hardware store sells bags with ${b} ${part}]. [${n} ${f} are to be built with ${k} ${part} each, and ${h} are there|For each of ${n} ${f} ${who.name} needs ${k}, but has only ${h}].`);
    s.div("bags", m, b);
    s.ask(`[How many bags does ${who.name} need|How many bags must be bought|What number of bags is enough]?`);
  }),
  template("cw-tool-budget", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const w = s.thing("goods");
    const b = s.cash("budget", 100, 600, 10);
    const p = s.cash(`price of a ${w.one}`, 5, 30);
    const form = s.pick("rest", "short", "many");
    if (form === "many" && steps < 3) {
      if (steps === 1) {
        s.say(`[${who.name} may spend $${b} of the firm's money on ${w.many} that cost $${p} each|One ${w.one} costs $${p}, and ${who.name} has $${b} to spend for a workshop|The office gives ${who.name} $${b} for ${w.many}. The price is $${p} apiece].`);
        s.div(`${w.many}`, b, p);
      } else {
        const f = s.cash("delivery", 5, 40, 5);
        s.say(`[${who.name} may spend $${b} of the firm's money on ${w.many} that cost $${p} each. Delivery takes $${f} of that|Delivery costs $${f} and one ${w.one} $${p}. ${who.name} has $${b} to spend|The office gives ${who.name} $${b} for ${w.many}. The price is $${p} apiece, and once $${f} for delivery].`);
        s.div(`${w.many}`, s.sub("money for the goods", b, f), p);
      }
      s.ask(`[How many ${w.many} can ${who.name} get|How many ${w.many} can be bought|For how many ${w.many} is the money enough]?`);
      return;
    }
    if (steps === 1) {
      s.say(`[${who.name} had $${b} for the workshop and bought a ${w.one} for $${p}|From a budget of $${b}, ${who.name} pays $${p} for a ${w.one}|A ${w.one} for $${p} is bought with money from a budget of $${b}].`);
      s.sub("money left", b, p);
      s.ask("[How much of the budget is left|How many dollars remain|What remains of the money]?");
      return;
    }
    const n = s.num(`${w.many}`, 3, 20);
    s.say(`[A workshop needs ${n} ${w.many} at $${p} each|${who.name} is to order ${n} ${w.many}, each of which costs $${p}|At $${p} for one, ${n} ${w.many} are put on a list by ${who.name}].`);
    s.say(`[The budget is $${b}|${b} dollars have been set aside for this|There is a budget of $${b} for it].`);
    const c = s.mul("cost", n, p);
    if (form === "short") {
      const m = s.sub("money missing", c, b);
      if (steps > 2) {
        const d = s.cash("discount", 5, 40, 5);
        s.say(`[The dealer grants a discount of $${d} on the whole order|The dealer makes it $${d} cheaper in all|A coupon is worth $${d}].`);
        const l = s.sub("money missing after the discount", m, d);
        if (steps === 4) {
          const k = s.num("workers", 2, 6);
          s.say(`[${k} workers pay what is missing, in equal parts|What is missing is shared equally by ${k} workers|${k} workers chip in equally for what is still missing].`);
          s.div("dollars for each", l, k);
          s.ask("[How much does each worker pay|How many dollars is that for each of them|What is the part of one worker]?");
          return;
        }
      }
      s.ask("[How much money is missing|How many dollars over the budget is that|How much more money is needed]?");
      return;
    }
    const l = s.sub("money left", b, c);
    if (steps > 2) {
      const k = s.cash("repair", 5, 60, 5);
      s.say(`[A repair for $${k} is paid from it too|$${k} more goes on a repair|Besides, cleaning costs $${k}].`);
      const e = s.sub("money left in the end", l, k);
      if (steps === 4) {
        s.div("half of the rest", e, 2);
        s.ask("[Half of the rest is saved. How many dollars is that|If half of what is left goes back to the boss, how much does the boss get|What is left is split into two equal parts. How big is one part in dollars]?");
        return;
      }
    }
    s.ask("[How much is left in the end|How many dollars of the budget remain|What remains of the budget]?");
  }),
  template("cw-sale-percent", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.thing("goods");
    const q = s.oneOf("percentage", [10, 20, 25, 50, 30, 40]);
    const a = s.multiple("old price", 20, 2, 20);
    const form = s.pick("off", "up");
    s.say(form === "off" ? `[A workshop sells a ${w.one} for $${a}, but this week it is ${q}% cheaper|This week there is ${q}% off a ${w.one} that usually costs $${a}|${who.name} lowers the price of a ${w.one} by ${q}%. Before, it was $${a}].` : `[A workshop buys a ${w.one} for $${a} and sells it for ${q}% more|${q}% is added to the $${a} that a dealer paid for a ${w.one}|${who.name} raises the price of a ${w.one} by ${q}%. Before, it was $${a}].`);
    const d = s.percent(form === "off" ? "discount" : "added price", a, q);
    if (steps === 1) {
      s.ask(form === "off" ? "[By how many dollars is it cheaper|How much does one save|How many dollars are taken off]?" : "[By how many dollars does the price go up|How many dollars are added|How much more is that in dollars]?");
      return;
    }
    const n = form === "off" ? s.sub("new price", a, d) : s.add("new price", a, d);
    if (steps === 3) {
      const k = s.num("pieces", 2, 6);
      s.say(`[A customer takes ${k} of these|${k} of them are bought at the new price|Someone buys ${k}].`);
      s.mul("money for them", n, k);
      s.ask("[How much is paid for them|What does the customer pay for all of them|How many dollars do they cost together]?");
    } else s.ask(`[What is the new price|How much does the ${w.one} cost now|How many dollars must a customer pay for it]?`);
  }),
  template("cw-bookbinder", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const w = s.pick("albums", "diaries", "atlases", "prayer books", "cook books", "songbooks", "guest books", "ledgers");
    const before = s.num(`${w} left`, 12, 90);
    const form = s.pick("before", "twice");
    if (form === "before") {
      const gone = s.num(`${w} fetched`, 10, 80);
      s.say(`[After sending off ${gone} ${w}, the bookbinder ${who.name} has ${before} in the shop|The bookbinder ${who.name} has ${before} ${w} now that ${gone} have been fetched|${before} ${w} are in ${who.name}'s bindery. Before that, ${gone} were fetched].`);
      const x = s.add(`${w} at first`, before, gone);
      if (steps === 1) {
        s.ask(`[How many ${w} were there at first|How many ${w} had been bound|What was the number of ${w} before]?`);
        return;
      }
      const d = s.num("days", 2, 9);
      s.say(`[Binding all of them had taken ${d} days, with the same number each day|They had all been bound in ${d} days, equally many per day|All of them were the work of ${d} days, evenly divided].`);
      const e = s.div(`${w} a day`, x, d);
      if (steps === 2) {
        s.ask(`[How many ${w} were bound in a day|How many ${w} a day was that|What was one day's work, in ${w}]?`);
        return;
      }
      const f = s.num(`more ${w} a day`, 2, 9);
      s.say(`[With a helper it would be ${f} more a day|A machine would make ${f} more each day|Now, with a new press, ${f} more can be bound each day].`);
      const g = s.add(`${w} a day then`, e, f);
      if (steps === 4) {
        const k = s.num("days then", 2, 9);
        s.mul(`${w} in that time`, g, k);
        s.ask(`[How many ${w} would be made in ${k} days like that|In ${k} days of this kind, how many ${w} are bound|How many ${w} is that in ${k} days]?`);
      } else s.ask(`[How many ${w} a day would that be|How many ${w} can be bound per day then|What would be the number per day]?`);
      return;
    }
    s.say(`[The bookbinder ${who.name} bound ${before} ${w} in the first month and twice as many in the second|In the second month ${who.name} bound twice as many ${w} as in the first, when it was ${before}|${before} ${w} left ${who.name}'s bindery in one month, and double that number in the next].`);
    const y = s.mul(`${w} in the second month`, before, 2);
    if (steps === 1) {
      s.ask(`[How many ${w} were there in the second month|How many ${w} did the second month bring|What was the number for the second month]?`);
      return;
    }
    const z = s.add(`${w} in both months`, before, y);
    if (steps > 2) {
      const gone = s.num(`${w} sold`, 10, 80);
      const l = s.sub(`${w} left`, z, gone);
      s.say(`[${gone} of all these have been sold|Of all these, ${gone} are gone|A museum bought ${gone} of them].`);
      if (steps === 4) {
        const k = s.num("shelves", 2, 8);
        s.say(`[The others stand on ${k} shelves, equally many on each|${k} shelves hold equal parts of the rest|The rest is put evenly on ${k} shelves].`);
        s.div(`${w} on a shelf`, l, k);
        s.ask(`[How many ${w} are on one shelf|How many ${w} does each shelf hold|What is the number of ${w} per shelf]?`);
        return;
      }
      s.ask(`[How many ${w} are left|How many ${w} have not been sold|How many ${w} remain]?`);
      return;
    }
    s.ask(`[How many ${w} were bound in both months|How many ${w} is that in all|What is the total of the two months]?`);
  }),
  template("cw-two-pumps", [1, 2, 3], (s, steps) => {
    const m = s.pick("pumps", "presses", "ovens", "harvesters", "looms", "saws", "mills");
    const [u, v] = { pumps: ["liters of water", "liters"], presses: ["posters", "posters"], ovens: ["loaves", "loaves"], harvesters: ["sacks of grain", "sacks"], looms: ["meters of cloth", "meters"], saws: ["boards", "boards"], mills: ["kilograms of flour", "kilograms"] }[m] as [string, string];
    const a = s.num(`${v} of the first`, 4, 20);
    const b = s.num(`${v} of the second`, 4, 20);
    s.say(`[Of two ${m}, the old one gives ${a} ${u} a minute and the new one ${b}|Two ${m} run side by side: one makes ${a} ${u} a minute, the other ${b}|${a} ${u} a minute come from one of two ${m} and ${b} from the other].`);
    const x = s.add(`${v} a minute`, a, b);
    if (steps === 1) {
      s.ask(`[How many ${v} is that a minute for both|How many ${v} do they give together in a minute|What do the two bring per minute, in ${v}]?`);
      return;
    }
    if (s.random.chance(0.5)) {
      const all = s.multiple(`${v} needed`, x, 3, 30);
      s.say(`[${all} ${v} are needed|The order is ${all} ${v}|One wants ${all} ${v} in all].`);
      const t = s.div("minutes", all, x);
      if (steps === 3) {
        const g = s.num("minutes gone by", 2, 12);
        s.say(`[They have been running for ${g} minutes|${g} minutes are over|They were started ${g} minutes ago].`);
        s.sub("minutes left", t, g);
        s.ask("[How many more minutes does it take|How many minutes are left|How much longer must they run, in minutes]?");
      } else s.ask("[How many minutes does that take with both|How long must both run, in minutes|After how many minutes is that done]?");
      return;
    }
    const t = s.num("minutes", 3, 25);
    s.say(`[Both run for ${t} minutes|They are stopped after ${t} minutes|This goes on for ${t} minutes].`);
    const y = s.mul(`${v} in all`, x, t);
    if (steps === 3) {
      const l = s.num(`${v} lost`, 5, 60);
      s.say(`[${l} ${v} of that are lost|${l} ${v} cannot be used|Of this, ${l} ${v} are thrown away].`);
      s.sub(`${v} left`, y, l);
      s.ask(`[How many ${v} remain|How many ${v} can be used|How many ${v} are there in the end]?`);
    } else s.ask(`[How many ${v} is that in all|How many ${v} have they made by then|What is the result in ${v}]?`);
  }),
  template("cw-choir-robes", [1, 2, 3, 4], (s, steps) => {
    const group = s.pick("choir", "brass band", "dance group", "circus school", "theater club", "marching band", "scout troop");
    const n = s.num("members", 15, 60);
    const w = s.pick("robes", "caps", "jackets", "scarves", "bags", "sashes", "vests");
    const h = s.num(`${w} there`, 4, 14);
    s.say(`[Every one of the ${n} members of a ${group} needs one of the new ${w}, and ${h} are ready|A ${group} has ${n} members but only ${h} new ${w} so far, one for a member|So far ${h} of the ${w} that a ${group} of ${n} has ordered, one for each member, have come].`);
    const m = s.sub(`${w} missing`, n, h);
    if (steps === 1) {
      s.ask(`[How many ${w} are missing|How many more ${w} are needed|How many members do not have theirs yet]?`);
      return;
    }
    const form = s.pick("money", "days", "new");
    if (form === "days") {
      const k = s.num(`${w} a day`, 2, 6);
      s.say(`[${k} are finished each day|A tailor finishes ${k} a day|Each day ${k} more are ready].`);
      const d = s.div("days", m, k);
      if (steps === 2) {
        s.ask("[How many days does it take|In how many days are all ready|How many days must they still wait]?");
        return;
      }
      const t = s.num("days until the show", 10, 40);
      s.say(`[The show is in ${t} days|There are ${t} days until the show|${t} days remain until the great day].`);
      const l = s.sub("days to spare", t, d);
      if (steps === 4) {
        const r = s.num("hours of practice a day", 2, 5);
        s.say(`[On the days after the last one is ready, they practice in them for ${r} hours a day|From that time on there are ${r} hours of practice per day|Every day left over is used for ${r} hours of practice].`);
        s.mul("hours of practice", l, r);
        s.ask("[How many hours of practice is that|For how many hours do they practice then|How many hours do they practice in all]?");
      } else s.ask("[How many days before the show are they all ready|How many days are left then|How many days are there to spare]?");
      return;
    }
    if (form === "new") {
      const g = s.num("new members", 3, 20);
      s.say(`[Now ${g} new members join|${g} people join and need one too|The group grows by ${g}, and they want one as well].`);
      const x = s.add(`${w} missing now`, m, g);
      if (steps > 2) {
        const p = s.cash("price of one", 5, 12);
        s.say(`[One costs $${p}|The price is $${p} apiece|For one, $${p} is charged].`);
        const c = s.mul("cost", x, p);
        if (steps === 4) {
          const f = s.cash("money there", 20, 150, 10);
          s.say(`[There is $${f} in the box of the group|They have $${f}|The group has saved $${f}].`);
          s.sub("money missing", c, f);
          s.ask("[How many dollars are still missing|How much more money do they need|How much must still be collected]?");
          return;
        }
        s.ask(`[How much do the missing ones cost|How many dollars are needed for the missing ones|What is the price of all that are missing]?`);
        return;
      }
      s.ask(`[How many ${w} are missing now|How many ${w} must still be made|How many people are without one then]?`);
      return;
    }
    const p = s.cash("price of one", 5, 20);
    s.say(`[One costs $${p}|The price is $${p} apiece|For one, $${p} is charged].`);
    const c = s.mul("cost of the missing ones", m, p);
    if (steps === 2) {
      s.ask("[How much do the missing ones cost|How many dollars are needed for the missing ones|What is the price of all that are missing]?");
      return;
    }
    const f = s.cash("gift", 20, 150, 10);
    s.say(`[A former member gives $${f} for it|$${f} comes from the town|$${f} of this is a gift].`);
    const l = s.sub("money still missing", c, f);
    if (steps === 4) {
      const k = s.num("months", 2, 6);
      s.say(`[The rest is paid in ${k} equal parts|They pay the rest in ${k} months, the same sum each month|What remains is paid in ${k} equal sums].`);
      s.div("one payment", l, k);
      s.ask("[How big is one payment|How many dollars is that each time|How much must be paid each time]?");
    } else s.ask("[How much remains to be paid|How many dollars are still needed|What is left to pay]?");
  }),
];
