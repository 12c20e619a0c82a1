import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Bills, reductions, shared costs and profits. */
export const numbersMoney: readonly Template[] = [
  structure({
    id: "nu-percent-off",
    steps: [1, 2, 3, 4],
    numbers: "q 10,20,25,30,40,50,75; $p 20-200/20; n 2-4; $f 5-60",
    work: "o=p%q; w=p-o; t=w*n; s=t+f",
    worlds: `
= percent off; old price; {item.s}; price of the {other}; money off; new price; price of the {item.s}; the whole price
@item jacket, tent, radio, carpet, bed, saddle, camera, violin
@other bag, lamp, strap, cover, book, bell
- In the sale, everything that {P} looks at is reduced by {q}[%| percent]. A {item} cost {$p} before. | A {item} used to cost {$p}. In the sale its price goes down by {q}[%| percent]. | There is {q}[%| percent] off in the sale, also for a {item} with an old price of {$p}.
+ The price tag is changed. | {P} takes a {item} to the till.
+ {P} takes {n} such {item.s}. | {n} of these {item.s} are bought by {P}.
+ {P.he} also buys a {other} for {$f}, which is not reduced. | For a {other} {P.he} pays the full price of {$f}.
? By how many dollars does the price go down? | How many dollars are taken off? | How much does one save on a {item}? | How much money is taken off the old price?
? How much does the {item} cost now? | What is the new price of the {item}? | How many dollars must one pay for it now? | What does it cost in the sale?
? How much does {P} pay for the {item.s}? | How much do these {item.s} cost together in the sale? | How many dollars does {P} pay? | What is the price of all of them?
? How much does {P} pay in all? | How many dollars does {P} spend? | What is the whole bill? | How much is it altogether?

= percent fewer; {item} at first; towns; {item} of the islands; {item} fewer; {item} this year; {item} in all towns; {item} altogether
# p 40-200/20; f 5-90
@item trams, libraries, cinemas, sheep, windmills, taxis, payphones
@why since people moved away, after a hard winter, because of a new law, after the war
- {^why}, a town has {q}[%| percent] fewer {item} than before, when there were {p}. | A town had {p} {item}. Now there are {q}[%| percent] fewer. | The number of {item} of a town was {p} and has fallen by {q}[%| percent].
+ A reporter writes about this. | Now they are counted again.
+ {n} towns of the country have as many as this one has now. | There are {n} such towns with equal numbers.
+ The islands, which are no towns, have {f} {item}. | To these come {f} {item} on the islands.
? By how many did the number of {item} fall? | How many {item} were lost? | How many fewer {item} are there? | How many {item} disappeared?
? How many {item} are there now? | How many {item} does the town still have? | What is the number of {item} today? | How many {item} are left?
? How many {item} do these towns have now in all? | How many {item} are there in the {n} towns together? | How many {item} is that for all of the towns? | What is the sum for the {n} towns?
? How many {item} are there with those of the islands? | How many {item} does the country have, if there are no others? | How many {item} is that altogether? | What is the number for the towns and the islands?

= percent eaten; {food} in a barrel; barrels; {food} in the kitchen; {food} eaten from a barrel; {food} left in a barrel; {food} in the barrels; {food} on the ship
# p 40-200/20; f 5-90
@food apples, biscuits, lemons, pickles, salt herrings, onions, potatoes
@who rats, sailors, mice, the crew, stowaways
- Of the {p} {food} in a barrel, {q}[%| percent] are eaten by {who}. | {^who} eat {q}[%| percent] of the {food} in a barrel. There were {p} in it. | A barrel with {p} {food} is opened, and {who} eat {q}[%| percent] of them.
+ Nobody takes more than that. | Then the cook closes the barrel.
+ There are {n} barrels on the ship, and the same happened to each of them. | The ship has {n} such barrels, all with the same number left.
+ In the kitchen there are {f} more {food}. | {f} other {food} lie in the kitchen.
? How many {food} are eaten? | How many {food} are missing then? | How many {food} of the barrel do they eat? | How many {food} is that?
? How many {food} are left in the barrel? | How many {food} remain in the barrel? | How many {food} are not eaten? | How many {food} are still in it?
? How many {food} are left in all the barrels? | How many {food} do the barrels still hold together? | How many {food} is that in the {n} barrels? | How many {food} are there in all the barrels now?
? How many {food} are there on the ship? | How many {food} are there with those in the kitchen? | How many {food} can the crew still have? | What is the number of {food} altogether?`,
  }),
  structure({
    id: "nu-bill-change",
    steps: [3, 4],
    numbers: "$p 2-15; n 2-9; $q 2-15; m 2-9; $c 50,60,80,100,150,200,250,300",
    work: "a=p*n; b=q*m; s=a+b; w=c-s",
    worlds: `
= price of a {x}; {x.s}; price of a {y}; {y.s}; money of {P}; price of the {x.s}; price of the {y.s}; the whole price; money left
@x ticket, cactus, rope, paint set, fish hook, harp string, hen
@y poster, flower pot, lamp, brush, net, song book, rabbit
- {P} buys {n} {x.s} for {$p} each and {m} {y.s} for {$q} each. | A {x} costs {$p} and a {y} {$q}. {P} needs {n} {x.s} and {m} {y.s}. | {n} {x.s} at {$p} apiece and {m} {y.s} at {$q} apiece are on the shopping list of {P}.
+ {P.he} has {$c} with {P.him}. | {P} came with {$c}. | In {P.his} pocket there is {$c}.
? How much does {P} pay altogether? | How much is the whole bill? | What must {P} pay? | How much money does {P} need?
? How much money does {P} have left after that? | How much is left in {P.his} pocket? | How many dollars does {P} take home? | How much does {P} still have afterwards?

= {coin} for a {x}; {x.s}; {coin} for a {y}; {y.s}; {coin} in the purse; {coin} for the {x.s}; {coin} for the {y.s}; {coin} spent; {coin} left
# p 2-15; q 2-15; c 60-300/10
@coin gold coins, silver pieces, ducats, shells, crowns
@x magic carpet, cloak, sword, crystal, owl
@y potion, torch, map of the caves, flying broom, frog
- At the market of the elves a {x} costs {p} {coin} and a {y} {q} {coin}. A knight takes {n} {x.s} and {m} {y.s}. | A knight buys {n} {x.s} for {p} {coin} each and {m} {y.s} for {q} {coin} each.
+ The purse of the knight had {c} {coin} in it. | Before, the knight had {c} {coin}.
? How many {coin} does the knight pay? | How many {coin} do these things cost altogether? | How many {coin} does the knight spend? | What is the price of everything, in {coin}?
? How many {coin} are left in the purse? | How many {coin} does the knight still have? | How many {coin} remain? | How many {coin} does the knight keep?

= minutes for a {x}; {x.s}; minutes for a {y}; {y.s}; minutes of the shift; minutes for the {x.s}; minutes for the {y.s}; minutes of work; minutes left
# p 4-15; q 4-15; c 90,100,120,150,180,200,240
@x sink, tire, clock, haircut, letter, chair
@y pipe, brake, watch, beard, parcel, stool
- A {x} takes a worker {p} minutes and a {y} takes {q} minutes. Today there are {n} {x.s} and {m} {y.s} to do. | Today {n} {x.s} and {m} {y.s} are waiting for a worker, who needs {p} minutes for a {x} and {q} minutes for a {y}.
+ The shift is {c} minutes long. | The worker has {c} minutes for it before the bus leaves.
? How many minutes of work is that? | How many minutes does the work take? | How long does the worker need, in minutes? | For how many minutes must the worker work?
? How many minutes are left after the work? | How many minutes does the worker have left? | How many minutes remain for a rest? | How long is the free time after the work, in minutes?

= kg of a {x}; {x.s}; kg of a {y}; {y.s}; kg the {v} can carry; kg of the {x.s}; kg of the {y.s}; kg in all; kg more
# p 4-20; q 4-20; c 150-500/10
@x sack, chest, bear, barrel, drum
@y box, bundle, seal, crate, harp
@v balloon, donkey cart, rope bridge, lift, raft, small plane
- A {x} weighs {p} kg, a {y} {q} kg. {n} {x.s} and {m} {y.s} are put on a {v}. | {n} {x.s} of {p} kg each and {m} {y.s} of {q} kg each are put on a {v}.
+ The {v} can bear {c} kg. | More than {c} kg would be too much for the {v}.
? How many kg is that altogether? | What do all these weigh together, in kg? | How many kg must the {v} bear? | How heavy is the whole load in kg?
? How many kg more can the {v} bear? | How many more kg could be put on the {v}? | How many kg are missing to the limit? | What can still be added, in kg?`,
    noise: false,
  }),
  structure({
    id: "nu-shared-cost",
    steps: [2, 3],
    numbers: "$a 30-180; $c 10-90; n 2-6; $m 20-90",
    work: "t=a+c; e=t/n; l=m-e",
    worlds: `
= price of the {x}; price of the {y}; people; money of {P}; the whole cost; share of each; money of {P} left
@x boat, cabin, band, bus, sauna, barbecue place
@y fuel, firewood, lights, driver, towels, food
- {n} friends, {P} among them, rent a {x} for {$a} and pay {$c} for the {y}. They split it evenly. | The {x} costs {$a} and the {y} {$c}; {P} and others, {n} people in all, share this equally. | {P} is one of {n} friends who pay {$a} for a {x} and {$c} for the {y}, all the same.
+ {P} came with {$m}. | Before paying, {P} had {$m}.
? How much does each of them pay? | How much is each person's share? | What does every friend pay? | How many dollars must each one give?
? How much does {P} have left? | How much money remains for {P}? | How many dollars are left in {P.his} purse? | How much does {P} still have?

= price of the {x}; price of the {y}; neighbors; money in the purse; the whole cost; share of each house; money left in the purse
@x new well, snow plow, street lamp, summer feast, playground slide, beehive
@y pump, salt, cable, music, sand, honey press
- {n} houses of a street want a {x} for {$a} and a {y} for {$c}. Every house pays the same. | The price of a {x} is {$a}, that of a {y} is {$c}. The {n} houses of a street buy both and pay equal parts.
+ One house has {$m} in its purse for such things. | In one of the houses there is a purse with {$m}, from which its part is paid.
? How much must each house pay? | How much is the part of one house? | What does every house pay? | How many dollars come from each house?
? How much is left in that purse? | How many dollars remain in that house's purse? | How much money is still in the purse? | What sum does this house have left?

= litres of {w.0}; litres of {w.1}; {cans}; litres for the {who}; litres of the mixture; litres in each; litres left
# a 30-180; c 10-90; m 20-90
@w red paint/white paint, apple juice/carrot juice, oil/vinegar, syrup/water, milk/coffee
@cans cans, barrels, tanks, pots, buckets
@who worker, helper, farmer, neighbor, merchant
- {a} litres of {w.0} and {c} litres of {w.1} are mixed and poured into {n} {cans}, equally much into each. | A {who} mixes {a} litres of {w.0} with {c} litres of {w.1} and fills {n} {cans} with equal parts of the mixture.
+ From another store, a {who} has {m} litres of the same mixture and gives one such part of it away. | In the next room are {m} litres of such a mixture, and as much as one of the {cans} holds is taken out of it.
? How many litres are in each of the {cans}? | How many litres does every one of the {cans} get? | How much is in one of the {cans}, in litres? | What is the part in each of the {cans}, in litres?
? How many litres remain of that other store? | How many litres are left in the other place? | How much of the other mixture is left, in litres? | How many litres of the {m} remain?`,
    noise: false,
  }),
  structure({
    id: "nu-profit",
    steps: [2, 3, 4],
    numbers: "n 5-40; $p 2-15; $c 20-200; k 2-6; $m 20-120",
    work: "x=n*p; y=x-c; z=y/k; w=z+m",
    worlds: `
= {item} sold; price of one; costs; partners; savings of each before; money taken in; profit; profit of each; money of each then
@item lemon cakes, wool socks, birdhouses, kites, pots of honey, bars of soap, tomato plants, baskets, comics
- {P} and friends sell {n} {item} for {$p} each. To make them cost {$c}. | {n} {item} are sold at {$p} apiece by {P} and friends, who had spent {$c} on making them. | After spending {$c} on materials, {P} and friends make {n} {item} and sell each for {$p}.
+ The {k} partners share the profit equally. | They are {k} people in all, and each one gets the same part of the profit.
+ {P} had {$m} before. | Into {P}'s jar, where {$m} is already, goes {P.his} part.
? How much profit do they make? | What is their profit? | How much do they earn after the costs? | How many dollars are left after the costs?
? How much does each of them get? | What is each partner's part of the profit? | How many dollars are there for each? | How much money does every partner get?
? How much does {P} have then? | How many dollars does {P} have with the profit? | How much money is {P}'s in the end? | What sum does {P} have now?

= tickets; price of one; costs; charities; money collected before; money taken in; money after the costs; money for each charity; money of one charity then
@show circus, concert, magic show, opera, soccer match, dog show, poetry night
@place hospital, animal home, school, fire brigade, library
- For a {show} {n} tickets are sold at {$p} each, and the evening costs {$c}. | A {show} costs {$c}, but {n} people come and pay {$p} each. | {n} visitors pay {$p} each to see a {show}, which costs {$c} to put on.
+ What is left goes in equal parts to {k} places, one of them the {place}. | {k} places share the profit equally; the {place} is one of them.
+ The {place} had got {$m} from the town before. | Before that, the {place} had {$m}.
? How much is left after the costs? | What is the profit of the {show}? | How many dollars does the evening bring after the costs? | How much money remains?
? How much does each place get? | How many dollars go to the {place}? | What is the part of the {place}? | How much does the {place} get?
? How much does the {place} have then? | How many dollars is that with the money from before? | How much money is it for the {place} altogether? | What sum does the {place} have now?

= {item}; price of one; costs; owners; money of each before; money taken in; profit; profit of each; money of each then
@item haircuts, boat rides, guided walks, photos, pony rides
- At {$p} apiece, {n} {item} are sold. Rent and material take {$c} of that. | A small firm sells {n} {item} for {$p} each and has costs of {$c}.
+ The {k} owners share what is left. | What remains is split equally by the {k} owners.
+ Each owner has {$m} in the bank already. | Each of the owners adds this to {$m} in the bank.
? How much is the profit? | How much money is left after the costs? | How many dollars does the firm earn? | What does the firm earn after the costs?
? How much does each owner get? | How many dollars are there for each owner? | What is the part of one owner? | How much money goes to each owner?
? How much does each owner have then? | How many dollars has each owner in the end? | What sum does each owner have? | How much is it with the money in the bank?

= {thing}; silver coins for one; silver coins for the way; friends; silver coins from before; silver coins got; silver coins left; silver coins for each; silver coins then
# n 5-40; p 2-15; c 20-200; k 2-6; m 20-120
@thing dragon scales, magic seeds, healing herbs, star stones, unicorn hairs
- {n} {thing} are sold for {p} silver coins each by a group of friends, who pay {c} silver coins for the way. | For every one of {n} {thing} a group of friends gets {p} silver coins. The way home costs them {c}.
+ They are {k} and share the rest equally. | The rest is shared by the {k} of them.
+ {P}, one of them, already has {m} silver coins. | In the purse of {P}, one of the friends, there are {m} silver coins.
? How many silver coins are left after that? | How many silver coins do they keep? | What is left, in silver coins? | How many silver coins can they share?
? How many silver coins does each of them get? | How many silver coins are there for each? | What is one share, in silver coins? | How many silver coins go to each friend?
? How many silver coins does {P} have then? | How many silver coins are in that purse in the end? | What does {P} own, in silver coins? | How many silver coins is that for {P}?`,
    noise: false,
  }),
];
