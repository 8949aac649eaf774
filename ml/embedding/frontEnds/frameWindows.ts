import type { SoundWindow } from './soundWindow';

interface FrameWindowsOptions {
  /** Frames of a window. */
  frames: number;
  /** Frames from one window to the next. */
  hopFrames: number;
  bands: number;
  /** What every band is in silence. */
  silence: number;
}

/**
 * Gathers frames into windows of a fixed number of frames. Frames at the end that fill no window are left out; only
 * where they are all there is, silence fills the window up, so that any sound has one.
 */
export class FrameWindows {
  private held: { values: Float32Array; power: number }[] = [];
  private given = 0;

  constructor(private readonly options: FrameWindowsOptions) {}

  /** The next frame, [bands], which is kept, with its power; the window that it completes, if it does. */
  push(values: Float32Array, power: number): SoundWindow[] {
    this.held.push({ values, power });
    if (this.held.length < this.options.frames) return [];
    const window = this.window();
    this.held = this.held.slice(this.options.hopFrames);
    return [window];
  }

  /** The one window of a sound that is shorter than a window. */
  flush(): SoundWindow[] {
    return this.given === 0 && this.held.length > 0 ? [this.window()] : [];
  }

  private window(): SoundWindow {
    const { frames, bands, silence } = this.options;
    const values = new Float32Array(frames * bands).fill(silence);
    this.held.forEach((frame, i) => values.set(frame.values, i * bands));
    this.given += 1;
    const total = this.held.reduce((sum, { power }) => sum + power, 0);
    return { values, power: total / frames };
  }
}
