import { truncateSync, writeFileSync } from 'node:fs';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';

const sampleRateHz = 16_000;
const noteSeconds = 0.25;

/** The bytes of a WAV file with a melody of decaying notes; another `seed` is another recording. */
export function melodyWav(seed: number, seconds: number): Buffer {
  const samples = Float32Array.from({ length: seconds * sampleRateHz }, (_, frame) => {
    const time = frame / sampleRateHz;
    const note = Math.floor(time / noteSeconds);
    const frequencyHz = 220 * 2 ** (((seed + note * note * 7) % 36) / 12);
    const age = time - note * noteSeconds;
    return 0.4 * Math.exp(-6 * age) * Math.sin(2 * Math.PI * frequencyHz * time);
  });
  // The seed itself is heard as the level of the first sample, so that no two seeds give the same sound.
  samples[0] = (seed % 30_000) / 32_768;
  const header = wavHeader({ sampleRateHz, channels: 1, frames: samples.length });
  return Buffer.concat([header, encodePcm16({ channels: [samples], sampleRateHz })]);
}

/** Writes a WAV file of silence, whose samples take no room on the disk. */
export function writeSilence(path: string, hours: number): void {
  const frames = hours * 3600 * sampleRateHz;
  const header = wavHeader({ sampleRateHz, channels: 1, frames });
  writeFileSync(path, header);
  truncateSync(path, header.length + 2 * frames);
}
