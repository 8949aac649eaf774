import { correctionOf } from './correction';
import type { ShownFrame } from './filmDrive';
import { pieceCalls, stretchAt, type MusicStretch } from './musicPlan';
import { leadSeconds, MusicRun, type ClockTie } from './musicRun';
import { pieceKey, type Piece } from './pieces';
import { PieceStore } from './pieceStore';
import { tieOf } from './tieOf';
import { SyncMeter, type SyncReading } from './syncMeter';
import type { ClockListener, TransportStore } from './transportStore';

/** Put onto the clock ahead of time, in seconds: a page in the background wakes only once a second. */
const aheadSeconds = 3;
/** Fetched ahead of time, in seconds. */
const fetchSeconds = 25;
/** The music that comes next is fetched though it is far: somebody may go there at once. */
const nextSeconds = 1;
const tickMilliseconds = 200;
const scrubSeconds = 0.08;
/** What is told of the sync, at most that often. */
const tellMilliseconds = 500;

/** How the music stands at the playhead. */
export type MusicState =
  | { state: 'none' | 'loading' | 'ready' }
  | { state: 'silent'; speed: number }
  | { state: 'failed'; reason: string };

/** What is shown of the music. */
export interface MusicReport {
  music: MusicState;
  /** null while nothing is measured. */
  sync: SyncReading | null;
}

const quiet: MusicReport = { music: { state: 'none' }, sync: null };

/** Plays the music of cues in time with a transport. */
export class CueMusic implements ClockListener {
  private stretches: readonly MusicStretch[] = [];
  private run: MusicRun | null = null;
  /** The frame that was shown last before there is a run. */
  private seen: ClockTie | null = null;
  private tries = 0;
  /** What was heard of the last scrub. */
  private moment: MusicRun | null = null;
  private readonly meter = new SyncMeter();
  private readonly pieces = new PieceStore(() => this.update());
  private report = quiet;
  private readonly watchers = new Set<() => void>();
  private lastTold = 0;

  constructor(private readonly transport: TransportStore) {}

  /** Begins to follow the transport; returns what ends it. */
  readonly begin = (): (() => void) => {
    const leave = this.transport.follow(this);
    const unwatch = this.transport.subscribe(() => this.update());
    const timer = setInterval(() => this.update(), tickMilliseconds);
    return () => {
      leave();
      unwatch();
      clearInterval(timer);
      this.onBreak();
      this.pieces.close();
    };
  };

  readonly getReport = (): MusicReport => this.report;
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Other music, or at another level, from now on. */
  readonly setStretches = (stretches: readonly MusicStretch[]): void => {
    // Most edits of a project change nothing of its music.
    if (JSON.stringify(stretches) === JSON.stringify(this.stretches)) return;
    this.stretches = stretches;
    if (this.run) this.runBy(this.run.tie);
    this.update();
  };

  readonly onShown = ({ filmSeconds, atMilliseconds }: ShownFrame, speed: number): void => {
    const { sound } = this.transport;
    const heardSeconds = sound.heardSecondsAt(atMilliseconds);
    if (heardSeconds === null || speed !== 1) return;
    if (!this.run) {
      this.startBy({ filmSeconds, contextSeconds: heardSeconds });
      return;
    }
    this.meter.add(filmSeconds - this.run.filmSecondsAt(heardSeconds));
    const moveSeconds = correctionOf(this.meter.behindSeconds);
    if (moveSeconds === 0) return;
    const { tie } = this.run;
    this.runBy({ ...tie, filmSeconds: tie.filmSeconds + moveSeconds });
    this.meter.correct();
  };

  readonly onBreak = (): void => {
    this.run?.stop();
    this.run = null;
    this.seen = null;
    this.tries = 0;
    this.meter.restart();
  };

  readonly onScrub = (filmSeconds: number): void => {
    const { sound } = this.transport;
    void sound.open().then(
      () => this.playMoment(filmSeconds),
      // Where the browser has no sound, a scrub is silent.
      () => undefined,
    );
  };

  private playMoment(filmSeconds: number): void {
    const { output } = this.transport.sound;
    if (!output || this.transport.getState().isPlaying) return;
    this.moment?.stop();
    const tie = { filmSeconds, contextSeconds: output.context.currentTime + leadSeconds };
    this.moment = new MusicRun(output, tie, { stretches: this.stretches, pieces: this.pieces });
    this.moment.playUntil(filmSeconds + scrubSeconds);
    this.moment.stop(scrubSeconds);
  }

  private startBy(now: ClockTie): void {
    const tie = this.seen && tieOf(this.seen, now, this.tries++);
    this.seen = now;
    if (!tie) return;
    this.moment?.stop();
    this.pieces.retry();
    this.runBy(tie);
  }

  private runBy(tie: ClockTie): void {
    const { output } = this.transport.sound;
    if (!output) return;
    this.run?.stop();
    this.run = new MusicRun(output, tie, { stretches: this.stretches, pieces: this.pieces });
    this.update();
  }

  /** Puts onto the clock what has arrived, fetches what comes, and tells how it stands. */
  private update(): void {
    const filmSeconds = this.transport.getFilmSeconds();
    this.run?.playUntil(filmSeconds + aheadSeconds);
    this.pieces.want(this.piecesFrom(filmSeconds));
    this.tell({ music: this.stateAt(filmSeconds), sync: this.meter.reading });
  }

  /** What is needed soon, then the beginning of the music that follows. */
  private piecesFrom(filmSeconds: number): Piece[] {
    const next = this.stretches.find(({ from }) => from > filmSeconds);
    const calls = [
      ...this.stretches.flatMap((stretch) => pieceCalls(stretch, filmSeconds, filmSeconds + fetchSeconds)),
      ...(next ? pieceCalls(next, next.from, next.from + nextSeconds) : []),
    ];
    return [...new Map(calls.map((call) => [pieceKey(call), call])).values()];
  }

  private stateAt(filmSeconds: number): MusicState {
    const stretch = stretchAt(this.stretches, filmSeconds);
    if (!stretch) return { state: 'none' };
    const { isPlaying, speed } = this.transport.getState();
    if (isPlaying && speed !== 1) return { state: 'silent', speed };
    const [call] = pieceCalls(stretch, filmSeconds, filmSeconds + scrubSeconds);
    const piece = call ? this.pieces.stateOf(call) : null;
    if (piece?.state === 'failed') return piece;
    return { state: stretch.gain === null || piece?.state !== 'here' ? 'loading' : 'ready' };
  }

  private tell(report: MusicReport): void {
    const isOld = performance.now() - this.lastTold > tellMilliseconds;
    const isSame = JSON.stringify(report.music) === JSON.stringify(this.report.music);
    if (isSame && (!isOld || sameSync(report.sync, this.report.sync))) return;
    this.lastTold = performance.now();
    this.report = report;
    for (const watcher of this.watchers) watcher();
  }
}

const sameSync = (a: SyncReading | null, b: SyncReading | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    Math.round(a.behindMilliseconds) === Math.round(b.behindMilliseconds) &&
    a.corrections === b.corrections);
