import { type Template, template } from "../story.ts";

/** More everyday scenes: leisure, machines, mail. */
export const outings: readonly Template[] = [
  template("road-posts", [1, 2], (s, steps) => {
    const l = s.multiple("length of the road in metres", 10, 5, 80);
    const k = s.oneOf("metres from post to post", [5, 10, 20]);
    s.say(`Along a road of ${l} metres there is one lamp for every ${k} metres.`);
    const n = s.div("lamps", l, k);
    if (steps === 1) {
      s.ask("How many lamps are there?");
      return;
    }
    const b = s.num("broken lamps", 2, 20);
    s.say(`${b} of the lamps are broken.`);
    s.sub("lamps that work", n, b);
    s.ask("How many lamps work?");
  }),
  template("download", [1, 2], (s, steps) => {
    const r = s.num("megabytes a minute", 5, 40);
    if (steps === 1) {
      const size = s.multiple("megabytes", r, 3, 30);
      s.say(`A file has a size of ${size} megabytes, and a computer loads ${r} megabytes a minute.`);
      s.div("minutes", size, r);
      s.ask("How many minutes does it take until the whole file is loaded?");
      return;
    }
    const size = s.num("megabytes", 100, 900);
    const t = s.num("minutes", 3, 12);
    s.say(
      `A computer loads a file of ${size} megabytes at ${r} megabytes a minute. It has been at it for ${t} minutes.`,
    );
    const done = s.mul("megabytes loaded", r, t);
    s.sub("megabytes left", size, done);
    s.ask("How many megabytes are not yet loaded?");
  }),
  template("orchestra", [1, 2], (s, steps) => {
    const a = s.num("violins", 6, 40);
    const b = s.num("drums", 2, 12);
    const c = s.num("flutes", 3, 20);
    s.say(`Some children play together: ${a} play the violin, ${c} the flute and ${b} the drums.`);
    const all = s.total("children", a, c, b);
    if (steps === 1) {
      s.ask("How many children play together?");
      return;
    }
    const sing = s.num("children who sing", 3, 40);
    s.say(`For a concert ${sing} children who sing come to them.`);
    s.add("children on stage", all, sing);
    s.ask("How many children are on stage then?");
  }),
  template("sleep", [1, 2], (s, steps) => {
    const who = s.person();
    const h = s.num("hours a night", 5, 10);
    const d = s.num("nights", 3, 30);
    s.say(`${who.name} sleeps ${h} hours [a|every] night.`);
    const all = s.mul("hours of sleep", h, d);
    if (steps === 1) {
      s.ask(`How many hours does ${who.he} sleep in ${d} nights?`);
      return;
    }
    const other = s.person();
    const less = s.num("hours less", 2, 30);
    s.say(`In ${d} nights ${other.name} sleeps ${less} hours less than ${who.name}.`);
    s.sub(`hours of ${other.name}`, all, less);
    s.ask(`How many hours does ${other.name} sleep in these ${d} nights?`);
  }),
  template("won-lost", [1, 2], (s, steps) => {
    const n = s.num("games", 15, 90);
    const w = s.num("games won", 4, 60);
    s.say(
      `A team has played ${n} games and won ${w} of them. [All others were lost|It lost all other games].`,
    );
    const l = s.sub("games lost", n, w);
    if (steps === 1) {
      s.ask("How many games has the team lost?");
      return;
    }
    s.need(w.value > l.value);
    s.sub("difference", w, l);
    s.ask("How many more games has it won than lost?");
  }),
  template("letters", [2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("letters a day", 20, 150);
    const d = s.num("days", 2, 6);
    const left = s.num("letters left over", 3, 40);
    s.say(
      `${who.name} works at the post office and delivers ${n} letters and parcels a day. After ${d} days ${left} are left over.`,
    );
    const out = s.mul("letters delivered", n, d);
    const all = s.add("letters in all", out, left);
    if (steps === 2) {
      s.ask("How many letters and parcels were there at the start?");
      return;
    }
    const st = s.num("parcels", 10, 120);
    s.say(`${st} of all these were parcels.`);
    s.sub("letters", all, st);
    s.ask("How many letters were there at the start?");
  }),
  template("read-twice", [2], (s) => {
    const [a, b] = [s.person(), s.person()];
    const n = s.num("pages", 30, 300);
    const m = s.num("pages more", 5, 80);
    s.say(
      `${a.name} has finished a book of ${n} pages. ${b.name}'s book is ${m} pages longer, and ${b.he} reads it twice.`,
    );
    const x = s.add(`pages of ${b.name}'s book`, n, m);
    s.mul(`pages read by ${b.name}`, x, 2);
    s.ask(`How many pages does ${b.name} read?`);
  }),
  template("beehive", [2, 3], (s, steps) => {
    const who = s.person();
    const h = s.num("hives", 3, 25);
    const k = s.num("jars of each hive", 3, 20);
    const own = s.num("jars kept", 2, 15);
    s.say(
      `${who.name} keeps bees. Each of ${who.his} ${h} hives gives ${k} jars of honey, and ${own} jars stay in ${who.his} own kitchen.`,
    );
    const all = s.mul("jars", h, k);
    const rest = s.sub("jars to sell", all, own);
    if (steps === 2) {
      s.ask(`How many jars can ${who.he} sell?`);
      return;
    }
    const p = s.cash("price of a jar", 4, 9);
    s.say(`A dairy store takes all of them and pays $${p} a jar.`);
    s.mul("money for the jars", rest, p);
    s.ask("How many dollars does the honey bring?");
  }),
  template("battery-pack", [1, 2], (s, steps) => {
    const item = s.pick("radio", "lamp", "clock", "toy car", "camera");
    const n = s.num("batteries for one", 2, 6);
    const k = s.num("how many", 5, 40);
    s.say(`Every ${item} takes ${n} batteries. A place that repairs them has ${k} of these.`);
    const need = s.mul("batteries needed", n, k);
    if (steps === 1) {
      s.ask("How many batteries does it need for them?");
      return;
    }
    const have = s.num("batteries in the store", 3, 60);
    s.say(`In the store room there are ${have} batteries.`);
    s.sub("batteries to buy", need, have);
    s.ask("How many batteries must be bought?");
  }),
  template("tents-rented", [2, 3], (s, steps) => {
    const n = s.num("tents", 3, 25);
    const p = s.cash("rent of a tent for a day", 5, 20);
    const d = s.num("days", 2, 9);
    s.say(
      `A club has rented ${n} tents for a summer camp. One tent costs $${p} a day, and the camp lasts ${d} days.`,
    );
    const day = s.mul("rent for a day", n, p);
    const all = s.mul("rent for the camp", day, d);
    if (steps === 2) {
      s.ask("How much is the rent for the whole camp?");
      return;
    }
    const f = s.cash("cost of the taxi", 10, 90);
    s.say(`Grown-ups who come by taxi pay $${f} more.`);
    s.add("all costs", all, f);
    s.ask("How much do tents and taxi cost together?");
  }),
  template("percent-score", [2, 3], (s, steps) => {
    const who = s.person();
    const pct = s.oneOf("percent solved", [20, 25, 40, 50, 60, 75, 80, 90]);
    const n = s.multiple("exercises", 20, 1, 12);
    s.say(`${who.name} has solved ${pct} percent of ${n} exercises.`);
    const x = s.percent("exercises solved", n, pct);
    const rest = s.sub("exercises left", n, x);
    if (steps === 2) {
      s.ask("How many exercises are not yet solved?");
      return;
    }
    const k = s.num("minutes for one", 2, 9);
    s.say(`Each of the others takes ${who.him} ${k} minutes.`);
    s.mul("minutes needed", rest, k);
    s.ask(`How many minutes does ${who.he} still need?`);
  }),
  template("ribbon-sixth", [2], (s) => {
    const who = s.person();
    const f = s.random.pick([
      ["a third", 3],
      ["a quarter", 4],
      ["half", 2],
      ["a sixth", 6],
      ["a fifth", 5],
    ] as const);
    const l = s.multiple("cm of the ribbon", f[1], 6, 40);
    s.say(`A ribbon has a length of ${l} cm. ${who.name} uses ${f[0]} of it for a present.`);
    const x = s.div("cm used", l, f[1]);
    s.sub("cm left", l, x);
    s.ask("How many cm of the ribbon are left?");
  }),
];
