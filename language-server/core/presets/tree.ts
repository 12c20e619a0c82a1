import { type Document, isAlias, isMap, isPair, isScalar, type Node, type Pair, type YAMLMap } from "yaml";
import type { KeyPath } from "./schema.ts";

/** A stretch of the text, as offsets in UTF-16 units; the end is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a node's own text lies, without the white space and comments after it. */
export function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** A key as it becomes a name in the value: `1: x` has the name “1”. */
export const nameOf = (pair: Pair): string =>
  String(isScalar(pair.key) ? (pair.key.value ?? "") : (pair.key ?? ""));

export const pairNamed = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find((pair) => nameOf(pair) === name);

/** The pair that a path ends at; undefined for the root and where there is none. */
export function pairAt(document: Document, path: KeyPath): Pair | undefined {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const name of path) {
    if (isAlias(node)) node = node.resolve(document);
    pair = isMap(node) ? pairNamed(node, name) : undefined;
    node = pair?.value;
  }
  return pair;
}

/** Names of the pairs among the ancestors of a node, outermost first. */
export const pathOf = (ancestors: readonly unknown[]): string[] =>
  ancestors.filter((ancestor) => isPair(ancestor)).map(nameOf);

/** The protocol that the document names, also when the text around it cannot be parsed yet. */
export function protocolOf(document: Document, text: string): string | undefined {
  const pair = pairAt(document, ["protocol"]);
  if (isScalar(pair?.value) && typeof pair.value.value === "string") return pair.value.value;
  return /^\s*\{?\s*["']?protocol["']?\s*:\s*["']?([\w-]+)/m.exec(text)?.[1];
}
