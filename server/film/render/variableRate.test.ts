import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { createRandom } from '@/ml/random';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { sectionSound } from './sectionSound';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-variable-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const sampleRateHz = 48_000;
const seconds = 30;
/** A millisecond: the tones that an encoder makes of a click spread about it. */
const mostSamples = 48;

/** Half a second of noise, then half a second of silence with a click in the middle: every bit rate there is. */
function clicks(): string {
  const random = createRandom(3, 'clicks');
  const samples = Float32Array.from({ length: seconds * sampleRateHz }, (_, i) => {
    const within = i % sampleRateHz;
    if (within === (3 * sampleRateHz) / 4) return 0.9;
    return within < sampleRateHz / 2 ? random.between(-0.2, 0.2) : 0;
  });
  const path = join(folder, 'clicks.wav');
  const header = wavHeader({ sampleRateHz, channels: 1, frames: samples.length });
  writeFileSync(path, Buffer.concat([header, encodePcm16({ channels: [samples], sampleRateHz })]));
  return path;
}

it.skipIf(!hasFfmpeg)('finds its place in a file of varying bit rate', async () => {
  const path = join(folder, 'clicks.mp3');
  execFileSync('ffmpeg', ['-v', 'error', '-i', clicks(), '-c:a', 'libmp3lame', '-q:a', '5', path]);
  for (const second of [0, 11, 29]) {
    const section = { firstSample: (second + 0.5) * sampleRateHz, lengthSamples: sampleRateHz / 2 };
    const heard: number[] = [];
    await withSoundFile(path, async (file) => {
      for await (const [left] of sectionSound(
        decodeFile(file, () => undefined),
        section,
      ))
        heard.push(...left);
    });
    expect(heard).toHaveLength(section.lengthSamples);
    // What the noise before it leaves behind dies away first.
    const from = sampleRateHz / 10;
    const loudest = heard.reduce(
      (best, value, at) => (at >= from && Math.abs(value) > Math.abs(heard[best]) ? at : best),
      from,
    );
    expect(Math.abs(loudest - sampleRateHz / 4)).toBeLessThan(mostSamples);
  }
});
