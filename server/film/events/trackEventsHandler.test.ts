import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importedNow } from '../../base/testing/importedFile.testing';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { trackEventsHandler } from './trackEventsHandler';
import type { TrackEvents } from './trackEvents';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-events-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sampleRateHz = 22_050;
const seconds = 20;
const times = Array.from({ length: 38 }, (_, beat) => 0.25 + beat / 2);

/** Strokes at 120 a minute, in stereo. */
function strokes(name: string): string {
  const samples = new Float32Array(seconds * sampleRateHz);
  for (const time of times)
    for (let i = 0; i < 2000; i++)
      samples[Math.round(time * sampleRateHz) + i] +=
        0.3 * Math.exp(-i / 400) * Math.sin((2 * Math.PI * 700 * i) / sampleRateHz);
  const channels = [samples, samples];
  const path = join(folder, name);
  const header = wavHeader({ sampleRateHz, channels: 2, frames: samples.length });
  writeFileSync(path, Buffer.concat([header, encodePcm16({ channels, sampleRateHz })]));
  return path;
}

describe('the events of a file', () => {
  it('are its beats and onsets in seconds', async () => {
    const path = strokes('strokes.wav');
    const events = (await trackEventsHandler.answer(
      { file: importedNow(path) },
      () => undefined,
    )) as TrackEvents;
    expect(events.steady).toBe(true);
    for (const found of [events.beats, events.onsets])
      for (const time of times.slice(2, -2))
        expect(Math.min(...found.map((each) => Math.abs(each - time)))).toBeLessThan(0.02);
    expect(events.beats).toEqual(expect.arrayContaining(events.downbeats));
    expect(readdirSync(folder)).toEqual(['strokes.wav']);
  });

  it('are refused of what is no sound', async () => {
    const path = join(folder, 'no sound.wav');
    writeFileSync(path, 'words');
    await expect(trackEventsHandler.answer({ file: importedNow(path) }, () => undefined)).rejects.toThrow(
      'not sound',
    );
  });
});
