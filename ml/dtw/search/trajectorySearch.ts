import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { type ShapeFloor } from '../../affect/shape';
import { type TrackSet } from '../../trackSet';
import { importanceOf } from '../importance';
import { type LengthRatio } from '../lengthRatio';
import { type Named } from '../ongoingSearch';
import { type Comparison, type Sequence, sequenceOf } from '../sequence';
import { type Paced } from '../shared/pace';
import { wholeTrackPoints } from '../wholeTracks';
import { blendOf, drawingOf } from './drawing';
import { LibraryMovement } from './libraryMovement';
import { OngoingTrajectory } from './ongoingTrajectory';
import { openSections } from './openSections';
import { openWholeTracks } from './openWholeTracks';
import { type TrajectoryMatches, type TrajectoryQuery } from './trajectoryQuery';

export { type TrajectoryMatch, type TrajectoryMatches, type TrajectoryQuery } from './trajectoryQuery';

/** Sections are as long as the drawing, unless told otherwise. */
const defaultLengthRatio: LengthRatio = { min: 1, max: 1 };

/**
 * Emotion curves in memory, searched exactly by dynamic time warping. Whole tracks are compared by their 64 segment
 * means, sections by their samples; a shape is that of the points compared.
 */
export class TrajectoryIndex {
  private readonly sections;
  private readonly wholeTracks;
  /** Where threads work in pieces; nothing where plain code does. */
  private readonly paced: Paced[] = [];
  private readonly movement = new LibraryMovement();
  /** Of a library of which this holds only some tracks. */
  private sampledMovement: LibraryMovement | undefined;

  /** @param options.threads how many threads search: the calling one and helpers of its own */
  constructor({ threads = 1 }: { threads?: number } = {}) {
    this.sections = openSections({ threads });
    this.wholeTracks = openWholeTracks({ threads });
    for (const { paced } of [this.sections, this.wholeTracks]) if (paced) this.paced.push(paced);
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
    const search = this.begin(query);
    try {
      while (!search.step(Infinity));
      return search.answer();
    } finally {
      search.release();
    }
  }

  /** The same search, worked on in pieces, among the tracks that there are now. */
  begin(query: TrajectoryQuery & Named): OngoingTrajectory {
    const drawing = drawingOf(query);
    const importance = query.importance && importanceOf(query.importance, drawing.valence.length);
    const blend = blendOf(query, drawing, importance?.weights);
    const whole = query.scope === 'track';
    const floor = query.floor ?? this.floorOf(whole ? undefined : drawing.valence.length);
    const comparison: Comparison = { blend, weights: query.weights ?? { valence: 1, arousal: 1 }, floor };
    const sequence = sequenceOf(drawing, comparison, importance?.weights);
    const { limit, among, name } = query;
    const settings = { comparison, band: query.band ?? 0.1, limit, among, name };
    const lengthRatio = query.lengthRatio ?? defaultLengthRatio;
    const { sections, wholeTracks } = this;
    return new OngoingTrajectory({
      search: whole
        ? wholeTracks.begin(drawing, settings)
        : sections.begin(sequence, { ...settings, ...(importance ? { importance } : { lengthRatio }) }),
      holdCurves: () => sections.then(),
      level: (trackId) => wholeTracks.level(trackId),
      asked: {
        ...{ sequence, importance, comparison, band: settings.band, whole },
        queryHopSeconds: whole ? (query.durationSeconds ?? 1) / wholeTrackPoints : curveHopSeconds,
      },
      told: {
        curveHopSeconds: whole ? null : curveHopSeconds,
        mode: blend === 0 ? 'level' : blend === 1 ? 'shape' : 'blend',
        blend,
        floor,
        stillDistance: blend === 1 ? stillDistance(sequence, importance?.weights) : null,
        searched: this.countOf(among),
      },
    });
  }

  /** Memory by which another thread ends a piece of work soon, and drops a search (shared/pace.ts). */
  get alarms(): SharedArrayBuffer[] {
    return this.paced.map(({ alarm }) => alarm);
  }

  /** Whether anything was told since it last heard. */
  get isCalled(): boolean {
    return this.paced.some(({ pace }) => pace.isCalled);
  }

  /** Has heard of all that was told until now. */
  hear(): void {
    for (const { pace } of this.paced) pace.hear();
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
