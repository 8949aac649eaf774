import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { Container } from '@/ml/audio/decode/container';
import { decodeAudio } from '@/ml/audio/decode/decodeAudio';
import { heardSound, type HeardSound } from './heardSound';

/** A program that decodes files to WAV on its output, and is believed. */
export interface Judge {
  name: string;
  /** What it is asked for; all where that is not said. */
  container?: Container;
  argumentsFor: (path: string) => string[];
}

const judges: Judge[] = [
  {
    name: 'ffmpeg',
    argumentsFor: (path) => [
      ...['-nostdin', '-v', 'error', '-i', `file:${path}`],
      ...'-map 0:a:0 -map_metadata -1 -c:a pcm_f32le -f wav pipe:1'.split(' '),
    ],
  },
  {
    name: 'flac',
    container: 'flac',
    argumentsFor: (path) => ['--decode', '--silent', '--stdout', '--', path],
  },
  {
    name: 'mpg123',
    container: 'mp3',
    argumentsFor: (path) => ['--quiet', '--stereo', '--encoding', 'f32', '--wav', '-', '--', path],
  },
];

/** Those that are installed. */
export async function installedJudges(): Promise<Judge[]> {
  const run = promisify(execFile);
  const answers = await Promise.all(
    judges.map(({ name }) =>
      run(name, [name === 'ffmpeg' ? '-version' : '--version']).then(Boolean, () => false),
    ),
  );
  return judges.filter((_, i) => answers[i]);
}

/** What a judge hears of a file; undefined where it gives up before the end or hears nothing. */
export async function judged({ name, argumentsFor }: Judge, path: string): Promise<HeardSound | undefined> {
  const child = spawn(name, argumentsFor(path), { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  try {
    const sound = await heardSound(decodeAudio('wav', child.stdout));
    return (await ended) === 0 ? sound : undefined;
  } catch {
    // No sound came, or none that can be believed: the judge is of no help here.
    return undefined;
  } finally {
    child.kill('SIGKILL');
  }
}
