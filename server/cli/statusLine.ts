/** How often a line is written where it cannot be overwritten (a log file), milliseconds. */
const logIntervalMs = 10_000;

const barWidth = 24;

/**
 * Shows how far work has come on standard error: a line that is overwritten on a terminal, a line now and then in a log,
 * or, with --json, one JSON object a line.
 */
export class StatusLine {
  private lastMs = 0;
  private open = false;

  constructor(private readonly json: boolean) {}

  /** @param text for people, made only where it is shown; what came from a file has gone through terminalText */
  show(document: object, text: () => string): void {
    const terminal = process.stderr.isTTY && !this.json;
    if (!terminal && Date.now() - this.lastMs < (this.json ? 1000 : logIntervalMs)) return;
    this.lastMs = Date.now();
    if (this.json) {
      process.stderr.write(`${JSON.stringify({ event: 'progress', ...document })}\n`);
    } else if (terminal) {
      const width = process.stderr.columns || 80;
      process.stderr.write(`\r\u001b[2K${text().slice(0, width - 1)}`);
      this.open = true;
    } else {
      process.stderr.write(`${text()}\n`);
    }
  }

  /** Leaves the line, so that what follows begins on one of its own. */
  close(): void {
    if (this.open) process.stderr.write('\n');
    this.open = false;
  }
}

/** A bar that is filled by a share of 0 to 1. */
export function shareBar(share: number): string {
  const filled = Math.round(share * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
}
