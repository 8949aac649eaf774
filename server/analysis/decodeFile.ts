import type { FileHandle } from 'node:fs/promises';
import type { Container } from '@/ml/audio/decode/container';
import { decodeAudio } from '@/ml/audio/decode/decodeAudio';
import type { PcmChunk } from '@/ml/audio/pcm';
import { ffmpegDecode } from './ffmpegDecode';
import { readThrough, type ReadListener } from './fileAccess';

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
 */
export function decodeFile(file: OpenFile, onRead: ReadListener): AsyncGenerator<PcmChunk, void, undefined> {
  const { handle, path, sizeBytes, container } = file;
  if (container === 'foreign') return ffmpegDecode(path, kindOf(path));
  return decodeAudio(container, readThrough(handle, sizeBytes, onRead));
}

/** What people call the kind of a file that only ffmpeg reads. */
function kindOf(path: string): string {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(path)?.[1];
  return extension ? extension.toUpperCase() : 'this kind of file';
}
