import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Equal groups: packed, regrouped, nested, and what is left over handed out. */
export const numbersGroups: readonly Template[] = [
  structure({
    id: "nu-batch-loss-pack",
    steps: [1, 2, 3],
    numbers: "a 3-12; b 6-24; c 4-50; d 2-10",
    work: "x=a*b; y=x-c; z=y/d",
    worlds: `
= vats; {item} from a vat; cracked {item}; {item} in a box; {item}; whole {item}; boxes
@item candles, soaps, wax figures, wax apples, crayons, lanterns of wax
- {P} melts {a} vats of wax, and each vat gives {b} {item}. | From one vat of wax come {b} {item}. {P} empties {a} vats. | The workshop gets {b} {item} out of each vat of wax and uses {a} vats.
+ {c} of the {item} crack. | In the cold, {c} of them break. | {c} {item} come out badly and are melted again.
+ The good ones go into boxes of {d}. | The others are packed, {d} to a box. | Each box takes {d} of the good ones.
? How many {item} are made? | How many {item} come out of the vats? | How many {item} is that? | Find how many {item} are made.
? How many good {item} are there? | How many {item} are in order? | How many {item} can be sold? | How many {item} are left?
? How many boxes are filled? | How many boxes are needed for the good ones? | How many boxes does that make? | How many full boxes are there?

= rows of nests; nests in a row; empty nests; nests for a ranger; nests; nests with eggs; rangers
@bird gulls, puffins, terns, penguins, cormorants, herons
- On a cliff there are {a} rows of nests of {bird}, with {b} nests in every row. | The {bird} of a cliff have {b} nests in each of {a} rows.
+ {c} of the nests are empty; eggs lie in all others. | There are eggs in all but {c} of them.
+ Rangers watch over the nests with eggs, each of them over {d} nests. | Each ranger looks after {d} of the nests with eggs.
? How many nests are on the cliff? | How many nests do the {bird} have? | How many nests is that in all? | What is the number of nests?
? How many nests have eggs in them? | How many nests are not empty? | In how many nests are there eggs? | How many nests with eggs are on the cliff?
? How many rangers are needed? | How many rangers watch over them? | How many rangers does the cliff need? | What is the number of rangers?

= {drive}; {item} on each; {item} deleted; {item} in a folder; {item}; {item} kept; folders
@drive discs, memory cards, laptops, phones, cameras
@item photos, songs, video clips, drawings, sound files, maps
- There are {a} {drive} with {b} {item} on each of them. | {P} has {a} {drive}. On each one are {b} {item}. | Each of {a} {drive} holds {b} {item}.
+ {c} of these {item} are deleted. | {c} of them are bad and get deleted. | Someone deletes {c} of them.
+ The rest is sorted into folders with {d} {item} in each. | What is kept goes into folders of {d}. | A program puts the others into folders, {d} in a folder.
? How many {item} are that? | How many {item} are on the {drive} altogether? | How many {item} are there in all? | What is the number of {item}?
? How many {item} are kept? | How many {item} are left? | How many {item} are not deleted? | How many {item} are there after that?
? How many folders are there? | How many folders are needed? | How many folders does that give? | What is the number of folders?

= {pull.1}; {herd} in a {pull.0}; {herd} that stay behind; {herd} in a group; {herd}; {herd} that go on; groups
@herd camels, mules, donkeys, horses, llamas, yaks
@pull caravan/caravans, train/trains, column/columns
- {a} {pull.1} of {b} {herd} each meet at a well. | At a well {a} {pull.1} meet, and every {pull.0} has {b} {herd}. | In each of the {a} {pull.1} that meet at a well there are {b} {herd}.
+ {c} of the {herd} are too tired and stay behind. | When they leave, {c} {herd} stay at the well. | {c} {herd} are sold to the people at the well.
+ The others go on in groups of {d}. | For the next part of the way, all others are led in groups of {d}.
? How many {herd} are at the well? | How many {herd} are there altogether? | How many {herd} come to the well? | What is the number of {herd} at the well?
? How many {herd} go on? | How many {herd} leave the well with the travelers? | How many {herd} do not stay there? | How many {herd} are left for the journey?
? How many groups are there? | How many groups leave the well? | In how many groups do they go on? | How many groups do the {herd} form?

= sheets; {item} on a sheet; torn {item}; {item} in an envelope; {item}; good {item}; envelopes
@item stamps, stickers, labels, tattoos for children, name tags, tickets, coupons
- On each of {a} sheets there are {b} {item}. | {P} prints {a} sheets with {b} {item} on every sheet. | A sheet has {b} {item} on it, and there are {a} such sheets.
+ {c} {item} get torn. | While cutting, {P} spoils {c} of the {item}. | {c} of these have a wrong color and are thrown away.
+ Envelopes are filled with {d} good {item} each. | {P} puts the good ones into envelopes, {d} into each.
? How many {item} are that altogether? | How many {item} are there in all? | How many {item} are on the sheets? | How many {item} does that make?
? How many good {item} are there? | How many {item} are left? | How many {item} can be used? | How many {item} remain?
? How many envelopes are filled? | How many envelopes are needed? | How many envelopes does that make? | For how many envelopes are there enough {item}?

= spaceships; {who} in a spaceship; {who} who fly on; {who} in a dome; {who}; {who} who stay; domes
@who settlers, robots, scientists, farmers, builders
@planet Mars, the moon, a new planet, a far star's planet
- {a} spaceships with {b} {who} in each come to {planet}. | {b} {who} are in every one of the {a} spaceships that come to {planet}. | To {planet} fly {a} spaceships, each with {b} {who} inside.
+ {c} of the {who} fly on to another place. | All but {c} {who} get out and stay.
+ Those who stay move into domes for {d}. | Each dome has room for {d} of those who stay, and every dome is filled.
? How many {who} come there? | How many {who} are in the spaceships? | How many {who} fly to {planet}? | How many {who} are there altogether?
? How many {who} stay? | How many {who} remain on {planet}? | How many {who} do not fly on? | What is the number of {who} who stay?
? How many domes do they need? | How many domes are filled? | How many domes are there for them? | What is the number of domes?`,
  }),
  structure({
    id: "nu-leftover-shared",
    steps: [2, 3],
    numbers: "n 3-12; k 4-15; t 60-250; m 2-9",
    work: "x=n*k; y=t-x; z=y/m",
    worlds: `
= {child}; {item} for each; {item} at first; {adult}; {item} given to the {child}; {item} left over; {item} for each of the {adult}
@child children, scouts, pupils, young actors, goalkeepers
@adult helpers, teachers, parents, drivers, trainers
@item nuts, cherries, tickets, plums, crackers, stickers, chestnuts, grapes
- {t} {item} are on the table. {n} {child} get {k} {item} each. | Each of {n} {child} takes {k} of the {t} {item} on the table. | From a pile of {t} {item}, {k} go to each of {n} {child}.
+ The leftover {item} are shared equally by {m} {adult}. | {m} {adult} divide what is left over equally. | What remains is handed out to {m} {adult}, the same number to each.
? How many {item} are left over? | How many {item} do the {child} leave? | How many {item} remain on the table? | How many {item} are not given to the {child}?
? How many {item} does each of the {adult} get? | How many {item} are there for each of the {adult}? | How many {item} does every one of the {adult} have then? | What is the share of each of the {m} {adult}, in {item}?

= big boats; {who} in a big boat; {who}; small boats; {who} in big boats; {who} without a big boat; {who} in a small boat
@who islanders, refugees, students, fans, pilgrims, workers, hikers
- {t} {who} must cross a lake. {n} big boats take {k} of them each. | Of {t} {who} who want to cross a lake, {k} get into each of {n} big boats. | At a lake {t} {who} wait; {n} big boats leave with {k} {who} in each.
+ For the others there are {m} small boats, and all of them carry equally many. | The rest go in {m} small boats, the same number in each.
? How many {who} are still waiting? | How many {who} are not in a big boat? | How many {who} have no seat yet? | For how many {who} is there no room in the big boats?
? How many {who} are in each small boat? | How many {who} does each small boat carry? | How many {who} get into a small boat? | How many {who} sit in each of the small boats?

= big {thing.1}; metres for a big {thing.0}; metres of rope; small {thing.1}; metres for the big {thing.1}; metres left over; metres for a small {thing.0}
@thing tent/tents, kite/kites, sail/sails, net/nets, swing/swings, hammock/hammocks
- There are {t} metres of rope. Each of {n} big {thing.1} needs {k} metres. | {P} has {t} metres of rope and uses {k} metres for each of {n} big {thing.1}. | For {n} big {thing.1}, {k} metres of rope each are cut from a rope of {t} metres.
+ All the rest is used for {m} small {thing.1}, the same length for each. | {m} small {thing.1} get equal parts of what is left.
? How many metres of rope are left over? | How many metres are left for other things? | How long is the rest of the rope, in metres? | How many metres of rope remain?
? How many metres are there for each small {thing.0}? | How many metres of rope does a small {thing.0} get? | How long is the rope for one small {thing.0}, in metres? | How many metres of rope go to every small {thing.0}?

= shelves; {item} on a shelf; {item}; tables; {item} on shelves; {item} not on shelves; {item} on a table
@item trophies, cactuses, model cars, minerals, dolls, teapots, masks, clocks, seashells
- A collector has {t} {item}. {n} shelves are full with {k} {item} on each. | {n} shelves hold {k} {item} each. The collector who owns them has {t} {item} in all. | In a house with {t} {item}, {k} of them stand on each of {n} shelves.
+ All the others are on {m} tables, equally many on each. | {m} tables share the others equally.
? How many {item} are not on the shelves? | How many {item} stand somewhere else? | For how many {item} is there no room on the shelves? | How many {item} are left over?
? How many {item} are on each table? | How many {item} does one table hold? | How many {item} stand on every table? | What is the number of {item} on a table?

= {x}; {gold} for each; {gold} found; {y}; {gold} of the {x}; {gold} left over; {gold} for each of the {y}
@x dwarfs, knights, pirates, giants, brave hens
@y elves, bards, sailors, cooks, mice
@gold gold pieces, diamonds, silver cups, pearls, magic beans
- {n} {x} find {t} {gold}. Every one of the {x} keeps {k}. | {t} {gold} are found by {n} {x}, and {k} {gold} are kept by each. | After the fight with a dragon there are {t} {gold}; {n} {x} take {k} each.
+ The rest goes to {m} {y}, who divide it fairly. | They give the rest to {m} {y} in equal parts.
? How many {gold} are left over? | How many {gold} do the {x} not keep? | How many {gold} can be given away? | How many {gold} remain?
? How many {gold} does each of the {y} get? | How many {gold} are there for each of the {y}? | What is the share of each of the {y}, in {gold}? | How many {gold} does every one of the {y} have then?

= workdays; minutes a day; minutes in all; weekend days; minutes on workdays; minutes at the weekend; minutes on a weekend day
# n 3-5; k 10-40; t 100-300; m 2-2
@what trumpet, chess, juggling, skating, yoga, piano, archery
- In one week {P} practices {what} for {t} minutes. On {n} school days it is {k} minutes a day. | {P} practices {what} for {k} minutes on each of {n} school days; in the whole week it is {t} minutes. | Of the {t} minutes of {what} in a week, {P} does {k} on each of {n} school days.
+ The rest is done on {m} free days, equally long on both. | On {m} free days {P} does the rest, the same time on each.
? How many minutes are left for the other days? | How many minutes does {P} practice on other days? | How many minutes of the week are not on school days? | How long does {P} practice on the other days together, in minutes?
? How many minutes does {P} practice on each free day? | How long is the training on a free day, in minutes? | How many minutes are there for each of the free days? | How many minutes is that on one free day?`,
    noise: false,
  }),
  structure({
    id: "nu-regroup",
    steps: [2, 3],
    numbers: "n 3-15; k 4-15; m 3-12; c 2-9",
    work: "x=n*k; y=x/m; z=y-c",
    worlds: `
= {x}; {item} in each; {item} in a {y.0}; {y.1} lent out; {item}; {y.1}; {y.1} left
@x drawers, cases, old boxes, sacks, barrels, suitcases
@y crate/crates, basket/baskets, chest/chests, cabinet/cabinets
@item bottles, puppets, gloves, hats, gears, dictionaries, bells, ropes, wigs
- {n} {x} with {k} {item} in each are emptied. The {item} are then put into {y.1} that take {m} each. | {P} takes {k} {item} out of each of {n} {x} and fills {y.1} with {m} {item} apiece. | In {n} {x} there were {k} {item} each. Now all of them lie in {y.1} of {m}.
+ {c} of the {y.1} are then given to a museum. | A neighbor takes {c} of the {y.1}.
? How many {y.1} are filled? | How many {y.1} are needed? | How many {y.1} does that make? | How many full {y.1} are there?
? How many {y.1} are left? | How many {y.1} are still there? | How many {y.1} does that leave? | How many {y.1} remain?

= {group}; {who} in each; {who} in a {team.0}; {team.1} that lose; {who}; {team.1}; {team.1} still in it
@group classes, villages, ships, clubs, schools, regiments
@who players, singers, dancers, rowers, chess players, runners, archers
@team team/teams, squad/squads, crew/crews
- {n} {group} send {k} {who} each. They are mixed and form {team.1} of {m}. | Each of {n} {group} sends {k} {who} to a big meeting, where {team.1} of {m} {who} are formed. | To a meeting come {k} {who} from every one of {n} {group}. There are {m} {who} in each {team.0}.
+ {c} {team.1} lose and go home. | After the first day {c} {team.1} are out.
? How many {team.1} are there? | How many {team.1} do they form? | How many {team.1} does the meeting have? | What is the number of {team.1}?
? How many {team.1} are still in it? | How many {team.1} stay? | How many {team.1} are left? | How many {team.1} did not go home?

= {work}; minutes of each; minutes on a {disc.0}; {disc.1} gone; minutes in all; {disc.1}; {disc.1} left
# n 8-40; k 2-6; m k*2-6
@work songs, hymns, dances, stories, lessons, chapters
@disc record/records, tape/tapes, disc/discs
- {P} wants to copy {n} {work}, each {k} minutes long, onto {disc.1}. One {disc.0} takes {m} minutes, and all get full. | {n} {work} of {k} minutes each are put on {disc.1}. Every {disc.0} has room for {m} minutes and is filled completely.
+ {c} of the {disc.1} get lost. | {c} of these {disc.1} are given away.
? How many {disc.1} does {P} need? | How many {disc.1} are filled? | How many {disc.1} is that? | On how many {disc.1} does everything fit?
? How many {disc.1} are left? | How many {disc.1} are still there? | How many {disc.1} does that leave? | How many {disc.1} remain?

= bottles; cups in a bottle; cups in a {pot.0}; {pot.1} for the neighbors; cups of juice; {pot.1}; {pot.1} left
@pot pot/pots, pan/pans, bowl/bowls, pitcher/pitchers
@juice berry juice, milk, broth, cider, syrup, rose water
- {n} bottles with {k} cups of {juice} in each are poured into {pot.1} that hold {m} cups, until every {pot.0} is full and nothing is left. | A cook has {n} bottles of {juice}, {k} cups in each. All of it is poured into {pot.1} of {m} cups, and every one gets full.
+ {c} of the {pot.1} are carried to the neighbors. | {c} of these {pot.1} are used up on the same day.
? How many {pot.1} are filled? | How many {pot.1} are needed? | How many {pot.1} does the {juice} fill? | How many full {pot.1} are there?
? How many full {pot.1} are left? | How many full {pot.1} are still there? | How many {pot.1} with {juice} remain? | How many {pot.1} does the cook have then?`,
  }),
];
