import { gzipSync } from 'node:zlib';
import { bitsTurned, changed, cutOff, noise, type DamagedFile } from './damagedFile.testing';
import { niftiBytes } from './niftiBytes.testing';

const shape = [3, 3, 2, 4];
const values = Array.from({ length: 72 }, (_, index) => index % 7);
const first = niftiBytes({ shape, values });
const second = niftiBytes({ shape, values, version: 2 });

/** NIfTI files that are cut off, lie about their size, or hold what is no signal. */
export function* damagedNifti(): Generator<DamagedFile> {
  yield* cutOff('first.nii', first, 20);
  yield* cutOff('second.nii', second, 20);
  yield* cutOff('packed.nii.gz', gzipSync(first), 15);
  yield* bitsTurned('packed.nii.gz', gzipSync(first), 25);
  yield* sizesThatLie();
  yield* fieldsThatLie();
  yield { damage: 'noise', place: 'noise.nii', content: noise(1, 5000) };
  yield { damage: 'packed noise', place: 'noise.nii.gz', content: gzipSync(noise(2, 5000)) };
  yield {
    damage: 'a header alone',
    place: 'pair.hdr',
    content: changed(first, (bytes) => bytes.write('ni1', 344)),
  };
}

function* sizesThatLie(): Generator<DamagedFile> {
  const claims = [
    [3, 3, 2, 32767],
    [32767, 32767, 32767, 32767],
    [3, 3, 2, 5],
    [3, 3, 2, 0],
    [-3, 3, 2, 4],
    [3, -32768, 2, 4],
  ];
  for (const claim of claims) {
    yield {
      damage: `claims ${claim.join(' x ')}`,
      place: 'claims.nii',
      content: niftiBytes({ shape: claim, values }),
    };
    const content = gzipSync(niftiBytes({ shape: claim, values }));
    yield { damage: `claims ${claim.join(' x ')}, packed`, place: 'claims.nii.gz', content };
  }
  for (const volumes of [1e9, 2 ** 53 - 1, 2 ** 60]) {
    const content = niftiBytes({ shape: [3, 3, 2, volumes], values, version: 2 });
    yield { damage: `claims ${volumes} volumes`, place: 'billions.nii', content };
    yield {
      damage: `claims ${volumes} volumes, packed`,
      place: 'billions.nii.gz',
      content: gzipSync(content),
    };
  }
  const wide = niftiBytes({ shape: [4096, 4096, 4096, 1], version: 2 });
  yield { damage: 'one volume of 512 GB', place: 'wide.nii.gz', content: gzipSync(wide) };
  const bomb = gzipSync(Buffer.concat([wide, Buffer.alloc(2 ** 26)]));
  yield { damage: 'a bomb that claims more than it holds', place: 'bomb.nii.gz', content: bomb };
}

function* fieldsThatLie(): Generator<DamagedFile> {
  const lie = (damage: string, change: (bytes: Buffer) => void): DamagedFile => ({
    damage,
    place: 'lie.nii',
    content: changed(first, change),
  });
  for (const size of [0, 1, 347, 349, 540, -1])
    yield lie(`header size ${size}`, (b) => b.writeInt32LE(size, 0));
  for (const count of [0, 8, -1, 300]) yield lie(`${count} dimensions`, (b) => b.writeInt16LE(count, 40));
  for (const type of [0, 1, 32, 128, 1536, 1792, 2048, 2304, 9999, -5]) {
    yield lie(`numbers of type ${type}`, (b) => b.writeInt16LE(type, 70));
  }
  for (const bits of [0, 8, 32, -64]) yield lie(`${bits} bits a voxel`, (b) => b.writeInt16LE(bits, 72));
  for (const offset of [NaN, -352, 1e30, 100, 352.5, Infinity, 2000]) {
    yield lie(`numbers from byte ${offset}`, (b) => b.writeFloatLE(offset, 108));
  }
  for (const word of ['n+2\0', 'xxxx', '\0\0\0\0', 'ni1\0'])
    yield lie(`magic ${JSON.stringify(word)}`, (b) => b.write(word, 344));
  for (const place of [NaN, Infinity])
    yield lie(`an affine with ${place}`, (b) => b.writeFloatLE(place, 284));
  yield lie('an intercept that is no number', (b) => b.writeFloatLE(NaN, 116));
  yield lie('five dimensions', (b) => {
    [5, 3, 3, 2, 2, 2].forEach((length, index) => b.writeInt16LE(length, 40 + index * 2));
  });
}
