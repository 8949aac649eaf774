import { loadavg } from 'node:os';
import { matrixOf } from '../matrix/matrix';
import { createRandom } from '../random';
import { Ear } from './ear';
import { type EarLibrary, earLibraryOf } from './earLibrary';
import { teachingTracks } from './teachingTracks';

/*
 * `npm run bench -- ear [TRACKS]`: what a correction takes in a library of 100,000 tracks with 200 numbers each, by how many
 * were made before it, on one core. Each is set beside learning all corrections anew, measured in the same run; taking a
 * first one back, changing it and reading all tracks are timed too. The last line is JSON.
 */

const rounds = 25;
const columns = 200;
const tracks = Number(process.argv[2] ?? 100_000);
const counts = [0, 10, 25, 50, 99];

interface Times {
  corrections: number;
  correct: number;
  change: number;
  undo: number;
  read: number;
  anew: number;
}

const library = randomLibrary();
const times: Times[] = [];
for (const corrections of counts) times.push(timesAfter(corrections));
console.log(
  `${tracks} tracks, milliseconds, least of ${rounds}; load of the machine ${loadavg()[0].toFixed(1)}`,
);
console.table(
  times.map(({ corrections, correct, change, undo, read, anew }) => ({
    'corrections before': corrections,
    correct: correct.toFixed(1),
    'and read all': (correct + read).toFixed(1),
    change: change.toFixed(1),
    'undo the first': undo.toFixed(1),
    'all anew': anew.toFixed(0),
    'anew / correct': (anew / correct).toFixed(1),
  })),
);
const ear = taught(25);
const proposal = leastTime(
  () => teachingTracks(ear, { count: 5 }),
  () => undefined,
);
const ready = leastTime(
  () => earLibraryOf(library),
  () => undefined,
);
console.log(
  `5 tracks to ask about after 25: ${proposal.toFixed(0)} ms; making a library ready: ${ready.toFixed(0)} ms`,
);
console.log(JSON.stringify({ tracks, columns, times, proposal, ready, load: loadavg()[0] }));

function randomLibrary(): EarLibrary {
  const random = createRandom(1, 'library of the bench');
  const values = (count: number, low: number, high: number) =>
    Float32Array.from({ length: count }, () => random.between(low, high));
  const estimates = () => ({ points: values(tracks, -0.8, 0.8), deviations: values(tracks, 0.1, 0.3) });
  const embedding = matrixOf(values(tracks * columns, -1, 1), columns);
  return earLibraryOf({ embedding, axes: { valence: estimates(), arousal: estimates() } });
}

function correctionOf(index: number) {
  const track = (index * 7919) % tracks;
  return { track, valence: Math.sin(index) / 2, arousal: Math.cos(index) / 2 };
}

function taught(count: number): Ear {
  const made = new Ear(library);
  for (let index = 0; index < count; index++) made.correct(correctionOf(index));
  return made;
}

function timesAfter(corrections: number): Times {
  const started = performance.now();
  const made = taught(corrections);
  const before = performance.now() - started;
  const next = correctionOf(corrections);
  const changed = { ...next, valence: 0.1 };
  const correct = leastTime(
    () => made.correct(next),
    () => made.undo(next.track),
  );
  return {
    corrections,
    correct,
    change: leastTime(
      () => made.correct(changed),
      () => made.correct(next),
    ),
    undo: leastTime(
      () => made.undo(correctionOf(0).track),
      () => made.correct(correctionOf(0)),
    ),
    read: leastTime(
      () => made.estimates(),
      () => undefined,
    ),
    anew: before + correct,
  };
}

/** The one that other work on the machine disturbed least; what undoes the work is not timed. */
function leastTime(work: () => unknown, undoing: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
    undoing();
  }
  return least;
}
