/** Reads the bits of a FLAC frame one number after the other, the highest bit first. Throws a RangeError at their end. */
export class FlacBits {
  private bit = 0;

  /** Begins at byte `at` of `bytes`. */
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** A number of 0..33 bits without a sign. */
  unsigned(count: number): number {
    let value = 0;
    for (let missing = count; missing > 0;) {
      const room = 8 - this.bit;
      const taken = Math.min(room, missing);
      const part = (this.byte() >> (room - taken)) & ((1 << taken) - 1);
      value = value * (1 << taken) + part;
      missing -= taken;
      this.advance(taken);
    }
    return value;
  }

  /** A number of 0..33 bits in two's complement. */
  signed(count: number): number {
    const value = this.unsigned(count);
    return count > 0 && value >= 2 ** (count - 1) ? value - 2 ** count : value;
  }

  /** How many zeros come before the next one, which is passed over too. */
  unary(): number {
    for (let zeros = 0; ;) {
      const left = (this.byte() << this.bit) & 0xff;
      if (left !== 0) {
        const more = Math.clz32(left) - 24;
        this.advance(more + 1);
        return zeros + more;
      }
      zeros += 8 - this.bit;
      this.advance(8 - this.bit);
    }
  }

  /** The place of the next whole byte. */
  nextByte(): number {
    return this.bit === 0 ? this.at : this.at + 1;
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw new RangeError('invalid frame: it ends within a number');
    return this.bytes[this.at];
  }

  private advance(bits: number): void {
    this.bit += bits;
    this.at += this.bit >> 3;
    this.bit &= 7;
  }
}
