import { type Template, template } from "../../story.ts";
import { oneWay, sights, souvenirs, towns } from "./tripWords.ts";

/** Hotels, postcards, souvenirs, holiday money and photo albums. */
export const tripStays: readonly Template[] = [
  template("trip-hotel-rooms", [1, 2, 3, 4], (s, steps) => {
    const h = s.pick("hotel", "inn", "hostel", "guest house", "motel", "lodge", "spa hotel");
    const town = s.pick(...towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num("rooms taken", 12, 90);
          const b = s.num("free rooms", 3, 40);
          s.say(
            `[With ${a} rooms taken, the ${h} in ${town} has ${b} rooms free|A ${h} in ${town} has ${b} free rooms left after giving ${a} to guests|Guests stay in ${a} rooms of a ${h}; ${b} are empty].`,
          );
          s.add("rooms", a, b);
          s.ask(
            `[How many rooms does the ${h} have|What is the number of rooms|How many rooms are there in all]?`,
          );
        },
        () => {
          const k = s.num("floors", 3, 9);
          const all = s.multiple("rooms", k, 6, 30);
          s.say(
            `[The ${all} rooms of the ${h} are on ${k} floors, equally many on each|A ${h} in ${town} has ${k} floors that are all alike, and ${all} rooms|${all} rooms are spread evenly over the ${k} floors of a ${h}].`,
          );
          s.div("rooms on a floor", all, k);
          s.ask(
            "[How many rooms are on each floor|How many rooms does one floor have|What is the number of rooms on a floor]?",
          );
        },
        () => {
          const n = s.num("nights", 2, 12);
          const p = s.cash("price of a night", 30, 95, 5);
          s.say(
            `[${s.person().name} stays ${n} nights in a ${h} at $${p} a night|A night in the ${h} costs $${p}. A guest from ${town} stays for ${n}|For ${n} nights a room is taken in a ${h}, which asks $${p} a night].`,
          );
          s.mul("price", n, p);
          s.ask("[How much is the bill|What does the stay cost|How many dollars must be paid for the room]?");
        },
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const n = s.num("nights", 2, 8);
      const p = s.cash("price of a night", 20, 95, 5);
      const b = s.cash("price of breakfast", 4, 15);
      const who = s.person();
      s.say(
        `[In a ${h} in ${town} a night is $${p} and breakfast $${b}. ${who.name} stays ${n} nights, each with breakfast|${who.name} takes a room for $${p} a night and breakfast for $${b} a day, for ${n} nights in a ${h}|For each of ${n} nights in a ${h} ${who.name} pays $${p}, plus $${b} for the breakfast after it].`,
      );
      const sum = s.mul("bill", s.add("price of a night with breakfast", p, b), n);
      if (steps === 2) {
        s.ask("[How much is the bill|What does the whole stay cost|How many dollars is that in all]?");
        return;
      }
      const d = s.cash("paid already", 20, 100, 10);
      s.say(
        `[$${d} were paid in advance|A voucher pays for $${d} of it|Of this sum, $${d} have been paid by card before].`,
      );
      const due = s.sub("money due", sum, d);
      if (steps === 3) {
        s.ask(
          `[How much does ${who.name} still have to pay|What is due on leaving|How many dollars are still to be paid]?`,
        );
        return;
      }
      const k = s.num("travelers", 2, 4);
      s.say(
        `[${k} travelers share what is due equally|It is split evenly by ${k} travelers|Each of ${k} travelers pays the same part of what is due].`,
      );
      s.div("share", due, k);
      s.ask(
        "[How much does each of them pay|What is one traveler's share|How many dollars are due from each]?",
      );
      return;
    }
    const f = s.num("floors", 3, 9);
    const k = s.num("rooms on a floor", 6, 20);
    s.say(
      `[A ${h} in ${town} has ${f} floors of ${k} rooms|On each of the ${f} floors of a ${h} there are ${k} rooms|With ${k} rooms on every floor and ${f} floors, a ${h} is the largest in ${town}].`,
    );
    const rooms = s.mul("rooms", f, k);
    const x = s.num("empty rooms", 4, 40);
    s.say(
      `[${x} rooms are empty|All but ${x} rooms are taken|The keys of ${x} rooms hang on the board, as nobody is in them].`,
    );
    const taken = s.sub("rooms taken", rooms, x);
    if (steps === 2) {
      s.ask("[How many rooms are taken|In how many rooms do guests stay|What number of rooms is in use]?");
      return;
    }
    const g = s.num("towels for a room", 2, 5);
    s.say(
      `[Every room in use gets ${g} fresh towels|The maids put ${g} fresh towels into each room that is taken|For each room in use ${g} fresh towels are laid out].`,
    );
    const tow = s.mul("towels needed", taken, g);
    if (steps === 3) {
      s.ask(
        "[How many fresh towels are needed|How many towels do the maids carry up|What is the number of towels]?",
      );
      return;
    }
    const have = s.num("towels there", 10, 200, 5);
    s.say(
      `[${have} fresh towels lie in the cupboard|The laundry has brought ${have} so far|Of these, ${have} have been washed and are ready].`,
    );
    s.sub("towels missing", tow, have);
    s.ask(
      "[How many towels are missing|How many more towels do they need|How many towels are they short of]?",
    );
  }),
  template("trip-postcards-home", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const town = s.pick(...towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const k = s.num("postcards a day", 2, 9);
          const d = s.num("days", 3, 14);
          s.say(
            `[${who.name} writes ${k} postcards on every one of ${d} days in ${town}|During ${d} days in ${town}, ${who.name} posts ${k} postcards a day|${k} postcards a day are sent off by ${who.name}, who is in ${town} for ${d} days].`,
          );
          s.mul("postcards", k, d);
          s.ask(
            `[How many postcards is that|How many postcards does ${who.name} write in ${town}|What is the number of cards in all]?`,
          );
        },
        () => {
          const a = s.num("postcards bought", 20, 60);
          const b = s.num("postcards sent", 3, 18);
          s.say(
            `[Of ${a} postcards from ${town} ${who.name} has sent ${b}|${who.name} bought ${a} postcards in ${town}, and ${b} of them are in the mail now|${b} of the ${a} postcards that ${who.name} got in ${town} are written and posted].`,
          );
          s.sub("postcards left", a, b);
          s.ask(
            "[How many cards are left to write|How many postcards have not been sent|How many more cards can be mailed]?",
          );
        },
        () => {
          const p = s.cash("price of a postcard", 2, 4);
          const sum = s.multiple("money paid", p, 4, 25);
          s.say(
            `[A postcard of ${town} costs $${p}, and ${who.name} spends $${sum} on postcards|${who.name} pays $${sum} for postcards of ${town} at $${p} each|For $${sum} ${who.name} gets postcards that cost $${p} each].`,
          );
          s.div("postcards", sum, p);
          s.ask(
            `[How many postcards does ${who.name} get|How many cards are bought|What number of postcards is that]?`,
          );
        },
      );
      return;
    }
    const card = s.cash("price of a postcard", 1, 4);
    const stamp = s.cash("price of a stamp", 1, 3);
    const n = s.num("postcards", 4, 25);
    s.say(
      `[From ${town} ${who.name} sends ${n} postcards. A card costs $${card} and its stamp $${stamp}|Postcards are $${card} in ${town}, stamps for them $${stamp}, and ${who.name} writes ${n}|${who.name} writes ${n} postcards on a trip to ${town}, pays $${card} for each and puts a stamp of $${stamp} on it].`,
    );
    const sum = s.mul("money for postcards", s.add("price with stamp", card, stamp), n);
    if (steps === 2) {
      s.ask(
        `[How much does ${who.name} spend on this|What do all the cards with their stamps cost|How many dollars does this mail cost]?`,
      );
      return;
    }
    const have = s.oneOf("money at first", [50, 60, 80, 100, 120, 150]);
    s.say(
      `[${who.he} had $${have} in ${who.his} purse|Before that, ${who.he} had $${have}|Up to then there were $${have} in ${who.his} purse].`,
    );
    s.sub("money left", have, sum);
    s.ask(`[How much money does ${who.he} have left|What is left in the purse|How many dollars remain]?`);
  }),
  template("trip-souvenir-stand", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const t = s.pick(...souvenirs);
    const sight = s.pick(...sights);
    if (steps === 1) {
      const a = s.num(t, 40, 200);
      oneWay(
        s,
        () => {
          const b = s.num(`${t} left`, 5, 38);
          s.say(
            `[The stand at the ${sight} had ${a} ${t} in the morning and has ${b} in the evening|${b} ${t} are left at a stand near the ${sight}, where there were ${a} at first|A day at the ${sight} begins with ${a} ${t} on the stand and ends with ${b}].`,
          );
          s.sub(`${t} sold`, a, b);
          s.ask(`[How many ${t} were sold|How many ${t} did tourists buy|What number of ${t} was sold]?`);
        },
        () => {
          const b = s.num(`${t} sold`, 12, 90);
          s.say(
            `[After selling ${b} ${t}, ${who.name} still has ${a} at the stand by the ${sight}|${a} ${t} remain at ${who.name}'s stand by the ${sight}, although ${b} have been sold|Tourists at the ${sight} have bought ${b} ${t} from ${who.name}, and ${a} are still there].`,
          );
          s.add(`${t} at first`, a, b);
          s.ask(
            `[How many ${t} were there before|How many ${t} did ${who.name} have at first|With how many ${t} did the day begin]?`,
          );
        },
      );
      return;
    }
    const p = s.cash("price", 2, 15);
    if (s.random.chance(0.5)) {
      const a = s.num(`${t} at first`, 40, 120);
      const b = s.num(`${t} left`, 5, 38);
      s.say(
        `[Of ${a} ${t} at a stand by the ${sight}, ${b} are left in the evening. They cost $${p} each|At $${p} each, ${who.name} offers ${a} ${t} to tourists at the ${sight} and has ${b} of them left at night|${who.name} brings ${a} ${t} to the ${sight} and takes ${b} of them home again. The price of one is $${p}].`,
      );
      const money = s.mul("money taken", s.sub(`${t} sold`, a, b), p);
      if (steps === 2) {
        s.ask(
          "[How much money was taken|How many dollars do the sales bring|What did the tourists pay in all]?",
        );
        return;
      }
      const rent = s.cash("rent", 10, 60, 5);
      s.say(
        `[The stand costs $${rent} a day|A rent of $${rent} is due to the town|From this, $${rent} must be paid for the place].`,
      );
      const kept = s.sub("money kept", money, rent);
      if (steps === 3) {
        s.ask("[How much is left after that|What does the day bring in the end|How many dollars remain]?");
        return;
      }
      const k = s.num("helpers", 2, 4);
      s.say(
        `[${k} friends run the stand and share what remains equally|What remains is shared in equal parts by ${k} friends|The stand belongs to ${k} friends, and each gets the same part of what remains].`,
      );
      s.div("dollars for a friend", kept, k);
      s.ask(
        "[How much does each friend get|What is one friend's part|How many dollars are there for each of them]?",
      );
      return;
    }
    const n = s.num(`${t} bought`, 3, 12);
    const m = s.num("people at home", 2, 9);
    if (steps === 2) {
      s.say(
        `[At the ${sight}, ${t} cost $${p} each. ${who.name} buys ${n} for the family and ${m} for neighbors|${who.name} takes home ${n} ${t} for the family and ${m} for neighbors from the ${sight}, at $${p} apiece|For the family ${who.name} buys ${n} ${t} by the ${sight}, for neighbors ${m}; they are $${p} each].`,
      );
      s.mul("money spent", s.add(`${t} in all`, n, m), p);
      s.ask(`[How much does ${who.name} spend|What do all of them cost|How many dollars is that]?`);
      return;
    }
    const q = s.cash("price of a candle", 3, 20);
    s.say(
      `[${who.name} buys ${n} ${t} at $${p} and ${m} candles at $${q} by the ${sight}|At the ${sight}, ${n} ${t} for $${p} each and ${m} candles for $${q} each are bought by ${who.name}|A candle costs $${q} at the ${sight}. the ${t} are $${p} each. ${who.name} takes ${m} candles and ${n} ${t}].`,
    );
    const sum = s.add("money spent", s.mul(`price of the ${t}`, n, p), s.mul("price of the candles", m, q));
    if (steps === 3) {
      s.ask(`[How much does ${who.name} spend|What do all of them cost together|How many dollars is that]?`);
      return;
    }
    const bill = s.oneOf("money handed over", [100, 150, 200, 250]);
    s.say(
      `[${who.he} hands over $${bill}|The seller is given $${bill}|In ${who.his} hand is $${bill}, which ${who.he} gives to the seller].`,
    );
    s.sub("change", bill, sum);
    s.ask(
      `[How much change is due|How many dollars does ${who.he} get back|What does the seller give back]?`,
    );
  }),
  template("trip-photo-album", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const pics = s.pick("photos", "pictures", "stickers", "sketches", "old tickets", "dried flowers");
    const k = steps === 1 ? s.num(`${pics} on a page`, 3, 9) : s.num(`${pics} on a page`, 2, 4);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const all = s.multiple(pics, k, 4, 30);
          s.say(
            `[${who.name} has ${all} ${pics} of a tour and glues ${k} on each page|${all} ${pics} go into an album which has room for ${k} on a page|On a page of the travel album ${who.name} puts ${k} ${pics}; there are ${all}].`,
          );
          s.div("pages", all, k);
          s.ask("[How many pages are filled|How many pages does this take|What number of pages is needed]?");
        },
        () => {
          const n = s.num("pages", 8, 50);
          s.say(
            `[The travel album of ${who.name} has ${n} pages with ${k} ${pics} on each|On every one of ${n} pages ${who.name} has glued ${k} ${pics} of a trip|${n} pages of an album are full, each with ${k} ${pics} on it].`,
          );
          s.mul(pics, n, k);
          s.ask(
            `[How many ${pics} are in the album|How many ${pics} has ${who.name} used|What is the number of ${pics}]?`,
          );
        },
      );
      return;
    }
    const sight = s.pick(...sights);
    const a = s.num(`${pics} of the ${sight}`, 20, 90);
    const b = s.num(`other ${pics}`, 12, 70);
    const add = s.random.chance(0.5);
    s.say(
      add
        ? `[${who.name} comes home with ${a} ${pics} of the ${sight} and ${b} of the hotel|There are ${a} ${pics} of the ${sight} and ${b} of the beach in ${who.name}'s bag|Of the hotel ${who.name} has ${b} ${pics} and of the ${sight} ${a}]. [Each page of an album takes ${k}|An album with ${k} on a page is to hold them all|All of these go into an album, ${k} on each page].`
        : `[${who.name} comes home with ${a} ${pics} of the ${sight} but throws away ${b}|Of ${a} ${pics} of the ${sight}, ${b} are no good and ${who.name} drops them|From the ${sight} ${who.name} brings ${a} ${pics}, of which ${b} get wet and are lost]. [Each page of an album takes ${k} of the others|The others go into an album, ${k} on a page|On each page of an album ${k} of the good ones are glued].`,
    );
    const used = add ? s.add(`${pics} in all`, a, b) : s.sub(`good ${pics}`, a, b);
    const n = s.div("pages", used, k);
    if (steps === 3) {
      const have = s.num("pages of the album", 40, 99);
      s.say(
        `[The album has ${have} pages|There are ${have} pages in it|${who.name} bought an album of ${have} pages].`,
      );
      s.sub("empty pages", have, n);
      s.ask("[How many pages stay empty|How many pages are left|How many pages of the album remain free]?");
      return;
    }
    s.ask("[How many pages does this fill|How many pages are needed|What number of pages is that]?");
  }),
];
