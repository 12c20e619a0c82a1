import { type Template, template } from "../story.ts";

/** Containers, rows, equal shares. */
export const grouping: readonly Template[] = [
  template("boxes", [1, 2], (s, steps) => {
    const item = s.thing("small");
    const box = s.thing("container");
    const who = s.person();
    const n = s.num(box.many, 3, 30);
    const k = s.num(`${item.many} in each ${box.one}`, 3, 25);
    s.say(
      `${who.name} [has|fills|carries] ${n} ${box.many} with ${k} ${item.many} [each|in each|in every ${box.one}].`,
    );
    const inside = s.mul(`${item.many} in the ${box.many}`, n, k);
    if (steps === 2) {
      const r = s.num(`loose ${item.many}`, 3, 40);
      s.say(`[There are also|${who.he} also has] ${r} loose ${item.many}.`);
      s.add(`all ${item.many}`, inside, r);
    }
    s.ask(`How many ${item.many} [are there in all|does ${who.he} have|are there altogether]?`);
  }),
  template("share-equally", [1, 2, 3], (s, steps) => {
    const item = s.thing("small");
    const who = s.person();
    const f = s.num("friends", 2, 12);
    if (steps === 1) {
      const t = s.multiple(item.many, f, 3, 25);
      s.say(
        `${who.name} [shares|divides|splits] ${t} ${item.many} [equally among|evenly between|among] ${f} friends.`,
      );
      s.div(`${item.many} for each`, t, f);
    } else {
      const t = s.num(`${item.many}`, 20, 160);
      const e = s.num(`${item.many} kept`, 2, 30);
      s.say(
        `${who.name} has ${t} ${item.many}. ${who.he} keeps ${e} [for ${who.him}self|of them] and shares the rest equally among ${f} friends.`,
      );
      const rest = s.sub(`${item.many} shared`, t, e);
      const each = s.div(`${item.many} for each friend`, rest, f);
      if (steps === 3) {
        const one = s.person();
        const had = s.num(`${item.many} of ${one.name} before`, 3, 30);
        s.say(`One of the friends, ${one.name}, had ${had} ${item.many} before.`);
        s.add(`${item.many} of ${one.name} now`, each, had);
        s.ask(`How many ${item.many} does ${one.name} have now?`);
        return;
      }
    }
    s.ask(`How many ${item.many} does each [friend|of them] get?`);
  }),
  template("rows", [1, 2], (s, steps) => {
    const item = s.thing("plant");
    const place = s.pick("field", "garden", "park", "yard");
    const r = s.num("rows", 3, 30);
    const k = s.num(`${item.many} in a row`, 4, 30);
    s.say(
      `[In a ${place} there are|A ${place} has] ${r} rows of ${item.many} with ${k} ${item.many} in [each|every] row.`,
    );
    const all = s.mul(`${item.many} in all rows`, r, k);
    if (steps === 2) {
      const d = s.num(`${item.many} that die`, 3, 40);
      s.say(`${d} of the ${item.many} [die|dry out|are cut].`);
      s.sub(`${item.many} left`, all, d);
      s.ask(`How many ${item.many} [are left|remain]?`);
      return;
    }
    s.ask(`How many ${item.many} are [there|in the ${place}]?`);
  }),
  template("chairs", [2, 3], (s, steps) => {
    const r = s.num("rows", 4, 25);
    const k = s.num("chairs in each row", 6, 30);
    const p = s.num("people seated", 10, 150);
    s.say(
      `[A hall has|In a hall there are] ${r} rows of ${k} chairs. ${p} people [sit down|are seated|take a chair].`,
    );
    const all = s.mul("chairs", r, k);
    const free = s.sub("free chairs", all, p);
    if (steps === 3) {
      const more = s.num("people who come later", 5, 60);
      s.say(`Then ${more} more people come in and sit down.`);
      s.sub("free chairs at the end", free, more);
      s.ask("How many chairs are free [in the end|then]?");
      return;
    }
    s.ask("How many chairs [are free|stay empty|are still free]?");
  }),
  template("pack-two-kinds", [2], (s) => {
    const [a, b] = s.things("produce", 2);
    if (a === undefined || b === undefined) return;
    const box = s.thing("container");
    const who = s.person();
    const n = s.num(a.many, 10, 90);
    const m = s.num(b.many, 10, 90);
    const k = s.num(`pieces in a ${box.one}`, 3, 12);
    s.say(
      `${who.name} [picks|collects|has] ${n} ${a.many} and ${m} ${b.many} and [puts|packs] them into ${box.many} of ${k}.`,
    );
    const all = s.add("pieces in all", n, m);
    s.div(box.many, all, k);
    s.ask(`How many ${box.many} [does ${who.he} fill|does ${who.he} need|are filled]?`);
  }),
  template("classes", [2, 3], (s, steps) => {
    const c = s.num("classes", 3, 12);
    const k = s.num("children in each class", 12, 36);
    const g = s.num("children in a group", 3, 10);
    s.say(`[A school has ${c} classes with ${k} children each|${c} classes of ${k} children go on a trip].`);
    const all = s.mul("children", c, k);
    let rest = all;
    if (steps === 3) {
      const ill = s.num("children who are ill", 2, 25);
      s.say(`${ill} children [are ill and stay at home|cannot come].`);
      rest = s.sub("children who come", all, ill);
    }
    s.say(`[They|The children] [walk|work|play] in groups of ${g}.`);
    s.div("groups", rest, g);
    s.ask("How many groups [are there|do they make]?");
  }),
  template("bookshelf", [1, 2, 3], (s, steps) => {
    const n = s.num("shelves", 3, 20);
    const k = s.num("books on each shelf", 8, 40);
    s.say(`[A library has|In a room there are] ${n} shelves with ${k} books [on each|each].`);
    const all = s.mul("books on the shelves", n, k);
    if (steps === 1) {
      s.ask("How many books are there?");
      return;
    }
    const out = s.num("books lent", 10, 120);
    s.say(`[People borrow|Readers take out|The library lends] ${out} of them.`);
    const rest = s.sub("books left", all, out);
    if (steps === 3) {
      const back = s.num("new books", 5, 80);
      s.say(`[Then ${back} new books arrive|Later the library buys ${back} new books].`);
      s.add("books now", rest, back);
    }
    s.ask("How many books are [on the shelves now|there now|now in the library]?");
  }),
  template("rebag", [2], (s) => {
    const item = s.thing("small");
    const who = s.person();
    const n = s.num("bags at first", 3, 15);
    const k = s.num(`${item.many} in each bag at first`, 4, 20);
    const g = s.num(`${item.many} in a new bag`, 2, 12);
    s.say(
      `${who.name} [opens|empties] ${n} bags with ${k} ${item.many} each and puts [the ${item.many}|them all] into new bags of ${g}.`,
    );
    const all = s.mul(`${item.many}`, n, k);
    s.div("new bags", all, g);
    s.ask(`How many new bags [are there|does ${who.he} get|does ${who.he} fill]?`);
  }),
  template("dozens", [2], (s) => {
    const who = s.person();
    const item = s.pick("eggs", "rolls", "cookies", "roses");
    const n = s.num(`dozens of ${item}`, 2, 15);
    const u = s.num(`${item} used`, 3, 40);
    s.say(`${who.name} buys ${n} dozen ${item} and [uses|gives away|sells] ${u} of them.`);
    const all = s.mul(`${item} bought`, n, 12);
    s.sub(`${item} left`, all, u);
    s.ask(`How many ${item} [are left|does ${who.he} still have]?`);
  }),
  template("slices", [2, 3], (s, steps) => {
    const food = s.pick("pizzas", "cakes", "pies");
    const n = s.num(food, 2, 12);
    const k = s.oneOf(`slices of each`, [4, 6, 8, 10, 12]);
    s.say(`[For a party|At a party] ${n} ${food} are cut into ${k} slices each.`);
    const all = s.mul("slices", n, k);
    if (steps === 2) {
      const e = s.num("slices eaten", 5, 60);
      s.say(`The guests eat ${e} slices.`);
      s.sub("slices left", all, e);
      s.ask("How many slices [are left|remain]?");
      return;
    }
    const g = s.num("guests", 3, 20);
    const each = s.num("slices for each guest", 2, 5);
    s.say(`Each of the ${g} guests eats ${each} slices.`);
    const eaten = s.mul("slices eaten", g, each);
    s.sub("slices left", all, eaten);
    s.ask("How many slices are left?");
  }),
  template("album", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.pick("photos", "stamps", "cards", "stickers");
    const p = s.num("pages", 5, 40);
    const k = s.num(`${item} on each page`, 3, 12);
    const have = s.num(`${item} in the album`, 10, 150);
    s.say(
      `An album has ${p} pages and each page holds ${k} ${item}. ${who.name} has put in ${have} ${item} [so far|already].`,
    );
    const room = s.mul("room in the album", p, k);
    const free = s.sub("free places", room, have);
    if (steps === 3) {
      const w = s.num(`${item} a week`, 2, 12);
      s.say(`${who.he} adds ${w} ${item} [a|every] week.`);
      s.div("weeks until it is full", free, w);
      s.ask("After how many weeks is the album full?");
      return;
    }
    s.ask(`How many more ${item} fit [in|into the album]?`);
  }),
  template("legs", [3], (s) => {
    const two = s.pick("hens", "ducks", "geese", "turkeys");
    const four = s.pick("cows", "goats", "pigs", "horses", "rabbits", "dogs");
    const n = s.num(two, 3, 40);
    const m = s.num(four, 3, 30);
    s.say(`[A farmer has|On a farm there are|A farm has] ${n} ${two} and ${m} ${four}.`);
    const a = s.mul(`legs of the ${two}`, n, 2);
    const b = s.mul(`legs of the ${four}`, m, 4);
    s.add("all legs", a, b);
    s.ask("How many legs [do the animals have|are there] [in all|altogether]?");
  }),
  template("buses", [1, 2], (s, steps) => {
    const k = s.oneOf("seats in each bus", [20, 25, 30, 40, 50]);
    if (steps === 1) {
      const n = s.multiple("people", k, 2, 9);
      s.say(`${n} people [want to travel|go on a trip] by bus. Each bus has ${k} seats.`);
      s.div("buses", n, k);
    } else {
      const a = s.num("children", 20, 300);
      const b = s.num("teachers", 3, 30);
      s.say(
        `${a} children and ${b} teachers go on a trip in buses with ${k} seats, and every seat is taken.`,
      );
      const n = s.add("people", a, b);
      s.div("buses", n, k);
    }
    s.ask("How many buses [are needed|do they need|are there]?");
  }),
  template("team-gear", [2], (s) => {
    const item = s.thing("goods");
    const t = s.num("teams", 3, 12);
    const p = s.num("players in a team", 5, 15);
    const k = s.num(`${item.many} for each player`, 2, 5);
    s.say(
      `[There are ${t} teams of ${p} players in a league|${t} teams with ${p} players each take part]. Every player gets ${k} ${item.many}.`,
    );
    const n = s.mul("players", t, p);
    s.mul(item.many, n, k);
    s.ask(`How many ${item.many} are [needed|handed out|given out]?`);
  }),
];
