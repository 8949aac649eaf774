import type { ErrorCode } from '../base/errors';

/** What ffmpeg's complaints mean, in plain words. */
interface Meaning {
  code: ErrorCode;
  reason: string;
}

interface Entry extends Meaning {
  complaint: RegExp;
}

/** What it says of a file whose end is missing, though it may take what is there for all. */
const cutOff: Entry = {
  complaint: /partial file|ended prematurely|truncated|unexpected end/i,
  code: 'unreadable',
  reason: 'the file is cut off: its end is missing. Get a fresh copy of it',
};

/** The first that fits counts. ffmpeg's own words, with addresses in them, are for programmers. */
const meanings: Entry[] = [
  { complaint: /matches no streams/i, code: 'unreadable', reason: 'there is no sound in it' },
  {
    complaint: /encrypt|\bdrm\b|protected/i,
    code: 'unsupported',
    reason: 'it is protected against copying, so that only the program it was bought for can play it',
  },
  {
    complaint: /not on whitelist/i,
    code: 'unsupported',
    reason: 'it holds no sound of its own but names other files or addresses: import those',
  },
  {
    complaint:
      /decoder .*not found|unknown codec|unsupported codec|not (currently )?(supported|implemented)/i,
    code: 'unsupported',
    reason: 'its sound is encoded in a way that ffmpeg does not know. Convert it to FLAC, WAV or MP3',
  },
  {
    complaint: /moov atom not found/i,
    code: 'unreadable',
    reason:
      'the part that describes its sound is missing: it is cut off, or its recording was never finished',
  },
  { complaint: /permission denied/i, code: 'unreadable', reason: 'this program may not read it' },
  {
    complaint: /cannot allocate|out of memory/i,
    code: 'unreadable',
    reason: 'reading it takes more memory than there is: it is probably damaged',
  },
  {
    complaint: /no space left|input\/output error/i,
    code: 'unreadable',
    reason: 'the disk it lies on could not be read',
  },
  cutOff,
  {
    complaint: /end of file/i,
    code: 'unreadable',
    reason: 'it ends before its sound begins. Get a fresh copy of it',
  },
  {
    complaint: /invalid data|invalid argument|error while decoding|header (missing|damaged)|could not find/i,
    code: 'unreadable',
    reason: 'it is damaged, or not of the kind it seems to be. Get a fresh copy of it',
  },
];

const unknown: Meaning = {
  code: 'unreadable',
  reason: 'ffmpeg, which reads this kind of file, cannot read it: it is probably damaged',
};

/** Why ffmpeg gave up, by what it complained of. */
export function meaningOf(complaint: string): Meaning {
  return meanings.find((entry) => entry.complaint.test(complaint)) ?? unknown;
}

/** What is wrong with a file that ffmpeg read to what it took for the end; undefined where that was the end. */
export function missingEnd(complaint: string): Meaning | undefined {
  return cutOff.complaint.test(complaint) ? cutOff : undefined;
}
