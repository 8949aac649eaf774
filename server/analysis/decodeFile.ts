import type { FileHandle } from 'node:fs/promises';
import type { Container } from '@/ml/audio/decode/container';
import { decodeAudio } from '@/ml/audio/decode/decodeAudio';
import { fileBytes } from '@/ml/audio/decode/fileBytes';
import { readingOrder } from '@/ml/audio/decode/readingOrder';
import { widestChannels } from '@/ml/audio/decode/widestChannels';
import type { PcmChunk } from '@/ml/audio/pcm';
import { ffmpegDecode } from './ffmpegDecode';
import { randomAccess, type ReadListener } from './fileAccess';
import { hearableSound } from './soundLimits';

/** A file whose container is known, open for reading. */
export interface OpenFile {
  handle: FileHandle;
  path: string;
  sizeBytes: number;
  container: Container | 'foreign';
}

/**
 * The sound of a file, in order, in memory that does not grow with its length: by the decoders that come with
 * the program, or by ffmpeg for containers they do not read. `onRead` is told the share read where it is known.
 * Throws AppError 'too-large' where there is more than is heard, and as the decoders do.
 */
export function decodeFile(file: OpenFile, onRead: ReadListener): AsyncGenerator<PcmChunk, void, undefined> {
  return hearableSound(decoded(file, onRead));
}

async function* decoded(file: OpenFile, onRead: ReadListener): AsyncGenerator<PcmChunk, void, undefined> {
  const { handle, path, sizeBytes, container } = file;
  if (container === 'foreign') {
    yield* ffmpegDecode(file, kindOf(path));
    return;
  }
  const toLookThrough = randomAccess(handle, sizeBytes, () => undefined);
  const channelCount = await widestChannels(container, toLookThrough);
  const ranges = await readingOrder(container, toLookThrough);
  yield* decodeAudio(container, fileBytes(randomAccess(handle, sizeBytes, onRead), ranges), channelCount);
}

/** What people call the kind of a file that only ffmpeg reads. */
function kindOf(path: string): string {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(path)?.[1];
  return extension ? extension.toUpperCase() : 'this kind of file';
}
