import { clock } from './output';
import { terminalText } from './terminalText';

/** How far the work has come. */
export interface WorkProgress {
  done: number;
  total: number;
  failed: number;
  /** Seconds of sound analysed a second. */
  realTimeRate: number | null;
  secondsLeft: number | null;
  current: string[];
}

const barWidth = 24;
/** How often a line is written where it cannot be overwritten (a log file), milliseconds. */
const logIntervalMs = 10_000;

/**
 * Shows progress on standard error: a line that is overwritten on a terminal, a line now and then in a log, or,
 * with --json, one JSON object a line.
 */
export class ProgressLine {
  private lastMs = 0;
  private open = false;

  constructor(private readonly json: boolean) {}

  show(progress: WorkProgress): void {
    if (progress.total === 0) return;
    const terminal = process.stderr.isTTY && !this.json;
    if (!terminal && Date.now() - this.lastMs < (this.json ? 1000 : logIntervalMs)) return;
    this.lastMs = Date.now();
    if (this.json) {
      process.stderr.write(`${JSON.stringify({ event: 'progress', ...progress })}\n`);
    } else if (terminal) {
      const width = process.stderr.columns || 80;
      process.stderr.write(`\r\u001b[2K${describe(progress).slice(0, width - 1)}`);
      this.open = true;
    } else {
      process.stderr.write(`${describe(progress)}\n`);
    }
  }

  /** Leaves the line, so that what follows begins on one of its own. */
  close(): void {
    if (this.open) process.stderr.write('\n');
    this.open = false;
  }
}

function describe({ done, total, failed, realTimeRate, secondsLeft, current }: WorkProgress): string {
  const filled = Math.round((done / total) * barWidth);
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
  const parts = [`${done}/${total} files`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (realTimeRate !== null) parts.push(`${Math.round(realTimeRate)} x real time`);
  if (secondsLeft !== null) parts.push(`${clock(secondsLeft)} left`);
  if (current.length > 0) parts.push(current.map(terminalText).join(', '));
  return `${bar} ${parts.join(', ')}`;
}
