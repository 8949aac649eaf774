import { changed, cutOff, noise, type DamagedFile } from '../../testing/damagedFile.testing';
import { matBytes, type MatToWrite } from './matBytes.testing';

const numbers = Float64Array.from({ length: 24 }, (_, index) => index);
const fields: Record<string, MatToWrite> = {
  nbchan: 3,
  pnts: 8,
  trials: 1,
  srate: 4,
  data: { numbers, dimensions: [3, 8] },
  chanlocs: { struct: ['Fz', 'Cz', 'Pz'].map((labels) => ({ labels })) },
  event: { struct: [{ type: 'x', latency: 2 }] },
};
const set = (changes: Record<string, MatToWrite> = {}) => ({ EEG: { struct: [{ ...fields, ...changes }] } });
const plain = matBytes(set());
const packed = matBytes(set(), { isPacked: true });

/**
 * Data sets of EEGLAB that are cut off, lie about their size, or hold something else.
 *
 * @param sets `hdf5` is a sound one of 7.3, `empty` one that claims numbers without end
 */
export function* damagedSets({ hdf5, empty }: { hdf5: Buffer; empty: Buffer }): Generator<DamagedFile> {
  yield* cutOff('cut.set', plain, 25);
  yield* cutOff('packed.set', packed, 20);
  yield* cutOff('cut73.set', hdf5, 12);
  yield* sizesThatLie();
  yield* contentsThatLie();
  yield { damage: 'noise', place: 'noise.set', content: noise(6, 4000) };
  yield {
    damage: 'noise behind a header',
    place: 'noisy.set',
    content: Buffer.concat([plain.subarray(0, 128), noise(7, 4000)]),
  };
  yield {
    damage: 'noise in place of packing',
    place: 'noisy.set',
    content: changed(packed, (bytes) => noise(8, 60).copy(bytes, 140)),
  };
  yield {
    damage: 'HDF5 of noise',
    place: 'noise73.set',
    content: Buffer.concat([hdf5.subarray(0, 560), noise(9, 4000)]),
  };
  yield {
    damage: 'HDF5 of numbers that were never written',
    place: 'empty73.set',
    content: empty,
    told: 'it claims 64000000000 numbers of 4 bytes',
  };
  yield { damage: 'a bomb that claims more than it holds', place: 'bomb.set', content: bomb() };
}

const lie = (damage: string, change: (bytes: Buffer) => void): DamagedFile => ({
  damage,
  place: 'lie.set',
  content: changed(plain, change),
});

function* sizesThatLie(): Generator<DamagedFile> {
  // Words of the only variable: its tag, its flags, its dimensions, its name, and the names of its fields.
  for (const size of [0x7fffffff, 0xffffffff, 8, 16, plain.length])
    yield lie(`a variable of ${size} bytes`, (bytes) => bytes.writeUInt32LE(size, 132));
  for (const size of [0, 4, 16, 0xffffffff])
    yield lie(`flags of ${size} bytes`, (bytes) => bytes.writeUInt32LE(size, 140));
  for (const [at, size] of [
    [160, -1],
    [160, 0x7fffffff],
    [164, 0x7fffffff],
    [160, 1000],
  ])
    yield lie(`${size} elements at ${at}`, (bytes) => bytes.writeInt32LE(size, at));
  for (const size of [0, 4, 5, 1000, 0xfffffff0])
    yield lie(`dimensions of ${size} bytes`, (bytes) => bytes.writeUInt32LE(size, 156));
  for (const size of [0x7fffffff, 100_000])
    yield lie(`a name of ${size} bytes`, (bytes) => bytes.writeUInt32LE(size, 172));
  for (const length of [0, -1, 1, 7, 100_000])
    yield lie(`names of fields of ${length} bytes`, (bytes) => bytes.writeInt32LE(length, 188));
  for (const size of [0, 33, 0x7fffffff])
    yield lie(`${size} bytes of names`, (bytes) => bytes.writeUInt32LE(size, 196));
  for (const kind of [1, 4, 5, 16, 17, 99])
    yield lie(`a variable of class ${kind}`, (bytes) => (bytes[144] = kind));
  yield lie('another order of bytes', (bytes) => bytes.write('MI', 126));
  yield lie('version 4', (bytes) => bytes.writeUInt16LE(0x0004, 124));
}

function* contentsThatLie(): Generator<DamagedFile> {
  const holds = (damage: string, changes: Record<string, MatToWrite>): DamagedFile => ({
    damage,
    place: 'holds.set',
    content: matBytes(set(changes)),
  });
  for (const nbchan of [0, -3, 2, 4, 2.5, NaN, 1e9, Infinity]) yield holds(`${nbchan} channels`, { nbchan });
  for (const pnts of [0, 7, 9, 1e15, NaN]) yield holds(`${pnts} points`, { pnts });
  for (const trials of [0, 2, 1e9, -1]) yield holds(`${trials} trials`, { trials });
  for (const srate of [0, -1, NaN, Infinity, 'fast', 1e-300, 1e300])
    yield holds(`a rate of ${srate}`, { srate });
  yield holds('samples elsewhere', { data: 'nowhere.fdt' });
  yield holds('no samples', { data: '' });
  yield holds('cells for samples', { data: { cells: [1, 2] } });
  yield holds('events without latency', { event: { struct: [{ type: 'x' }] } });
  yield { damage: 'another variable', place: 'other.set', content: matBytes({ x: 1 }) };
  yield { damage: 'no variable', place: 'none.set', content: plain.subarray(0, 128) };
}

/** Packed zeros that claim to be a million structs. */
function bomb(): Buffer {
  const many = { struct: [], names: Array.from({ length: 200 }, (_, index) => `f${index}`) };
  const content = matBytes({ EEG: many }, { isPacked: false });
  return changed(content, (bytes) => bytes.writeInt32LE(1_000_000, 164));
}
