/** The tempo events of a file's first track, in order. */
export interface TempoEvents {
  ticksPerQuarter: number;
  events: { tick: number; secondsPerQuarter: number }[];
}

const headerBytes = 14;
const chunkHeadBytes = 8;
const tempoType = 0x51;

/** Reads the first track of a standard MIDI file for its tempo events. Throws RangeError for anything else. */
export function tempoEvents(file: Uint8Array): TempoEvents {
  const reader = new TrackReader(file);
  if (reader.text(4) !== 'MThd' || file.length < headerBytes)
    throw new RangeError('invalid MIDI file: it does not begin with a header');
  const headLength = reader.number(4);
  reader.skip(4);
  const division = reader.number(2);
  if (division === 0 || division >= 0x8000)
    throw new RangeError(`invalid MIDI division: ${division} (ticks of a quarter note are needed)`);
  reader.goTo(chunkHeadBytes + headLength);
  if (reader.text(4) !== 'MTrk') throw new RangeError('invalid MIDI file: it has no track after its header');
  const end = reader.number(4) + reader.at;
  return { ticksPerQuarter: division, events: eventsUntil(reader, Math.min(end, file.length)) };
}

function eventsUntil(reader: TrackReader, end: number): TempoEvents['events'] {
  const events: TempoEvents['events'] = [];
  let tick = 0;
  let running = 0;
  while (reader.at < end) {
    tick += reader.variableLength();
    const status = reader.peek() >= 0x80 ? reader.number(1) : running;
    if (status < 0x80) throw new RangeError('invalid MIDI track: data without a status byte');
    if (status === 0xff) {
      const type = reader.number(1);
      const length = reader.variableLength();
      if (type === tempoType && length === 3)
        events.push({ tick, secondsPerQuarter: reader.number(3) / 1_000_000 });
      else reader.skip(length);
    } else if (status >= 0xf0) reader.skip(reader.variableLength());
    else {
      running = status;
      reader.skip(status >= 0xc0 && status < 0xe0 ? 1 : 2);
    }
  }
  return events;
}

/** Reads big-endian numbers from bytes. Throws RangeError past their end. */
class TrackReader {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  goTo(place: number): void {
    this.at = place;
  }

  skip(length: number): void {
    this.at += length;
  }

  peek(): number {
    if (this.at >= this.bytes.length)
      throw new RangeError('invalid MIDI file: it ends in the middle of an event');
    return this.bytes[this.at];
  }

  number(length: number): number {
    let value = 0;
    for (let index = 0; index < length; index++, this.at++) value = value * 256 + this.peek();
    return value;
  }

  text(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => this.number(1)));
  }

  /** Seven bits a byte, the high bit telling that more follow; four bytes at most. */
  variableLength(): number {
    let value = 0;
    for (let length = 0; length < 4; length++) {
      const byte = this.number(1);
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new RangeError('invalid MIDI file: a number is longer than four bytes');
  }
}
