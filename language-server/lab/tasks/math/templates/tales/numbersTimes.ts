import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Ages, lengths of time, and numbers of other units: dozens, weeks, hours. */
export const numbersTimes: readonly Template[] = [
  structure({
    id: "nu-ages",
    steps: [1, 2, 3, 4],
    numbers: "a 5-14; k 2-4; d 2-9; e 2-12",
    work: "b=a*k; c=b-d; t=a+b+c; w=t+e",
    noise: false,
    worlds: `
= age of {P}; times as old; years younger; age of the {pet}; age of {Q}; age of {R}; sum of the ages; sum with the {pet}
@pet dog, parrot, turtle, cat, horse
- {P} is {a} years old, and {Q} is {k*} as old. | {Q} is {k*} as old as {P}, who is {a}. | {P} is {a}. The age of {Q} is {k*} the age of {P}.
+ {R} is {d} years younger than {Q}. | {Q} is {d} years older than {R}. | {R} was born {d} years after {Q}.
+ They add their ages for fun. | All three write their ages on a card.
+ Then they add the age of the {pet}, which is {e} years old. | The {pet}, {e} years old, is counted as well.
? How old is {Q}? | What is the age of {Q}? | How many years old is {Q}? | How many candles does {Q} need for a cake with one for each year?
? How old is {R}? | What is the age of {R}? | How many years old is {R}? | How many candles does {R} need for a cake with one for each year?
? How old are the three together? | What is the sum of the three ages? | How many years are {P}, {Q} and {R} old altogether? | What do the ages add up to?
? How old are all of them together? | What is the sum of all these ages? | How many years is that altogether? | What do the ages add up to, with the {pet}?

= years of the {t.0}; times as long; years less; years of the {t.3}; years of the {t.1}; years of the {t.2}; years of the three; years of all four
@t bakery/mill/inn/smithy, bridge/tunnel/canal/harbor, chess club/choir/band/newspaper, theater/museum/library/park
# a 6-30; d 3-20; e 4-50
- The {t.0} of the town has existed for {a} years, and the {t.1} {k*} as long. | For {a} years there has been a {t.0} in this town. The {t.1} has been there {k*} as long.
+ The {t.2} came {d} years after the {t.1}. | The {t.2} is {d} years younger than the {t.1}.
+ A historian adds up the years of the three. | For a speech, the years of all three are added.
+ The {t.3} is {e} years old, and its years are added too. | To this are added the {e} years of the {t.3}.
? For how many years has the {t.1} existed? | How old is the {t.1} in years? | What is the age of the {t.1}? | How many years has the {t.1} been there?
? For how many years has the {t.2} existed? | How old is the {t.2} in years? | What is the age of the {t.2}? | How many years has the {t.2} been there?
? How many years are that together? | What is the sum of the three ages? | How many years do the three have in all? | What do the three ages add up to?
? How many years is that with the {t.3}? | What is the sum of all four ages? | How many years do the four have in all? | What do the four ages add up to?

= age of the youngest {who}; times as old; years younger; age of the guest; age of the oldest {who}; age of the other {who}; years in all; years with the guest
@who elf, witch, vampire, troll, mermaid, giant, ghost
# a 20-90; d 4-60; e 10-90
- The youngest {who} is {a} years old. The oldest is {k*} as old. | In a tale, the oldest {who} is {k*} as old as the youngest, who is {a}.
+ Between them in age is a third {who}, {d} years younger than the oldest. | A third {who} is {d} years younger than the oldest.
+ Together the three have seen a lot. | There is no other {who} in the tale.
+ A human guest is {e} years old. | Their only guest is {e}.
? How old is the oldest {who}? | What is the age of the oldest {who}? | How many years old is the oldest? | What age has the oldest {who} reached?
? How old is the third {who}? | What is the age of the third {who}? | How many years old is the third one? | What age has the third {who} reached?
? How old are the three together? | What is the sum of their ages? | How many years is that for the three? | What do their ages add up to?
? How old are they together with the guest? | What is the sum of all four ages? | How many years is that altogether? | What do the four ages add up to?

= age of the {w.0}; times as old; years younger; age of the {w.3}; age of the {w.1}; age of the {w.2}; sum of the three; sum of the four
@w colt/mare/donkey/foal, new tree/old oak/lime tree/birch, new boat/old ferry/tugboat/dinghy, moped/tractor/truck/trailer
# a 5-20; d 3-9; e 2-12
- The {w.0} is {a} years old. The {w.1} is {k*} as old as the {w.0}. | The {w.1} has {k*} the age of the {w.0}, and the {w.0} is {a}.
+ The {w.2} is {d} years younger than the {w.1}. | The {w.1} is {d} years older than the {w.2}.
+ All three ages are on a sign. | The owner adds the three ages.
+ There is also a {w.3} of {e} years. | The age of the {w.3}, {e} years, is added as well.
? How old is the {w.1}? | What is the age of the {w.1}? | How many years old is the {w.1}? | What age does the {w.1} have, in years?
? How old is the {w.2}? | What is the age of the {w.2}? | How many years old is the {w.2}? | What age does the {w.2} have, in years?
? How many years are that together? | What is the sum of the three ages? | What do the three ages make together? | How many years do the three have in all?
? How many years are that together? | What is the sum of the four ages? | What do the four ages make together? | How many years do the four have in all?`,
  }),
  structure({
    id: "nu-durations",
    steps: [1, 2, 3, 4],
    numbers: "a 10-60/5; b 10-70/5; c 5-45/5; d 150-300/10",
    work: "x=a+b; y=x+c; z=d-y; w=z/5",
    noise: false,
    worlds: `
= minutes for the {t.0}; minutes for the {t.1}; minutes for the {t.2}; minutes in all; minutes for the {t.0} and the {t.1}; minutes for the three; minutes left; minutes for each of five
@t engine/left wing/cockpit, roof/wall/door, soup/roast/dessert, first letter/phone call/meeting, curtain/light/stage, warm-up/high jump/relay
- A team takes {a} minutes for the {t.0} and then {b} minutes for the {t.1}. | The {t.0} keeps a team busy for {a} minutes, the {t.1} for {b} minutes. | {a} minutes are needed for the {t.0}, and {b} for the {t.1}.
+ After that, the {t.2} takes {c} minutes. | {c} minutes for the {t.2} follow.
+ The team had {d} minutes when it began. | {d} minutes were planned for everything.
+ The time that is left goes to five small tasks, the same for each. | Five small tasks share the free time equally.
? How many minutes is that together? | How long do these two take, in minutes? | How many minutes does the team need for both? | After how many minutes are both done?
? How many minutes does it all take? | How long do the three take, in minutes? | How many minutes does the team need for the three? | After how many minutes is the {t.2} done?
? How many minutes are left? | How many minutes of the planned time remain? | How much time is left, in minutes? | How many minutes does the team still have?
? How many minutes are there for each small task? | How long may each of the small tasks take, in minutes? | How many minutes does each of the five get? | What time has each small task, in minutes?

= minutes of {w.0}; minutes of {w.1}; minutes of {w.2}; minutes in all; minutes of {w.0} and {w.1}; minutes of the three; minutes left; minutes for each speech
@w jazz/rock/folk music, boxing/fencing/judo, poems/songs/stories, magic/juggling/acrobatics, cartoons/news/weather
- The evening begins with {a} minutes of {w.0}. Then there are {b} minutes of {w.1}. | First come {a} minutes of {w.0}, then {b} minutes of {w.1}. | The evening starts with {w.0} for {a} minutes and {w.1} for {b} minutes.
+ Then {c} minutes of {w.2} follow. | Next come {c} minutes of {w.2}.
+ The whole evening has {d} minutes. | In all, {d} minutes are planned for the evening.
+ The remaining time is for five speeches of the same length. | Five equally long speeches fill the time that is left.
? How many minutes do these two parts have? | How long are the two together, in minutes? | After how many minutes are both over? | How many minutes is that?
? How many minutes have gone when all three are over? | How long are the three together, in minutes? | After how many minutes are the three parts over? | How many minutes is that for the three?
? How many minutes are left? | How many minutes of the evening remain? | How much of the evening is left, in minutes? | How many minutes does the rest of the evening have?
? How many minutes does each speech take? | How long is each speech in minutes? | How many minutes are there for one speech? | What is the length of a speech in minutes?

= minutes of the first part; minutes of the second part; minutes of waiting; minutes before the gate closes; minutes of travel; minutes in all; minutes left; minutes for each shop
@v bus, tram, taxi, boat, sledge, cable car
@to airport, harbor, castle, fair, space port
- On the way to the {to}, {P} goes {a} minutes on foot and {b} minutes by {v}. | {P} walks for {a} minutes and then sits in a {v} for {b} minutes to get to the {to}. | To get to the {to}, {P} needs {a} minutes on foot, followed by {b} minutes in a {v}.
+ There {P.he} waits {c} minutes in a line. | The line at the entrance costs {P.him} {c} minutes more.
+ The gate closes {d} minutes after {P} left home. | {P} left home {d} minutes before the gate closes.
+ In the time that is left {P} visits five shops, equally long each. | {P} spends what is left in five shops, the same time in each.
? How many minutes does {P} travel? | How long is the way in minutes? | After how many minutes does {P} arrive? | How many minutes does the way take?
? How many minutes have gone by then? | After how many minutes is {P} inside? | How many minutes does it take with the line? | How long does it take until {P} is inside, in minutes?
? How many minutes are left until the gate closes? | How many minutes does {P} have left? | How many minutes before the closing is {P} there? | How much time is left, in minutes?
? How many minutes does {P} spend in each shop? | How long is {P} in each shop, in minutes? | How many minutes are there for each shop? | How much time does one shop get, in minutes?`,
  }),
  structure({
    id: "nu-dozens",
    steps: [1, 2, 3],
    numbers: "n 2-15; u 5-60; k 2-6",
    work: "x=n*12; y=x-u; z=y/k",
    worlds: `
= dozens; {item} used; {who}; {item}; {item} left; {item} for each
@item eggs, roses, rolls, buttons, golf balls, pencils, oysters, spoons, eclairs, nails
@who tables, cooks, vases, families, boxes, classes
- {P} orders {n} dozen {item}. | {n} dozen {item} are brought to the hotel where {P} works. | The hotel of {P} gets {item} by the dozen, {n} dozen this morning.
+ {u} of them are used at once. | {u} of the {item} are no good. | {P} needs {u} of them at noon.
+ The rest is divided equally among {k} {who}. | {k} {who} get equal parts of what is left.
? How many {item} is that? | How many {item} come to the hotel? | How many {item} are there? | What is the number of {item}?
? How many {item} are left? | How many {item} are still there? | How many {item} does {P} have then? | How many {item} remain?
? How many {item} are there for each of the {who}? | How many {item} does each of the {who} get? | How many {item} go to each of the {who}? | How many {item} is that for each of the {who}?

= dozens of {item}; {item} lost; {who}; {item}; {item} left; {item} for each
@item arrows, horseshoes, torches, shields, feathers, silver coins
@who archers, knights, guards, towers, villages
- For the defense of the castle {n} dozen {item} are made. | A castle has {n} dozen {item}. | Carts bring {n} dozen {item} to a castle.
+ In the first night {u} of them are lost. | A fire destroys {u} of the {item}.
+ {k} {who} share those that are left, each getting the same number. | What is left is given to {k} {who} in equal parts.
? How many {item} is that? | How many {item} does the castle have? | How many {item} are there in the castle? | What is the number of {item}?
? How many {item} are left? | How many {item} are still there? | How many {item} does the castle have after that? | How many {item} remain?
? How many {item} does each of the {who} get? | How many {item} go to each of the {who}? | How many {item} are there for each of the {who}? | What is the number of {item} for each of the {who}?

= dozens of {item}; {item} sold; {who}; {item}; {item} not sold; {item} for each
@item tulips, doughnuts, postcards, candles, sausages, bagels, lanterns
@who helpers, neighbors, children, old people, cousins
- {P} says: "We have {n} dozen {item} to sell." | {P} brings {n} dozen {item} to the street festival. | To the street festival come {n} dozen {item} from the shop of {P}.
+ By evening {u} are sold. | People buy {u} of them. | {P} sells {u} of the {item}.
+ {P} gives the others to {k} {who}, equally many to each. | The rest is shared by {k} {who} in equal parts.
? How many {item} is that? | How many {item} does {P} bring? | How many {item} are there at first? | How many {item} can be sold?
? How many {item} are not sold? | How many {item} are left? | How many {item} does {P} still have in the evening? | How many {item} remain?
? How many {item} does each of the {who} get? | How many {item} are there for each of the {who}? | How many {item} go to each of the {who}? | What is the share of each of the {who}, in {item}?`,
  }),
  structure({
    id: "nu-weeks-days",
    steps: [2, 3],
    numbers: "w 2-9; d 2-6; r 2-8",
    work: "x=w*7; y=x+d; z=y*r",
    noise: false,
    worlds: `
= weeks; more days; {item} a day; days of the weeks; days in all; {item} used
@where at sea, in the desert, in space, on the ice, in the jungle, on the island
@item cans, bottles of water, meals, pills, matches, tea bags
- A crew was {where} for {w} weeks and {d} days. | {w} weeks and {d} days was the time that a crew spent {where}. | After {w} weeks and another {d} days {where}, a crew comes home.
+ It used {r} {item} a day. | {r} {item} were used every day.
? How many days was the crew away? | How many days is that? | For how many days was the crew {where}? | How long was that in days?
? How many {item} did the crew use? | How many {item} were used? | How many {item} was that in all? | What number of {item} did the crew need?

= weeks; more days; {item} a day; days of the weeks; days in all; {item} made
@what broken leg, painting of the ceiling, building of the stage, restoring of the organ
@item pages of a diary, sketches, letters home, photos, exercises
- The {what} took {w} weeks and {d} days. | It was {w} weeks and {d} days until the story of the {what} was over.
+ On each of these days {P} did {r} {item}. | {P} made {r} {item} a day in this time.
? How many days did it take? | How many days is that? | How long was that in days? | For how many days did it go on?
? How many {item} did {P} make? | How many {item} were there in the end? | How many {item} is that in all? | What was the number of {item}?

= weeks; more days; eggs a day; days of the weeks; days in all; eggs
@bird hen, duck, quail, goose
- For {w} weeks and {d} days, {P} looks after a neighbor's {bird.s}. | A neighbor is away for {w} weeks and {d} days, and {P} feeds the {bird.s} in that time.
+ They lay {r} eggs a day together. | There are {r} eggs in the nests each morning.
? How many days is that? | For how many days does this go on? | How long is this time in days? | What is that time in days?
? How many eggs is that? | How many eggs are there in the end? | How many eggs does {P} get in this time? | What is the number of eggs?`,
  }),
  structure({
    id: "nu-hours-minutes",
    steps: [2, 3],
    numbers: "h 2-9; m 10-50/5; k 5,10,15,20",
    work: "x=h*60; y=x+m; z=y/k",
    noise: false,
    worlds: `
= hours; minutes more; minutes a lap; minutes of the full hours; minutes in all; laps
@who cyclist, ice skater, swimmer, race car, rowing team, sled dog team
- The race of a {who} takes {h} hours and {m} minutes. | A {who} is on the track for {h} hours and {m} minutes. | After {h} hours and {m} minutes a {who} comes to the finish.
+ Each lap takes {k} minutes. | One lap is done every {k} minutes.
? How many minutes is that? | How many minutes does the race take? | What is this time in minutes? | For how many minutes is the {who} on the track?
? How many laps are there? | How many laps does the {who} do? | How many laps is that? | What is the number of laps?

= hours; minutes more; minutes between two; minutes of the full hours; minutes in all; {thing}
@thing pills, signals, waves, blinks of the lighthouse, drops of oil, bells
@where hospital, harbor, temple, factory, space station
- For {h} hours and {m} minutes, somebody watches in a {where}. | A watch in a {where} lasts {h} hours and {m} minutes.
+ In every {k} minutes of this time there is exactly one of the {thing}. | One of the {thing} comes in each part of {k} minutes.
? How many minutes is that? | How many minutes does the watch take? | What is this time in minutes? | How long is the watch in minutes?
? How many {thing} are there during the watch? | How many {thing} come in this time? | How many {thing} is that? | What is the number of {thing}?

= hours; minutes more; minutes for each; minutes of the full hours; minutes in all; {thing}
@show film night, radio program, concert, flight, night watch, school day
@thing parts, songs, lessons, messages, rounds
- A {show} lasts {h} hours and {m} minutes. | The {show} is {h} hours and {m} minutes long. | It takes {h} hours and {m} minutes until the {show} is over.
+ It is divided into {thing} of {k} minutes each, with nothing between them. | Every {k} minutes one of the {thing} ends, and nothing comes between them.
? How many minutes is that? | How long does it last in minutes? | How many minutes does it take? | What is its length in minutes?
? How many {thing} does it have? | How many {thing} are there? | How many {thing} is that? | What is the number of {thing}?

= hours; minutes more; minutes for each; minutes of the full hours; minutes in all; {item}
@item shoes, vases, keys, wooden birds, belts, rings
@who shoemaker, potter, locksmith, carver, robot
- A {who} works for {h} hours and {m} minutes without a break. | The {who} began {h} hours and {m} minutes ago and did not rest.
+ For each of the {item} {k} minutes are needed. | In every {k} minutes one of the {item} is finished.
? How many minutes is that? | How many minutes did the {who} work? | What is this time in minutes? | For how many minutes has the work gone on?
? How many {item} are finished? | How many {item} has the {who} made? | How many {item} are done? | What is the number of {item} made?`,
  }),
];
