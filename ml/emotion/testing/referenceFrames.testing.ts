import frontEnd from '../../audio/measure/frontEnd.json';
import { pitchClassCount } from '../../audio/measure/pitchClasses';

const bands = frontEnd.melBands;

/** The frames of `dump_reference.py`, [frames, 96]: the input of all comparisons with Python. */
export function referenceFrames(frames: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: frames * bands }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const [frame, band] = [Math.floor(i / bands), i % bands];
    const swell = 2 + Math.sin(frame / 150) + 0.8 * Math.sin(frame * 0.7 + band * 0.05);
    return Math.max(0, swell + state / 2 ** 32 - band / 40);
  });
}

/** The pitch classes of `dump_reference.py` that go with them, [halfSeconds, 12]. */
export function referencePitchClasses(halfSeconds: number): Float32Array {
  return Float32Array.from({ length: halfSeconds * pitchClassCount }, (_, i) => {
    const [halfSecond, pitchClass] = [Math.floor(i / pitchClassCount), i % pitchClassCount];
    return Math.max(
      0,
      Math.sin(halfSecond / 9 + pitchClass * pitchClass) + 0.4 * Math.cos(halfSecond * pitchClass),
    );
  });
}
