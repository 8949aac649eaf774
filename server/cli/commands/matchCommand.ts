import { alongTrajectory } from '../../retrieval/alongTrajectory';
import { Retrieval } from '../../retrieval/retrieval';
import { clock, table, type Output } from '../output';
import { readCurveFile } from '../readCurveFile';
import { withSession } from '../session';

export interface MatchOptions {
  durationSeconds?: number;
  scope: 'track' | 'section';
  mode?: 'level' | 'shape';
  limit: number;
}

/** `match CURVE.csv`: the tracks, or sections of tracks, whose emotion moves as the file says. */
export async function matchCommand(path: string, options: MatchOptions, output: Output): Promise<number> {
  const points = await readCurveFile(path);
  const last = points[points.length - 1].t;
  const durationSeconds = options.durationSeconds ?? (last > 1 ? last : undefined);
  await withSession(async ({ database, settings, caller }) => {
    const memoryBytes = settings.searchMemoryBytes;
    // Faults come up again where they are waited for, below.
    const retrieval = new Retrieval({ database, memoryBytes, onFault: () => undefined });
    try {
      await retrieval.curves.loaded();
      const answer = await alongTrajectory(retrieval, caller, { ...options, points, durationSeconds });
      output.result(answer, () => [
        ...table(answer.matches, [
          ['ID', ({ trackId }) => String(trackId)],
          ['Distance', ({ distance }) => distance.toFixed(3)],
          ['From', ({ section }) => clock(section.start)],
          ['To', ({ section }) => clock(section.end)],
          ['Title', ({ title }) => title],
          ['Artist', ({ artist }) => artist ?? ''],
        ]),
        `${answer.searched} tracks searched, compared by ${answer.mode}`,
      ]);
    } finally {
      await retrieval.stop();
    }
  });
  return 0;
}
