/** A finite group given by its product table; element 0 is the identity (state-tracking-fsa.md, "Task and data"). */
export interface Group {
  readonly name: string;
  readonly order: number;
  /** `product[a][b]` is the element `a · b`; states multiply on the right: `q_t = q_(t-1) · m_t`. */
  readonly product: readonly (readonly number[])[];
}

export type GroupName = `Z${number}` | "S3" | "A4" | "A5";

/** Throws a RangeError for a cyclic group of no or more than 1,000 elements. */
export function groupOf(name: GroupName): Group {
  switch (name) {
    case "S3":
      return permutationGroup(name, 3, false);
    case "A4":
      return permutationGroup(name, 4, true);
    case "A5":
      return permutationGroup(name, 5, true);
    default:
      return cyclicGroup(Number(name.slice(1)));
  }
}

function cyclicGroup(order: number): Group {
  if (!Number.isInteger(order) || order < 1 || order > 1000)
    throw new RangeError(`No cyclic group of order ${order}.`);
  const elements = Array.from({ length: order }, (_, i) => i);
  return { name: `Z${order}`, order, product: elements.map((a) => elements.map((b) => (a + b) % order)) };
}

/** All or all even permutations in lexicographic order, with `(p ∘ q)[k] = p[q[k]]`. */
function permutationGroup(name: string, points: number, evenOnly: boolean): Group {
  const elements = permutations(points).filter((p) => !evenOnly || isEven(p));
  const index = new Map(elements.map((p, i) => [p.join(), i]));
  const product = elements.map((p) => elements.map((q) => index.get(q.map((k) => p[k]).join()) ?? 0));
  return { name, order: elements.length, product };
}

function permutations(points: number): number[][] {
  const grow = (prefix: readonly number[]): number[][] =>
    prefix.length === points
      ? [[...prefix]]
      : Array.from({ length: points }, (_, i) => i)
          .filter((i) => !prefix.includes(i))
          .flatMap((i) => grow([...prefix, i]));
  return grow([]);
}

function isEven(permutation: readonly number[]): boolean {
  let inversions = 0;
  permutation.forEach((value, i) => {
    inversions += permutation.slice(i + 1).filter((later) => later < value).length;
  });
  return inversions % 2 === 0;
}
