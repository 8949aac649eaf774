import { composePiece } from '../../composer/composePiece';
import type { DemoPiece } from '../../composer/demoPieces';
import { renderScore } from '../../composer/renderScore';
import { createRandom } from '../../random';
import { mono16k } from './composedBeats.testing';

const seconds = 30;
const rateHz = 16_000;
const kinds = ['moved notes', 'moved notes', 'moved notes', 'strokes', 'noise', 'drone'] as const;

/** A sound without a steady beat, half a minute at 16 kHz: the same for a number. */
interface UnsteadySound {
  kind: (typeof kinds)[number];
  sound: () => Float32Array;
}

/** Notes of a composed piece moved at random (chords stay together), strokes at random, noise that swells, or a drone. */
export function unsteadySound(number: number): UnsteadySound {
  const random = createRandom(number, 'sounds without a beat');
  const kind = kinds[number % kinds.length];
  const makers = { 'moved notes': movedNotes, strokes, noise, drone };
  return { kind, sound: () => makers[kind](random, number) };
}

type Random = ReturnType<typeof createRandom>;

function movedNotes(random: Random, number: number): Float32Array {
  const point = { valence: random.between(-0.85, 0.85), arousal: random.between(-0.85, 0.85) };
  const names = { slug: `unsteady-${number}`, title: `Unsteady ${number}` };
  const piece: DemoPiece = {
    ...{ ...names, durationSeconds: seconds, seed: 3000 + number, moving: false },
    keyPoints: [{ t: 0, ...point }],
  };
  const score = composePiece(piece);
  const moments = new Map<number, number>();
  const moved = (startSeconds: number) => {
    const moment = Math.round(startSeconds / 0.04);
    const start = moments.get(moment) ?? random.between(0, seconds - 1);
    moments.set(moment, start);
    return start;
  };
  const notes = score.notes.map((note) => ({ ...note, startSeconds: moved(note.startSeconds) }));
  return mono16k(renderScore({ ...score, notes })).subarray(0, seconds * rateHz);
}

function strokes(random: Random): Float32Array {
  const sound = noise(random).map((value) => 0.01 * value);
  const count = Math.round(random.between(30, 120));
  for (let stroke = 0; stroke < count; stroke++) {
    const start = Math.floor(random.between(0, seconds - 1) * rateHz);
    const [hz, level, decay] = [
      random.between(80, 2000),
      random.between(0.1, 0.6),
      random.between(200, 2000),
    ];
    for (let i = 0; i < 6 * decay && start + i < sound.length; i++)
      sound[start + i] += level * Math.exp(-i / decay) * Math.sin((2 * Math.PI * hz * i) / rateHz);
  }
  return sound;
}

function noise(random: Random): Float32Array {
  const [level, swellSeconds] = [random.between(0.02, 0.3), random.between(4, 15)];
  return Float32Array.from({ length: seconds * rateHz }, (_, i) => {
    const swell = 1 + 0.8 * Math.sin((2 * Math.PI * i) / (swellSeconds * rateHz));
    return level * swell * random.between(-1, 1);
  });
}

function drone(random: Random): Float32Array {
  const tones = Array.from({ length: 3 }, () => random.between(60, 600));
  return noise(random).map(
    (value, i) =>
      0.02 * value + tones.reduce((sum, hz) => sum + 0.1 * Math.sin((2 * Math.PI * hz * i) / rateHz), 0),
  );
}
