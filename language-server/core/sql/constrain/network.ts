/**
 * A recursive transition network: a grammar whose rules call each other, read token by token with a set of stacks
 * (Woods, "Transition network grammars for natural language analysis", CACM 1970). States are immutable, so that many
 * continuations of one text can be tried.
 */

/** What one token may be that is not told by its text. */
export type WordKind =
  | "table"
  | "column"
  | "namespace"
  | "qualifier"
  | "function"
  | "bare-function"
  | "new-name"
  | "short-name"
  | "type"
  | "string"
  | "number";

/** What one token may be. */
export type Terminal =
  | { readonly kind: "keyword" | "symbol"; readonly text: string }
  | { readonly kind: WordKind };

/** A piece of grammar, before it is made into a network. */
export type Part =
  | { readonly kind: "token"; readonly terminal: Terminal }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "optional" | "repeat"; readonly part: Part };

export interface Node {
  readonly tokens: { readonly terminal: Terminal; readonly to: Node }[];
  readonly calls: { readonly rule: string; readonly to: Node }[];
  readonly jumps: Node[];
  /** The rule may end here. */
  ends: boolean;
}

export type Network = ReadonlyMap<string, Node>;

/** Where a called rule goes on; null below the first. */
export interface Stack {
  readonly node: Node;
  readonly below: Stack | null;
}

/** A token that may come next, and what follows it. */
export interface Step {
  readonly terminal: Terminal;
  readonly to: Node;
  readonly stack: Stack | null;
}

export interface Position {
  readonly steps: readonly Step[];
  /** The text may end here. */
  readonly ends: boolean;
}

const newNode = (): Node => ({ tokens: [], calls: [], jumps: [], ends: false });

/** Makes a network of rules. */
export function networkOf(rules: Readonly<Record<string, Part>>): Network {
  return new Map(
    Object.entries(rules).map(([name, part]) => {
      const start = newNode();
      build(part, start).ends = true;
      return [name, start];
    }),
  );
}

function build(part: Part, from: Node): Node {
  switch (part.kind) {
    case "token": {
      const to = newNode();
      from.tokens.push({ terminal: part.terminal, to });
      return to;
    }
    case "rule": {
      const to = newNode();
      from.calls.push({ rule: part.name, to });
      return to;
    }
    case "sequence":
      return part.parts.reduce((node, each) => build(each, node), from);
    case "choice": {
      const to = newNode();
      for (const each of part.parts) build(each, from).jumps.push(to);
      return to;
    }
    case "optional": {
      // A node of its own: a part that ends in a repetition must not be entered at its end.
      const to = newNode();
      build(part.part, from).jumps.push(to);
      from.jumps.push(to);
      return to;
    }
    case "repeat": {
      const to = newNode();
      from.jumps.push(to);
      build(part.part, to).jumps.push(to);
      return to;
    }
  }
}

/** Everything that may come next at a node with what is below it. */
export function positionAt(
  network: Network,
  starts: readonly { node: Node; stack: Stack | null }[],
): Position {
  const steps: Step[] = [];
  const seen = new Map<Node, (Stack | null)[]>();
  const open = [...starts];
  let ends = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, stack } = next;
    const known = seen.get(node);
    if (known === undefined) seen.set(node, [stack]);
    else if (known.includes(stack)) continue;
    else known.push(stack);
    for (const { terminal, to } of node.tokens) steps.push({ terminal, to, stack });
    for (const to of node.jumps) open.push({ node: to, stack });
    for (const { rule, to } of node.calls) {
      const start = network.get(rule);
      if (start !== undefined) open.push({ node: start, stack: pushed(to, stack) });
    }
    if (node.ends) {
      if (stack === null) ends = true;
      else open.push({ node: stack.node, stack: stack.below });
    }
  }
  return { steps, ends };
}

/** A call at the end of a rule needs no return of its own, so stacks do not grow with the text. */
const pushed = (to: Node, stack: Stack | null): Stack | null =>
  to.ends && stack !== null && to.tokens.length + to.calls.length + to.jumps.length === 0
    ? stack
    : { node: to, below: stack };
