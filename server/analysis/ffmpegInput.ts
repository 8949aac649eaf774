import type { FileHandle } from 'node:fs/promises';

/** How ffmpeg is given an open file. */
export interface FfmpegInput {
  /** What it is to open. */
  address: string;
  /** What it is to be handed as its fourth stream, after input, output and errors. */
  stdio: (number | 'ignore')[];
}

/**
 * The very file that is open, not what its path may lead to by now: every system but Windows, where it goes by its path,
 * has handed over streams as files in which one can go back and forth.
 */
export function ffmpegInput({ handle, path }: { handle: FileHandle; path: string }): FfmpegInput {
  if (process.platform === 'win32') return { address: `file:${path}`, stdio: [] };
  return { address: 'file:/dev/fd/3', stdio: [handle.fd] };
}
