import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Prices with cents: several of a thing, two things, change and sharing. */
export const numbersPrices: readonly Template[] = [
  structure({
    id: "nu-cents-many",
    steps: [1, 2, 3],
    cents: true,
    numbers: "$p 0.5-6/0.25; n 2-9; $b 1-9/0.5; $m 40,50,60,80",
    work: "x=p*n; y=x+b; z=m-y",
    worlds: `
= price of one; {item}; price of the {other}; money of {P}; price of the {item}; price of everything; money left
@item postcards, bagels, ropes of licorice, bus tickets, roses, ice lollies, pens, cans of paint, herbs in pots
@other umbrella, book, cap, poster, basket, calendar
- {P} buys {n} {item} at {$p} each. | One of the {item} costs {$p}, and {P} takes {n}. | {n} {item} are on {P}'s list, and they cost {$p} apiece.
+ {P} also takes a {other} for {$b}. | There is also a {other} for {$b} in the basket.
+ {P.he} has {$m}. | {P} pays with {$m}.
? How much do the {item} cost? | How many dollars must {P} pay for the {item}? | What is the price of the {n} {item}? | How much does {P} pay for the {item}?
? How much does {P} pay in all? | What is the price of everything? | How many dollars is that with the {other}? | How much is it altogether?
? How much does {P} have left? | How much change is there? | How many dollars does {P} get back? | How much money remains?

= price of a km; km; fixed fee; money of {P}; price of the km; price of the ride; money left
# $p 1-4/0.25; n 4-12; $b 2-6/0.5; $m 60,80,100
@v taxi, water taxi, horse cab, rickshaw, helicopter of a toy park
- A {v} takes {$p} for each km, and {P} goes {n} km. | For a ride of {n} km {P} takes a {v}, which costs {$p} a km.
+ There is a fixed fee of {$b} as well. | To this comes a fee of {$b}.
+ {P} has {$m} before the ride. | Before the ride there is {$m} in {P}'s pocket.
? How much do the km cost? | How much is it for the km alone? | What is the price of {n} km? | How many dollars are paid for the distance?
? How much does the ride cost in all? | What is the price of the ride with the fee? | How many dollars does {P} pay? | How much is the whole ride?
? How much does {P} have after the ride? | How many dollars are left? | How much money remains? | What is left in the pocket?

= dollars a day; days; fee for cleaning; money put aside; cost of the days; cost in all; money left
# $p 2-9/0.5; n 2-12; $b 3-12/0.5; $m 100,120,150,200
@thing tent, pair of skis, bike, wheelbarrow, costume, projector
- To rent a {thing} costs {$p} a day, and {P} keeps it for {n} days. | {P} rents a {thing} for {n} days at {$p} a day.
+ In the end there is {$b} to pay for cleaning. | Cleaning costs another {$b}.
+ {P} had put aside {$m} for it. | For this {P} took {$m} along.
? How much do the days cost? | What is the rent for {n} days? | How many dollars are paid for the days? | How much is the rent?
? How much does {P} pay in all? | What is the whole cost? | How many dollars is that with the cleaning? | How much is it altogether?
? How much is left of that money? | How many dollars does {P} keep? | How much money remains? | What is left in the end?

= price of a metre; metres; price of the scissors; money of {P}; price of the {stuff}; price of everything; money left
# $p 1-4/0.25; n 2-12; $b 3-9/0.5; $m 60,80,100
@stuff silk, rope, wire, lace, hose, felt
- One metre of {stuff} costs {$p}, and {P} needs {n} metres. | {P} buys {n} metres of {stuff} at {$p} a metre. | For {n} metres of {stuff}, at {$p} a metre, {P} goes to the shop.
+ A pair of scissors for {$b} is added. | {P.he} takes scissors for {$b}, too.
+ {P} came with {$m}. | In the wallet there was {$m}.
? How much does the {stuff} cost? | What is the price of the {stuff}? | How many dollars is the {stuff}? | How much must be paid for the {stuff}?
? How much does {P} pay in all? | What is the price of everything? | How many dollars is that with the scissors? | How much is it altogether?
? How much does {P} have left? | How much money remains? | How many dollars are left in the wallet? | What is left after that?`,
    noise: false,
  }),
  structure({
    id: "nu-cents-two",
    steps: [1, 2, 3],
    cents: true,
    numbers: "$a 1-12/0.25; $b 1-12/0.25; $m 25-50/5; n 2-5",
    work: "s=a+b; r=m-s; e=r/n",
    worlds: `
= price of the {w.0}; price of the {w.1}; money of {P}; children; price of both; money left; money for each
@w soup/roll, kite/string, comic/pencil, plant/pot, ticket/drink, brush/comb, map/compass
- {P} buys a {w.0} for {$a} and a {w.1} for {$b}. | A {w.0} at {$a} and a {w.1} at {$b} are what {P} needs. | The {w.0} that {P} wants costs {$a}, the {w.1} costs {$b}.
+ {P} pays with {$m}. | {P} came to the shop with {$m}.
+ {P.he} gives what is left to {n} children in equal parts. | {n} children share the rest of the money equally.
? How much do the two cost? | How much does {P} pay? | What is the price of both? | How many dollars are both together?
? How much money is left? | How much does {P} get back? | How many dollars does {P} have after that? | What remains of the money?
? How much does each child get? | How many dollars are there for each child? | What is the part of one child? | How much money goes to each of the children?

= money for {w.0}; money for {w.1}; price of the tickets; helpers; money earned; money left; money for each
# $m 4-10/2
@w mowing/watering, shopping/cooking, singing/dancing, sweeping/dusting, painting/sewing
- For {w.0} {P} got {$a}, and for {w.1} {$b}. | {P} got {$a} for {w.0} and {$b} for {w.1}. | {P}'s pay was {$a} for {w.0} and {$b} for {w.1}.
+ {$m} of it went for bus tickets. | {P} spent {$m} of this on bus tickets.
+ The rest was divided equally among {n} helpers, {P} being one of them. | {n} helpers got equal parts of the rest.
? How much did {P} earn? | How much money was that? | What did the two bring in all? | How many dollars did both bring?
? How much was left? | How many dollars remained? | How much of it did {P} still have? | What was left of the pay?
? How much did each helper get? | How many dollars were there for each helper? | What was one part? | How much money did each of them get?

= price of the {w.0}; price of the {w.1}; money in the tin; {who}; price of both; money left; money for each
@w medicine/cream, glue/paint, flour/honey, rope/wire, seeds/fertilizer, ink/paper
@who helpers, sisters, neighbors, students
- From a tin with their common money, {who} buy some {w.0} for {$a} and some {w.1} for {$b}. | The {w.0} costs {$a}. The {w.1}, which is also needed, costs {$b}.
+ There was {$m} in the tin. | The tin held {$m} before that.
+ The rest is given back to the {n} {who} in equal parts. | The {n} {who} share the rest equally.
? How much do they pay? | How many dollars are the two together? | What is the price of both? | How much do both cost?
? How much is left in the tin? | How many dollars stay in the tin? | What remains in the tin? | How much money is still there?
? How much does each of the {who} get? | How many dollars are there for each? | What does each of the {who} get back? | How much money is one part?

= dollars for parking; dollars for fuel; money taken along; children; cost in all; money left; money for each
@trip trip to the sea, drive to the zoo, visit to the caves, day at the lake
- On the {trip}, {P} pays {$a} for parking and {$b} for the fuel. | Parking costs {$a} on the {trip}, and the fuel costs {$b}.
+ {P} took {$m} along. | The family had {$m} with them for this day.
+ {n} children get equal parts of the rest for ice cream. | The rest is for the {n} children, who all get the same.
? How much is that together? | How many dollars are paid? | What do both cost? | How much does {P} pay for the two?
? How much is left? | How many dollars are left after that? | What remains of the money? | How much money is still there?
? How much does each child get? | How many dollars are there for each child? | What is one child's part? | How much money goes to each child?`,
    noise: false,
  }),
];
