import { followBatches, type Holder } from '../followBatches';
import { interruptedStatus, withInterrupt } from '../interrupt';
import type { Output } from '../output';
import { openSession, type Session } from '../session';
import type { StudyPlace } from '../../research/studies/studyPlace';

/** Where studies are kept, for the caller of the command line. */
export function studyPlaceOf({ database, settings, caller }: Session): StudyPlace {
  return { database, dataDirectory: settings.dataDirectory, caller };
}

/** What a command queued, and what it does once that has ended. */
export interface StudyWork {
  /** Queues, and tells the batches to wait for. */
  queue: (place: StudyPlace) => Promise<number[]>;
  /** Tells how it went. Returns the exit status. */
  report: (place: StudyPlace) => Promise<number>;
}

/** Queues work on a study, sees it through, and tells how it went. Returns the exit status. */
export async function followStudyWork({ queue, report }: StudyWork, output: Output): Promise<number> {
  const holder: Holder = { session: await openSession() };
  try {
    return await withInterrupt(async (signal) => {
      const batchIds = await queue(studyPlaceOf(holder.session));
      const { interrupted } = await followBatches(holder, batchIds, { output, signal });
      if (!interrupted) return report(studyPlaceOf(holder.session));
      output.note('stopped: the work stays queued, and the server or the next command goes on with it');
      return interruptedStatus;
    });
  } finally {
    await holder.session.close();
  }
}
