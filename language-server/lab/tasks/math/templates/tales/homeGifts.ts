import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Gifts of several people, and guests who come or not. */
export const homeGifts: readonly Template[] = [
  told(
    "gift-together",
    (s) => {
      const who = s.person();
      const g = s.pick(
        "watch",
        "coffee machine",
        "bicycle",
        "garden bench",
        "suitcase",
        "camera",
        "hammock",
        "bookcase",
        "grill",
        "radio",
      );
      const p = s.cash(`price of the ${g}`, 60, 240, 4);
      s.say(
        `[Friends want to give ${who.name} a ${g} that costs $${p}|A ${g} at $${p} is to be the gift for ${who.name}|For ${who.name}'s birthday some friends have found a ${g} for $${p}].`,
      );
      return { who, g, p };
    },
    {
      1: [
        (s, { g, p }) => {
          const d = s.cash("discount", 5, 30);
          s.say(`[The shop takes $${d} off|They have a voucher worth $${d}|It is reduced by $${d} today].`);
          s.sub("price to pay", p, d);
          s.ask(
            `[How much do they pay for the ${g}|How many dollars must be paid now|What does the gift cost then]?`,
          );
        },
        (s, { p }) => {
          const n = s.num("friends", 2, 8);
          s.need(p.number % n.number === 0);
          s.say(
            `[${n} of them share the cost equally|The price is split evenly ${n} ways|${n} friends pay the same amount each].`,
          );
          s.div("dollars each", p, n);
          s.ask(
            "[How much does each one pay|How many dollars is that per person|What is one person's part]?",
          );
        },
      ],
      2: [
        (s, { p }) => {
          const n = s.num("friends", 3, 8);
          const c = s.cash("dollars each", 5, 9);
          s.say(
            `[So far ${n} of them have given $${c} each|${n} friends put $${c} apiece into an envelope|In the envelope are $${c} from each of ${n} friends].`,
          );
          s.sub("dollars missing", p, s.mul("dollars collected", n, c));
          s.ask(
            "[How much money is still missing|How many dollars short are they|How many more dollars do they need]?",
          );
        },
        (s, { g, p }) => {
          const w = s.cash("price of the wrapping", 3, 15);
          const n = s.num("friends", 2, 8);
          s.need((p.number + w.number) % n.number === 0);
          s.say(
            `[Paper and a card cost $${w}, and ${n} friends share everything equally|With $${w} for a bunch of flowers, the cost of all is shared by ${n} friends equally|${n} friends split the price of the ${g} and of a $${w} cake evenly].`,
          );
          s.div("dollars each", s.add("cost in all", p, w), n);
          s.ask(
            "[How many dollars does each of them pay|How much is it for each|What does everyone have to give]?",
          );
        },
        (s, { p }) => {
          s.say(
            "[Today everything is sold at a quarter off|The shop has a sale with 25 percent off|During the sale, the price is cut by a quarter].",
          );
          s.sub("price in the sale", p, s.part("money off", p, 1, 4));
          s.ask("[How much do they pay|What does it cost in the sale|How many dollars are to be paid]?");
        },
      ],
      3: [
        (s, { p }) => {
          const a = s.cash("dollars from parents", 20, 45, 5);
          const n = s.num("friends", 2, 6);
          const y = s.cash("dollars for flowers", 4, 12);
          s.need((p.number - a.number + y.number) % n.number === 0);
          s.say(
            `[The parents give $${a} toward it. What is left, and $${y} for flowers, is divided equally by ${n} friends|$${a} comes from the parents. ${n} friends share the rest of the price and also $${y} for flowers in equal parts|Flowers for $${y} are to go with it. The parents pay $${a}, and ${n} friends divide all the rest equally among themselves].`,
          );
          s.div("dollars each", s.add("dollars to share", s.sub("rest of the price", p, a), y), n);
          s.ask(
            "[How much does each friend pay|How many dollars does each friend have to give|What is one friend's part]?",
          );
        },
      ],
    },
  ),
  told(
    "party-guests",
    (s) => {
      const who = s.person();
      const n = s.num("guests invited", 15, 60);
      s.say(
        `[${who.name} has sent out ${n} invitations, one for each guest|To the garden party ${who.name} invites ${n} people|${n} people have been asked to ${who.name}'s house-warming party].`,
      );
      return { who, n };
    },
    {
      1: [
        (s, { n }) => {
          const c = s.num("guests who came", 8, 14);
          s.say(`[Only ${c} of them came|By eight o'clock ${c} were there|${c} people turned up].`);
          s.sub("guests missing", n, c);
          s.ask("[How many did not come|How many of the guests were missing|How many people stayed away]?");
        },
        (s, { n }) => {
          const b = s.num("guests brought along", 3, 15);
          s.say(
            `[All of them came and brought ${b} friends along|Everyone came, and so did ${b} people who had not been invited|${b} children came along with the guests, and nobody was missing].`,
          );
          s.add("people", n, b);
          s.ask(
            "[How many people were there|How many people came altogether|How many plates were needed, one for each person]?",
          );
        },
      ],
      2: [
        (s, { n }) => {
          const m = s.num("guests who cancel", 3, 12);
          const k = s.num("chairs at a table", 2, 8);
          s.need((n.number - m.number) % k.number === 0);
          s.say(
            `[${m} cancel, and the others sit at tables of ${k}|Each table seats ${k}, and ${m} of the guests have said no|Since ${m} cannot come, tables for ${k} people are set up for the rest].`,
          );
          s.div("tables", s.sub("guests who come", n, m), k);
          s.ask("[How many tables are needed|How many tables are full|How many tables does that make]?");
        },
        (s, { n }) => {
          const m = s.num("guests who cancel", 3, 12);
          const k = s.num("rolls for a guest", 2, 4);
          s.say(
            `[${m} of them have other plans. For each of the others there are ${k} rolls|Everyone who comes, which is all but ${m}, gets ${k} rolls|Minus ${m} who are ill, they all eat ${k} rolls each].`,
          );
          s.mul("rolls", s.sub("guests who come", n, m), k);
          s.ask("[How many rolls are needed|How many rolls must be made|What number of rolls is that]?");
        },
        (s, { n }) => {
          const a = s.num("chairs in the house", 4, 14);
          const f = s.num("chairs from a neighbor", 2, 9);
          s.need(a.number + f.number < n.number);
          s.say(
            `[There are ${a} chairs in the house and ${f} more come from a neighbor|A neighbor lends ${f} chairs to go with the ${a} in the house|${a} chairs are there, and ${f} are carried over from next door]. [Everybody is to have a chair|No one should have to stand|One chair per guest is wanted].`,
          );
          s.sub("chairs missing", n, s.add("chairs", a, f));
          s.ask(
            "[How many chairs are still missing|How many more chairs are needed|How many chairs short is that]?",
          );
        },
      ],
      3: [
        (s, { n }) => {
          const m = s.num("guests who leave early", 3, 10);
          const l = s.num("late guests", 2, 12);
          const c = s.num("groups", 2, 5);
          s.need((n.number - m.number + l.number) % c.number === 0);
          s.say(
            `[All come. ${m} go home early and ${l} arrive late. At midnight everyone still there rides home in ${c} minibuses, equally many in each|Everybody comes, ${m} leave after dinner, then ${l} others join. Those who are there play a game in ${c} equal teams|Nobody is missing at first. Then ${m} say goodbye and ${l} new people come in. Those present sit down in ${c} circles of the same size].`,
          );
          s.div("people in each", s.add("people at midnight", s.sub("people after dinner", n, m), l), c);
          s.ask(
            "[How many people is that in each|How many people are there per group|How large is each group]?",
          );
        },
      ],
    },
  ),
];
