import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../../random';
import { biosemi64 } from '../montage/channelOrders';
import { cleanEeg } from './cleanEeg';

/*
 * `npm run bench -- cleanEeg [SECONDS]`: time and the process's largest memory for cleaning 64 channels at 512 Hz, an
 * hour of them where no seconds are told, beside MNE-Python's filters, SciPy's change of rate and an average reference
 * over as much data. PYTHON names the interpreter that has both, python3 where it does not. The last line is JSON.
 */

const seconds = Number(process.argv[2] ?? 3600);
const rateHz = 512;
const blockSeconds = 1;
const python = process.env.PYTHON ?? 'python3';
const peer = fileURLToPath(new URL('peers/mne_times.py', import.meta.url));

/** Noise around drifts, other in each channel and block; one block of it lies in memory. */
function* blocks(): Generator<Float64Array[]> {
  const random = createRandom(1, 'benchmark');
  const noise = Float64Array.from({ length: 20_011 }, () => 20 * random.bell());
  const length = rateHz * blockSeconds;
  for (let block = 0; block < seconds / blockSeconds; block++)
    yield biosemi64.map((_, channel) => {
      const from = (block * 977 + channel * 131) % noise.length;
      return Float64Array.from({ length }, (_, at) => 100 + noise[(from + at) % noise.length]);
    });
}

const channels = biosemi64.map((name) => ({ name, unit: 'uV', rateHz, samples: seconds * rateHz }));
const before = process.memoryUsage.rss() / 2 ** 20;
const start = performance.now();
const cleaned = await cleanEeg({ channels, blocks: blocks() });
const ours = (performance.now() - start) / 1000;
const largest = process.resourceUsage().maxRSS / 1024;
const asked = spawnSync(python, [peer, String(seconds)], { encoding: 'utf8' });
const theirs =
  asked.status === 0 ? (JSON.parse(asked.stdout) as { seconds: number; megabytes: number }) : null;
if (!theirs)
  console.log(`no MNE in ${python} (PYTHON=… names another interpreter): ${asked.stderr.slice(-200)}`);
console.log(`${seconds} s of 64 channels at 512 Hz; load of the machine ${loadavg()[0].toFixed(1)}`);
console.log(
  `result: ${cleaned.signal.samples.length} channels of ${cleaned.signal.samples[0].length} samples`,
);
console.log(
  JSON.stringify({
    seconds: Number(ours.toFixed(2)),
    megabytesBefore: Math.round(before),
    megabytesLargest: Math.round(largest),
    peer: theirs,
    ratio: theirs && Number((ours / theirs.seconds).toFixed(2)),
  }),
);
