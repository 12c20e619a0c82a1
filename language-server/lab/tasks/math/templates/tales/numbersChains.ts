import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Five and six steps: what a group needs, two sides with several parts each. */
export const numbersChains: readonly Template[] = [
  structure({
    id: "nu-expedition",
    steps: [3, 4, 5, 6],
    numbers: "p 3-12; k 2-5; d 3-12; h 10-90; b 2-10; $q 2-6",
    work: "x=p*k; y=x*d; z=y-h; c=z/b; m=c*q; w=m/2",
    worlds: `
= {who}; {item} a day for each; days; {item} there; {item} in a {box}; price of a {box}; {item} a day; {item} for all days; {item} missing; {box.s}; cost of the {box.s}; half of the cost
@who climbers, sailors, scientists, monks, cowboys, firefighters, astronauts
@item bottles of water, cans, rolls, meals, pills, tea bags
@box box, crate, pack
- A group of {p} {who} goes away for {d} days. Each of them needs {k} {item} a day, and {h} {item} are packed already. | {p} {who} need {k} {item} each a day. They stay away for {d} days and have {h} {item} so far. | For {d} days {p} {who} will be on their own. A day takes {k} {item} for each of them. In the store there are {h}.
+ The missing ones are bought in {box.s} of {b}. | A {box} has {b} {item} in it, and the missing ones are bought in such {box.s}.
+ A {box} costs {$q}. | The price of a {box} is {$q}.
+ A friend of the group pays half of this. | Half of the cost is paid by the town.
? How many {item} are missing? | How many {item} do they still need? | How many more {item} are needed? | What number of {item} is still missing?
? How many {box.s} must they buy? | How many {box.s} are needed? | How many {box.s} is that? | What is the number of {box.s}?
? How much do the {box.s} cost? | How many dollars do they pay for the {box.s}? | What is the price of all the {box.s}? | How much money is needed for them?
? How much must the group pay itself? | How many dollars are left for the group to pay? | How much is that half? | What sum does the group pay?

= {who}; {item} a day for each; days; {item} ready; {item} on a {box}; price of a {box}; {item} a day; {item} in all; {item} to be made; {box.s}; cost of the {box.s}; half of the cost
@who poets, pupils, dancers, knights, actors
@item candles, cards, ribbons, sheets, arrows
@box tray, roll, bundle
- At a festival of {d} days, {p} {who} use {k} {item} each a day. {h} {item} are ready. | {p} {who} take part in a festival that lasts {d} days, and each one uses {k} {item} a day. So far {h} {item} have been made.
+ The others are ordered in {box.s} of {b} {item}. | A {box} has {b} {item}, and the others are ordered in this form.
+ Each {box} costs {$q}. | The festival pays {$q} for a {box}.
+ Half of the cost comes back later. | The state pays half of that.
? How many {item} are missing? | How many {item} must still be made? | How many more {item} are needed? | What number of {item} is not ready?
? How many {box.s} are ordered? | How many {box.s} are needed? | How many {box.s} is that? | What is the number of {box.s}?
? How much do the {box.s} cost? | How many dollars are paid for the {box.s}? | What is the price of all the {box.s}? | How much money do they take?
? How much is that half? | How many dollars is half of the cost? | How much money is that? | What is half of the cost?

= {who}; {food} a day for each; days; {food} there; {food} in a {box}; price of a {box}; {food} a day; {food} for all days; {food} missing; {box.s}; cost of the {box.s}; half of the cost
@who horses, goats, elephants, camels, parrots, pandas
@food carrots, apples, cabbages, bananas
@box sack, cart, basket
- {p} {who} of a circus eat {k} {food} each a day. Winter lasts {d} days more, and {h} {food} are in the barn. | A circus has {p} {who}, and each of them gets {k} {food} a day. There are {h} {food} in the barn, but they must eat for {d} days.
+ The rest comes in {box.s} with {b} {food} in each. | A farmer sells {box.s} of {b} {food}, and what is missing is bought there.
+ A {box} is sold for {$q}. | One pays {$q} for a {box}.
+ The farmer lets them have it all for half of that sum. | In the end only half of that is paid.
? How many {food} are missing? | How many {food} must still be bought? | How many more {food} are needed? | What number of {food} is missing in the barn?
? How many {box.s} does the circus need? | How many {box.s} are bought? | How many {box.s} is that? | What is the number of {box.s}?
? How much do the {box.s} cost? | How many dollars are that for the {box.s}? | What is the price of all the {box.s}? | How much money is needed?
? How much does the circus pay in the end? | How many dollars are paid in the end? | How much is half of it? | What sum does the circus really pay?`,
  }),
  structure({
    id: "nu-two-totals",
    steps: [5, 6],
    numbers: "r 4-15; t 3-12; q 3-12; u 2-9; v 3-12; w 2-10; e 3-40",
    work: "a=r*t; b=q*u; s=a+b; c=v*w; g=s-c; h=g-e",
    worlds: `
= {item} in a {x.0}; {x.1}; {item} in a {y.0}; {y.1}; {item} in a {z.0} of {Q}; {z.1}; new {item} of {Q}; {item} in {x.1}; {item} in {y.1}; {item} of {P}; {item} of {Q}; more {item} of {P}; gap in the end
@x jar/jars, big box/big boxes, bag/bags
@y tin/tins, small box/small boxes, bowl/bowls
@z drawer/drawers, basket/baskets, case/cases
@item buttons, shells, coins, marbles, beads, dice
- {P} has {t} {x.1} with {r} {item} in each and {u} {y.1} with {q} in each. {Q} has {w} {z.1} with {v} {item} in each. | In each of {P}'s {t} {x.1} there are {r} {item}, in each of {P.his} {u} {y.1} {q}. {Q} keeps {v} {item} in each of {w} {z.1}.
+ Then {Q} finds {e} {item} more. | {Q} gets another {e} {item} from an aunt.
? How many more {item} does {P} have than {Q}? | By how many {item} is {P} ahead of {Q}? | How many fewer {item} does {Q} have? | What is the difference between the two, in {item}?
? How many more {item} does {P} have now? | By how many {item} is {P} still ahead? | How many fewer {item} does {Q} have then? | What is the difference after that, in {item}?

= dollars for a {x}; {x.s} sold; dollars for a {y}; {y.s} sold; dollars a day for the place; days; dollars for advertising; money for {x.s}; money for {y.s}; money taken in; money for the place; money left; money left in the end
# $r 4-15; $q 3-12; $v 3-12; $e 3-40
@x lamp, rug, puppet, lantern, clay pot, straw hat
@y candle, cushion, mask, mat, mug, belt
- In {w} days at the fair, {P} sells {t} {x.s} for {$r} each and {u} {y.s} for {$q} each. The place costs {$v} a day. | {P} has a place at the fair for {w} days at {$v} a day. {t} {x.s} are sold at {$r} apiece, {u} {y.s} at {$q} apiece.
+ For posters {P} paid {$e}. | There are also {$e} to pay for posters.
? How much does {P} have left when the place is paid? | How much more does {P} take in than the place costs? | How many dollars remain after the place is paid? | What is left of the money after the place is paid?
? How much does {P} earn in the end? | How much is left after all costs? | How many dollars does {P} keep? | What is left for {P}?

= km an hour at first; hours at first; km an hour later; hours later; km an hour of the {w2}; hours of the {w2}; km of detour; km at first; km later; km of the {w1}; km of the {w2}; km more; km more in the end
# r 10-60/5; q 10-50/5; v 5-40/5
@w1 caravan, first ship, red car, pilot
@w2 rider, second ship, blue car, glider
- The {w1} goes {r} km an hour for {t} hours and then {q} km an hour for {u} hours. The {w2} goes {v} km an hour for {w} hours. | For {t} hours the {w1} does {r} km an hour, and for {u} more hours {q} km an hour. For {w} hours the {w2} does {v} km an hour.
+ Then the {w2} goes {e} km further. | The {w2} adds {e} km after that.
? How many km more does the {w1} cover? | By how many km is the way of the {w1} longer? | How many km fewer does the {w2} cover? | What is the difference of the two ways in km?
? How many km more has the {w1} covered then? | By how many km is the way of the {w1} still longer? | How many km fewer has the {w2} covered now? | What is the difference after that, in km?

= {item} an hour; hours; {item} an hour in the {b2}; hours in the {b2}; {item} in a {c0.0}; {c0.1}; {item} kept; {item} of the first part; {item} of the second part; {item} in all; {item} sent away; {item} still there; {item} left
@b2 evening, night, rain
@c0 crate/crates, wagon/wagons, parcel/parcels
@item toys, lamps, jars, books, shirts, bulbs
- A workshop makes {r} {item} an hour for {t} hours and, in the {b2}, {q} an hour for {u} hours. Then {w} {c0.1} with {v} {item} in each are sent away. | For {t} hours {r} {item} an hour come out of a workshop, and in the {b2} it is {q} an hour for {u} hours. {w} {c0.1} leave it with {v} {item} in each.
+ {e} of the others are kept for the owner. | The owner takes {e} of what is left.
? How many {item} are still there? | How many {item} are left in the workshop? | How many {item} are not sent away? | What number of {item} remains?
? How many {item} are left after that? | How many {item} does the workshop still have? | How many {item} can still be sold? | What number of {item} remains in the end?`,
    noise: false,
  }),
];
