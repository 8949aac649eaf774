import { open, rm, type FileHandle } from 'node:fs/promises';

const sampleBytes = Float32Array.BYTES_PER_ELEMENT;
const samplesAtOnce = 65_536;

/**
 * A sound laid down on disk as it comes, since its level is known only at its end. The file is deleted as soon as it is
 * open: whatever becomes of the process, nothing of it stays.
 */
export class SpooledSound {
  private samples = 0;
  private sum = 0;
  private squares = 0;

  private constructor(private readonly handle: FileHandle) {}

  static async create(path: string): Promise<SpooledSound> {
    const handle = await open(path, 'wx+');
    await rm(path, { force: true });
    return new SpooledSound(handle);
  }

  async append(mono: Float32Array): Promise<void> {
    for (const sample of mono) {
      this.sum += sample;
      this.squares += sample * sample;
    }
    const place = this.samples * sampleBytes;
    this.samples += mono.length;
    await this.handle.write(mono, 0, mono.byteLength, place);
  }

  /** All of it from the start, with mean 0 and mean square 1; silence stays silence. In pieces of some seconds. */
  async *atUnitLevel(): AsyncGenerator<Float32Array> {
    const mean = this.sum / this.samples;
    const deviation = Math.sqrt(Math.max(0, this.squares / this.samples - mean * mean));
    const gain = deviation > 0 ? 1 / deviation : 1;
    for (let from = 0; from < this.samples; from += samplesAtOnce) {
      const piece = new Float32Array(Math.min(samplesAtOnce, this.samples - from));
      await this.handle.read(piece, 0, piece.byteLength, from * sampleBytes);
      yield piece.map((sample) => gain * (sample - mean));
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
