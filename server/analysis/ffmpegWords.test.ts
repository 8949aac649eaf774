import { describe, expect, it } from 'vitest';
import { meaningOf, missingEnd } from './ffmpegWords';

/** As ffmpeg 5.1 writes them. */
const complaints: [string, RegExp][] = [
  [
    "Stream map '0:a:0' matches no streams.\nTo ignore this, add a trailing '?' to the map.\n",
    /no sound in it/,
  ],
  ['[mov,mp4,m4a @ 0x55d2c8] stream 0, offset 0x99c: partial file\n', /cut off: its end is missing/],
  [
    '[mov,mp4,m4a @ 0x55d2c8] moov atom not found\nfile:a.m4a: Invalid data found\n',
    /describes its sound is missing/,
  ],
  ['file:a.wma: Invalid data found when processing input\n', /damaged, or not of the kind/],
  ['file:a.caf: End of file\n', /ends before its sound begins/],
  ['file:a.amr: Invalid argument\n    Last message repeated 3 times\n', /damaged, or not of the kind/],
  ['Decoder (codec atrac9) not found for input stream #0:0\n', /ffmpeg does not know/],
  ['[hls @ 0x7f] Protocol http not on whitelist file,pipe!\n', /names other files/],
  ['something that nobody has seen before @ 0x1234\n', /cannot read it: it is probably damaged/],
  ['', /cannot read it: it is probably damaged/],
];

describe('meaningOf', () => {
  it.each(complaints)('puts %j in plain words', (complaint, words) => {
    const { reason } = meaningOf(complaint);
    expect(reason).toMatch(words);
    expect(reason).not.toMatch(/0x|@|\[|Last message|Invalid|#0/);
  });
});

describe('missingEnd', () => {
  it('tells a file that is cut off from one that is odd', () => {
    expect(missingEnd('stream 0, offset 0x99c: partial file')?.reason).toMatch(/cut off/);
    expect(missingEnd('[aac @ 0x1] Input buffer exhausted before END element found')).toBeUndefined();
    expect(missingEnd('')).toBeUndefined();
  });
});
