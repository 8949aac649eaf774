import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedRate, sameRate } from '@/ml/timeCode/frameRate';
import { parseRate } from '@/ml/timeCode/parseRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { handedOverSchema, type HandedOver } from '../handedOver';
import { onFilm } from '../onFilm';
import { readTimeline } from '../read/readTimeline';
import { exampleCue, exampleFilm, exampleHandOvers, exampleMarker } from '../testing/exampleFilm.testing';
import type { TimelineEvent } from '../timeline';
import { exportFormats, type ExportFormat } from './exportFormats';

const rates = ['24000/1001', '24', '25', '30000/1001', '30', '50', '60000/1001', '60'].map(parseRate);
const timelineFormats = ['otio', 'edl', 'fcpxml', 'xmeml'] as const;

/** What is written in a format, read again and laid on the film. */
const again = (handedOver: HandedOver, format: ExportFormat, place = 0) => {
  const files = exportFormats[format](handedOver);
  const timeline = readTimeline(files[place].name, Buffer.from(files[place].text), handedOver.film);
  return { timeline, ...onFilm(timeline, handedOver.film) };
};

const sound = (events: readonly TimelineEvent[]) =>
  events.filter(({ kind, track }) => kind === 'audio' && track !== 'A2' && track !== 'A4');

/** Cues one after the other with gaps of some lengths, of any length. */
const cuePlaces = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((pairs) => {
    let end = 0;
    return pairs.map(([gap, length]) => {
      const from = end + gap;
      end = from + length;
      return [from, end] as const;
    });
  });

describe.each(timelineFormats)('%s read again', (format) => {
  it('has every cue on its frame at every rate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rates), fc.boolean(), cuePlaces, (rate, wantsDrop, places) => {
        const dropFrame = wantsDrop && rate.denominator === 1001 && countedRate(rate) % 30 === 0;
        const film = exampleFilm(rate, { dropFrame });
        const cues = places.map(([from, until]) => exampleCue(film, from, until));
        const { timeline, events } = again({ film, cues, markers: [], folder: null }, format);
        expect(sameRate(timeline.rate, rate)).toBe(true);
        const found = sound(events);
        expect(found.map(({ recordIn, recordOut }) => [recordIn, recordOut])).toEqual(places);
        expect(found.map(({ name }) => name)).toEqual(cues.map(({ section }) => section.title));
        // The file's time is that of the film, so what is heard lies there in both.
        expect(found.map(({ sourceIn }) => sourceIn)).toEqual(places.map(([from]) => film.startFrame + from));
      }),
      { numRuns: 60 },
    );
  });

  it('loses nothing over 100 cues side by side at 23.976', () => {
    const film = exampleFilm(rates[0], { lengthFrames: 90 * 60 * 24 });
    const cues = Array.from({ length: 100 }, (_, i) => exampleCue(film, i * 1001, (i + 1) * 1001));
    const events = sound(again({ film, cues, markers: [], folder: null }, format).events);
    expect(events.map(({ recordIn }) => recordIn)).toEqual(cues.map(({ recordIn }) => recordIn));
    expect(events.at(-1)?.recordOut).toBe(100_100);
  });

  it('mutes alternates', () => {
    const film = exampleFilm(rates[2]);
    const cue = exampleCue(film, 100, 200);
    const alternates = [1, 2].map((n) => ({ ...cue.section, title: `Alternate ${n}` }));
    const handedOver = { film, cues: [{ ...cue, alternates }], markers: [], folder: null };
    if (format === 'edl') {
      const names = exportFormats.edl(handedOver).map(({ name }) => name);
      expect(names).toEqual(
        ['Music', 'Alternates 1', 'Alternates 2'].map((track) => `Über Wasser #2 ${track}.edl`),
      );
      expect(again(handedOver, format, 2).events).toMatchObject([{ name: 'Alternate 2', recordIn: 100 }]);
      return;
    }
    const heard = again(handedOver, format).events.filter(({ kind }) => kind === 'audio');
    expect(new Set(heard.filter(({ enabled }) => enabled).map(({ name }) => name))).toEqual(
      new Set([cue.section.title]),
    );
    expect(new Set(heard.filter(({ enabled }) => !enabled).map(({ name }) => name))).toEqual(
      new Set(['Alternate 1', 'Alternate 2']),
    );
  });
});

describe.each(['otio', 'markers', 'fcpxml', 'xmeml'] as const)('markers in %s', (format) => {
  it('come back on their frames at every rate, whenever the film begins, without a cue too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rates),
        fc.constantFrom(0, 1, 10),
        fc.uniqueArray(fc.nat(20_000), { minLength: 1, maxLength: 30 }),
        (rate, hours, frames) => {
          const film = exampleFilm(rate, {
            startFrame: hours * 3600 * countedRate(rate),
            lengthFrames: 30_000,
          });
          const markers = frames.map((frame) => exampleMarker(frame, { durationFrames: 1 + (frame % 3) }));
          const { markers: found } = again({ film, cues: [], markers, folder: null }, format);
          const sorted = markers.toSorted((a, b) => a.frame - b.frame);
          expect(found.map(({ frame, name }) => [frame, name])).toEqual(
            sorted.map(({ frame, name }) => [frame, name]),
          );
          expect(found.map(({ durationFrames }) => Math.max(1, durationFrames))).toEqual(
            sorted.map(({ durationFrames }) => durationFrames),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what is handed over', () => {
  const film = exampleFilm(rates[1]);
  const cue = exampleCue(film, 0, 240);
  const whole = (cues = [cue]): HandedOver => ({ film, cues, markers: [], folder: null });
  const formats = Object.keys(exportFormats) as ExportFormat[];

  it('is checked at the door', () => {
    for (const example of Object.values(exampleHandOvers()))
      expect(handedOverSchema.parse(example)).toEqual(example);
    const refused = (change: object) => handedOverSchema.safeParse({ ...whole(), ...change }).success;
    expect(refused({ film: { ...film, dropFrame: true } })).toBe(false);
    expect(refused({ cues: [{ ...cue, recordOut: 0 }] })).toBe(false);
    expect(refused({ cues: [{ ...cue, fadeInFrames: 200, fadeOutFrames: 41 }] })).toBe(false);
    expect(refused({ folder: 'Music' })).toBe(false);
    for (const path of ['/etc/passwd', '../x.wav', './x.wav', 'a//b.wav', 'C:/x.wav', 'a\\b.wav']) {
      const section = { ...cue.section, media: { ...cue.section.media, path } };
      expect(refused({ cues: [{ ...cue, section }] })).toBe(false);
    }
  });

  it('is refused where cues overlap, leave the film or have too short a track', () => {
    const later = exampleCue(film, 239, 300);
    const beyond = exampleCue(film, film.lengthFrames - 1, film.lengthFrames + 1);
    const short = { ...cue, section: { ...cue.section, inSeconds: 12.001 } };
    for (const format of formats.filter((name) => name !== 'markers')) {
      const write = (cues: HandedOver['cues']) => () => exportFormats[format](whole(cues));
      expect(write([later, cue])).toThrow(
        'invalid cue: 1m239 (it begins before "1m0" ends: move one of them)',
      );
      expect(write([beyond])).toThrow('it goes beyond the film');
      expect(write([short])).toThrow(
        'ends 2.00 s before it: shorten the cue, or fit the length of the track',
      );
    }
  });

  it('has files and tracks only for what there is', () => {
    const counts = formats.map((format) => [format, exportFormats[format](whole([])).length]);
    expect(Object.fromEntries(counts)).toEqual({
      otio: 1,
      edl: 0,
      markers: 0,
      fcpxml: 1,
      xmeml: 1,
      'cue-sheet': 1,
    });
  });

  it('says the known time code: 29.97 non-drop from one hour, frame 2103', () => {
    const video = exampleFilm(rates[3]);
    const handedOver = { film: video, cues: [], markers: [exampleMarker(2103)], folder: null };
    expect(exportFormats.markers(handedOver)[0].text).toContain(' 01:01:10:03 01:01:10:04  ');
    expect(timeCodeOf(video.startFrame + 2103, video)).toBe('01:01:10:03');
  });
});
