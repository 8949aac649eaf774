import { curveHopSeconds } from '../../affect/curveHop';
import { leastBars } from './filmEdit';
import type { Join } from './joinCandidates';
import type { PieceCost } from './pieceCosts';

/** What is searched over. */
export interface PathSpace {
  /** When each bar begins; the last is where the last one ends. */
  barSeconds: readonly number[];
  /** From each bar (by its place), where one may go on. */
  joinsFrom: ReadonlyMap<number, readonly Join[]>;
  /** As long as the edit is to be. */
  durationSeconds: number;
  trackSeconds: number;
  mostJoins: number;
  cost: PieceCost;
  joinCost: (join: Join) => number;
}

/** The music went on at bar `bar`, `seconds` into the edit. */
interface Entry {
  bar: number;
  seconds: number;
  cost: number;
  before?: Entry;
  /** The join by which it came there. */
  join?: Join;
}

/** The joins of an edit, one after the other, and the bar it begins with. */
export interface Path {
  firstBar: number;
  joins: Join[];
  cost: number;
}

/** Of entries in one half second of the edit, the best so many go on. */
const beam = 40;

/**
 * The cheapest edits with no join, one, two and so on, by a beam over the joins: pieces of `leastBars` bars at least,
 * the last one cut where the edit is long enough.
 */
export function cheapestPaths(space: PathSpace): Path[] {
  const paths: Path[] = [];
  let entries: Entry[] = space.barSeconds.slice(0, -1).map((_, bar) => ({ bar, seconds: 0, cost: 0 }));
  for (let joins = 0; joins <= space.mostJoins && entries.length > 0; joins++) {
    const best = cheapestEnd(space, entries);
    if (best) paths.push(best);
    if (joins < space.mostJoins) entries = thinned(entries.flatMap((entry) => onward(space, entry)));
  }
  return paths;
}

const sampleAt = (seconds: number) => Math.round(seconds / curveHopSeconds);

function cheapestEnd(space: PathSpace, entries: readonly Entry[]): Path | undefined {
  const { barSeconds, durationSeconds, trackSeconds, cost } = space;
  let best: { entry: Entry; cost: number } | undefined;
  for (const entry of entries) {
    const start = barSeconds[entry.bar];
    const left = durationSeconds - entry.seconds;
    if (start + left > trackSeconds) continue;
    const shortest = barSeconds[entry.bar + leastBars] ?? Infinity;
    if (entry.join && start + left < shortest - 0.5) continue;
    const total = entry.cost + cost(sampleAt(entry.seconds), sampleAt(durationSeconds), start);
    if (total < (best?.cost ?? Infinity)) best = { entry, cost: total };
  }
  return best && pathOf(best.entry, best.cost);
}

/** Every place where the music can go on after a piece from here. */
function onward(
  { barSeconds, joinsFrom, durationSeconds, cost, joinCost }: PathSpace,
  entry: Entry,
): Entry[] {
  const start = barSeconds[entry.bar];
  const found: Entry[] = [];
  for (let bar = entry.bar + leastBars; bar < barSeconds.length; bar++) {
    const seconds = entry.seconds + barSeconds[bar] - start;
    if (seconds >= durationSeconds) break;
    const joins = joinsFrom.get(bar);
    if (!joins) continue;
    const sofar = entry.cost + cost(sampleAt(entry.seconds), sampleAt(seconds), start);
    for (const join of joins)
      found.push({ bar: join.to, seconds, cost: sofar + joinCost(join), before: entry, join });
  }
  return found;
}

/** For each half second of the edit the cheapest entries, one a bar. */
function thinned(entries: readonly Entry[]): Entry[] {
  const byMoment = new Map<number, Map<number, Entry>>();
  for (const entry of entries) {
    const moment = sampleAt(entry.seconds);
    const bars = byMoment.get(moment) ?? new Map<number, Entry>();
    byMoment.set(moment, bars);
    if (entry.cost < (bars.get(entry.bar)?.cost ?? Infinity)) bars.set(entry.bar, entry);
  }
  return [...byMoment.values()].flatMap((bars) =>
    [...bars.values()].toSorted((a, b) => a.cost - b.cost).slice(0, beam),
  );
}

function pathOf(last: Entry, cost: number): Path {
  const joins: Join[] = [];
  let entry = last;
  while (entry.before) {
    joins.unshift(entry.join!);
    entry = entry.before;
  }
  return { firstBar: entry.bar, joins, cost };
}
