import { mono16k } from '../../beat/testing/composedBeats.testing';
import { demoPieces } from '../../composer/demoPieces';
import { planPiece } from '../../composer/piecePlan';
import { studyPieces } from '../../composer/studyPieces';
import { createRandom } from '../../random';
import { alignedEntry } from './alignJoin';
import { barSecondsOf } from './findEdit';
import { heardTrack } from './heardTrack';
import { contextDistance, joinCandidates } from './joinCandidates';
import { repeatedPiece } from './testing/repeated.testing';

/*
 * Whether joins are found: four or eight bars in the middle of every piece of the composer are played a second time by
 * another hand. The best join that leaves out as much must be within 30 ms of the repeat; and joins at the repeat must look
 * better than joins at random bars.
 */
const pieces = [...demoPieces, ...studyPieces.flatMap(({ movements }) => movements)];
const random = createRandom(1, 'random joins');
const planted: number[] = [];
const others: number[] = [];
let right = 0;
let unsteady = 0;

for (const piece of pieces) {
  const bars = planPiece(piece).timeline.bars.length;
  const length = bars >= 24 ? 8 : 4;
  const first = Math.max(1, Math.floor((bars - length) / 2) - 1);
  const { sound, startSeconds, repeatSeconds } = repeatedPiece(piece, first, length);
  const track = heardTrack(mono16k(sound));
  if (!track) {
    unsteady++;
    continue;
  }
  const times = barSecondsOf(track);
  const barSeconds = (times[times.length - 1] - times[0]) / (times.length - 1);
  const [best] = joinCandidates(track)
    .filter(({ from, to }) => Math.abs(times[to] - times[from] - repeatSeconds) < barSeconds / 2)
    .toSorted((a, b) => a.distance - b.distance);
  if (best) {
    const entry = alignedEntry(track, times[best.from], times[best.to]);
    const off = entry - times[best.from] - repeatSeconds;
    if (Math.abs(off) <= 0.03) right++;
    else console.log(`${piece.slug}: ${(1000 * off).toFixed(0)} ms off`);
  } else console.log(`${piece.slug}: no join of that length`);
  const distance = contextDistance(track);
  const middle = nearest(times, startSeconds + repeatSeconds / 2);
  planted.push(distance(middle, nearest(times, times[middle] + repeatSeconds)));
  for (let draw = 0; draw < 20; draw++) {
    const [from, to] = [0, 0].map(() => 1 + Math.floor(random.next() * (times.length - 2)));
    if (from !== to && Math.abs(Math.abs(times[to] - times[from]) - repeatSeconds) > 0.1)
      others.push(distance(from, to));
  }
}

const wins = planted.reduce(
  (sum, own) => sum + others.reduce((won, other) => won + (own < other ? 1 : own === other ? 0.5 : 0), 0),
  0,
);
console.log(
  `${pieces.length} pieces with a repeat: ${right} joins within 30 ms (${((100 * right) / pieces.length).toFixed(0)} %), ` +
    `${unsteady} without a steady beat; planted against random joins: AUC ${(wins / planted.length / others.length).toFixed(3)}`,
);

function nearest(times: readonly number[], wanted: number): number {
  return times.reduce(
    (best, time, place) => (Math.abs(time - wanted) < Math.abs(times[best] - wanted) ? place : best),
    0,
  );
}
