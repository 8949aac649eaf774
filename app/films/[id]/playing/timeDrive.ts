import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { rateHz } from '@/ml/timeCode/frameRate';
import { frameWithin, lastFrame, type DriveEvents, type FilmDrive, type FilmTiming } from './filmDrive';
import type { SoundGraph } from './soundGraph';

/** A film without a picture: its time is that of the sound output, so that music can never part from it. */
export class TimeDrive implements FilmDrive {
  private frame = 0;
  private speed = 0;
  /** Where the film was at which second of the output, since it last began to run or jumped. */
  private origin: { filmSeconds: number; heardSeconds: number } | null = null;
  private request = 0;

  constructor(
    private readonly sound: SoundGraph,
    private readonly timing: FilmTiming,
    private readonly events: DriveEvents,
  ) {}

  seek(frame: number): void {
    this.frame = frameWithin(frame, this.timing);
    this.origin = null;
    this.events.onBreak();
  }

  run(speed: number): void {
    this.speed = speed;
    this.origin = null;
    this.events.onBreak();
    cancelAnimationFrame(this.request);
    this.sound.open().then(
      () => this.go(),
      () => this.events.onStop(),
    );
  }

  halt(): void {
    this.speed = 0;
    cancelAnimationFrame(this.request);
  }

  release(): void {
    this.halt();
  }

  private readonly go = (): void => {
    if (this.speed === 0) return;
    cancelAnimationFrame(this.request);
    this.request = requestAnimationFrame(this.go);
    const now = performance.now();
    const heardSeconds = this.sound.heardSecondsAt(now);
    if (heardSeconds === null) return;
    this.origin ??= { filmSeconds: secondsOf(this.frame, this.timing.rate), heardSeconds };
    const filmSeconds = this.origin.filmSeconds + this.speed * (heardSeconds - this.origin.heardSeconds);
    // A thousandth of a frame is rounding: a frame begins with its own time.
    const reached = Math.floor(filmSeconds * rateHz(this.timing.rate) + 1e-3);
    this.frame = frameWithin(reached, this.timing);
    this.events.onShown({ frame: this.frame, filmSeconds, atMilliseconds: now });
    if (this.speed > 0 ? reached >= lastFrame(this.timing) : reached <= 0) this.events.onStop();
  };
}
