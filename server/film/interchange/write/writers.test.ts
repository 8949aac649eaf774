import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSecondsOf, nearestFrameOfExact, secondsOf } from '@/ml/timeCode/gridSeconds';
import { parseRate } from '@/ml/timeCode/parseRate';
import { add, compare, parseRationalTime } from '@/ml/timeCode/rational';
import type { Cue, HandedOver, Section } from '../handedOver';
import { exampleCue, exampleFilm, exampleMarker } from '../testing/exampleFilm.testing';
import { mediaUrl, relativeUrl } from './mediaUrl';
import { reelNames } from './reelNames';
import { writeCueSheet } from './writeCueSheet';
import { writeCutLists } from './writeCutLists';
import { writeFcpxml } from './writeFcpxml';
import { writeOtio } from './writeOtio';
import { writeResolveMarkers } from './writeResolveMarkers';
import { fileNameOf } from './writtenFile';
import { writeXmeml } from './writeXmeml';

const video = parseRate('29.97');

/** A hand-over of one cue whose section is changed. */
function handOver(
  change: Partial<Section> = {},
  more: Partial<Cue> = {},
  rate = parseRate('24'),
): HandedOver {
  const film = exampleFilm(rate);
  const cue = exampleCue(film, 240, 480);
  return {
    film,
    cues: [{ ...cue, ...more, section: { ...cue.section, ...change } }],
    markers: [],
    folder: null,
  };
}

describe('an edit decision list', () => {
  it('stands in the columns of CMX 3600, gain and fades as comments', () => {
    const [{ name, text }] = writeCutLists(handOver({}, { fadeInFrames: 24 }));
    expect(name).toBe('Über Wasser #2 Music.edl');
    expect(text.split('\r\n')).toEqual([
      'TITLE: Über Wasser #2 Music',
      'FCM: NON-DROP FRAME',
      '',
      '001  STUCK_24 AA    C        01:00:10:00 01:00:20:00 01:00:10:00 01:00:20:00',
      '* FROM CLIP NAME: Stück 240 & "mehr"',
      '* SOURCE FILE: Stück #240 50%.wav',
      '* CUE: 1m240',
      '* AUDIO LEVEL AT 01:00:10:00 IS -3.50 DB  (REEL STUCK_24 AA)',
      '* FADE IN: 24 FRAMES',
      '',
    ]);
  });

  it('says drop frame in FCM and in its marks', () => {
    const dropped = handOver({}, {}, video);
    const [{ text }] = writeCutLists({ ...dropped, film: { ...dropped.film, dropFrame: true } });
    expect(text).toContain('FCM: DROP FRAME\r\n');
    expect(text).toMatch(/C {8}(?:\d\d:\d\d:\d\d;\d\d ?){4}\r\n/);
  });

  it('holds 999 events and no more', () => {
    const film = exampleFilm(video, { lengthFrames: 2000 });
    const cues = Array.from({ length: 1000 }, (_, i) => exampleCue(film, i, i + 1));
    const handedOver = { film, cues, markers: [], folder: null };
    expect(() => writeCutLists(handedOver)).toThrow(
      'invalid cues: 1000 (an EDL holds 999 events: choose OTIO',
    );
    expect(writeCutLists({ ...handedOver, cues: cues.slice(1) })[0].text).toContain('\r\n999  ');
    const markers = cues.map(({ recordIn }) => exampleMarker(recordIn));
    expect(() => writeResolveMarkers({ ...handedOver, markers })).toThrow('invalid markers: 1000');
  });

  it('has a reel of its own for each file, of eight plain characters', () => {
    const paths = [
      'Media/Dämmerung 01.wav',
      'b/Dämmerung 02.flac',
      'Media/Dämmerung 01.wav',
      '夜.wav',
      'BL.wav',
    ];
    expect(Array.from(reelNames(paths).values())).toEqual(['DAMMERUN', 'DAMMER_2', 'REEL_', 'REEL_BL']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 }), (names) => {
        const reels = Array.from(reelNames(names.map((name) => `Media/${name}.wav`)).values());
        expect(new Set(reels).size).toBe(reels.length);
        for (const reel of reels) expect(reel).toMatch(/^[A-Z0-9_]{1,8}$/);
      }),
    );
  });
});

describe('markers for Resolve', () => {
  it('are in order, one a frame, with nothing that would end a field', () => {
    const film = exampleFilm(parseRate('25'), { startFrame: 0 });
    const markers = [
      exampleMarker(50, { name: 'b|c "d"', note: 'two\nlines', colour: 'mint' }),
      exampleMarker(0, { name: 'first', colour: 'unheard-of' }),
      exampleMarker(50, { name: 'same', note: '', durationFrames: 75 }),
    ];
    const [{ name, text }] = writeResolveMarkers({ film, cues: [], markers, folder: null });
    expect(name).toBe('Über Wasser #2 markers.edl');
    expect(text.split('\r\n').slice(3)).toEqual([
      '001  001      V     C        00:00:00:00 00:00:00:01 00:00:00:00 00:00:00:01  ',
      ' |C:ResolveColorBlue |M:first |D:1',
      '',
      '002  001      V     C        00:00:02:00 00:00:02:01 00:00:02:00 00:00:02:01  ',
      "two lines |C:ResolveColorMint |M:b/c 'd' / same |D:75",
      '',
      '',
    ]);
  });
});

describe('FCPXML', () => {
  const times = (text: string, element: string, attribute: string) =>
    Array.from(text.matchAll(new RegExp(`<${element} [^>]*\\b${attribute}="([^"]*)"`, 'g')), ([, value]) =>
      parseRationalTime(value),
    );

  it('has every time on the grid, and clips within their files, wherever a file says that it begins', () => {
    fc.assert(
      fc.property(
        fc.nat(86_000 * 48_000),
        fc.integer({ min: 0, max: 96_000 }),
        fc.constantFrom(video, parseRate('23.976')),
        (timeReferenceSamples, handleSamples, rate) => {
          const lengthSamples = Math.round(secondsOf(240, rate) * 48_000) + 2 * handleSamples + 3200;
          const media = { path: 'Media/a.wav', lengthSamples, timeReferenceSamples };
          const [{ text }] = writeFcpxml(handOver({ media, inSeconds: handleSamples / 48_000 }, {}, rate));
          const [start] = times(text, 'asset-clip', 'start');
          const [duration] = times(text, 'asset-clip', 'duration');
          const [assetStart] = times(text, 'asset', 'start');
          const [assetDuration] = times(text, 'asset', 'duration');
          const [offset] = times(text, 'asset-clip', 'offset');
          for (const time of [start, duration, offset]) {
            expect(exactSecondsOf(nearestFrameOfExact(time, rate), rate)).toEqual(time);
          }
          expect(compare(start, assetStart)).toBeGreaterThanOrEqual(0);
          expect(compare(add(start, duration), add(assetStart, assetDuration))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  it('refuses a file that has too few whole frames off its grid', () => {
    const media = { path: 'a.wav', lengthSamples: 480_000, timeReferenceSamples: 777 };
    expect(() => writeFcpxml(handOver({ media, inSeconds: 0 }))).toThrow(
      'its file has less than 240 whole frames at 24 a second: render it again with handles',
    );
  });

  it('says gain and fades', () => {
    const [{ text }] = writeFcpxml(handOver({}, { fadeInFrames: 12, fadeOutFrames: 48 }));
    expect(text).toContain('<adjust-volume amount="-3.5dB">');
    expect(text).toContain('<fadeIn duration="1/2s"/>');
    expect(text).toContain('<fadeOut duration="2s"/>');
  });
});

describe('xmeml', () => {
  it('counts in frames of the sequence: in at 2 s is 60 at 30 frames a second', () => {
    const [{ text }] = writeXmeml(handOver({ inSeconds: 2 }, {}, parseRate('30')));
    expect(text).toContain('<in>60</in>');
    expect(text).toContain('<out>300</out>');
    expect(text).toContain('<start>240</start>');
  });

  it('has levels and fades as key points of linear gain', () => {
    const [{ text }] = writeXmeml(handOver({ gainDecibels: -6 }, { fadeInFrames: 24, fadeOutFrames: 12 }));
    const points = Array.from(
      text.matchAll(/<when>(\d+)<\/when>\s*<value>([\d.]+)<\/value>/g),
      ([, when, value]) => [Number(when), Number(value)],
    );
    const level = Number((10 ** (-6 / 20)).toFixed(5));
    const expected = [
      [120, 0],
      [144, level],
      [348, level],
      [360, 0],
    ];
    // Left and right.
    expect(points).toEqual([...expected, ...expected]);
    expect(writeXmeml(handOver({ gainDecibels: 0 }))[0].text).not.toContain('<filter>');
  });

  it('refuses a rate that it has no words for', () => {
    const odd = { numerator: 25, denominator: 2 };
    expect(() => writeXmeml(handOver({}, {}, odd))).toThrow('invalid rate: 25/2');
  });
});

describe('OTIO', () => {
  it('has every time at the exact rate, the film as a gap', () => {
    const [{ text }] = writeOtio({ ...handOver({}, {}, video), markers: [exampleMarker(2103)] });
    const rates = new Set(Array.from(text.matchAll(/"rate": ([\d.]+)/g), ([, rate]) => Number(rate)));
    expect(rates).toEqual(new Set([30_000 / 1001]));
    const schemas = new Set(Array.from(text.matchAll(/"OTIO_SCHEMA": "([^"]+)"/g), ([, schema]) => schema));
    expect(schemas).toEqual(
      new Set(
        [
          'Timeline',
          'RationalTime',
          'Stack',
          'Marker',
          'TimeRange',
          'Track',
          'Gap',
          'Clip',
          'ExternalReference',
        ].map((name) => `${name}.${name === 'Clip' || name === 'Marker' ? 2 : 1}`),
      ),
    );
  });
});

describe('the cue sheet', () => {
  it('says who made what plays when, and computes nothing', () => {
    const [{ text }] = writeCueSheet(handOver());
    expect(text.startsWith('\ufeff')).toBe(true);
    const [heading, row] = csvParseRows(text.slice(1));
    expect(Object.fromEntries(heading.map((name, i) => [name, row[i]]))).toEqual({
      cue: '1m240',
      title: 'Stück 240 & "mehr"',
      artist: 'Ännchen, Björk',
      album: "'=Sum(1)",
      isrc: 'DEABC2600001',
      writer: 'A. Writer',
      in: '01:00:10:00',
      out: '01:00:20:00',
      duration_s: '10.000',
      use: 'background',
      gain_db: '-3.50',
      file: 'Media/Stück #240 50%.wav',
    });
  });
});

describe('paths', () => {
  it('are relative, percent-encoded and without a dot in front', () => {
    expect(relativeUrl('Media/Stück #2 50%.wav')).toBe('Media/St%C3%BCck%20%232%2050%25.wav');
    const written = [writeOtio, writeFcpxml, writeXmeml].map((write) => write(handOver())[0].text);
    for (const text of written) {
      expect(text).toContain('Media/St%C3%BCck%20%23240%2050%25.wav');
      expect(text).not.toContain('./Media');
    }
  });

  it('are whole where the folder is known, of Windows too', () => {
    expect(mediaUrl('Media/a b.wav', '/Volumes/My Film/')).toBe('file:///Volumes/My%20Film/Media/a%20b.wav');
    expect(mediaUrl('Media/a.wav', 'D:\\Film', 'localhost')).toBe('file://localhost/D%3A/Film/Media/a.wav');
    const [{ text }] = writeXmeml({ ...handOver(), folder: '/Volumes/Film' });
    expect(text).toContain('<pathurl>file://localhost/Volumes/Film/Media/St%C3%BCck');
  });

  it('of timelines can be written on every system', () => {
    expect(fileNameOf('A/B: "C"?', '.otio')).toBe('A_B_ _C__.otio');
    expect(fileNameOf('../..', '.edl')).toBe('_.edl');
    expect(fileNameOf('...', '.edl')).toBe('film.edl');
  });
});
