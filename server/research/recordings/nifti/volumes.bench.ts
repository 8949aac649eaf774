import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { reduceVolumes } from './reduceVolumes';

/*
 * `npm run bench -- volumes [GIGABYTES]`: reduces a run of 1 GB (2 mm over the whole brain, 16-bit numbers, packed and
 * not) to 400 regions and tells seconds, megabytes of numbers a second, and the most memory that the process ever held,
 * which must stay below 500 MB.
 */

const gigabytes = Number(process.argv[2] ?? 1);
const grid = [91, 109, 91];
const voxels = grid[0] * grid[1] * grid[2];
const volumes = Math.round((gigabytes * 1e9) / (voxels * 2));
const folder = mkdtempSync(join(tmpdir(), 'circumplex-volumes-'));

function header(dims: number[], intent: number): Buffer {
  const bytes = Buffer.alloc(352);
  bytes.writeInt32LE(348, 0);
  [dims.length, ...dims].forEach((length, index) => bytes.writeInt16LE(length, 40 + index * 2));
  bytes.writeInt16LE(intent, 68);
  bytes.writeInt16LE(4, 70);
  bytes.writeInt16LE(16, 72);
  [1, 2, 2, 2, 1].forEach((size, index) => bytes.writeFloatLE(size, 76 + index * 4));
  bytes.writeFloatLE(352, 108);
  bytes[123] = 10;
  bytes.writeInt16LE(1, 254);
  [2, 0, 0, -90, 0, 2, 0, -126, 0, 0, 2, -72].forEach((value, index) =>
    bytes.writeFloatLE(value, 280 + index * 4),
  );
  bytes.write('n+1\0', 344, 'latin1');
  return bytes;
}

/** Volumes that pack about as well as real ones: a smooth brain with noise of some bits. */
function* run(): Generator<Buffer> {
  yield header([...grid, volumes], 0);
  const numbers = new Int16Array(voxels);
  let state = 1;
  for (let volume = 0; volume < volumes; volume++) {
    for (let voxel = 0; voxel < voxels; voxel++) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      numbers[voxel] = 1000 + ((state >> 16) % 61);
    }
    yield Buffer.from(Uint8Array.from(Buffer.from(numbers.buffer)));
  }
}

async function measure(name: string, path: string): Promise<void> {
  const start = performance.now();
  await reduceVolumes({ path, labels });
  const seconds = (performance.now() - start) / 1000;
  const rate = (volumes * voxels * 2) / 1e6 / seconds;
  const megabytes = Math.round(statSync(path).size / 1e6);
  console.log(
    `${name} (${megabytes} MB): ${seconds.toFixed(1)} s, ${rate.toFixed(0)} MB of numbers a second`,
  );
}

const labels = join(folder, 'labels.nii');
const regions = Int16Array.from({ length: voxels }, (_, voxel) => (voxel % 3 === 0 ? 1 + (voxel % 400) : 0));
writeFileSync(labels, Buffer.concat([header(grid, 1002), Buffer.from(regions.buffer)]));
const plain = join(folder, 'run.nii');
const packed = join(folder, 'run.nii.gz');
try {
  await pipeline(Readable.from(run()), createWriteStream(plain));
  await pipeline(Readable.from(run()), createGzip({ level: 1 }), createWriteStream(packed));
  const before = process.resourceUsage().maxRSS / 1024;
  await measure('plain', plain);
  await measure('packed', packed);
  const most = process.resourceUsage().maxRSS / 1024;
  console.log(`memory: ${before.toFixed(0)} MB before (making the files), ${most.toFixed(0)} MB at most`);
} finally {
  rmSync(folder, { recursive: true });
}
