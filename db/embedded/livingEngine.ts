import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, type Engine, type EngineSettings } from './engine';
import { prepareSocketDirectory, watchSocket } from './socketDirectory';

/** Between two tries to start it again, where it does not start for long. */
const longestPauseMs = 30_000;

/** How it is kept alive. */
export interface Care {
  /** Told why it stopped, and why it does not start again; once of each reason in a row. */
  onFault: (reason: string) => void;
  /** Before it is first started again. */
  firstPauseMs?: number;
}

/**
 * An engine that is started again where it stops without being told to, as Postgres does when it cannot write its log on a
 * full disk: what it had acknowledged is there again once there is room. Clients lose their connections meanwhile. A
 * socket that was taken away is made again. Throws as startEngine where it does not start at first.
 */
export async function startLivingEngine(
  settings: EngineSettings,
  { onFault, firstPauseMs = 1000 }: Care,
): Promise<Engine> {
  const closing = new AbortController();
  let told: string | undefined;
  const tell = (reason: string) => {
    if (reason !== told) onFault(reason);
    told = reason;
  };
  let reviving: Promise<void> | undefined;
  const start = async () => {
    prepareSocketDirectory(dirname(settings.socketPath));
    return startEngine(settings, (reason) => {
      tell(`the database engine stopped: ${reason}`);
      reviving = revive();
    });
  };
  let engine = await start();

  async function revive(): Promise<void> {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      const started = await start().catch((error: unknown) =>
        tell(`the database engine does not start again: ${String(error)}`),
      );
      if (!started) continue;
      engine = started;
      told = undefined;
      return;
    }
  }

  const endWatch = watchSocket(settings.socketPath, () => engine.listenAgain());
  return {
    listenAgain: () => engine.listenAgain(),
    close: async () => {
      endWatch();
      closing.abort();
      await reviving;
      await engine.close();
    },
  };
}
