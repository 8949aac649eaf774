import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { onFilm } from './onFilm';
import { editList, readText } from './testing/readText.testing';

const rate = parseRate('24');
const film = { rate, startFrame: 86_400, lengthFrames: 2400 };
const cut = (record: string) => `001  A  V  C  00:00:00:00 00:00:01:00 ${record}`;

describe('a timeline on a film', () => {
  it('that does not know its start has the time codes of the film', () => {
    const timeline = readText(editList([cut('01:00:01:00 01:00:02:00')]), { rate });
    expect(onFilm(timeline, film).events).toMatchObject([{ recordIn: 24, recordOut: 48 }]);
  });

  it('that begins at zero is not an hour off, whether the film begins there or not', () => {
    const timeline = readText(editList([cut('00:00:01:00 00:00:02:00')]), { rate });
    expect(onFilm(timeline, film).events[0].recordIn).toBe(24);
    expect(onFilm(timeline, { ...film, startFrame: 0 }).events[0].recordIn).toBe(24);
  });

  it('that knows its start is laid from its first frame on, at its own seconds', () => {
    const table = readText('time,end,name\n1.5,2.5,a\n', { rate: parseRate('25') });
    const { markers, remarks } = onFilm(table, film);
    expect(markers).toMatchObject([{ frame: 36, durationFrames: 24 }]);
    expect(remarks).toEqual(["its rate is 25, the film's 24: places keep their seconds"]);
  });

  it('says what lies outside of the film', () => {
    const timeline = readText(editList([cut('03:00:01:00 03:00:02:00')]), { rate });
    expect(onFilm(timeline, film).remarks).toEqual(['outside of the film: 1 of 1']);
  });
});
