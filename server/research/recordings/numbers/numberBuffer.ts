/** A type of numbers as files hold them, by its letter (float, signed, unsigned) and bytes. */
export type NumberTypeName = 'f2' | 'f4' | 'f8' | 'i1' | 'i2' | 'i4' | 'i8' | 'u1' | 'u2' | 'u4' | 'u8';

/** How many bytes one number of a type takes. */
export function bytesOf(type: NumberTypeName): number {
  return Number(type[1]);
}

type View = ArrayLike<number> | ArrayLike<bigint>;

/** Types that the machine reads by itself, in its own order of bytes. */
const views: Record<
  Exclude<NumberTypeName, 'f2'>,
  new (buffer: ArrayBuffer, from: number, n: number) => View
> = {
  f4: Float32Array,
  f8: Float64Array,
  i1: Int8Array,
  i2: Int16Array,
  i4: Int32Array,
  i8: BigInt64Array,
  u1: Uint8Array,
  u2: Uint16Array,
  u4: Uint32Array,
  u8: BigUint64Array,
};

/**
 * Numbers of any type and order of bytes, as a view of memory that is filled again and again: `bytes` is written, then
 * `refresh` brings it into the machine's order, then `numbers` is read.
 */
export class NumberBuffer {
  readonly bytes: Buffer;
  /** In double precision where the type is no view of its own (half floats, whole numbers of 64 bits). */
  readonly numbers: ArrayLike<number>;
  private readonly view: View;
  private readonly converted: Float64Array | null;

  constructor(
    private readonly type: NumberTypeName,
    private readonly littleEndian: boolean,
    count: number,
  ) {
    const memory = new ArrayBuffer(count * bytesOf(type));
    this.bytes = Buffer.from(memory);
    this.view = new (type === 'f2' ? Uint16Array : views[type])(memory, 0, count);
    const converts = type === 'f2' || type === 'i8' || type === 'u8';
    this.converted = converts ? new Float64Array(count) : null;
    this.numbers = this.converted ?? (this.view as ArrayLike<number>);
  }

  /** Makes `numbers` of the bytes as they came from the file: to be called once after each filling. */
  refresh(): void {
    if (!this.littleEndian) this.swap();
    if (!this.converted) return;
    const { view, converted, type } = this;
    for (let i = 0; i < converted.length; i++) {
      converted[i] = type === 'f2' ? halfFloat(view[i] as number) : Number(view[i]);
    }
  }

  private swap(): void {
    const size = bytesOf(this.type);
    if (size === 2) this.bytes.swap16();
    else if (size === 4) this.bytes.swap32();
    else if (size === 8) this.bytes.swap64();
  }
}

/** A number of IEEE 754's binary16, by its bits. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
