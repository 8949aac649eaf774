import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import shown from '../reference/fcpxmlMarkers.json';
import reference from '../reference/readers.json';
import type { Timeline } from '../timeline';
import { readTimeline } from './readTimeline';

const folder = '../shared/video';
const film24 = parseRate('24000/1001');

const read = (name: string, rate?: string): Timeline =>
  readTimeline(name, readFileSync(join(folder, name)), rate === undefined ? {} : { rate: parseRate(rate) });

describe.skipIf(!existsSync(folder))('files of editing programs (../shared/video)', () => {
  it('are all read, each as what it is', () => {
    const names = readdirSync(folder).filter((name) => !['NOTES.md', 'files.tsv'].includes(name));
    const known: [RegExp, Timeline['format']][] = [
      [/^hand_resolve/, 'resolve-markers'],
      [/^hand_premiere/, 'premiere-markers'],
      [/^pt_/, 'pro-tools'],
      [/\.edl$/, 'cmx3600'],
      [/\.fcpxml$/, 'fcpxml'],
      [/\.xml$/, 'xmeml'],
      [/\.otio$/, 'otio'],
    ];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const expected = known.find(([pattern]) => pattern.test(name))?.[1];
      // Its name tells nothing: the content does.
      expect([name, readTimeline('film.bin', readFileSync(join(folder, name))).format]).toEqual([
        name,
        expected,
      ]);
    }
  });

  it.each(Object.entries(reference.editLists))('has the events of pycmx in %s', (name, { rate, lines }) => {
    const { events } = read(name, String(rate));
    const kept = lines.filter(({ frames: [, , from, until], number }, index) => {
      const isFirstOfTwo = from === until && lines.at(index + 1)?.number === number;
      return !isFirstOfTwo;
    });
    for (const line of kept) {
      const [sourceIn, sourceOut, recordIn, recordOut] = line.frames;
      const found = events.filter((event) => event.recordIn === recordIn && event.reel === line.reel);
      const kind = line.hasVideo ? 'video' : 'audio';
      const isHere = ({ track }: { track: string }) =>
        line.audio.every((number) => track.split(' ').includes(`A${number}`));
      const event = found.find((one) => one.kind === kind && one.recordOut === recordOut && isHere(one));
      expect(event).toMatchObject({ sourceIn, sourceOut });
      if (line.clip !== null) expect(event?.name).toBe(line.clip);
      expect(event?.transition?.durationFrames ?? 0).toBe(line.length);
    }
    const numbers = new Set(lines.map(({ number }) => number));
    expect(events.length).toBeGreaterThanOrEqual(numbers.size);
  });

  it.each(['xmeml_premiere_example.xml', 'otio_big_int.otio', 'otio_screening_example.otio'] as const)(
    'has the clips of OpenTimelineIO in %s',
    (name) => {
      const events = read(name).events.map(({ name: clip, recordIn, recordOut, sourceIn }) => ({
        name: clip,
        recordIn,
        recordOut,
        sourceIn,
      }));
      expect(reference[name].length).toBeGreaterThan(0);
      for (const clip of reference[name]) expect(events).toContainEqual(clip);
    },
  );

  it('has the clips of OpenTimelineIO in an FCPXML file of a whole rate', () => {
    const events = read('fcpx_otio_project.fcpxml').events.map(({ name, recordIn, recordOut }) => [
      name,
      recordIn,
      recordOut,
    ]);
    const clips = reference['fcpx_otio_project.fcpxml'];
    expect(events).toHaveLength(clips.length);
    for (const { name, recordIn, recordOut } of clips)
      expect(events).toContainEqual([name, recordIn, recordOut]);
  });

  it.each([
    'fcpx_23.98.fcpxml',
    'fcpx_29.97d.fcpxml',
    'fcpx_BasicMarkers.fcpxml',
    'fcpx_BasicMarkers_1HourProjectStart.fcpxml',
  ] as const)('has the markers of %s where Final Cut Pro shows them', (name) => {
    const timeline = read(name);
    const markers = timeline.markers.map((marker) => [
      timeCodeOf(marker.frame, timeline),
      marker.name,
      marker.isSeen,
    ]);
    expect(markers.toSorted()).toEqual(shown[name].toSorted());
  });

  it('has the markers of sound at their exact fractions', () => {
    const { markers } = read('fcpx_AudioOnly.fcpxml');
    const found = markers.map(({ frame, name }) => [frame, name]);
    expect(found.toSorted()).toEqual(reference['fcpx_AudioOnly.fcpxml'].toSorted());
  });

  it('reads rate, drop flag and start of each FCPXML file', () => {
    const heads = [
      'fcpx_23.98.fcpxml',
      'fcpx_29.97d.fcpxml',
      'fcpx_BasicMarkers_1HourProjectStart.fcpxml',
    ].map((name) => {
      const { rate, dropFrame, startFrame, rateFrom } = read(name);
      return [rate, dropFrame, startFrame, rateFrom];
    });
    const video = parseRate('30000/1001');
    expect(heads).toEqual([
      [film24, false, 0, 'file'],
      [video, true, 0, 'file'],
      [video, false, 108_000, 'file'],
    ]);
  });

  it('takes three locators of one list, in any spelling of LOC', () => {
    const expected = [
      { frame: 86_438, name: 'ANIM FIX NEEDED', colour: 'red' },
      { frame: 86_462, name: 'ANIM FIX NEEDED', colour: 'pink' },
      { frame: 86_773, name: '', colour: 'green' },
    ];
    for (const name of ['cmx_screening_example.edl', 'cmx_no_spaces_test.edl']) {
      expect(read(name, '24').markers).toMatchObject(expected);
    }
  });

  it('keeps both dissolves, of 35 and of 64 frames, and a jump in event numbers', () => {
    const { events } = read('cmx_dissolve_test_4.edl', '24');
    expect(events.map(({ transition }) => transition?.durationFrames ?? 0)).toEqual([0, 0, 35, 64, 0, 0]);
    for (let index = 1; index < events.length; index++) {
      expect(events[index].recordIn).toBe(events[index - 1].recordOut);
    }
  });

  it('knows freezes, changed speed, reverse and more channels of sound', () => {
    const speeds = read('cmx_speed_effects_small.edl', '24').events.map(({ speed }) => speed);
    expect(speeds).toEqual([1, 0, 0, 1, 47.6 / 24]);
    expect(read('cmx_multi_audio.edl', '24').events).toMatchObject([{ track: 'A1 A2 A3', kind: 'audio' }]);
    const other = read('pyedl_2997DF.edl');
    expect(other.events.filter(({ speed }) => speed === -1)).toHaveLength(2);
    expect(other.rateFrom).toBe('guessed');
    expect(other.rate).toEqual(parseRate('25'));
  });

  it('refuses a list at a rate that its labels exceed', () => {
    expect(() => read('cmx_25fps.edl', '24000/1001')).toThrow(
      'invalid FILE: cmx_25fps.edl (line 13: invalid time code: 01:00:01:24 (below 24:00:00:00, frames below 24))',
    );
  });

  it('reads the markers that Media Composer appends as comments, and levels', () => {
    const { markers, events } = read('pycmx_TEST.edl', '24');
    expect(markers).toHaveLength(30);
    expect(markers[0]).toMatchObject({
      name: 'WBROGO',
      note: '002_020 - Phone Screen - CU',
      colour: 'white',
    });
    expect(timeCodeOf(markers[0].frame, { rate: film24, dropFrame: false })).toBe('01:02:12:00');
    expect(events.filter(({ gainDecibels }) => gainDecibels !== null).length).toBeGreaterThan(5);
  });

  it('tells the markers of Resolve from a list of cuts, and puts them in order', () => {
    const { format, markers } = read('hand_resolve_markers_fr.edl', '24');
    expect(format).toBe('resolve-markers');
    const rows = markers.map(({ frame, name, durationFrames, colour }) => [
      timeCodeOf(frame, { rate: film24, dropFrame: false }),
      name,
      durationFrames,
      colour,
    ]);
    expect(rows).toEqual([
      ['01:00:18:06', 'Marker 1', 1, 'yellow'],
      ['01:00:20:20', 'Marker 2', 1, 'green'],
      ['01:04:55:22', 'Yellow Marker', 601, 'yellow'],
      ['01:21:45:04', 'Marker 72', 1, 'blue'],
      ['01:27:06:16', 'Marker 88', 125_512, 'yellow'],
      ['01:44:35:12', 'Marker 130', 1, 'blue'],
    ]);
    expect(markers.map(({ note }) => note)).toEqual([
      'Poil noire gauche cadre sur visage acteur',
      "Son en avance de 2i sur les dialogues du 1er plan = synchro à valider en l'état",
      'test 25:01',
      'Tache claire en haut a gauche et en bas',
      'Trace de colle en haut',
      '',
    ]);
  });

  it('counts each row of Premiere by its own marks', () => {
    const { markers, rate, remarks } = read('hand_premiere_markers.csv');
    expect(rate).toEqual(parseRate('29.97'));
    expect(markers).toMatchObject([
      { frame: (8 * 60 + 22) * 30 + 23, durationFrames: 0, name: 'Name', note: 'Some comment' },
      { frame: (11 * 60 + 23) * 30 + 1 - 20, durationFrames: 54, name: 'Test' },
    ]);
    expect(remarks.join()).toContain('its own marks');
  });

  it('reads the markers of Pro Tools, with notes', () => {
    const { markers, startFrame, rate } = read('pt_Markers_2023.12.txt');
    expect([startFrame, rate]).toEqual([86_160, parseRate('24')]);
    expect(markers.map(({ frame }) => frame)).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => 86_400 + 24 * i));
    expect(markers.map(({ note }) => note)).toEqual(['', 'Some comments', '', '', '', 'More comments', '']);
  });

  it('reads the points and the nested marker of Premiere in xmeml', () => {
    const { markers } = read('xmeml_premiere_example.xml');
    expect(markers).toMatchObject([
      { frame: 113, durationFrames: 0, name: 'My MArker 1', note: 'so, this happened', within: null },
      { frame: 298, name: '' },
      { frame: 395, within: null },
      { frame: 492, name: 'dsf' },
      { frame: 809, within: 'sc01_sh010_anim', isSeen: true },
    ]);
  });
});
