import { id3v2Frames, type Id3v2Frame } from './id3v2Frames';
import { id3v2Texts, utf8Encoding } from './id3v2Text';

/** Frames of version 2.2 and what they are called since; the others are of no use here. */
const sinceVersion2: Record<string, string> = {
  ...{ TT1: 'TIT1', TT2: 'TIT2', TT3: 'TIT3', TP1: 'TPE1', TP2: 'TPE2', TP3: 'TPE3', TP4: 'TPE4' },
  ...{ TCM: 'TCOM', TXT: 'TEXT', TAL: 'TALB', TCO: 'TCON', TYE: 'TYER', TRK: 'TRCK', TPA: 'TPOS' },
  ...{ TBP: 'TBPM', TKE: 'TKEY', TLA: 'TLAN', TPB: 'TPUB', TCR: 'TCOP', TRC: 'TSRC', TEN: 'TENC' },
  ...{
    TCP: 'TCMP',
    TSS: 'TSSE',
    TOA: 'TOPE',
    TOR: 'TORY',
    TXX: 'TXXX',
    COM: 'COMM',
    ULT: 'USLT',
    UFI: 'UFID',
  },
  PIC: 'APIC',
};

/** Frames of version 2.3 that version 2.4 keeps under another name. */
const sinceVersion3: Record<string, string> = { TYER: 'TDRC', TORY: 'TDOR', IPLS: 'TIPL' };

/**
 * Tags of one file, in the order in which they count, as one plain tag of version 2.4: no unsynchronisation, no
 * compression, sizes as they should be, texts in UTF-8, several values parted by zeros. Undefined where they hold
 * nothing.
 */
export function plainId3v2(tags: Uint8Array[]): Uint8Array | undefined {
  const frames: Id3v2Frame[] = [];
  for (const tag of tags) {
    const known = new Set(frames.map(({ id }) => id));
    frames.push(...framesOf(tag).filter(({ id }) => !known.has(id)));
  }
  if (frames.length === 0) return undefined;
  const body = Buffer.concat(frames.map(written));
  return Buffer.concat([Buffer.from('ID3\x04\x00\x00', 'latin1'), synchsafe(body.length), body]);
}

function framesOf(tag: Uint8Array): Id3v2Frame[] {
  return id3v2Frames(tag).flatMap(({ id, data }) => {
    const name = id.length === 4 ? id : sinceVersion2[id];
    if (name === undefined || data.length === 0) return [];
    const plain = id === 'PIC' ? pictureSinceVersion3(data) : plainData(name, data);
    return { id: sinceVersion3[name] ?? name, data: plain };
  });
}

function plainData(id: string, data: Uint8Array): Uint8Array {
  if (!id.startsWith('T')) return data;
  const text = id3v2Texts(data[0], data.subarray(1)).join('\0');
  return Buffer.concat([Uint8Array.of(utf8Encoding), Buffer.from(text, 'utf8')]);
}

/** Version 2.2 says "PNG" and "JPG" where later ones give a media type that ends with zero. */
function pictureSinceVersion3(data: Uint8Array): Uint8Array {
  const format = Buffer.from(data.subarray(1, 4)).toString('latin1').toLowerCase();
  const type = `image/${format === 'jpg' ? 'jpeg' : format}\0`;
  return Buffer.concat([data.subarray(0, 1), Buffer.from(type, 'latin1'), data.subarray(4)]);
}

function written({ id, data }: Id3v2Frame): Uint8Array {
  return Buffer.concat([Buffer.from(id, 'latin1'), synchsafe(data.length), Uint8Array.of(0, 0), data]);
}

function synchsafe(size: number): Uint8Array {
  return Uint8Array.of((size >> 21) & 0x7f, (size >> 14) & 0x7f, (size >> 7) & 0x7f, size & 0x7f);
}
