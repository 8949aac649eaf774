import { onePole, sampleRateHz } from './voices/voice';

/** Lengths of the delay lines in samples: primes between 28 and 71 ms at 32 kHz, so that echoes never coincide. */
const lineLengths = [907, 1049, 1213, 1399, 1567, 1759, 1999, 2269];
/** Lengths of the all-passes that blur the entry. */
const blurLengths = [113, 173, 271, 397];
const blurGain = 0.6;
const preDelaySamples = Math.round(0.018 * sampleRateHz);

/** Schroeder's all-pass (1962): echoes without colour. In place. */
function blur(sound: Float32Array, length: number): void {
  const line = new Float32Array(length);
  let place = 0;
  for (let i = 0; i < sound.length; i++) {
    const delayed = line[place];
    const entering = sound[i] - blurGain * delayed;
    line[place] = entering;
    sound[i] = delayed + blurGain * entering;
    if (++place === length) place = 0;
  }
}

/** The entry to the room: later by the way to the walls, without rumble, blurred. */
function enterRoom(send: Float32Array): Float32Array {
  const entry = new Float32Array(send.length);
  const rumble = onePole(140);
  let low = 0;
  for (let i = preDelaySamples; i < send.length; i++) {
    const value = send[i - preDelaySamples];
    low += rumble * (value - low);
    entry[i] = value - low;
  }
  for (const length of blurLengths) blur(entry, length);
  return entry;
}

/** One delay line of the room with its wall's low-pass. */
interface Line {
  samples: Float32Array;
  place: number;
  low: number;
  /** Gain of one passage, which makes the whole decay as wished. */
  loss: number;
}

/** Samples worked through at once: fewer than the shortest line, so that a block never hears itself. */
const blockLength = 512;
const walls = onePole(4200);

/** What comes out of a line in the next block, dulled and weakened by the wall. */
function leaveLine(line: Line, tap: Float32Array): void {
  const { samples, loss } = line;
  let { low } = line;
  let place = line.place;
  for (let i = 0; i < blockLength; i++) {
    low += walls * (samples[place] - low);
    tap[i] = low * loss;
    if (++place === samples.length) place = 0;
  }
  line.low = low;
}

/** Puts the mixed block and the entering sound into a line, and moves on. */
function enterLine(line: Line, tap: Float32Array, entering: { block: Float32Array; gain: number }): void {
  const { samples } = line;
  const { block, gain } = entering;
  let { place } = line;
  for (let i = 0; i < blockLength; i++) {
    samples[place] = orthogonal * tap[i] + gain * (block[i] ?? 0);
    if (++place === samples.length) place = 0;
  }
  line.place = place;
}

/** Scale that makes the eight-fold Hadamard matrix orthogonal: 1 / sqrt(8). */
const orthogonal = 0.3535533905932738;

/** Replaces two blocks by their sum and difference. */
function butterfly(a: Float32Array, b: Float32Array): void {
  for (let i = 0; i < blockLength; i++) {
    const sum = a[i] + b[i];
    b[i] = a[i] - b[i];
    a[i] = sum;
  }
}

/** Multiplies eight blocks, sample by sample, by the Hadamard matrix, unscaled: three rounds of butterflies. */
function hadamard(taps: readonly Float32Array[]): void {
  for (const width of [1, 2, 4]) {
    for (let k = 0; k < taps.length; k++) if (!(k & width)) butterfly(taps[k], taps[k + width]);
  }
}

/** Adds every second line's block, with alternating signs, to one side. */
function listen(side: Float32Array, taps: readonly Float32Array[]): void {
  const [a, b, c, d] = taps;
  for (let i = 0; i < side.length; i++) side[i] = a[i] - b[i] + c[i] - d[i];
}

/**
 * The sound of a room, without the direct sound: eight delay lines that feed each other through an orthogonal
 * (Hadamard) matrix, each with a low-pass and the loss that gives the wished decay time (feedback delay network:
 * Jot and Chaigne 1991, Digital delay networks for designing artificial reverberators, AES 90).
 *
 * @param send mono sound sent into the room
 * @param decaySeconds time in which the room's sound falls by 60 dB
 * @returns left and right, each as long as `send`
 */
export function reverberate(send: Float32Array, decaySeconds: number): [Float32Array, Float32Array] {
  const entry = enterRoom(send);
  const left = new Float32Array(send.length);
  const right = new Float32Array(send.length);
  const lines = lineLengths.map((length): Line => {
    const loss = 10 ** ((-3 * length) / (decaySeconds * sampleRateHz));
    return { samples: new Float32Array(length), place: 0, low: 0, loss };
  });
  const taps = lines.map(() => new Float32Array(blockLength));
  for (let start = 0; start < send.length; start += blockLength) {
    const block = entry.subarray(start, start + blockLength);
    lines.forEach((line, k) => leaveLine(line, taps[k]));
    listen(left.subarray(start, start + blockLength), [taps[0], taps[2], taps[4], taps[6]]);
    listen(right.subarray(start, start + blockLength), [taps[1], taps[3], taps[5], taps[7]]);
    hadamard(taps);
    lines.forEach((line, k) => enterLine(line, taps[k], { block, gain: k & 1 ? 1 : -1 }));
  }
  return [left, right];
}
