import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Parts of a sum: so many times as much together, sum and difference, percentages and what is left of them. */
export const numbersRatio: readonly Template[] = [
  structure({
    id: "nu-together-times",
    steps: [2, 3, 4],
    numbers: "k 2-6; t 40-300; d 5-40",
    work: "p=k+1; x=t/p; y=x*k; z=y-d",
    worlds: `
= times as many; {item} together; {item} given away; equal parts; {item} of {Q}; {item} of {P}; {item} {P} has left
@item shells, comic books, marbles of glass, bottle caps, badges, postcards, dried flowers, wooden animals
- {P} and {Q} have {t} {item} together, and {P} has {k*} as many as {Q}. | Together {P} and {Q} own {t} {item}. {P}'s share is {k*} that of {Q}. | {P} has {k*} as many {item} as {Q}, and the two have {t} in all.
+ They never mix their {item}. | Each of them keeps a list.
+ {P} then gives {d} {item} to a cousin. | {d} of {P}'s {item} get lost later.
? How many {item} does {Q} have? | How many {item} are {Q}'s? | How many {item} belong to {Q}? | What is the number of {item} of {Q}?
? How many {item} does {P} have? | How many {item} are {P}'s? | How many {item} belong to {P}? | What is the number of {item} of {P}?
? How many {item} does {P} have after that? | How many {item} are left for {P}? | How many {item} does {P} still own? | What is the number of {item} that {P} has left?

= times as many; {w.2} together; {w.2} that leave; equal parts; {w.1}; {w.0}; {w.0} left
@w bees/wasps/insects, sheep/goats/animals, buses/trams/vehicles, adults/children/visitors, roses/lilies/flowers, robots/humans/workers
- In one place there are {t} {w.2}, all of them {w.0} or {w.1}. There are {k*} as many {w.0} as {w.1}. | {k*} as many {w.0} as {w.1} are in one place, {t} {w.2} altogether. | The {t} {w.2} in one place are {w.0} and {w.1}, with {k*} as many {w.0} as {w.1}.
+ All of them are counted twice to be sure. | Someone makes a list of both kinds.
+ Later {d} of the {w.0} are taken away. | Then {d} of the {w.0} go away.
? How many {w.1} are there? | What is the number of {w.1}? | How many of the {w.2} are {w.1}? | How many {w.1} does the place have?
? How many {w.0} are there? | What is the number of {w.0}? | How many of the {w.2} are {w.0}? | How many {w.0} does the place have?
? How many {w.0} are left? | What is the number of {w.0} after that? | How many {w.0} are still there? | How many {w.0} does the place have then?

= times as long; km together; km done; equal parts; km of the {w.1}; km of the {w.0}; km of the {w.0} left
@w sea trip/land trip, train ride/hike, flight/drive, way through the desert/way through the hills
- A journey of {t} km has two parts. The {w.0} is {k*} as long as the {w.1}. | The {w.0} of a journey is {k*} as long as the {w.1}, and the two make {t} km.
+ One part follows the other. | There is nothing between them.
+ {d} km of the {w.0} are done. | The travelers have done {d} km of the {w.0}.
? How many km is the {w.1}? | How long is the {w.1} in km? | What is the length of the {w.1} in km? | How many km belong to the {w.1}?
? How many km is the {w.0}? | How long is the {w.0} in km? | What is the length of the {w.0} in km? | How many km belong to the {w.0}?
? How many km of the {w.0} are left? | How much of the {w.0} is still to do, in km? | What is left of the {w.0}, in km? | How many km of the {w.0} must they still do?

= times as much; dollars together; dollars off; equal parts; dollars for the {w.1}; dollars for the {w.0}; dollars for the {w.0} then
# $t 40-300; $d 5-40
@w table/chair, drum/flute, coat/hat, oven/pan, sword/shield, camera/bag
- A {w.0} and a {w.1} cost {$t} together, and the {w.0} costs {k*} as much as the {w.1}. | For a {w.0} and a {w.1}, {P} pays {$t}. The price of the {w.0} is {k*} that of the {w.1}.
+ Both prices are on the bill. | The bill shows the two prices.
+ {P} gets {$d} back for the {w.0}, because it has a scratch. | Later the price of the {w.0} is cut by {$d}.
? How much does the {w.1} cost? | What is the price of the {w.1}? | How many dollars are for the {w.1}? | How much of it is for the {w.1}?
? How much does the {w.0} cost? | What is the price of the {w.0}? | How many dollars are for the {w.0}? | How much of it is for the {w.0}?
? How much does the {w.0} cost then? | What is the price of the {w.0} after that? | How many dollars is the {w.0} in the end? | How much is the {w.0} now?`,
    noise: false,
  }),
  structure({
    id: "nu-sum-and-difference",
    steps: [2, 3],
    numbers: "s 30-240; d 4-60",
    work: "x=s-d; y=x/2; z=y+d",
    worlds: `
= {item} of both; more of {P}; twice the {item} of {Q}; {item} of {Q}; {item} of {P}
@item points, votes, fish, goals, stamps, mushrooms, laps, medals
- {P} and {Q} have {s} {item} in all, and {P} has {d} more than {Q}. | Together {P} and {Q} got {s} {item}. {P} got {d} more than {Q}. | {P} is {d} {item} ahead of {Q}, and the sum of both is {s}.
? How many {item} does {Q} have? | How many {item} are {Q}'s? | What is the number of {item} of {Q}? | How many {item} belong to {Q}?
? How many {item} does {P} have? | How many {item} are {P}'s? | What is the number of {item} of {P}? | How many {item} belong to {P}?

= {who} on both; more on the {w.0}; twice the {who} on the {w.1}; {who} on the {w.1}; {who} on the {w.0}
@w upper deck/lower deck, left side/right side, north bank/south bank, stage/floor, old bridge/new bridge
@who passengers, spectators, dancers, penguins, fishermen, soldiers
- There are {s} {who} on the {w.0} and the {w.1}, {d} more of them on the {w.0}. | The {w.0} and the {w.1} have {s} {who} on them, and on the {w.0} there are {d} more than on the {w.1}.
? How many {who} are on the {w.1}? | How many {who} does the {w.1} have on it? | What is the number of {who} on the {w.1}? | How many of the {who} are on the {w.1}?
? How many {who} are on the {w.0}? | How many {who} does the {w.0} have on it? | What is the number of {who} on the {w.0}? | How many of the {who} are on the {w.0}?

= cm of both; cm longer; twice the {w.1}; cm of the {w.1}; cm of the {w.0}
@w red ribbon/blue ribbon, spear/arrow, python/adder, oar/paddle, shelf/board, first plank/second plank
- A {w.0} and a {w.1} put end to end are {s} cm long. The {w.0} is {d} cm longer. | The {w.0} is {d} cm longer than the {w.1}, and together they measure {s} cm.
? How long is the {w.1} in cm? | How many cm does the {w.1} measure? | What is the length of the {w.1} in cm? | How many cm long is the {w.1}?
? How long is the {w.0} in cm? | How many cm does the {w.0} measure? | What is the length of the {w.0} in cm? | How many cm long is the {w.0}?`,
    noise: false,
  }),
  structure({
    id: "nu-percent-others",
    steps: [1, 2, 3, 4],
    numbers: "q 10,20,25,30,40,50,60,75,80; t 40-400/20; d 4-50; k 2-5",
    work: "x=t%q; y=t-x; z=y-d; w=z*k",
    worlds: `
= percent; {who}; {who} with {w.1}; {thing} for each; {who} with {w.0}; {who} without {w.0}; {who} with neither; {thing}
@who people, tourists, pupils, pilgrims, sailors, fans
@w a map/a phone, a raincoat/an umbrella, a tent/a hotel room, a bicycle/a scooter, a hat/a scarf
@thing coupons, candies, leaflets, tea bags
- Of {t} {who}, {q}[%| percent] have {w.0}. | {q}[%| percent] of {t} {who} have {w.0}. | There are {t} {who}, and {q}[%| percent] of them have {w.0}.
+ The others do not. | The rest of them have none.
+ Of those others, {d} have {w.1}. | {d} of the others have {w.1} instead.
+ Those with neither get {k} {thing} each. | {k} {thing} go to each of those who have neither.
? How many {who} have {w.0}? | How many of them have {w.0}? | What is the number of {who} with {w.0}? | How many {who} is that?
? How many {who} do not have {w.0}? | How many of them are without {w.0}? | What is the number of {who} without {w.0}? | How many {who} are the others?
? How many {who} have neither? | How many of them have none of the two? | What is the number of {who} with neither? | How many {who} are left without both?
? How many {thing} are needed? | How many {thing} is that in all? | What is the number of {thing}? | How many {thing} are handed out?

= percent; {item}; new wooden {item}; minutes for each; {item} of {a1}; wooden {item}; old wooden {item}; minutes
@item bricks, panels, tiles, boards, pipes, slates
@a1 glass, copper, clay, stone
- {q}[%| percent] of the {t} {item} of a house are made of {a1}. | A house has {t} {item}, of which {q}[%| percent] are made of {a1}.
+ All others are made of wood. | Wood is used for the others.
+ {d} of the wooden {item} are new. | The workers have renewed {d} of the wooden {item}.
+ Every old wooden one must be painted, which takes {k} minutes each. | The old wooden ones take {k} minutes of work each.
? How many {item} are made of {a1}? | How many {item} of {a1} are there? | What is the number of {item} made of {a1}? | How many of the {item} are of {a1}?
? How many {item} are made of wood? | How many wooden {item} are there? | What is the number of wooden {item}? | How many of the {item} are not of {a1}?
? How many wooden {item} are old? | How many old wooden {item} are there? | What is the number of old {item} made of wood? | How many wooden {item} are not new?
? How many minutes do the old wooden ones take? | How many minutes of work is that? | What time is needed for the old wooden ones, in minutes? | For how many minutes must one work on them?

= percent; {fish} in the tank; {fish} sold; grams of food for each; red {fish}; other {fish}; {fish} left; grams of food
@fish guppies, butterflies, parrots, beetles, crabs, birds
- {q}[%| percent] of the {t} {fish} in a zoo house are red. | Of {t} {fish} in a zoo house {q}[%| percent] are red.
+ The others are blue. | Blue is the color of all others.
+ {d} of the blue ones go to another zoo. | Another zoo gets {d} of the blue ones.
+ Each blue one that stays eats {k} grams a week. | In a week, each of the blue ones that are left needs {k} grams of food.
? How many {fish} are red? | How many red {fish} are there? | What is the number of red {fish}? | How many of the {fish} have a red color?
? How many {fish} are blue? | How many blue {fish} are there? | What is the number of blue {fish}? | How many of the {fish} are not red?
? How many blue {fish} stay? | How many blue {fish} are left? | What is the number of blue {fish} after that? | How many blue ones are still there?
? How many grams do the blue ones eat in a week? | How many grams of food is that in a week? | What do the blue ones need in a week, in grams? | How many grams must there be for the blue ones in a week?`,
    noise: false,
  }),
  structure({
    id: "nu-years-of-collecting",
    steps: [2, 3, 4],
    numbers: "s 10-90; r 4-25; n 2-9; d 5-60; k 2-5",
    work: "x=r*n; y=s+x; z=y-d; w=z/k",
    worlds: `
= {item} at first; {item} a year; years; {item} given away; rooms; new {item}; {item} then; {item} left; {item} in a room
@item paintings, masks, stones, clocks, hats, dolls, swords, old radios, butterflies of paper
- {P} began with {s} {item} and has bought {r} a year for {n} years. | For {n} years {P} has added {r} {item} a year to the {s} from the beginning. | {P}'s collection had {s} {item} at first. Each year {r} came in, for {n} years.
+ A fire then destroys {d} of them. | {d} {item} are given to a school. | {P} sells {d} of the {item}.
+ The others are in {k} rooms, equally many in each. | {k} rooms hold the rest, the same number in each room.
? How many {item} does {P} have now? | How many {item} are in the collection? | How many {item} is that in all? | What is the number of {item} after {n} years?
? How many {item} are left? | How many {item} does {P} still have? | How many {item} remain? | What is the number of {item} then?
? How many {item} are in each room? | How many {item} does one room hold? | How many {item} can one see in a room? | What is the number of {item} in a room?

= {tree} at first; {tree} planted a day; days; {tree} that die; rows; new {tree}; {tree} then; living {tree}; {tree} in a row
@tree oaks, pines, birches, cherry trees, palms, willows
- On a hill with {s} {tree}, {r} more are planted a day, for {n} days. | For {n} days, helpers plant {r} {tree} a day on a hill where {s} {tree} stand already.
+ In the dry summer {d} {tree} die. | {d} of all these {tree} do not live through the winter.
+ The living ones form {k} equal rows. | Those that live are in {k} rows with equally many in each.
? How many {tree} are on the hill then? | How many {tree} does the hill have? | How many {tree} is that in all? | What is the number of {tree} after these days?
? How many {tree} are still alive? | How many living {tree} are there? | How many {tree} remain? | What is the number of {tree} that live?
? How many {tree} are in each row? | How many {tree} does one row have? | How many {tree} stand in a row? | What is the number of {tree} in a row?

= {who} at first; {who} a week; weeks; {who} who leave; {group}; new {who}; {who} then; {who} in the end; {who} in each
@who members, settlers, pupils, players, robots
@group teams, houses, classes, halls
- A new town club starts with {s} {who} and gets {r} more a week for {n} weeks. | At the start a club has {s} {who}. In each of {n} weeks, {r} others come in.
+ After an argument {d} of them leave. | {d} {who} go away again.
+ The rest are divided into {k} equal {group}. | {k} {group} of the same size are made of the rest.
? How many {who} does the club have then? | How many {who} are there? | How many {who} is that in all? | What is the number of {who} after {n} weeks?
? How many {who} stay? | How many {who} are left? | How many {who} remain in the club? | What is the number of {who} in the end?
? How many {who} are in each of the {group}? | How many {who} does each of the {group} get? | How many {who} belong to one of the {group}? | What is the size of each of the {group}?`,
  }),
];
