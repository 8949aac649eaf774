import { slantedBand, squareBand } from '../band';
import { type Dimension } from '../../affect/dimension';
import { curveHopSeconds } from '../../affect/curveHop';
import { type KeyPoint } from '../../affect/keyPoint';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { type Importance, importanceOf } from '../importance';
import { type LengthRatio } from '../lengthRatio';
import { blendOf, drawingOf } from './drawing';
import { openSections } from './openSections';
import { type Comparison, type Sequence, sequenceOf } from '../sequence';
import { curveSpread, type ShapeFloor, type Spread } from '../../affect/shape';
import { LibraryMovement } from './libraryMovement';
import { type Found } from '../topMatches';
import { type TrackSet } from '../../trackSet';
import { type Alignment, alignmentOf } from './warpingPath';
import { wholeTrackPoints } from '../wholeTracks';
import { openWholeTracks } from './openWholeTracks';
import { type Span, worstFit } from './worstFit';

/** Sections are as long as the drawing, unless told otherwise. */
const defaultLengthRatio: LengthRatio = { min: 1, max: 1 };

/** A drawn trajectory and how to compare it. The ranges told here are checked where a query comes in, not again. */
export interface TrajectoryQuery {
  /** At least one; `t` in seconds with durationSeconds, else from 0 to 1 of the whole. */
  points: readonly KeyPoint[];
  /** Needed for sections. */
  durationSeconds?: number;
  /** Whole tracks, or the sections of tracks that are about as long as the drawing. */
  scope: 'track' | 'section';
  /** By default shape where the drawing moves (standard deviation over 0.05), else level. */
  mode?: 'level' | 'shape';
  /** Share of the shape's cost against the level's, 0 to 1; rules over mode. */
  blend?: number;
  /** How far the alignment may leave the straight line, as a part of the query; 0 to 1, 0.1 by default. */
  band?: number;
  /** What each dimension's squared difference counts: finite, not negative, not both 0; 1 by default. */
  weights?: { valence: number; arousal: number };
  /** Section length against the drawing's, 0 < min <= max; exactly as long by default. */
  lengthRatio?: LengthRatio;
  /**
   * What each sample of a section's drawing counts (see importanceOf). With it, sections are exactly as long as the
   * drawing, whatever lengthRatio says.
   */
  importance?: Float64Array;
  /** Below what deviations a shape's size counts, at least leastShapeFloor each; that of the library by default. */
  floor?: ShapeFloor;
  /** How many matches at most: a positive whole number. */
  limit: number;
  /** Only these tracks are searched. */
  among?: TrackSet;
}

/** A track or a section of it, aligned with the query. */
export interface TrajectoryMatch extends Alignment {
  trackId: number;
  /** What was matched, in seconds from the track's start. */
  section: Span;
  /** Where the drawing fits worst, on the drawing's own time (queryHopSeconds for each query point). */
  worst: Span;
  /** Seconds between two curve indices of `path`, which count from the track's start. */
  curveHopSeconds: number;
  /** What was compared, from the first to the last curve index of `path`: 64 segment means, or a section's samples. */
  curve: EmotionCurve;
  /** By which the shape of `curve` is taken. */
  spread: Record<Dimension, Spread>;
}

/** The matches, nearest first, ties by track id. */
export interface TrajectoryMatches {
  matches: TrajectoryMatch[];
  /** Seconds between two query indices; for a whole track without durationSeconds, 1/64 of the whole. */
  queryHopSeconds: number;
  /** Null for whole tracks: a 64th of each one's length, given with each match. */
  curveHopSeconds: number | null;
  mode: 'level' | 'shape' | 'blend';
  blend: number;
  /** Below what deviations the size of shapes counted. */
  floor: ShapeFloor;
  /** How far a curve that stands still is from the drawing; null where levels are compared too. */
  stillDistance: number | null;
  exact: true;
  /** Tracks that were considered. */
  searched: number;
}

/**
 * Emotion curves in memory, searched exactly by dynamic time warping. Whole tracks are compared by their 64 segment
 * means, sections by their samples; a shape is that of the points compared.
 */
export class TrajectoryIndex {
  private readonly sections;
  private readonly wholeTracks;
  private readonly movement = new LibraryMovement();
  /** Of a library of which this holds only some tracks. */
  private sampledMovement: LibraryMovement | undefined;

  /** @param options.threads how many threads search: the calling one and helpers of its own */
  constructor({ threads = 1 }: { threads?: number } = {}) {
    this.sections = openSections({ threads });
    this.wholeTracks = openWholeTracks({ threads });
  }

  get size(): number {
    return this.sections.size;
  }

  /** Adds or replaces a track's curve (hop 0.5 s, first sample at 0.25 s). */
  set(trackId: number, curve: EmotionCurve): void {
    const { valence, arousal } = curve;
    if (valence.length === 0 || valence.length !== arousal.length) {
      throw new RangeError(
        `invalid curve: ${valence.length} valence and ${arousal.length} arousal samples (equally many, at least one)`,
      );
    }
    if (!areInRange(valence) || !areInRange(arousal)) {
      throw new RangeError(
        'invalid curve: a sample is out of range (valence and arousal must be numbers in [-1, 1])',
      );
    }
    this.forgetMovement(trackId);
    this.movement.add(curve);
    this.sections.set(trackId, curve);
    this.wholeTracks.set(trackId, curve);
  }

  /** Has the floor of shapes follow from a sample of a library, of which this holds only what was searched last. */
  sampleMovement(curves: Iterable<EmotionCurve>): void {
    this.sampledMovement = new LibraryMovement();
    for (const curve of curves) this.sampledMovement.add(curve);
  }

  delete(trackId: number): void {
    this.forgetMovement(trackId);
    this.sections.delete(trackId);
    this.wholeTracks.delete(trackId);
  }

  /** The nearest tracks or sections, for a query that was checked where it came in. */
  search(query: TrajectoryQuery): TrajectoryMatches {
    const drawing = drawingOf(query);
    const importance = query.importance && importanceOf(query.importance, drawing.valence.length);
    const blend = blendOf(query, drawing, importance?.weights);
    const whole = query.scope === 'track';
    const floor = query.floor ?? this.floorOf(whole ? undefined : drawing.valence.length);
    const comparison: Comparison = { blend, weights: query.weights ?? { valence: 1, arousal: 1 }, floor };
    const sequence = sequenceOf(drawing, comparison, importance?.weights);
    const settings = { comparison, band: query.band ?? 0.1, limit: query.limit, among: query.among };
    const queryHopSeconds = whole ? (query.durationSeconds ?? 1) / wholeTrackPoints : curveHopSeconds;
    const asked = { sequence, importance, queryHopSeconds, ...settings };
    const lengthRatio = query.lengthRatio ?? defaultLengthRatio;
    return {
      matches: whole
        ? this.wholeTracks.search(drawing, settings).map((found) => this.wholeMatch(found, asked))
        : this.sections
            .search(sequence, { ...settings, ...(importance ? { importance } : { lengthRatio }) })
            .map((found) => this.sectionMatch(found, asked)),
      queryHopSeconds,
      curveHopSeconds: whole ? null : curveHopSeconds,
      mode: blend === 0 ? 'level' : blend === 1 ? 'shape' : 'blend',
      blend,
      floor,
      stillDistance: blend === 1 ? stillDistance(sequence, importance?.weights) : null,
      exact: true,
      searched: this.countOf(query.among),
    };
  }

  private floorOf(points?: number): ShapeFloor {
    return (this.sampledMovement ?? this.movement).floor(points);
  }

  private forgetMovement(trackId: number): void {
    if (!this.sections.has(trackId)) return;
    this.movement.remove(this.sections.stretch(trackId, { start: 0, end: this.sections.points(trackId) }));
  }

  private countOf(among: TrackSet | undefined): number {
    if (!among) return this.size;
    let count = 0;
    for (const trackId of among) if (this.sections.has(trackId)) count++;
    return count;
  }

  private wholeMatch({ trackId }: Found, asked: Asked): TrajectoryMatch {
    const { sequence, comparison, band, queryHopSeconds } = asked;
    const curve = this.wholeTracks.level(trackId);
    const alignment = alignmentOf(sequence, sequenceOf(curve, comparison), {
      band: squareBand(wholeTrackPoints, band),
    })!;
    const end = this.sections.points(trackId) * curveHopSeconds;
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

  private sectionMatch({ trackId, start, length }: Found, asked: Asked): TrajectoryMatch {
    const { sequence, comparison, importance, queryHopSeconds } = asked;
    const weights = importance?.weights;
    const end = start + length;
    const curve = this.sections.stretch(trackId, { start, end });
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

/** Of a shape: that of a curve that stands still is 0 all along. */
function stillDistance({ values, dimensions, length }: Sequence, weights?: Float64Array): number {
  const sum = values.reduce(
    (before, value, at) => before + (weights?.[Math.floor(at / dimensions)] ?? 1) * value * value,
    0,
  );
  return Math.sqrt(sum / length);
}

/** A plain loop: a million curves are checked at a start. */
function areInRange(values: Float32Array): boolean {
  for (let index = 0; index < values.length; index++) {
    if (!(Math.abs(values[index]) <= 1)) return false;
  }
  return true;
}

/** Errors by what their moments count, so that what does not matter is not the worst. */
function weighted(error: readonly number[], weights: Float64Array | undefined): readonly number[] {
  return weights ? error.map((value, index) => value * Math.sqrt(weights[index])) : error;
}

/** What matches are explained by. */
interface Asked {
  sequence: Sequence;
  comparison: Comparison;
  importance?: Importance;
  band: number;
  queryHopSeconds: number;
}
