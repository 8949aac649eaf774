import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { editList, oneCut, readText } from '../../testing/readText.testing';

const rate24 = parseRate('24000/1001');
const rate30 = parseRate('29.97');

describe('an edit decision list', () => {
  it('is drop frame where FCM says so, whatever its marks', () => {
    const [dropped] = readText(editList(['FCM: DROP FRAME', oneCut])).events;
    const [kept] = readText(editList(['FCM: NON-DROP FRAME', oneCut])).events;
    expect(kept.recordIn).toBe(61 * 60 * 24 + 2);
    expect(dropped.recordIn).toBe(61 * 60 * 30 + 2 - 2 * (61 - 6));
    const semicolons = oneCut.replace(/:(\d\d)(?= |$)/g, ';$1');
    expect(readText(editList(['FCM: NON-DROP FRAME', semicolons]), { rate: rate30 }).dropFrame).toBe(false);
    expect(readText(editList([semicolons]), { rate: rate30 }).dropFrame).toBe(true);
  });

  it('says how it came to its rate', () => {
    const guessed = readText(editList([oneCut]));
    expect([guessed.rate, guessed.rateFrom]).toEqual([parseRate('24'), 'guessed']);
    expect(guessed.remarks.join()).toContain('no rate in the file: counted at 24');
    const given = readText(editList([oneCut]), { rate: rate24 });
    expect([given.rate, given.rateFrom, given.remarks]).toEqual([rate24, 'given', []]);
    expect(readText(editList([oneCut.replace('10:02', '10:29')])).rate).toEqual(parseRate('30'));
    expect(readText(editList([oneCut.replace('10:02', '10:59')])).rate).toEqual(parseRate('60'));
    expect(readText(editList(['FCM: DROP FRAME', oneCut])).rate).toEqual(rate30);
  });

  it('refuses drop frame at a rate that has none, and labels that are dropped', () => {
    expect(() => readText(editList(['FCM: DROP FRAME', oneCut]), { rate: parseRate('25') })).toThrow(
      'it counts in drop frame, which there is at 29.97 and 59.94, not at 25',
    );
    expect(() =>
      readText(editList(['FCM: DROP FRAME', oneCut.replace('01:01:00:02', '01:01:00:00')])),
    ).toThrow('line 3: invalid time code: 01:01:00:00 (drop frame leaves this label out)');
  });

  it('is exact to the last cut of 90 minutes at 23.976', () => {
    const label = (frame: number) =>
      [frame / 86_400, (frame / 1440) % 60, (frame / 24) % 60, frame % 24]
        .map((part) => String(Math.floor(part)).padStart(2, '0'))
        .join(':');
    const cuts = Array.from({ length: 129 }, (_, i) => [i * 1000, (i + 1) * 1000].map(label).join(' '));
    const { events } = readText(
      editList(cuts.map((range, i) => `${String(i + 1).padStart(3, '0')}  AX V C ${range} ${range}`)),
      { rate: rate24 },
    );
    expect(events.map(({ recordIn }) => recordIn)).toEqual(cuts.map((_, i) => i * 1000));
    expect(events.at(-1)?.recordOut).toBe(129_000);
  });

  it('goes on past event 999, and over midnight', () => {
    const lines = [998, 999, 1000, 1001].map((number) => oneCut.replace('001', String(number)));
    expect(readText(editList(lines)).events).toHaveLength(4);
    const midnight = '001  A  V  C  00:00:00:00 00:00:20:00 23:59:50:00 00:00:10:00';
    expect(readText(editList([midnight])).events[0].recordOut).toBe(24 * 86_400 + 240);
  });

  it('takes long and spaced reels, tracks together, wipes and keys', () => {
    const { events } = readText(
      editList([
        '001  C_0019C005_241014_204338_h1F4X V     C        11:19:41:07 11:19:49:03 02:04:48:10 02:04:56:06',
        '002  A 012    AA/V  C        00:00:00:00 00:00:01:00 02:04:56:06 02:04:57:06',
        '003  BL       B     W001 025 00:00:00:00 00:00:01:00 02:04:57:06 02:04:58:06',
        '004  X        NONE  C        00:00:00:00 00:00:01:00 02:04:58:06 02:04:59:06',
        'AUD   3    4',
        '005  X        V2    K B 000  00:00:00:00 00:00:01:00 02:04:59:06 02:05:00:06',
        'a line of unknown meaning',
      ]),
    );
    expect(events.map(({ reel, track, kind }) => [reel, track, kind])).toEqual([
      ['C_0019C005_241014_204338_h1F4X', 'V', 'video'],
      ['A 012', 'V', 'video'],
      ['A 012', 'A1 A2', 'audio'],
      ['BL', 'V', 'video'],
      ['BL', 'A1', 'audio'],
      ['X', 'A3 A4', 'audio'],
      ['X', 'V2', 'video'],
    ]);
    expect(events[3].transition).toEqual({ name: 'wipe 001', durationFrames: 25 });
    expect(events[6].transition).toEqual({ name: 'key', durationFrames: 0 });
  });

  it('names each line that it does not understand', () => {
    const { remarks } = readText(
      editList([oneCut, '* a comment', 'EVEN MORE', '002  A  V  C  00:00:00:00', oneCut]),
      {
        rate: rate24,
      },
    );
    expect(remarks).toEqual(['lines not understood: 2, the first is line 4']);
    expect(() => readText('TITLE: X\nFCM: DROP FRAME\n')).toThrow('it is none of these');
  });

  it('of 50,000 lines is read whole', () => {
    const lines = Array.from({ length: 25_000 }, (_, i) => [
      `${String(i + 1).padStart(6, '0')}  AX       V     C        00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00`,
      `* FROM CLIP NAME: clip ${i}`,
    ]);
    const { events } = readText(editList(lines.flat()));
    expect(events).toHaveLength(25_000);
    expect(events.at(-1)?.name).toBe('clip 24999');
  });
});
