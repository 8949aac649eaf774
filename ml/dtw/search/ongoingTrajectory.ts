import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { curveSpread } from '../../affect/shape';
import { slantedBand, squareBand } from '../band';
import { type Importance } from '../importance';
import { type OngoingSearch } from '../ongoingSearch';
import { type SectionsThen } from '../sections';
import { type Comparison, type Sequence, sequenceOf } from '../sequence';
import { type Found } from '../topMatches';
import { wholeTrackPoints } from '../wholeTracks';
import { type TrajectoryMatch, type TrajectoryMatches } from './trajectoryQuery';
import { alignmentOf } from './warpingPath';
import { worstFit } from './worstFit';

/** What matches are explained by. */
interface Asked {
  sequence: Sequence;
  comparison: Comparison;
  importance?: Importance;
  band: number;
  queryHopSeconds: number;
  whole: boolean;
}

interface Parts {
  search: OngoingSearch;
  /** The curves as they are when it is called. */
  holdCurves: () => SectionsThen;
  level: (trackId: number) => EmotionCurve;
  asked: Asked;
  told: Omit<TrajectoryMatches, 'matches' | 'queryHopSeconds' | 'exact' | 'compared'>;
}

/**
 * A search for a trajectory that is worked on in pieces: first it searches, among the tracks that there were when it
 * began, then it aligns what it found, match by match.
 */
export class OngoingTrajectory {
  private curves: SectionsThen | undefined;
  private isComplete = false;
  private found: Found[] | undefined;
  private readonly matches: TrajectoryMatch[] = [];

  constructor(private readonly parts: Parts) {
    if (!parts.asked.whole) this.curves = parts.holdCurves();
  }

  /** Memory that it takes from its first step on, in bytes. */
  get bytes(): number {
    return this.parts.search.bytes;
  }

  /** Works on for about so many milliseconds; tells whether the answer is ready. */
  step(milliseconds: number): boolean {
    if (!this.found) return this.searchOn(milliseconds);
    const until = performance.now() + milliseconds;
    do this.alignNext(this.found);
    while (this.matches.length < this.found.length && performance.now() < until);
    return this.matches.length >= this.found.length;
  }

  /** Has it search no more: what was found so far is what further steps make the answer of. */
  stop(): void {
    this.found ??= this.parts.search.found();
    // Whole tracks whose turn has not come have not begun.
    this.curves ??= this.parts.holdCurves();
  }

  /** The nearest of what was compared, once it is ready. */
  answer(): TrajectoryMatches {
    const { search, asked, told } = this.parts;
    return {
      ...told,
      matches: this.matches,
      queryHopSeconds: asked.queryHopSeconds,
      exact: this.isComplete,
      compared: this.isComplete ? told.searched : search.compared,
    };
  }

  /** Gives back what it holds, complete or not: to be called once, and nothing asked afterwards. */
  release(): void {
    this.curves?.release();
    this.parts.search.release();
  }

  private searchOn(milliseconds: number): boolean {
    const { search } = this.parts;
    this.isComplete = search.step(milliseconds);
    if (search.isBegun) this.curves ??= this.parts.holdCurves();
    if (!this.isComplete) return false;
    this.found = search.found();
    return this.found.length === 0;
  }

  private alignNext(found: readonly Found[]): void {
    const next = found.at(this.matches.length);
    if (!next) return;
    this.matches.push(
      this.parts.asked.whole ? this.wholeMatch(next, this.curves!) : this.sectionMatch(next, this.curves!),
    );
  }

  private wholeMatch({ trackId }: Found, curves: SectionsThen): TrajectoryMatch {
    const { asked } = this.parts;
    const { sequence, comparison, band, queryHopSeconds } = asked;
    const curve = this.parts.level(trackId);
    const alignment = alignmentOf(sequence, sequenceOf(curve, comparison), {
      band: squareBand(wholeTrackPoints, band),
    })!;
    const end = curves.points(trackId) * curveHopSeconds;
    return {
      trackId,
      ...alignment,
      section: { start: 0, end },
      worst: worstFit(alignment.error, queryHopSeconds),
      curveHopSeconds: end / wholeTrackPoints,
      curve,
      spread: curveSpread(curve),
    };
  }

  private sectionMatch({ trackId, start, length }: Found, curves: SectionsThen): TrajectoryMatch {
    const { asked } = this.parts;
    const { sequence, comparison, importance, queryHopSeconds } = asked;
    const weights = importance?.weights;
    const end = start + length;
    const curve = curves.stretch(trackId, { start, end });
    const stretch = sequenceOf(curve, comparison, weights);
    const band = slantedBand(length, sequence.length, asked.band);
    const alignment = alignmentOf(sequence, stretch, { band, weights })!;
    return {
      trackId,
      ...alignment,
      path: alignment.path.map(([queryIndex, index]) => [queryIndex, start + index]),
      section: { start: start * curveHopSeconds, end: end * curveHopSeconds },
      worst: worstFit(weighted(alignment.error, weights), queryHopSeconds),
      curveHopSeconds,
      curve,
      spread: curveSpread(curve, weights),
    };
  }
}

/** Errors by what their moments count, so that what does not matter is not the worst. */
function weighted(error: readonly number[], weights: Float64Array | undefined): readonly number[] {
  return weights ? error.map((value, index) => value * Math.sqrt(weights[index])) : error;
}
