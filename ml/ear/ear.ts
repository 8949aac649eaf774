import { dimensions, type Dimension } from '../affect/dimension';
import { type EstimatedPoint } from '../affect/emotionPoint';
import { type FactorRows } from './choleskyRows';
import { type Correction, requireCorrection, requireTrack } from './correction';
import { eachAxis } from './eachAxis';
import { EarAxis, type HeardTrack, type Novelty } from './earAxis';
import { type AxisEstimates, type EarLibrary } from './earLibrary';
import { defaultEarSettings, type EarSettings, requireEarSettings } from './earSettings';
import { likenessTo } from './likeness';
import { weightedSums } from './weightedSums';

interface Held extends HeardTrack {
  correction: Correction;
}

type Factors = Record<Dimension, FactorRows>;

/**
 * One person's ear: what their corrections say of every track of the library, exactly (README.md has the process).
 *
 * Without corrections it says what the model says, to the last bit. Their order does not matter, and one taken back leaves
 * everything as if it had never been made, but for rounding. A track has one correction; another replaces it. No correction
 * makes a deviation grow. Of a corrected track itself the process comes as near the person's word as one correction is
 * trusted; whoever shows that track shows the word.
 */
export class Ear {
  private held: readonly Held[] = [];
  private factors: Factors = eachAxis(() => []);
  private readonly axes: Record<Dimension, EarAxis>;

  /** @throws RangeError for settings out of range. */
  constructor(
    readonly library: EarLibrary,
    readonly settings: EarSettings = defaultEarSettings,
  ) {
    requireEarSettings(settings);
    this.axes = eachAxis((dimension) => new EarAxis(library.axes[dimension], settings.axes[dimension]));
  }

  /** In the order in which their tracks were first corrected. */
  get corrections(): readonly Correction[] {
    return this.held.map(({ correction }) => correction);
  }

  /**
   * Learns a correction, in place of the track's earlier one if there is one.
   *
   * @throws RangeError for a track that the library has not, or a point outside of the plane.
   */
  correct(correction: Correction): void {
    requireCorrection(this.library, correction);
    const earlier = this.find(correction.track);
    if (earlier) this.change(earlier, correction);
    else this.add(correction);
  }

  /** Takes a track's correction back; whether there was one. */
  undo(track: number): boolean {
    const undone = this.find(track);
    if (!undone) return false;
    const others = this.held.filter((held) => held !== undone);
    const factors = this.factorsOf(others);
    const novelties = this.noveltiesOf(undone, others, factors);
    for (const dimension of dimensions) {
      const novelty = novelties[dimension];
      this.axes[dimension].forget(novelty, this.surprise(dimension, novelty, [...others, undone]));
      if (others.length === 0) this.axes[dimension].reset();
    }
    this.held = others;
    this.factors = factors;
    return true;
  }

  /** What is now said of one track. */
  estimateOf(track: number): EstimatedPoint {
    requireTrack(this.library, track);
    const { valence, arousal } = this.axes;
    return {
      valence: valence.point(track),
      arousal: arousal.point(track),
      valenceDeviation: valence.deviation(track),
      arousalDeviation: arousal.deviation(track),
    };
  }

  /** What is now said of all tracks, in arrays of their own. */
  estimates(): Record<Dimension, AxisEstimates> {
    return eachAxis((dimension) => this.axes[dimension].estimates());
  }

  /**
   * By how much a correction of a track, whatever it says, would lower the variance of all tracks together on both axes, in
   * squared units of the plane; 0 for one that is corrected already. Exact, at the cost of a correction: the variance expected
   * after a query (Cohn, Ghahramani and Jordan 1996), which for a Gaussian process does not depend on the answer.
   *
   * @param trackWeights how much every track counts, [tracks], 1 where none are told
   */
  teaching(track: number, trackWeights?: Float64Array): number {
    requireTrack(this.library, track);
    if (this.find(track)) return 0;
    const novelties = this.noveltiesOf(this.hear(track), this.held, this.factors);
    const { valence, arousal } = eachAxis((dimension) =>
      this.axes[dimension].told(novelties[dimension], trackWeights),
    );
    return valence + arousal;
  }

  /** The variance of all tracks together on both axes, which `teaching` would lower. */
  variance(trackWeights?: Float64Array): number {
    return this.axes.valence.variance(trackWeights) + this.axes.arousal.variance(trackWeights);
  }

  private add(correction: Correction): void {
    const added = { ...this.hear(correction.track), correction };
    const novelties = this.noveltiesOf(added, this.held, this.factors);
    const held = [...this.held, added];
    this.factors = eachAxis((dimension) => this.axes[dimension].grown(this.factors[dimension], held));
    for (const dimension of dimensions) {
      const novelty = novelties[dimension];
      this.axes[dimension].learn(novelty, this.surprise(dimension, novelty, held));
    }
    this.held = held;
  }

  /** Another point for a corrected track: what it says of variances stays. */
  private change(earlier: Held, correction: Correction): void {
    const others = this.held.filter((held) => held !== earlier);
    const novelties = this.noveltiesOf(earlier, others, this.factorsOf(others));
    const changed = { ...earlier, correction };
    for (const dimension of dimensions) {
      const novelty = novelties[dimension];
      const surprises = [changed, earlier].map((last) =>
        this.surprise(dimension, novelty, [...others, last]),
      );
      this.axes[dimension].move(novelty, surprises[0] - surprises[1]);
    }
    this.held = this.held.map((held) => (held === earlier ? changed : held));
  }

  private find(track: number): Held | undefined {
    return this.held.find((held) => held.track === track);
  }

  private hear(track: number): HeardTrack {
    return { track, likeness: likenessTo(this.library, track, this.settings.reach) };
  }

  private factorsOf(held: readonly Held[]): Factors {
    return eachAxis((dimension) =>
      held.reduce<FactorRows>((factor) => this.axes[dimension].grown(factor, held), []),
    );
  }

  /** What a track's correction says beyond others', of which `factors` are. */
  private noveltiesOf(
    track: HeardTrack,
    others: readonly HeardTrack[],
    factors: Factors,
  ): Record<Dimension, Novelty> {
    const heard = [...others, track];
    const weights = eachAxis((dimension) => this.axes[dimension].noveltyWeights(factors[dimension], heard));
    const sums = weightedSums(
      heard.map(({ likeness }) => likeness),
      weights,
    );
    return eachAxis((dimension) =>
      this.axes[dimension].noveltyOf(heard, weights[dimension], sums[dimension]),
    );
  }

  /** How far a correction, the last of `held`, lies from what the others foretell, in standard deviations of that. */
  private surprise(dimension: Dimension, { weights }: Novelty, held: readonly Held[]): number {
    return held.reduce(
      (sum, { track, correction }, index) =>
        sum + weights[index] * this.axes[dimension].residual(track, correction[dimension]),
      0,
    );
  }
}
