import { type EmotionCurve } from '../../affect/emotionCurve';
import { type DtwCost, dtwCostTo, exceeds } from './dtw';
import { LengthNode } from './lengthTree';
import { layersOf, type Sequence } from '../sequence';
import { Stretches } from './stretches';
import { compareFound, type Found, TopMatches } from '../topMatches';
import { type LengthRatio, stretchLengths } from '../lengthRatio';
import { type SearchOptions } from '../searchOptions';

export interface SectionTrack {
  trackId: number;
  curve: EmotionCurve;
}

/** A first look tries this many starts per query length. */
const seedsPerQuery = 4;

/** Whether two stretches of one track overlap by more than half of the shorter. */
export function overlaps(a: Found, b: Found): boolean {
  const shared = Math.min(a.start + a.length, b.start + b.length) - Math.max(a.start, b.start);
  return 2 * shared > Math.min(a.length, b.length);
}

/**
 * The `limit` stretches nearest to `query` in all `tracks`, every start and every allowed length considered, exactly:
 * as if all were ranked (compareFound) and taken in order, leaving out what overlaps a better one of the same track
 * by more than half of the shorter. A track shorter than the shortest length is no candidate.
 *
 * The nearest of a few stretches of each track bounds the last place from above; tracks then follow from the most
 * promising, each asked for its best stretch, its best that does not overlap that one, and so on.
 */
export function searchSections(
  query: Sequence,
  tracks: readonly SectionTrack[],
  options: SearchOptions & { lengthRatio: LengthRatio },
): Found[] {
  const lengths = stretchLengths(query.length, options.lengthRatio);
  if (!lengths) return [];
  const context = {
    query,
    lengths,
    layers: layersOf(options.comparison),
    costOf: dtwCostTo(query),
    tree: new LengthNode({ query, band: options.band }, lengths.shortest, lengths.longest),
    room: new Float32Array(lengths.longest * query.dimensions),
  };
  const seeded = tracks
    .filter(({ curve }) => curve.valence.length >= lengths.shortest)
    .map((track) => ({ track, seed: new TrackSections(track, context).seed() }))
    .sort((a, b) => costOfSeed(a.seed) - costOfSeed(b.seed));
  const ceiling = costOfSeed(seeded[options.limit - 1]?.seed);

  const top = new TopMatches(options.limit);
  for (const { track, seed } of seeded) {
    new TrackSections(track, context).collect(top, { seed, ceiling });
  }
  return top.found;
}

const costOfSeed = (seed: Found | undefined) => seed?.cost ?? Infinity;

interface SectionContext {
  query: Sequence;
  lengths: { shortest: number; longest: number };
  layers: ReturnType<typeof layersOf>;
  costOf: DtwCost;
  tree: LengthNode;
  room: Float32Array;
}

/** The search within one track. */
class TrackSections {
  private readonly stretches: Stretches;
  private readonly remaining: Float64Array;
  private readonly known = new Map<number, number>();
  private taken: Found[] = [];
  private best: Found | undefined;
  private cutoff = Infinity;
  private start = 0;

  constructor(
    private readonly track: SectionTrack,
    private readonly context: SectionContext,
  ) {
    this.stretches = new Stretches(track.curve, context.layers, context.lengths);
    this.remaining = new Float64Array(context.lengths.longest + 1);
  }

  /** The nearest of a few stretches about as long as the query. */
  seed(): Found | undefined {
    const { query, lengths } = this.context;
    const length = Math.min(
      Math.max(query.length, lengths.shortest),
      lengths.longest,
      this.track.curve.valence.length,
    );
    let leaf = this.context.tree;
    while (leaf.children.length > 0) {
      leaf = leaf.children.find((child) => length <= child.longest) ?? leaf.children[0];
    }
    this.eachStart(Math.max(1, Math.floor(query.length / seedsPerQuery)), leaf);
    return this.best;
  }

  /** Adds the track's stretches to `top` in order, until they fall behind the last place or `ceiling`. */
  collect(top: TopMatches, { seed, ceiling }: { seed: Found | undefined; ceiling: number }): void {
    this.best = seed;
    for (;;) {
      this.cutoff = Math.min(top.cutoff, ceiling, costOfSeed(this.best));
      this.eachStart(1, this.context.tree);
      if (!this.best || this.best.cost > Math.min(top.cutoff, ceiling)) return;
      top.add(this.best);
      this.taken.push(this.best);
      this.best = undefined;
    }
  }

  private eachStart(stride: number, lengths: LengthNode): void {
    const last = this.track.curve.valence.length - this.context.lengths.shortest;
    for (this.start = 0; this.start <= last; this.start += stride) {
      this.stretches.moveTo(this.start);
      this.descend(lengths);
    }
  }

  /** Looks for a better stretch than the best so far among the node's lengths from the current start. */
  private descend(node: LengthNode): void {
    if (this.start + node.shortest > this.track.curve.valence.length) return;
    if (node.children.length === 0) {
      this.consider(node);
    } else if (!this.rulesOut(node)) {
      for (const child of node.children) this.descend(child);
    }
  }

  /** Whether no stretch of the node's lengths from the current start can be within the cutoff. */
  private rulesOut(node: LengthNode): boolean {
    if (exceeds(this.stretches.bound(node, this.cutoff), this.cutoff)) return true;
    // Stretches from one start share their points in level mode, so that one table with an open end bounds them all.
    const shared = this.context.layers.every(({ kind }) => kind === 'level');
    return shared && node !== this.context.tree && this.warped(node) === Infinity;
  }

  /**
   * The least cost of stretches of the node's lengths from the current start within its band, or Infinity where it
   * exceeds the cutoff. The stretches must be bounded already.
   */
  private warped(node: LengthNode): number {
    const { costOf, room } = this.context;
    this.remaining.fill(0, node.shortest);
    for (let index = node.shortest - 1; index >= 0; index--) {
      this.remaining[index] = this.remaining[index + 1] + this.stretches.least[index];
    }
    const length = Math.min(node.longest, this.track.curve.valence.length - this.start);
    const limit = { cutoff: this.cutoff, remaining: this.remaining, earliestEnd: node.shortest - 1 };
    return costOf(this.stretches.sequence(length, room), node.band, limit);
  }

  private consider(leaf: LengthNode): void {
    const found = { trackId: this.track.trackId, cost: 0, start: this.start, length: leaf.shortest };
    if (this.taken.some((other) => overlaps(other, found))) return;
    found.cost = this.costAt(leaf);
    if (found.cost === Infinity || (this.best && compareFound(this.best, found) <= 0)) return;
    this.best = found;
    this.cutoff = Math.min(this.cutoff, found.cost);
  }

  /** The exact cost of the leaf's stretch, or Infinity where it exceeds the cutoff. */
  private costAt(leaf: LengthNode): number {
    const length = leaf.shortest;
    const key = this.start * (this.context.lengths.longest + 1) + length;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (exceeds(this.stretches.bound(leaf, this.cutoff), this.cutoff)) return Infinity;
    const cost = this.warped(leaf);
    if (cost < Infinity) this.known.set(key, cost);
    return cost;
  }
}
