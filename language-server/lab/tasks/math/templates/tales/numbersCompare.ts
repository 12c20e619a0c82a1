import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Two or three amounts compared by more, fewer and times as many. */
export const numbersCompare: readonly Template[] = [
  structure({
    id: "nu-more-pair",
    steps: [1, 2],
    numbers: "a 8-90; d 3-40",
    work: "b=a+d; t=a+b",
    worlds: `
= {thing} seen by the old telescope; more {thing}; {thing} seen by the new telescope; {thing} in all
@thing comets, asteroids, double stars, shooting stars, moons, galaxies, craters
- The old telescope on the hill found {a} {thing}. The new one in the valley has found {d} more than that. | With the new telescope the astronomers found {d} more {thing} than with the old one, which showed them {a}. | An observatory counted {a} {thing} through its old telescope; through the new one it counted {d} more.
+ [Every object was seen by one telescope only.|No object was counted by both telescopes.]
? How many {thing} were found with the new telescope? | What is the number of {thing} that the new telescope found? | How many {thing} does the new telescope have on its list? | Work out how many {thing} the new telescope found.
? How many {thing} have the two telescopes found together? | How many {thing} is that altogether? | Counting both telescopes, how many {thing} were found? | What is the total number of {thing} on both lists?

= {bug} on the left mound; more {bug}; {bug} on the right mound; {bug} on both mounds
@bug ants, beetles, termites, ladybugs, earwigs, wood ants
- {P} watches two mounds behind the [shed|barn|school]. On the left one {P.he} counts {a} {bug}, and on the right one {d} more. | Two mounds stand by a path. The left mound has {a} {bug} on it. There are {d} more {bug} on the right mound than on the left. | There are {a} {bug} on the left mound, which is {d} fewer than on the right one.
? How many {bug} are on the right mound? | How many {bug} does the right mound have on it? | So how many {bug} crawl over the right mound? | What number belongs to the right mound?
? How many {bug} are on both mounds? | How many {bug} is that together? | What is the sum for the two mounds? | If both mounds are counted, how many {bug} are there?

= {singers} in the morning; more {singers}; {singers} in the evening; {singers} in both groups
@singers singers, tenors, sopranos, trumpet players, drummers, violinists, dancers
@place in the cathedral, at the town hall, at the academy, in the old theatre
- Two groups rehearse {place}. {a} {singers} come in the morning, while the evening group has {d} more. | {^place} {a} {singers} rehearse in the morning. The evening group is bigger by {d} {singers}. | The evening group {place} beats the morning group, which has {a} {singers}, by {d}.
? How many {singers} come in the evening? | How big is the evening group? | How many {singers} are in the evening group? | What is the size of the evening group?
? How many {singers} rehearse there in all, if no one comes twice? | How many {singers} are in the two groups together? | How many {singers} come on a day, morning and evening taken together? | What is the total number of {singers}?

= {posts} in spring; more {posts} in summer; {posts} in summer; {posts} in both seasons
@posts posts, poems, recipes, film reviews, travel reports, puzzles, comic strips
@site blog, web page, newsletter, fan site, notice board
- {P} put {a} {posts} on {P.his} {site} in spring. In summer {P.he} put up {d} more {posts} than in spring. | In summer {P}, who runs a {site}, wrote {d} {posts} more than in spring, when there had been {a}. | The {site} of {P} grew by {a} {posts} in spring and, in summer, by {d} more than in spring.
? How many {posts} did {P} publish in summer? | How many {posts} were added in summer? | How many {posts} came out in summer? | What was the number of {posts} in summer?
? How many {posts} appeared in the two seasons? | How many {posts} did {P} publish in spring and summer together? | How many {posts} is that for both seasons? | What is the total of the two seasons?

= {thing} in the old quarter; more {thing}; {thing} in the new quarter; {thing} in both quarters
@thing fire hydrants, street lamps, park benches, traffic lights, mailboxes, public clocks, bus shelters
- [The city|A town on the river] has {a} {thing} in its old quarter and {d} more in the new quarter than in the old one. | {a} {thing} stand in the old quarter of a town. {d} more than that stand in the new quarter. | An inspector checks the {thing}: {a} of them in the old quarter and {d} more in the new quarter than there.
? How many {thing} are in the new quarter? | How many {thing} does the new quarter have? | How many {thing} stand there in the new part? | What is the number of {thing} in the new quarter?
? How many {thing} are there in the two quarters? | How many {thing} must be looked after in both quarters? | Altogether, how many {thing} does the town have in these two quarters? | What is the total number of {thing} in the two quarters?

= {gold} of the {small}; more {gold}; {gold} of the dragon; {gold} of both
@gold gold coins, rubies, silver rings, emeralds, magic stones, pearls
@small dwarf, goblin, young wizard, troll, gnome
- A {small} guards {a} {gold}. The dragon next door sleeps on {d} more {gold} than the {small} has. | The dragon has {d} {gold} more than a {small}, and the {small} has {a}. | In a fairy tale a {small} owns {a} {gold}, but a dragon owns {d} more.
? How many {gold} does the dragon have? | How many {gold} lie under the dragon? | How many {gold} are the dragon's? | What is the size of the dragon's treasure, counted in {gold}?
? How many {gold} do the two creatures have together? | How many {gold} would a thief get who robbed both of them? | How many {gold} is that in all? | What is the total number of {gold}?

= metres of the first dive; metres deeper; metres of the second dive; metres of both dives
- On its first dive a [submarine|whale|robot|diving bell] goes down {a} metres. On the second dive it goes {d} metres deeper than on the first. | A [submarine|whale|robot] makes two dives. The first takes it {a} metres down, and the second is {d} metres deeper.
? How many metres deep is the second dive? | How far down does the second dive go, in metres? | What depth in metres is reached on the second dive? | How many metres down does it go the second time?
? How many metres are the two depths together? | What do the two depths add up to, in metres? | How many metres is that, if both depths are added? | What is the sum of both depths in metres?`,
    noise: false,
  }),
  structure({
    id: "nu-fewer-chain",
    steps: [1, 2, 3],
    numbers: "a 30-150; d 4-28; e 3-25",
    work: "b=a-d; c=b-e; t=a+b+c",
    worlds: `
= visitors on Friday; fewer on Saturday; fewer on Sunday; visitors on Saturday; visitors on Sunday; visitors on the three days
@place museum of salt, planetarium, wax museum, castle, aquarium, lighthouse, reptile house
- The {place} had {a} visitors on Friday and {d} fewer on Saturday. | On Friday {a} people came to the {place}; on Saturday it was {d} people fewer. | {d} fewer people saw the {place} on Saturday than on Friday, when {a} had come.
+ On Sunday, in heavy rain, it was {e} fewer than on Saturday. | Sunday brought {e} visitors fewer than Saturday. | The number of Sunday was lower than that of Saturday by {e}.
+ The ticket office adds up the three days. | All three days are put into one report. | These are the only days on which the {place} was open.
? How many people came on Saturday? | What was the number of visitors on Saturday? | How many visitors did Saturday bring? | How many visitors did the {place} have on Saturday?
? How many people came on Sunday? | How many visitors were there on Sunday? | What was the Sunday number? | How many tickets were needed on Sunday, one for each visitor?
? How many visitors were there on the three days? | How many people saw the {place} in all? | What is the total of Friday, Saturday and Sunday? | How many visitors does that make altogether?

= {item} in the first cellar; fewer in the second; fewer in the third; {item} in the second cellar; {item} in the third cellar; {item} in all cellars
@item barrels, cheeses, bottles, oil jars, sacks of salt, honey pots
- A monastery keeps {a} {item} in its first cellar. The second cellar holds {d} {item} fewer. | The first cellar of a castle holds {a} {item}, and the second holds {d} fewer than the first. | In one cellar there are {a} {item}; in a second one, below the tower, there are {d} fewer.
+ In a third cellar there are {e} fewer than in the second. | The third and smallest cellar has {e} {item} less than the second. | Compared with the second cellar, a third one is short of {e} {item}.
+ The three cellars are all it has. | There is no other cellar. | A monk lists the {item} of all three.
? How many {item} are in the second cellar? | How many {item} does the second cellar hold? | What is the number of {item} in the second cellar? | How many {item} lie in the second one?
? How many {item} are in the third cellar? | How many {item} does the third cellar hold? | How many {item} would someone find in the third one? | What is the number of {item} in the third cellar?
? How many {item} are in the three cellars? | How many {item} are on the list? | How many {item} are there altogether? | What is the total number of {item}?

= {unit} of {P}; fewer by {Q}; fewer by {R}; {unit} of {Q}; {unit} of {R}; {unit} of all three
@unit words, lines, labels, forms, envelopes, invoices
- In [a test|one hour|the office] {P} finishes {a} {unit}. {Q} manages {d} fewer than {P}. | {Q} is slower than {P}: {P} gets {a} {unit} done, {Q} gets {d} fewer. | {P} finished {a} {unit}, that is, {d} more than {Q} did.
+ {R} does {e} fewer {unit} than {Q}. | {Q} is ahead of {R} by {e} {unit}. | {R} is {e} {unit} behind {Q}.
+ Their boss looks at the whole pile. | The work of the three is put together. | At the end everything is counted.
? How many {unit} does {Q} finish? | How many {unit} are done by {Q}? | What is the result of {Q}? | How many {unit} does {Q} get done?
? How many {unit} does {R} finish? | How many {unit} are done by {R}? | What is the result of {R}? | How many {unit} does {R} get done?
? How many {unit} did the three finish together? | How many {unit} are there in all? | What is the sum of their three results? | How many {unit} do {P}, {Q} and {R} have together?

= {animal} of the largest herd; fewer in the middle herd; fewer in the smallest herd; {animal} of the middle herd; {animal} of the smallest herd; {animal} of all herds
@animal sheep, goats, reindeer, yaks, alpacas, camels, bison
- Three herds graze [on the plain|below the glacier|by the lake]. The largest has {a} {animal}, and the next one has {d} fewer. | The largest of three herds counts {a} {animal}. {d} fewer {animal} are in the middle herd. | There are {a} {animal} in the largest of three herds, {d} more than in the middle one.
+ The smallest herd has {e} fewer than the middle one. | {e} fewer {animal} than in the middle herd are in the smallest. | The middle herd has {e} {animal} more than the smallest.
+ In autumn all three are driven [home|down to the village] together. | The herders meet and bring all their {animal} together.
? How many {animal} are in the middle herd? | How many {animal} does the middle herd have? | How large is the middle herd? | What is the size of the middle herd?
? How many {animal} are in the smallest herd? | How many {animal} does the smallest herd have? | How large is the smallest herd? | What is the size of the smallest herd?
? How many {animal} are that together? | How many {animal} do the three herds have? | What is the number of {animal} in all? | How many {animal} walk there altogether?

= pages of volume one; fewer in volume two; fewer in volume three; pages of volume two; pages of volume three; pages of all volumes
@book atlas, saga, lexicon, novel, family chronicle, cookbook, history of the sea
# a 120-300
- The first volume of a {book} has {a} pages. The second is {d} pages shorter. | A {book} begins with a volume of {a} pages, which is followed by one with {d} fewer. | Volume two of the {book} has {d} pages less than volume one, and volume one has {a} pages.
+ The third volume is shorter than the second by {e} pages. | Volume three has {e} pages fewer than volume two. | To the third volume belong {e} pages fewer than to the second.
+ {P} reads [all of it|everything|the whole {book}]. | There is no fourth volume. | The three are sold in one box.
? How many pages does the second volume have? | How long is volume two, in pages? | How many pages are in the second volume? | What is the number of pages of the second volume?
? How many pages does the third volume have? | How long is volume three, in pages? | How many pages are in the last volume? | What is the number of pages of the third volume?
? How many pages do the three volumes have together? | How long is the whole {book}, in pages? | How many pages is that in all? | What is the total number of pages?`,
  }),
  structure({
    id: "nu-times-chain",
    steps: [2, 3, 4],
    numbers: "a 4-30; k 2-6; d 2-25",
    work: "b=a*k; c=b-d; t=a+b+c; m=t/3",
    worlds: `
= {item} in the red cave; times as many; fewer in the blue cave; {item} in the green cave; {item} in the blue cave; {item} in all caves; {item} for each scientist
@item crystals, fossils, bats, stalactites, gold grains, cave snails, blind fish
~ In the red cave the explorers found {a} {item}. | The red cave had {a} {item} in it. | {a} {item} came to light in the red cave.
~ The green cave had {k*} as many {item} as the red one. | In the green cave they found {k*} as many {item} as in the red cave.
~ The blue cave had {d} fewer than the green cave. | In the blue cave there were {d} {item} less than in the green one. | From the green cave to the blue cave the number went down by {d}.
+ They write down the sum for a report. | There were no other caves. | The finds of the three caves are added up.
+ Three scientists share the work, and each of them [describes|draws|looks after] equally many. | The {item} are described by three scientists, who each do the same number.
? How many {item} did the blue cave have? | How many {item} were found in the blue cave? | What was the number for the blue cave? | How many {item} belong to the blue cave?
? How many {item} were found in all? | How many {item} did the three caves have together? | What is the sum in the report? | How many {item} were there altogether?
? How many {item} are there for each scientist? | How many {item} does each scientist get? | What is the share of one scientist, in {item}? | How many {item} must each of the three describe?

= {item} for the floor; times as many; fewer for the door frames; {item} for the outer wall; {item} for the door frames; {item} in all; {item} for each worker
@item rivets, bolts, welding points, paint marks, steel plates, screws
@ship submarine, icebreaker, ferry, space capsule, airship, tram
~ For the floor of a {ship} {a} {item} are needed. | The floor of the {ship} needs {a} {item}.
~ The outer wall needs {k*} as many {item} as the floor. | {k*} as many {item} as for the floor are needed for the outer wall.
~ The door frames take {d} {item} fewer than the outer wall. | For the door frames it is {d} {item} fewer than for the outer wall.
+ The work list names just these three parts. | Nothing else on the {ship} is left to do. | The yard orders {item} for the three parts at once.
+ The job is divided among three workers, all doing the same number. | Three workers do it, each with equally many {item}.
? How many {item} do the door frames need? | How many {item} are needed for the door frames? | How many {item} go into the door frames? | What number of {item} do the door frames take?
? How many {item} are needed in all? | How many {item} are used for the three parts? | How many {item} does the yard need to order? | What is the total number of {item}?
? How many {item} does each worker set? | How many {item} are there for each worker? | What is one worker's part of the {item}? | How many {item} must each of the workers do?

= votes for red; times as many; fewer for green; votes for blue; votes for green; votes in all; children in each class
@what colour of the new school bus, colour of the team shirts, name of the hamster, theme of the ball, motto of the fair
~ In the vote about the {what}, {a} children were for Red. | {a} children voted for Red as the {what}.
~ {k*} as many children were for Blue as for Red. | Blue got {k*} as many votes as Red.
~ Green got {d} fewer votes than Blue. | For Green there were {d} votes fewer than for Blue.
+ Nobody voted for two of them. | Every child had one vote only. | These were the only choices.
+ The votes came from three classes of the same size, in which everyone voted. | Three equally large classes took part, and every child voted.
? How many votes did Green get? | How many people voted for Green? | What was the result of Green? | How many votes were given to Green?
? How many votes were there in all? | How many people voted? | What is the total number of votes? | How many votes were counted altogether?
? How many children are in each class? | What is the size of each class? | How many votes did each class give? | How many children does one class have?`,
  }),
];
