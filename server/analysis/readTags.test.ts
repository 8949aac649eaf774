import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oggHeaderPages } from '@/ml/audio/decode/oggHeaderPages';
import { textData, writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';
import { withSoundFile } from './identifyFile';
import { readTags } from './readTags';
import { writeTestWav } from './testing/sounds.testing';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'circumplex-tags-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is told of a file of these bytes. */
async function told(name: string, ...parts: Uint8Array[]) {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(parts));
  return withSoundFile(path, readTags);
}

const ascii = (text: string) => Buffer.from(text, 'latin1');
const big = (...numbers: number[]) => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, 4 * index));
  return bytes;
};
const little = (...numbers: number[]) => Buffer.from(big(...numbers)).swap32();

/** Silent frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz. */
const frame = Buffer.alloc(417, 0);
frame.set([0xff, 0xfb, 0x90, 0x00]);
const mp3 = Buffer.concat(Array.from({ length: 20 }, () => frame));

const frames = [
  { id: 'TIT2', data: textData('Title é', 3) },
  { id: 'TPE1', data: textData('AC/DC\0Zweiter Künstler', 3) },
  { id: 'TALB', data: textData('Album', 0) },
  { id: 'TCON', data: textData('(17)', 0) },
  { id: 'TRCK', data: textData('7/12', 0) },
  { id: 'TDRC', data: textData('1999-12-31', 0) },
  {
    id: 'APIC',
    data: Buffer.concat([ascii('\0image/png\0\x03\0'), Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])]),
  },
];
const id3v2 = writeId3v2({ version: 4, frames });
const named = { title: 'Title é', artists: ['AC/DC', 'Zweiter Künstler'] };
const all = { ...named, album: 'Album', genre: 'Rock', trackNumber: 7, year: 1999, hasCover: true };

/** The same tag with a footer, as it is put at the end of a file. */
function appended(tag: Uint8Array): Uint8Array {
  const header = Buffer.from(tag.subarray(0, 10));
  header[5] |= 0x10;
  const footer = Buffer.from(header);
  footer.write('3DI', 'latin1');
  return Buffer.concat([header, tag.subarray(10), footer]);
}

function id3v1(title: string): Uint8Array {
  const bytes = Buffer.alloc(128);
  bytes.write('TAG', 'latin1');
  bytes.write(title, 3, 'latin1');
  return bytes;
}

/** An APE tag of version 2, with its footer alone. */
function apeTag(items: Record<string, string>): Uint8Array {
  const written = Object.entries(items).map(([key, value]) => {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([little(bytes.length, 0), ascii(`${key}\0`), bytes]);
  });
  const body = Buffer.concat(written);
  const footer = [ascii('APETAGEX'), little(2000, body.length + 32, written.length, 0), Buffer.alloc(8)];
  return Buffer.concat([body, ...footer]);
}

/** A block of Vorbis comments, after its header. */
function vorbisComments(comments: string[]): Uint8Array {
  const texts = ['test', ...comments].map((text) => Buffer.from(text, 'utf8'));
  const [vendor, ...others] = texts.map((text) => Buffer.concat([little(text.length), text]));
  return Buffer.concat([vendor, little(comments.length), ...others]);
}

const flacBlock = (type: number, body: Uint8Array, isLast = false) =>
  Buffer.concat([big(((isLast ? 0x80 : 0) | type) * 2 ** 24 + body.length), body]);
/** 44.1 kHz, 2 channels, 16 bits, 88,200 samples. */
const streamInfo = Buffer.concat([big(0x10001000, 0, 0x00000ac4, 0x42f00001, 0x58880000), Buffer.alloc(14)]);
const comments = vorbisComments(['TITLE=Title é', 'ARTIST=AC/DC', 'artist=Zweiter Künstler', 'ALBUM=Album']);

const box = (type: string, ...parts: Uint8Array[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([big(body.length + 8), ascii(type), body]);
};
const itunes = (type: string, ...texts: string[]) =>
  box(type, ...texts.map((text) => box('data', big(1, 0), Buffer.from(text, 'utf8'))));

/** An M4A whose movie header announces 8 seconds, with its head first. */
const m4a = Buffer.concat([
  box('ftyp', ascii('M4A \0\0\0\0M4A isom')),
  box(
    'moov',
    box('mvhd', big(0, 0, 0, 1000, 8000), Buffer.alloc(80)),
    box(
      'udta',
      box(
        'meta',
        big(0),
        box('hdlr', big(0, 0), ascii('mdirappl'), Buffer.alloc(9)),
        box('ilst', itunes('\xa9nam', 'Title é'), itunes('\xa9ART', 'AC/DC', 'Zweiter Künstler')),
      ),
    ),
  ),
  box('mdat', Buffer.alloc(10_000, 1)),
]);

describe('tags at the head or tail of a file', () => {
  it('are read in MP3, wherever they stand', async () => {
    expect((await told('head.mp3', id3v2, mp3)).tags).toEqual(all);
    expect((await told('end.mp3', mp3, appended(id3v2))).tags).toEqual(all);
    expect((await told('behind.mp3', mp3, appended(id3v2), id3v1('Short'))).tags).toEqual(all);
    expect((await told('short.mp3', mp3, id3v1('Caf\xe9'))).tags).toMatchObject({ title: 'Café' });
    const ape = apeTag({ Title: 'Title é', Artist: 'AC/DC\0Zweiter Künstler' });
    expect((await told('ape.mp3', mp3, ape)).tags).toMatchObject(named);
  });

  it('name every artist of a list with slashes, where the artist that is shown says so', async () => {
    const artists = async (shown: string, list: string) => {
      const said = [
        { id: 'TPE1', data: textData(shown, 1) },
        { id: 'TXXX', data: textData(`ARTISTS\0\ufeff${list}`, 1) },
      ];
      return (await told('list.mp3', writeId3v2({ version: 3, frames: said }), mp3)).tags.artists;
    };
    expect(await artists('Beth Hart & Joe Bonamassa', 'Beth Hart/Joe Bonamassa')).toEqual([
      ...['Beth Hart', 'Joe Bonamassa'],
    ]);
    expect(await artists('AC/DC feat. Foo', 'AC/DC/Foo')).toEqual(['AC/DC', 'Foo']);
    expect(await artists('AC/DC', 'AC/DC')).toEqual(['AC/DC']);
    expect(await artists('Somebody', 'AC/DC')).toEqual(['AC/DC']);
  });

  it('are read by what the file is, whatever it is called', async () => {
    expect((await told('sound.flac', id3v2, mp3)).tags).toEqual(all);
    expect((await told('sound.txt', mp3, appended(id3v2))).tags).toEqual(all);
    expect((await told('really an m4a.mp3', m4a)).tags).toMatchObject(named);
  });

  it('are read in True Audio', async () => {
    const tta = Buffer.concat([ascii('TTA1'), Buffer.alloc(500, 1)]);
    const ape = apeTag({ Title: 'Title é', Artist: 'AC/DC\0Zweiter Künstler' });
    expect((await told('head.tta', id3v2, tta)).tags).toEqual(all);
    expect((await told('end.tta', tta, ape)).tags).toMatchObject(named);
  });

  it('are read in APE files', async () => {
    const head = Buffer.concat([ascii('MAC '), little(3990, 52, 24, 44, 0, 0, 0), Buffer.alloc(60)]);
    const ape = apeTag({ Title: 'Title é', Artist: 'AC/DC\0Zweiter Künstler', Album: 'Album' });
    expect((await told('sound.ape', head, Buffer.alloc(400, 1), ape)).tags).toMatchObject(named);
  });
});

describe('tags in chunks of a file', () => {
  const wav = (name: string, info: Record<string, string> = {}) => {
    writeTestWav(join(folder, name), { seconds: 0.1, info });
    return join(folder, name);
  };

  it('are read in WAV: an ID3v2 chunk before the INFO list', async () => {
    const plain = readFileSync(wav('plain.wav', { INAM: 'Other', ICRD: '1998' }));
    const chunk = Buffer.concat([ascii('id3 '), little(id3v2.length), id3v2, Buffer.alloc(id3v2.length % 2)]);
    const whole = Buffer.concat([plain, chunk]);
    whole.writeUInt32LE(whole.length - 8, 4);
    expect((await told('both.wav', whole)).tags).toEqual(all);
  });

  it('are read in an INFO list, as UTF-8 where it is that, else as Latin-1', async () => {
    const info = {
      INAM: 'Café Tacvba',
      IART: 'AC/DC',
      IPRD: 'Sigur Rós',
      IGNR: 'Rock',
      ICRD: '1999-02',
      ITRK: '3',
    };
    const expected = {
      title: 'Café Tacvba',
      artists: ['AC/DC'],
      album: 'Sigur Rós',
      genre: 'Rock',
      year: 1999,
    };
    const utf8 = readFileSync(wav('utf8.wav', info));
    expect((await told('utf8.wav', utf8)).tags).toMatchObject({ ...expected, trackNumber: 3 });
    const latin1 = Buffer.from(
      utf8.toString('latin1').replaceAll('Ã©', 'é\0').replaceAll('Ã³s', 'ós\0'),
      'latin1',
    );
    expect((await told('latin1.wav', latin1)).tags).toMatchObject({ title: 'Café', album: 'Sigur Rós' });
  });

  it('are read in AIFF, DSF and DSDIFF', async () => {
    const common = Buffer.concat([
      Buffer.from([0, 1]),
      big(100),
      Buffer.from([0, 16]),
      Buffer.from('400eac44000000000000', 'hex'),
    ]);
    const chunk = (name: string, body: Uint8Array) =>
      Buffer.concat([ascii(name), big(body.length), body, Buffer.alloc(body.length % 2)]);
    const chunks = [chunk('COMM', common), chunk('SSND', Buffer.alloc(208)), chunk('ID3 ', id3v2)];
    expect((await told('a.aiff', chunk('FORM', Buffer.concat([ascii('AIFF'), ...chunks])))).tags).toEqual(
      all,
    );

    const long = (number: number) => Buffer.concat([little(number), little(0)]);
    const format = [
      ascii('fmt '),
      long(52),
      little(1, 0, 1, 1, 2_822_400, 1),
      long(2_822_400),
      little(4096, 0),
    ];
    const body = Buffer.concat([...format, ascii('data'), long(12 + 400), Buffer.alloc(400)]);
    const head = Buffer.concat([
      ascii('DSD '),
      long(28),
      long(28 + body.length + id3v2.length),
      long(28 + body.length),
    ]);
    const dsf = await told('a.dsf', head, body, id3v2);
    expect(dsf.tags).toEqual(all);
    expect(dsf.announcedSeconds).toBe(1);

    const longChunk = (name: string, bytes: Uint8Array) =>
      Buffer.concat([ascii(name), big(0, bytes.length), bytes, Buffer.alloc(bytes.length % 2)]);
    const dsdiff = [
      ascii('DSD '),
      longChunk('FVER', big(0x01050000)),
      longChunk('DSD ', Buffer.alloc(100)),
      longChunk('ID3 ', id3v2),
    ];
    expect((await told('a.dff', longChunk('FRM8', Buffer.concat(dsdiff)))).tags).toEqual(all);
  });
});

describe('Vorbis comments', () => {
  const expected = { ...named, album: 'Album' };

  it('are read in FLAC', async () => {
    const head = [ascii('fLaC'), flacBlock(0, streamInfo), flacBlock(4, comments, true)];
    expect((await told('a.flac', ...head)).tags).toMatchObject(expected);
  });

  it.each([1, 70_000])('are read in FLAC in Ogg, behind %i bytes of padding', async (padding) => {
    const first = Buffer.concat([ascii('\x7fFLAC\x01\0\0\x02fLaC'), flacBlock(0, streamInfo)]);
    const packets = [first, flacBlock(1, Buffer.alloc(padding)), flacBlock(4, comments, true)];
    const sound = Buffer.concat([Buffer.from([0xff, 0xf8]), Buffer.alloc(50)]);
    expect((await told('a.oga', ...oggHeaderPages(7, [...packets, sound]))).tags).toMatchObject(expected);
  });

  it('are read in Opus', async () => {
    const head = Buffer.concat([
      ascii('OpusHead\x01\x02'),
      Buffer.from([0, 0]),
      little(48_000),
      Buffer.alloc(3),
    ]);
    const packets = [head, Buffer.concat([ascii('OpusTags'), comments])];
    expect((await told('a.opus', ...oggHeaderPages(7, packets))).tags).toMatchObject(expected);
  });
});

describe('an M4A', () => {
  it('keeps its tags and its length where it is cut off', async () => {
    const whole = await told('whole.m4a', m4a);
    expect(whole.tags).toMatchObject(named);
    const cut = await told('cut.m4a', m4a.subarray(0, m4a.length - 6000));
    expect(cut.tags).toEqual(whole.tags);
    expect(cut.announcedSeconds).toBe(8);
  });
});

describe('tags that were made to be slow to read', () => {
  const title = { id: 'TIT2', data: textData('Title', 3) };
  const remark = 'its tags are too large to be read to their end: the rest of them is ignored';
  const text = { id: 'TXXX', data: textData('x\0y') };

  it('of a million frames are ignored, and said to be', async () => {
    const frames = [title, ...Array<typeof text>(1_000_000).fill(text)];
    const { tags, tagRemark, codec } = await told('many.mp3', writeId3v2({ version: 3, frames }), mp3);
    expect([tags.title, tagRemark, codec]).toEqual([null, remark, 'MPEG 1 Layer 3']);
  });

  it('of 40 MB are ignored, before and behind the sound', async () => {
    const large = Buffer.alloc(40 * 2 ** 20);
    const tag = writeId3v2({ version: 4, frames: [title, { id: 'PRIV', data: large }] });
    const wav = join(folder, 'sound.wav');
    writeTestWav(wav);
    const chunk = Buffer.concat([ascii('id3 '), little(tag.length), tag]);
    for (const [name, ...parts] of [
      ['head.mp3', tag, mp3],
      ['tail.mp3', mp3, appended(tag)],
      ['chunk.wav', readFileSync(wav), chunk],
    ] as const) {
      const { tags, tagRemark } = await told(name, ...parts);
      expect([name, tags.title, tagRemark]).toEqual([name, null, remark]);
      rmSync(join(folder, name));
    }
  });

  it('that unpack to ten times what they are, are ignored', async () => {
    const data = Buffer.concat([big(20 << 20), deflateSync(Buffer.alloc(20 << 20))]);
    const packed = { id: 'TXXX', data, format: 0x80 };
    const frames = [title, packed, packed, packed];
    const { tags, tagRemark } = await told('packed.mp3', writeId3v2({ version: 3, frames }), mp3);
    expect([tags.title, tagRemark]).toEqual([null, remark]);
  });

  it('are no reason to ignore those that are as people write them', async () => {
    const frames = [title, ...Array<typeof text>(5000).fill(text)];
    expect(await told('some.mp3', writeId3v2({ version: 3, frames }), mp3)).toMatchObject({
      tags: { title: 'Title' },
      tagRemark: null,
    });
  });
});
