import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { editList, readText } from '../../testing/readText.testing';
import { readTimeline } from '../readTimeline';

const rate24 = parseRate('24000/1001');
const rate30 = parseRate('29.97');

describe('markers of Resolve', () => {
  const event = '001  001      V     C        01:00:18:06 01:00:18:07 01:00:18:06 01:00:18:07';

  it('are markers, not cuts, also where note and name are missing', () => {
    const timeline = readText(editList(['FCM: NON-DROP FRAME', event, ' |C:ResolveColorRose |M: |D:12', '']));
    expect(timeline).toMatchObject({ format: 'resolve-markers', events: [], name: 'FILM' });
    expect(timeline.markers).toEqual([
      { frame: 86_838, durationFrames: 12, name: '', note: '', colour: 'rose', within: null, isSeen: true },
    ]);
  });

  it('keep bars and colons of a note', () => {
    const [marker] = readText(
      editList([event, 'at 10:00 | or so |C:ResolveColorSky |M:Müller: "#1" |D:1']),
    ).markers;
    expect(marker).toMatchObject({ note: 'at 10:00 | or so', name: 'Müller: "#1"', colour: 'sky' });
  });
});

describe('markers as text', () => {
  const premiere =
    'Markername\tBeschreibung\tIn\tOut\tDauer\tMarkertyp\r\nSzene 2\t\t00:00:10:05\t00:00:12:05\t00:00:02:00\tKommentar\r\n';

  it('of Premiere are read from UTF-16 with its mark, either way round, in any language', () => {
    const little = Buffer.from(`\ufeff${premiere}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, Buffer.from(`\ufeff${premiere}`)]) {
      expect(readTimeline('markers.txt', bytes, { rate: parseRate('25') })).toMatchObject({
        format: 'premiere-markers',
        markers: [{ frame: 255, durationFrames: 50, name: 'Szene 2' }],
      });
    }
  });

  it('of Media Composer are read', () => {
    const text =
      'Anna\t01:00:10:00\tV1\tRed\tMake it colder\t1\t\tRed\nAnna\t01:00:05:12\tTC1\tgreen\t\t24\n';
    expect(readText(text, { rate: rate24 })).toMatchObject({
      format: 'avid-markers',
      markers: [
        { frame: 86_400 + 132, durationFrames: 24, name: 'Anna', note: '', colour: 'green' },
        { frame: 86_400 + 240, durationFrames: 1, note: 'Make it colder', colour: 'red' },
      ],
    });
  });

  it('of Pro Tools stand at their sample where the session shows bars', () => {
    const text = [
      'SESSION NAME:\tReel 1',
      'SAMPLE RATE:\t48000.000000',
      'SESSION START TIMECODE:\t01:00:00;00',
      'TIMECODE FORMAT:\t29.97 Drop Frame',
      '',
      'M A R K E R S  L I S T I N G',
      '#\tLOCATION\tTIME REFERENCE\tUNITS\tNAME\tCOMMENTS',
      '1\t3|1\t480480\tSamples\tHit\tloud',
    ].join('\n');
    expect(readText(text)).toMatchObject({
      dropFrame: true,
      startFrame: 107_892,
      markers: [{ frame: 107_892 + 300, name: 'Hit', note: 'loud' }],
    });
  });

  it('of a table are found by their headings', () => {
    const codes = readText('Name;Start TC;End TC;Comment\n"Tür; zu";01:00:00:10;01:00:01:10;leise\n', {
      rate: rate24,
    });
    expect(codes).toMatchObject({
      format: 'csv',
      startFrame: null,
      markers: [{ frame: 86_410, durationFrames: 24, name: 'Tür; zu', note: 'leise' }],
    });
    const seconds = readText('time_s,label\n0.5,a\n1:00.25,b\n01:00:00.000,c\n', { rate: parseRate('24') });
    expect(seconds).toMatchObject({
      startFrame: 0,
      markers: [{ frame: 12 }, { frame: 1446 }, { frame: 86_400 }],
    });
    const frames = readText('frame,name,colour\n30,x,Blue\n', { rate: rate30 });
    expect(frames.markers).toMatchObject([{ frame: 30, name: 'x', colour: 'blue' }]);
    expect(readText('01:00:00:00,first,note\n', { rate: rate24 }).markers).toMatchObject([{ name: 'first' }]);
  });

  it('of a table in seconds want a rate, and times that are some', () => {
    expect(() => readText('time,name\n1,a\n')).toThrow('give the rate of the film');
    expect(() => readText('time,name\nnoon,a\n', { rate: rate24 })).toThrow('line 2: invalid time: noon');
    expect(() => readText('time,name\n,a\n', { rate: rate24 })).toThrow('line 2: a marker without a time');
    expect(() => readText('frame,name\n1.5,a\n', { rate: rate24 })).toThrow('line 2: invalid frame: 1.5');
  });
});
