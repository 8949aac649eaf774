import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { hasFfmpeg } from '../../analysis/hasFfmpeg';
import { AppError } from '../../base/errors';

const longestMs = 600_000;

/** A WAV file of 24 bits as FLAC, by the system's ffmpeg. Throws AppError 'unsupported' where that is not installed. */
export async function encodeFlac(source: string, target: string): Promise<void> {
  if (!(await hasFfmpeg()))
    throw new AppError(
      'unsupported',
      'invalid audio: flac (FLAC is written by ffmpeg, which is not installed here: install it, or take WAV)',
    );
  const output = ['-c:a', 'flac', '-sample_fmt', 's32', '-bits_per_raw_sample', '24', '-f', 'flac', '-y'];
  const input = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-i', `file:${source}`];
  await promisify(execFile)('ffmpeg', [...input, ...output, `file:${target}`], { timeout: longestMs });
}
