import { rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { frameWithin, lastFrame, type DriveEvents, type FilmDrive, type FilmTiming } from './filmDrive';

/** Beyond this, browsers do not speed a film up. */
const fastest = 16;
/** Faster than this, the film's own sound is no help. */
const fastestHeard = 2;
/** A picture that has not come by then begins at 0, in milliseconds after its file was opened. */
const longestWaitMs = 500;

/**
 * A film by the element that shows it. Frames count from the first that is shown, whatever time its file gives that one,
 * as files with frames out of order may give more than 0.
 */
export class PictureDrive implements FilmDrive {
  /** When the first frame begins on the element's clock; null until it has been shown. */
  private firstSeconds: number | null = null;
  /** The frame that is looked for; null where the one wanted is shown. */
  private wanted: number | null = null;
  private speed = 0;
  private callback = 0;
  private request = 0;
  private readonly leaving = new AbortController();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly timing: FilmTiming,
    private readonly events: DriveEvents,
  ) {
    const listen = (name: string, listener: () => void) =>
      video.addEventListener(name, listener, { signal: this.leaving.signal });
    video.preload = 'auto';
    listen('emptied', () => this.forget());
    listen('loadeddata', () => setTimeout(() => this.begin(0), longestWaitMs));
    listen('seeking', () => events.onBreak());
    listen('waiting', () => events.onBreak());
    listen('seeked', () => this.arrive());
    listen('pause', () => this.speed > 0 && events.onStop());
    this.watch();
  }

  seek(frame: number): void {
    this.wanted = frameWithin(frame, this.timing);
    if (this.firstSeconds !== null && !this.video.seeking) this.goTo(this.wanted);
  }

  run(speed: number): void {
    cancelAnimationFrame(this.request);
    this.speed = speed;
    this.video.muted = speed < 0 || speed > fastestHeard;
    this.events.onBreak();
    if (speed < 0) this.runBackward();
    else this.runForward(speed);
  }

  halt(): void {
    cancelAnimationFrame(this.request);
    this.speed = 0;
    this.video.pause();
    this.video.playbackRate = 1;
  }

  release(): void {
    this.halt();
    this.leaving.abort();
    this.video.cancelVideoFrameCallback(this.callback);
  }

  private runForward(speed: number): void {
    this.video.playbackRate = Math.min(fastest, speed);
    this.video.play().catch(() => {
      // Also where a pause came first; then nothing runs any more.
      if (this.speed > 0) this.events.onStop();
    });
  }

  /** Browsers play backward only by looking for one frame after the other. */
  private runBackward(): void {
    this.video.pause();
    const begun = performance.now();
    const from = this.wanted ?? this.frameOf(this.video.currentTime, Math.floor);
    const back = () => {
      const frames = (this.speed * (performance.now() - begun) * rateHz(this.timing.rate)) / 1000;
      const frame = frameWithin(Math.round(from + frames), this.timing);
      this.seek(frame);
      if (frame === 0) this.events.onStop();
      else this.request = requestAnimationFrame(back);
    };
    this.request = requestAnimationFrame(back);
  }

  private watch(): void {
    this.callback = this.video.requestVideoFrameCallback((_, metadata) => {
      this.begin(metadata.mediaTime);
      this.show(metadata);
      this.watch();
    });
  }

  private show({ mediaTime, expectedDisplayTime }: VideoFrameCallbackMetadata): void {
    if (this.leaving.signal.aborted) return;
    const frame = frameWithin(this.frameOf(mediaTime, Math.round), this.timing);
    // On the way to a frame, those that are passed are not where the film is.
    if (this.wanted !== null && Math.abs(frame - this.wanted) > 1) return;
    const filmSeconds = mediaTime - (this.firstSeconds ?? 0);
    this.events.onShown({ frame, filmSeconds, atMilliseconds: expectedDisplayTime });
    if (this.speed > 0 && frame >= lastFrame(this.timing)) this.events.onStop();
  }

  private frameOf(mediaSeconds: number, whole: (frame: number) => number): number {
    return whole((mediaSeconds - (this.firstSeconds ?? 0)) * rateHz(this.timing.rate));
  }

  private goTo(frame: number): void {
    const middle = (this.firstSeconds ?? 0) + secondsOf(frame + 0.5, this.timing.rate);
    const lastMiddle = this.video.duration - secondsOf(0.5, this.timing.rate);
    this.video.currentTime = Math.min(middle, Number.isFinite(lastMiddle) ? lastMiddle : middle);
    this.sought = frame;
  }
  private sought: number | null = null;

  /** Where another frame was wanted meanwhile, that one is looked for now. */
  private arrive(): void {
    if (this.wanted !== null && this.wanted !== this.sought) this.goTo(this.wanted);
    else this.wanted = null;
  }

  private begin(firstSeconds: number): void {
    if (this.firstSeconds !== null || this.leaving.signal.aborted) return;
    this.firstSeconds = firstSeconds;
    if (this.wanted !== null) this.goTo(this.wanted);
  }

  /** Another file is coming. */
  private forget(): void {
    this.firstSeconds = null;
    this.events.onBreak();
  }
}
