import { ChildProcess } from 'node:child_process';
import { messageOf } from '../base/errors';
import { signalGroup } from '../base/processGroup';
import type { AnalysisKind, AnalysisOutcome, ProgressListener } from './analysisKind';
import { excessOf } from './processExcess';
import type { AnalysisReport, AnalysisRequest } from './protocol';
import { startProcess } from './startProcess';

/** What an analysis process may take before it is ended. */
export interface AnalysisLimits {
  /** Resident memory of it and of what it started, bytes. */
  memoryBytes: number;
  /** Time without any report, milliseconds. */
  stallMs: number;
  /** Time without work after which the process is let go, to give its memory back, milliseconds. */
  idleMs: number;
  /** Time that it has to be gone once it was ended, milliseconds; five seconds by default. One that reads a dead disk stays. */
  endMs?: number;
}

export const defaultLimits: AnalysisLimits = { memoryBytes: 1.5e9, stallMs: 60_000, idleMs: 30_000 };

/** How a request is followed and stopped. */
export interface RequestOptions {
  onProgress?: ProgressListener;
  /** Ends the process and with it the request, which resolves as 'stopped'. */
  signal?: AbortSignal;
  /** Time without any report after which this request is ended, milliseconds, where it is shorter than the client's. */
  stallMs?: number;
}

interface Pending {
  stallMs: number;
  onProgress?: ProgressListener;
  lastReportMs: number;
  /** Why the client itself ended the process, if it did. */
  ended?: AnalysisOutcome<unknown>;
  finish(outcome: AnalysisOutcome<unknown>): void;
}

const watchIntervalMs = 500;
const defaultEndMs = 5000;

/**
 * One child process that reads audio files, one request at a time. It is started when first asked, kept warm,
 * and watched: a native fault, too much memory or a stall ends that process and one request, nothing else.
 */
export class AnalysisClient {
  private child?: ChildProcess;
  private pending?: Pending;
  private idleTimer?: NodeJS.Timeout;

  constructor(private readonly limits: AnalysisLimits = defaultLimits) {}

  /** Number of the running process, undefined while there is none. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Asks for one thing and resolves with how it ended. Rejects only where it is asked for two at once. */
  async request<Input, Answer>(
    kind: AnalysisKind<Input, Answer>,
    input: Input,
    { onProgress, signal, stallMs = Infinity }: RequestOptions = {},
  ): Promise<AnalysisOutcome<Answer>> {
    if (this.pending) throw new Error('the analysis process is busy: one request at a time');
    if (signal?.aborted) return { kind: 'stopped' };
    clearTimeout(this.idleTimer);
    const child = this.startedChild();
    if (!(child instanceof ChildProcess)) return child;
    const watch = setInterval(() => void this.watch(child), watchIntervalMs);
    const stop = () => this.close();
    signal?.addEventListener('abort', stop);
    try {
      return await new Promise((resolve) => {
        // Both ends of the channel are of one build: a kind's answer is of its type.
        const finish = (outcome: AnalysisOutcome<unknown>) => resolve(outcome as AnalysisOutcome<Answer>);
        this.pending = {
          ...{ onProgress, lastReportMs: Date.now(), finish },
          stallMs: Math.min(stallMs, this.limits.stallMs),
        };
        this.send(child, { kind: kind.name, input });
      });
    } finally {
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      this.pending = undefined;
      this.idleTimer = setTimeout(() => this.close(), this.limits.idleMs);
      this.idleTimer.unref();
    }
  }

  /** Ends the process; a request under way resolves as 'stopped'. */
  close(): void {
    clearTimeout(this.idleTimer);
    this.end({ kind: 'stopped' });
  }

  /** The process that runs, or is started now; how the request ends where none can be. */
  private startedChild(): ChildProcess | AnalysisOutcome<never> {
    try {
      return (this.child ??= this.start());
    } catch (error) {
      return { kind: 'died', reason: `the analysis process could not be started (${messageOf(error)})` };
    }
  }

  private start(): ChildProcess {
    const child = startProcess();
    child.on('message', (report: AnalysisReport) => this.receive(child, report));
    child.on('error', (error) => {
      signalGroup(child.pid, 'SIGKILL');
      this.exited(child, error.message);
    });
    child.once('exit', (code, signal) => {
      signalGroup(child.pid, 'SIGKILL');
      this.exited(child, signal ?? `exit code ${code}`);
    });
    return child;
  }

  /** One that was not started, for want of descriptors, has no channel, and tells so by its 'error'. */
  private send(child: ChildProcess, request: AnalysisRequest): void {
    if (!child.connected) return this.kill(child);
    child.send(request, (error) => {
      if (error) this.kill(child);
    });
  }

  private receive(child: ChildProcess, report: AnalysisReport): void {
    const pending = this.pending;
    if (child !== this.child || !pending || pending.ended) return;
    pending.lastReportMs = Date.now();
    if (report.kind === 'progress') pending.onProgress?.(report.fraction, report.audioSeconds);
    else pending.finish(report);
  }

  private exited(child: ChildProcess, how: string): void {
    if (child !== this.child) return;
    this.child = undefined;
    const pending = this.pending;
    pending?.finish(pending.ended ?? { kind: 'died', reason: `the analysis process ended (${how})` });
  }

  private async watch(child: ChildProcess): Promise<void> {
    const { pending, limits } = this;
    if (child !== this.child || !pending) return;
    const { stallMs, lastReportMs } = pending;
    const excess = await excessOf(child.pid, { memoryBytes: limits.memoryBytes, stallMs, lastReportMs });
    if (excess && child === this.child && pending === this.pending) this.end({ kind: 'died', ...excess });
  }

  private end(outcome: AnalysisOutcome<unknown>): void {
    const child = this.child;
    if (this.pending) this.pending.ended ??= outcome;
    else this.child = undefined;
    if (child) this.kill(child);
  }

  /** Ends a process with what it started; one that does not go is left to the system. */
  private kill(child: ChildProcess): void {
    signalGroup(child.pid, 'SIGKILL');
    setTimeout(() => this.exited(child, 'it does not end'), this.limits.endMs ?? defaultEndMs).unref();
  }
}
