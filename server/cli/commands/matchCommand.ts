import { type EmotionCurve } from '@/ml/affect/emotionCurve';
import { type KeyPoint } from '@/ml/affect/keyPoint';
import { plainCurve } from '@/ml/affect/plainCurve';
import { parseInput } from '../../base/parseInput';
import { alongTrajectory } from '../../retrieval/alongTrajectory';
import { Retrieval } from '../../retrieval/retrieval';
import type { TrajectoryAnswer } from '../../retrieval/trajectorySearch';
import { trajectoryQuery } from '../../retrieval/trajectoryQuery';
import { clock, table, type Output } from '../output';
import { readCurveFile } from '../readCurveFile';
import { withSession } from '../session';

export interface MatchOptions {
  durationSeconds?: number;
  scope: 'track' | 'section';
  mode?: 'level' | 'shape';
  limit: number;
}

const plainMatch = <Match extends { curve: EmotionCurve }>(match: Match) => ({
  ...match,
  curve: plainCurve(match.curve),
});

/**
 * The file's curve as a question has it. Its times are seconds where they go beyond 1; but a length that nobody asked for does
 * not narrow whole tracks, so that for these they are made parts of the whole.
 */
function drawnIn(points: KeyPoint[], { scope, durationSeconds }: MatchOptions) {
  const last = points[points.length - 1].t;
  if (durationSeconds !== undefined || last <= 1) return { points, durationSeconds };
  if (scope === 'section') return { points, durationSeconds: last };
  return { points: points.map((point) => ({ ...point, t: point.t / last })), durationSeconds };
}

/** How much was searched, and how. */
function searchedLine({ searched, compared, mode, stoppedAfterSeconds }: TrajectoryAnswer): string {
  if (stoppedAfterSeconds === null) return `${searched} tracks searched, compared by ${mode}`;
  return `stopped after ${stoppedAfterSeconds} s: ${compared} of ${searched} tracks searched, compared by ${mode}; raise SEARCH_SECONDS to have all searched`;
}

/** `match CURVE.csv`: the tracks, or sections of tracks, whose emotion moves as the file says. */
export async function matchCommand(path: string, options: MatchOptions, output: Output): Promise<number> {
  const query = parseInput(trajectoryQuery, { ...options, ...drawnIn(await readCurveFile(path), options) });
  await withSession(async ({ database, settings, caller }) => {
    const { searchMemoryBytes: memoryBytes, searchSeconds } = settings;
    // Faults come up again where they are waited for, below.
    const retrieval = new Retrieval({ database, memoryBytes, searchSeconds, onFault: () => undefined });
    try {
      await retrieval.curves.loaded();
      const answer = await alongTrajectory(retrieval, caller, query);
      output.result({ ...answer, matches: answer.matches.map(plainMatch) }, () => [
        ...table(answer.matches, [
          ['ID', ({ trackId }) => String(trackId)],
          ['Distance', ({ distance }) => distance.toFixed(3)],
          ['From', ({ section }) => clock(section.start)],
          ['To', ({ section }) => clock(section.end)],
          ['Title', ({ title }) => title],
          ['Artist', ({ artist }) => artist ?? ''],
        ]),
        searchedLine(answer),
      ]);
    } finally {
      await retrieval.stop();
    }
  });
  return 0;
}
