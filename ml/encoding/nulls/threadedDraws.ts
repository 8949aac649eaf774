import { type Worker } from 'node:worker_threads';
import { type Drawer, type PhaseDraw, type PhaseTask } from './phaseDraws';

/** What is asked of the thread: first the task, then draw after draw. */
export type DrawRequest = { task: PhaseTask } | { draw: number };

/** Draws in another thread, one at a time. */
export class ThreadedDraws implements Drawer {
  private waiting: { resolve: (drawn: PhaseDraw) => void; reject: (error: Error) => void } | null = null;
  private fault: Error | null = null;

  /** @param worker a thread that runs phaseThread.ts */
  constructor(
    private readonly worker: Worker,
    task: PhaseTask,
  ) {
    worker.on('message', (drawn: PhaseDraw) => {
      const { waiting } = this;
      this.waiting = null;
      waiting?.resolve(drawn);
    });
    worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.fail(new Error('a helping thread ended')));
    this.post({ task });
  }

  draw(number: number): Promise<PhaseDraw> {
    if (this.fault) return Promise.reject(this.fault);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.post({ draw: number });
    });
  }

  async stop(): Promise<void> {
    this.waiting = null;
    await this.worker.terminate();
  }

  private post(request: DrawRequest): void {
    this.worker.postMessage(request);
  }

  private fail(error: Error): void {
    this.fault ??= error;
    this.waiting?.reject(this.fault);
    this.waiting = null;
  }
}
