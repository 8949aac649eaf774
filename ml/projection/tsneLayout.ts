import { type Matrix, matrixOf } from '../matrix/matrix';
import { createRandom } from '../random';
import { conditionalProbabilities } from './conditionalProbabilities';
import { jointProbabilities, type JointProbabilities } from './jointProbabilities';
import { klDivergence } from './klDivergence';
import type { Neighbours } from './nearestNeighbours';
import { principalPlane } from './principalPlane';
import { exactRepulsion } from './repulsion';
import { treeRepulsion } from './treeRepulsion';
import { tsneGradient } from './tsneGradient';

/** Up to so many rows every pair is looked at; beyond, near neighbours and a tree of cells. */
const mostExact = 250;
/** Up to so many rows the divergence has many low places: the best of several starts is kept. */
const mostFew = 100;
const starts = 5;

interface Schedule {
  /** What the first iterations draw near rows together by. */
  exaggeration: number;
  /** The least learning rate, of a gradient without its factor 4. */
  leastRate: number;
  /** Deviation of the first map along its longer axis. */
  spread: number;
}
/** As first published but for the spread: of few rows, what is drawn together by more than that may stay in one place. */
const exactly: Schedule = { exaggeration: 4, leastRate: 100, spread: 1e-2 };
/** As Kobak and Berens advise for many rows. */
const byTree: Schedule = { exaggeration: 12, leastRate: 200, spread: 1e-4 };

const early = { iterations: 250, momentum: 0.5 };
const late = { iterations: 500, momentum: 0.8 };
const iterations = early.iterations + late.iterations;
/** Chance in the first map, as a share of its spread: by it equal rows part, and one start differs from another. */
const jitter = 0.01;
const leastGain = 0.01;

/**
 * How many neighbours of each row t-SNE looks at: all in a small library, else three times the perplexity, as beyond
 * them nothing is likely (van der Maaten 2014).
 */
export const tsneReach = (count: number, perplexity: number): number =>
  count <= mostExact ? count - 1 : Math.min(count - 1, Math.floor(3 * perplexity) + 1);

/**
 * A map of rows in two dimensions by t-SNE (van der Maaten and Hinton 2008; by Barnes-Hut, van der Maaten 2014, beyond
 * 250 rows), begun at the first two principal components and with steps of n / 12 at least (Kobak and Berens 2019): near
 * rows lie near each other; distances across the map, sizes of clouds and its turn mean nothing. The same rows give the
 * same map; of 100 rows or fewer it is the one of five whose divergence is the least.
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
  const plane = principalPlane(points);
  const attempts = points.rows <= mostFew ? starts : 1;
  const maps = Array.from({ length: attempts }, (_, attempt) =>
    descend(joint, firstPlaces(plane, attempt), (share) => onProgress((attempt + share) / attempts)),
  );
  if (maps.length === 1) return maps[0];
  const divergences = maps.map((map) => klDivergence(joint, map));
  return maps[divergences.indexOf(Math.min(...divergences))];
}

/** The principal plane at a spread of 1, with a trace of chance in it. */
function firstPlaces(plane: Float64Array, attempt: number): Float64Array {
  const random = createRandom(attempt, 'tsne');
  let squares = 0;
  for (let at = 0; at < plane.length; at += 2) squares += plane[at] ** 2;
  const spread = Math.sqrt((2 * squares) / plane.length) || 1;
  return plane.map((value) => value / spread + jitter * random.bell());
}

/** Goes down the divergence from a start, and tells the share that is done. */
function descend(
  joint: JointProbabilities,
  start: Float64Array,
  onProgress: (share: number) => void,
): Matrix {
  const isExact = joint.count <= mostExact;
  const schedule = isExact ? exactly : byTree;
  const repulsion = isExact ? exactRepulsion : treeRepulsion();
  const descent = new Descent(start, schedule);
  let done = 0;
  for (const phase of [early, late]) {
    const exaggeration = phase === early ? schedule.exaggeration : 1;
    descent.begin();
    for (let iteration = 0; iteration < phase.iterations; iteration++) {
      tsneGradient(descent.places, descent.gradient, { joint, repulsion, exaggeration });
      descent.step(phase.momentum);
      onProgress(++done / iterations);
    }
  }
  return matrixOf(Float32Array.from(descent.places), 2);
}

/** Gradient descent with momentum and a gain for every coordinate (Jacobs 1988), as t-SNE was published with. */
class Descent {
  readonly places: Float64Array;
  readonly gradient: Float64Array;
  private readonly steps: Float64Array;
  private readonly gains: Float64Array;
  /** A quarter of what is published, where the gradient is without its factor 4. */
  private readonly rate: number;

  constructor(start: Float64Array, { exaggeration, leastRate, spread }: Schedule) {
    const places = start.map((place) => spread * place);
    this.places = places;
    this.gradient = new Float64Array(places.length);
    this.steps = new Float64Array(places.length);
    this.gains = new Float64Array(places.length);
    this.rate = Math.max(places.length / 2 / exaggeration, leastRate) / 4;
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
