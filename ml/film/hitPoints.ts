/** What of a track is to fall on a frame: a beat, an onset, or a peak of its curve. */
type TrackEvent = 'beat' | 'onset' | 'peak';

/** A track's events by kind, in seconds from its start, ascending. */
export type TrackEvents = Readonly<Record<TrackEvent, readonly number[]>>;

/** A frame of the film, counted as the film's frames are, on which an event is wanted. */
interface HitPoint {
  frame: number;
  event: TrackEvent;
  /** What it counts beside the cue's other hit points, over 0. */
  weight: number;
}

/** A cue's hit points, and where on the film it begins. */
export interface CueHits {
  hits: readonly HitPoint[];
  startFrame: number;
  framesPerSecond: number;
}

/** How the wanted event that is nearest to a hit point misses it. */
interface HitMiss {
  /** Where the event is, in seconds from the track's start. */
  eventSeconds: number;
  /** How much later than the wanted frame it comes, in frames, not rounded; negative where it comes too early. */
  frames: number;
}

/** A start of a cue's music, and what its hit points miss there. */
export interface HitPlace {
  /** Seconds into the track at which the cue's music begins. */
  startSeconds: number;
  /** For each hit point; null where the track has no such event. */
  misses: (HitMiss | null)[];
  /** Sum of weight times frames^2 over the hit points that have an event. */
  cost: number;
}

/** What the hit points of a cue miss where its music begins `startSeconds` into the track. */
export function hitsAt(cue: CueHits, events: TrackEvents, startSeconds: number): HitPlace {
  const misses = cue.hits.map((hit) => {
    const wanted = startSeconds + cueSeconds(cue, hit);
    const eventSeconds = nearest(events[hit.event], wanted);
    if (eventSeconds === undefined) return null;
    return { eventSeconds, frames: (eventSeconds - wanted) * cue.framesPerSecond };
  });
  const cost = misses.reduce(
    (sum, miss, place) => sum + cue.hits[place].weight * (miss?.frames ?? 0) ** 2,
    0,
  );
  return { startSeconds, misses, cost };
}

/** Starts from `earliest` to `latest`, in seconds into the track, and the one that the curve prefers. */
export interface HitRange {
  earliest: number;
  latest: number;
  preferred: number;
}

/**
 * Where within a range of starts a cue's hit points miss least, by the sum of weight times frames^2, exactly; of starts
 * that miss as little, the one nearest to the preferred. Between two starts at which some hit point is as far from one
 * event as from the next, the nearest events stay the same, so that the sum is a parabola.
 */
export function bestHits(
  cue: CueHits,
  events: TrackEvents,
  { earliest, latest, preferred }: HitRange,
): HitPlace {
  const within = (seconds: number) => Math.min(latest, Math.max(earliest, seconds));
  const edges = cue.hits
    .flatMap((hit) => middles(events[hit.event]).map((middle) => middle - cueSeconds(cue, hit)))
    .filter((seconds) => seconds > earliest && seconds < latest)
    .toSorted((a, b) => a - b);
  const borders = [earliest, ...edges, latest];
  const candidates = borders.slice(1).map((to, place) => {
    const from = borders[place];
    const { misses } = hitsAt(cue, events, (from + to) / 2);
    return Math.min(to, Math.max(from, lowestOf(cue, misses) ?? preferred));
  });
  return [within(preferred), ...borders, ...candidates]
    .map((seconds) => hitsAt(cue, events, seconds))
    .reduce((best, place) => (isBetter(place, best, preferred) ? place : best));
}

function isBetter(place: HitPlace, best: HitPlace, preferred: number): boolean {
  const apart = ({ startSeconds }: HitPlace) => Math.abs(startSeconds - preferred);
  return place.cost < best.cost || (place.cost === best.cost && apart(place) < apart(best));
}

/** Where the parabola of these pairs of hit points and events is lowest; undefined where there are none. */
function lowestOf(cue: CueHits, misses: readonly (HitMiss | null)[]): number | undefined {
  let total = 0;
  let sum = 0;
  misses.forEach((miss, place) => {
    if (!miss) return;
    const hit = cue.hits[place];
    total += hit.weight;
    sum += hit.weight * (miss.eventSeconds - cueSeconds(cue, hit));
  });
  return total > 0 ? sum / total : undefined;
}

/** When in the cue a hit point is, in seconds from its start. */
const cueSeconds = ({ startFrame, framesPerSecond }: CueHits, { frame }: HitPoint) =>
  (frame - startFrame) / framesPerSecond;

function middles(times: readonly number[]): number[] {
  return times.slice(1).map((time, place) => (time + times[place]) / 2);
}

/** The nearest of ascending times; of two as near the earlier. */
function nearest(times: readonly number[], wanted: number): number | undefined {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [times[low - 1], times[low]] as (number | undefined)[];
  if (before === undefined || after === undefined) return before ?? after;
  return wanted - before <= after - wanted ? before : after;
}
