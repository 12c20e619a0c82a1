import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Something changes: rows are added, machines get faster, prices are compared, things are lent and come back. */
export const numbersChanges: readonly Template[] = [
  structure({
    id: "nu-rows-added",
    steps: [2, 3, 4],
    numbers: "r 4-15; d 2-9; k 5-20; e 3-40",
    work: "n=r+d; x=n*k; y=x-e; z=y/2",
    worlds: `
= rows; new rows; {item} in a row; {item} not used; rows in all; {item}; {item} in use; half of the {item}
@place theater, vineyard, car park, orchard, camp, parade ground
@item seats, posts, lamps, tents, stones, benches
- A {place} has {r} rows, and {d} more are added. Every row has {k} {item}. | {d} rows are added to the {r} rows of a {place}, and in every row, old or new, there are {k} {item}.
+ {e} of the {item} are not used. | All the {item} are in use, except for {e}.
+ Half of those in use are painted white. | White paint goes on half of the {item} in use.
? How many {item} are there then? | How many {item} does the {place} have in all? | What is the number of {item} after that? | How many {item} are in all the rows?
? How many {item} are in use? | How many of the {item} are used? | What is the number of {item} in use? | How many {item} does one really use?
? How many {item} are painted white? | How many white {item} are there? | What is the number of white {item}? | How many {item} get white paint?

= teams; teams that join; {who} in a team; {who} who are ill; teams in all; {who}; {who} who take part; {who} in each half
@who players, rowers, singers, dancers, cooks, jugglers
@ev festival, contest, tournament, championship
- {r} teams are in a {ev}. Then {d} others join. There are {k} {who} in each team. | A {ev} of {r} teams gets {d} teams more, all with {k} {who}. | Each team of a {ev} has {k} {who}. First there are {r} teams, later {d} more.
+ {e} of the {who} are ill and cannot take part. | Because of a cold, {e} {who} stay at home.
+ Half of those who take part are new. | Of those who take part, half are there for the first time.
? How many {who} are there in all the teams? | How many {who} does the {ev} have in all? | What is the number of {who} in the teams? | How many {who} is that altogether?
? How many {who} take part? | How many of the {who} can take part? | What is the number of those who take part? | How many {who} really come?
? How many of them are new? | How many new {who} take part? | What is the number of the new ones? | How many {who} are there for the first time?

= {box.s}; new {box.s}; {item} in each; {item} eaten; {box.s} in all; {item}; {item} left; {item} for each brother
@box basket, bag, bowl, tin
@item cherries, nuts, cookies, plums, dates, grapes
- {P} has {r} {box.s} and gets {d} more, and each of them has {k} {item} in it. | There are {k} {item} in each {box}. {P} had {r} {box.s}, and now {d} more are there.
+ {e} {item} are eaten. | The family eats {e} of the {item}.
+ Two brothers share the rest equally. | The rest is for two brothers, the same number for each.
? How many {item} is that? | How many {item} does {P} have? | What is the number of {item}? | How many {item} are in all the {box.s}?
? How many {item} are left? | How many of the {item} are still there? | What number of {item} remains? | How many {item} does {P} have then?
? How many {item} does each brother get? | How many {item} are there for each brother? | What is the part of one brother, in {item}? | How many {item} go to each of the two?

= {unit} on weekdays; more {unit} at the weekend; {item} at each; {item} not sold; {unit} in all; {item}; {item} sold; {item} sold at half price
@unit shows, ferry trips, tours, film shows
@item tickets, seats, programs
- On weekdays there are {r} {unit}, and at the weekend {d}. For each of them there are {k} {item}. | {k} {item} belong to each of the {unit}. There are {r} of these on weekdays and {d} at the weekend.
+ {e} of the {item} stay unsold. | All but {e} of the {item} are sold.
+ Half of those sold go to children. | Children get half of those that are sold.
? How many {item} are there in the week? | How many {item} is that in all? | What is the number of {item} for the week? | How many {item} could be sold in the week?
? How many {item} are sold? | How many of the {item} find a buyer? | What is the number of {item} sold? | How many {item} do not stay unsold?
? How many {item} go to children? | How many {item} do children get? | What is the number of {item} for children? | How many of the {item} sold are for children?`,
    noise: false,
  }),
  structure({
    id: "nu-faster",
    steps: [2, 3],
    numbers: "b 10-60; a 4-40; t 2-9; e 3-60",
    work: "d=b-a; x=d*t; y=x+e",
    worlds: `
= {item} an hour of the new {m}; {item} an hour of the old {m}; hours; {item} at night; {item} more an hour; {item} more; {item} more in all
@m press, oven, loom, saw, printer, mill
@item books, loaves, cloths, boards, bags, posters
- The new {m} makes {b} {item} an hour, the old one made {a}. | While the old {m} made {a} {item} an hour, the new one makes {b}. | With the old {m} there were {a} {item} an hour. With the new one there are {b}.
- A day of work has {t} hours. | They work {t} hours a day.
+ At night the new one makes {e} {item} more, when the old one always stood still. | Unlike the old one, the new {m} also runs at night and makes {e} {item} in that time.
? How many more {item} a day does the new {m} make? | By how many {item} is the new {m} better in a day? | How many {item} does the new {m} add in a day? | What is the difference in a day, in {item}?
? How many more {item} does it make in a day and a night? | By how many {item} is the new {m} better with the night? | How many more {item} are there with the night? | What is the whole difference, in {item}?

= {unit} a day of {P}; {unit} a day of {Q}; days; {unit} ahead at first; {unit} more a day; {unit} won; {unit} ahead in the end
@unit km, pages, laps, tasks, metres
- {P} does {b} {unit} a day and {Q} {a}. {t} days go by. | Every day {P} does {b} {unit}, while {Q} does {a}. This goes on for {t} days.
+ Before that, {P} was {e} {unit} ahead already. | {P} had been ahead by {e} {unit} from the start.
? By how many {unit} does {P} get ahead in this time? | How many {unit} more than {Q} does {P} do in these {t} days? | What is the difference in these days, in {unit}? | How many more {unit} does {P} do in this time?
? By how many {unit} is {P} ahead in the end? | How many {unit} is {Q} behind in the end? | What is the difference in the end, in {unit}? | How many {unit} lie between the two then?

= dollars a day for {P}; dollars a day for {Q}; days; extra money; dollars more a day; dollars more; dollars more in all
# $b 10-60; $a 4-40; $e 3-60
@job painters, guards, dancers, gardeners, reporters
- {P} and {Q} are {job}. {P} gets {$b} a day and {Q} {$a}, and both work {t} days. | For a day, {P} gets {$b} and {Q} gets {$a}. The two {job} work for {t} days.
+ {P} also gets {$e} extra. | There is an extra {$e} for {P}.
? How much more does {P} get in these days? | How many dollars more does {P} get for the {t} days? | What is the difference for the {t} days? | By how much is the pay of {P} higher for the {t} days?
? How much more does {P} get in all? | How many dollars more does {P} have in the end? | What is the difference with the extra money? | By how much is the pay of {P} higher then?

= {unit} a minute of the {w.0}; {unit} a minute of the {w.1}; minutes; {unit} ahead at first; {unit} more a minute; {unit} won; {unit} ahead in the end
@w hare/hedgehog, speedboat/rowboat, racing bike/old bike, young typist/old typist, express/freight train
@unit metres
- The {w.0} does {b} {unit} a minute, and the {w.1} does {a}. Both go on for {t} minutes in the same direction. | In one minute the {w.0} covers {b} {unit} and the {w.1} covers {a}, in the same direction. {t} minutes pass.
+ When they began, the {w.0} was {e} {unit} ahead already. | The {w.0} had a start of {e} {unit}.
? How many {unit} does the {w.0} gain in this time? | By how many {unit} does the {w.0} get ahead in these {t} minutes? | How many more {unit} does the {w.0} cover? | What does the {w.0} gain, in {unit}?
? How many {unit} is the {w.0} ahead then? | By how many {unit} does the {w.0} lead in the end? | How many {unit} lie between the two? | What is the lead in the end, in {unit}?`,
    noise: false,
  }),
  structure({
    id: "nu-per-piece-compared",
    steps: [3, 4],
    numbers: "n 2-9; $c n*4-15; m 2-9; $b m*2-14; k 2-12",
    work: "x=c/n; y=b/m; d=x-y; z=d*k",
    worlds: `
= {item} in the {w.0}; price in the {w.0}; {item} in the {w.1}; price in the {w.1}; {item} wanted; price of one in the {w.0}; price of one in the {w.1}; difference for one; difference in all
@w corner shop/market, airport/town, red shop/green shop, hotel/bakery
@item mangos, cups, soaps, maps, towels, melons, pens, tickets
- In the {w.0} {n} {item} cost {$c}. In the {w.1} {m} {item} cost {$b}. | {n} {item} are sold for {$c} in the {w.0}, and {m} of them for {$b} in the {w.1}.
+ {P} needs {k} {item}. | {P} wants to buy {k} of them.
? How much cheaper is one of the {item} in the {w.1}? | What is the difference for one of them? | How many dollars does one save on each in the {w.1}? | By how much is one of the {item} cheaper in the {w.1}?
? How much does {P} save in the {w.1}? | How much cheaper are these {k} in the {w.1}? | How many dollars does {P} save by going to the {w.1}? | What is the difference for all {k}?

= hours of {P}; {unit} of {P}; hours of {Q}; {unit} of {Q}; hours; {unit} an hour of {P}; {unit} an hour of {Q}; more an hour; more in all
# n 2-9; c n*4-15; m 2-9; b m*2-14; k 2-9
@unit dishes, letters, km, pages, weeds, windows
- {P} did {c} {unit} in {n} hours, {Q} did {b} in {m} hours. | In {n} hours {P} did {c} {unit}, and in {m} hours {Q} did {b}.
+ Now both work for {k} hours at the same speed as before. | Each of them goes on at the same speed for {k} hours.
? How many more {unit} an hour does {P} do? | By how many {unit} an hour is {P} faster? | What is the difference in an hour, in {unit}? | How many {unit} fewer does {Q} do in an hour?
? How many more {unit} does {P} do in these {k} hours? | By how many {unit} is {P} ahead in these {k} hours? | What is the difference for these {k} hours, in {unit}? | How many {unit} fewer does {Q} do in these {k} hours?

= boxes by {P}; {item} by {P}; boxes by {Q}; {item} by {Q}; more boxes; {item} in a box of {P}; {item} in a box of {Q}; gap in a box; gap in all
# n 2-9; c n*4-15; m 2-9; b m*2-14; k 2-9
@item eggs, screws, candles, buttons, figs
- {P} packs {c} {item} into {n} boxes, {Q} packs {b} {item} into {m} boxes, each of them equally many into every box. | {n} boxes of {P} hold {c} {item}, and {m} boxes of {Q} hold {b}. The boxes of one person are all alike.
+ Each of the two then packs {k} such boxes more. | Then both pack {k} more boxes in the same way.
? How many more {item} are in a box of {P}? | By how many {item} is a box of {P} fuller? | What is the difference between their boxes, in {item}? | How many fewer {item} are in a box of {Q}?
? How many more {item} does {P} need for these {k} boxes? | By how many {item} is {P} ahead in these {k} boxes? | What is the difference for the {k} boxes, in {item}? | How many fewer {item} does {Q} need for them?

= litres for {P}; km of {P}; litres for {Q}; km of {Q}; litres for both; km a litre of {P}; km a litre of {Q}; gap for a litre; gap in all
# n 2-9; c n*8-20; m 2-9; b m*5-19; k 2-9
@v cars, boats, buses, motorbikes
- Two {v} are compared. The red one drives {c} km with {n} litres, the gray one {b} km with {m} litres. | With {n} litres the red of two {v} gets {c} km far. The gray one gets {b} km far with {m} litres.
+ Now each of them gets {k} litres. | {k} litres are put into each of them.
? How many km more does the red one drive with one litre? | By how many km is the red one better for a litre? | What is the difference for one litre, in km? | How many km fewer does the gray one drive with a litre?
? How many km more does the red one drive with that? | By how many km does the red one get further? | What is the difference then, in km? | How many km fewer can the gray one drive with this?`,
    noise: false,
  }),
  structure({
    id: "nu-lent-and-back",
    steps: [2, 3, 4],
    numbers: "t 60-300; n 3-12; k 3-12; b 5-60; e 4-40",
    work: "x=n*k; y=t-x; z=y+b; w=z-e",
    greater: "x>b",
    worlds: `
= {item} at first; {who}; {item} for each; {item} back; {item} that are worn out; {item} lent; {item} there; {item} with those back; good {item}
@item skis, books, costumes, helmets, bikes, tools, tents, music stands
@who schools, families, clubs, groups, villages
- A store has {t} {item} and lends {k} of them to each of {n} {who}. | {n} {who} borrow {k} {item} each from a store that has {t}. | From a store with {t} {item}, {n} {who} take {k} each.
+ After a week {b} {item} come back. | {b} of the {item} are brought back.
+ Of all those in the store then, {e} are worn out. | {e} of those there are no longer good.
? How many {item} are still in the store? | How many {item} does the store have left? | What is the number of {item} that are not lent? | How many {item} remain in the store?
? How many {item} are in the store then? | How many {item} does the store have after that? | What is the number of {item} in the store now? | How many {item} are there again?
? How many good {item} does the store have? | How many of those in the store are good? | What is the number of good {item} there? | How many {item} in the store are not worn out?

= dollars at first; friends; dollars for each; dollars back; dollars spent; dollars lent; dollars left; dollars with those back; dollars in the end
# $t 60-300; $k 3-12; $b 5-60; $e 4-40
@for a cake, a bus pass, a haircut, a plant, a ticket, a lamp
- {P} has {$t} and lends {$k} to each of {n} friends. | Each of {n} friends borrows {$k} from {P}, who has {$t}.
+ Some time later {P} gets {$b} back. | {$b} comes back to {P}.
+ {P} then spends {$e} on {for}. | {$e} goes for {for}.
? How much money does {P} have left? | How much is left for {P}? | How many dollars does {P} still have? | What sum remains?
? How much money does {P} have then? | How much does {P} have with the money that came back? | How many dollars are there again? | What sum does {P} have now?
? How much money does {P} have in the end? | How much is left after that? | How many dollars remain for {P}? | What sum does {P} have at last?

= {bird} in the loft; cages; {bird} in a cage; {bird} that return; {bird} sold; {bird} taken; {bird} left; {bird} then; {bird} in the end
@bird pigeons, falcons, parrots, canaries
- A breeder with {t} {bird} sends away {n} cages with {k} {bird} in each. | {n} cages with {k} {bird} each leave the house of a breeder, who had {t} {bird}.
+ By evening {b} of them have come back. | {b} {bird} come home again.
+ Next day the breeder sells {e} {bird}. | {e} {bird} are sold the next day.
? How many {bird} are still at the breeder's? | How many {bird} does the breeder have left? | What is the number of {bird} that stay? | How many {bird} remain?
? How many {bird} are there in the evening? | How many {bird} does the breeder have then? | What is the number of {bird} after that? | How many {bird} are at home again?
? How many {bird} does the breeder have in the end? | How many {bird} are left after that? | What is the last number of {bird}? | How many {bird} does the breeder keep?

= {item} in the kitchen; tables; {item} on a table; {item} back; {item} broken; {item} on tables; {item} left; {item} then; {item} in the end
@item cups, plates, bowls, forks, napkin rings
- From {t} {item} in the kitchen, {k} go on each of {n} tables. | The kitchen has {t} {item}. {n} tables are set with {k} {item} each.
+ {b} of them come back to the kitchen. | Later {b} {item} are carried back.
+ In the kitchen {e} {item} fall down and break. | Then {e} of those in the kitchen break.
? How many {item} are left in the kitchen? | How many {item} stay in the kitchen? | What is the number of {item} still in the kitchen? | How many {item} are not on the tables?
? How many {item} are in the kitchen then? | How many {item} does the kitchen have again? | What is the number of {item} in the kitchen now? | How many {item} are there after that?
? How many {item} does the kitchen have in the end? | How many good {item} are left in the kitchen? | What is the last number of {item} in the kitchen? | How many {item} in the kitchen are not broken?`,
    noise: false,
  }),
  structure({
    id: "nu-percent-more",
    steps: [2, 3, 4],
    numbers: "q 10,20,25,30,40,50,75; t 40-300/20; d 4-60; k 2-6",
    work: "x=t%q; y=t+x; z=y-d; w=z/k",
    worlds: `
= percent; {who} last year; {who} who leave; {group}; new {who}; {who} this year; {who} then; {who} in each
@who members, pupils, nurses, visitors, readers, subscribers
@group groups, classes, rooms, halls
- Last year there were {t} {who}. This year there are {q}[%| percent] more. | The number of {who} was {t} last year and has grown by {q}[%| percent]. | This year has {q}[%| percent] more {who} than last year, when there were {t}.
+ In autumn {d} of them leave. | {d} {who} go away in autumn.
+ The others are divided into {k} equal {group}. | {k} {group} of the same size take the rest.
? How many {who} are there this year? | What is the number of {who} this year? | How many {who} does this year have? | To what number have the {who} grown?
? How many {who} are there then? | How many {who} stay? | How many {who} are left after the autumn? | What number of {who} remains?
? How many {who} are in each of the {group}? | How many {who} does one of the {group} have? | What is the size of each of the {group}? | How many {who} are there for each of the {group}?

= percent; price before; coupon; people; rise; new price; price with the coupon; share of each
# $t 40-300/20; $d 4-60
@thing boat, hall, cabin, bus, sauna, piano
- To rent a {thing} cost {$t}, but now it is {q}[%| percent] more. | The price of a {thing} for a day was {$t} and has gone up by {q}[%| percent].
+ A coupon takes {$d} off. | {P} has a coupon for {$d}.
+ {k} friends share the price equally. | The price is split among {k} people, who all pay the same.
? How much does it cost now? | What is the new price? | How many dollars is it now? | What must one pay now?
? How much is it with the coupon? | What is the price with the coupon? | How many dollars are left to pay? | What must be paid then?
? How much does each of them pay? | What is the share of each? | How many dollars are there for each to pay? | What must one of them pay?

= percent; {item} in the first year; {item} stolen; {place}; more {item}; {item} in the second year; {item} then; {item} in each
@item pumpkins, jars of honey, bottles of oil, baskets of pears, cheeses
@place shops, inns, markets, cellars
- A farm made {t} {item} in the first year and {q}[%| percent] more in the second. | In the second year the {item} of a farm were {q}[%| percent] more than the {t} of the first year.
+ {d} of those of the second year go bad. | In the second year {d} of them are kept for the family.
+ The others of that year go to {k} {place} in equal parts. | {k} {place} get the rest of that year, the same number each.
? How many {item} were there in the second year? | How many {item} did the farm make in the second year? | What was the number of {item} in the second year? | How many {item} did the second year bring?
? How many {item} were left then? | How many {item} could be sold? | What number of {item} remained? | How many {item} of the second year were there after that?
? How many {item} does each of the {place} get? | How many {item} are there for each of the {place}? | What is the part of each of the {place}, in {item}? | How many {item} go to each of the {place}?

= percent; km of the first day; km by boat; hours; km more; km of the second day; km on foot; km an hour
- On day one {P} goes {t} km, on day two {q}[%| percent] more. | {P} goes {q}[%| percent] more on day two than on day one, which had {t} km.
+ {d} km of day two are by boat, the others by bike. | On day two {P} takes a boat for {d} km and a bike for the others.
+ For the part by bike {P} needs {k} hours, always at the same speed. | The bike part takes {k} hours at a steady speed.
? How many km does {P} go on day two? | How long is the way of day two in km? | What is the distance of day two in km? | How many km has day two?
? How many km does {P} go by bike? | How long is the bike part in km? | What is the distance by bike, in km? | How many km of day two are by bike?
? How many km an hour does {P} ride? | How far does {P} ride in an hour, in km? | What is the speed in km an hour? | How many km are done by bike in an hour?`,
    noise: false,
  }),
];
