import { mean } from '@/ml/statistics/mean';

/** What is remembered, in frames that were shown: some ten seconds. */
const most = 240;

/** How well picture and music went together. */
export interface SyncReading {
  /** How far the music was behind the picture at the frames shown last, on the whole, in milliseconds. */
  behindMilliseconds: number;
  /** How often music was moved since the bench was opened. */
  corrections: number;
}

/** How far the music was behind the picture at every frame that was shown since it was last moved, oldest first. */
export class SyncMeter {
  private behind: number[] = [];
  private moved = 0;

  get behindSeconds(): readonly number[] {
    return this.behind;
  }

  /** The mean, whose scatter by the drawing of the screen is small; null before a few frames were shown. */
  get reading(): SyncReading | null {
    if (this.behind.length < 5) return null;
    return { behindMilliseconds: 1000 * mean(this.behind), corrections: this.moved };
  }

  add(behindSeconds: number): void {
    this.behind.push(behindSeconds);
    if (this.behind.length > most) this.behind.shift();
  }

  /** Music was moved to where it belongs. */
  correct(): void {
    this.moved += 1;
    this.behind = [];
  }

  /** The film stopped or jumped. */
  restart(): void {
    this.behind = [];
  }
}
