import type { Template } from "../../story.ts";
import { tradesMore } from "./tradesMore.ts";
import { tradesShop } from "./tradesShop.ts";
import { tradesTown } from "./tradesTown.ts";
import { tradesWork } from "./tradesWork.ts";

/** Scenarios of shops, work, farms and money. */
export const trades: readonly Template[] = [...tradesShop, ...tradesWork, ...tradesTown, ...tradesMore];
