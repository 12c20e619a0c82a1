import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** What is needed, what is there, what is missing and what it costs. */
export const numbersNeeds: readonly Template[] = [
  structure({
    id: "nu-missing-packs",
    steps: [1, 2, 3],
    numbers: "g 60-300; h 10-150; p 2-8; $q 2-9",
    work: "x=g-h; y=x/p; z=y*q",
    worlds: `
= {item} needed; {item} there; {item} in a {pack}; price of a {pack}; {item} missing; {pack.s}; cost of the {pack.s}
@item roof tiles, light bulbs, tent pegs, name tags, hooks, candles, party hats, screws, seedlings
@pack box, pack, crate, bag
- {g} {item} are needed, but only {h} are there. | There are {h} {item}, and {g} is what {P} needs. | {P} has {h} of the {g} {item} that are needed. | Of the {item}, {P} needs {g}. {h} are in the store.
+ One {pack} has {p} {item} in it. | The {item} come in {pack.s} of {p}.
+ A {pack} costs {$q}. | The price of a {pack} is {$q}.
? How many {item} are missing? | How many more {item} are needed? | How many {item} must still be found? | How many {item} does {P} still need?
? How many {pack.s} must {P} buy? | How many {pack.s} are needed for the rest? | How many {pack.s} is that? | What is the number of {pack.s} to buy?
? How much do these {pack.s} cost? | How much does {P} pay for the {pack.s}? | How many dollars are needed for them? | What must {P} pay for what is missing?

= {who} invited; {who} with a seat; {who} on a {seat}; price of a {seat}; {who} without a seat; {seat.s}; cost of the {seat.s}
@who guests, parents, musicians, pensioners, soldiers, nurses
@seat bench, sofa, log, mat
- {g} {who} will come to the feast. {h} of them have a seat already. | There are seats for {h} of the {g} {who} who will come to the feast.
+ For the others {seat.s} are borrowed, and {p} {who} fit on each {seat}. | The rest will sit on borrowed {seat.s}, {p} on each.
+ To borrow a {seat} costs {$q}. | {$q} is paid for each {seat}.
? How many {who} have no seat? | For how many {who} is a seat missing? | How many {who} still need a seat? | How many {who} are without a seat?
? How many {seat.s} are needed? | How many {seat.s} must be borrowed? | How many {seat.s} is that? | What is the number of {seat.s}?
? How much do the {seat.s} cost? | How many dollars are paid for the {seat.s}? | What is the price for all the {seat.s}? | How much money is needed for the {seat.s}?

= km to the {goal}; km done; km per {time}; {drink} per {time}; km left; {time.s}; {drink} needed
# q 2-9; p 2-12
@goal sea, pole, ruined city, border, spring of the river
@time day, hour
@drink bottles, water bags, fish, biscuits
- It is {g} km to the {goal}, and the travelers have done {h} km. | The travelers are on the way to the {goal}, {g} km from home, and {h} km are behind them.
+ They do {p} km per {time}. | In one {time} they get {p} km further.
+ Every {time} they use {q} {drink}. | In every {time} they need {q} {drink}.
? How many km are left? | How far is it still, in km? | How many km must they still go? | What is the rest of the way in km?
? How many {time.s} does the rest take? | How many {time.s} are they still on the way? | How many more {time.s} do they need? | After how many {time.s} are they there?
? How many {drink} do they need for the rest? | How many {drink} are used on the rest of the way? | How many {drink} must they still have? | What number of {drink} is needed for the rest?

= pages of the {text}; pages translated; pages a day; dollars a day; pages left; days; pay for the rest
@text novel, law book, play, user guide, diary
- A translator has to do a {text} of {g} pages, and {h} pages are done. | Of the {g} pages of a {text}, a translator has done {h}.
+ The translator does {p} pages a day. | {p} pages are possible in a day.
+ A day of work is paid with {$q}. | For each day the translator gets {$q}.
? How many pages are left? | How many pages must still be done? | How many pages are missing? | What is left of the {text}, in pages?
? How many days does the rest take? | In how many days is the rest done? | How many more days are needed? | For how many days must the translator work?
? How much is paid for the rest? | How many dollars does the translator get for the rest? | What is the pay for what is left? | How much does the rest cost?

= {thing} to paint; {thing} painted; {thing} from a pot; price of a pot; {thing} left; pots; cost of the pots
@thing eggs, masks, tiles, chairs, flower pots, toy soldiers
- {P}'s class wants to paint {g} {thing}, and {h} are finished. | {h} of the {g} {thing} that {P}'s class wants to paint are finished.
+ One pot of color is enough for {p} of them. | With one pot of color {p} {thing} can be painted.
+ A pot is {$q}. | Each pot costs {$q}.
? How many {thing} are not painted yet? | How many {thing} are left? | How many {thing} must still be painted? | What number of {thing} is not finished?
? How many pots are needed for the rest? | How many pots does the class need? | How many pots is that? | What is the number of pots for the rest?
? How much do these pots cost? | How many dollars are needed for the pots? | What is the price of the pots? | How much does the class pay for color?`,
    noise: false,
  }),
  structure({
    id: "nu-sum-and-goal",
    steps: [1, 2, 3],
    numbers: "a 10-90; b 10-90; c 10-90; g 100-400; n 2-6",
    work: "s=a+b+c; x=g-s; y=x/n",
    worlds: `
= {item} in {m.0}; {item} in {m.1}; {item} in {m.2}; goal; months left; {item} so far; {item} missing; {item} a month
@m March/April/May, June/July/August, September/October/November
@item bird boxes, blood donors, trees, new members, bicycles, pages, visits
- A club counts {a} {item} in {m.0}, {b} in {m.1} and {c} in {m.2}. | In {m.0} there were {a} {item}, in {m.1} {b} and in {m.2} {c}, says the report of a club. | {a}, {b} and {c} {item} are what a club had in {m.0}, {m.1} and {m.2}.
+ The goal of the year is {g}. | For this year the club wants {g}.
+ {n} months are left, and each of them is to bring equally many. | In each of the {n} months that follow the number is to be the same.
? How many {item} were there in the three months? | How many {item} is that in all? | What is the sum of the three months? | How many {item} does the report show altogether?
? How many {item} are missing? | How many more {item} does the club need? | How many {item} must still come? | How far from the goal is the club, in {item}?
? How many {item} does each month need? | How many {item} must there be in each of these months? | How many {item} a month are needed? | What must one month bring, in {item}?

= kg of the {t.0}; kg of the {t.1}; kg of the {t.2}; kg allowed; bags; kg in all; kg left; kg for each bag
# a 10-60; b 10-60; c 10-60; g 150-400; n 2-6
@t drum/harp/piano stool, tent/stove/raft, bear/seal/wolf, statue/mirror/chest
@v lift, balloon, boat, old bridge, small plane
- A {t.0} of {a} kg, a {t.1} of {b} kg and a {t.2} of {c} kg must go on a {v}. | On a {v} there are three things: a {t.0} with {a} kg, a {t.1} with {b} kg and a {t.2} with {c} kg.
+ The {v} can carry {g} kg. | {g} kg is the most that the {v} can carry.
+ Besides, {n} bags of equal weight use up all that is left. | With {n} bags of the same weight the limit is just reached.
? How many kg do the three weigh? | How heavy are the three together, in kg? | What is the weight of all three in kg? | How many kg is that altogether?
? How many kg more could it carry? | How many kg are left to the limit? | What weight can still be added, in kg? | How many kg are free?
? How many kg does each bag weigh? | How heavy is each bag in kg? | What is the weight of one bag in kg? | How many kg is a single bag?

= minutes of {P}; minutes of {Q}; minutes of {R}; minutes of the shift; others; minutes of the three; minutes left; minutes for each
# a 10-90/5; b 10-90/5; c 10-90/5; g 150-400/10
@what watch, phone duty, ticket desk, fire watch, kitchen duty, radio
- {P} does {a} minutes at the {what}, {Q} {b} minutes and {R} {c} minutes. | At the {what}, {P} stays for {a} minutes, {Q} for {b} minutes and {R} for {c} minutes.
+ The whole time is {g} minutes. | In all, {g} minutes must be covered, one person at a time.
+ {n} others share the rest equally. | The rest is done by {n} others, the same time each.
? How many minutes do the three cover? | How many minutes is that in all? | How long are the three there together, in minutes, one after the other? | What is the sum of their minutes?
? How many minutes are not covered by the three? | How many minutes are left for others? | How many minutes are still open? | What part of the time in minutes is left?
? How many minutes does each of the others do? | How long is each of the others there, in minutes? | How many minutes are there for each of the others? | What is the time of each of the others in minutes?`,
    noise: false,
  }),
  structure({
    id: "nu-nested",
    steps: [1, 2, 3, 4],
    numbers: "a 2-8; b 2-9; c 2-9; d 5-60; e 2-6",
    work: "x=a*b; y=x*c; z=y-d; w=z/e",
    worlds: `
= {t.0}; {t.1} in each; {t.2} in each; {t.2} taken out; {who}; {t.1}; {t.2}; {t.2} left; {t.2} for each
@t houses/rooms/windows, trains/wagons/seats, castles/towers/flags, cupboards/drawers/folders, trees/branches/nests, villages/wells/buckets, ships/cabins/beds
@who painters, workers, helpers, inspectors
- There are {a} {t.0}, and each has {b} {t.1}. | In each of {a} {t.0} there are {b} {t.1}. | {b} {t.1} belong to each of the {a} {t.0}.
+ Each of the {t.1} has {c} {t.2}. | For each of the {t.1} there are {c} {t.2}.
+ {d} of the {t.2} are new. | Everything is old, only {d} of the {t.2} are new.
+ The old {t.2} are checked by {e} {who}, each of whom checks the same number. | {e} {who} share the work of checking the old {t.2} equally.
? How many {t.1} are there? | How many {t.1} is that in all? | What is the number of {t.1}? | How many {t.1} are there altogether?
? How many {t.2} are there? | How many {t.2} is that in all? | What is the number of {t.2}? | How many {t.2} are there altogether?
? How many {t.2} are old? | How many old {t.2} are there? | What is the number of old {t.2}? | How many of the {t.2} are not new?
? How many {t.2} does each of the {who} check? | How many {t.2} are there for each of the {who}? | What is the number of {t.2} for each of the {who}? | How many {t.2} must each of them check?

= shelves; boxes on a shelf; {item} in a box; {item} sold; shops; boxes; {item}; {item} left; {item} for a shop
@item puzzles, tea cups, clocks, soaps, lamps, dolls
- A store room has {a} shelves with {b} boxes on each. | On each of the {a} shelves of a store room stand {b} boxes.
+ In every box are {c} {item}. | Each box holds {c} {item}.
+ {d} of the {item} are sold. | A buyer takes {d} {item}.
+ {e} shops get equal parts of the rest. | The rest goes in equal parts to {e} shops.
? How many boxes are there? | How many boxes is that? | What is the number of boxes? | How many boxes does the store room hold?
? How many {item} are there? | How many {item} is that? | What is the number of {item}? | How many {item} does the store room hold?
? How many {item} are left? | How many {item} are still there? | What number of {item} remains? | How many {item} does the store room still hold?
? How many {item} does each shop get? | How many {item} are there for each shop? | What is the part of a shop, in {item}? | How many {item} go to every shop?

= days; {visit} a day; {thing} each time; {thing} lost; {who}; {visit} in all; {thing}; {thing} left; {thing} for each
@visit dives, walks, flights, trips
@thing shells, pictures, samples, photos
@who museums, teachers, readers, friends
- In {a} days {P} makes {b} {visit} a day. | {P} makes {b} {visit} on each of {a} days.
+ Each time {P} brings {c} {thing}. | {P} comes back with {c} {thing} every time.
+ {d} of the {thing} are lost. | {P} throws away {d} bad {thing}.
+ The others are sent to {e} {who}, equally many to each. | {e} {who} get the rest in equal parts.
? How many {visit} is that? | How many {visit} does {P} make? | What is the number of {visit}? | How many {visit} are there in all?
? How many {thing} does {P} bring? | How many {thing} is that? | What is the number of {thing}? | How many {thing} are there in all?
? How many {thing} are left? | How many {thing} does {P} still have? | What number of {thing} remains? | How many {thing} can {P} keep?
? How many {thing} does each of the {who} get? | How many {thing} are there for each of the {who}? | How many {thing} go to each of the {who}? | What is one part, in {thing}?

= {t.0}; {t.1} in each; {t.2} in each; {t.2} broken; {who}; {t.1}; {t.2}; {t.2} left; {t.2} for each
@t chests/boxes/jewels, cabinets/trays/beetles, albums/pages/stamps, halls/cases/vases, sacks/nets/lemons
@who thieves, heirs, museums, collectors
- {a} {t.0} are opened, and {b} {t.1} are found in each of them. | Inside each of {a} {t.0} are {b} {t.1}.
+ There are {c} {t.2} in each of the {t.1}. | Every one of the {t.1} has {c} {t.2} in it.
+ {d} of the {t.2} are worth nothing and are left there. | All {t.2} but {d} are taken along.
+ {e} {who} divide those that are taken along equally. | What is taken along goes to {e} {who} in equal parts.
? How many {t.1} are there? | How many {t.1} is that? | What is the number of {t.1}? | How many {t.1} are found in all?
? How many {t.2} are there? | How many {t.2} is that? | What is the number of {t.2}? | How many {t.2} are found in all?
? How many {t.2} are taken along? | How many {t.2} are not left there? | What is the number of {t.2} taken along? | How many {t.2} leave the place?
? How many {t.2} does each of the {who} get? | How many {t.2} are there for each of the {who}? | What is the part of each of the {who}, in {t.2}? | How many {t.2} go to each of the {who}?`,
  }),
  structure({
    id: "nu-unit-price",
    steps: [1, 2, 3],
    numbers: "n 2-9; $c n*2-12; m 2-12; $h 50,60,80,100,120,150",
    work: "u=c/n; t=u*m; r=h-t",
    worlds: `
= {item}; price of these; {item} for {P}; money of {P}; price of one; price for {P}; money left
@item tulip bulbs, tickets, notebooks, goldfish, tea cups, bus rides, lanterns, cheese wheels, pillows
- {n} {item} cost {$c}. | One pays {$c} for {n} {item}. | The price of {n} {item} is {$c}.
+ At this price {P} wants {m} {item}. | {P} takes {m} {item} at the same price.
+ {P} has {$h}. | In {P}'s wallet there is {$h}.
? How much is one of the {item}? | What is the price of one? | How many dollars does one pay for one of them? | How much does each of the {item} cost?
? How much does {P} pay? | How much do {P}'s {item} cost? | How many dollars must {P} pay? | What is the price of {P}'s {item}?
? How much money does {P} have after that? | How much is left for {P}? | How many dollars does {P} keep? | What is left in the wallet?

= hours; dollars for these; hours this week; dollars of rent; dollars an hour; dollars this week; dollars more than the rent
# $h 20-90
@job window cleaner, dance teacher, harbor pilot, piano tuner, guard, stone cutter
- A {job} gets {$c} for {n} hours. | For {n} hours of work a {job} is paid {$c}.
+ This week the {job} works {m} hours. | There are {m} hours of work this week, paid in the same way.
+ The rent is higher than this pay: {$h}. | The {job} needs {$h} for the rent, and that is more than the pay.
? How much does the {job} get an hour? | What is the pay for one hour? | How many dollars is that for an hour? | How much does one hour bring?
? How much does the {job} get this week? | What is the pay for the week? | How many dollars is that this week? | How much does the week bring?
? How much is missing for the rent? | How many dollars are missing? | How much more does the {job} need? | What sum is missing for the rent?

= cups; {unit} in these; cups wanted; {unit} in the tin; {unit} for one cup; {unit} needed; {unit} left
# n 2-9; c n*2-12; m 2-12; h 100,120,150,160,180
@unit grams of cocoa, tea leaves, spoons of honey, drops of syrup, grams of coffee
- {c} {unit} are used for {n} cups. | For {n} cups one takes {c} {unit}. | {n} cups need {c} {unit}.
+ {P} makes {m} cups in this way. | {P} has {m} guests, and each gets a cup made like this.
+ There are {h} {unit} in the tin. | The tin has {h} {unit} in it.
? How many {unit} does one cup need? | How many {unit} are there in one cup? | How many {unit} go into a cup? | What is needed for one cup, in {unit}?
? How many {unit} does {P} need? | How many {unit} are needed for all these cups? | How many {unit} must {P} take? | What does {P} use, in {unit}?
? How many {unit} are left in the tin? | How many {unit} does {P} have left? | How many {unit} remain? | What is left in the tin, in {unit}?`,
    noise: false,
  }),
  structure({
    id: "nu-everyone-brings",
    steps: [2, 4],
    numbers: "p 5-20; k 2-9; h 5-60; m 2-6; b 2-9",
    work: "n=p*k; x=n-h; y=m*b; z=x-y",
    worlds: `
= {who}; {item} for each; {item} there; {bringers}; {item} brought by each; {item} needed; {item} missing; {item} brought; {item} still missing
@who climbers, children, guests, soldiers, knights, elves, sailors
@item ropes, rolls, cups, torches, arrows, blankets, apples, hooks
@bringers friends, servants, cooks, helpers
- Each of {p} {who} needs {k} {item}, and {h} {item} are there. | There are {h} {item} for {p} {who}, each of whom needs {k}. | {p} {who} want {k} {item} each. In the store there are {h}.
+ {m} {bringers} come and bring {b} {item} each. | Then {m} {bringers} bring {b} {item} apiece.
? How many {item} are missing? | How many more {item} are needed? | How many {item} must still be found? | What number of {item} is missing?
? How many {item} are still missing then? | How many more {item} are needed after that? | How many {item} must still be found? | What number of {item} is missing in the end?

= {place}; {item} for each; {item} there; {v.s}; {item} on a {v}; {item} needed; {item} missing; {item} brought; {item} still missing
@place villages, schools, hospitals, camps, islands
@item beds, blackboards, water tanks, doctors, tents, radios
@v truck, ship, plane, helicopter
- {p} {place} need {k} {item} each. So far there are {h} in all. | There are {p} {place} that need {k} {item} each, but only {h} {item} are there altogether.
+ {m} {v.s} arrive with {b} {item} on each. | On each of {m} {v.s} that arrive there are {b} {item}.
? How many {item} are missing? | How many more {item} are needed? | How many {item} must still come? | What number of {item} is missing?
? How many {item} are still missing? | How many more {item} are needed after that? | How many {item} must still come then? | What number of {item} is missing in the end?

= {work}; minutes for each; minutes worked; {helper}; minutes by each; minutes needed; minutes missing; minutes by the {helper}; minutes still missing
@work chairs, windows, shoes, bikes, horses
@helper friends, sisters, neighbors, apprentices
- {P} must clean {p} {work}, each of which takes {k} minutes. {h} minutes of this are done. | To clean one of the {p} {work} takes {k} minutes, and {P}, who cleans all of them, has worked for {h} minutes.
+ {m} {helper} come and do {b} minutes of the work each. | {m} {helper} take over {b} minutes of the work each.
? How many minutes of work are left? | How many minutes are still to do? | How long is the rest of the work, in minutes? | How many minutes must {P} still work?
? How many minutes of work are left for {P}? | How many minutes must {P} still do alone? | How long is the rest for {P}, in minutes? | How many minutes does {P} still have to work?

= {who}; {item} for each; {item} done; {bringers}; {item} by each; {item} to do; {item} not done; {item} taken over; {item} left
@who pupils, interns, clerks, judges, students
@item forms, exams, essays, letters, reports
@bringers teachers, volunteers, retired judges, colleagues
- {p} {who} have {k} {item} each on the desk, and {h} of all these are done. | On the desks of {p} {who} there are {k} {item} each. Together they have done {h} of them.
+ {m} {bringers} take over {b} {item} each. | {b} {item} each are taken over by {m} {bringers}.
? How many {item} are not done? | How many {item} are left? | How many {item} must still be done? | What number of {item} is not done yet?
? How many {item} are left for the {who} then? | How many {item} must the {who} still do? | How many {item} are not taken over? | What number of {item} stays on the desks?`,
  }),
];
