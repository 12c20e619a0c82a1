import type { QueryPrefix } from "./queryAutomaton.ts";

interface TrieNode {
  readonly children: Map<string, TrieNode>;
  /** Tokens whose text ends here. */
  readonly ids: number[];
}

/** The vocabulary by the characters of its tokens: tokens with the same beginning are tried together. */
export class VocabularyTrie {
  private readonly root: TrieNode = { children: new Map(), ids: [] };

  /** Tokens without text and those that are only part of a character are left out. */
  constructor(texts: Iterable<readonly [id: number, text: string]>) {
    for (const [id, text] of texts) {
      if (text === "" || text.includes("\ufffd")) continue;
      let node = this.root;
      for (const char of text) {
        let next = node.children.get(char);
        if (next === undefined) {
          next = { children: new Map(), ids: [] };
          node.children.set(char, next);
        }
        node = next;
      }
      node.ids.push(id);
    }
  }

  /** All tokens that may follow, those with the longest text first. */
  following(prefix: QueryPrefix): number[] {
    const found: { readonly length: number; readonly id: number }[] = [];
    const visit = (node: TrieNode, here: QueryPrefix, length: number): void => {
      for (const id of node.ids) found.push({ length, id });
      for (const [char, child] of node.children) {
        const longer = here.extended(char);
        if (longer !== null) visit(child, longer, length + 1);
      }
    };
    visit(this.root, prefix, 0);
    return found.sort((a, b) => b.length - a.length || a.id - b.id).map(({ id }) => id);
  }
}
