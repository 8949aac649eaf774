import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLost, openDatabase, type OpenOutcome } from '@/db/open';
import { owner, type Caller } from '../access/caller';
import { AppError, messageOf } from '../base/errors';
import { makePrivate } from '../base/privateFolder';
import type { LibraryPlace } from '../catalogue/backup/backupLibrary';
import { settleRestore } from '../catalogue/backup/settleRestore';
import { settleDeletions } from '../main/settleDeletions';
import { readSettings, type Settings } from '../base/settings';

type Opened = Extract<OpenOutcome, { kind: 'opened' }>;

/** How long an engine that went away is waited for: a server that restarts is back by then. */
const reopenSeconds = 60;

/** The settings, the open database and the caller of one run of the command line. */
export interface Session extends Opened {
  settings: Settings;
  /** Who uses the command line. */
  caller: Caller;
}

/** Opens the database: through the running server where there is one, else here. */
export async function openSession(settings: Settings = readSettings(process.env)): Promise<Session> {
  makePrivate(settings.dataDirectory, tell);
  const opened = await openDatabase({
    dataDirectory: settings.dataDirectory,
    databaseUrl: settings.databaseUrl,
    purpose: 'command line',
    onTaken: 'connect',
    onFault: tell,
  });
  if (opened.kind === 'taken') {
    const { pid, host } = opened.holder;
    throw new AppError(
      'conflict',
      `the data directory is held by process ${pid} on ${host}: stop it, then try again`,
    );
  }
  const { database } = opened;
  await settle({ database, dataDirectory: settings.dataDirectory });
  return { ...opened, settings, caller: owner };
}

/** Brings to their ends what other processes were killed at. */
async function settle(place: LibraryPlace): Promise<void> {
  const settled = await settleRestore(place, { isOnly: false });
  if (settled) tell(settled);
  const onFault = (error: unknown, note: string) =>
    tell(`a deletion that was cut short cannot be ended (deleting/${note}.json): ${messageOf(error)}`);
  await settleDeletions(place, { isOnly: false, onFault });
}

const tell = (words: string) => void process.stderr.write(`circumplex: ${words}\n`);

/** Opens the database, does `work`, and closes it. */
export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession();
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Opens the database again after its engine went away (the server was stopped or killed). */
export async function reopenSession(lost: Session): Promise<Session> {
  await lost.close().catch(() => undefined);
  const givenUp = Date.now() + reopenSeconds * 1000;
  for (;;) {
    try {
      return await openSession(lost.settings);
    } catch (error) {
      const mayPass =
        isConnectionLost(error) || (error instanceof Error && 'code' in error && error.code === 'conflict');
      if (!mayPass || Date.now() > givenUp) throw error;
      await sleep(500);
    }
  }
}
