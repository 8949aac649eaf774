import { and, eq } from 'drizzle-orm';
import { openDatabase } from '@/db/open';
import { analyses, intendedCurves, tracks } from '@/db/schema';
import { demoPieces } from '@/ml/composer/demoPieces';
import { intendedCurve } from '@/ml/composer/intendedCurve';
import { decodeCurve } from '@/ml/affect/curveCodec';
import { readSettings } from '../base/settings';
import { Retrieval } from './retrieval';
import { correlation } from '@/ml/statistics/correlation';
import { mean } from '@/ml/statistics/mean';

/*
 * `npm run bench -- demo`: how well the profiles of the demo music, on which no model is trained, agree with
 * what its composer meant. Reads the library in DATA_DIR (with the server running or not); every other track
 * in it is there to be found instead.
 */

const topPlaces = 5;
const shuffles = 200;

interface Piece {
  trackId: number;
  title: string;
  moving: boolean;
  intended: { valence: Float32Array; arousal: Float32Array };
  profiled: { valence: Float32Array; arousal: Float32Array };
  point: readonly [number, number];
}

const settings = readSettings(process.env);
const opened = await openDatabase({ ...settings, purpose: 'command line', onTaken: 'connect' });
if (opened.kind === 'taken') throw new Error('the data directory is taken');
const { database } = opened;

const rows = await database
  .select({
    trackId: tracks.id,
    title: tracks.title,
    slug: intendedCurves.slug,
    curve: analyses.curve,
    point: analyses.emotion,
  })
  .from(intendedCurves)
  .innerJoin(tracks, eq(tracks.id, intendedCurves.trackId))
  .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)));
const pieces: Piece[] = rows.map(({ trackId, title, slug, curve, point }) => {
  const piece = demoPieces.find((each) => each.slug === slug)!;
  return {
    trackId,
    title,
    moving: piece.moving,
    intended: intendedCurve(piece),
    profiled: decodeCurve(curve),
    point,
  };
});

/** Pearson's r over the samples both have; NaN where either is still. */
function agreement(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const count = Math.min(one.length, other.length);
  return correlation(Array.from(one).slice(0, count), Array.from(other).slice(0, count)) ?? NaN;
}

const between = (dimension: 'valence' | 'arousal') =>
  agreement(
    pieces.map((piece) => mean(piece.intended[dimension])),
    pieces.map((piece) => piece.point[dimension === 'valence' ? 0 : 1]),
  );
const moving = pieces.filter((piece) => piece.moving);
const within = (dimension: 'valence' | 'arousal') =>
  moving.map((piece) => agreement(piece.intended[dimension], piece.profiled[dimension]));

const retrieval = new Retrieval({ database, memoryBytes: Infinity, onFault: console.error });
await retrieval.curves.loaded();
/** For each moving piece, the order in which the search of its intended curve returns the tracks. */
const orders = new Map<number, number[]>();
let searched = 0;
for (const piece of moving) {
  const { valence, arousal } = piece.intended;
  const points = Array.from(valence, (value, index) => ({
    t: (index + 0.5) * 0.5,
    valence: value,
    arousal: arousal[index],
  }));
  const answer = await retrieval.trajectories.search({
    asker: 'bench',
    query: {
      points,
      durationSeconds: valence.length * 0.5,
      scope: 'track',
      mode: 'shape',
      limit: 100_000,
    },
  });
  searched = answer.searched;
  orders.set(
    piece.trackId,
    answer.matches.map((match) => match.trackId),
  );
}
const placeOf = (asked: number, wanted: number) => 1 + (orders.get(asked)?.indexOf(wanted) ?? Infinity);
const found = (pairs: [number, number][]) =>
  pairs.filter(([asked, wanted]) => placeOf(asked, wanted) <= topPlaces).length;
const ids = moving.map((piece) => piece.trackId);

/** A small deterministic generator (Lehmer), so that the chance level is the same in every run. */
let state = 20_261_120;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
function shuffled(values: number[]): number[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
const chance = mean(
  Array.from({ length: shuffles }, () => {
    const wanted = shuffled(ids);
    return found(ids.map((id, index) => [id, wanted[index]]));
  }),
);

const result = {
  pieces: pieces.length,
  searched,
  between: { valence: between('valence'), arousal: between('arousal') },
  within: { valence: mean(within('valence')), arousal: mean(within('arousal')) },
  found: found(ids.map((id) => [id, id])),
  of: ids.length,
  chance,
};
console.table(
  moving.map((piece, index) => ({
    piece: piece.title,
    'r valence': within('valence')[index].toFixed(2),
    'r arousal': within('arousal')[index].toFixed(2),
    place: placeOf(piece.trackId, piece.trackId),
  })),
);
console.table(
  pieces.map((piece) => ({
    piece: piece.title,
    'intended V': mean(piece.intended.valence).toFixed(2),
    'profiled V': piece.point[0].toFixed(2),
    'intended A': mean(piece.intended.arousal).toFixed(2),
    'profiled A': piece.point[1].toFixed(2),
  })),
);
console.log(
  `found in the first ${topPlaces} of ${searched}: ${result.found} of ${result.of}; shuffled curves: ${chance.toFixed(2)}`,
);
console.log(JSON.stringify(result));
await retrieval.stop();
await opened.close();
