import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** A whole and its parts: what is taken, what is the rest, and how the rest is divided. */
export const numbersParts: readonly Template[] = [
  structure({
    id: "nu-parts-rest",
    steps: [1, 2, 3],
    numbers: "t 60-300; a 10-80; b 5-60; n 2-8",
    work: "x=t-a; y=x-b; z=y/n",
    worlds: `
= {item} in the wreck; {item} brought up on Monday; {item} brought up on Tuesday; museums; {item} after Monday; {item} after Tuesday; {item} for each museum
@item clay jars, bronze coins, cannon balls, blue plates, wine jugs, glass beads, silver spoons
- Divers find a wreck with {t} {item} in it. On Monday they bring up {a} of them. | {t} {item} lie in a sunken ship. Of these, {a} are brought up by divers on Monday. | Out of the {t} {item} in a sunken ship, divers bring up {a} on Monday.
+ Another {b} follow on Tuesday. | On Tuesday {b} more are lifted. | The divers bring up {b} more on Tuesday.
+ All those that still lie there are promised to {n} museums, in equal numbers. | Whatever is still down there will later go to {n} museums, the same number to each.
? How many {item} are still in the wreck? | How many {item} remain on the sea floor? | How many {item} are left down there after Monday? | Work out how many {item} are still in the ship.
? How many {item} lie there after Tuesday? | How many {item} are still in the wreck then? | How many {item} have not been brought up yet? | How many {item} remain for the other days?
? How many {item} does each museum get? | How many {item} will one museum get? | How many {item} are there for each museum? | What is the share of one museum, in {item}?

= seats in the hall; seats taken by {first}; seats taken by {second}; school classes; seats not taken by {first}; free seats; seats for each class
@first teachers, veterans, families, members of the club, nurses
@second tourists, students, neighbors, journalists, guests of the mayor
@hall concert hall, circus tent, opera house, stadium block, lecture hall
- The {hall} has {t} seats. {a} of these are taken by {first}. | There are {t} seats in the {hall}, and {first} take {a} of them. | Of the {t} seats in a {hall}, {a} go to {first}.
+ {^second} get {b} seats. | A further {b} seats are taken by {second}. | {b} others are kept for {second}.
+ The other seats are given to {n} school classes of equal size. | {n} school classes, all equally large, fill the seats that are left.
? How many seats are left for others? | How many seats are not taken by {first}? | How many seats does the {hall} have left? | How many seats are still free?
? How many seats are free now? | How many seats are still left? | How many seats can be given to other people? | What is the number of free seats?
? How many children are in each class? | How many seats does each class fill? | How many seats are there for each of the classes? | How big is one class?

= {what} in the library; {what} on loan; {what} being repaired; shelves; {what} not on loan; {what} in the house; {what} on a shelf
@what maps, scrolls, records, films, globes, manuscripts, sheet music books, dictionaries
- An archive owns {t} {what}, of which {a} are on loan. | {a} of the {t} {what} of an archive are on loan. | {P} looks after an archive. It has {t} {what}, but {a} are on loan.
+ {b} more are away for repair. | In the workshop {b} others are being repaired. | Because of damage, {b} of those not on loan are at the repair shop.
+ Those in the house stand on {n} shelves, equally many on each. | {n} shelves hold what is in the house, each shelf the same number.
? How many {what} are not on loan? | How many {what} has the archive not lent out? | How many {what} remain in the archive? | How many {what} can still be borrowed?
? How many {what} are in the house? | How many {what} are neither on loan nor at the workshop? | How many {what} could a visitor see there? | How many {what} are left in the house?
? How many {what} are on each shelf? | How many {what} does one shelf hold? | How many {what} stand on a single shelf? | What number of {what} is on each of the shelves?

= {animal} in the colony; {animal} that leave first; {animal} that leave later; rocks; {animal} after the first group; {animal} after the second group; {animal} on a rock
@animal penguins, seals, flamingos, bats, monarch butterflies, storks, terns, walruses
@when at dawn, in the first week, when the ice breaks, before the storm
- {t} {animal} live in a colony. {^when} {a} of them leave. | From a colony of {t} {animal}, {a} move off {when}. | A colony counts {t} {animal}, until {a} of these go away {when}.
+ Then {b} others follow them. | Later another {b} go. | Some days after that, {b} more are gone.
+ The ones that stay spread over {n} rocks, the same number on each. | Those that do not leave rest on {n} rocks in equal groups.
? How many {animal} stay? | How many {animal} are still there? | How many {animal} are left in the colony? | How many {animal} did not go?
? How many {animal} are in the colony now? | How many {animal} stay in the end? | How many {animal} remain there? | What is the size of the colony after that?
? How many {animal} rest on each rock? | How many {animal} are on one rock? | How many {animal} does each rock carry? | How big is the group on each rock?

= metres of {stuff}; metres for the {x}; metres for the {y}; equal pieces; metres after the {x}; metres left; metres in a piece
@stuff copper wire, rope, silk, garden hose, chain, steel cable, velvet
@x first order, big order, order from the north, morning order
@y second order, small order, order from the south, evening order
- A factory has a roll of {t} metres of {stuff}. It cuts off {a} metres for the {x}. | {a} metres are cut from a roll of {stuff} for the {x}. The roll was {t} metres long. | From {t} metres of {stuff}, {a} metres go to the {x}.
+ The {y} needs {b} metres from the same roll. | {b} metres more are cut for the {y}. | After that, {b} metres are used for the {y}.
+ What remains is cut into {n} equal pieces. | The rest of the roll becomes {n} pieces of the same length.
? How many metres of {stuff} are left? | How many metres are still on the roll? | How long is the roll then, in metres? | How many metres of {stuff} does the factory still have?
? How many metres of {stuff} are left after both? | How many metres are still on the roll? | How long is the roll in the end, in metres? | How many metres of {stuff} remain?
? How long is each piece in metres? | How many metres long is every piece? | How many metres does one piece measure? | What is the length of a piece in metres?`,
    noise: false,
  }),
  structure({
    id: "nu-fraction-rest",
    steps: [1, 2, 3, 4],
    numbers: "f 1/2,1/3,2/3,1/4,3/4,1/5,2/5,3/5; t f*8-60; g 1/2,1/3,2/3,1/4,3/4",
    work: "x=t:f; y=t-x; z=y:g; w=y-z",
    worlds: `
= {thing} of the {who}; {thing} lent; {thing} in the tower; {thing} that turn to dust; {thing} that are still good
@thing spell books, potions, crystal balls, magic wands, star charts, flying brooms
@who wizard, witch, sorcerer, druid, old magician
- A {who} owns {t} {thing} and lends {f} of them to a friend. | {f} of the {t} {thing} that a {who} owns are lent to a friend. | Of {t} {thing} in the tower of a {who}, {f} are lent to a friend.
+ The others stay in the tower. | Nothing else is given away.
+ In a magic storm {g} of those that stayed turn to dust. | Then {g} of the ones in the tower turn to dust.
+ The rest are still good. | The others come to no harm.
? How many {thing} are lent? | How many {thing} does the friend get? | How many {thing} leave the tower? | How many {thing} does the {who} lend to the friend?
? How many {thing} stay in the tower? | How many {thing} does the {who} keep? | How many {thing} are not lent? | How many {thing} remain with the {who}?
? How many {thing} turn to dust? | How many {thing} are lost in this way? | How many {thing} become dust in the tower? | What is the number of {thing} that turn to dust?
? How many good {thing} does the {who} still have in the tower? | How many {thing} in the tower are still good? | How many of the {who}'s {thing} in the tower are not dust? | How many {thing} can still be used in the tower?

= {people} at the camp; {people} with {x}; {people} without {x}; of these with {y}; with neither
@people scouts, campers, sailors, soldiers, climbers, pilgrims, students
@x a cold, a blister, a sunburn, wet boots, a sore knee
@y a headache, a cough, an insect bite, a toothache
- There are {t} {people} in a camp, and {f} of them have {x}. | {f} of the {t} {people} in a camp have {x}. | The camp doctor sees all {t} {people}; {f} of them have {x}.
+ The others do not have it. | The doctor then talks to those without it.
+ Of those without {x}, {g} have {y}. | Among the ones who do not have {x}, {g} have {y}.
+ All the others are quite well. | Everyone else is healthy.
? How many {people} have {x}? | How many of them have {x}? | How many cases of this does the doctor see? | Work out how many {people} have {x}.
? How many {people} do not have {x}? | How many {people} are without {x}? | How many of the {people} have no such trouble? | How many {people} are not among these cases?
? How many {people} have {y} but not {x}? | How many {people} without {x} have {y}? | How many {people} of this second kind are there? | How many {people} come only because of {y}?
? How many {people} are quite well? | How many {people} have neither? | How many healthy {people} are there? | How many {people} have no trouble at all?

= {bead} in the bowl; red {bead}; {bead} that are not red; blue {bead}; white {bead}
@bead beads, tiles, balloons, ribbons, glass drops, tulips, buttons, pins, lanterns
- {P} has {t} {bead} and {f} of them are red. | {f} of {P}'s {t} {bead} are red. | Of the {t} {bead} that {P} needs for a pattern, {f} are red.
+ The others have other colors.
+ {g} of those that are not red are blue. | Blue is the color of {g} of the others. | Of the others {g} are blue.
+ Whatever is neither red nor blue is white. | All the rest are white.
? How many red {bead} are there? | How many {bead} are red? | How many of {P.his} {bead} are red? | What is the number of red {bead}?
? How many {bead} are not red? | How many {bead} have a color other than red? | How many {bead} does {P} have that are not red? | How many {bead} are of the other colors?
? How many {bead} are blue? | How many blue {bead} are there? | How many of the {bead} are blue? | What is the number of blue {bead}?
? How many white {bead} does {P} have? | How many {bead} are white? | How many {bead} are neither red nor blue? | What is the number of white {bead}?

= km of the {way}; km on the first day; km after the first day; km on the second day; km on the third day
@way canal, river, pilgrim path, desert road, coast path, old railway, mountain trail
- {P} travels along a {way} of {t} km. On day one {P.he} covers {f} of it. | A {way} is {t} km long, and {P} does {f} of it on the first day. | On the first day {P} covers {f} of a {way}, which is {t} km long.
+ The remaining part is for the next days.
+ The second day takes {P.him} along {g} of what remains. | On the second day {P.he} covers {g} of the rest. | {g} of the remaining part is done on the second day.
+ On the third day {P} reaches the end. | The last part is done on the third day.
? How many km is that on the first day? | How many km does {P} cover on the first day? | How long is the first day's trip in km? | How far does {P} get on the first day, in km?
? How many km remain after the first day? | How many km are still to go? | How far is it still to the end, in km? | How long is the remaining part in km?
? How many km does {P} cover on the second day? | How long is the second day's trip in km? | How far does {P} get on the second day alone, in km? | How many km belong to the second day?
? How many km are done on the third day? | How long is the third day's trip in km? | How many km does {P} cover on the third day? | How far must {P} go on the third day, in km?

= {crew} on board; {crew} on the upper deck; {crew} not on the upper deck; {crew} asleep below; {crew} awake below
@crew sailors, robots, astronauts, fishermen, passengers, musicians, cadets
@ship sailing ship, space station, ferry, submarine, river boat, airship
- A {ship} has {t} {crew} on board. The upper part is where {f} of them work. | Of the {t} {crew} aboard a {ship}, {f} are in the upper part. | {f} of the {t} {crew} of a {ship} are in the upper part.
+ All the others are in the lower part. | The rest are below.
+ In the lower part, {g} of them are resting. | Of those below, {g} are resting.
+ The others below are at work. | Everyone else below is busy.
? How many {crew} are in the upper part? | How many of the {crew} are up there? | How many {crew} would you meet in the upper part? | What is the number of {crew} in the upper part?
? How many {crew} are in the lower part? | How many {crew} are below? | How many {crew} are not in the upper part? | What is the number of {crew} below?
? How many {crew} are resting below? | How many {crew} rest in the lower part? | How many of the {crew} below are at rest? | What is the number of resting {crew} below?
? How many {crew} are at work below? | How many {crew} in the lower part are not resting? | How many {crew} are busy below? | What is the number of busy {crew} in the lower part?`,
    noise: false,
  }),
  structure({
    id: "nu-three-groups",
    steps: [1, 2, 3, 4],
    numbers: "a 10-70; d 3-30; t 90-300; k 2-6",
    work: "b=a+d; s=a+b; c=t-s; m=c/k",
    worlds: `
= {w.0}; more {w.1}; figures in all; boxes; {w.1}; {w.0} and {w.1}; {w.2}; {w.2} in a box
@w eagles/lions/bears, swords/shields/helmets, oak leaves/pine cones/acorns, knights/queens/dragons, whales/seals/walruses, kings/castles/bishops
- A toy maker carves {a} {w.0} and {d} more {w.1} than {w.0}. | {a} {w.0} and, {d} more in number, {w.1} are carved by a toy maker. | The {w.0} carved by a toy maker number {a}; there are {d} more {w.1}.
+ Both kinds are put in the shop window. | They are painted together.
+ All other figures of the {t} that were carved are {w.2}. | {t} figures were carved altogether, and all that are not named yet are {w.2}.
+ The {w.2} are sent away in {k} boxes, equally many in each. | {k} boxes with the same number in each hold all the {w.2}.
? How many {w.1} are there? | How many {w.1} were carved? | What is the number of {w.1}? | How many {w.1} did the toy maker carve?
? How many {w.0} and {w.1} are there together? | How many pieces of these two kinds were carved? | How many figures is that in all? | What do the {w.0} and the {w.1} add up to?
? How many {w.2} are there? | How many {w.2} were carved? | What is the number of {w.2}? | How many {w.2} did the toy maker carve?
? How many {w.2} are in each box? | How many {w.2} does one box hold? | How many {w.2} were put in each of the boxes? | How many {w.2} must be packed in a box?

= minutes of {x}; more minutes of {y}; minutes of the show; guests; minutes of {y}; minutes of {x} and {y}; minutes of talks; minutes for each guest
@x music, dancing, short films, poetry, sports news
@y comedy, magic, cartoons, acting, world news
- In a show there are {a} minutes of {x}. {^y} gets {d} minutes more. | A show gives {a} minutes to {x} and {d} more minutes than that to {y}. | {^x} takes up {a} minutes of a show, {y} {d} minutes more.
+ They come one after the other. | There is no break between them.
+ The whole show lasts {t} minutes; everything else in it is talk with guests. | The show is {t} minutes long, and the remaining time is for talks with guests.
+ There are {k} guests, who all get equally long. | This time is divided equally among {k} guests.
? How many minutes does {y} get? | How many minutes of {y} are there? | How long is the part with {y}, in minutes? | How many minutes belong to {y}?
? How many minutes do the two parts last together? | How long are {x} and {y} together, in minutes? | How many minutes is that in all? | After how many minutes are both parts over, if the show begins with them?
? How many minutes are there for the talks? | How long are the talks, in minutes? | How many minutes of the show are talk? | How much time in minutes is left for guests?
? How many minutes does each guest get? | How long may each guest talk, in minutes? | How many minutes are there for one guest? | What is the time of each guest in minutes?

= {w.0} in the {place}; more {w.1}; all in the {place}; rows; {w.1} in the {place}; {w.0} and {w.1}; {w.2} in the {place}; {w.2} in a row
@w apple trees/pear trees/cherry trees, tulips/roses/lilies, gray horses/brown horses/black horses, cabbages/leeks/pumpkins, swans/geese/herons, statues/fountains/benches
@place king's garden, abbey garden, park of the queen, yard of the castle
- A visitor of the {place} counts {a} {w.0}. There are {d} fewer {w.0} than {w.1}. | In the {place} there are {a} {w.0}, {d} fewer than {w.1}. | The {place} has {d} more {w.1} than {w.0}, and it has {a} {w.0}.
+ The visitor adds the two numbers. | Two numbers are noted down and added.
+ Then come the {w.2}, and with them the count is {t}. | With the {w.2} it makes {t}. | If the {w.2} are counted too, the sum is {t}.
+ The {w.2} form {k} equal rows. | These {w.2} form {k} rows with equally many in each row.
? How many {w.1} are there? | How many {w.1} does the {place} have? | What is the number of {w.1}? | How many {w.1} would the visitor count?
? How many {w.0} and {w.1} are there altogether? | How many are there of both kinds? | What is the sum of {w.0} and {w.1}? | How many {w.0} and {w.1} does the {place} have in all?
? How many {w.2} are there? | How many {w.2} does the {place} have? | What is the number of {w.2}? | How many {w.2} did the visitor count?
? How many {w.2} are in each row? | How many {w.2} are in one row? | How many {w.2} does a row have? | How long is each row, counted in {w.2}?`,
    noise: false,
  }),
];
