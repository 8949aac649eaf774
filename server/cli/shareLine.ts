import { shareBar, StatusLine } from './statusLine';
import { terminalText } from './terminalText';

/** Shows the share of work that is done and what is being done, as StatusLine does. */
export class ShareLine {
  private readonly line: StatusLine;

  constructor(json: boolean) {
    this.line = new StatusLine(json);
  }

  /** @param share 0..1 */
  show(share: number, current: string): void {
    const text = () => `${shareBar(share)} ${Math.floor(100 * share)} %, ${terminalText(current)}`;
    this.line.show({ share, current }, text);
  }

  /** Leaves the line, so that what follows begins on one of its own. */
  close(): void {
    this.line.close();
  }
}
