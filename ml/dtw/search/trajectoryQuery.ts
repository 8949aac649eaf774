import { type Dimension } from '../../affect/dimension';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { type KeyPoint } from '../../affect/keyPoint';
import { type ShapeFloor, type Spread } from '../../affect/shape';
import { type TrackSet } from '../../trackSet';
import { type LengthRatio } from '../lengthRatio';
import { type Alignment } from './warpingPath';
import { type Span } from './worstFit';

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
  /** Whether no track of those searched can be nearer than the ones found. */
  exact: boolean;
  /** Tracks that were considered, and of these those that were compared: all where the search came to its end. */
  searched: number;
  compared: number;
}
