import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** One step, or two: a gap, a share, so many times, what is missing. */
export const numbersFew: readonly Template[] = [
  structure({
    id: "nu-gap",
    steps: [1, 2],
    numbers: "a 30-400; b 10-300; c 3-60",
    work: "x=a-b; y=x-c",
    worlds: `
= {item} in the {w.0}; {item} in the {w.1}; new {item}; more {item} in the {w.0}; more {item} in the end
@w old town/new town, north/south, river valley/hills, capital/harbor town
@item bakeries, chimneys, cats, palm trees, bicycles, taxis, bus stops
- The {w.0} has {a} {item} and the {w.1} {b}. | There are {a} {item} in the {w.0}, but only {b} in the {w.1}. | A list shows {a} {item} in the {w.0} and {b} in the {w.1}.
+ Then {c} {item} come to the {w.1}. | The {w.1} gets {c} new {item}, while nothing changes in the {w.0}.
? How many more {item} are in the {w.0} than in the {w.1}? | How many fewer {item} does the {w.1} have? | By how many {item} is the {w.0} ahead? | What is the difference in the number of {item}?
? How many more {item} does the {w.0} have now? | By how many {item} is the {w.0} still ahead? | What is the difference after that, in {item}? | How many {item} does the {w.1} still have less?

= {unit} of the record; {unit} of {P}; more {unit} later; {unit} missing; {unit} missing then
# a 60-400; b 20-300; c 2-20
@sport swimming, pancake, dancing, rope jumping, juggling, stair climbing, singing
@unit points, minutes, jumps, rounds
- The record in a {sport} contest is {a} {unit}. {P} manages {b}. | {P} gets to {b} {unit} in a {sport} contest, where the record stands at {a}. | In a {sport} contest, {P}'s {b} {unit} do not reach the record of {a} {unit}.
+ In a second try {P} does {c} better than that. | The next time it is {c} {unit} more.
? How many {unit} is {P} away from the record? | How many {unit} are missing to the record? | How far from the record is {P}, in {unit}? | By how many {unit} is the record better?
? How many {unit} are missing then? | How far from the record is {P} after the second try, in {unit}? | By how many {unit} is the record still better? | How many {unit} separate {P} from the record now?

= pages of {w.0}; pages of {w.1}; pages added; more pages; more pages in the end
@w the atlas/the diary, the red book/the blue book, the cookbook/the song book, volume one/volume two
- {w.0} has {a} pages, {w.1} has {b}. | There are {b} pages in {w.1} and {a} in {w.0}. | You can count {a} pages in {w.0} and {b} in {w.1}.
+ {c} pages are added to {w.1}. | Someone binds {c} more pages into {w.1}.
? How many more pages does {w.0} have? | By how many pages is {w.0} longer? | How many pages shorter is {w.1}? | What is the difference in pages?
? How many more pages does {w.0} have then? | By how many pages is {w.0} still longer? | How many pages shorter is {w.1} now? | What is the difference in pages after that?

= metres of the {w.0}; metres of the {w.1}; metres built on top; metres higher; metres higher in the end
@w church/town hall, cliff/lighthouse, old pine/young pine, TV tower/chimney, pyramid/obelisk
- The {w.0} is {a} metres high and the {w.1} {b} metres. | {a} metres is the height of the {w.0}, and {b} metres that of the {w.1}.
+ The {w.1} then becomes {c} metres higher. | In later years the {w.1} gains {c} metres.
? How many metres higher is the {w.0}? | By how many metres is the {w.1} lower? | How much higher is the {w.0} than the {w.1}, in metres? | What is the difference in metres?
? How many metres higher is the {w.0} then? | By how many metres is the {w.1} still lower? | How much higher is the {w.0} after that, in metres? | What is the difference in metres now?

= grams of the {w.0}; grams of the {w.1}; grams eaten; grams more; grams more in the end
@w hamster/mouse, duck/robin, hedgehog/mole, turtle/frog
- A {w.0} weighs {a} grams and a {w.1} {b} grams. | {P} weighs a {w.0} with {a} grams and a {w.1} with {b} grams.
+ The {w.1} eats and gets {c} grams heavier. | After some time the {w.1} weighs {c} grams more.
? How many grams heavier is the {w.0}? | By how many grams is the {w.1} lighter? | How much more does the {w.0} weigh, in grams? | What is the difference in grams?
? How many grams heavier is the {w.0} then? | By how many grams is the {w.1} still lighter? | How much more does the {w.0} weigh now, in grams? | What is the difference in grams then?`,
    noise: false,
  }),
  structure({
    id: "nu-share",
    steps: [1, 2],
    numbers: "k 2-9; n k*4-40; d 2-30",
    work: "x=n/k; y=x+d",
    worlds: `
= {who}; {item}; {item} from before; {item} for each; {item} of one of them
@who pirates, goblins, sisters, hunters, divers, treasure seekers
@item pearls, gold bars, maps, silver spoons, rubies, old coins
- {k} {who} share {n} {item} equally. | {n} {item} are divided equally among {k} {who}. | The find of {k} {who}, {n} {item}, is split into equal parts, one for each.
+ One of them has {d} {item} already. | One of the {who} had kept {d} others before.
? How many {item} does each of the {who} get? | How many {item} are there for each? | What is the share of each, in {item}? | How many {item} does every one of them take home?
? How many {item} does that one have then? | How many {item} is that for this one? | How many {item} does this one own in the end? | What number of {item} belongs to this one now?

= {place.s}; {item}; {item} bought; {item} for each {place}; {item} in one {place}
@place school, hospital, library, hotel, ship, station
@item beds, computers, lamps, clocks, chairs, radios
- A gift of {n} {item} goes to {k} {place.s}, the same number to each. | {k} {place.s} get {n} {item} in equal parts. | {n} {item} are spread equally over {k} {place.s}.
+ One {place} buys {d} more. | At one {place} there are {d} others already.
? How many {item} does each {place} get? | How many {item} are there for each {place}? | How many {item} go to every {place}? | What is the part of one {place}, in {item}?
? How many {item} does that {place} have then? | How many {item} are there in that {place}? | How many {item} is that in this one {place}? | What number of {item} does it have now?

= days; {unit}; {unit} on top; {unit} a day; {unit} on the best day
@unit km, pages, drawings, letters, dives, rounds
- {P} did {n} {unit} in {k} days, the same number each day. | In {k} days {P} did {n} {unit}, equally many a day. | {n} {unit} in {k} days: {P} did the same every day.
+ On the next day {P} did {d} more than that. | The day after was the best, with {d} {unit} more.
? How many {unit} did {P} do a day? | How many {unit} was that each day? | What was the number of {unit} for a day? | How many {unit} were done on one day?
? How many {unit} did {P} do on that next day? | How many {unit} was that on the next day? | What was the number of {unit} on the last day? | How many {unit} were done on the day after?

= {seat}; {bird}; {bird} that come; {bird} on each; {bird} on the lowest one
@bird sparrows, crows, owls, finches, parrots, swallows
@seat branches, wires, roofs, fence rails
- {n} {bird} sit on {k} {seat}, equally many on each. | On {k} {seat} there are {n} {bird}, the same number on all of them.
+ {d} more {bird} come to the lowest of the {seat}. | The lowest of the {seat} is joined by {d} others.
? How many {bird} are on each of the {seat}? | How many {bird} sit on one of the {seat}? | How many {bird} are there on every one of them? | What number of {bird} is on each of the {seat}?
? How many {bird} are on the lowest one then? | How many {bird} sit on the lowest one now? | How many {bird} are there on the lowest of the {seat}? | What number of {bird} is on the lowest one?

= {v.s}; people; people who get in; people in each; people in the last one
@v bus, lifeboat, gondola, sleigh, minibus, raft
- {k} {v.s} carry {n} people, all of them the same number. | {n} people are seated in {k} {v.s}, equally many in each.
+ {d} people more get into the last {v}. | The last {v} takes another {d} people.
? How many people are in each {v}? | How many people does each {v} carry? | How many people are there in every {v}? | What number of people is in a {v}?
? How many people are in the last {v} then? | How many people does the last {v} carry now? | How many people are there in the last one? | What number of people is in the last {v}?`,
    noise: false,
  }),
  structure({
    id: "nu-so-many-times",
    steps: [1, 2],
    numbers: "a 5-80; k 2-8",
    work: "b=a*k; d=b-a",
    worlds: `
= {item} of the small workshop; times as many; {item} of the big workshop; more {item}
@item loaves, cards, bricks, cheeses, cloths
- A small workshop makes {a} {item} a day, a big one {k*} as many. | The big of two workshops makes {k*} as many {item} a day as the small one, which makes {a}. | {a} {item} a day come from a small workshop, and {k*} that number from a big one.
? How many {item} does the big one make a day? | How many {item} come from the big workshop? | What is the number of {item} of the big workshop? | How many {item} a day can the big one make?
? How many more {item} does the big one make? | By how many {item} is the big one ahead a day? | How many fewer {item} does the small one make? | What is the difference between the two, in {item}?

= age of the {w.0}; times as old; age of the {w.1}; more years
@w hamster/parrot, cat/tortoise, hut/castle, novel/legend, bush/oak
- A {w.0} of a story is {a} years old, and a {w.1} in it is {k*} as old. | In a story there is a {w.0} of {a} years and a {w.1} that is {k*} as old.
? How old is the {w.1}? | What is the age of the {w.1} in years? | How many years old is the {w.1}? | For how many years has the {w.1} been there?
? How many years older is the {w.1}? | By how many years is the {w.0} younger? | How many years are between their ages? | What is the difference of their ages in years?

= {thing} on the first night; times as many; {thing} on the second night; more {thing}
@thing stars, fireflies, bats, ships' lights, meteors, frogs
- {P} counts {a} {thing} on the first night and, on a clear second night, {k*} as many. | On the second night {P} sees {k*} as many {thing} as on the first, when there were {a}.
? How many {thing} are there on the second night? | How many {thing} does {P} see on the second night? | What is the number of {thing} on the second night? | How many {thing} are seen the second time?
? How many more {thing} are there on the second night? | By how many {thing} is the second number bigger? | How many fewer {thing} did {P} count the first time? | What is the difference between the nights, in {thing}?

= dollars for a {w.0}; times as much; dollars for a {w.1}; more dollars
# $a 5-80
@w scarf/coat, postcard/painting, flute/harp, canoe paddle/canoe, bulb/lamp, seat/box seat
- A {w.1} costs {k*} as much as a {w.0}, and a {w.0} costs {$a}. | For a {w.0} one pays {$a}, and for a {w.1} {k*} as much.
? How much does the {w.1} cost? | What is the price of a {w.1}? | How many dollars does one pay for a {w.1}? | How much money does a {w.1} take?
? How much more does the {w.1} cost? | By how many dollars is the {w.0} cheaper? | How many dollars more is a {w.1}? | What is the difference of the prices?

= steps of a {w.0}; times as many; steps of a {w.1}; more steps
@w giant/dwarf, elephant/dog, father/small child, camel/goat
- For the same way a {w.0} needs {a} steps and a {w.1} {k*} as many. | Where a {w.0} takes {a} steps, a {w.1} takes {k*} that number.
? How many steps does the {w.1} need? | How many steps does the {w.1} take? | What is the number of steps of the {w.1}? | How many steps is that for the {w.1}?
? How many more steps does the {w.1} need? | How many steps does the {w.1} take more? | How many fewer steps does the {w.0} take? | What is the difference in steps?`,
    noise: false,
  }),
];
