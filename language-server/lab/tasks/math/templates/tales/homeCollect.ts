import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Collections, albums, photos and toys. */
export const homeCollect: readonly Template[] = [
  told(
    "album-pages",
    (s) => {
      const who = s.person();
      const t = s.pick(
        "stamps",
        "photos",
        "stickers",
        "postcards",
        "pressed flowers",
        "coins",
        "autographs",
        "trading cards",
        "bottle labels",
      );
      const k = s.num(`${t} on a page`, 3, 12);
      s.say(
        `[${who.name} keeps ${t} in an album, ${k} on each page|Every page of ${who.name}'s album takes ${k} ${t}|An album for ${t} has room for ${k} on a page, and ${who.name} fills each page completely].`,
      );
      return { who, t, k };
    },
    {
      1: [
        (s, { t, k }) => {
          const n = s.num("pages", 4, 20);
          s.say(`[${n} pages are full|So far, ${n} pages have been filled|The album has ${n} full pages].`);
          s.mul(t, n, k);
          s.ask(
            `[How many ${t} are in the album|How many ${t} is that|What number of ${t} does the album hold]?`,
          );
        },
        (s, { who, t, k }) => {
          const all = s.multiple(t, k, 4, 20);
          s.say(
            `[There are ${all} ${t} in all|${who.name} owns ${all} ${t}|A tin with ${all} ${t} is emptied for it].`,
          );
          s.div("pages", all, k);
          s.ask("[How many pages do they take|How many pages are needed|How many pages does that fill]?");
        },
      ],
      2: [
        (s, { who, t, k }) => {
          const n = s.num("full pages", 4, 12);
          const l = s.num(`loose ${t}`, 2, 15);
          s.say(
            `[${n} pages are full, and ${l} ${t} lie in a drawer|Besides ${n} full pages, ${who.name} has ${l} loose ${t}|${l} ${t} are still loose after ${n} pages have been filled].`,
          );
          s.add(`${t} in all`, s.mul(`${t} in the album`, n, k), l);
          s.ask(
            `[How many ${t} does ${who.name} have|How many ${t} are there altogether|How large is the collection, in ${t}]?`,
          );
        },
        (s, { t, k }) => {
          const all = s.multiple("pages", 1, 20, 60);
          const have = s.multiple(`${t} so far`, k, 3, 12);
          s.say(
            `[There are ${have} ${t} so far, and the album has ${all} pages|The album has ${all} pages, and it contains ${have} ${t} now|With ${have} ${t} in it, the album of ${all} pages is far from full].`,
          );
          s.sub("empty pages", all, s.div("full pages", have, k));
          s.ask(
            "[How many pages are still empty|How many pages are left|How many pages have nothing on them]?",
          );
        },
        (s, { who, t, k }) => {
          const n = s.num("pages at first", 3, 9);
          const m = s.num("new pages", 2, 9);
          s.say(
            `[${n} pages were full before Christmas, and ${m} more were filled afterwards|After ${n} pages in spring come ${m} pages in summer|${who.name} has filled ${n} pages, and then ${m} more].`,
          );
          s.mul(t, s.add("full pages", n, m), k);
          s.ask(
            `[How many ${t} are there now|How many ${t} does the album hold|How many ${t} have found a place]?`,
          );
        },
      ],
      3: [
        (s, { t, k }) => {
          const n = s.num("pages", 10, 30);
          const have = s.num(`${t} so far`, 12, 60);
          const w = s.num(`${t} a week`, 2, 9);
          s.need((n.number * k.number - have.number) % w.number === 0);
          s.say(
            `[The album has ${n} pages and holds ${have} ${t} so far. Each week ${w} are added|${w} new ones come every week to the ${have} that are there, until all ${n} pages are full|It is a book of ${n} pages, in which ${have} ${t} have been put. From now on ${w} a week will follow].`,
          );
          s.div("weeks", s.sub("places left", s.mul("places", n, k), have), w);
          s.ask(
            "[How many weeks will it take to fill the album|In how many weeks is it full|For how many weeks can this go on]?",
          );
        },
        (s, { who, t, k }) => {
          const other = s.person();
          const n = s.num(`pages of ${who.name}`, 6, 15);
          const m = s.num(`${t} of ${other.name}`, 20, 60);
          const g = s.num(`${t} given`, 3, 15);
          s.say(
            `[${other.name} has ${m} ${t}, of which ${g} are damaged, whereas ${who.name} has ${n} full pages|${who.name} has ${n} full pages, and ${other.name} has ${m} ${t}, but ${g} of those are damaged|${n} pages are full by now. A friend, ${other.name}, owns ${m} ${t}, although ${g} of them are in bad shape].`,
          );
          s.add(
            `${t} of both`,
            s.mul(`${t} of ${who.name}`, n, k),
            s.sub(`good ${t} of ${other.name}`, m, g),
          );
          s.ask(
            `[How many good ${t} do they have together|How many good ${t} are there in all|How many ${t} in good condition belong to the two]?`,
          );
        },
      ],
    },
  ),
  told(
    "shell-trade",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const t = s.thing("toy").many;
      const a = s.num(`${t} of ${p.name}`, 25, 95);
      s.say(
        `[${p.name} owns ${a} ${t}|There are ${a} ${t} in ${p.name}'s drawer|${a} ${t} make up the collection of ${p.name}].`,
      );
      return { p, q, t, a };
    },
    {
      1: [
        (s, { q, t, a }) => {
          const g = s.num(`${t} given away`, 4, 22);
          s.say(
            `[Before giving some to ${q.name}, who got ${g}, there were more|That is what is left after ${q.name} was given ${g}|${q.name} took ${g} others home yesterday].`,
          );
          s.add(`${t} before`, a, g);
          s.ask(
            `[How many ${t} were there before|How many ${t} did the collection have at first|What was the number of ${t} before that]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const g = s.num(`${t} given away`, 4, 22);
          s.say(
            `[${q.name} is given ${g} of them|${p.name} hands ${g} over to ${q.name}|${g} of these are traded to ${q.name} for a sandwich].`,
          );
          s.sub(`${t} left`, a, g);
          s.ask(
            `[How many ${t} does ${p.name} keep|How many ${t} are left|How many remain in ${p.name}'s collection]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const b = s.num(`${t} of ${q.name}`, 5, 22);
          s.say(
            `[${q.name} has only ${b}|The collection of ${q.name} is smaller, just ${b}|${b} is the number ${q.name} has].`,
          );
          s.sub("difference", a, b);
          s.ask(
            `[How many more does ${p.name} have than ${q.name}|How many fewer ${t} does ${q.name} have|How many ${t} must ${q.name} find to have just as many]?`,
          );
        },
      ],
      2: [
        (s, { p, q, t, a }) => {
          const g = s.num(`${t} given away`, 4, 20);
          const r = s.num(`${t} received`, 4, 30);
          s.say(
            `[In a trade ${q.name} gets ${g} and gives ${r} back|${p.name} trades with ${q.name}: ${g} go, ${r} come|For ${g} of them, ${q.name} gives ${p.name} ${r} smaller ones].`,
          );
          s.add(`${t} after the trade`, s.sub(`${t} kept`, a, g), r);
          s.ask(
            `[How many ${t} does ${p.name} have after the trade|How many ${t} are in ${p.name}'s collection then|What is ${p.name}'s number of ${t} after that]?`,
          );
        },
        (s, { q, t, a }) => {
          const g = s.num(`${t} given away`, 4, 20);
          const b = s.num(`${t} of ${q.name}`, 5, 40);
          s.say(
            `[${q.name} has ${b} and finds ${g} more|To ${q.name}'s ${b}, a birthday adds ${g}|After finding ${g}, ${q.name} has those and the old ${b}].`,
          );
          s.add(`${t} of both`, a, s.add(`${t} of ${q.name}`, b, g));
          s.ask(
            `[How many ${t} do the two have together|How many ${t} is that in all|What do both collections come to, in ${t}]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const k = s.oneOf("shelves", [2, 3, 4, 5]);
          const g = s.num(`${t} given away`, 4, 20);
          s.need((a.number - g.number) % k.number === 0);
          s.say(
            `[${g} are lent to ${q.name}, and the rest is spread evenly over ${k} shelves|All but ${g}, which ${q.name} borrows, are put on ${k} shelves, the same number on each|${p.name} keeps ${k} boxes with equally many in each, since ${q.name} has borrowed ${g}].`,
          );
          s.div(`${t} in each`, s.sub(`${t} kept`, a, g), k);
          s.ask(
            `[How many ${t} are in each place|How many ${t} are put together|What is the number of ${t} in each]?`,
          );
        },
      ],
      3: [
        (s, { p, q, t, a }) => {
          const d = s.num("difference", 3, 15);
          const n = s.num("months", 2, 6);
          const k = s.num(`${t} a month`, 2, 6);
          s.say(
            `[${q.name} has ${d} fewer but finds ${k} a month for ${n} months|That is ${d} more than ${q.name} has now. For ${n} months, ${q.name} gets ${k} new ones a month, and ${p.name} none|At first ${q.name} owns ${d} fewer, but then ${n} months pass in which ${q.name} gets ${k} every month].`,
          );
          s.add(`${t} of ${q.name} then`, s.sub(`${t} of ${q.name}`, a, d), s.mul(`new ${t}`, n, k));
          s.ask(
            `[How many ${t} does ${q.name} have in the end|What is the size of ${q.name}'s collection then|How many ${t} are with ${q.name} after that]?`,
          );
        },
      ],
    },
  ),
  told(
    "phone-photos",
    (s) => {
      const who = s.person();
      const t = s.pick("photos", "videos", "songs", "messages", "voice notes", "files", "pictures");
      const a = s.num(`${t} on the phone`, 120, 400, 4);
      s.say(
        `[${who.name}'s phone holds ${a} ${t}|There are ${a} ${t} on ${who.name}'s old phone|${who.name} finds ${a} ${t} stored on the phone].`,
      );
      return { who, t, a };
    },
    {
      1: [
        (s, { who, t, a }) => {
          const d = s.num(`${t} deleted`, 20, 100);
          s.say(
            `[${d} are deleted|To make room, ${who.name} gets rid of ${d}|${d} blurred or broken ones are thrown out].`,
          );
          s.sub(`${t} left`, a, d);
          s.ask(
            `[How many ${t} remain|How many ${t} are on the phone now|How many ${t} does ${who.name} keep]?`,
          );
        },
        (s, { t, a }) => {
          const k = s.pick(["A quarter", 4] as const, ["Half", 2] as const);
          s.say(
            `[${k[0]} of them show the dog|${k[0]} of these are from last summer|${k[0]} of them have never been looked at].`,
          );
          s.div(`part of the ${t}`, a, k[1]);
          s.ask(`[How many ${t} is that|How many ${t} are those|How many of the ${t} are meant]?`);
        },
      ],
      2: [
        (s, { t, a }) => {
          const k = s.pick(["A quarter", 4] as const, ["Half", 2] as const);
          s.say(
            `[${k[0]} of them are moved to the computer|${k[0]} of them are sent to a friend and then deleted|${k[0]} of these turn out to be useless and are deleted].`,
          );
          s.sub(`${t} left`, a, s.div(`${t} removed`, a, k[1]));
          s.ask(
            `[How many ${t} stay on the phone|How many ${t} are left on it|What number of ${t} remains]?`,
          );
        },
        (s, { who, t, a }) => {
          const n = s.num("days", 3, 9);
          const k = s.num(`${t} a day`, 5, 30);
          s.say(
            `[On a trip of ${n} days, ${k} are added daily|During ${n} days at the sea ${who.name} adds ${k} a day|Then come ${n} days with ${k} new ones each].`,
          );
          s.add(`${t} in all`, a, s.mul(`new ${t}`, n, k));
          s.ask(
            `[How many ${t} are there at the end|How many ${t} does the phone hold then|What is the number of ${t} after that]?`,
          );
        },
      ],
      3: [
        (s, { t, a }) => {
          const d = s.num(`${t} deleted`, 8, 60, 4);
          const n = s.num("folders", 2, 5);
          s.say(
            `[Half of them are deleted, and ${d} more after that. The others are sorted into ${n} folders of the same size|After half of them and then another ${d} have gone, ${n} folders get equally many of the rest|${n} folders are made for what is left when half of everything and ${d} others have been removed, with the same number in each].`,
          );
          s.div(`${t} in a folder`, s.sub(`${t} kept`, s.div(`half of the ${t}`, a, 2), d), n);
          s.ask(
            `[How many ${t} are in each folder|How many ${t} does one folder have|What number of ${t} is in a folder]?`,
          );
        },
      ],
    },
  ),
];
