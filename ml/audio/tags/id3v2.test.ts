import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id3v2Frames } from './id3v2Frames';
import { id3v2Texts } from './id3v2Text';
import { plainId3v2 } from './plainId3v2';
import { synchsafe, textData, unsynchronise, writeId3v2, type TestTag } from './testing/id3v2.testing';

/** The texts of a tag by their frames, read as every reader of plain tags would. */
function textsOf(...tags: Uint8Array[]): Record<string, string[]> {
  const plain = plainId3v2(tags);
  if (!plain) return {};
  expect([...plain.subarray(0, 6)]).toEqual([0x49, 0x44, 0x33, 4, 0, 0]);
  const frames = id3v2Frames(plain).filter(({ id }) => id.startsWith('T'));
  return Object.fromEntries(frames.map(({ id, data }) => [id, id3v2Texts(data[0], data.subarray(1))]));
}

const title = (text: string, encoding: 0 | 1 | 2 | 3 = 0) => ({ id: 'TIT2', data: textData(text, encoding) });
const album = { id: 'TALB', data: textData('b') };
const long = 'A long title. '.repeat(20);

/** A tag of version 2.4 as if it were one of 2.3. */
function unsynchronisedAsAWhole(): Uint8Array {
  const plain = writeId3v2({ version: 4, frames: [title(long, 1), album] });
  const body = unsynchronise(plain.subarray(10));
  return Buffer.concat([Buffer.from('ID3'), Uint8Array.of(4, 0, 0x80), synchsafe(body.length), body]);
}

describe('an ID3v2 tag made plain', () => {
  it('takes a slash for part of a name, and zeros for what parts several', () => {
    const artist = (version: 3 | 4, text: string) =>
      textsOf(writeId3v2({ version, frames: [{ id: 'TPE1', data: textData(text, version === 3 ? 1 : 3) }] }))
        .TPE1;
    expect(artist(3, 'AC/DC')).toEqual(['AC/DC']);
    expect(artist(4, 'AC/DC\0First Artist')).toEqual(['AC/DC', 'First Artist']);
    expect(artist(3, 'One\0Ölafur\0')).toEqual(['One', 'Ölafur']);
  });

  it.each([0, 1, 2, 3] as const)('reads texts of encoding %i', (encoding) => {
    expect(textsOf(writeId3v2({ version: 4, frames: [title('Ægir ÿ', encoding)] })).TIT2).toEqual(['Ægir ÿ']);
  });

  it('reads UTF-16 without a mark, and a mark before each of several texts', () => {
    const unmarked = Buffer.concat([Uint8Array.of(1), Buffer.from('Plain', 'utf16le')]);
    expect(textsOf(writeId3v2({ version: 3, frames: [{ id: 'TIT2', data: unmarked }] })).TIT2).toEqual([
      'Plain',
    ]);
    expect(textsOf(writeId3v2({ version: 4, frames: [title('One\0\ufeffTwo', 1)] })).TIT2).toEqual([
      'One',
      'Two',
    ]);
  });

  it.each([
    ['version 2.2', { version: 2, frames: [{ id: 'TT2', data: textData(long) }] }],
    ['version 2.3', { version: 3, frames: [title(long)] }],
    ['version 2.4', { version: 4, frames: [title(long)] }],
    [
      'unsynchronised 2.2',
      { version: 2, unsynchronised: true, frames: [{ id: 'TT2', data: textData(long, 1) }] },
    ],
    ['unsynchronised 2.3', { version: 3, unsynchronised: true, frames: [title(long, 1)] }],
    ['unsynchronised 2.4', { version: 4, unsynchronised: true, frames: [title(long, 1)] }],
    ['plain sizes in 2.4', { version: 4, wrongSizes: true, padding: 100, frames: [title(long), album] }],
    ['plain sizes in 2.4, UTF-16', { version: 4, wrongSizes: true, padding: 9, frames: [title(long, 1)] }],
    ['sizes of seven bits in 2.3', { version: 3, wrongSizes: true, frames: [title(long), album] }],
    ['2.4 with sizes before it was unsynchronised', unsynchronisedAsAWhole()],
    [
      '2.4 that only says it is unsynchronised',
      { version: 4, flags: 0x80, frames: [title('ÿ' + long, 1), album] },
    ],
    [
      'an extended header in 2.3',
      { version: 3, extendedHeader: Buffer.alloc(10, '\0\0\0\x06'), frames: [title(long)] },
    ],
    [
      'an extended header in 2.4',
      { version: 4, extendedHeader: Buffer.from([0, 0, 0, 6, 1, 0]), frames: [title(long)] },
    ],
    ['the flag of an extended header alone', { version: 4, flags: 0x40, frames: [title(long)] }],
    ['padding', { version: 3, padding: 5000, frames: [title(long)] }],
  ] satisfies [string, TestTag | Uint8Array][])('reads %s', (_, tag) => {
    const bytes = tag instanceof Uint8Array ? tag : writeId3v2(tag);
    expect(textsOf(bytes).TIT2.map((text) => text.replace('ÿ', ''))).toEqual([long]);
  });

  it('unpacks what is compressed, with its length before it or without', () => {
    const packed = deflateSync(textData(long, 3));
    const length = synchsafe(textData(long, 3).length);
    const plainLength = Buffer.alloc(4);
    plainLength.writeUInt32BE(textData(long, 3).length);
    const whole = Buffer.concat([length, packed]);
    for (const tag of [
      writeId3v2({ version: 4, frames: [{ id: 'TIT2', data: whole, format: 0x09 }] }),
      writeId3v2({ version: 4, frames: [{ id: 'TIT2', data: packed, format: 0x08 }] }),
      writeId3v2({ version: 4, frames: [{ id: 'TIT2', data: unsynchronise(whole), format: 0x0b }] }),
      writeId3v2({
        version: 4,
        frames: [{ id: 'TIT2', data: Buffer.concat([Uint8Array.of(7), whole]), format: 0x49 }],
      }),
      writeId3v2({
        version: 3,
        frames: [{ id: 'TIT2', data: Buffer.concat([plainLength, packed]), format: 0x80 }],
      }),
    ])
      expect(textsOf(tag).TIT2).toEqual([long]);
  });

  it('leaves out what is encrypted, damaged, or unpacks to more than memory holds', () => {
    const bomb = deflateSync(Buffer.alloc((1 << 26) + 1));
    for (const frame of [
      { id: 'TIT2', data: textData('secret'), format: 0x04 },
      { id: 'TIT2', data: Buffer.from([1, 2, 3, 4, 5, 6]), format: 0x08 },
      { id: 'TIT2', data: bomb, format: 0x08 },
    ]) {
      const tag = writeId3v2({ version: 4, frames: [frame, { id: 'TALB', data: textData('Album') }] });
      expect(textsOf(tag)).toEqual({ TALB: ['Album'] });
    }
  });

  it('calls frames of older versions as they are called since, pictures too', () => {
    const picture = Buffer.concat([Uint8Array.of(0), Buffer.from('JPG\x03front\0'), Uint8Array.of(1, 2, 3)]);
    const tag = writeId3v2({
      version: 2,
      frames: [
        { id: 'TP1', data: textData('Artist') },
        { id: 'TYE', data: textData('1999') },
        { id: 'PIC', data: picture },
        { id: 'XXX', data: textData('unknown') },
      ],
    });
    expect(textsOf(tag)).toEqual({ TPE1: ['Artist'], TDRC: ['1999'] });
    const plain = id3v2Frames(plainId3v2([tag])!).find(({ id }) => id === 'APIC');
    expect(Buffer.from(plain!.data).toString('latin1')).toBe('\0image/jpeg\0\x03front\0\x01\x02\x03');
  });

  it('knows frames of version 2.2 in a tag of version 2.3', () => {
    const frames = [
      { id: 'TP1\0', data: textData('Artist') },
      { id: 'TT2 ', data: textData('Title') },
    ];
    expect(textsOf(writeId3v2({ version: 3, frames }))).toEqual({ TPE1: ['Artist'], TIT2: ['Title'] });
  });

  it('lets the first of several tags count, and the next tell what it leaves out', () => {
    const first = writeId3v2({ version: 4, frames: [title('First')] });
    const second = writeId3v2({
      version: 3,
      frames: [title('Second'), { id: 'TALB', data: textData('Album') }],
    });
    expect(textsOf(first, second)).toEqual({ TIT2: ['First'], TALB: ['Album'] });
  });

  it('takes any bytes for a tag without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(2, 3, 4), (bytes, version) => {
        const head = [
          0x49,
          0x44,
          0x33,
          version,
          0,
          bytes[0] ?? 0,
          0,
          0,
          bytes.length >> 7,
          bytes.length & 127,
        ];
        plainId3v2([Uint8Array.from([...head, ...bytes])]);
        plainId3v2([bytes]);
      }),
    );
  });
});
