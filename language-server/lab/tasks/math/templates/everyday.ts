import { type Template, template } from "../story.ts";

/** Everyday scenes of one to four steps, chosen for the breadth of their words. */
export const everyday: readonly Template[] = [
  template("fishing", [2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const n = s.num(`fish of ${a.name}`, 5, 60);
    const m = s.num(`fish of ${b.name}`, 4, 60);
    const back = s.num("fish thrown back", 2, 20);
    s.say(
      `[On a cold winter day|In summer] ${a.name} catches ${n} fish and ${b.name} catches ${m} fish. The small ones, ${back} in all, are thrown back [into the lake|into the river].`,
    );
    const all = s.add("fish caught", n, m);
    const kept = s.sub("fish kept", all, back);
    if (steps === 2) {
      s.ask("How many fish do they [keep|take home]?");
      return;
    }
    const k = s.num("families", 2, 8);
    s.say(`They give the others to ${k} families, the same number to each.`);
    s.div("fish for each family", kept, k);
    s.ask("How many fish does each family get?");
  }),
  template("stickers-on-doors", [1, 2], (s, steps) => {
    const d = s.num("doors", 4, 40);
    const k = s.num("hooks on a door", 2, 8);
    s.say(`[In a hotel|On a ship|In a hospital] every door has ${k} hooks. There are ${d} doors.`);
    const all = s.mul("hooks", d, k);
    if (steps === 1) {
      s.ask("How many hooks are there?");
      return;
    }
    const used = s.num("hooks in use", 3, 90);
    s.say(`${used} of the hooks are in use.`);
    s.sub("free hooks", all, used);
    s.ask("How many hooks are free?");
  }),
  template("playlist", [2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("songs", 6, 40);
    const m = s.num("minutes of a song", 2, 6);
    s.say(`${who.name} listens to music at home. A list has ${n} songs, and each song lasts ${m} minutes.`);
    const all = s.mul("minutes of the list", n, m);
    if (steps === 2) {
      const heard = s.num("minutes heard", 5, 90);
      s.say(`${who.he} has already heard ${heard} minutes of it.`);
      s.sub("minutes left", all, heard);
      s.ask("How many minutes of music are left?");
      return;
    }
    const k = s.num("times", 2, 4);
    const twice = s.mul("minutes in all", all, k);
    s.say(`${who.he} plays the whole list ${k} times and needs a break of 10 minutes.`);
    s.add("minutes with the break", twice, 10);
    s.ask("How many minutes is that with the break?");
  }),
  template("garage-sale", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const [a, b] = s.things("goods", 2);
    if (a === undefined || b === undefined) return;
    const p = s.cash(`price of a ${a.one}`, 2, 15);
    const n = s.num(a.many, 2, 15);
    const q = s.cash(`price of the ${b.one}`, 5, 60);
    s.say(
      `In front of ${who.his} garage ${who.name} sells old things. ${n} ${a.many} go for $${p} each, and a single ${b.one} brings $${q}.`,
    );
    const x = s.mul(`money for the ${a.many}`, n, p);
    const all = s.add("money taken in", x, q);
    if (steps === 2) {
      s.ask(`How much money comes in?`);
      return;
    }
    const t = s.cash("cost of the sign", 2, 20);
    s.say(`To print a sign ${who.he} had paid $${t}.`);
    const left = s.sub("money gained", all, t);
    if (steps === 3) {
      s.ask(`How many dollars has ${who.he} gained after the sale?`);
      return;
    }
    const other = s.person();
    s.say(`Half of what ${who.he} has gained belongs to ${other.name}.`);
    s.div(`share of ${other.name}`, left, 2);
    s.ask(`How many dollars belong to ${other.name}?`);
  }),
  template("breakfast", [1, 2], (s, steps) => {
    const n = s.num("guests", 4, 50);
    const k = s.num("eggs for each", 2, 4);
    s.say(`For breakfast a hotel cooks ${k} eggs for everyone. ${n} guests have breakfast.`);
    const all = s.mul("eggs cooked", n, k);
    if (steps === 1) {
      s.ask("How many eggs are cooked?");
      return;
    }
    const c = s.oneOf("eggs in a carton", [6, 10, 12]);
    s.say(`A carton holds ${c} eggs.`);
    s.div("cartons", all, c);
    s.ask("How many cartons of eggs are that?");
  }),
  template("truck-load", [2, 3], (s, steps) => {
    const item = s.thing("goods");
    const n = s.num("trucks", 2, 9);
    const k = s.num(`${item.many} on a truck`, 12, 90);
    const extra = s.num(`${item.many} in the van`, 5, 60);
    s.say(`A driver unloads ${n} trucks with ${k} ${item.many} on each. In a van there are ${extra} more.`);
    const x = s.mul(`${item.many} on the trucks`, n, k);
    const all = s.add(`${item.many} in all`, x, extra);
    if (steps === 2) {
      s.ask(`How many ${item.many} does the driver unload?`);
      return;
    }
    const g = s.num("stores", 2, 9);
    s.say(`They are driven to ${g} stores, the same number to each.`);
    s.div(`${item.many} for each store`, all, g);
    s.ask(`How many ${item.many} come to each store?`);
  }),
  template("climb", [1, 2], (s, steps) => {
    const who = s.person();
    const h = s.num("metres an hour", 100, 400, 50);
    const t = s.num("hours", 2, 8);
    s.say(
      `${who.name} climbs a mountain. In each hour ${who.he} climbs ${h} metres, and after ${t} hours ${who.he} is at the top.`,
    );
    const up = s.mul("metres climbed", h, t);
    if (steps === 1) {
      s.ask(`How many metres did ${who.he} climb?`);
      return;
    }
    const start = s.num("metres of the start", 100, 900, 50);
    s.say(`The trail starts at a height of ${start} metres.`);
    s.add("height of the top", start, up);
    s.ask("How many metres high is the top?");
  }),
  template("band-tour", [2, 3], (s, steps) => {
    const n = s.num("concerts", 3, 20);
    const k = s.num("people at a concert", 50, 400, 10);
    s.say(`A band plays ${n} concerts in theatres, and ${k} people come to each one.`);
    const all = s.mul("people at the concerts", n, k);
    const m = s.num("people outside", 100, 900, 10);
    s.say(`Then it plays once more outside, in a park, for ${m} people.`);
    const sum = s.add("people in all", all, m);
    if (steps === 2) {
      s.ask("For how many people did the band play?");
      return;
    }
    const last = s.num("people last year", 100, 900, 10);
    s.need(last.value < sum.value);
    s.say(`Last year only ${last} people heard the band.`);
    s.sub("difference", sum, last);
    s.ask("How many more people was that than last year?");
  }),
  template("swimming-club", [1, 2], (s, steps) => {
    const a = s.num("people who swim", 20, 120);
    const b = s.num("people who row", 5, 90);
    s.say(`${a} people of a sports club swim and ${b} people row. No one does both.`);
    const all = s.add("members who swim or row", a, b);
    if (steps === 1) {
      s.ask("How many people is that?");
      return;
    }
    const m = s.num("members", 150, 500);
    s.say(`The club has ${m} members.`);
    s.sub("members who do neither", m, all);
    s.ask("How many members neither swim nor row?");
  }),
  template("print-shop", [2, 3], (s, steps) => {
    const n = s.num("copies a minute", 8, 60);
    const t = s.num("minutes", 3, 30);
    const bad = s.num("bad copies", 2, 30);
    s.say(
      `A printer makes ${n} copies [a|per] minute. It runs for ${t} minutes, but ${bad} copies are too dark and not used.`,
    );
    const all = s.mul("copies made", n, t);
    const good = s.sub("good copies", all, bad);
    if (steps === 2) {
      s.ask("How many good copies are there?");
      return;
    }
    const k = s.num("copies in a stack", 2, 12);
    s.say(`The good ones are set up in stacks of ${k}.`);
    s.div("stacks", good, k);
    s.ask("How many stacks are there?");
  }),
  template("phone-bill", [2, 3], (s, steps) => {
    const who = s.person();
    const base = s.cash("fixed part", 5, 40);
    const p = s.cash("price of an hour", 2, 6);
    const h = s.num("hours", 3, 40);
    s.say(
      `A phone company asks for $${base} a month and $${p} for every hour on the phone. ${who.name} talks for ${h} hours.`,
    );
    const x = s.mul("cost of the hours", h, p);
    const all = s.add("bill", base, x);
    if (steps === 2) {
      s.ask(`What does ${who.he} have to pay?`);
      return;
    }
    const c = s.cash("credit", 2, 20);
    s.say(`${who.he} still had a credit of $${c}, which is taken off.`);
    s.sub("to pay", all, c);
    s.ask(`What does ${who.he} have to pay in the end?`);
  }),
];
