import { gzipSync } from 'node:zlib';
import { npyBytes } from '../write/npyBytes';
import { changed, cutOff, noise, type DamagedFile } from './damagedFile.testing';

const sound = npyBytes({
  rows: 6,
  columns: 2,
  values: Float64Array.from({ length: 12 }, (_, index) => index),
});

/** NPY files that are cut off, lie, or hold what must not be read. */
export function* damagedNumpy(archive: Buffer): Generator<DamagedFile> {
  yield* cutOff('short.npz', archive, 15);
  yield* archivesThatLie(archive);
  yield* cutOff('short.npy', sound, 20);
  yield { damage: 'bytes too many', place: 'long.npy', content: Buffer.concat([sound, Buffer.alloc(3)]) };
  yield { damage: 'noise', place: 'noise.npy', content: noise(3, 2000) };
  for (const version of [0, 4, 9, 255]) {
    yield {
      damage: `version ${version}`,
      place: 'version.npy',
      content: changed(sound, (bytes) => (bytes[6] = version)),
    };
  }
  for (const length of [0, 5, 60_000]) {
    const content = changed(sound, (bytes) => bytes.writeUInt16LE(length, 8));
    yield { damage: `a header of ${length} bytes`, place: 'header.npy', content };
  }
  for (const [damage, header] of headers) {
    yield { damage, place: 'lie.npy', content: withHeader(header) };
    yield { damage: `${damage}, packed`, place: 'lie.npy.gz', content: gzipSync(withHeader(header)) };
  }
  for (const number of [NaN, Infinity]) {
    yield {
      damage: `${number}`,
      place: 'gap.npy',
      content: npyBytes({ rows: 2, columns: 1, values: Float64Array.of(1, number) }),
    };
  }
}

const dictionary = (descriptor: string, shape: string) =>
  `{'descr': ${descriptor}, 'fortran_order': False, 'shape': ${shape}, }`;

const headers: [damage: string, header: string][] = [
  ['Python objects', dictionary("'|O'", '(6, 2)')],
  ['records', dictionary("[('a', '<f8'), ('b', '<f8')]", '(6,)')],
  ['complex numbers', dictionary("'<c16'", '(6,)')],
  ['words', dictionary("'<U12'", '(6, 2)')],
  ['times', dictionary("'<M8[ns]'", '(6, 2)')],
  ['ten bytes a number', dictionary("'<f10'", '(6, 2)')],
  ['10^18 numbers', dictionary("'<f8'", '(1000000000000000000, 2)')],
  ['10^9 samples', dictionary("'<f8'", '(1000000000, 1)')],
  ['10^9 columns', dictionary("'<f8'", '(1, 1000000000)')],
  ['a negative length', dictionary("'<f8'", '(-6, 2)')],
  ['more numbers than there are', dictionary("'<f8'", '(7, 2)')],
  ['no number', dictionary("'<f8'", '(0, 2)')],
  ['no dimension', dictionary("'<f8'", '()')],
  ['three dimensions', dictionary("'<f8'", '(2, 3, 2)')],
  ['no shape', "{'descr': '<f8', 'fortran_order': False, }"],
  ['no order', "{'descr': '<f8', 'shape': (6, 2), }"],
  ['no header', 'print("hello")'],
];

function withHeader(header: string): Buffer {
  const opening = Buffer.alloc(128, ' ');
  opening.write('\x93NUMPY\x01\x00', 'latin1');
  opening.writeUInt16LE(118, 8);
  opening.write(header, 10, 'latin1');
  opening.write('\n', 127);
  return Buffer.concat([opening, sound.subarray(128)]);
}

/** The sizes of the only entry stand in the directory at the end of the archive, 20 and 24 bytes from its mark. */
function* archivesThatLie(archive: Buffer): Generator<DamagedFile> {
  const directory = archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const lie = (damage: string, change: (bytes: Buffer) => void): DamagedFile => ({
    damage,
    place: 'lie.npz',
    content: changed(archive, change),
  });
  yield lie('an array of 4 GB', (bytes) => bytes.writeUInt32LE(0xfffffff0, directory + 24));
  yield lie('a packed array of 4 GB', (bytes) => {
    bytes.writeUInt16LE(8, directory + 10);
    bytes.writeUInt32LE(0xfffffff0, directory + 24);
  });
  yield lie('60,000 arrays', (bytes) => bytes.writeUInt16LE(60_000, end + 8));
  yield lie('a directory that lies elsewhere', (bytes) => bytes.writeUInt32LE(0x7fffffff, end + 16));
  yield lie('no directory', (bytes) => bytes.write('xxxx', end));
}
