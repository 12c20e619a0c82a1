import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Books, pages, music practice and homework. */
export const homeReading: readonly Template[] = [
  told(
    "book-pages",
    (s) => {
      const who = s.person();
      const b = s.pick(
        "novel",
        "book about whales",
        "detective story",
        "fairy tale book",
        "comic",
        "travel book",
        "diary",
        "book of riddles",
        "book of poems",
      );
      const n = s.num(`pages of the ${b}`, 90, 400, 5);
      s.say(
        `[${who.name} is reading a ${b} of ${n} pages|The ${b} on ${who.name}'s night table has ${n} pages|A ${b} with ${n} pages keeps ${who.name} up at night].`,
      );
      return { who, b, n };
    },
    {
      1: [
        (s, { who, n }) => {
          const r = s.num("pages read", 20, 85);
          s.say(
            `[So far ${r} pages have been read|${who.name} is through with ${r} pages|The bookmark is after page ${r}].`,
          );
          s.sub("pages left", n, r);
          s.ask(
            `[How many pages are left|How many pages does ${who.name} still have to read|How many pages are there still to go]?`,
          );
        },
        (s, { n, who }) => {
          const k = s.num("pages a day", 5, 30, 5);
          s.need(n.number % k.number === 0);
          s.say(
            `[Every evening it is ${k} pages|${who.name} reads ${k} pages a day|Each day ${k} pages are read].`,
          );
          s.div("days", n, k);
          s.ask(
            `[How many days does it take|After how many days is it finished|For how many days will ${who.name} be reading]?`,
          );
        },
        (s, { n }) => {
          const l = s.num("pages left", 20, 85);
          s.say(
            `[There are ${l} pages left to read|Only ${l} pages are still to come|Minus the last ${l} pages, everything has been read].`,
          );
          s.sub("pages read", n, l);
          s.ask(
            "[How many pages have been read|How many pages are done|How far has the reading come, in pages]?",
          );
        },
      ],
      2: [
        (s, { who, n }) => {
          const d = s.num("days", 3, 7);
          const k = s.num("pages a day", 5, 12);
          s.say(
            `[For ${d} days ${who.name} reads ${k} pages a day|After ${d} days with ${k} pages each, ${who.name} takes a break|${k} pages a day are read for ${d} days].`,
          );
          s.sub("pages left", n, s.mul("pages read", d, k));
          s.ask("[How many pages are left|How many pages remain|How many pages have not been read yet]?");
        },
        (s, { n }) => {
          const r = s.num("pages read", 20, 85, 5);
          const d = s.num("days", 2, 10);
          s.need((n.number - r.number) % d.number === 0);
          s.say(
            `[${r} pages are done, and the rest is to be read in ${d} days, the same amount each day|In ${d} days it must go back to the library, and so far ${r} pages have been read. Every day should bring the same number of pages|The rest, after ${r} pages, is divided evenly over ${d} days].`,
          );
          s.div("pages a day", s.sub("pages left", n, r), d);
          s.ask(
            "[How many pages a day is that|How many pages must be read each day|What is the number of pages per day]?",
          );
        },
        (s, { who, n }) => {
          const a = s.num("pages on Friday", 15, 40);
          const b = s.num("pages on Saturday", 15, 40);
          s.say(
            `[On Friday ${a} pages are read, on Saturday ${b}|${who.name} reads ${b} pages on Saturday after ${a} on Friday|Friday brings ${a} pages and Saturday ${b}].`,
          );
          s.sub("pages left", n, s.add("pages read", a, b));
          s.ask(
            "[How many pages are there for Sunday and later|How many pages are left|How many pages remain to be read]?",
          );
        },
      ],
      3: [
        (s, { who, n }) => {
          const a = s.num("pages on Monday", 10, 25);
          const k = s.num("factor", 2, 3);
          s.say(
            `[On Monday ${who.name} reads ${a} pages and on Tuesday ${k} times as many|Tuesday brings ${k} times as many pages as Monday, when ${a} pages were read|${a} pages are read on Monday, but ${k} times that on Tuesday].`,
          );
          s.sub("pages left", n, s.add("pages read", a, s.mul("pages on Tuesday", a, k)));
          s.ask(
            "[How many pages are left|How many pages are still to be read|How many pages remain for the other days]?",
          );
        },
        (s, { n, who }) => {
          const r = s.num("pages read", 20, 85, 5);
          const k = s.num("pages a day", 4, 15);
          const d = s.num("days", 3, 6);
          s.say(
            `[${r} pages have been read, and ${k} more are read on each of the next ${d} days|${who.name}, now on page ${r}, will read ${k} pages a day for ${d} days|The bookmark is after page ${r}. On each of the coming ${d} days, another ${k} pages will be read].`,
          );
          s.sub("pages left", n, s.add("pages read then", r, s.mul("pages in these days", k, d)));
          s.ask(
            "[How many pages will be left after that|How many pages remain then|How many pages will not have been read by then]?",
          );
        },
      ],
    },
  ),
  told(
    "bookcase",
    (s) => {
      const who = s.person();
      const t = s.pick("books", "comics", "records", "magazines", "games", "DVDs", "jigsaw puzzles");
      const n = s.num("shelves", 3, 9);
      const k = s.num(`${t} on a shelf`, 8, 25);
      s.say(
        `[${who.name}'s bookcase has ${n} shelves, each with ${k} ${t}|On ${n} shelves in ${who.name}'s room stand ${k} ${t} each|A bookcase with ${n} shelves belongs to ${who.name}; there are ${k} ${t} on every shelf].`,
      );
      return { who, t, n, k };
    },
    {
      1: [
        (s, { who, t, n, k }) => {
          s.mul(t, n, k);
          s.ask(
            `[How many ${t} are on the shelves|How many ${t} does ${who.name} have there|What is the number of ${t}]?`,
          );
        },
      ],
      2: [
        (s, { who, t, n, k }) => {
          const l = s.num(`${t} lent`, 5, 22);
          s.say(
            `[${l} of them belong to the library|${l} of these are lent to a friend|${who.name} gives ${l} to a thrift shop].`,
          );
          s.sub(`other ${t}`, s.mul(`${t} in all`, n, k), l);
          s.ask(
            `[How many other ${t} are there|How many ${t} are left without those|How many ${t} does that leave]?`,
          );
        },
        (s, { t, n, k }) => {
          const b = s.num(`new shelves`, 2, 6);
          s.need((n.number * k.number) % b.number === 0 && b.number !== n.number);
          s.say(
            `[All of them move to a new bookcase with ${b} wide shelves, equally many on each|The whole lot is packed evenly into ${b} crates|For the move they are spread equally over ${b} crates].`,
          );
          s.div(`${t} in each`, s.mul(`${t} in all`, n, k), b);
          s.ask(
            `[How many ${t} is that in each|How many ${t} are put together in one|What number of ${t} goes into each]?`,
          );
        },
        (s, { who, t, n, k }) => {
          const other = s.person();
          const m = s.num(`${t} of ${other.name}`, 10, 23);
          s.say(
            `[${other.name} has only ${m} ${t}|The ${t} of ${other.name} are ${m} in number|In the room of ${other.name} there are ${m} ${t}].`,
          );
          s.sub("difference", s.mul(`${t} of ${who.name}`, n, k), m);
          s.ask(
            `[How many more ${t} does ${who.name} have|How many ${t} fewer does ${other.name} have|By how many ${t} is ${who.name}'s collection larger]?`,
          );
        },
      ],
      3: [
        (s, { t, n, k }) => {
          const r = s.num("empty shelves", 2, 3);
          const l = s.num(`${t} on the floor`, 5, 40);
          s.say(
            `[So it was before ${r} shelves were cleared completely. ${l} ${t} lie on the floor now and all others that were cleared are gone|${r} of these shelves are emptied for a TV, and only ${l} of the ${t} taken off them are kept, on the floor|A leak ruins everything on ${r} of the shelves, apart from ${l} ${t}, which are dried on the floor and kept].`,
          );
          const stay = s.mul(`${t} on the shelves`, s.sub("full shelves", n, r), k);
          s.need(l.number < r.number * k.number);
          s.add(`${t} in the room`, stay, l);
          s.ask(
            `[How many ${t} are in the room now|How many ${t} have been kept altogether|How many ${t} are there on the shelves and on the floor]?`,
          );
        },
      ],
    },
  ),
  told(
    "music-practice",
    (s) => {
      const who = s.person();
      const i = s.pick(
        "the piano",
        "the violin",
        "the drums",
        "the flute",
        "the trumpet",
        "the guitar",
        "the cello",
        "a song",
        "the harp",
      );
      const m = s.num("minutes a day", 10, 40, 5);
      s.say(
        `[When ${who.name} practices ${i}, it is always for ${m} minutes|Each time ${who.name} sits down with ${i}, ${m} minutes of practice follow|Practicing ${i} once takes up ${m} minutes of ${who.name}'s day].`,
      );
      return { who, i, m };
    },
    {
      1: [
        (s, { m }) => {
          s.say(
            "[Not a day is left out in a week, with one practice a day|A week with one practice a day has gone by|It happens once on every day of the week].",
          );
          s.mul("minutes a week", m, 7);
          s.ask(
            "[How many minutes of practice is that in the week|How many minutes a week is it|How much practice does a week bring, in minutes]?",
          );
        },
        (s, { who, m }) => {
          const all = s.multiple("minutes in all", m, 3, 15);
          s.say(
            `[The teacher wants ${all} minutes before the concert|Before the exam there must be ${all} minutes|${who.name} wants to reach ${all} minutes].`,
          );
          s.div("times", all, m);
          s.ask(
            "[How many times is that|How often does one practice for this|How many times must it be done]?",
          );
        },
      ],
      2: [
        (s, { who, m }) => {
          const d = s.num("days a week", 3, 6);
          const l = s.num("minutes of the lesson", 30, 60, 5);
          s.say(
            `[This is done on ${d} days a week, and there is also a lesson of ${l} minutes|A weekly lesson of ${l} minutes is added to ${d} days of practice|${who.name} does it ${d} days a week and has one lesson of ${l} minutes as well].`,
          );
          s.add("minutes a week", s.mul("minutes of practice", d, m), l);
          s.ask(
            "[How many minutes of music is that a week|How many minutes does a week have in all|How much time does this take a week, in minutes]?",
          );
        },
        (s, { m }) => {
          const g = s.num("minutes as a goal", 200, 400, 10);
          const d = s.num("days", 3, 5);
          s.say(
            `[The goal for the month is ${g} minutes, and it has been done ${d} times|After practicing ${d} times one looks at the goal of ${g} minutes|It was done ${d} times. The target is ${g} minutes].`,
          );
          s.sub("minutes missing", g, s.mul("minutes done", d, m));
          s.ask(
            "[How many minutes are still missing|How many more minutes are needed|How far away is the goal, in minutes]?",
          );
        },
        (s, { who, m }) => {
          const r = s.num("minutes more", 5, 20, 5);
          const d = s.num("days", 3, 9);
          s.say(
            `[Before the concert it is ${r} minutes more, on each of ${d} days|For ${d} days, ${who.name} practices once a day and adds ${r} minutes to that every time|Now ${r} minutes are added to it daily, which goes on for ${d} days].`,
          );
          s.mul("minutes", s.add("minutes a day now", m, r), d);
          s.ask(
            "[How many minutes are played in these days|How many minutes of practice is that|How long is that in all, in minutes]?",
          );
        },
      ],
      3: [
        (s, { who, m }) => {
          const other = s.person();
          const n = s.num(`minutes a day of ${other.name}`, 5, 35, 5);
          const d = s.num("days", 4, 9);
          s.need(m.number > n.number);
          s.say(
            `[${other.name} practices ${n} minutes a day. Both keep at it for ${d} days|In ${d} days with one practice each, ${other.name} does only ${n} minutes a day|A friend, ${other.name}, takes only ${n} minutes for it. Each of them practices once a day, for ${d} days].`,
          );
          s.sub("difference", s.mul(`minutes of ${who.name}`, d, m), s.mul(`minutes of ${other.name}`, d, n));
          s.ask(
            `[How many more minutes does ${who.name} practice|How many minutes fewer does ${other.name} practice|By how many minutes do the two differ in the end]?`,
          );
        },
      ],
    },
  ),
];
