import { type Band, slantedBand } from '../band';
import { type Envelope, envelopeOf } from './envelope';
import { type Sequence } from '../sequence';

const branches = 4;

/**
 * Stretch lengths `shortest` to `longest` with the query's envelope that holds for all of them, so that one bound can
 * rule out many lengths at once. A node of one length has no children. Parts are made when first asked for.
 */
export class LengthNode {
  private parts?: { band: Band; envelope: Envelope; children: LengthNode[] };

  constructor(
    private readonly search: { query: Sequence; band: number },
    readonly shortest: number,
    readonly longest: number,
  ) {}

  /** All pairs that the band of any of the lengths holds, for as many curve points as the longest has. */
  get band(): Band {
    return this.made().band;
  }

  get envelope(): Envelope {
    return this.made().envelope;
  }

  get children(): LengthNode[] {
    return this.made().children;
  }

  private made() {
    this.parts ??= this.make();
    return this.parts;
  }

  private make() {
    const { query, band } = this.search;
    const ends = [this.shortest, this.longest].map((length) => slantedBand(length, query.length, band));
    const [narrow, wide] = ends;
    // i n / m falls as m grows: the bands of the shortest and the longest enclose those between them.
    const high = wide.high.map((_, index) => narrow.high[index] ?? query.length - 1);
    return {
      band: { low: wide.low, high },
      envelope: envelopeOf(query, ends),
      children: this.divide(),
    };
  }

  private divide(): LengthNode[] {
    const count = this.longest - this.shortest + 1;
    if (count === 1) return [];
    const parts = Math.min(branches, count);
    const edge = (part: number) => this.shortest + Math.floor((part * count) / parts);
    return Array.from(
      { length: parts },
      (_, part) => new LengthNode(this.search, edge(part), edge(part + 1) - 1),
    );
  }
}
