import { parseTimeCode, type TimeCodeParts } from '@/ml/timeCode/timeCode';

/** One line of a CMX 3600 edit decision list that says what plays when. */
export interface EventLine {
  line: number;
  number: string;
  reel: string;
  hasVideo: boolean;
  /** Track of the picture: "V", "V2". */
  videoTrack: string;
  audioTracks: number[];
  /** C for a cut, D a dissolve, W001 a wipe, K, KB, KO a key. */
  edit: string;
  /** How long the dissolve or wipe takes, in frames; 0 for a cut. */
  lengthFrames: number;
  sourceIn: TimeCodeParts;
  sourceOut: TimeCodeParts;
  recordIn: TimeCodeParts;
  recordOut: TimeCodeParts;
}

const one = '(?:AA|A\\d{0,2}|V\\d{0,2})';
const channel = new RegExp(`^(?:${one}(?:/${one})*|B|AV|VA|NONE)$`);
const edit = /^(?:C|D|W\d{1,3}|K[BO]?)$/;

/**
 * Reads a line such as "003  ABC0020. V     D    035 01:00:06:22 01:00:10:07 01:04:15:02 01:04:18:11". Columns are read
 * by their order, not by their place: programs write long reels and single blanks.
 *
 * @returns null for any other line
 */
export function parseEventLine(text: string, line: number): EventLine | null {
  const words = text.trim().split(/\s+/);
  if (words.length < 7 || !/^\d{1,6}$/.test(words[0])) return null;
  const times = words.slice(-4).map(parseTimeCode);
  if (!times.every((time) => time !== null)) return null;
  const [sourceIn, sourceOut, recordIn, recordOut] = times;
  const head = words.slice(0, -4);
  const lengthFrames = /^\d{1,4}$/.test(head[head.length - 1]) && head.length > 3 ? Number(head.pop()) : 0;
  const last = head.pop() ?? '';
  // A key may stand apart from what it keys: "K B", "K O".
  const kind = /^[BO]$/.test(last) && head.at(-1) === 'K' ? `${head.pop()}${last}` : last;
  const channels = head.pop() ?? '';
  if (!edit.test(kind) || !channel.test(channels) || head.length === 0) return null;
  const [number, ...reel] = head;
  return {
    line,
    number,
    reel: reel.join(' '),
    ...tracksOf(channels),
    edit: kind,
    lengthFrames,
    sourceIn,
    sourceOut,
    recordIn,
    recordOut,
  };
}

/** "AA/V" is both sound tracks and the picture, B the first sound track and the picture, NONE neither. */
function tracksOf(channels: string): Pick<EventLine, 'hasVideo' | 'videoTrack' | 'audioTracks'> {
  const parts = /^(?:B|AV|VA)$/.test(channels) ? ['A', 'V'] : channels.split('/');
  const video = parts.find((part) => part.startsWith('V'));
  const audioTracks = parts.flatMap((part) => {
    if (part === 'AA') return [1, 2];
    return part.startsWith('A') ? [Number(part.slice(1)) || 1] : [];
  });
  return { hasVideo: video !== undefined, videoTrack: video ?? '', audioTracks };
}
