import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { decodeAudio } from '@/ml/audio/decode/decodeAudio';
import type { PcmChunk } from '@/ml/audio/pcm';
import { AppError } from '../base/errors';
import { boundedTool, type ToolCommand } from './boundedTool';
import { ffmpegInput, type FfmpegInput } from './ffmpegInput';
import { meaningOf, missingEnd } from './ffmpegWords';
import { hasFfmpeg } from './hasFfmpeg';

/** Processor time after which ffmpeg ends by itself, seconds: hours of sound take minutes. */
const processorSeconds = 3600;
/** Memory of its own that ffmpeg may take, bytes: some ten times what it does. */
const memoryBytes = 1e9;
/** Bytes kept of what ffmpeg complains. */
const mostComplaint = 2000;

/**
 * Decodes the first audio stream of a file by the system's ffmpeg, at its own rate and channels. `kind` names
 * the kind of file for people. Throws AppError 'unsupported' where ffmpeg is not installed or knows no way,
 * 'unreadable' where it finds no sound or, after all there is, where the end is missing; and AudioError for sound that
 * cannot be believed. Its reasons are in plain words.
 */
export async function* ffmpegDecode(
  file: { handle: FileHandle; path: string },
  kind: string,
): AsyncGenerator<PcmChunk, void, undefined> {
  if (!(await hasFfmpeg())) {
    throw new AppError(
      'unsupported',
      `${kind} needs ffmpeg, which is not installed here: install it, then retry`,
    );
  }
  const child = start(await boundedTool('ffmpeg', { memoryBytes, processorSeconds }), ffmpegInput(file));
  const complaint = collect(child.stderr);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let samples = 0;
  try {
    for await (const chunk of decodeAudio('wav', child.stdout)) {
      samples += chunk.channels[0].length;
      yield chunk;
    }
    const wrong = (await ended) === 0 ? missingEnd(await complaint) : meaningOf(await complaint);
    if (wrong !== undefined) throw new AppError(wrong.code, wrong.reason);
  } catch (error) {
    // A stream without a sample says only that ffmpeg gave up; its own words say why.
    if (samples > 0 || !child.stdout.readableEnded) throw error;
    const { code, reason } = meaningOf(await complaint);
    throw new AppError(code, reason, { cause: error });
  } finally {
    child.kill('SIGKILL');
  }
}

function start(
  { program, first }: ToolCommand,
  { address, stdio }: FfmpegInput,
): ChildProcessByStdio<null, Readable, Readable> {
  const input = ['-protocol_whitelist', 'file,pipe', '-i', address];
  const output = [
    '-map',
    '0:a:0',
    '-vn',
    '-sn',
    '-dn',
    // Long tags do not fit in the head of a stream that cannot be gone back in.
    '-map_metadata',
    '-1',
    '-c:a',
    'pcm_f32le',
    '-bitexact',
    '-f',
    'wav',
    'pipe:1',
  ];
  const limits = ['-nostdin', '-v', 'error', '-threads', '1', '-timelimit', String(processorSeconds)];
  const child = spawn(program, [...first, ...limits, ...input, ...output], {
    stdio: ['ignore', 'pipe', 'pipe', ...stdio],
  }) as ChildProcessByStdio<null, Readable, Readable>;
  child.on('error', (error) => child.stdout.destroy(error));
  return child;
}

async function collect(stream: Readable): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const piece of stream) if (text.length < mostComplaint) text += String(piece);
  return text;
}
