/** Pauses between one question whether the server is back and the next, in milliseconds; the last one goes on. */
const pausesMs = [500, 1000, 2000, 4000, 8000, 15_000];
/** A server that takes longer to say that it is there is taken for lost. */
const patienceMs = 5000;
const address = '/api/health';

/** Whether the server answers, as far as this page knows. */
export class ServerReach {
  private lost = false;
  private readonly watchers = new Set<() => void>();
  private skipPause: () => void = () => undefined;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly isLost = (): boolean => this.lost;

  /** To be called where a request got no answer: from then on the server is asked for until it is back. */
  readonly noteLost = (): void => {
    if (this.lost) return;
    this.lost = true;
    this.tell();
    void this.askUntilBack();
  };

  /** Asks at once whether the server answers; where it does not, it is lost from now on. */
  readonly check = async (): Promise<boolean> => {
    const answered = await answers();
    if (!answered) this.noteLost();
    return answered;
  };

  /** Does not wait for the pause to end. */
  readonly tryNow = (): void => this.skipPause();

  /** Resolves once the server answers; at once where it is not lost. */
  readonly untilBack = (): Promise<void> =>
    new Promise((resolve) => {
      if (!this.lost) return resolve();
      const unsubscribe = this.subscribe(() => {
        if (this.lost) return;
        unsubscribe();
        resolve();
      });
    });

  private async askUntilBack(): Promise<void> {
    for (let count = 0; this.lost; count++) {
      await this.pause(pausesMs[Math.min(count, pausesMs.length - 1)]);
      if (await answers()) this.lost = false;
    }
    this.tell();
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.skipPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private tell(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}

/** Any answer will do, also a refusal: it was the server that gave it. */
async function answers(): Promise<boolean> {
  return fetch(address, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patienceMs) }).then(
    () => true,
    () => false,
  );
}

/** The one of this page. */
export const serverReach = new ServerReach();

/** True for a request that was given up by who made it. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
