import { serverReach } from '../lostServer/serverReach';
import { rememberedHere, rememberHere } from '../rememberedHere';
import { levelGain } from './levelGain';
import { currentItem, emptyQueue, moveQueue, startQueue, type PlayItem, type PlayQueue } from './playQueue';
import { SoundOutput } from './soundOutput';
import { soundRemedy } from './soundRemedy';

/** What the player shows; replaced, never changed, so that React can compare. */
export interface PlayerState {
  item: PlayItem | null;
  playing: boolean;
  /** Wanted, but the sound has not arrived yet. */
  waiting: boolean;
  hasNext: boolean;
  hasPrevious: boolean;
  /** 0..1 */
  volume: number;
  /** Why the current track cannot be heard, in plain words. */
  error: string | null;
}

const volumeKey = 'circumplex.volume';
const silence: PlayerState = {
  item: null,
  playing: false,
  waiting: false,
  hasNext: false,
  hasPrevious: false,
  volume: 1,
  error: null,
};

const lostWords = 'The server does not answer: the music goes on when it is back.';

/** The one player of the page: a queue, an audio element, and those who watch it. Made in the browser only. */
export class PlayerStore {
  private state = silence;
  private position = 0;
  private queue: PlayQueue = emptyQueue;
  private readonly sound = new SoundOutput();
  /** Tracks that this browser could not play as they are, with the address under which they come converted. */
  private readonly converted = new Map<string, string>();
  private readonly watchers = new Set<() => void>();

  constructor() {
    const element = this.sound.element;
    const volume = Number(rememberedHere(volumeKey) ?? 1);
    this.setVolume(volume >= 0 && volume <= 1 ? volume : 1);
    element.addEventListener('playing', () => this.show({ playing: true, waiting: false, error: null }));
    element.addEventListener('waiting', () => this.show({ waiting: true }));
    element.addEventListener('stalled', () => void serverReach.check());
    element.addEventListener('pause', () => this.show({ playing: false, waiting: false }));
    element.addEventListener('timeupdate', () => this.follow());
    element.addEventListener('seeking', () => this.follow());
    element.addEventListener('ended', () => this.move(1) || this.show({ playing: false, waiting: false }));
    element.addEventListener('error', () => void this.fail());
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly getState = (): PlayerState => this.state;
  readonly getPosition = (): number => this.position;

  /** Plays a track or a section of it, and remembers the list it was chosen from for next and previous. */
  readonly play = (item: PlayItem, list?: readonly PlayItem[]): void => {
    this.load(startQueue(item, list));
  };

  readonly toggle = (): void => {
    if (!this.state.item) return;
    if (this.state.playing || this.state.waiting) this.pause();
    else this.resume();
  };

  readonly pause = (): void => this.sound.element.pause();

  /** Goes to a time of the current track, in seconds; going past a section's end means to hear on. */
  readonly seek = (seconds: number): void => {
    const { item } = this.state;
    if (!item) return;
    const target = Math.min(Math.max(0, seconds), item.durationSeconds);
    if (item.endSeconds !== undefined && target >= item.endSeconds) this.forgetEnd();
    this.sound.element.currentTime = target;
  };

  readonly seekBy = (seconds: number): void => this.seek(this.position + seconds);
  readonly next = (): boolean => this.move(1);

  /** Back to the start of what is playing, or, within its first three seconds, to the track before. */
  readonly previous = (): void => {
    const start = this.state.item?.startSeconds ?? 0;
    if (this.position - start > 3 || !this.move(-1)) this.seek(start);
  };

  readonly setVolume = (volume: number): void => {
    this.sound.element.volume = volume;
    rememberHere(volumeKey, String(volume));
    this.show({ volume });
  };

  /** Tells the highest sample of a track once it is known, so that a quiet track can be lifted. */
  readonly setPeak = (trackId: number, samplePeakDb: number | null): void => {
    const { item } = this.state;
    if (item?.trackId === trackId) this.sound.setLevel(levelGain(item.loudnessLufs, samplePeakDb));
  };

  private load(queue: PlayQueue): void {
    const item = currentItem(queue);
    if (!item) return;
    this.queue = queue;
    this.position = item.startSeconds ?? 0;
    const address = item.sound?.address ?? `/api/audio/${item.trackId}`;
    const source = this.converted.get(address) ?? address;
    if (this.sound.element.getAttribute('src') !== source || this.state.error) this.open(source);
    else this.sound.element.currentTime = this.position;
    this.sound.setLevel(levelGain(item.loudnessLufs, null));
    this.show({
      item,
      error: null,
      hasNext: moveQueue(queue, 1) !== null,
      hasPrevious: moveQueue(queue, -1) !== null,
    });
    this.resume();
  }

  /** Asks for a sound, to begin where the player is. */
  private open(source: string): void {
    const at = this.position;
    this.sound.element.src = source;
    this.sound.element.currentTime = at;
  }

  private resume(): void {
    const { item } = this.state;
    if (this.sound.element.error) this.open(this.sound.element.getAttribute('src') ?? '');
    if (item?.endSeconds !== undefined && this.position >= item.endSeconds) this.forgetEnd();
    this.show({ waiting: true });
    this.sound.play().then(
      () => this.watchEnd(),
      (reason: unknown) => {
        const gone = reason instanceof DOMException && reason.name === 'AbortError';
        if (!gone && !this.sound.element.error)
          this.show({
            playing: false,
            waiting: false,
            error: 'The browser did not allow sound: press play once more.',
          });
      },
    );
  }

  private move(by: number): boolean {
    const moved = moveQueue(this.queue, by);
    if (moved) this.load(moved);
    return moved !== null;
  }

  /** The browser gave up: waits for a server that is lost, has a file converted that it cannot play, or says why. */
  private async fail(): Promise<void> {
    const { item, playing, waiting } = this.state;
    const source = this.sound.element.getAttribute('src');
    if (!item || !source) return;
    const { position } = this;
    const code = this.sound.element.error?.code;
    this.show({ playing: false });
    const remedy = await soundRemedy({ code, source, title: item.title, position });
    const isStill = () =>
      this.sound.element.error !== null && this.sound.element.getAttribute('src') === source;
    if (!isStill()) return;
    if (remedy.kind === 'wait') {
      this.show({ waiting: false, error: lostWords });
      await serverReach.untilBack();
      if (isStill()) this.goOn(source, playing || waiting);
    } else if (remedy.kind === 'convert') {
      this.converted.set(source, remedy.source);
      this.goOn(remedy.source, playing || waiting);
    } else this.show({ waiting: false, error: remedy.words });
  }

  private goOn(source: string, isWanted: boolean): void {
    this.open(source);
    this.show({ error: null, waiting: false });
    if (isWanted) this.resume();
  }

  private follow(): void {
    this.position = this.sound.element.currentTime;
    this.stopAtEnd();
    this.tell();
  }

  /** The element reports its time four times a second; a section's end is met at the screen's rate. */
  private watchEnd(): void {
    if (this.state.item?.endSeconds === undefined || this.sound.element.paused) return;
    this.stopAtEnd();
    requestAnimationFrame(() => this.watchEnd());
  }

  private stopAtEnd(): void {
    const end = this.state.item?.endSeconds;
    if (end !== undefined && this.sound.element.currentTime >= end) this.sound.element.pause();
  }

  private forgetEnd(): void {
    const { item } = this.state;
    if (item) this.show({ item: { ...item, endSeconds: undefined } });
  }

  private show(change: Partial<PlayerState>): void {
    this.state = { ...this.state, ...change };
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

export const stateBeforeHydration = silence;
