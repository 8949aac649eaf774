import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, type Engine, type EngineSettings } from './engine';
import { prepareSocketDirectory, watchSocket } from './socketDirectory';

/** Between two tries to start it again: at first, and where it does not start for long. */
const shortestPauseMs = 1000;
const longestPauseMs = 30_000;

/**
 * An engine that is started again where it stops without being told to, as Postgres does when it cannot write its log on a
 * full disk: what it had acknowledged is there again once there is room. Clients lose their connections meanwhile. A
 * socket that was taken away is made again. Throws as startEngine where it does not start at first.
 */
export async function startLivingEngine(settings: EngineSettings): Promise<Engine> {
  const closing = new AbortController();
  let reviving: Promise<void> | undefined;
  const start = async () => {
    prepareSocketDirectory(dirname(settings.socketPath));
    return startEngine(settings, () => void (reviving = revive()));
  };
  let engine = await start();

  /** Why it does not start is what whoever asks it meanwhile runs into. */
  async function revive(): Promise<void> {
    for (let pauseMs = shortestPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      const started = await start().catch(() => undefined);
      if (!started) continue;
      engine = started;
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
