import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import type { Cue } from '../cue';
import { cueFitAt } from '../cueFit';
import { alignedEntry } from './alignJoin';
import { barSteps } from './barSteps';
import { cheapestPaths, type Path } from './cheapestPaths';
import { mostJoins, type FilmEdit, type Piece } from './filmEdit';
import type { HeardTrack } from './heardTrack';
import { joinCandidates, type Join } from './joinCandidates';
import { pieceCosts } from './pieceCosts';
import { splicedCurve } from './spliced';

/** A track, the curve it has, and what an edit of it is to follow. */
export interface EditWish {
  track: HeardTrack;
  curve: EmotionCurve;
  cue: Cue;
  durationSeconds: number;
}

/** An edit with its joins, and how far its curve, put together from the track's, is from the cue's. */
export interface FoundEdit extends FilmEdit {
  /** One fewer than pieces. */
  joins: Join[];
  distance: number;
}

/** What an unlike join costs, as a part of the whole cost of the track without joins. */
const joinShare = 0.1;
/** What every join costs, as if it were so unlike. */
const anyJoin = 0.2;
/** How often the search is repeated, the shape being taken from what it found before. */
const rounds = 3;

/** When each bar of a track begins, and where the last one ends. */
export function barSecondsOf({ beats, barBeats }: HeardTrack): number[] {
  return barBeats.map((beat) => beats[beat]);
}

/**
 * Edits of a track that are as long as a cue and whose curves follow it best, with one join, two and so on, the best
 * first; none where the rules allow none. Pieces begin and end on bars, but for the end of the last.
 */
export function findEdits(wish: EditWish): FoundEdit[] {
  const { track, curve, cue } = wish;
  const joinsFrom = byBar(joinCandidates(track, barSteps(track)));
  const found = new Map<string, FoundEdit>();
  let like = curve;
  for (let round = 0; round < rounds; round++) {
    const paths = cheapestWithJoins(wish, joinsFrom, like);
    if (paths.length === 0) break;
    for (const path of paths) {
      const pieces = piecesOf(wish, path);
      found.set(JSON.stringify(pieces), {
        pieces,
        joins: path.joins,
        distance: distanceOf(wish, { pieces }),
      });
    }
    const [best] = ranked(found);
    like = splicedCurve(curve, best, cue.query.length);
  }
  return ranked(found);
}

function ranked(found: ReadonlyMap<string, FoundEdit>): FoundEdit[] {
  return [...found.values()].toSorted((a, b) => a.distance - b.distance);
}

function byBar(joins: readonly Join[]): Map<number, Join[]> {
  const found = new Map<number, Join[]>();
  for (const join of joins) found.set(join.from, [...(found.get(join.from) ?? []), join]);
  return found;
}

/** Root of the mean cost of an edit's curve, put together from the track's, against the cue. */
export function distanceOf({ cue, curve }: Pick<EditWish, 'cue' | 'curve'>, edit: FilmEdit): number {
  return cueFitAt(cue, splicedCurve(curve, edit, cue.query.length), 0)!.distance;
}

function cheapestWithJoins(
  wish: EditWish,
  joinsFrom: ReadonlyMap<number, readonly Join[]>,
  like: EmotionCurve,
): Path[] {
  const { track, curve, cue, durationSeconds } = wish;
  const cost = pieceCosts(cue, curve, like);
  const usual = typicalCost(wish, cost);
  const paths = cheapestPaths({
    barSeconds: barSecondsOf(track),
    joinsFrom,
    durationSeconds,
    trackSeconds: Math.min(track.durationSeconds, curve.valence.length * curveHopSeconds),
    mostJoins: mostJoins(durationSeconds),
    cost,
    joinCost: ({ distance }) => joinShare * usual * (anyJoin + distance),
  });
  return paths.filter(({ joins }) => joins.length > 0);
}

/** What the best stretch without joins costs; of a track too short for one, a sample's mean cost times the cue's samples. */
function typicalCost({ cue, curve }: EditWish, cost: ReturnType<typeof pieceCosts>): number {
  const samples = cue.query.length;
  let best = Infinity;
  for (let start = 0; start + samples <= curve.valence.length; start++)
    best = Math.min(best, cost(0, samples, start * curveHopSeconds));
  if (best < Infinity) return best;
  return (cost(0, curve.valence.length, 0) * samples) / curve.valence.length;
}

/** The pieces of a path, each entered where its strokes meet those that are left. */
function piecesOf({ track, durationSeconds }: EditWish, { firstBar, joins }: Path): Piece[] {
  const bars = barSecondsOf(track);
  const pieces: Piece[] = [];
  let startSeconds = bars[firstBar];
  let left = durationSeconds;
  for (const { from, to } of joins) {
    pieces.push({ startSeconds, endSeconds: bars[from] });
    left -= bars[from] - startSeconds;
    startSeconds = alignedEntry(track, bars[from], bars[to]);
  }
  return [...pieces, { startSeconds, endSeconds: Math.min(track.durationSeconds, startSeconds + left) }];
}
