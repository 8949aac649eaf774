import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmotionCurve } from '../../affect/emotionCurve';

const folder = fileURLToPath(new URL('./', import.meta.url));
const python = join(folder, '.venv/bin/python');
const ucr = join(folder, '.venv/ucr');

/** What install.py brings, and how to have it. */
export const peersHint = 'python3 ml/dtw/peers/install.py';

interface UcrTimes {
  cellsPerSecond: number;
  queries: { milliseconds: number; matches: number[] }[];
}

export interface PeerTimes {
  dtaidistance?: { cellsPerSecond: number; distances: number[] };
  ucr?: UcrTimes;
}

/**
 * Times the peers that are installed on the same tracks and queries, sequences of 64 points: dtaidistance on the first
 * `pairsOf` tracks among each other, the UCR order searching all of them for the `limit` nearest to each query.
 */
export function timePeers(
  tracks: readonly EmotionCurve[],
  queries: readonly EmotionCurve[],
  { radius, limit, pairsOf }: { radius: number; limit: number; pairsOf: number },
): PeerTimes {
  const room = mkdtempSync(join(tmpdir(), 'circumplex-peers-'));
  const write = (name: string, curves: readonly EmotionCurve[]) => {
    const file = join(room, name);
    writeFileSync(file, Buffer.concat(curves.map((curve) => Buffer.from(interleaved(curve).buffer))));
    return file;
  };
  const run = (program: string, ...rest: (string | number)[]): unknown =>
    JSON.parse(execFileSync(program, rest.map(String), { encoding: 'utf8', maxBuffer: 1e8 }));
  try {
    const times: PeerTimes = {};
    if (existsSync(python)) {
      const pairs = write('pairs', tracks.slice(0, pairsOf));
      const script = join(folder, 'time_dtaidistance.py');
      times.dtaidistance = run(python, script, pairs, radius) as PeerTimes['dtaidistance'];
    }
    if (existsSync(ucr)) {
      times.ucr = run(ucr, write('tracks', tracks), write('queries', queries), radius, limit) as UcrTimes;
    }
    return times;
  } finally {
    rmSync(room, { recursive: true });
  }
}

function interleaved({ valence, arousal }: EmotionCurve): Float32Array {
  const values = new Float32Array(2 * valence.length);
  valence.forEach((value, index) => {
    values[2 * index] = value;
    values[2 * index + 1] = arousal[index];
  });
  return values;
}
