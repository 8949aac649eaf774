import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { AppError } from '../../base/errors';

/** How movements become one sound. */
interface Arrangement {
  /** 16-bit WAV files as the composer writes them, in order, all of one rate. */
  paths: readonly string[];
  overlapSeconds: number;
  durationSeconds: number;
}

interface Movement {
  sampleRateHz: number;
  samples: Float32Array;
}

const headerBytes = 44;

/** A WAV file of ours as one channel. Throws AppError 'unreadable' for any other. */
async function readMovement(path: string): Promise<Movement> {
  const bytes = await readFile(path);
  const refused = () =>
    new AppError('unreadable', `invalid movement: ${path} (a 16-bit WAV file of the composer)`);
  if (bytes.length < headerBytes || bytes.toString('latin1', 0, 4) !== 'RIFF') throw refused();
  const [channels, sampleRateHz] = [bytes.readUInt16LE(22), bytes.readUInt32LE(24)];
  const frames = Math.floor((bytes.length - headerBytes) / (2 * channels));
  const header = bytes.subarray(0, headerBytes);
  if (!header.equals(wavHeader({ sampleRateHz, channels, frames }))) throw refused();
  const samples = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += bytes.readInt16LE(headerBytes + 2 * (frame * channels + channel));
    }
    samples[frame] = sum / channels / 32768;
  }
  return { sampleRateHz, samples };
}

/** Adds what rings on of the movement before, and returns what is to ring on into the next. */
function overlap(samples: Float32Array, ringing: Float32Array, keep: number): Float32Array {
  for (let frame = 0; frame < Math.min(ringing.length, samples.length); frame++)
    samples[frame] += ringing[frame];
  return samples.slice(samples.length - keep);
}

async function writeSamples(file: FileHandle, samples: Float32Array): Promise<void> {
  await file.write(encodePcm16({ sampleRateHz: 0, channels: [samples] }));
}

async function writeArranged(
  file: FileHandle,
  { paths, overlapSeconds, durationSeconds }: Arrangement,
): Promise<void> {
  let ringing: Float32Array = new Float32Array(0);
  let left = 0;
  for (const [place, path] of paths.entries()) {
    const { sampleRateHz, samples } = await readMovement(path);
    if (place === 0) {
      left = Math.round(durationSeconds * sampleRateHz);
      await file.write(wavHeader({ sampleRateHz, channels: 1, frames: left }));
    }
    const last = place === paths.length - 1;
    const keep = last ? 0 : Math.round(overlapSeconds * sampleRateHz);
    ringing = overlap(samples, ringing, keep);
    const sounding = samples.subarray(0, Math.min(left, samples.length - keep));
    await writeSamples(file, sounding);
    left -= sounding.length;
  }
  await writeSamples(file, new Float32Array(left));
}

/**
 * Plays movements one after the other into one file of one channel, each beginning while the one before dies away,
 * exactly as long as asked: whole at `path`, or not at all. Holds one movement in memory at a time.
 */
export async function arrangeSound(arrangement: Arrangement, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w');
  try {
    await writeArranged(file, arrangement);
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
