import { type ChildProcess, fork } from 'node:child_process';
import type { AnalysisKind, AnalysisOutcome, ProgressListener } from './analysisKind';
import { analysisProcessFile } from './processFile';
import { residentBytes } from './processMemory';
import type { AnalysisReport, AnalysisRequest } from './protocol';

/** What an analysis process may take before it is ended. */
export interface AnalysisLimits {
  /** Resident memory, bytes. */
  memoryBytes: number;
  /** Time without any report, milliseconds. */
  stallMs: number;
  /** Time without work after which the process is let go, to give its memory back, milliseconds. */
  idleMs: number;
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

  /** Asks for one thing and resolves with how it ended; never rejects. */
  async request<Input, Answer>(
    kind: AnalysisKind<Input, Answer>,
    input: Input,
    { onProgress, signal, stallMs = Infinity }: RequestOptions = {},
  ): Promise<AnalysisOutcome<Answer>> {
    if (this.pending) throw new Error('the analysis process is busy: one request at a time');
    if (signal?.aborted) return { kind: 'stopped' };
    clearTimeout(this.idleTimer);
    const child = (this.child ??= this.start());
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
        child.send({ kind: kind.name, input } satisfies AnalysisRequest, (error) => {
          if (error) child.kill('SIGKILL');
        });
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

  private start(): ChildProcess {
    const { path, execArgv, workingDirectory } = analysisProcessFile();
    const child = fork(path, [], {
      execArgv,
      cwd: workingDirectory,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (report: AnalysisReport) => this.receive(child, report));
    child.on('error', (error) => {
      child.kill('SIGKILL');
      this.exited(child, error.message);
    });
    child.once('exit', (code, signal) => this.exited(child, signal ?? `exit code ${code}`));
    return child;
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
    if (child !== this.child || !this.pending) return;
    const { memoryBytes } = this.limits;
    const { stallMs, lastReportMs } = this.pending;
    if (Date.now() - lastReportMs > stallMs) {
      this.end({
        kind: 'died',
        isOverLimit: true,
        reason: `there was no progress for ${Math.round(stallMs / 1000)} s`,
      });
      return;
    }
    const resident = child.pid === undefined ? null : await residentBytes(child.pid);
    if (resident !== null && resident > memoryBytes && child === this.child) {
      this.end({
        kind: 'died',
        isOverLimit: true,
        reason: `it took more than ${Math.round(memoryBytes / 1e6)} MB of memory`,
      });
    }
  }

  private end(outcome: AnalysisOutcome<unknown>): void {
    const child = this.child;
    if (this.pending) this.pending.ended ??= outcome;
    else this.child = undefined;
    child?.kill('SIGKILL');
  }
}
