import type { CanvasSink, EncodedPacketSink } from 'mediabunny';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { middleOf } from './frameTimes';
import { SeekingPicture } from './seekingPicture';

/** So many small pictures are kept; of 64 lines each is some 30 kB. */
const mostKept = 600;

/** Gives the picture of a moment, or of one near it, as small as wanted; null where there is none. */
interface PictureSource {
  pictureAt: (seconds: number, nearSeconds: number) => Promise<ImageBitmap | null>;
  close: () => void;
}

/** Small pictures of a film's frames, made one after the other as they are asked for. */
export class ThumbnailStore {
  private known: ReadonlyMap<number, ImageBitmap> = new Map();
  private wanted: readonly number[] = [];
  private source: Promise<PictureSource> | null = null;
  private isWorking = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly film: OpenedFilm,
    private readonly heightPixels: number,
  ) {}

  getKnown = (): ReadonlyMap<number, ImageBitmap> => this.known;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Makes these from now on, in this order, and no others. */
  want(frames: readonly number[]): void {
    this.wanted = frames;
    if (!this.isWorking) void this.work();
  }

  /** Gives back the decoder; what is known stays. */
  close(): void {
    this.wanted = [];
    void this.source?.then(
      (source) => source.close(),
      () => undefined,
    );
    this.source = null;
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    const failed = new Set<number>();
    try {
      for (let frame = this.next(failed); frame !== undefined; frame = this.next(failed)) {
        const picture = await this.pictureOf(frame);
        if (picture) this.keep(frame, picture);
        else failed.add(frame);
      }
    } finally {
      this.isWorking = false;
    }
  }

  private next(failed: ReadonlySet<number>): number | undefined {
    return this.wanted.find((frame) => !this.known.has(frame) && !failed.has(frame));
  }

  /** A frame near enough that no other thumbnail is meant: a fourth of the way to the next. */
  private async pictureOf(frame: number): Promise<ImageBitmap | null> {
    this.source ??= openSource(this.film, this.heightPixels);
    const [first, second = Infinity] = this.wanted;
    const apart = Number.isFinite(second) ? Math.abs(second - first) / 4 : 0;
    const near = middleOf(apart, this.film) - middleOf(0, this.film);
    try {
      return await (await this.source).pictureAt(middleOf(frame, this.film), near);
    } catch {
      // A broken stretch has no pictures; the others of the film have theirs.
      return null;
    }
  }

  private keep(frame: number, picture: ImageBitmap): void {
    const known = new Map(this.known).set(frame, picture);
    for (const old of known.keys()) {
      if (known.size <= mostKept) break;
      if (!this.wanted.includes(old)) known.delete(old);
    }
    this.known = known;
    for (const listener of this.listeners) listener();
  }
}

/** By a decoder where the browser has one for this film, else by a video element. */
async function openSource(film: OpenedFilm, heightPixels: number): Promise<PictureSource> {
  const { ALL_FORMATS, BlobSource, CanvasSink, EncodedPacketSink, Input } = await import('mediabunny');
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(film.file) });
  const track = await input.getPrimaryVideoTrack();
  if (track && (await track.canDecode())) {
    const canvases = new CanvasSink(track, { height: heightPixels, poolSize: 1 });
    const packets = new EncodedPacketSink(track);
    return {
      pictureAt: async (seconds, near) => decodedPicture(canvases, await keyNear(packets, seconds, near)),
      close: () => input.dispose(),
    };
  }
  input.dispose();
  if (!film.isPictureShown) return { pictureAt: () => Promise.resolve(null), close: () => undefined };
  const picture = new SeekingPicture(film.url);
  return {
    pictureAt: async (seconds) =>
      createImageBitmap(await picture.at(seconds), { resizeHeight: heightPixels, resizeQuality: 'medium' }),
    close: () => picture.close(),
  };
}

async function decodedPicture(canvases: CanvasSink, seconds: number): Promise<ImageBitmap | null> {
  const wrapped = await canvases.getCanvas(seconds);
  return wrapped && createImageBitmap(wrapped.canvas);
}

/** A key frame near a moment, if there is one: it is decoded alone, where others need all since the key frame before. */
async function keyNear(packets: EncodedPacketSink, seconds: number, near: number): Promise<number> {
  if (near === 0) return seconds;
  const options = { metadataOnly: true };
  const before = await packets.getKeyPacket(seconds, options);
  if (!before) return seconds;
  if (seconds - before.timestamp <= near) return before.timestamp;
  const after = await packets.getNextKeyPacket(before, options);
  return after && after.timestamp - seconds <= near ? after.timestamp : seconds;
}
