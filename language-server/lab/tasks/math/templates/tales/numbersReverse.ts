import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Comparisons told from the other side, halves, doublings. */
export const numbersReverse: readonly Template[] = [
  structure({
    id: "nu-reverse-more",
    steps: [1, 2, 3],
    numbers: "a 30-150; d 4-40; p 2-5",
    work: "b=a-d; t=a+b; m=t*p",
    worlds: `
= {who} in the {w.0}; {who} more than in the {w.1}; {thing} for each; {who} in the {w.1}; {who} in both; {thing} in all
@w day shift/night shift, big lodge/small lodge, first ship/second ship, summer camp/winter camp
@who workers, guests, nurses, miners, cooks, sailors
@thing blankets, keys, cups, meals, helmets
- There are {a} {who} in the {w.0}, which is {d} more than in the {w.1}. | The {w.0} has {a} {who}. That is {d} more than the {w.1} has. | With {a} {who}, the {w.0} has {d} more of them than the {w.1}.
+ Nobody is in both. | The two have no {who} in common.
+ Each of them gets {p} {thing}. | For every one of them {p} {thing} are needed.
? How many {who} are in the {w.1}? | How many {who} does the {w.1} have? | What is the number of {who} in the {w.1}? | How big is the {w.1}, in {who}?
? How many {who} are there in both? | How many {who} do the two have together? | What is the number of all the {who}? | How many {who} are there altogether?
? How many {thing} are needed? | How many {thing} is that? | How many {thing} do all of them get? | What is the number of {thing}?

= {item} of {P}; more than {Q}; dollars for each; {item} of {Q}; {item} of both; dollars for all
# $p 2-5
@item chess books, old maps, silver coins, model ships, jazz records, wind chimes, puppets, fossils
- {P} owns {a} {item}, {d} more than {Q}. | {P}'s {a} {item} are {d} more than {Q} has. | {Q} has fewer {item} than {P}: {P} has {a}, and the difference is {d}.
+ They decide to put everything into one collection. | All of these are shown in one room.
+ A dealer offers {$p} for each of them. | Each of them is worth {$p}.
? How many {item} does {Q} have? | How many {item} are {Q}'s? | What is the number of {item} of {Q}? | How many {item} belong to {Q}?
? How many {item} do the two have in all? | How many {item} are there altogether? | What is the number of {item} together? | How big is the whole collection, in {item}?
? How much are they worth together? | How many dollars are all of them worth? | What is the price of the whole? | How much money would that bring?

= {w.0}; more than {w.1}; photos of each; {w.1}; animals; photos
@w foxes/wolves, owls/eagles, dolphins/whales, toads/newts, zebras/giraffes, beavers/otters
@where reserve, bay, national park, valley
- In a {where} {a} {w.0} were counted, {d} more than {w.1}. | The number of {w.0} in a {where} is {a}. There are {d} fewer {w.1}. | {d} more {w.0} than {w.1} live in a {where}, and there are {a} {w.0}.
+ No other animals of this kind are on the list. | The list names only these two.
+ {P} takes {p} photos of each animal on the list. | Of each animal on the list there are {p} photos.
? How many {w.1} are there? | How many {w.1} were counted? | What is the number of {w.1}? | How many {w.1} does the {where} have?
? How many animals are on the list? | How many {w.0} and {w.1} are there together? | What is the number of animals? | How many animals is that in all?
? How many photos are there? | How many photos is that? | What is the number of photos? | How many photos are taken in all?`,
  }),
  structure({
    id: "nu-reverse-times",
    steps: [1, 2, 3],
    numbers: "k 2-8; a k*4-30; c 3-40",
    work: "b=a/k; t=a+b; r=t+c",
    worlds: `
= times as many; {item} on the {w.0}; {item} on the {w.2}; {item} on the {w.1}; {item} on both; {item} in all
@w big island/small island/mainland, front hill/back hill/shore, east bank/west bank/bridge, upper shelf/lower shelf/floor
@item goats, huts, wild roses, statues, nests, old boats
- The {w.0} has {a} {item}, {k*} as many as the {w.1}. | There are {a} {item} on the {w.0}. That is {k*} the number on the {w.1}. | On the {w.0} are {a} {item}, which is {k*} as many as on the {w.1}.
+ Both numbers go into a list. | The two numbers are put together.
+ Another {c} {item} are on the {w.2}. | To these come {c} {item} on the {w.2}.
? How many {item} are on the {w.1}? | How many {item} does the {w.1} have? | What is the number of {item} on the {w.1}? | How many {item} would one find on the {w.1}?
? How many {item} are on both? | How many {item} do the two have together? | What is the sum for the two? | How many {item} is that in all?
? How many {item} are there altogether? | How many {item} is that with the {w.2}? | What is the number of all {item}? | How many {item} do the three places have?

= times as much; dollars for the {w.0}; dollars for the {w.2}; dollars for the {w.1}; dollars for both; dollars in all
# $a k*4-30; $c 3-40
@w ring/earring/box, piano stool/song book/lamp, coat/belt/brush, bicycle/lock/bell, telescope/star map/bag
- The {w.0} costs {$a}, which is {k*} as much as the {w.1}. | The price of a {w.0} is {$a}, {k*} the price of a {w.1}. | {P} pays {$a} for a {w.0}. That is {k*} as much as {P.he} pays for a {w.1}.
+ {P} buys one of each. | {P} takes both.
+ A {w.2} for {$c} is bought as well. | {P.he} adds a {w.2} for {$c}.
? How much does the {w.1} cost? | What is the price of the {w.1}? | How many dollars does one pay for the {w.1}? | How much money is the {w.1}?
? How much do both cost together? | How much does {P} pay? | What is the price of the two? | How many dollars does {P} need for both?
? How much does {P} pay in all? | What is the whole price? | How many dollars does {P} spend? | How much is it altogether?

= times as long; minutes of the {w.0}; minutes of the {w.2}; minutes of the {w.1}; minutes of both; minutes in all
@w film/trailer/talk, concert/speech/break, flight/bus ride/walk, main course/soup/coffee, storm/first shower/rainbow
- The {w.0} lasts {a} minutes, {k*} as long as the {w.1}. | The {w.0} goes on for {a} minutes, which is {k*} the time of the {w.1}. | The {w.1} is short: the {w.0}, with {a} minutes, takes {k*} as long.
+ The one comes right after the other. | There is no time between the two.
+ The {w.2} takes {c} minutes more. | There is also the {w.2}, for {c} minutes.
? How many minutes does the {w.1} last? | How long is the {w.1} in minutes? | What is the time of the {w.1} in minutes? | For how many minutes does the {w.1} go on?
? How many minutes do both last? | How long are the two together in minutes? | What is the time for both in minutes? | How many minutes is that altogether?
? How many minutes does all this last? | How long are the three together in minutes? | What is the time for the three in minutes? | How many minutes is it in all?

= times as many; {who} of the {w.0}; {who} of the {w.2}; {who} of the {w.1}; {who} of both; {who} in all
@w king/duke/bishop, north army/south army/navy, old team/new team/youth team, big tribe/small tribe/river people
@who riders, archers, cooks, singers, boats, tents
- The {w.0} has {k*} as many {who} as the {w.1}. The number of the {w.0} is {a}. | {a} {who} belong to the {w.0}, which makes {k*} as many as the {w.1} has.
+ The two join. | Both come to one place.
+ The {w.2} sends {c} {who}. | Then {c} {who} of the {w.2} come as well.
? How many {who} does the {w.1} have? | What is the number of {who} of the {w.1}? | How many {who} belong to the {w.1}? | How many {who} are those of the {w.1}?
? How many {who} do the two have together? | What is the number of {who} of both? | How many {who} is that for both? | How many {who} are there then?
? How many {who} are there in all? | What is the number of all the {who}? | How many {who} do the three have? | How many {who} is that with the {w.2}?`,
    noise: false,
  }),
  structure({
    id: "nu-half-and-more",
    steps: [2, 3, 4],
    numbers: "a 2*8-60; d 3-30; e 10-90",
    work: "b=a/2; c=b+d; t=a+b+c; r=t-e",
    worlds: `
= {item} on Monday; more on Wednesday; {item} used; {item} on Tuesday; {item} on Wednesday; {item} in all; {item} left
@item knots, drawings, bricks, fish, clay bells, mushrooms, waffles
- On Monday {P} gets {a} {item}, on Tuesday half as many. On Wednesday it is {d} more than on Tuesday. | {P} gets {a} {item} on Monday, half that number on Tuesday, and on Wednesday {d} more than on Tuesday.
+ The three days are put together. | {P} keeps all of these in one place.
+ {e} of the {item} are used up. | A friend gets {e} of the {item}.
? How many {item} is that on Wednesday? | How many {item} does {P} get on Wednesday? | What is the number of {item} on Wednesday? | How many {item} belong to Wednesday?
? How many {item} are there in all? | How many {item} does {P} get on the three days? | What is the number of {item} for all three days? | How many {item} is that altogether?
? How many {item} are left? | How many {item} does {P} still have? | What number of {item} remains? | How many {item} are still there?

= {who} of class A; more of class C; {who} who go home; {who} of class B; {who} of class C; {who} in all; {who} who stay
@who dancers, judo fighters, painters, swimmers, chess players
- Group A has {a} {who}, group B half as many as group A. In group C there are {d} more than in group B. | There are {a} {who} in group A. Group B is half as big, and group C has {d} {who} more than group B.
+ The three groups meet in one hall. | All three groups come together.
+ {e} of the {who} go home early. | After an hour {e} of the {who} leave.
? How many {who} are in group C? | How many {who} does group C have? | What is the number of {who} in group C? | How big is group C?
? How many {who} are in the hall? | How many {who} do the groups have together? | What is the number of all the {who}? | How many {who} are there altogether?
? How many {who} stay? | How many {who} are still there? | What number of {who} remains? | How many {who} do not leave?

= km to the {w.0}; more km; km done; km to the {w.1}; km to the {w.2}; km in all; km left
@w capital/port/border, moon base/crater/far pole, oasis/well/salt lake, first camp/second camp/top
- It is {a} km to the {w.0}. From there to the {w.1} it is half as far, and the last part, to the {w.2}, is {d} km longer than the second. | A trip has three parts. The first, to the {w.0}, is {a} km long, the second, to the {w.1}, half as long, and the third, to the {w.2}, is {d} km longer than the second.
+ {P} does the three parts one after the other. | {P} wants to do the whole trip.
+ {P} has done {e} km so far. | {e} km lie behind {P}.
? How many km is the last part? | How long is the third part in km? | What is the length of the part to the {w.2}, in km? | How many km is it from the {w.1} to the {w.2}?
? How many km is the whole trip? | How long are the three parts in km? | What is the length of the trip in km? | How many km is that in all?
? How many km are left? | How far must {P} still go, in km? | What is the rest of the trip in km? | How many km are still to do?

= {item} from the first tree; more from the third; {item} eaten; {item} from the second tree; {item} from the third tree; {item} in all; {item} left
@item pears, figs, plums, walnuts, oranges, mangos
- The first tree gives {a} {item}, the second half as many. The third gives {d} more than the second. | From the first of three trees come {a} {item}. The second gives half that number, and the third {d} more than the second.
+ All of them go into one cart. | {P} puts everything into one big box.
+ Boys from next door take {e} of them. | {e} {item} are eaten by wasps and birds.
? How many {item} does the third tree give? | How many {item} come from the third tree? | What is the number of {item} from the third tree? | How many {item} are those of the third tree?
? How many {item} do the three trees give? | How many {item} is that in all? | What is the number of {item} from all three? | How many {item} are there altogether?
? How many {item} are left? | How many {item} does {P} have then? | What number of {item} remains? | How many {item} are still there?`,
    noise: false,
  }),
  structure({
    id: "nu-growing-crowd",
    steps: [2, 3, 4],
    numbers: "a 4-40; k 2-5; n 2-6; p 2-9",
    work: "x=a*k; y=a+x; z=y/n; w=z*p",
    worlds: `
= {who} at first; times as many; {table.s}; {food} on each; new {who}; {who} in all; {who} at a {table}; {food} for a {table}
@who guests, pilgrims, pirates, robots, students, goblins
@table table, tent, boat, room
@food apples, cups, buns, candles
- {a} {who} are there when {k*} as many come in. | First there are {a} {who}. Then {k*} that number arrive. | To {a} {who} come {k*} as many new ones.
+ All of them go to {n} {table.s}, equally many to each. | They are spread equally over {n} {table.s}.
+ For each of the {who}, {p} {food} are handed out. | Each of the {who} gets {p} {food}.
? How many {who} are there then? | How many {who} is that together? | What is the number of {who} now? | How many {who} are there in all?
? How many {who} are there at each {table}? | How many {who} does each {table} get? | What number of {who} goes to one {table}? | How many {who} belong to every {table}?
? How many {food} does each {table} need? | How many {food} go to one {table}? | What is the number of {food} for a {table}? | How many {food} are handed out at every {table}?

= {item} at first; times as many; {box.s}; grams of each; new {item}; {item} in all; {item} in a {box}; grams of a {box}
# p 2-9
@item stones, buttons, figs, shells, acorns
@box bag, jar, tin, sack
- {P} has {a} {item} and then finds {k*} that number. | {P}, who had {a} {item}, gets another {k*} that number.
+ All of them fit into {n} {box.s}, the same number in each. | {P} fills {n} {box.s} with equally many {item}.
+ Each of the {item} weighs {p} grams. | The weight of each is {p} grams.
? How many {item} does {P} have then? | How many {item} is that together? | What is the number of {item} now? | How many {item} are there in all?
? How many {item} are in each {box}? | How many {item} does one {box} hold? | What number of {item} goes into a {box}? | How many {item} are there in every {box}?
? How many grams of {item} are in each {box}? | How much do the {item} of one {box} weigh, in grams? | What is the weight of the {item} in one {box}, in grams? | How heavy are the {item} of one {box}, in grams?

= {bird} at first; times as many; {place.s}; seeds for each; new {bird}; {bird} in all; {bird} at a {place}; seeds for a {place}
@bird geese, sparrows, cranes, ducks, doves
@place pond, tree, feeder, field
- In the morning there are {a} {bird}. By noon {k*} that number have flown in. | {k*} as many {bird} fly in as were there in the morning, when one could count {a}.
+ In the evening all of them are at {n} {place.s}, the same number at each. | At night they settle at {n} {place.s} in equal groups.
+ {P} puts out {p} seeds for each of them. | Each of the {bird} gets {p} seeds.
? How many {bird} are there at noon? | How many {bird} is that together? | What is the number of {bird} at noon? | How many {bird} are there in all?
? How many {bird} are there at each {place}? | How many {bird} settle at one {place}? | What number of {bird} is at one {place}? | How many {bird} has every {place}?
? How many seeds does each {place} need? | How many seeds are put out at one {place}? | What is the number of seeds for one {place}? | How many seeds are needed at every {place}?

= dollars at first; times as much; {thing.s}; times that price; dollars more; dollars in all; price of a {thing}; the other price
# $a 4-40; p 2-9
@thing lamp, book, plate, cap, mug
- {P} had {$a} and earned {k*} that sum in the holidays. | In the holidays {P} earned {k*} the sum that was already there, which was {$a}.
+ All of it was spent on {n} {thing.s} of the same price. | With all this money {P} bought {n} {thing.s}, which all cost the same.
+ A friend sells such a {thing} for {p} times that price. | In another shop a {thing} like this costs {p} times as much.
? How much money did {P} have then? | How many dollars is that together? | What sum did {P} have after the holidays? | How much was there in all?
? How much did each {thing} cost? | What was the price of a {thing}? | How many dollars did {P} pay for one {thing}? | How much was one {thing}?
? How much does the other one cost? | What is that other price? | How many dollars is the other {thing}? | How much would one pay there?`,
    noise: false,
  }),
  structure({
    id: "nu-fraction-gap",
    steps: [2, 3],
    numbers: "f 2/3,3/4,3/5,4/5; t f*6-50",
    work: "x=t:f; y=t-x; g=x-y",
    worlds: `
= {who}; {who} for the {w.0}; {who} for the {w.1}; the gap
@w lake/mountain, morning/evening, bridge/tunnel, red flag/blue flag, train/ship
@who members, families, villagers, pupils, players
- {t} {who} vote. {f} of them are for the {w.0}, and all the others are for the {w.1}. | Of {t} {who}, {f} vote for the {w.0}, while the rest vote for the {w.1}. | In a vote with {t} {who}, {f} want the {w.0} and the rest want the {w.1}.
? How many {who} are for the {w.1}? | How many {who} vote for the {w.1}? | What is the number of {who} for the {w.1}? | How many votes does the {w.1} get?
? By how many votes does the {w.0} win? | How many more {who} are for the {w.0} than for the {w.1}? | What is the difference between the two, in votes? | How many votes more does the {w.0} get?

= {item}; {item} of {P}; {item} of {Q}; the gap
@item dragon eggs, bottle caps, stamps, walnuts, glow sticks, pine cones, bus tickets
- {P} and {Q} have {t} {item} together. {f} of them are {P}'s, the rest are {Q}'s. | Of the {t} {item} that {P} and {Q} have, {f} belong to {P} and the others to {Q}.
? How many {item} belong to {Q}? | How many {item} are {Q}'s? | What is the number of {item} of {Q}? | How many {item} does {Q} have?
? How many more {item} does {P} have than {Q}? | By how many {item} is {P} ahead? | What is the difference, in {item}? | How many fewer {item} does {Q} have?

= {land}; {land} with {w.0}; {land} with {w.1}; the gap
@w potatoes/beans, roses/lilies, vines/olive trees, carrots/onions
@land fields, beds, gardens, terraces
- On {f} of the {t} {land} of a farm grow {w.0}, on the others {w.1}. | A farm has {t} {land}. {f} of them are planted with {w.0} and the rest with {w.1}.
? How many {land} are planted with {w.1}? | On how many {land} are there {w.1}? | What is the number of {land} with {w.1}? | How many {land} are there for {w.1}?
? How many more {land} have {w.0} than {w.1}? | By how many {land} are the {w.0} ahead? | What is the difference, in {land}? | How many fewer {land} have {w.1}?

= {item}; {item} in the {w.0}; {item} in the {w.1}; the gap
@w cellar/attic, front room/back room, big tank/small tank, old wing/new wing
@item jars, wine bottles, statues, wooden beds, trunks, chairs
- There are {t} {item} in a house. In the {w.0} there are {f} of them, all others are in the {w.1}. | A house has {t} {item}: {f} of these are in the {w.0} and the rest in the {w.1}.
? How many {item} are in the {w.1}? | How many {item} does the {w.1} have? | What is the number of {item} in the {w.1}? | How many {item} could one see in the {w.1}?
? How many more {item} are in the {w.0} than in the {w.1}? | By how many {item} is the {w.0} ahead? | What is the difference between the two, in {item}? | How many fewer {item} are in the {w.1}?`,
  }),
];
