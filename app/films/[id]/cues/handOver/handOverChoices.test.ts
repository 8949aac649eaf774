import { describe, expect, it } from 'vitest';
import { handOverWish as wishSchema } from '@/server/film/handOver/handOverWish';
import { exportFormats } from '@/server/film/interchange/write/exportFormats';
import { allChoices, folderFault, handOverAddress, handOverFormats, handOverWish } from './handOverChoices';

describe('what is handed over', () => {
  it('is what the server can write, all of it to begin with', () => {
    expect(handOverFormats.map(({ format }) => format).toSorted()).toEqual(
      Object.keys(exportFormats).toSorted(),
    );
    const everything = wishSchema.parse({});
    expect(handOverWish(allChoices)).toEqual({ ...everything, formats: expect.any(Array) as string[] });
  });

  it('is asked for in the same words at both doors', () => {
    const choices = {
      ...{ formats: ['otio', 'cue-sheet'] as const, audio: 'none' as const },
      ...{ burnFades: true, alternates: false },
    };
    const wish = handOverWish({ ...choices, formats: [...choices.formats] });
    expect(wishSchema.parse(wish)).toEqual(wish);
    expect(wish.sounds).toBe(false);
    expect(handOverAddress(7, { ...choices, formats: [...choices.formats] })).toBe(
      '/api/films/7/handover.zip?formats=otio%2Ccue-sheet&audio=wav&fades=burnt&sounds=none&alternates=none',
    );
    expect(handOverAddress(7, { ...allChoices, formats: ['edl'], audio: 'flac' })).toBe(
      '/api/films/7/handover.zip?formats=edl&audio=flac',
    );
  });

  it('lies at a whole path, or nobody said where', () => {
    expect(['', '/Volumes/Film', 'D:\\Music', 'D:/Music'].map(folderFault)).toEqual([null, null, null, null]);
    expect(folderFault('Music')).toContain('A whole path');
  });
});
