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
}

/** Emotion curves in memory that threads share, with a table by which the kernel finds them. */
export class CurveMemory {
  readonly memory = new SharedMemory();
  private readonly curves = new Map<number, StoredCurve>();
  private readonly freePlaces: number[] = [];
  private usedPlaces = 0;
  private tablePlaces = 0;
  private tableAddress = 0;
  private mostPoints = 0;

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

  has(trackId: number): boolean {
    return this.curves.has(trackId);
  }

  points(trackId: number): number {
    return this.curves.get(trackId)!.points;
  }

  set(trackId: number, curve: EmotionCurve): void {
    this.delete(trackId);
    const stored = { place: this.takePlace(), ...this.store(curve) };
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
    this.freePlaces.push(stored.place);
    this.memory.giveBack(stored.address, stored.bytes);
  }

  /** Where in the table these tracks stand, as far as there are such, or all. */
  places(among: TrackSet | undefined): Uint32Array {
    const places = new Uint32Array(among?.size ?? this.curves.size);
    let count = 0;
    if (!among) for (const { place } of this.curves.values()) places[count++] = place;
    for (const trackId of among ?? []) {
      const stored = this.curves.get(trackId);
      if (stored) places[count++] = stored.place;
    }
    return places.subarray(0, count);
  }

  /** Points `start` to `end` (exclusive) of a curve, as they were given. */
  stretch(trackId: number, { start, end }: { start: number; end: number }): EmotionCurve {
    const { address, points, packed } = this.curves.get(trackId)!;
    const read = (from: number) =>
      packed
        ? Float32Array.from(this.memory.shorts(from + 2 * start, end - start), (value) => value / steps)
        : this.memory.singles(from + 4 * start, end - start).slice();
    return { valence: read(address), arousal: read(address + pitchOf(points, packed)) };
  }

  private store({ valence, arousal }: EmotionCurve): Omit<StoredCurve, 'place'> {
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
