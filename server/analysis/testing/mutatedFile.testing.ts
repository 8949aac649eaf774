import type { Random } from '@/ml/random';

/** Numbers that readers of lengths have not always thought of. */
const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];
const mostChanges = 24;

/** A file of which something was changed, the same for the same state of `random`. `within` is how far changes go. */
export function mutatedFile(bytes: Uint8Array, random: Random, within = bytes.length): Uint8Array {
  const change = random.pick([flipped, flipped, blownUp, blownUp, cutOff, spliced, removed, repeated]);
  return change(bytes, random, within);
}

type Change = (bytes: Uint8Array, random: Random, within: number) => Uint8Array;

const placeIn = (random: Random, end: number) => Math.floor(random.between(0, Math.max(1, end)));

/** Early bytes are those of headers: they are changed more often. */
const earlyPlaceIn = (random: Random, end: number) => Math.floor(end * random.next() ** 2);

const flipped: Change = (bytes, random, within) => {
  const changed = Uint8Array.from(bytes);
  const count = 1 + placeIn(random, mostChanges);
  for (let i = 0; i < count; i++) changed[earlyPlaceIn(random, within)] = placeIn(random, 256);
  return changed;
};

/** A length, or whatever stands there, becomes extreme. */
const blownUp: Change = (bytes, random, within) => {
  const changed = Buffer.from(bytes);
  const count = 1 + placeIn(random, 3);
  for (let i = 0; i < count; i++) {
    const at = Math.min(earlyPlaceIn(random, within), Math.max(0, changed.length - 4));
    const value = random.pick(extremes);
    if (random.next() < 0.5) changed.writeUInt32BE(value, at);
    else changed.writeUInt32LE(value, at);
  }
  return changed;
};

const cutOff: Change = (bytes, random, within) => bytes.slice(0, placeIn(random, within));

/** A part of the file is written over another. */
const spliced: Change = (bytes, random, within) => {
  const changed = Uint8Array.from(bytes);
  const [from, to] = [placeIn(random, bytes.length), earlyPlaceIn(random, within)];
  const length = placeIn(random, Math.min(4096, bytes.length - from, bytes.length - to));
  changed.set(bytes.subarray(from, from + length), to);
  return changed;
};

const removed: Change = (bytes, random, within) => {
  const from = earlyPlaceIn(random, within);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + placeIn(random, 512))]);
};

const repeated: Change = (bytes, random, within) => {
  const from = earlyPlaceIn(random, within);
  const part = bytes.subarray(from, from + 1 + placeIn(random, 2048));
  const times = 1 + placeIn(random, 50);
  return Buffer.concat([
    bytes.subarray(0, from),
    ...Array<Uint8Array>(times).fill(part),
    bytes.subarray(from),
  ]);
};
