import { setTimeout as sleep } from 'node:timers/promises';
import { askForHandOver, openDatabase, withdrawRequest, type OpenOutcome } from '@/db/open';
import { log } from '../base/log';

const lookEveryMs = 300;

/** Where a server's database lies, and who is told that it has to be waited for. */
interface ServerDatabase {
  dataDirectory: string;
  databaseUrl?: string;
  /** Where the server will answer. */
  url: string;
  say: (words: string) => void;
}

/**
 * Opens the database for a server, which runs its engine. A command line that runs it is asked to hand over, and waited for:
 * an import does so at once and goes on as a client of the server, other commands when they have ended. Where another server
 * has it, 'taken' says which.
 */
export async function openForServer({ say, ...place }: ServerDatabase): Promise<OpenOutcome> {
  let isWaiting = false;
  const onFault = (reason: string) => log.error({ reason }, 'the embedded database met a fault');
  for (;;) {
    const outcome = await openDatabase({ ...place, purpose: 'server', onTaken: 'refuse', onFault });
    if (outcome.kind === 'opened' || outcome.holder.purpose === 'server') {
      if (isWaiting) withdrawRequest(place.dataDirectory);
      return outcome;
    }
    if (!isWaiting) {
      const { pid } = outcome.holder;
      say(
        `a command line (process ${pid}) works on ${place.dataDirectory}: waiting until it hands over or ends`,
      );
    }
    isWaiting = true;
    askForHandOver(place.dataDirectory);
    await sleep(lookEveryMs);
  }
}
