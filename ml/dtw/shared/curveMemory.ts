import { type EmotionCurve } from '../../affect/emotionCurve';
import { type TrackSet } from '../../trackSet';
import { SharedMemory } from './sharedMemory';

/** Curves that come from storage are whole numbers of 1/32767, and take half the memory. */
const steps = 32767;

const alignment = 16;
/** A track's entry in the table: address, points, whether packed, and from byte 16 on its id (f64). */
const entryBytes = 24;
const idFrom = 16;
const leastPlaces = 1024;

interface StoredCurve {
  /** Which entry of the table is the track's. */
  place: number;
  address: number;
  bytes: number;
  points: number;
  /** As whole steps (i16), where that loses nothing; else as numbers (f32). */
  packed: boolean;
  /** The version from which on it is the track's. */
  since: number;
}

/** A curve that is no more the track's, from a version on, and is kept for those who hold an earlier one. */
interface FormerCurve extends StoredCurve {
  trackId: number;
  until: number;
}

/**
 * Emotion curves in memory that threads share, with a table by which the kernel finds them. Each change makes a new
 * version. While somebody holds a version, all curves that were there then stay where they are.
 */
export class CurveMemory {
  readonly memory = new SharedMemory();
  private readonly curves = new Map<number, StoredCurve>();
  private readonly freePlaces: number[] = [];
  private usedPlaces = 0;
  private tablePlaces = 0;
  private tableAddress = 0;
  private mostPoints = 0;
  private version = 0;
  private readonly held: number[] = [];
  private former: FormerCurve[] = [];

  get size(): number {
    return this.curves.size;
  }

  /** Address of the table. */
  get table(): number {
    return this.tableAddress;
  }

  /** Points that no curve exceeds. */
  get longest(): number {
    return this.mostPoints;
  }

  /** Holds the curves as they are now, until the version that is returned is let go. */
  hold(): number {
    this.held.push(this.version);
    return this.version;
  }

  letGo(version: number): void {
    this.held.splice(this.held.indexOf(version), 1);
    const oldest = Math.min(...this.held);
    for (const curve of this.former) if (curve.until <= oldest) this.free(curve);
    this.former = this.former.filter(({ until }) => until > oldest);
  }

  has(trackId: number): boolean {
    return this.curves.has(trackId);
  }

  points(trackId: number, version = this.version): number {
    return this.storedAt(trackId, version).points;
  }

  set(trackId: number, curve: EmotionCurve): void {
    this.delete(trackId);
    const stored = { place: this.takePlace(), since: ++this.version, ...this.store(curve) };
    this.curves.set(trackId, stored);
    this.mostPoints = Math.max(this.mostPoints, stored.points);
    const entry = this.tableAddress + stored.place * entryBytes;
    this.memory.integers(entry, 3).set([stored.address, stored.points, stored.packed ? 1 : 0]);
    this.memory.doubles(entry + idFrom, 1)[0] = trackId;
  }

  delete(trackId: number): void {
    const stored = this.curves.get(trackId);
    if (!stored) return;
    this.curves.delete(trackId);
    const until = ++this.version;
    if (this.held.length === 0) this.free(stored);
    else this.former.push({ ...stored, trackId, until });
  }

  /** Where in the table these tracks stand, as far as there are such, or all; as it was in a version that is held. */
  places(among: TrackSet | undefined, version = this.version): Uint32Array {
    const former = new Map(
      this.former.filter((curve) => wasThere(curve, version)).map(({ trackId, place }) => [trackId, place]),
    );
    const places = new Uint32Array(among?.size ?? this.curves.size + former.size);
    let count = 0;
    if (!among) {
      for (const { place, since } of this.curves.values()) if (since <= version) places[count++] = place;
      for (const place of former.values()) places[count++] = place;
    }
    for (const trackId of among ?? []) {
      const stored = this.curves.get(trackId);
      const place = stored && stored.since <= version ? stored.place : former.get(trackId);
      if (place !== undefined) places[count++] = place;
    }
    return places.subarray(0, count);
  }

  /** Points `start` to `end` (exclusive) of a curve, as they were given; of a version that is held. */
  stretch(
    trackId: number,
    { start, end }: { start: number; end: number },
    version = this.version,
  ): EmotionCurve {
    const { address, points, packed } = this.storedAt(trackId, version);
    const read = (from: number) =>
      packed
        ? Float32Array.from(this.memory.shorts(from + 2 * start, end - start), (value) => value / steps)
        : this.memory.singles(from + 4 * start, end - start).slice();
    return { valence: read(address), arousal: read(address + pitchOf(points, packed)) };
  }

  private storedAt(trackId: number, version: number): StoredCurve {
    const stored = this.curves.get(trackId);
    if (stored && stored.since <= version) return stored;
    return this.former.find((curve) => curve.trackId === trackId && wasThere(curve, version))!;
  }

  private free({ place, address, bytes }: StoredCurve): void {
    this.freePlaces.push(place);
    this.memory.giveBack(address, bytes);
  }

  private store({ valence, arousal }: EmotionCurve): Omit<StoredCurve, 'place' | 'since'> {
    const points = valence.length;
    const [first, second] = [stepsOf(valence), stepsOf(arousal)];
    const packed = first !== undefined && second !== undefined;
    const pitch = pitchOf(points, packed);
    // Behind the last point a whole vector may be read.
    const bytes = 2 * pitch + alignment;
    const address = this.memory.take(bytes);
    if (packed) {
      this.memory.shorts(address, points).set(first);
      this.memory.shorts(address + pitch, points).set(second);
    } else {
      this.memory.singles(address, points).set(valence);
      this.memory.singles(address + pitch, points).set(arousal);
    }
    return { address, bytes, points, packed };
  }

  private takePlace(): number {
    const place = this.freePlaces.pop() ?? this.usedPlaces++;
    if (place >= this.tablePlaces) this.growTable();
    return place;
  }

  private growTable(): void {
    const [oldAddress, oldPlaces] = [this.tableAddress, this.tablePlaces];
    this.tablePlaces = Math.max(leastPlaces, 2 * oldPlaces);
    this.tableAddress = this.memory.take(entryBytes * this.tablePlaces);
    if (oldPlaces === 0) return;
    const words = (entryBytes * oldPlaces) / 4;
    this.memory.integers(this.tableAddress, words).set(this.memory.integers(oldAddress, words));
    this.memory.giveBack(oldAddress, entryBytes * oldPlaces);
  }
}

function wasThere({ since, until }: FormerCurve, version: number): boolean {
  return since <= version && version < until;
}

/** Bytes from one dimension to the next. */
function pitchOf(points: number, packed: boolean): number {
  return Math.ceil(((packed ? 2 : 4) * points) / alignment) * alignment;
}

/** Values as whole steps; undefined where one of them is none. A plain loop: a million curves are stored at a start. */
function stepsOf(values: Float32Array): Int16Array | undefined {
  const result = new Int16Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const step = Math.round(values[index] * steps);
    if (step > steps || step < -steps || Math.fround(step / steps) !== values[index]) return undefined;
    result[index] = step;
  }
  return result;
}
