import { type Matrix, matrixOf } from '../matrix/matrix';
import { createRandom } from '../random';
import { conditionalProbabilities } from './conditionalProbabilities';
import { jointProbabilities } from './jointProbabilities';
import type { Neighbours } from './nearestNeighbours';
import { principalPlane } from './principalPlane';
import { exactRepulsion } from './repulsion';
import { treeRepulsion } from './treeRepulsion';
import { tsneGradient } from './tsneGradient';

/** Up to so many rows every pair is looked at; beyond, near neighbours and a tree of cells. */
const mostExact = 250;
const seed = 1;
/** Deviation of the first map along its longer axis, and that of chance in it, by which equal rows part. */
const startSpread = 1e-4;
const jitter = 1e-6;
/** The first iterations draw near rows together more than is asked, with less momentum. */
const early = { iterations: 250, exaggeration: 12, momentum: 0.5 };
const late = { iterations: 500, exaggeration: 1, momentum: 0.8 };
const leastGain = 0.01;

/**
 * How many neighbours of each row t-SNE looks at: all in a small library, else three times the perplexity, as beyond
 * them nothing is likely (van der Maaten 2014).
 */
export const tsneReach = (count: number, perplexity: number): number =>
  count <= mostExact ? count - 1 : Math.min(count - 1, Math.floor(3 * perplexity) + 1);

/**
 * A map of rows in two dimensions by t-SNE (van der Maaten and Hinton 2008; by Barnes-Hut, van der Maaten 2014, beyond
 * 250 rows), begun at the first two principal components and with steps of n / 12, never less than 200 (Kobak and Berens
 * 2019): near rows lie near each other; distances across the map, sizes of clouds and its turn mean nothing. The same
 * rows give the same map.
 *
 * @param points [n, columns], whose neighbours these are: `tsneReach` of each row
 * @param perplexity how many neighbours count, in effect; less than a third of the rows
 * @param onProgress told the share of the work done, 0..1
 */
export function tsneLayout(
  points: Matrix,
  { neighbours, perplexity }: { neighbours: Neighbours; perplexity: number },
  onProgress: (share: number) => void = () => {},
): Matrix {
  const joint = jointProbabilities(neighbours, conditionalProbabilities(neighbours, perplexity));
  const repulsion = points.rows <= mostExact ? exactRepulsion : treeRepulsion();
  const descent = new Descent(firstPlaces(points));
  const iterations = early.iterations + late.iterations;
  let done = 0;
  for (const phase of [early, late]) {
    descent.begin();
    for (let iteration = 0; iteration < phase.iterations; iteration++) {
      tsneGradient(descent.places, descent.gradient, { joint, repulsion, exaggeration: phase.exaggeration });
      descent.step(phase.momentum);
      onProgress(++done / iterations);
    }
  }
  return matrixOf(Float32Array.from(descent.places), 2);
}

/** The principal plane, made small, with a trace of chance in it. */
function firstPlaces(points: Matrix): Float64Array {
  const random = createRandom(seed, 'tsne');
  const plane = principalPlane(points);
  let squares = 0;
  for (let at = 0; at < plane.length; at += 2) squares += plane[at] ** 2;
  const spread = Math.sqrt(squares / points.rows) || 1;
  return plane.map((value) => (startSpread * value) / spread + jitter * random.bell());
}

/** Gradient descent with momentum and a gain for every coordinate (Jacobs 1988), as t-SNE was published with. */
class Descent {
  readonly gradient: Float64Array;
  private readonly steps: Float64Array;
  private readonly gains: Float64Array;
  /** A quarter of what is published, where the gradient is without its factor 4. */
  private readonly rate: number;

  constructor(readonly places: Float64Array) {
    this.gradient = new Float64Array(places.length);
    this.steps = new Float64Array(places.length);
    this.gains = new Float64Array(places.length);
    this.rate = Math.max(places.length / 2 / early.exaggeration, 200) / 4;
  }

  /** From rest, every gain 1. */
  begin(): void {
    this.steps.fill(0);
    this.gains.fill(1);
  }

  step(momentum: number): void {
    const { places, gradient, steps, gains, rate } = this;
    for (let at = 0; at < places.length; at++) {
      const goesOn = gradient[at] * steps[at] < 0;
      gains[at] = Math.max(leastGain, goesOn ? gains[at] + 0.2 : 0.8 * gains[at]);
      steps[at] = momentum * steps[at] - rate * gains[at] * gradient[at];
      places[at] += steps[at];
    }
    this.centre();
  }

  private centre(): void {
    const { places } = this;
    const sums = [0, 0];
    places.forEach((value, at) => (sums[at % 2] += value));
    for (let at = 0; at < places.length; at++) places[at] -= sums[at % 2] / (places.length / 2);
  }
}
