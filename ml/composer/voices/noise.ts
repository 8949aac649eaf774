import { createRandom } from '../../random';
import type { Note } from '../score';
import { samplesIn } from './voice';

const length = 1 << 16;

/** White noise in [-1, 1), 2^16 samples long, to be read round and round. */
export const whiteNoise: Float32Array = (() => {
  const random = createRandom(0, 'white noise');
  return Float32Array.from({ length }, () => 2 * random.next() - 1);
})();

/** Index mask for reading `whiteNoise` round and round. */
export const noiseMask = length - 1;

/** A place in the noise that differs from note to note, so that no two strokes sound stamped. */
export const noiseStart = ({ startSeconds, midi }: Note): number =>
  (samplesIn(startSeconds) * 31 + Math.round(midi) * 977) & noiseMask;
