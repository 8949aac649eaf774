import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { riffHeader } from '@/ml/audio/riffHeader';
import type { Database } from '@/db/open';
import { AppError } from '../../base/errors';
import { trackId } from '../../base/inputShapes';
import { withLookAgain } from '../../catalogue/import/lookAgain';
import { fileOf, soundsOf } from '../handOver/soundsOf';
import { mediaRateHz } from '../interchange/handedOver';
import { cueEdit } from '../projects/filmCue';
import { blockOf, type KeptBlock } from './blockCache';
import { blockSamples, frameBytes } from './soundBlock';

/** A section of a track to be heard; its edges go to the nearest sample. */
export const heardSection = z.object({
  track: trackId,
  start: z.number().min(0).max(86_400),
  seconds: z.number().positive().max(600),
  /** How many times slower the track is played; the section is then of the whole track stretched. */
  stretch: cueEdit.shape.stretch,
});

/** Where tracks are heard from, and until when. */
export interface HearingPlace {
  database: Database;
  dataDirectory: string;
  signal: AbortSignal;
}

/** A WAV file, whose length is known before it is read. */
export interface SectionWav {
  bytes: number;
  stream: Readable;
}

/** A part of a block's file. */
interface BlockPart extends KeptBlock {
  from: number;
  to: number;
}

/**
 * Exactly a section of a track, as far as the track goes: 48 kHz, stereo, 32-bit floating point, so that nothing over full
 * scale is cut off before its gain.
 *
 * @throws AppError 'not-found' where the track has no file on disk, 'invalid' where it ends before the section, and as
 *   blockOf does
 */
export async function sectionWav(
  { database, dataDirectory, signal }: HearingPlace,
  { track, start, seconds, stretch }: z.output<typeof heardSection>,
): Promise<SectionWav> {
  const sound = (await soundsOf(database, [track])).get(track);
  if (!sound) throw new AppError('not-found', `invalid track: ${track} (no file of it is on disk)`);
  const first = Math.round(start * mediaRateHz);
  const end = Math.round((start + seconds) * mediaRateHz);
  const parts: BlockPart[] = [];
  for (let index = Math.floor(first / blockSamples); index * blockSamples < end; index++) {
    const wanted = { file: fileOf(sound), payloadHash: sound.payloadHash, index, stretch };
    const block = await withLookAgain(database, sound.path, () => blockOf(dataDirectory, wanted, signal));
    const from = Math.max(0, first - index * blockSamples);
    const to = Math.min(block.lengthSamples, end - index * blockSamples);
    if (from < to) parts.push({ ...block, from, to });
    if (block.lengthSamples < blockSamples) break;
  }
  if (parts.length === 0) throw new AppError('invalid', `invalid start: ${start} (the track ends before it)`);
  return wavOf(parts);
}

function wavOf(parts: BlockPart[]): SectionWav {
  const frames = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  const header = riffHeader({ sampleRateHz: mediaRateHz, channels: 2, frames, bitsPerSample: 32 });
  async function* pieces() {
    yield header;
    for (const { path, from, to } of parts)
      yield* createReadStream(path, { start: from * frameBytes, end: to * frameBytes - 1 });
  }
  return {
    bytes: header.length + frames * frameBytes,
    stream: Readable.from(pieces(), { objectMode: false }),
  };
}
