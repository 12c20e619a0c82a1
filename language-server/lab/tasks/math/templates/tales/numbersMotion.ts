import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Things that move, fill, drain, carry and change into each other. */
export const numbersMotion: readonly Template[] = [
  structure({
    id: "nu-two-movers",
    steps: [3, 4],
    numbers: "v 10-60/5; u 5-50/5; t 2-9; d 10-90",
    work: "x=v*t; y=u*t; s=x+y; w=s+d",
    noise: false,
    worlds: `
= km an hour of the {m.0}; km an hour of the {m.1}; hours; km between them at first; km of the {m.0}; km of the {m.1}; km apart; km apart in the end
@m fast train/slow train, big ship/small ship, red balloon/blue balloon, truck/bus, camel rider/donkey rider, eagle/crow
- A {m.0} and a {m.1} travel in opposite directions. The {m.0} does {v} km an hour, the {m.1} {u} km an hour. | A {m.0} goes east at {v} km an hour and a {m.1} goes west at {u} km an hour.
- They move for {t} hours. | {t} hours pass.
+ When they left, there were already {d} km between them, as one started further on. | Only the places of the start were not the same but {d} km apart.
? How far apart are they then, in km? | How many km are between them? | How many km apart are the two? | What is the distance between them in km?
? How far apart are they in the end, in km? | How many km are between them after that time? | How many km apart are they then? | What is the distance between the two in km?

= metres a minute of {P}; metres a minute of {Q}; minutes; metres not covered; metres of {P}; metres of {Q}; metres of both; metres of the whole way
# v 20-80/5; u 20-70/5; t 2-9; d 10-300/10
@way bridge, beach, tunnel, canal path, long wall, avenue
- {P} and {Q} start from the two ends of a {way} and go toward each other, {P} at {v} metres a minute, {Q} at {u}. | From one end of a {way} comes {P} with {v} metres a minute, and from the other comes {Q} with {u} metres a minute.
- They walk like this for {t} minutes. | {t} minutes pass.
+ Now there are still {d} metres between them. | They are now {d} metres from each other and have not met.
? How many metres have they covered together? | How many metres have both gone in all? | What is the sum of their ways in metres? | How many metres of the {way} have the two covered?
? How long is the {way} in metres? | What is the length of the {way} in metres? | How many metres long is the {way}? | How many metres is it from one end to the other?

= {item} an hour by the {x}; {item} an hour by the {y}; hours; {item} from before; {item} by the {x}; {item} by the {y}; {item} of both; {item} in all
# v 10-60; u 5-50; t 2-9; d 10-200
@x old machine, big oven, robot, first printer
@y new machine, small oven, worker, second printer
@item boxes, loaves, labels, cups
- The {x} does {v} {item} an hour, and at the same time the {y} does {u}. | While the {x} makes {v} {item} an hour, the {y} makes {u} in the same time.
- Both run for {t} hours. | After {t} hours both stop.
+ {d} {item} were there before. | In the store there were {d} already.
? How many {item} do the two make? | How many {item} is that? | How many {item} come from both? | What is the number of {item} by both?
? How many {item} are there in all? | How many {item} are in the store then? | How many {item} is that with the old ones? | What is the number of {item} in the store?`,
  }),
  structure({
    id: "nu-fill-and-drain",
    steps: [2, 3, 4],
    numbers: "a 8-30; b 2-15; t 3-12; s 10-120; e 5-60",
    work: "n=a-b; x=n*t; y=x+s; w=y-e",
    worlds: `
= litres in a minute; litres out a minute; minutes; litres at first; litres used; litres more a minute; litres gained; litres then; litres left
@tub bath tub, pond, barrel, tank, canal lock, washing trough
- Every minute {a} litres of water run into a {tub}, and {b} litres run out through a hole. This goes on for {t} minutes. | For {t} minutes, {a} litres a minute flow into a {tub} while {b} litres a minute are lost.
+ At the beginning there were {s} litres in the {tub}. | The {tub} had {s} litres in it before.
+ After that, {e} litres are taken out with a pump. | Then someone takes {e} litres of the water.
? By how many litres does the water grow? | How many litres are gained? | How many litres more are in the {tub} after that? | How many litres does the {tub} gain?
? How many litres are in the {tub} then? | How much water is in the {tub} after this time, in litres? | How many litres does the {tub} hold then? | What is the amount in the {tub} in litres?
? How many litres are left in the {tub}? | How much water is left, in litres? | How many litres does the {tub} still hold? | What amount remains, in litres?

= {who} who come in an hour; {who} who leave in an hour; hours; {who} at first; {who} sent home; {who} more an hour; {who} gained; {who} then; {who} in the end
@who visitors, guests, skaters, swimmers, monkeys, customers
@place museum, hall, park, temple, palace garden
- In each hour {a} {who} come into the {place} and {b} leave it, for {t} hours. | For {t} hours, {b} {who} leave the {place} every hour, but {a} new ones come in.
+ When this began, {s} {who} were there. | {s} {who} were in the {place} at the beginning.
+ Then {e} go away because of rain. | A bus takes {e} of them away.
? By how many does the number of {who} grow? | How many {who} more are there after that? | How many more {who} than at first are in the {place}? | By how many {who} does it get fuller?
? How many {who} are in the {place} then? | How many {who} are there after these hours? | How many {who} does the {place} have in it then? | What is the number of {who} then?
? How many {who} are left? | How many {who} stay in the {place}? | How many {who} are in the {place} in the end? | What is the number of {who} in the end?

= metres up by day; metres back by night; days; metres at first; metres lost; metres won a day; metres won; height then; height in the end
# a 8-30; b 2-7; s 10-120; e 5-60
@who snail, ladybug, climber, caterpillar, robot
@what tower, cliff, giant's beanstalk, dam, tall tree
- A {who} climbs {a} metres up a {what} every day and slips back {b} metres every night, for {t} days and nights. | For {t} days and nights, a {who} goes {a} metres up a {what} by day and {b} metres down by night.
+ It had started at a height of {s} metres. | The start was on a ledge {s} metres above the ground.
+ Then a storm blows it {e} metres down. | After that the {who} falls back by {e} metres.
? How many metres does the {who} gain? | By how many metres does it get higher? | How many metres higher is it after that? | How much height does the {who} win, in metres?
? How high is the {who} then, in metres? | At what height is the {who} then, in metres? | How many metres above the ground is it? | What height has the {who} reached, in metres?
? How high is the {who} in the end, in metres? | At what height is the {who} after that, in metres? | How many metres above the ground is it then? | What is the height of the {who} in the end, in metres?

= dollars earned a week; dollars spent a week; weeks; dollars at first; dollars lent; dollars saved a week; dollars saved; dollars then; dollars left
# $a 8-40; $b 2-20; $s 10-120; $e 5-60
@job walking dogs, washing cars, delivering papers, playing the accordion, feeding horses
- {P} earns {$a} a week with {job} and spends {$b} of it. {t} weeks pass. | For {t} weeks, {P} gets {$a} a week for {job}, and every week {P.he} spends {$b}.
+ Before that {P} already had {$s}. | {$s} was in {P.his} drawer before.
+ Then {P.he} lends {$e} to a friend. | {$e} of this {P} gives to {P.his} sister.
? How much does {P} save in this time? | How many dollars does {P} save? | How much money is put aside? | What sum does {P} save?
? How much does {P} have then? | How many dollars does {P} have in all? | How much money is there with the old money? | What sum does {P} have?
? How much does {P} have left? | How many dollars are left? | How much money remains for {P}? | What sum does {P} still have?`,
    noise: false,
  }),
  structure({
    id: "nu-capacity",
    steps: [1, 2, 3],
    numbers: "c 4-15; n c*4-20; b 2-6; p 2-9",
    work: "x=n/c; y=x/b; z=y*p",
    noise: false,
    worlds: `
= {load} on one trip; {load}; {v.s}; dollars for each; trips; trips of each; dollars for each driver
@v truck, boat, sledge, cart, drone, elevator
@load boxes, patients, goats, tree trunks, pianos, statues
# $p 2-9
- {n} {load} must be moved, and a {v} takes {c} {load} at a time. | A {v} carries {c} {load} on one trip. {n} {load} are waiting.
+ The trips are divided equally among {b} such {v.s}. | {b} {v.s} share the trips equally.
+ The driver of a {v} gets {$p} for each trip. | For every trip {$p} is paid to the driver.
? How many trips are needed? | How many trips does it take to move them all? | How many trips is that? | How many times must the {v} go?
? How many trips does each {v} make? | How many trips are there for each {v}? | How many times must each {v} go? | What is the number of trips of each {v}?
? How much does each driver get? | How many dollars are paid to each driver? | How much does one driver earn? | What is each driver's pay?

= {item} in a full {box}; {item}; shelves; labels on each; {box.s}; {box.s} on a shelf; labels on a shelf
@box album, tray, case, rack, folder
@item photos, test tubes, violins, plates, reports, tickets
- {n} {item} are put away, with {c} in each {box}. | Each {box} takes {c} of the {n} {item}, and all get full.
+ The {box.s} stand on {b} shelves, the same number on each. | {b} shelves hold equally many {box.s}.
+ Every {box} needs {p} labels. | {p} labels are put on every {box}.
? How many {box.s} are filled? | How many {box.s} are needed? | How many {box.s} is that? | What is the number of {box.s}?
? How many {box.s} are on each shelf? | How many {box.s} does a shelf hold? | How many {box.s} stand on one shelf? | What is the number of {box.s} on a shelf?
? How many labels are there on each shelf? | How many labels does one shelf have? | How many labels are needed for one shelf? | What is the number of labels on a shelf?

= {who} in a group; {who}; rooms; candles for each; groups; groups in a room; candles in a room
@who wizards, pupils, poets, monks, painters, chess players
- {n} {who} come together and form groups of {c}. | In a castle {n} {who} are divided into groups of {c}.
+ The groups go into {b} rooms, equally many into each. | {b} rooms take the same number of groups.
+ Each group gets {p} candles. | There are {p} candles for every group.
? How many groups are there? | How many groups do the {who} form? | How many groups is that? | What is the number of groups?
? How many groups are in each room? | How many groups does one room take? | How many groups go into every room? | What is the number of groups in a room?
? How many candles are in each room? | How many candles does one room have? | How many candles are needed in one room? | What is the number of candles in a room?

= {item} on a {line}; {item}; days; hooks for each; {line.s}; {line.s} a day; hooks a day
@item shirts, towels, fish, hides, sheets
@line line, rack, pole
- {n} {item} must be hung up to dry, with {c} on a {line}. | {P} hangs up {n} {item}, and a {line} takes {c} of them.
+ The {line.s} are filled over {b} days, equally many on each day. | In {b} days the same number of {line.s} is filled each day.
+ Each {line} needs {p} hooks. | {p} hooks are needed for every {line}.
? How many {line.s} are filled? | How many {line.s} are needed? | How many {line.s} is that? | What is the number of {line.s}?
? How many {line.s} are filled a day? | How many {line.s} is that for each day? | What is the number of {line.s} for a day? | How many {line.s} must be filled each day?
? How many hooks are needed on each day? | How many hooks does a day take? | What is the number of hooks for a day? | How many hooks is that for one day?`,
  }),
  structure({
    id: "nu-exchange",
    steps: [1, 2, 3],
    numbers: "a 3-30; k 2-9; m 2-9; d 2-30",
    work: "x=a*k; y=x/m; z=y+d",
    worlds: `
= {t.0}; {t.1} for each; {t.1} for one of the {t.2}; {t.2} from before; {t.1}; {t.2}; {t.2} in the end
@t pearls/shells/knives, rubies/coins/horses, big badges/small badges/caps, gold stars/stickers/books, bronze cards/paper cards/dragon cards
- At a market one gets {k} {t.1} for each of the {t.0}. {P} comes with {a} {t.0} and changes all of them. | {P} has {a} {t.0} and gives them away for {k} {t.1} apiece. | For each of the {t.0} there are {k} {t.1}, and {P} changes {a} {t.0}.
+ For {m} {t.1} one gets one of the {t.2}, so {P} changes again. | Then {P} gives away all these {t.1}, {m} for each of the {t.2}.
+ {P} already had {d} {t.2}. | At home {P} has {d} {t.2} from before.
? How many {t.1} does {P} get? | How many {t.1} are given to {P}? | How many {t.1} does {P} have then? | What is the number of {t.1} for {P}?
? How many {t.2} does {P} get? | How many {t.2} are given to {P}? | How many {t.2} is that? | What is the number of {t.2} for {P}?
? How many {t.2} does {P} have in all? | How many {t.2} are {P}'s in the end? | How many {t.2} is that together? | What is the whole number of {t.2}?

= {work}; {coin} for each; {coin} for a {thing}; {thing.s} from before; {coin}; {thing.s}; {thing.s} in all
@work riddles, songs, races, quests, puzzles
@coin silver coins, stars, tokens, crystals
@thing sword, shield, lantern, potion, horse
- In a game, every one of the {work} brings {k} {coin}, and {P} does {a} of them. | {P} does {a} {work} in a game that gives {k} {coin} for each. | After {a} {work}, at {k} {coin} apiece, {P} goes to the shop of the game.
+ All the {coin} are spent on {thing.s}, each of which costs {m} {coin}. | A {thing} costs {m} {coin}, and {P} spends everything on {thing.s}.
+ {P} had {d} {thing.s} at the start. | There are {d} {thing.s} in {P}'s chest already.
? How many {coin} does {P} get? | How many {coin} is that? | How many {coin} does the game give {P}? | What is the number of {coin}?
? How many {thing.s} does {P} buy? | How many {thing.s} is that? | For how many {thing.s} is that enough? | What is the number of new {thing.s}?
? How many {thing.s} does {P} have then? | How many {thing.s} is that in all? | How many {thing.s} are {P}'s in the end? | What is the number of all the {thing.s}?

= {f.0}; {f.1} from each; {f.1} for a {f.2}; {f.2}s from before; {f.1}; {f.2}s; {f.2}s in all
@f sheep/kg of wool/blanket, geese/feathers/fan, bushes/berries/pie, hives/jars of honey/hamper, nut trees/nuts/cake, ewes/cups of milk/cheese
- {P} gets {k} {f.1} from each of {a} {f.0}. | From each of {P}'s {a} {f.0} come {k} {f.1}. | {a} {f.0} give {P} {k} {f.1} each.
+ Each {f.2} needs {m} {f.1}, and all of it is used for {f.2}s. | {P} uses everything for {f.2}s, with {m} {f.1} in each.
+ {d} {f.2}s are there from the year before. | From last year {P} still has {d} {f.2}s.
? How many {f.1} is that? | How many {f.1} does {P} get? | What is the number of {f.1}? | How many {f.1} are there altogether?
? How many {f.2}s can {P} make? | How many {f.2}s is that? | What is the number of {f.2}s made? | How many {f.2}s are made?
? How many {f.2}s are there with the old ones? | How many {f.2}s does {P} have in all? | What is the number of all the {f.2}s? | How many {f.2}s is that together?

= {base.1}; {unit} for each; {unit} for a {other}; {other.s} from before; {unit}; {other.s}; {other.s} in all
@base old tire/old tires, plastic bottle/plastic bottles, broken phone/broken phones, empty can/empty cans, used battery/used batteries
@unit points, tokens, cents, stamps
@other tree, ball, ticket, T-shirt, toy
- At the recycling yard each {base.0} brings {k} {unit}. {P} hands in {a} {base.1}. | {P} brings {a} {base.1} to the recycling yard, which gives {k} {unit} for each.
+ A {other} costs {m} {unit} there, and {P} spends all {unit} on {other.s}. | All the {unit} are changed into {other.s}, and each {other} takes {m} {unit}.
+ {d} {other.s} from last time are at {P}'s home. | {P} has {d} {other.s} already.
? How many {unit} does {P} get? | How many {unit} is that? | How many {unit} does the yard give {P}? | What is the number of {unit}?
? How many {other.s} does {P} get? | How many {other.s} is that? | For how many {other.s} is that enough? | What is the number of {other.s}?
? How many {other.s} does {P} have then? | How many {other.s} is that in all? | How many {other.s} are {P}'s now? | What is the number of all the {other.s}?`,
  }),
  structure({
    id: "nu-scaled",
    steps: [2, 3],
    numbers: "k 2-8; n k*2-9; m 2-20; d 5-60",
    work: "x=n/k; y=x*m; z=y+d",
    worlds: `
= {t.1}; {t.2} for these; {t.1} wanted; {t.2} as a reserve; {t.2} for one {t.0}; {t.2} needed; {t.2} with the reserve
@t ring/rings/grams of silver, barrel/barrels/boards, cake/cakes/eggs, dress/dresses/metres of cloth, potion/potions/drops of dew, kite/kites/sticks
- For {k} {t.1} one needs {n} {t.2}. {P} wants to make {m} {t.1} of the same kind. | {P} knows that {n} {t.2} are enough for {k} {t.1}, and has an order for {m} such {t.1}. | {n} {t.2} went into {k} {t.1}, and now {m} {t.1} of that kind are ordered.
+ {P} orders {d} more {t.2} as a reserve. | {d} {t.2} more are taken to be safe.
? How many {t.2} are needed for the {m}? | How many {t.2} does {P} need? | How many {t.2} must there be for {m} {t.1}? | How many {t.2} go into {m} {t.1}?
? How many {t.2} are ordered in all? | How many {t.2} does {P} order? | How many {t.2} is that with the reserve? | What is the whole number of {t.2}?

= hours; {job.2} in these hours; hours planned; {job.2} done before; {job.2} an hour; {job.2} in the planned time; {job.2} in all
@job machine/prints/pages, crew/paints/doors, team/washes/windows, school class/plants/trees, dairy robot/milks/cows, drone/checks/roofs
- A {job.0} {job.1} {n} {job.2} in {k} hours. At this speed it works for {m} hours. | In {k} hours a {job.0} {job.1} {n} {job.2}. It keeps this speed and works for {m} hours in all.
+ Before, with another speed, {d} {job.2} had been done. | {d} {job.2} were done the day before.
? How many {job.2} is that in {m} hours? | How many {job.2} are done in {m} hours? | How many {job.2} can be done in the {m} hours? | What is the number of {job.2} for {m} hours?
? How many {job.2} are done altogether, with those from before? | How many {job.2} is that with the earlier ones? | What is the sum of the earlier {job.2} and those of the {m} hours? | How many {job.2} are done in the end?

= weeks; dollars in these weeks; weeks in all; dollars as a bonus; dollars a week; dollars in all weeks; dollars with the bonus
# $n k*5-60; $d 5-60
@job gardener, guard, cook, violin player, shepherd, ferryman
- A {job} gets {$n} for {k} weeks and stays for {m} weeks with the same pay. | For {k} weeks a {job} is paid {$n}. At this rate the {job} works {m} weeks.
+ At the end there is a bonus of {$d}. | {$d} is given as a thank-you at the end.
? How much does the {job} get for the {m} weeks? | How many dollars are that for {m} weeks? | What is the pay for {m} weeks? | How much is paid for all {m} weeks?
? How much does the {job} get in all? | How many dollars is that with the bonus? | How much money is paid altogether? | What is the sum with the bonus?`,
    noise: false,
  }),
];
