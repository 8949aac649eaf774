import { countRecordings } from '../../catalogue/tracks/countRecordings';
import { problems } from '../../jobs/problems';
import { queueStatus, type QueueStatus } from '../../jobs/queueStatus';
import { listWatched } from '../../catalogue/watch/watchedFolders';
import { clock, type Output } from '../output';
import { withSession } from '../session';

const shownProblems = 20;

/** `status`: how large the library is, how the queue stands, and what could not be read. */
export async function statusCommand(output: Output): Promise<number> {
  await withSession(async ({ database }) => {
    const queue = await queueStatus(database);
    const libraryTracks = await countRecordings(database);
    const odd = await problems(database, shownProblems);
    const watched = await listWatched(database);
    output.result({ ...queue, libraryTracks, problems: odd, watched }, () => [
      `${libraryTracks} tracks`,
      ...describeQueue(queue),
      ...watched.map(({ path, failure }) => `watched: ${path}${failure ? ` (${failure})` : ''}`),
      ...odd.rows.map(
        ({ label, detail, failure, warning }) =>
          `${failure ? 'failed' : 'odd'}: ${detail ?? label}: ${failure ?? warning}`,
      ),
      ...(odd.total > odd.rows.length ? [`and ${odd.total - odd.rows.length} more`] : []),
    ]);
  });
  return 0;
}

function describeQueue({
  queued,
  running,
  done,
  failed,
  realTimeRate,
  secondsLeft,
  current,
}: QueueStatus): string[] {
  if (queued + running === 0) return ['nothing is waiting to be analysed'];
  const rate = realTimeRate === null ? '' : `, ${Math.round(realTimeRate)} x real time`;
  const left = secondsLeft === null ? '' : `, ${clock(secondsLeft)} left`;
  return [
    `${queued} queued, ${running} running, ${done} done, ${failed} failed${rate}${left}`,
    ...current.map(({ label, progress }) => `analysing: ${label} (${Math.round(100 * progress)} %)`),
  ];
}
