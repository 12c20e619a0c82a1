/** Losses over rows of logits, with gradients of their own: each is one softmax, and masked rows have no effect at all. */
import type { Graph } from "./graph.ts";
import { elements, labelOf, type Node, ShapeError, shapeOf } from "./node.ts";

/** Keeps log away from 0 where float32 rounded a probability down to it. */
const smallest = 1e-37;

/**
 * Σ weightᵢ · −log softmax(logitsᵢ)[targetᵢ] over rows i.
 *
 * @param logits [vocabulary, rows]
 * @param places [rows], whole numbers: row · vocabulary + target, see `targetPlaces`
 * @param weights [1, rows]; 0 leaves a row out of both the sum and the gradient. ggml's own cross entropy cannot do
 *   that: it divides by all rows and gives rows without a target a gradient too.
 */
export function crossEntropy(graph: Graph, logits: Node, places: Node, weights: Node): Node {
  const [vocabulary, rows] = logits.shape;
  checkRows("crossEntropy", logits, weights);
  if (elements(places.shape) !== rows)
    throw new ShapeError(`crossEntropy: ${labelOf(places)}, want ${rows}.`);
  const flat = shapeOf(1, vocabulary * rows);
  const p = graph.softmax(logits);
  const hit = graph.rows(graph.reshape(p, flat), places);
  const surprise = graph.scale(graph.log(graph.clamp(hit, smallest, 2)), -1);
  const value = graph.sum(graph.mul(surprise, weights));
  return graph.withGradient(value, [logits], (gradient) => {
    const w = graph.mul(weights, gradient);
    const all = graph.reshape(graph.mul(p, w), flat);
    const atTarget = graph.mul(graph.scale(hit, 1, -1), w);
    // Written into a copy: `all` may be shared with other parts of the graph.
    return [graph.reshape(graph.setRows(graph.copy(all), atTarget, places), logits.shape)];
  });
}

/**
 * Distillation: Σ weightᵢ · τ² · KL(teacherᵢ ‖ softmax(logitsᵢ / τ)) (Hinton et al. 2015), whose gradient by the logits
 * is weight · τ · (softmax(logits/τ) − teacher).
 *
 * @param teacher [vocabulary, rows]: the teacher's probabilities at temperature τ; each row sums to 1
 */
export function distillation(
  graph: Graph,
  logits: Node,
  teacher: Node,
  weights: Node,
  temperature: number,
): Node {
  checkRows("distillation", logits, weights);
  const p = graph.softmax(logits, 1 / temperature);
  const ratio = graph.sub(
    graph.log(graph.clamp(teacher, smallest, 2)),
    graph.log(graph.clamp(p, smallest, 2)),
  );
  const divergence = graph.sumRows(graph.mul(teacher, ratio));
  const value = graph.scale(graph.sum(graph.mul(divergence, weights)), temperature * temperature);
  return graph.withGradient(value, [logits], (gradient) => [
    graph.mul(graph.sub(p, teacher), graph.scale(graph.mul(weights, gradient), temperature)),
  ]);
}

/** Index of each row's target in the logits laid out flat. */
export function targetPlaces(targets: ArrayLike<number>, vocabulary: number): Int32Array {
  if (targets.length * vocabulary > 0x7fffffff) {
    throw new ShapeError(`${targets.length} rows of ${vocabulary} logits are too many for one batch.`);
  }
  const places = new Int32Array(targets.length);
  for (let i = 0; i < places.length; i++) {
    const target = targets[i] ?? 0;
    if (!(target >= 0 && target < vocabulary)) {
      throw new ShapeError(`Target ${target} at row ${i} is outside the vocabulary of ${vocabulary}.`);
    }
    places[i] = i * vocabulary + target;
  }
  return places;
}

function checkRows(name: string, logits: Node, weights: Node): void {
  const rows = logits.shape[1];
  if (
    elements(logits.shape) !== logits.shape[0] * rows ||
    weights.shape[1] !== rows ||
    weights.shape[0] !== 1
  ) {
    throw new ShapeError(
      `${name}: ${labelOf(logits)} with weights ${labelOf(weights)}; want [v, n], [1, n].`,
    );
  }
}
