import { type Noun, type NounKind, nounKinds, nouns, type Person, people, peopleOf } from "./words.ts";

/** Names and nouns that only training uses, next to those of both splits: the more there are, the less any one is learnt by heart. */

const women =
  "Mary Jennifer Linda Susan Jessica Karen Nancy Betty Sandra Ashley Emily Donna Michelle Amanda Melissa Rebecca Sharon Cynthia Angela Brenda Pamela Nicole Samantha Katherine Debra Rachel Carolyn Janet Heather Julie Joyce Victoria Kelly Christina Joan Evelyn Lauren Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Madison Frances Kathryn Janice Jean Abigail Aisha Mei Fatima Ingrid Carmen Lucia Valentina Freya Noor Sana".split(
    " ",
  );
const men =
  "James John Robert Michael William Richard Joseph Thomas Charles Daniel Matthew Anthony Steven Andrew Joshua Kenneth Kevin Brian Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Patrick Alexander Jerry Dennis Tyler Aaron Jose Nathan Peter Kyle Ethan Jeremy Keith Roger Sean Austin Dylan Jordan Bryan Logan Raj Hiro Diego Mateo Ahmed Lars".split(
    " ",
  );

const more: Readonly<Partial<Record<NounKind, readonly Noun[]>>> = {
  fruit: nouns(
    "olive,date,papaya,tangerine,cranberry,blackberry,gooseberry,watermelon,pomegranate,avocado,mandarin,walnut,chestnut,almond,hazelnut",
  ),
  vegetable: nouns(
    "eggplant,artichoke,parsnip,garlic bulb,lettuce,cauliflower,sweet potato,chili pepper,squash,spring onion,sprout",
  ),
  food: nouns(
    "sausage,croissant,scone,wrap,granola bar,meatball,spring roll,pastry,doughnut,cinnamon roll,fish stick,rice cake,marshmallow,mint,popsicle,milk carton,yogurt cup,cereal bar,peanut,quiche,chicken nugget,energy bar,juice box,water bottle,gummy bear,cheese cracker,fruit snack,meat pie,ham roll",
  ),
  toy: nouns(
    "spinning top,toy truck,toy boat,action figure,teddy bear,stuffed animal,domino tile,building brick,puzzle piece,rubber duck,jump rope,board game,video game,playing card,trading card,model plane,toy soldier,bouncy ball,tennis ball,baseball card,frisbee,crystal,pin,key chain,toy train,pinwheel,mask,medal,trophy,figurine,chess set,race car,water balloon,friendship band,charm,gem,foreign coin,acorn,pine cone,glow stick",
  ),
  school: nouns(
    "highlighter,glue stick,binder,textbook,worksheet,paint set,sketchbook,diary,calendar,exercise book,compass,protractor,paper clip,sticky note,index card,story book,atlas,bookmark,rubber band,pencil case,name tag,test paper,photo,newspaper,workbook,test tube,comic book,gold star,sharpener,colored pencil,felt pen,ink bottle,novel,science kit",
  ),
  goods: nouns(
    "teapot,kettle,toaster,blender,picture frame,alarm clock,bookcase,mattress,pillowcase,tablecloth,napkin,apron,jug,pitcher,ladle,raincoat,vest,swimsuit,helmet,hoodie,blouse,sandal,slipper,wallet,purse,handbag,suitcase,flashlight,lantern,garden hose,shovel,rake,bucket,wrench,screwdriver,drill,saw,paint roller,light bulb,charger,speaker,printer,monitor,television,guitar,violin,flute,trumpet,skateboard,scooter,sleeping bag,fishing rod,tennis racket,football,basketball,dumbbell,yoga mat,stool,bench,cushion,doormat,shampoo bottle,razor,mop,sponge,trash can,flower pot,hinge,rope,chain,bolt,desk lamp,water filter,oven mitt,magnet board,shower curtain,coat rack,toolbox,hairbrush,bath towel,bed sheet",
  ),
  animal: nouns("mule,ostrich,alpaca,rooster,piglet,quail,peacock,foal,mare,ram,chick,duckling"),
  pet: nouns("canary,gerbil,guinea pig,ferret,rabbit,iguana,gecko,hedgehog,salamander,cockatoo,white mouse"),
  plant: nouns(
    "maple,birch,pine,willow,poppy,daffodil,iris,marigold,tomato plant,apple tree,peach tree,aster,petunia,pansy,peony,hyacinth,lilac,hedge plant,pine tree,cherry tree,bean plant,pepper plant",
  ),
  container: nouns(
    "hamper,locker,suitcase,tub,pail,cabinet,paper bag,plastic bag,cooler,backpack,cart,wooden box,plastic box,cardboard box,toolbox,wagon,bundle,package,storage box",
  ),
  worker: nouns(
    "electrician,builder,engineer,chef,florist,weaver,welder,roofer,cleaner,packer,apprentice,technician,intern,artist,scientist,doctor,soldier,miner,designer,potter,factory worker",
  ),
};

/** Each noun once, so that a draw of two gives two. */
const mixed = (...lists: readonly (readonly Noun[])[]): readonly Noun[] => [
  ...new Map(lists.flat().map((noun) => [noun.one, noun])).values(),
];

const all = (kind: NounKind): readonly Noun[] => mixed(nounKinds[kind], more[kind] ?? []);
const [fruit, food, toy, school] = [all("fruit"), all("food"), all("toy"), all("school")];

/** Pools of training by kind; the mixed kinds are mixed again from the larger pools. */
export const trainNouns: Readonly<Record<NounKind, readonly Noun[]>> = {
  fruit,
  vegetable: all("vegetable"),
  food,
  toy,
  school,
  goods: all("goods"),
  animal: all("animal"),
  pet: all("pet"),
  plant: all("plant"),
  container: all("container"),
  worker: all("worker"),
  small: mixed(fruit, food, toy, school),
  produce: mixed(fruit, all("vegetable")),
  sold: mixed(fruit, food, toy, school, all("goods")),
};

export const trainPeople: readonly Person[] = [...people, ...peopleOf(women, men)];
