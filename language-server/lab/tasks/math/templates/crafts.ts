import { type Template, template } from "../story.ts";

/** Sewing, beads, painting, models. */
export const crafts: readonly Template[] = [
  template("bead-strings", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const piece = s.pick("necklace", "bracelet", "key chain", "hair band");
    const n = s.num(`${piece}s`, 3, 14);
    const k = s.num(`beads for a ${piece}`, 12, 48);
    s.say(`${who.name} [makes|strings] ${n} ${piece}s with ${k} beads each.`);
    const used = s.mul("beads used", n, k);
    if (steps === 1) {
      s.ask(`[How many beads does ${who.he} use|How many beads go into the ${piece}s]?`);
      return;
    }
    const have = s.num("beads at first", 150, 800, 10);
    s.say(`${who.he} had ${have} beads [at the start|before ${who.he} began].`);
    const left = s.sub("beads left", have, used);
    if (steps === 2) {
      s.ask("How many beads are [left|still in the box]?");
      return;
    }
    const f = s.num("friends", 2, 6);
    s.say(`${who.he} gives the remaining beads to ${f} friends in equal shares.`);
    s.div("beads for each friend", left, f);
    s.ask("How many beads does each friend get?");
  }),
  template("scarf-knitting", [1, 2], (s, steps) => {
    const who = s.person();
    const thing = s.pick("scarf", "blanket", "shawl", "rug");
    const goal = s.num("cm wanted", 90, 240, 10);
    const done = s.num("cm finished", 12, 85);
    s.say(
      `${who.name} is knitting a ${thing} that should be ${goal} cm long. ${who.he} has finished ${done} cm.`,
    );
    const left = s.sub("cm left", goal, done);
    if (steps === 1) {
      s.ask(`How many cm are [still to be knitted|missing|left to knit]?`);
      return;
    }
    const k = s.num("cm in an evening", 4, 15);
    s.say(`${who.he} knits ${k} cm every evening.`);
    s.div("evenings", left, k);
    s.ask(`In how many evenings will the ${thing} be finished?`);
  }),
  template("ribbon-cut", [1, 2], (s, steps) => {
    const who = s.person();
    const what = s.pick("ribbon", "rope", "wire", "string", "tape", "lace");
    const k = s.num("cm of a piece", 5, 40);
    if (steps === 1) {
      const all = s.multiple("cm in all", k, 3, 20);
      s.say(`${who.name} cuts ${all} cm of ${what} into pieces of ${k} cm.`);
      s.div("pieces", all, k);
      s.ask(`How many pieces [are there|does ${who.he} get]?`);
      return;
    }
    const all = s.num("cm in all", 100, 500, 5);
    const n = s.num("pieces", 3, 12);
    s.say(
      `From a ${what === "wire" ? "coil" : "roll"} with ${all} cm of ${what} ${who.name} cuts off ${n} pieces of ${k} cm each.`,
    );
    const cut = s.mul("cm cut off", n, k);
    s.sub("cm left", all, cut);
    s.ask(`How many cm of ${what} [are left|remain on it]?`);
  }),
  template("paint-jars", [2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("sets", 2, 10);
    const k = s.num("jars in a set", 4, 12);
    const dry = s.num("dried jars", 2, 20);
    s.say(
      `An art room owns ${n} sets of ${k} jars of paint. ${who.name} finds that ${dry} of the jars have dried out.`,
    );
    const all = s.mul("jars", n, k);
    const good = s.sub("good jars", all, dry);
    if (steps === 2) {
      s.ask("How many jars can still be used?");
      return;
    }
    const tables = s.num("tables", 2, 9);
    s.say(`The good jars are put on ${tables} tables, the same number on each.`);
    s.div("jars on a table", good, tables);
    s.ask("How many jars stand on each table?");
  }),
  template("folded-cranes", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const what = s.pick(
      "paper cranes",
      "paper stars",
      "paper boats",
      "lanterns",
      "greeting cards",
      "paper flowers",
    );
    const x = s.num(`${what} of ${a.name}`, 12, 150);
    const y = s.num(`${what} of ${b.name}`, 12, 150);
    s.say(`${a.name} folds ${x} ${what} and ${b.name} [folds|makes] ${y}.`);
    const all = s.add(what, x, y);
    if (steps === 1) {
      s.ask(`How many ${what} [do they make altogether|do the two have together]?`);
      return;
    }
    const goal = s.num("goal", 150, 500, 10);
    s.say(`They want to hang up ${goal} ${what} [in the hall|at school|for a wedding].`);
    s.sub(`${what} missing`, goal, all);
    s.ask(`How many more ${what} [do they have to make|are needed]?`);
  }),
  template("quilt-squares", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const r = s.num("rows", 4, 20);
    const k = s.num("squares in a row", 4, 20);
    s.say(`${who.name}'s quilt has ${r} rows with ${k} squares [in each row|each].`);
    const all = s.mul("squares", r, k);
    if (steps === 1) {
      s.ask("How many squares does the quilt have?");
      return;
    }
    const [c, d] = s.random.pickSome(["blue", "green", "red", "gray", "striped", "white"], 2);
    const x = s.num(`${c} squares`, 6, 80);
    s.say(`${x} of the squares are ${c}, and the others are ${d}.`);
    const y = s.sub(`${d} squares`, all, x);
    if (steps === 2) {
      s.ask(`How many ${d} squares are there?`);
      return;
    }
    s.sub(`more ${d} than ${c} squares`, y, x);
    s.ask(`How many more ${d} squares than ${c} squares are there?`);
  }),
  template("button-coats", [2, 3], (s, steps) => {
    const [x, y] = s.random.pickSome(["coat", "shirt", "vest", "jacket", "dress"], 2);
    const plural = (one: string) => (one === "dress" ? "dresses" : `${one}s`);
    const [px, py] = [plural(x ?? "coat"), plural(y ?? "vest")];
    const n = s.num(px, 3, 15);
    const k = s.num(`buttons on a ${x}`, 3, 9);
    if (steps === 2) {
      const box = s.num("buttons in the box", 100, 300);
      s.say(`A tailor sews ${n} ${px} and needs ${k} buttons for each. There are ${box} buttons in the box.`);
      const used = s.mul("buttons used", n, k);
      s.sub("buttons left", box, used);
      s.ask("How many buttons will be left?");
      return;
    }
    const m = s.num(py, 3, 15);
    const j = s.num(`buttons on a ${y}`, 3, 9);
    s.say(`A tailor sews ${n} ${px} with ${k} buttons each and ${m} ${py} with ${j} buttons each.`);
    const a = s.mul(`buttons for the ${px}`, n, k);
    const b = s.mul(`buttons for the ${py}`, m, j);
    s.add("buttons in all", a, b);
    s.ask("[How many buttons are needed|How many buttons does the tailor need altogether]?");
  }),
  template("model-kit", [1, 2], (s, steps) => {
    const who = s.person();
    const what = s.pick(
      "model ship",
      "model train",
      "jigsaw puzzle",
      "toy castle",
      "plastic robot",
      "doll house",
    );
    const n = s.num("pieces", 120, 900, 10);
    const a = s.num("pieces on the first day", 20, 200);
    if (steps === 1) {
      s.say(`A ${what} [has|consists of] ${n} pieces. ${who.name} has put together ${a} of them.`);
      s.sub("pieces left", n, a);
      s.ask(`How many pieces [are left|does ${who.he} still have to add|are not in place yet]?`);
      return;
    }
    const b = s.num("pieces on the second day", 20, 200);
    s.say(
      `${who.name} started a ${what} of ${n} pieces. On the first day ${who.he} placed ${a} pieces, on the next day ${b}.`,
    );
    const done = s.add("pieces placed", a, b);
    s.sub("pieces left", n, done);
    s.ask("How many pieces [were left|were still missing]?");
  }),
  template("craft-fair-stall", [2, 3], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(
      ["candles", "soaps", "mugs", "bowls", "baskets", "pillows", "picture frames"],
      2,
    );
    const p = s.cash(`price of ${x}`, 3, 15);
    const q = s.cash("cost of the stall", 10, 60, 5);
    const n = s.num(`${x} sold`, 5, 30);
    s.say(
      `${who.name} [sold|was able to sell] ${n} ${x} at a craft fair for $${p} each. The stall cost ${who.him} $${q}.`,
    );
    const got = s.mul(`money for the ${x}`, n, p);
    if (steps === 2) {
      s.sub("profit", got, q);
      s.ask(`How much money did ${who.he} [earn after paying for the stall|make in the end]?`);
      return;
    }
    const r = s.cash(`money for the ${y}`, 12, 90);
    s.say(`${who.he} also took in $${r} for ${y}.`);
    const all = s.add("money taken in", got, r);
    s.sub("profit", all, q);
    s.ask(`What was ${who.his} profit, in dollars?`);
  }),
  template("frame-edge", [1, 2], (s, steps) => {
    const who = s.person();
    const l = s.num("length in cm", 12, 60);
    const what = s.pick("picture", "tablecloth", "poster", "mirror", "painting", "cushion");
    if (steps === 1) {
      s.say(`${who.name} puts a border around a square ${what} whose sides are ${l} cm long.`);
      s.mul("cm of border", l, 4);
      s.ask("How many cm of border are needed?");
      return;
    }
    const w = s.num("width in cm", 8, 50);
    s.need(l.number !== w.number);
    s.say(
      `A ${what} is ${l} cm long and ${w} cm wide. ${who.name} [glues|sews|puts] a ribbon all around it.`,
    );
    const half = s.add("length and width in cm", l, w);
    s.mul("cm of ribbon", half, 2);
    s.ask(`[How long must the ribbon be, in cm|How many cm of ribbon does ${who.he} need]?`);
  }),
];
