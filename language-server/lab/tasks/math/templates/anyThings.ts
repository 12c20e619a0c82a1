import { type Template, template } from "../story.ts";

/** Stories that hold for almost any thing: nouns from the large lists, questions before and after the facts. */
export const anyThings: readonly Template[] = [
  template("question-if-add", [1, 2], (s, steps) => {
    const item = s.thing("sold").many;
    const who = s.person();
    const a = s.num(`${item} at first`, 6, 150);
    const b = s.num(`${item} more`, 5, 90);
    if (steps === 1) {
      s.ask(
        `How many ${item} [does ${who.name} have if ${who.he} had ${a} and gets ${b} more|will ${who.name} have if ${who.he} adds ${b} ${item} to the ${a} that ${who.he} owns]?`,
      );
      s.add(`${item} now`, a, b);
      return;
    }
    const c = s.num(`${item} lost`, 3, 80);
    s.ask(`How many ${item} does ${who.name} have if ${who.he} had ${a}, got ${b} more and then lost ${c}?`);
    const more = s.add(`${item} with the new ones`, a, b);
    s.sub(`${item} now`, more, c);
  }),
  template("question-if-groups", [1, 2], (s, steps) => {
    const item = s.thing("small");
    const box = s.thing("container");
    const n = s.num(box.many, 3, 25);
    const k = s.num(`${item.many} in a ${box.one}`, 3, 30);
    if (steps === 1) {
      s.ask(
        `How many ${item.many} are in ${n} ${box.many} if [each|every] ${box.one} [holds|contains] ${k} ${item.many}?`,
      );
      s.mul(item.many, n, k);
      return;
    }
    const c = s.num(`${item.many} taken out`, 3, 80);
    s.ask(
      `If ${n} ${box.many} hold ${k} ${item.many} each and ${c} are taken out, how many ${item.many} are left in them?`,
    );
    const all = s.mul(`${item.many} at first`, n, k);
    s.sub(`${item.many} left`, all, c);
  }),
  template("sold-over-days", [1, 2, 3], (s, steps) => {
    const item = s.thing("sold").many;
    const shop = s.pick(
      "A shop",
      "A store",
      "A market stall",
      "A supermarket",
      "An online shop",
      "A department store",
    );
    const a = s.num(`${item} sold on the first day`, 8, 120);
    const had = s.num(`${item} at first`, 120, 500, 5);
    if (steps === 1) {
      s.say(`${shop} [sold ${a} of its ${had} ${item}|had ${had} ${item} and sold ${a}].`);
      s.sub(`${item} left`, had, a);
      s.ask(`How many ${item} [were left|remained]?`);
      return;
    }
    const b = s.num(`${item} sold on the second day`, 8, 120);
    s.say(
      `${shop} had ${had} ${item}. [On one day ${a} were sold and ${b} on the next|It sold ${a} of them on Monday and ${b} on Tuesday].`,
    );
    const sold = s.add(`${item} sold`, a, b);
    const left = s.sub(`${item} left`, had, sold);
    if (steps === 2) {
      s.ask(`How many ${item} were left after the two days?`);
      return;
    }
    const c = s.num(`${item} delivered`, 10, 200, 5);
    s.say(`Then ${c} ${item} were delivered.`);
    s.add(`${item} then`, left, c);
    s.ask(`How many ${item} were there then?`);
  }),
  template("counted-in-rooms", [1, 2, 3], (s, steps) => {
    const item = s.thing("goods").many;
    const [x, y, z] = s.random.pickSome(
      ["kitchen", "cellar", "attic", "garage", "office", "hall", "bedroom", "shed", "workshop", "classroom"],
      3,
    );
    const a = s.num(`${item} in the ${x}`, 3, 60);
    const b = s.num(`${item} in the ${y}`, 3, 60);
    if (steps === 1) {
      const c = s.num(`${item} in the ${z}`, 3, 60);
      s.say(`There are ${a} ${item} in the ${x}, ${b} in the ${y} and ${c} in the ${z}.`);
      s.total(item, a, b, c);
      s.ask(
        `[How many ${item} is that|How many ${item} are there in the three places|What is the number of ${item}]?`,
      );
      return;
    }
    s.say(`There are ${a} ${item} in the ${x}. In the ${y} there are ${b} more than in the ${x}.`);
    const two = s.add(`${item} in the ${y}`, a, b);
    const both = s.add(`${item} in both`, a, two);
    if (steps === 2) {
      s.ask(`How many ${item} are in both rooms together?`);
      return;
    }
    const c = s.num(`${item} in the ${z}`, 3, 60);
    s.say(`The ${z} has ${c}.`);
    s.add(`${item} in all three`, both, c);
    s.ask(`How many ${item} are in the three rooms?`);
  }),
  template("two-sizes-of-box", [3, 4], (s, steps) => {
    const item = s.thing("small").many;
    const box = s.thing("container");
    const n = s.num(`large ${box.many}`, 2, 12);
    const k = s.num(`${item} in a large ${box.one}`, 8, 30);
    const m = s.num(`small ${box.many}`, 2, 12);
    const j = s.num(`${item} in a small ${box.one}`, 3, 12);
    s.say(
      `[A large ${box.one} holds ${k} ${item}, a small one ${j}|Large ${box.many} hold ${k} ${item} each and small ones hold ${j}].`,
    );
    s.say(`There are ${n} large and ${m} small ${box.many}, all [full|filled].`);
    const a = s.mul(`${item} in large ${box.many}`, n, k);
    const b = s.mul(`${item} in small ${box.many}`, m, j);
    const all = s.add(item, a, b);
    if (steps === 3) {
      s.ask(`How many ${item} are there?`);
      return;
    }
    const g = s.num(`${item} given away`, 10, 100);
    s.say(`Then ${g} ${item} are given away.`);
    s.sub(`${item} left`, all, g);
    s.ask(`How many ${item} are left?`);
  }),
  template("packed-with-rest", [2], (s) => {
    const item = s.thing("small");
    const box = s.thing("container");
    const who = s.person();
    const n = s.num(box.many, 3, 15);
    const k = s.num(`${item.many} in a ${box.one}`, 4, 20);
    const rest = s.num(`${item.many} over`, 2, 15);
    s.need(rest.number < k.number);
    const label = `${item.many} in ${box.many}`;
    s.say(
      `After ${who.name} has filled ${n} ${box.many} with ${k} ${item.many} each, ${rest} ${item.many} are left over.`,
    );
    const a = s.mul(label, n, k);
    s.add(`${item.many} at first`, a, rest);
    s.ask(`How many ${item.many} did ${who.he} have [at first|before packing]?`);
  }),
  template("fraction-of-things", [1, 2, 3], (s, steps) => {
    const item = s.thing("sold").many;
    const who = s.person();
    const [word, bottom] = s.pick(
      ["Half", 2] as const,
      ["A third", 3] as const,
      ["A quarter", 4] as const,
      ["A fifth", 5] as const,
      ["One tenth", 10] as const,
    );
    const all = s.multiple(item, bottom, 3, 40);
    const what = s.pick("new", "old", "red", "blue", "broken", "very small", "expensive", "gifts");
    s.say(`${who.name} [has|owns|counts|keeps] ${all} ${item}. ${word} of them are ${what}.`);
    const part = s.div(`${item} that are ${what}`, all, bottom);
    if (steps === 1) {
      s.ask(`How many ${item} are ${what}?`);
      return;
    }
    s.need(bottom !== 2);
    const rest = s.sub(`${item} that are not ${what}`, all, part);
    if (steps === 2) {
      s.ask(`How many ${item} are not ${what}?`);
      return;
    }
    const g = s.num(`${item} sold`, 2, 30);
    s.say(`${who.he} sells ${g} of those that are not ${what}.`);
    s.sub(`${item} left that are not ${what}`, rest, g);
    s.ask(`How many ${item} that are not ${what} does ${who.he} keep?`);
  }),
  template("percent-of-things", [1, 2], (s, steps) => {
    const item = s.thing("sold").many;
    const place = s.pick("A shop", "A truck", "A storeroom", "A market hall", "A warehouse", "A trader");
    const pct = s.oneOf("percent", [10, 20, 25, 40, 50, 60, 75, 80]);
    const all = s.multiple(item, 20, 2, 25);
    const what = s.pick("damaged", "sold", "green", "blue", "marked", "counted");
    s.say(`${place} has ${all} ${item}, and ${pct}% of them are ${what}.`);
    const part = s.percent(`${item} that are ${what}`, all, pct);
    if (steps === 1) {
      s.ask(`How many ${item} are ${what}?`);
      return;
    }
    s.need(pct.number !== 50);
    s.sub(`${item} that are not ${what}`, all, part);
    s.ask(`How many of the ${item} are not ${what}?`);
  }),
  template("ordered-and-returned", [2, 3], (s, steps) => {
    const item = s.thing("goods");
    const who = s.person();
    const n = s.num(`${item.many} ordered`, 4, 30);
    const r = s.num(`${item.many} returned`, 2, 20);
    const p = s.cash(`price of a ${item.one}`, 3, 30);
    s.say(
      `${who.name} ordered ${n} ${item.many} at $${p} each but sent ${r} of them back[, because they were damaged,|, because they looked ugly,|] and did not pay for those.`,
    );
    const kept = s.sub(`${item.many} kept`, n, r);
    const cost = s.mul(`cost of the ${item.many} kept`, kept, p);
    if (steps === 2) {
      s.ask(`How much did ${who.he} [pay|have to pay]?`);
      return;
    }
    const d = s.cash("delivery", 3, 15);
    s.say(`The delivery cost $${d}.`);
    s.add("cost with delivery", cost, d);
    s.ask(`How much did ${who.he} pay with delivery?`);
  }),
  template("weeks-of-collecting", [1, 2, 3], (s, steps) => {
    const item = s.thing("toy").many;
    const who = s.person();
    const k = s.num(`${item} a week`, 3, 25);
    const w = s.num("weeks", 3, 15);
    if (steps === 1) {
      s.ask(
        `If ${who.name} collects ${k} ${item} [a week|every week|each week], how many ${item} does ${who.he} collect in ${w} weeks?`,
      );
      s.mul(item, k, w);
      return;
    }
    const first = s.num(`${item} at first`, 8, 120);
    s.say(
      `${who.name} had ${first} ${item}. Since then ${who.he} has collected ${k} ${item} [a week|every week] for ${w} weeks.`,
    );
    const more = s.mul(`${item} collected`, k, w);
    const all = s.add(`${item} now`, first, more);
    if (steps === 2) {
      s.ask(`How many ${item} does ${who.he} have now?`);
      return;
    }
    const goal = s.num("goal", 150, 600, 10);
    s.say(`${who.his} goal is ${goal} ${item}.`);
    s.sub(`${item} missing`, goal, all);
    s.ask(`How many ${item} are missing?`);
  }),
  template("swap-two-people", [1, 3], (s, steps) => {
    const item = s.thing("toy").many;
    const [a, b] = [s.person(), s.person()];
    const x = s.num(`${item} of ${a.name}`, 20, 120);
    const g = s.num(`${item} given`, 3, 30);
    if (steps === 1) {
      s.say(`${a.name} has ${x} ${item} and gives ${g} of them to ${b.name}.`);
      s.sub(`${item} of ${a.name} then`, x, g);
      s.ask(`How many ${item} does ${a.name} have then?`);
      return;
    }
    const y = s.num(`${item} of ${b.name}`, 10, 90);
    s.say(`${a.name} has ${x} ${item} and ${b.name} has ${y}. Then ${a.name} gives ${g} to ${b.name}.`);
    const p = s.sub(`${item} of ${a.name} then`, x, g);
    const q = s.add(`${item} of ${b.name} then`, y, g);
    s.sub("difference", p, q);
    s.ask(`How many more ${item} does ${a.name} have than ${b.name} then?`);
  }),
];
