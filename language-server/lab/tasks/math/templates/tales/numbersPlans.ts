import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Two ways to do a thing, compared; schedules; averages. */
export const numbersPlans: readonly Template[] = [
  structure({
    id: "nu-two-plans",
    steps: [4, 5],
    numbers: "$f 5-60; $r 2-10; n 4-30; $q 4-20; k 2-5",
    work: "x=r*n; a=x+f; b=q*n; d=b-a; z=d*k",
    worlds: `
= fixed fee of the club; price of a visit in the club; visits; price of a visit without the club; years; price of the club's visits; cost in the club; cost without the club; money saved; money saved in all years
@place climbing hall, swimming pool, skating rink, sauna, zoo, chess club, theater
- Members of the {place} pay {$f} a year and then {$r} for each visit. Without a card, a visit costs {$q}. {P} goes there {n} times a year. | A visit to the {place} costs {$q}. With a card for {$f} a year it costs only {$r}. In one year, {P} makes {n} visits.
+ {P} has had the card for {k} years, always with the same number of visits. | The card is used in this way for {k} years.
? How much does {P} save in a year with the card? | How much cheaper is the year with the card? | How many dollars less does {P} pay in a year with the card? | What does the card save {P} in a year?
? How much has the card saved {P} in all? | How many dollars are saved in that time? | How much does {P} save in {k} years? | What sum does the card save altogether?

= price of the machine; material for each; {item}; price of each in the shop; families; material for all; cost of making them; cost in the shop; money saved; money saved by all
@item candles, loaves of bread, jars of jam, T-shirts, soaps, toys
- To make {item} at home, {P} needs a machine for {$f}, and the material for each of them costs {$r}. In the shop each costs {$q}. {P} wants {n} of them. | {P} wants {n} {item}. They cost {$q} apiece in the shop. At home the material is {$r} apiece, but a machine for {$f} must be bought.
+ {k} families think the same way, and each of them makes equally many. | There are {k} families who do just the same.
? How much does {P} save by making them? | How much cheaper is it to make them at home? | How many dollars less does it cost at home? | What is saved at home?
? How much do all the families save? | How many dollars do the {k} families save together? | How much is saved in all? | What sum is saved by the families altogether?

= minutes to get the {tool} ready; minutes for each with the {tool}; {load}; minutes for each by hand; days; minutes of carrying with the {tool}; minutes with the {tool}; minutes by hand; minutes saved; minutes saved in all
# f 5-60; r 2-10; n 4-30; q 4-20
@tool cart, crane, conveyor, robot, donkey
@load boxes, barrels, bales, bricks, sacks
- To carry {n} {load} by hand takes {q} minutes for each. With a {tool}, it takes {f} minutes to get ready and then {r} minutes for each. | By hand, each of {n} {load} takes {q} minutes. A {tool} needs only {r} minutes for each of them, but {f} minutes before it can start.
+ This work comes up on {k} days. | The same work must be done on {k} days.
? How many minutes does the {tool} save? | How many minutes faster is it with the {tool}? | How many minutes longer does it take by hand? | What time does the {tool} save, in minutes?
? How many minutes does the {tool} save on all these days? | How many minutes are saved in all? | How many minutes does it save on the {k} days together? | What time is saved altogether, in minutes?`,
    noise: false,
  }),
  structure({
    id: "nu-schedule",
    steps: [2, 3, 4],
    numbers: "a 3-9; b 2-20; c 2-15; d 2-10",
    work: "x=a*b; y=x-c; z=y*d; w=z/2",
    worlds: `
= {trip.1} a day; days; {trip.1} called off; passengers on each; {trip.1} planned; {trip.1} made; passengers; paying passengers
@trip ferry ride/ferry rides, balloon ride/balloon rides, cave tour/cave tours, tram tour/tram tours, whale tour/whale tours, night walk/night walks
- A company plans {a} {trip.1} a day for {b} days. Because of bad weather {c} of them are called off. | {a} {trip.1} a day are planned for {b} days, but storms stop {c} of these. | In {b} days with {a} {trip.1} a day, {c} of the {trip.1} do not take place.
+ On every {trip.0} that takes place there are {d} people. | Each {trip.0} has {d} people on it.
+ Half of all these people are children. | Every second one of these people is a child.
? How many {trip.1} take place? | How many {trip.1} are there in fact? | How many {trip.1} are not called off? | What is the number of {trip.1} that take place?
? How many people take part in all? | How many people can go along altogether? | How many people does the company have in these days? | What is the number of people on all of them?
? How many children take part? | How many children are that? | How many of the people are children? | What is the number of children?

= lessons a week; weeks; lessons missed; exercises in a lesson; lessons planned; lessons; exercises; hard exercises
@what violin, fencing, Greek, sailing, ballet, judo, drawing
- {P} has {a} {what} lessons a week for {b} weeks but misses {c} of them. | A course in {what} has {a} lessons a week and lasts {b} weeks; {P} is ill for {c} of the lessons. | For {b} weeks there are {a} {what} lessons a week, of which {P} misses {c}.
+ {P} does {d} exercises in a lesson. | In each lesson that {P} goes to there are {d} exercises.
+ Half of the exercises are hard. | {P} finds half of them hard.
? How many lessons does {P} go to? | How many lessons does {P} take? | How many lessons does {P} not miss? | In how many lessons is {P} there?
? How many exercises does {P} do? | How many exercises is that? | How many exercises are done by {P} in all? | What is the number of exercises?
? How many hard exercises does {P} do? | How many of the exercises are hard? | How many hard ones are there? | What is the number of hard exercises?

= walks a day; days; walks in the rain; rounds of the park on a walk; walks; dry walks; rounds; rounds with friends
@dog dog, pony, llama, goat, goose
- {P} takes the {dog} out {a} times a day for {b} days. On {c} of these walks it rains, and they stay short. | For {b} days the {dog} is taken out {a} times a day. {c} of the walks are short because of rain.
+ On each of the long walks they go {d} times round the park. | All the others are long: {d} rounds of the park each.
+ A friend comes along for half of these rounds. | On half of these rounds {Q} is with them.
? How many long walks do they take? | How many of the walks are not short? | How many walks are without rain? | What is the number of long walks?
? How many rounds of the park is that? | How many times do they go round the park? | How many rounds do they make in all? | What is the number of rounds?
? How many rounds are made with a friend? | How many rounds is the friend there for? | On how many rounds are they not alone? | How many rounds does the friend make?`,
    noise: false,
  }),
  structure({
    id: "nu-average",
    steps: [2, 3],
    numbers: "a 10-60; b 10-60; c 10-60; t 12-70",
    work: "s=a+b+c; m=s/3; d=t-m",
    worlds: `
= {what} on day one; {what} on day two; {what} on day three; {what} on day four; {what} on the three days; average; {what} above the average
@what eggs, fish, mushrooms, snowballs, lemons, chestnuts
- {P} finds {a} {what} on day one, {b} on day two and {c} on day three. | On three days, {P} finds {a}, {b} and {c} {what}. | {a} {what} on the first day, {b} on the second and {c} on the third: that is what {P} writes down.
+ On day four {P.he} finds {t}, which is above the average of the three days. | {t} {what} are found on the fourth day, more than the average of the days before.
? How many {what} is that a day on average? | What is the average of the three days? | On average, how many {what} did {P} find a day? | How many {what} would it be a day if all three days had been the same?
? By how many {what} is day four above that average? | How many more {what} than that average are found on day four? | How many {what} lie between the fourth day and that average? | How far above that average is the fourth day, in {what}?

= height of the {h.0}; height of the {h.1}; height of the {h.2}; height of the {h.3}; sum of the heights; average height; metres above the average
@h church/tower/castle/new hotel, pine/oak/palm/giant tree, cliff/dam/mill/bridge, bank/library/theater/radio mast, swing/slide/rope net/Ferris wheel
- The {h.0} is {a} metres high, the {h.1} {b} metres and the {h.2} {c} metres. | There are three high things to see: the {h.0} with {a} metres, the {h.1} with {b} metres and the {h.2} with {c} metres.
+ The {h.3} is higher than their average: {t} metres. | With its {t} metres, the {h.3} is above their average.
? What is their average height in metres? | How high are the three on average, in metres? | How many metres is the average of the three? | What is the average of these heights, in metres?
? How many metres is the {h.3} above their average? | By how many metres is the {h.3} higher than the average of the three? | How much higher than that average is the {h.3}, in metres? | How far does the {h.3} rise above that average, in metres?

= {unit} of the first {who}; {unit} of the second {who}; {unit} of the third {who}; {unit} of the fourth; {unit} of the three; average; above the average
@who goat, cow, camel, machine, worker, oven
@unit cups, jars, boxes, bags
- Three of the {who.s} of {P} give {a}, {b} and {c} {unit} a week. | In one week the first {who} brings {a} {unit}, the second {b} and the third {c}.
+ A fourth one is better than their average: it brings {t} {unit}. | The fourth brings {t} {unit}, more than the average of the three.
? How many {unit} do the three bring on average? | What is the average of the three? | How many {unit} would each have if all three were equal and the sum the same? | On average, how many {unit} come from one of the three?
? How many {unit} above the average of the others is the fourth one? | By how many {unit} is the fourth better than the average of the three? | How many {unit} more than the average of the three does the fourth bring? | How much better than that average is the fourth one, in {unit}?

= points of {P}; points of {Q}; points of {R}; points of {S}; points of the three; average; points above the average
@game darts, bowling, mini golf, a spelling bee, a quiz, a dance contest
- In {game}, {P} gets {a} points, {Q} {b} and {R} {c}. | The results of {game} are {a} points for {P}, {b} for {Q} and {c} for {R}. | {P}, {Q} and {R} take part in {game} and get {a}, {b} and {c} points.
+ {S}, who comes later, gets {t} points, more than their average. | With {t} points {S} is above the average of these three.
? How many points did the three get on average? | What is the average of the three results? | On average, how many points did each of the three get? | What is their average number of points?
? By how many points is {S} above that average? | How many points better than that average is {S}? | How many points lie between {S} and that average? | How many more points than the average does {S} have?`,
    noise: false,
  }),
  structure({
    id: "nu-average-back",
    steps: [2, 3],
    numbers: "n 3-6; m 10-60; s 20-200; k 2-4",
    work: "t=n*m; x=t-s; y=x*k",
    worlds: `
= tests; average; points in the tests before; times as much; points in all; points in the last test; points for the prize
@test tests, games, rounds, races, jumps
- In {n} {test} {P} wants an average of {m} points. In all of them but the last, {P.he} has got {s} points together. | {P} has {s} points from all {test} but the last one. With the last, there are {n} {test}, and the average is to be {m} points.
+ In the last one, all points count {k*} for the prize. | For the prize the points of the last one are multiplied by {k}.
? How many points does {P} need in the last one? | How many points must the last one bring? | How many points are needed in the last one for that average? | What number of points must {P} reach in the last one?
? How many points for the prize is that last one? | How many points does the last one bring for the prize, if {P} reaches just that average? | How many points would count for the prize from the last one? | What does the last one give for the prize, in points?

= {v.0}; average number of {v.1}; {v.1} in the others; times as many; {v.1} in all; {v.1} in the last; {v.1} of the friend
@v hives/bees, jars/coins, nests/eggs, caves/bats, drawers/keys, ponds/frogs, tubs/goldfish
- {n} {v.0} have {m} {v.1} each on average. All of them without the last have {s} {v.1} together. | On average there are {m} {v.1} in each of {n} {v.0}. If the last is left out, the others have {s} {v.1} in all.
+ A friend has {k*} as many {v.1} as the last one. | A friend says that at home there are {k*} as many {v.1} as in the last of these.
? How many {v.1} are in the last? | How many {v.1} does the last one have? | What is the number of {v.1} in the last one? | How many {v.1} belong to the last one?
? How many {v.1} does the friend have? | How many {v.1} are there at the friend's? | How many {v.1} is that at the friend's? | What is the friend's number of {v.1}?

= hikes; average length in km; km of the hikes before; times as long; km in all; km of the last hike; km of the tour
@kind hikes, bike rides, rowing trips, night walks
- {P} plans {n} {kind} with an average of {m} km. All but the last make {s} km together. | The {n} {kind} of {P} are to have {m} km on average, and those before the last have {s} km in all.
+ A tour in the next year will be {k*} as long as the last of them. | Next year comes a tour that is {k*} as long as this last one.
? How many km must the last one have? | How long is the last one, in km? | What length in km is left for the last one? | How many km does {P} plan for the last one?
? How many km will the tour of the next year have? | How long is that tour in km? | What is the length of that tour in km? | How many km does {P} plan for the next year?

= nets; average number of fish; fish in the other nets; price of each in coins; fish in all; fish in the last net; coins for these
@fish herrings, cod, mackerels, squids
# k 2-4
- A boat pulls up {n} nets with {m} {fish} each on average. Without the last net it was {s} {fish}. | On average there were {m} {fish} in each of {n} nets, and {s} of these came up before the last net.
+ The {fish} of the last net are sold for {k} coins each. | Each of those from the last net brings {k} coins.
? How many {fish} were in the last net? | How many {fish} did the last net have? | What was the number of {fish} in the last net? | How many {fish} came up with the last net?
? How many coins do these bring? | How many coins is that for the last net? | What do the {fish} of the last net bring, in coins? | How many coins are paid for them?`,
    noise: false,
  }),
];
