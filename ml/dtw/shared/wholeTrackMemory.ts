import { type EmotionCurve } from '../../affect/emotionCurve';
import { plainShapeFloor, type ShapeFloor } from '../../affect/shape';
import { type TrackSet } from '../../trackSet';
import { kernelMemory } from './kernelModule';
import { wholeTrackPoints } from '../wholeTracks';

/** Functions that the kernel exports (assembly/wholeTracks.ts). */
export interface WholeTrackFunctions {
  work(phase: number, place: number): number;
  storeTrack(slot: number): void;
  readTrack(slot: number): void;
  trackIdOf(slot: number): number;
  maskOf(slot: number, filtered: boolean): number;
  boundOf(slot: number): number;
  packLanes(place: number): void;
  warpPacked(place: number, cutoff: number): number;
  scratchOf(place: number): number;
  matchesOf(place: number): number;
  seedsOf(place: number): number;
  heapBytes(limit: number): number;
  mostUnits(dimensions: number): number;
}

/** Numbers that it exports: addresses in its memory (assembly/parts/memory.ts) and the sizes that must be agreed on. */
type WholeTrackNumbers = Readonly<
  Record<
    | 'slotCountAddress'
    | 'dimensionsAddress'
    | 'firstPlaneAddress'
    | 'radiusAddress'
    | 'limitAddress'
    | 'seedLimitAddress'
    | 'filteredAddress'
    | 'heapsAddress'
    | 'laneScalesAddress'
    | 'laneUnitAddress'
    | 'laneMarginAddress'
    | 'scalesAddress'
    | 'boundCostsAddress'
    | 'cutoffAddress'
    | 'countsAddress'
    | 'floorsAddress'
    | 'blockTableAddress'
    | 'queryAddress'
    | 'laneQueryAddress'
    | 'boundCodesAddress'
    | 'stagingAddress'
    | 'firstFreeByte'
    | 'mostBlocks'
    | 'mostThreads'
    | 'segments'
    | 'blockBytes'
    | 'blockSlots'
    | 'groupSlots'
    | 'heapHeaderBytes'
    | 'waitingSlotsAt'
    | 'levelCodes'
    | 'shapeCodes',
    number
  >
>;

const pageBytes = 65536;
const alignment = 16;

/** A filter's tracks are looked up one by one where it lets fewer than one in so many through. */
const fewerInSet = 16;

/**
 * The kernel's memory: blocks of tracks, each added where memory then ends, so that nothing ever moves. A track has a
 * slot; that of a deleted one is used again.
 */
export class WholeTrackMemory {
  readonly shared = kernelMemory();
  readonly kernel: WholeTrackFunctions;
  readonly numbers: WholeTrackNumbers;
  private readonly slots = new Map<number, number>();
  private readonly freeSlots: number[] = [];
  private usedSlots = 0;
  private blocks = 0;
  private end: number;
  private heapsBytes = 0;

  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.shared } });
    this.kernel = exports as unknown as WholeTrackFunctions;
    this.numbers = Object.fromEntries(
      Object.entries(exports).flatMap(([name, value]) =>
        value instanceof WebAssembly.Global ? [[name, Number(value.value)]] : [],
      ),
    ) as WholeTrackNumbers;
    this.end = this.numbers.firstFreeByte;
    this.setFloor(plainShapeFloor);
  }

  /** Sets what shapes are stored by from now on; tells whether those that are stored must be stored anew. */
  setFloor({ valence, arousal }: ShapeFloor): boolean {
    const floors = this.doubles(this.numbers.floorsAddress, 2);
    if (floors[0] === valence && floors[1] === arousal) return false;
    floors.set([valence, arousal]);
    return this.size > 0;
  }

  /** Tracks that are there. */
  get size(): number {
    return this.slots.size;
  }

  /** Slots below which all tracks are. */
  get slotCount(): number {
    return this.usedSlots;
  }

  get blockCount(): number {
    return this.blocks;
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.end;
  }

  set(trackId: number, level: EmotionCurve): void {
    const slot = this.slots.get(trackId) ?? this.takeSlot(trackId);
    const staging = this.floats(this.numbers.stagingAddress, 2 * wholeTrackPoints);
    for (let index = 0; index < wholeTrackPoints; index++) {
      staging[2 * index] = level.valence[index];
      staging[2 * index + 1] = level.arousal[index];
    }
    this.kernel.storeTrack(slot);
    this.mark(slot, { filtered: false, present: true });
  }

  delete(trackId: number): void {
    const slot = this.slots.get(trackId);
    if (slot === undefined) return;
    this.slots.delete(trackId);
    this.freeSlots.push(slot);
    this.mark(slot, { filtered: false, present: false });
  }

  level(trackId: number): EmotionCurve {
    this.kernel.readTrack(this.slots.get(trackId)!);
    const staging = this.floats(this.numbers.stagingAddress, 2 * wholeTrackPoints);
    const side = (first: number) =>
      Float32Array.from({ length: wholeTrackPoints }, (_, index) => staging[2 * index + first]);
    return { valence: side(0), arousal: side(1) };
  }

  /** Marks the tracks that a filtered search may find. */
  filter(among: TrackSet): void {
    const few = among.size < this.size / fewerInSet;
    for (let block = 0; block < this.blocks; block++) {
      const first = block * this.numbers.blockSlots;
      const wanted = this.bytesAt(this.kernel.maskOf(first, true), this.numbers.blockSlots / 8);
      if (few) wanted.fill(0);
      else this.markWanted(wanted, first, among);
    }
    if (!few) return;
    for (const trackId of among) {
      const slot = this.slots.get(trackId);
      if (slot !== undefined) this.mark(slot, { filtered: true, present: true });
    }
  }

  /** Marks which tracks of a block are in the set, by asking the set for each: faster than finding the slots of many. */
  private markWanted(wanted: Uint8Array, first: number, among: TrackSet): void {
    const living = this.bytesAt(this.kernel.maskOf(first, false), wanted.length);
    const ids = this.doubles(this.kernel.trackIdOf(first), 8 * wanted.length);
    for (let byte = 0; byte < wanted.length; byte++) {
      let bits = 0;
      for (let bit = 0; bit < 8; bit++) {
        if ((living[byte] >> bit) & 1 && among.has(ids[8 * byte + bit])) bits |= 1 << bit;
      }
      wanted[byte] = bits;
    }
  }

  /** Has room for the threads' heaps, of so many bytes all told. */
  reserveHeaps(bytes: number): void {
    if (bytes <= this.heapsBytes) return;
    this.heapsBytes = 2 * bytes;
    this.words(this.numbers.heapsAddress, 1)[0] = this.allocate(this.heapsBytes);
  }

  /** The address of so many new bytes. */
  allocate(bytes: number): number {
    const address = this.end;
    const end = address + Math.ceil(bytes / alignment) * alignment;
    const missing = end - this.shared.buffer.byteLength;
    if (missing > 0) this.shared.grow(Math.ceil(missing / pageBytes));
    this.end = end;
    return address;
  }

  bytesAt(address: number, count: number): Uint8Array {
    return new Uint8Array(this.shared.buffer, address, count);
  }

  shorts(address: number, count: number): Int16Array {
    return new Int16Array(this.shared.buffer, address, count);
  }

  words(address: number, count: number): Int32Array {
    return new Int32Array(this.shared.buffer, address, count);
  }

  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.shared.buffer, address, count);
  }

  doubles(address: number, count: number): Float64Array {
    return new Float64Array(this.shared.buffer, address, count);
  }

  private takeSlot(trackId: number): number {
    const slot = this.freeSlots.pop() ?? this.newSlot();
    this.slots.set(trackId, slot);
    this.doubles(this.kernel.trackIdOf(slot), 1)[0] = trackId;
    return slot;
  }

  private newSlot(): number {
    const { blockSlots, blockBytes, mostBlocks, blockTableAddress } = this.numbers;
    if (this.usedSlots === this.blocks * blockSlots) {
      const address = this.allocate(blockBytes);
      this.words(blockTableAddress, mostBlocks)[this.blocks++] = address;
    }
    return this.usedSlots++;
  }

  private mark(slot: number, { filtered, present }: { filtered: boolean; present: boolean }): void {
    const byte = this.bytesAt(this.kernel.maskOf(slot, filtered), 1);
    const bit = 1 << (slot % 8);
    byte[0] = present ? byte[0] | bit : byte[0] & ~bit;
  }
}
