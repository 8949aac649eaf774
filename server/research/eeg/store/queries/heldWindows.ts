import type { StoredWindows } from '../recordings/storedWindows';
import { storedWindows } from '../recordings/storedWindows';
import type { RecordingRow } from '../recordings/ownedRecording';
import { windowsAtSites } from '../sets/windowsAtSites';

/** Numbers that are held at most, four bytes each. */
const mostNumbers = 64e6;

/** Measured windows that were asked for lately, at the sites of a model. */
export class HeldWindows {
  private readonly held = new Map<string, StoredWindows>();

  constructor(private readonly dataDirectory: string) {}

  /** The windows of a recording at some sites. Throws AppError as `storedWindows` and `windowsAtSites`. */
  async get(recording: RecordingRow, sites: readonly string[]): Promise<StoredWindows> {
    const key = `${recording.studyId} ${recording.windows} ${sites.join(' ')}`;
    const windows =
      this.held.get(key) ?? windowsAtSites(await storedWindows(this.dataDirectory, recording), sites);
    this.held.delete(key);
    this.held.set(key, windows);
    this.letGo();
    return windows;
  }

  /** The latest stay, be it ever so large. */
  private letGo(): void {
    let numbers = [...this.held.values()].reduce((sum, { values }) => sum + values.length, 0);
    for (const [key, { values }] of this.held) {
      if (numbers <= mostNumbers || this.held.size === 1) return;
      this.held.delete(key);
      numbers -= values.length;
    }
  }
}
