import { soundRateHz } from './pieces';

/**
 * The sound output of the bench, opened at a person's first wish to hear. Music goes through `music`. The film's own sound
 * stays with its element: browsers show frames when the sound of that output is heard, whatever its delay, which they do
 * not for sound that is led through an AudioContext.
 */
export class SoundGraph {
  private context: AudioContext | null = null;
  private gain: GainNode | null = null;
  private level = 1;

  /** Opens the output, or wakes it. Rejects where the browser has none. */
  async open(): Promise<void> {
    if (!this.context) {
      // Pieces of tracks have this rate, too: nothing is resampled where they meet.
      this.context = new AudioContext({ latencyHint: 'interactive', sampleRate: soundRateHz });
      this.gain = this.context.createGain();
      this.gain.gain.value = this.level;
      this.gain.connect(this.context.destination);
    }
    if (this.context.state !== 'running') await this.context.resume();
  }

  /** Where music goes, and its clock; null while nothing is open. */
  get output(): { context: AudioContext; music: GainNode } | null {
    return this.context && this.gain ? { context: this.context, music: this.gain } : null;
  }

  /**
   * Which time of the output's clock is heard at a time of performance.now(), the delay of the device counted in; null
   * while nothing runs.
   */
  heardSecondsAt(milliseconds: number): number | null {
    const { context } = this;
    if (context?.state !== 'running') return null;
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    if (performanceTime > 0) return contextTime + (milliseconds - performanceTime) / 1000;
    return context.currentTime - (context.outputLatency || 0) + (milliseconds - performance.now()) / 1000;
  }

  /** Sets how loud music is, 0..1, gliding so that it is not heard as a click. */
  setLevel(level: number): void {
    this.level = level;
    if (this.context && this.gain) this.gain.gain.setTargetAtTime(level, this.context.currentTime, 0.02);
  }

  /** Closes the output; the next `open` has a new one. */
  close(): void {
    void this.context?.close();
    this.context = this.gain = null;
  }
}
