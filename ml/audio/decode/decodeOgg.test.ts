import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { crcOf } from './oggPages';
import { decodeWhole } from '../testing/decode.testing';

const isInstalled = spawnSync('ffmpeg', ['-version']).error === undefined;
const rateHz = 48_000;

/** The channels of ffmpeg's layouts, which are in the order of WAVE, the low frequencies last but two or four. */
const layouts = [
  { layout: '3.0', frequenciesHz: [300, 500, 700] },
  { layout: '5.1', frequenciesHz: [300, 500, 700, 60, 900, 1100] },
  { layout: '7.1', frequenciesHz: [300, 500, 700, 60, 900, 1100, 1300, 1500] },
];

/** A tone of its own in every channel, as ffmpeg encodes it. */
function encoded(encoder: string, layout: string, frequenciesHz: number[], seconds = 0.5): Uint8Array {
  const tones = frequenciesHz.map((hz) => `0.1*sin(2*PI*${hz}*t)`).join('|');
  const source = `aevalsrc=exprs=${tones}:c=${layout}:d=${seconds}:s=${rateHz}`;
  const how = ['-c:a', encoder, '-page_duration', '100000', '-f', 'ogg', '-'];
  const { status, stdout, stderr } = spawnSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    source,
    ...how,
  ]);
  expect(status, stderr.toString()).toBe(0);
  return stdout;
}

/** How much of a sound is this tone, by its amplitude. */
function amplitudeOf(samples: Float32Array, hz: number): number {
  let [real, imaginary] = [0, 0];
  samples.forEach((sample, i) => {
    real += sample * Math.cos((2 * Math.PI * hz * i) / rateHz);
    imaginary += sample * Math.sin((2 * Math.PI * hz * i) / rateHz);
  });
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

describe.skipIf(!isInstalled)('decodeOgg, of what ffmpeg writes where it is installed', () => {
  it.each(layouts)(
    'gives the channels of $layout in the order of WAVE',
    async ({ layout, frequenciesHz }) => {
      for (const [encoder, container] of [
        ['libopus', 'ogg-opus'],
        ['libvorbis', 'ogg-vorbis'],
      ] as const) {
        const { channels } = await decodeWhole(container, encoded(encoder, layout, frequenciesHz));
        const heard = channels.map((samples) => {
          const amplitudes = frequenciesHz.map((hz) => amplitudeOf(samples, hz));
          return frequenciesHz[amplitudes.indexOf(Math.max(...amplitudes))];
        });
        expect(heard, encoder).toEqual(frequenciesHz);
      }
    },
  );

  it('promises nothing of what a long pre-skip of Opus passes over', async () => {
    const file = Buffer.from(encoded('libopus', 'stereo', [300, 500], 4));
    const all = await decodeWhole('ogg-opus', file);
    // The identification header is the only packet of the first page, which has one segment.
    const skipAt = 27 + 1 + 10;
    const before = file.readUInt16LE(skipAt);
    file.writeUInt16LE(65_535, skipAt);
    file.writeUInt32LE(crcOf(file.subarray(0, 27 + 1 + 19)), 22);
    const { channels } = await decodeWhole('ogg-opus', file);
    expect(channels[0].length).toBe(all.channels[0].length - (65_535 - before));
  });
});
