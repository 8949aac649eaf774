import { type RigidCost } from '../dtw/plain/rigidStretches';
import { finish } from '../finish';
import { aboutAsWell } from './aboutAsWell';

/** How certain the place of a cue in a track is. */
export interface CertainPlace {
  /** The cue may as well begin anywhere between these, in seconds into the track. */
  earliest: number;
  latest: number;
  /** How far these are from the place at most, half a sample at least: the place is certain to so many seconds. */
  plusMinusSeconds: number;
  /** Elsewhere in the track it would fit about as well, too: the best start of each such stretch, in seconds. */
  rivals: number[];
}

interface PlaceOptions {
  /** The sample of the curve on which the cue begins. */
  start: number;
  /** On how many it might begin. */
  starts: number;
  hopSeconds: number;
}

/** The starts around a place that cost within 10 % of it without a break, and those elsewhere that do. */
export function certainPlace(costAt: RigidCost, options: PlaceOptions): CertainPlace {
  return finish(placing(costAt, options));
}

/** The same, start by start: there may be thousands, and each may take a millisecond. */
export function* placing(
  costAt: RigidCost,
  { start, starts, hopSeconds }: PlaceOptions,
): Generator<void, CertainPlace> {
  const limit = aboutAsWell(costAt(start));
  const fits = (place: number) => costAt(place, limit) <= limit;
  const stretches: { first: number; last: number; best: number; cost: number }[] = [];
  for (let place = 0; place < starts; place++) {
    yield;
    if (!fits(place)) continue;
    const cost = costAt(place);
    const open = stretches.at(-1);
    if (open?.last === place - 1) {
      open.last = place;
      if (cost < open.cost) Object.assign(open, { best: place, cost });
    } else {
      stretches.push({ first: place, last: place, best: place, cost });
    }
  }
  const own = stretches.find(({ first, last }) => first <= start && start <= last)!;
  const reach = Math.max(own.last - start, start - own.first, 0.5);
  return {
    earliest: own.first * hopSeconds,
    latest: own.last * hopSeconds,
    plusMinusSeconds: reach * hopSeconds,
    rivals: stretches.filter((each) => each !== own).map(({ best }) => best * hopSeconds),
  };
}
