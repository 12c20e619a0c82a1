import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** A single sum, product, rest or share, told at some length. */
export const numbersOnce: readonly Template[] = [
  structure({
    id: "nu-once-sum",
    steps: [1],
    numbers: "a 10-300; b 10-300",
    work: "s=a+b",
    worlds: `
= {w.0}; {w.1}; all of them
@w knights/archers, oaks/birches, violins/trumpets, letters/parcels, swans/ducks, doctors/nurses, novels/poems
@place castle, valley, hall, city, kingdom
- The king wants to know what there is in the {place}. A servant counts {a} {w.0}, while another one counts {b} {w.1}. | {P}, who knows the {place} well, says that there are {a} {w.0} and {b} {w.1} in it. | In the {place} you find {a} {w.0}. Besides these there are {b} {w.1}.
? How many {w.0} and {w.1} are there in all? | How many is that, {w.0} and {w.1} taken together? | What is the sum of {w.0} and {w.1}? | How many {w.0} and {w.1} does the {place} have altogether?

= {item} sold before noon; {item} sold after noon; {item} sold
@item pies, newspapers, sun hats, umbrellas, bowls of soup, flags, watermelons
- Before noon the stall sold {a} {item}, and then came the rush: {b} more {item} went after noon. | {b} {item} were sold after noon, {a} before. | It was a good day for {P}'s stall. {a} {item} had been sold by noon, and {b} were sold later.
? How many {item} were sold that day? | How many {item} did the stall sell in all? | What was the number of {item} sold? | How many {item} is that for the whole day?

= {unit} yesterday; {unit} today; {unit} in both
@unit km, pages, words, steps on the stairs, pushups
- Yesterday {P} did {a} {unit}; today it was {b}. | Today's {b} {unit} come on top of the {a} that {P} did yesterday. | {P} has trained for two days. The first day brought {a} {unit}, the second {b}.
? How many {unit} is that in the two days? | How many {unit} did {P} do in all? | What is the sum of both days, in {unit}? | How many {unit} did {P} do on the two days together?

= {who} already there; {who} who joined; {who} now
@who miners, sailors, dancers, volunteers, firefighters, ghosts, wolves
- {a} {who} were already at the meeting place when {b} others joined them. | When {b} more {who} joined the {a} that were there, the meeting began. | The group of {a} {who} was not alone for long, for {b} {who} came to it.
? How many {who} were there then? | How big was the group then? | How many {who} did the group have in the end? | What was the number of {who} then?`,
    noise: false,
  }),
  structure({
    id: "nu-once-rest",
    steps: [1],
    numbers: "t 30-400; a 10-300",
    work: "x=t-a",
    worlds: `
= {item} in all; {item} that {did}; other {item}
@item ships, birds, balloons, players, bees, trains
@did came back, were seen again, were on time, were counted twice
- Of {t} {item}, {a} {did}. | {t} {item} left in the morning, and {a} of them {did}. | There were {t} {item}. By evening we know that {a} of these {did}.
? For how many {item} is this not true? | How many {item} are the others? | How many {item} is that without these {a}? | What is the number of the other {item}?

= {item} in the whole {set}; {item} that {P} has; {item} missing
@item cards, stamps, pieces, figures, coins
@set set, series, collection, album
- A whole {set} has {t} {item}, and {P} owns {a} of them. | {P} has {a} different {item} of a {set} with {t}. | {a} {item} of the {set} are {P}'s. The whole {set} would be {t} {item}.
? How many {item} are missing? | How many {item} does {P} still need for the whole {set}? | How many more {item} must {P} find? | What number of {item} is still missing?

= metres of the tower; metres built; metres to build
@b tower, mast, dam, statue, chimney, pyramid
- A {b} will be {t} metres high one day. So far it has reached {a} metres. | At {a} metres, a {b} is still not done, since it must reach {t} metres. | The workers have built {a} metres of a {b} with a planned height of {t} metres.
? How many metres are still to build? | How many metres are missing? | How much higher must it become, in metres? | What is missing to its full height, in metres?

= pages in all; pages torn out; pages left
@b old book, diary, log book, cookbook, songbook, spell book
- The {b} had {t} pages, but {a} were torn out. | Someone tore {a} pages out of the {b}, which had {t}. | {a} of the {t} pages of the {b} are lost.
? How many pages are left? | How many pages does the {b} still have? | How many pages are still in it? | What number of pages remains?

= years until the comet; years gone; years to wait
@c comet, flood, eclipse, great feast, star rain
- The {c} comes once in {t} years, and {a} years have gone by since the last time. | {a} years ago the {c} came, and it comes every {t} years.
? In how many years does it come again? | How many years must one wait? | How many years are left until it comes? | After how many more years does it come?`,
    noise: false,
  }),
  structure({
    id: "nu-once-product",
    steps: [1],
    numbers: "n 3-15; k 3-30",
    work: "x=n*k",
    worlds: `
= {v.1}; {item} for each; {item}
@v shelf/shelves, basket/baskets, drawer/drawers, ship/ships, cave/caves, tower/towers
@item pearls, plates, candles, lemons, masks, keys, melons
- There are {n} {v.1}, and {k} {item} can be found in each of them. | Each {v.0} has {k} {item} in it, and {n} {v.1} are full. | {P} fills {n} {v.1}. Into every {v.0} go {k} {item}.
? How many {item} is that? | How many {item} are there in the {v.1} altogether? | What is the number of {item} in all the {v.1}? | How many {item} are in all {n} {v.1}?

= days; {unit} a day; {unit} in all
@unit cups of tea, letters, songs, pushups, apples, phone calls, poems
- For {n} days it went on like this: {k} {unit} every day. | {P} had a rule: {k} {unit} each day. It was kept for {n} days. | {k} {unit} a day, and that for {n} days, is what {P} did.
? How many {unit} was that? | How many {unit} were there in all? | What was the number of {unit} in these days? | How many {unit} is that for the {n} days?

= {j.1}; minutes for each; minutes in all
@j doctor/patients, barber/customers, music teacher/pupils, fortune teller/guests, vet/cats, blacksmith/horses, photographer/couples, judge/cases
- A {j.0} has {n} {j.1} today and needs {k} minutes for each. | Each of the {n} {j.1} of a {j.0} takes {k} minutes, and only one can be there at a time. | {n} {j.1} wait for a {j.0}, who spends {k} minutes on each of them.
? How many minutes of work is that? | How many minutes does the {j.0} need for all? | How long does it take for all {n}, in minutes? | For how many minutes does the {j.0} work?

= {item}; dollars for each; dollars in all
# $k 3-30
@item windows, seats, horses, lanterns, tickets, doors, wheels
- {n} new {item} are needed, at {$k} each. | The price of each of the {n} new {item} is {$k}. | A firm asks for {$k} apiece, and {P} orders {n} {item}.
? How much do they cost? | How many dollars are needed? | What is the price of all {n}? | How much must be paid for the {item}?`,
    noise: false,
  }),
  structure({
    id: "nu-once-groups",
    steps: [1],
    numbers: "k 2-12; n k*3-40",
    work: "x=n/k",
    worlds: `
= {item} in a {v.0}; {item}; {v.1}
@v string/strings, row/rows, stack/stacks, bundle/bundles, chain/chains
@item pearls, chairs, plates, letters, lights
- {n} {item} are put in {v.1} of {k}. | {P} makes {v.1} of {k} out of {n} {item}, and none is left over. | Each {v.0} has {k} {item}. In all there are {n} {item}.
? How many {v.1} are there? | How many {v.1} does that make? | How many {v.1} can be made? | What is the number of {v.1}?

= legs of each; legs; {animal}
@animal animals, tables, robots, stools, monsters
- Looking under a fence, {P} counts {n} legs. Each of the {animal} there has {k} legs. | The {animal} behind a wall have {k} legs each, and all together {n} legs.
? How many {animal} are there? | How many {animal} does that make? | How many {animal} must be there? | What is the number of {animal}?

= {unit} a day; {unit}; days
@unit km, pages, metres of road, fields, bales of hay
- {P} has {n} {unit} to do and does {k} a day. | At {k} {unit} a day, {P} works on a job of {n} {unit}. | A job of {n} {unit} lies before {P}, who does {k} of them a day.
? How many days does it take? | In how many days is everything done? | For how many days must {P} work? | After how many days is it done?

= people in a {v}; people; {v.s}
@v raft, hut, cable car, sleigh, lifeboat, tent
- {n} people need places, and {k} of them fit into a {v}. All the {v.s} get full. | A {v} has room for {k} people. There are {n} people, and no place stays free.
? How many {v.s} are needed? | How many {v.s} do they fill? | How many {v.s} must there be? | What is the number of {v.s}?`,
    noise: false,
  }),
  structure({
    id: "nu-once-part",
    steps: [1, 2],
    numbers: "f 1/2,1/3,2/3,1/4,3/4,1/5,2/5,3/5,1/6,1/8,1/10,3/10; t f*4-40",
    work: "x=t:f; y=t-x",
    worlds: `
= {item}; {item} that are {adj}; other {item}
@item windows, balloons, lamps, shells, boats, apples, doors, horses
@adj green, old, small, new, blue, black
- {f} of the {t} {item} are {adj}. | There are {t} {item}, and {f} of them are {adj}. | Of {t} {item}, {f} are {adj}.
? How many {item} are {adj}? | How many {adj} {item} are there? | What is the number of {adj} {item}? | How many of the {item} are {adj}?
? How many {item} are not {adj}? | How many {item} are of another kind? | What is the number of {item} that are not {adj}? | How many others are there?

= {unit}; {unit} done; {unit} left
@unit pages, minutes, tiles, boxes, metres, kg of hay
- {P} has done {f} of a job of {t} {unit}. | The job is {t} {unit} in all, and {f} of it is done. | {f} of the {t} {unit} are behind {P}.
? How many {unit} are done? | How many {unit} is that? | How many {unit} has {P} done? | What part in {unit} is done?
? How many {unit} are left? | How many {unit} are not done yet? | How many {unit} must {P} still do? | What part in {unit} is left?

= dollars; dollars for {thing}; dollars left
# $t f*4-40
@thing food, music, travel, paint, books, the dog
- {P} spends {f} of the {$t} in the purse on {thing}. | Of the {$t} of {P}, {f} goes for {thing}. | {f} of the {$t} that {P} has is for {thing}.
? How much money is for {thing}? | How many dollars go for {thing}? | How much does {P} pay for {thing}? | What sum is spent on {thing}?
? How much money is left? | How many dollars are left? | How much does {P} still have? | What sum remains?`,
    noise: false,
  }),
];
