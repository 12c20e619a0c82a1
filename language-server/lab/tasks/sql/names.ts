import type { Split } from "../types.ts";
import { commonNouns } from "../wordList.ts";

/** Names that schemas are made of. The two splits share none of them. */
export interface NamePool {
  /** What a table holds one of; words joined by blanks. */
  readonly entities: readonly string[];
  /** Columns that name a row. */
  readonly labels: readonly string[];
  /** Columns of numbers with their smallest and largest value. */
  readonly numbers: readonly (readonly [string, number, number])[];
  /** Columns of repeated values. */
  readonly categories: readonly (readonly [string, readonly string[]])[];
  /** Values of label columns. */
  readonly labelValues: readonly string[];
}

/** Words that SQL reads otherwise. */
const keywords = new Set([
  "select",
  "table",
  "values",
  "limit",
  "group",
  "order",
  "index",
  "like",
  "view",
  "column",
  "union",
  "check",
  "match",
  "plan",
  "row",
  "set",
  "case",
  "cross",
  "left",
  "right",
  "join",
]);

const list = (text: string): readonly string[] => text.split(",").map((part) => part.trim());

const numbers = (text: string): readonly (readonly [string, number, number])[] =>
  list(text).map((part) => {
    const [name = "", low = "1", high = "100"] = part.split(":");
    return [name, Number(low), Number(high)] as const;
  });

const categories = (text: string): readonly (readonly [string, readonly string[]])[] =>
  text.split(";").map((part) => {
    const [name = "", values = ""] = part.split(":");
    return [name.trim(), list(values)] as const;
  });

const train: NamePool = {
  entities: list(
    "customer,employee,product,student,teacher,course,book,author,city,team,player,movie,actor,song,singer,album,car,driver,house,owner,hotel,guest,doctor,patient,hospital,farm,animal,shop,supplier,invoice,payment,project,department,ticket,event,museum,painting,artist,school,class room,club,member,game,device,computer,phone,store,order line,bike,bus,train,route,station,airport,flight,country,river,mountain,lake,park,tree,garden,recipe,meal,restaurant,chef,cook,machine,factory,worker,box,letter,photo,camera,article,journal,writer,publisher,exam,lesson,task,ship,port,captain,voter,party,company,branch,account,loan,bank,room,floor,desk,lamp,shoe,coat,toy,pet,dog,cat,horse,rider,race,coach,judge,match,stadium,band,concert,festival,dance,lawyer,court case,soldier,planet,star,village,street,shelf,tool,engine,wheel",
  ),
  labels: list("name,title,full name,label,code,nickname,short name,brand name,code name"),
  numbers: numbers(
    "age:18:80,price:5:900,weight:2:300,height:100:220,salary:1000:9000,stock:1:500,rating:1:100,score:1:200,year:1950:2024,distance:1:900,length:1:500,width:1:200,size:10:90,speed:20:300,population:1000:90000,area:10:5000,points:1:99,wins:1:60,losses:1:60,goals:1:80,visits:1:400,pages:50:900,duration:10:240,income:500:9000,cost:5:900,discount:1:60,quantity:1:90,temperature:1:40,depth:1:900,level:1:50,votes:10:9000,seats:10:400,floors:1:60,rooms:1:90,credits:1:30,hours:1:60,minutes:1:240,experience:1:40,sales:10:9000,rank:1:200,mileage:100:9000,power:40:500,horsepower:40:500,volume:1:300,members:5:500,rent:200:4000,tax:1:90,bonus:10:900,shares:1:900,students:5:900,total price:10:2000,unit price:1:300,birth year:1940:2010,max speed:20:400,base salary:900:7000,net weight:1:200,shelf life:1:90",
  ),
  categories: categories(
    "color:red,blue,green,black,white; city:Paris,London,Rome,Berlin,Madrid; country:France,Spain,Italy,Norway,Japan; status:open,closed,pending,done; type:small,medium,large,special; gender:male,female,other; language:English,French,German,Polish; brand:Acme,Nordic,Zenta,Solar; position:manager,clerk,analyst,intern; grade:A,B,C,D; season:spring,summer,autumn,winter; day:Monday,Tuesday,Friday,Sunday; payment method:cash,card,transfer; class:first,second,third; shape:round,square,flat; category:basic,premium,classic,modern; team name:Lions,Bears,Hawks,Sharks; month:January,March,June,October; sport:tennis,football,rugby,hockey; size class:tiny,normal,huge; state:new,used,broken; home town:Leeds,Porto,Oslo,Turin; subject:history,physics,art,biology; degree:bachelor,master,doctor",
  ),
  labelValues: list(
    "Alba,Brina,Cedar,Dorin,Elmo,Farla,Gable,Hatto,Irma,Jasper,Kelby,Lorna,Mavis,Nolan,Orla,Perry,Quill,Rowan,Sable,Tilda,Ursa,Vance,Willow,Xenia,Yorick,Zelda,Amber,Birch,Coral,Dune,Ember,Flint,Grove,Heath,Indigo,Juniper,Karst,Linden,Moss,Nettle",
  ),
};

const test: NamePool = {
  entities: list(
    "vessel,harbor,nurse,clinic,bakery,baker,warehouse,parcel,courier,theater,play,director,dish,menu,tenant,apartment,professor,lecture,comet,satellite,orchestra,musician,vineyard,wine,volcano,island,castle,knight,pilot,aircraft,library,reader,sculpture,gallery,swimmer,pool,trainer,gym,sensor,drone",
  ),
  labels: list("surname,headline,alias,trade name,call sign"),
  numbers: numbers(
    "capacity:10:900,altitude:100:4000,budget:1000:9000,balance:10:9000,fee:5:400,tonnage:10:900,attendance:20:9000,calories:50:900,pressure:1:300,latency:1:200,acreage:1:900,wage:500:5000,tuition:900:9000,radius:1:400,brightness:1:100,crew count:2:90,daily rate:20:500,founding year:1800:2020",
  ),
  categories: categories(
    "region:north,south,east,west; genre:drama,comedy,thriller,satire; material:wood,steel,glass,marble; faculty:law,medicine,music; nationality:Greek,Dutch,Irish,Swiss; mood:calm,angry,cheerful; shift:morning,evening,night; cuisine:Thai,Mexican,Turkish,Indian; fuel:diesel,petrol,electric; condition:intact,damaged,restored",
  ),
  labelValues: list(
    "Argo,Bastion,Calypso,Dagger,Eclipse,Falcon,Gemini,Harrier,Icarus,Javelin,Kraken,Lancer,Meridian,Nimbus,Orion,Phoenix,Quasar,Raven,Sirius,Tempest,Umbra,Vortex,Wyvern,Zephyr,Aurora,Borealis,Cobalt,Drake,Everest,Fable",
  ),
};

export const namePools: Readonly<Record<Split, NamePool>> = { train, test };

/** All words in the names and values of the test. */
const testWords = new Set(
  [
    ...test.entities,
    ...test.labels,
    ...test.numbers.map(([name]) => name),
    ...test.categories.flatMap(([name, values]) => [name, ...values]),
    ...test.labelValues,
  ].flatMap((name) => name.toLowerCase().split(" ")),
);

/** Names for training beyond its pool; none has a word of the test's names in it, nor a keyword of SQL. */
export const otherNames: readonly string[] = commonNouns.filter((name) =>
  name.split(" ").every((word) => !testWords.has(word) && !keywords.has(word)),
);
