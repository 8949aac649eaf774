import frontEnd from '../audio/frontEnd.json';

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
