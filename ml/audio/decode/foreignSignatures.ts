import { asciiAt, viewOf } from './bytes';

/** How many bytes of a file's head `isForeignContainer` wants to see. */
export const foreignHeadBytes = 1 << 14;

/** Signatures at fixed places. Sources: the formats' own specifications, and the probes of FFmpeg's demuxers. */
const signatures: { at: number; magic: string; of: string }[] = [
  { at: 4, magic: 'ftyp', of: 'MP4, M4A, MOV' },
  { at: 0, magic: '\x30\x26\xb2\x75\x8e\x66\xcf\x11', of: 'ASF, WMA' },
  { at: 0, magic: '\x1a\x45\xdf\xa3', of: 'Matroska, WebM' },
  { at: 8, magic: 'AVI LIST', of: 'AVI' },
  { at: 0, magic: 'OggS', of: 'Ogg with FLAC, Speex, Theora' },
  { at: 0, magic: 'wvpk', of: 'WavPack' },
  { at: 0, magic: 'MAC ', of: "Monkey's Audio" },
  { at: 0, magic: 'MPCK', of: 'Musepack 8' },
  { at: 0, magic: 'MP+', of: 'Musepack 7' },
  { at: 0, magic: 'TTA1', of: 'True Audio' },
  { at: 0, magic: 'tBaK', of: 'TAK' },
  { at: 0, magic: 'OFR ', of: 'OptimFROG' },
  { at: 0, magic: 'ajkg', of: 'Shorten' },
  { at: 0, magic: 'caff', of: 'Core Audio Format' },
  { at: 0, magic: '.snd\x00\x00', of: 'Sun audio' },
  { at: 0, magic: 'riff\x2e\x91\xcf\x11', of: 'Wave64' },
  { at: 0, magic: '#!AMR', of: 'AMR' },
  { at: 0, magic: 'DSD \x1c', of: 'DSF' },
  { at: 0, magic: 'FRM8', of: 'DSDIFF' },
  { at: 0, magic: '\x7f\xfe\x80\x01', of: 'DTS' },
  { at: 0, magic: 'FLV\x01', of: 'Flash video' },
  { at: 0, magic: '.RMF', of: 'RealMedia' },
  { at: 0, magic: '\x00\x00\x01\xba', of: 'MPEG program stream' },
];

/** Old QuickTime files begin with any of these boxes; their length's first byte is 0 in any that is whole. */
const quicktimeBoxes = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

/** True where the head of a file bears the signature of a container that only an outside program can read. */
export function isForeignContainer(head: Uint8Array): boolean {
  return (
    signatures.some(({ at, magic }) => asciiAt(head, at, magic.length) === magic) ||
    (head[0] === 0 && quicktimeBoxes.includes(asciiAt(head, 4, 4))) ||
    isTransportStream(head, 188, 0) ||
    isTransportStream(head, 192, 4) ||
    isRun(head, adtsFrameBytes) ||
    isRun(head, ac3FrameBytes)
  );
}

/** MPEG-2 transport streams (ISO/IEC 13818-1, 2.4.3.2) are packets that each begin with 0x47. */
function isTransportStream(head: Uint8Array, packetBytes: number, offset: number): boolean {
  const packets = 5;
  if (head.length < offset + packets * packetBytes) return false;
  return Array.from({ length: packets }, (_, i) => head[offset + i * packetBytes]).every(
    (byte) => byte === 0x47,
  );
}

/** Three frames in a row, each as long as its header says. */
function isRun(head: Uint8Array, frameBytes: (head: Uint8Array, at: number) => number): boolean {
  let at = 0;
  for (let count = 0; count < 3; count++) {
    const length = frameBytes(head, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** AAC in ADTS (ISO/IEC 13818-7, 6.2): the length of the frame at `at`, 0 where there is none. */
function adtsFrameBytes(head: Uint8Array, at: number): number {
  if (at + 7 > head.length || head[at] !== 0xff || (head[at + 1] & 0xf6) !== 0xf0) return 0;
  const rateIndex = (head[at + 2] >> 2) & 15;
  const length = ((head[at + 3] & 3) << 11) | (head[at + 4] << 3) | (head[at + 5] >> 5);
  return rateIndex > 12 || length < 7 ? 0 : length;
}

const ac3Kbps = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640];
const ac3RatesKhz = [48, 44.1, 32];

/** AC-3 and Enhanced AC-3 (ETSI TS 102 366, 4.4.1 and E.1.3.1): the length of the frame at `at`, 0 for none. */
function ac3FrameBytes(head: Uint8Array, at: number): number {
  if (at + 6 > head.length || viewOf(head).getUint16(at) !== 0x0b77) return 0;
  const streamId = head[at + 5] >> 3;
  if (streamId > 16) return 0;
  if (streamId > 10) return (((head[at + 2] & 7) << 8) + head[at + 3] + 1) * 2;
  const rateIndex = head[at + 4] >> 6;
  const rate = ac3RatesKhz[rateIndex] as number | undefined;
  const sizeCode = head[at + 4] & 63;
  const kbps = ac3Kbps[sizeCode >> 1] as number | undefined;
  if (rate === undefined || kbps === undefined) return 0;
  const words = Math.floor((kbps * 96) / rate) + (rateIndex === 1 ? sizeCode & 1 : 0);
  return words * 2;
}
