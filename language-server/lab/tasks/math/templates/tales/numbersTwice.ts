import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Two kinds side by side, each with its own rate: added, compared, and changed afterwards. */
export const numbersTwice: readonly Template[] = [
  structure({
    id: "nu-two-kinds",
    steps: [3, 4, 5],
    numbers: "r 3-14; t 2-12; q 3-14; u 2-12; e 4-40; n 2-8",
    work: "a=r*t; b=q*u; s=a+b; w=s-e; v=w/n",
    worlds: `
= {item} in a big box; big boxes; {item} in a small box; small boxes; {item} taken out; shelves; {item} in big boxes; {item} in small boxes; {item} in all; {item} left; {item} on a shelf
@item onions, tulip bulbs, tennis balls, light bulbs, coconuts, cans of paint, jars of pickles, tiles, candles
- There are {t} big boxes with {r} {item} in each, and {u} small boxes with {q} in each. | A truck brings {item}: {t} big boxes with {r} apiece and {u} small boxes with {q} apiece. | {r} {item} fit into a big box and {q} into a small one. A shop gets {t} big boxes and {u} small ones, all full.
+ {e} {item} are sold on the first day. | {e} of the {item} turn out to be broken and are thrown away. | {e} of them go straight to a customer.
+ The others are spread evenly over {n} shelves. | {n} shelves take what is left, each the same number.
? How many {item} are there in all? | How many {item} come altogether? | How many {item} is that with both kinds of boxes? | What is the total number of {item}?
? How many {item} are left? | How many {item} are still there? | How many {item} does the shop have then? | How many {item} remain to be sold?
? How many {item} are on each shelf? | How many {item} does one shelf hold? | How many {item} come on every shelf? | What is the number of {item} on a shelf?

= seats in a {x}; {x.s}; seats in a {y}; {y.s}; empty seats; guides; seats in the {x.s}; seats in the {y.s}; seats in all; people; people for each guide
@x bus, wagon, cable car, cabin, sleigh
@y van, taxi, boat, rowboat, jeep
- A group goes on a trip in {t} {x.s} with {r} seats each and {u} {y.s} with {q} seats each. | For a trip there are {t} {x.s} and {u} {y.s}. A {x} has {r} seats and a {y} has {q}. | In every {x} there is room for {r} people, in every {y} for {q}. A club rents {t} {x.s} and {u} {y.s} for its trip.
+ When they leave, {e} of the seats are empty, and all the others are taken. | Only {e} seats stay empty.
+ At the end of the trip, the travelers follow {n} guides in groups of equal size. | The travelers then form {n} equal groups, each with a guide of the town.
? How many seats are there altogether? | How many people can go along? | How many people is there room for? | What is the number of seats in all?
? How many people go on the trip? | How many seats are taken? | How many travelers are there? | How many people are in the group?
? How many people follow each guide? | How many travelers are with one guide? | How big is each of the groups? | How many people does every guide have?

= legs of a {x}; {x.s}; legs of a {y}; {y.s}; legs drawn in red; sheets; legs of the {x.s}; legs of the {y.s}; legs in all; legs drawn in black; legs on a sheet
@x giant spider, space crab, robot spider, magic table, sea monster
@y dragon, beetle, walking chair, unicorn, three-headed dog
# r 6-12; q 3-6
- In a cartoon there are {t} {x.s} with {r} legs each and {u} {y.s} with {q} legs each. | {P} draws {t} {x.s}, which have {r} legs each, and {u} {y.s}, which have {q} each.
+ {e} of all these legs are drawn in red, the rest in black. | A red pen is used for {e} of the legs, and the others are black.
+ The black legs are on {n} sheets, with the same number on each. | Each of the {n} sheets has equally many black legs on it.
? How many legs are that altogether? | How many legs are there in the cartoon? | How many legs must be drawn? | What is the number of all the legs?
? How many legs are black? | How many black legs are there? | How many legs are drawn in black? | How many of all these legs are not red?
? How many black legs are on each sheet? | How many black legs does one sheet have? | How many black legs can be seen on every sheet? | What is the number of black legs on a sheet?

= {item} a day by {P}; days of {P}; {item} a day by {Q}; days of {Q}; {item} sent away; rooms; {item} by {P}; {item} by {Q}; {item} of both; {item} kept; {item} in a room
@item paintings, carpets, chairs, statues, vases, drums, birdhouses, model ships, puppets
- {P} makes {r} {item} a day and works for {t} days. {Q} makes {q} a day, and does so for {u} days. | Two people make {item}: {P}, {r} a day for {t} days, and {Q}, {q} a day for {u} days. | For {t} days, {P} makes {r} {item} a day; for {u} days, {Q} makes {q} a day.
+ {e} of their {item} are sent abroad. | A castle orders {e} of the {item} they made, and these are sent there. | A fair takes {e} of the {item}.
+ The others are put into {n} rooms, equally many in each. | All that they still have is shown in {n} rooms with the same number in every room.
? How many {item} do they make together? | How many {item} do {P} and {Q} make in all? | How many {item} are made by the two? | What is the total of both?
? How many {item} do they still have? | How many {item} are left? | How many {item} do the two keep? | How many {item} remain with them?
? How many {item} are in each room? | How many {item} are there in one room? | How many {item} can be seen in every room? | What is the number of {item} in a room?

= points for a {x}; {x.s}; points for a {y}; {y.s}; points lost; players; points for {x.s}; points for {y.s}; points won; points in the end; points of each player
@x goal, correct answer, gold card, bull's eye, captured flag
@y pass, half answer, silver card, ring, found key
- In a game, a {x} is worth {r} points and a {y} {q} points. A team gets {t} {x.s} and {u} {y.s}. | A team has {t} {x.s} and {u} {y.s}. Each {x} brings {r} points, each {y} {q}. | {r} points are given for a {x} and {q} for a {y}. In the first game, a team has {t} {x.s} and {u} {y.s}.
+ For mistakes {e} points are taken away. | The judge takes away {e} points.
+ The {n} players of the team share the points equally. | The points are divided among the {n} players, who all get the same.
? How many points does the team win? | How many points is that in all? | How many points are given to the team? | What does the team score, in points?
? How many points does the team have in the end? | How many points are left? | What is the final number of points? | How many points does it keep?
? How many points does each player get? | How many points are there for one player? | What is the share of a player, in points? | How many points can each of them put down?`,
    noise: false,
  }),
  structure({
    id: "nu-two-kinds-gap",
    steps: [3, 4],
    numbers: "r 4-20; t 3-12; q 2-18; u 2-12; e 3-40",
    work: "a=r*t; b=q*u; s=a-b; w=s-e",
    worlds: `
= {item} a day in {w.0}; days in {w.0}; {item} a day in {w.1}; days in {w.1}; {item} caught up; {item} in {w.0}; {item} in {w.1}; more {item} in {w.0}; more {item} in the end
@item ships, tourists, seagulls, birds of prey, sailboats, rare ducks, swimmers
@w the north/the south, May/October, the old port/the new port, summer/winter, the east/the west
@verb were counted, were seen, were reported
- In {w.0} {r} {item} {verb} a day, for {t} days. In {w.1} it was {q} a day, for {u} days. | For {t} days, {r} {item} a day {verb} in {w.0}; for {u} days, {q} a day {verb} in {w.1}. | {P}'s list shows {r} {item} a day on {t} days in {w.0} and {q} a day on {u} days in {w.1}.
+ Later {e} more {item} are added for {w.1}. | {e} {item} had been forgotten in {w.1} and are put on the list.
? How many more {item} {verb} in {w.0} than in {w.1}? | How many more {item} does {w.0} have on the list than {w.1}? | By how many {item} is {w.0} ahead of {w.1}? | What is the difference between {w.0} and {w.1}, in {item}?
? How many more {item} does {w.0} have then? | By how many {item} is {w.0} still ahead? | What is the difference after that, in {item}? | How many {item} lie between {w.0} and {w.1} now?

= dollars for a {x}; {x.s} sold; dollars for a {y}; {y.s} bought; dollars for the rent; money taken in; money paid; money left; profit
# $r 5-25; $q 2-15; $e 5-60
@x wooden horse, wool hat, glass swan, leather bag, silver ring, knitted bear, clay flute
@y block of wood, ball of wool, bag of sand, piece of leather, bag of clay
- {P} buys {u} {y.s} for {$q} each. {P.he} then sells {t} {x.s} for {$r} each. | {t} {x.s} are sold by {P} for {$r} each. Before that {P.he} had to buy {u} {y.s} at {$q} apiece. | At a fair, {P} sells {t} {x.s} at {$r} apiece, and for the work {P.he} bought {u} {y.s} at {$q} each.
+ The place at the fair costs {$e}, too. | {P} also pays {$e} for the stand.
? How much more does {P} take in than {P.he} spends? | How much money does {P} make after the costs? | How much is {P}'s profit? | How many dollars remain for {P}?
? How much does {P} earn in the end? | How much is {P}'s profit? | How many dollars does {P} have left over? | How much money remains when all is paid?

= metres in a jump of the {x}; jumps of the {x}; metres in a jump of the {y}; jumps of the {y}; metres the {y} goes on; metres of the {x}; metres of the {y}; metres ahead; metres ahead in the end
@x kangaroo, giant, leopard, tiger, hare, robot horse
@y frog, dwarf, squirrel, cat, wallaby, toy robot
# r 4-9; t 5-20; q 2-5; u 4-20; e 2-15
- A {x} and a {y} start at the same line. The {x} makes {t} jumps of {r} metres and the {y} makes {u} jumps of {q} metres. | From one line a {x} jumps {t} times, {r} metres each time, and in the same direction a {y} jumps {u} times, {q} metres each time.
+ Then the {y} walks {e} metres further, while the {x} rests. | While the {x} sleeps, the {y} goes on for {e} metres.
? How many metres is the {x} ahead? | By how many metres does the {x} lead? | How many metres lie between the two? | How far is the {y} behind the {x}, in metres?
? How many metres is the {x} ahead now? | By how many metres does the {x} still lead? | How many metres lie between the two in the end? | How many metres are still missing to the {y}?

= cups in the {x}; {x.s} used; cups in the {y}; {y.s} used; cups spilled; cups from {x.s}; cups in {y.s}; cups left over; cups in the end
@x jug, kettle, pitcher, bucket, watering can
@y bowl, mug, flask, vase, bottle
# r 8-20; q 2-6; e 2-12
- {t} {x.s} hold {r} cups of {drink} each. From them, {u} {y.s} of {q} cups each are filled. | {P} has {t} {x.s} with {r} cups of {drink} in each. {P.he} fills {u} {y.s}, and each {y} takes {q} cups. | {u} {y.s}, each of which takes {q} cups, are filled from {t} {x.s} with {r} cups of {drink} each.
@drink water, tea, lemonade, berry juice, rose water
+ {e} cups of the rest are spilled. | Out of what is left, {e} cups are used for the flowers.
? How many cups are left in the {x.s}? | How many cups of {drink} remain in the {x.s}? | How many cups are not used? | How many cups of {drink} are left over?
? How many cups are left in the end? | How many cups of {drink} remain now? | How many cups are still in the {x.s}? | How many cups of {drink} can still be used?`,
    noise: false,
  }),
  structure({
    id: "nu-rate-changes",
    steps: [4, 5],
    numbers: "r 4-15; t 2-9; d 2-9; u 2-9; f 4-50",
    work: "a=r*t; q=r+d; b=q*u; s=a+b; w=s+f",
    worlds: `
= {item} a day at first; first days; more {item} a day; later days; other {item}; {item} at first; {item} a day later; {item} later; {item} in all; {item} with the others
@item wagons, tractors, pianos, boats, saddles, violins, clocks
- A factory builds {r} {item} a day for {t} days. Then new machines come, and for {u} days it builds {d} more a day than before. | At {r} {item} a day, a factory works for {t} days. With {d} more a day it works on for {u} days. | In the first {t} days a factory builds {r} {item} a day, and in the next {u} days it builds {d} more a day.
+ From an older year {f} {item} are still in the yard. | {f} {item} from the year before stand in the yard, too.
? How many {item} does the factory build? | How many {item} are built in all these days? | How many {item} is that altogether? | What is the total number of {item} built?
? How many {item} are there with the old ones? | How many {item} can the factory sell in all? | How many {item} are in the yard in the end, if none is sold? | How many {item} does the factory have then?

= pages a day at first; first days; more pages a day; later days; pages by a friend; pages at first; pages a day later; pages later; pages in all; pages of both
@text diary, novel, travel book, history of the village, fairy tale, detective story
- {P} writes a {text}. For {t} days {P.he} writes {r} pages a day; after that, for {u} days, {d} pages a day more. | At the beginning {P} writes {r} pages of a {text} a day and does so for {t} days. Then {P.he} gets faster by {d} pages a day and writes for {u} more days.
+ {Q} adds {f} pages about the ending. | A friend writes {f} pages more.
? How many pages does {P} write? | How many pages of the {text} does {P} write in all? | How many pages is that altogether? | How many pages are written in those days?
? How many pages does the {text} have in the end? | How long is the whole {text}, in pages? | How many pages is that, with the friend's? | How many pages do the two write?

= cm a month at first; first months; more cm a month; later months; cm at the start; cm at first; cm a month later; cm later; cm grown; cm in the end
@plant bamboo, bean of the giant, vine, hop plant, sunflower, seaweed
- A {plant} grows {r} cm a month for {t} months. Then, for {u} months, it grows {d} cm more in each month than before. | For {t} months a {plant} gains {r} cm a month. In the {u} wet months that follow, it gains {d} cm a month more.
+ When it was measured first, it was {f} cm long. | It had a length of {f} cm at the beginning.
? How many cm does it grow in all? | How many cm does the {plant} gain in this time? | By how many cm does it get longer? | What is its growth in cm?
? How long is the {plant} in the end, in cm? | How many cm long is it then? | What is its length in cm after this time? | How many cm does the {plant} measure?

= dollars a week at first; first weeks; more dollars a week; later weeks; present; saved at first; dollars a week later; saved later; saved in all; money with the present
# $r 4-15; t 2-9; $d 2-9; u 2-9; $f 4-50
@for a drum kit, a sleeping bag, riding lessons, a microscope, a pair of skates, a tent
- For {for}, {P} saves {$r} a week in {t} weeks, and for {u} further weeks {P.he} saves {$d} a week more than that. | {P} wants {for}. In the first {t} weeks {P.he} puts aside {$r} a week. After that it is {$d} more each week, for {u} weeks.
+ An uncle gives {P.him} {$f} in addition. | There is also a present of {$f} from the family.
? How much does {P} save? | How much money does {P} have after that time? | How many dollars are saved in all? | How much is that altogether?
? How much money does {P} have in the end? | How much can {P} spend on it? | How many dollars are there with the present? | How much is it all together?

= people an hour before noon; hours before noon; more people an hour; hours after noon; people with a pass; people before noon; people an hour after noon; people after noon; people with tickets; people in all
@place maze, ghost train, ice rink, treetop walk, wave pool, Ferris wheel, salt mine
- Before noon {r} people an hour buy a ticket for the {place}, for {t} hours. After noon it is {d} more an hour, for {u} hours. | The {place} sells {r} tickets an hour for {t} hours before noon and {d} more than that an hour for {u} hours after noon, one ticket to a person.
+ {f} people have a pass and need no ticket. | Another {f} people come in without a ticket because they have a pass.
? How many people buy a ticket? | How many tickets are sold? | How many people is that on this day? | How many visitors with tickets does the {place} have?
? How many people come to the {place} in all? | How many visitors are there, with those who have a pass? | How many people is that altogether? | What is the number of visitors?`,
    noise: false,
  }),
];
