import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";

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

/** Names of pairs and positions in lists, from the root of a document to a place in it. */
export type NodePath = readonly string[];

/** Nodes on the way to a place: maps, pairs and lists, outermost first; as far as the document has them. */
export function nodesAlong(document: Document, path: NodePath): unknown[] {
  let node: unknown = document.contents;
  const nodes: unknown[] = [];
  for (const name of path) {
    if (isAlias(node)) node = node.resolve(document);
    nodes.push(node);
    if (isSeq(node)) node = node.items[Number(name)];
    else {
      const pair = isMap(node) ? pairNamed(node, name) : undefined;
      nodes.push(pair);
      node = pair?.value;
    }
  }
  return [...nodes, node].filter((found) => found !== undefined && found !== null);
}

/** The pair that a path ends at; undefined for the root, in lists, and where there is none. */
export function pairAt(document: Document, path: NodePath): Pair | undefined {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const name of path) {
    if (isAlias(node)) node = node.resolve(document);
    pair = isMap(node) ? pairNamed(node, name) : undefined;
    node = isSeq(node) ? node.items[Number(name)] : pair?.value;
  }
  return pair;
}
