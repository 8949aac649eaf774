import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { sameRate } from '@/ml/timeCode/frameRate';
import {
  frameWithin,
  lastFrame,
  type DriveEvents,
  type FilmDrive,
  type FilmTiming,
  type ShownFrame,
} from './filmDrive';
import { PictureDrive } from './pictureDrive';
import { shuttleSpeed } from './shuttleSpeed';
import { SoundGraph } from './soundGraph';
import { rememberedLevels, rememberLevels, type SoundLevels } from './soundLevels';
import { TimeDrive } from './timeDrive';
import type { Transport, TransportState } from './transport';

/** Told of the film's time as it is needed to play along. */
export interface ClockListener {
  /** A frame came on the screen while the film plays. */
  onShown: (shown: ShownFrame, speed: number) => void;
  /** The film no longer plays, jumps, or waits for its file. */
  onBreak: () => void;
  onScrub: (filmSeconds: number) => void;
}

const noTiming: FilmTiming = { rate: { numerator: 24, denominator: 1 }, lengthFrames: 1 };

/** The transport of a bench. Touches the browser's sound and pictures only once it is asked to. */
export class TransportStore implements Transport {
  readonly sound = new SoundGraph();
  private state: TransportState = { frame: 0, isPlaying: false, speed: 1 };
  private levels: SoundLevels | null = null;
  private timing = noTiming;
  private video: HTMLVideoElement | null = null;
  private drive: FilmDrive | null = null;
  private readonly watchers = new Set<() => void>();
  private readonly clockListeners = new Set<ClockListener>();
  private telling = 0;

  readonly getState = (): TransportState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Follows the film's time; returns what ends it. */
  readonly follow = (listener: ClockListener): (() => void) => {
    this.clockListeners.add(listener);
    return () => this.clockListeners.delete(listener);
  };

  /** When the frame that is shown begins in the film. */
  readonly getFilmSeconds = (): number => secondsOf(this.state.frame, this.timing.rate);

  readonly play = (): void => {
    if (this.state.frame >= lastFrame(this.timing)) this.seek(0);
    this.run(1);
  };

  readonly pause = (): void => {
    if (!this.state.isPlaying) return;
    this.drive?.halt();
    this.stopped();
  };

  readonly seek = (frame: number, { isScrub = false }: { isScrub?: boolean } = {}): void => {
    const target = frameWithin(Math.round(frame), this.timing);
    this.usedDrive().seek(target);
    this.show({ frame: target });
    if (!isScrub || this.state.isPlaying) return;
    for (const { onScrub } of this.clockListeners) onScrub(secondsOf(target, this.timing.rate));
  };

  readonly step = (frames: number): void => {
    this.pause();
    this.seek(this.state.frame + frames);
  };

  readonly shuttle = (direction: -1 | 1): void => this.run(shuttleSpeed(this.state, direction));

  readonly attachPicture = (video: HTMLVideoElement | null): (() => void) | undefined => {
    if (!video) return undefined;
    this.changeVideo(video);
    return () => this.changeVideo(null);
  };

  readonly setTiming = (timing: FilmTiming): void => {
    const { rate, lengthFrames } = this.timing;
    if (sameRate(timing.rate, rate) && timing.lengthFrames === lengthFrames) return;
    this.timing = timing;
    this.changeVideo(this.video);
  };

  readonly getLevels = (): SoundLevels => (this.levels ??= rememberedLevels());

  readonly setLevels = (change: Partial<SoundLevels>): void => {
    this.levels = { ...this.getLevels(), ...change };
    rememberLevels(this.levels);
    this.applyLevels();
    this.tell();
  };

  /** Lets go of sound and picture; it can be used again all the same. */
  readonly close = (): void => {
    this.pause();
    this.drive?.release();
    this.drive = null;
    this.sound.close();
  };

  private run(speed: number): void {
    // Here, within a person's gesture, the browser lets sound begin; where it has none, the film goes on without.
    this.sound.open().catch(() => undefined);
    this.applyLevels();
    this.usedDrive().run(speed);
    this.show({ isPlaying: true, speed });
  }

  private changeVideo(video: HTMLVideoElement | null): void {
    this.pause();
    this.drive?.release();
    this.video = video;
    this.drive = null;
    this.applyLevels();
    const frame = frameWithin(this.state.frame, this.timing);
    if (video && frame > 0) this.usedDrive().seek(frame);
    else if (video) this.usedDrive();
    this.show({ frame });
  }

  private usedDrive(): FilmDrive {
    if (this.drive) return this.drive;
    const events: DriveEvents = {
      onShown: (shown) => this.shown(shown),
      onStop: () => this.pause(),
      onBreak: () => this.broken(),
    };
    this.drive = this.video
      ? new PictureDrive(this.video, this.timing, events)
      : new TimeDrive(this.sound, this.timing, events);
    if (!this.video) this.drive.seek(this.state.frame);
    return this.drive;
  }

  private shown(shown: ShownFrame): void {
    this.show({ frame: shown.frame });
    if (!this.state.isPlaying) return;
    for (const { onShown } of this.clockListeners) onShown(shown, this.state.speed);
  }

  private stopped(): void {
    this.broken();
    this.show({ isPlaying: false, speed: 1 });
  }

  private broken(): void {
    for (const { onBreak } of this.clockListeners) onBreak();
  }

  private applyLevels(): void {
    const { film, music } = this.getLevels();
    if (this.video) this.video.volume = film;
    this.sound.setLevel(music);
  }

  private show(change: Partial<TransportState>): void {
    const next = { ...this.state, ...change };
    const { frame, isPlaying, speed } = this.state;
    if (next.frame === frame && next.isPlaying === isPlaying && next.speed === speed) return;
    this.state = next;
    this.tell();
  }

  /** Tells all watchers at the next picture of the screen. */
  private tell(): void {
    if (this.telling !== 0) return;
    this.telling = requestAnimationFrame(() => {
      this.telling = 0;
      for (const watcher of this.watchers) watcher();
    });
  }
}
