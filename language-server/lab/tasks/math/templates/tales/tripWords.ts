import type { Story } from "../../story.ts";

/** Words of the stories about journeys, places and public life. */
export const towns: readonly string[] =
  "Oakham,Birch Hill,Millford,Lakeside,Stonebridge,Redwick,Harlow Bay,Eastport,Dunmere,Ashby,Northfield,Silver Creek,Fernley,Westgate,Maple Grove,Portside,Highcliff,Sandy Point,Grayton,Elmwood".split(
    ",",
  );
export const sights: readonly string[] =
  "castle,lighthouse,cathedral,waterfall,old mill,palace,ruins,harbor,cave,botanical garden,watchtower,monastery,canyon,clock tower".split(
    ",",
  );
export const museums: readonly string[] =
  "art museum,science museum,railway museum,toy museum,maritime museum,space museum,folk museum,wax museum,natural history museum,puppet museum".split(
    ",",
  );
export const souvenirs: readonly string[] =
  "key rings,fridge magnets,mugs,snow globes,postcards,pins,T-shirts,wooden figures,fans,tea towels,shells,caps,little bells,bookmarks".split(
    ",",
  );

/** Two different ones of a list. */
export const twoOf = (s: Story, list: readonly string[]): readonly [string, string] => {
  const [first = "", second = ""] = s.random.pickSome(list, 2);
  return [first, second];
};

/** One of several continuations of the same opening. */
export const oneWay = (s: Story, ...ways: readonly (() => void)[]): void => s.random.pick(ways)();
