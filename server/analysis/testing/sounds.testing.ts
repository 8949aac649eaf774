import { writeFileSync } from 'node:fs';

/** A sound to be written for a test. */
export interface TestSound {
  seconds?: number;
  sampleRateHz?: number;
  channels?: number;
  bits?: 16 | 24;
  /** Another melody for every seed; 0 is silence. */
  seed?: number;
  /** Text of the INFO list: INAM (title), IART (artist). */
  info?: Record<string, string>;
}

/** Writes a WAV file: a melody of decaying tones over noise, the same for the same seed at any rate. */
export function writeTestWav(path: string, sound: TestSound = {}): void {
  const { bits = 16, channels = 1, sampleRateHz = 16_000, info = {} } = sound;
  const samples = melody(sound);
  const bytesPerSample = bits / 8;
  const data = Buffer.alloc(samples.length * channels * bytesPerSample);
  const scale = 2 ** (bits - 1) - 1;
  samples.forEach((sample, frame) => {
    for (let channel = 0; channel < channels; channel++) {
      data.writeIntLE(
        Math.round(sample * scale),
        (frame * channels + channel) * bytesPerSample,
        bytesPerSample,
      );
    }
  });
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRateHz, 4);
  format.writeUInt32LE(sampleRateHz * channels * bytesPerSample, 8);
  format.writeUInt16LE(channels * bytesPerSample, 12);
  format.writeUInt16LE(bits, 14);
  const tags = Object.entries(info).map(([name, text]) => chunk(name, Buffer.from(`${text}\0`)));
  const list = tags.length > 0 ? [chunk('LIST', Buffer.concat([Buffer.from('INFO'), ...tags]))] : [];
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('data', data), ...list]);
  writeFileSync(path, chunk('RIFF', body));
}

function chunk(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 'latin1');
  header.writeUInt32LE(body.length, 4);
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)]);
}

function melody({ seconds = 2, sampleRateHz = 16_000, seed = 1 }: TestSound): Float64Array {
  if (seed === 0) return new Float64Array(Math.round(seconds * sampleRateHz));
  const noteSeconds = 0.2 + 0.023 * (seed % 11);
  const notes = pitches(seed, Math.ceil(seconds / noteSeconds));
  return Float64Array.from({ length: Math.round(seconds * sampleRateHz) }, (_, i) => {
    const time = i / sampleRateHz;
    const note = Math.floor(time / noteSeconds);
    const age = time - note * noteSeconds;
    const phase = 2 * Math.PI * notes[note] * time;
    return 0.3 * Math.exp(-6 * age) * (Math.sin(phase) + 0.5 * Math.sin(2 * phase));
  });
}

/** Frequencies in Hz, drawn from three octaves by a small generator of pseudo-random numbers (Park and Miller). */
function pitches(seed: number, count: number): number[] {
  let state = (seed * 69_621) % 2_147_483_647;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return 165 * 2 ** ((state % 36) / 12);
  });
}
