import { clock } from './output';
import { shareBar, StatusLine } from './statusLine';
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

/** Shows how far work on files has come, as StatusLine does. */
export class ProgressLine {
  private readonly line: StatusLine;

  constructor(json: boolean) {
    this.line = new StatusLine(json);
  }

  show(progress: WorkProgress): void {
    if (progress.total > 0) this.line.show(progress, () => describe(progress));
  }

  /** Leaves the line, so that what follows begins on one of its own. */
  close(): void {
    this.line.close();
  }
}

function describe({ done, total, failed, realTimeRate, secondsLeft, current }: WorkProgress): string {
  const parts = [`${done}/${total} files`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (realTimeRate !== null) parts.push(`${Math.round(realTimeRate)} x real time`);
  if (secondsLeft !== null) parts.push(`${clock(secondsLeft)} left`);
  if (current.length > 0) parts.push(current.map(terminalText).join(', '));
  return `${shareBar(done / total)} ${parts.join(', ')}`;
}
