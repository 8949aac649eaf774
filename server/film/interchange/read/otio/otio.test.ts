import { describe, expect, it } from 'vitest';
import { parseRate } from '@/ml/timeCode/parseRate';
import { readText } from '../../testing/readText.testing';

const rate24 = parseRate('24000/1001');

describe('a timeline of OpenTimelineIO', () => {
  const time = (value: number, rate: number) => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate });
  const range = (start: number, length: number, rate: number) => ({
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: time(start, rate),
    duration: time(length, rate),
  });
  const document = (rate: number, children: unknown[], more: object = {}) =>
    JSON.stringify({
      OTIO_SCHEMA: 'Timeline.1',
      name: 'Film',
      global_start_time: time(86_400, rate),
      tracks: { OTIO_SCHEMA: 'Stack.1', children: [{ OTIO_SCHEMA: 'Track.1', kind: 'Video', children }] },
      ...more,
    });
  const clip = (rate: number, more: object = {}) => ({
    OTIO_SCHEMA: 'Clip.2',
    name: 'A',
    source_range: range(10, 20, rate),
    ...more,
  });

  it('has the rate 24000/1001 however it is written', () => {
    for (const rate of [23.976, 23.97602397602397, 24_000 / 1001]) {
      const timeline = readText(document(rate, [clip(23.976), clip(24_000 / 1001)]));
      expect([timeline.rate, timeline.startFrame]).toEqual([rate24, 86_400]);
      expect(timeline.events.map(({ recordIn, recordOut }) => [recordIn, recordOut])).toEqual([
        [86_400, 86_420],
        [86_420, 86_440],
      ]);
    }
  });

  it('takes times of other rates to its own', () => {
    const { events } = readText(
      document(24, [clip(25), clip(48_000, { source_range: range(0, 96_000, 48_000) })]),
    );
    expect(events.map(({ recordIn, recordOut }) => [recordIn, recordOut])).toEqual([
      [86_400, 86_419],
      [86_419, 86_467],
    ]);
  });

  it('puts markers of clips, tracks and nested stacks where they are seen', () => {
    const marker = (frame: number, name: string) => ({
      OTIO_SCHEMA: 'Marker.7',
      name,
      color: { OTIO_SCHEMA: 'Color.1', name: 'RED' },
      marked_range: range(frame, 1, 24),
    });
    const inner = {
      OTIO_SCHEMA: 'Track.1',
      children: [clip(24, { markers: [marker(15, 'inner'), marker(29, 'cut')] })],
    };
    const nested = {
      OTIO_SCHEMA: 'Stack.1',
      name: 'Comp',
      source_range: range(2, 10, 24),
      children: [inner],
    };
    const { markers, events } = readText(document(24, [clip(24, { markers: [marker(12, 'own')] }), nested]));
    expect(events.map(({ name }) => name)).toEqual(['A', 'Comp']);
    expect(markers).toMatchObject([
      { frame: 86_402, name: 'own', colour: 'red', within: null, isSeen: true },
      { frame: 86_423, name: 'inner', within: 'Comp', isSeen: true },
      { frame: 86_437, name: 'cut', within: 'Comp', isSeen: false },
    ]);
  });

  it('reads a stack within a stack: a clip without a track, and a track of which a part is shown', () => {
    const marker = { OTIO_SCHEMA: 'Marker.2', name: 'own', color: 'RED', marked_range: range(12, 1, 24) };
    const shown = {
      OTIO_SCHEMA: 'Track.1',
      source_range: range(5, 10, 24),
      children: [clip(24, { markers: [{ ...marker, name: 'later', marked_range: range(18, 1, 24) }] })],
    };
    const nested = {
      OTIO_SCHEMA: 'Stack.1',
      name: 'Comp',
      children: [clip(24, { markers: [marker] }), shown],
    };
    const { events, markers } = readText(document(24, [clip(24), nested]));
    expect(events.map(({ recordIn, recordOut }) => [recordIn, recordOut])).toEqual([
      [86_400, 86_420],
      [86_420, 86_440],
    ]);
    expect(markers.map(({ name, frame }) => [name, frame])).toEqual([
      ['own', 86_422],
      ['later', 86_423],
    ]);
  });

  it('knows transitions, speed and what is not enabled', () => {
    const dissolve = {
      OTIO_SCHEMA: 'Transition.1',
      name: 'SMPTE',
      in_offset: time(6, 24),
      out_offset: time(7, 24),
    };
    const slow = clip(24, {
      enabled: false,
      effects: [{ OTIO_SCHEMA: 'LinearTimeWarp.1', time_scalar: 0.5 }],
    });
    const frozen = clip(24, { effects: [{ OTIO_SCHEMA: 'FreezeFrame.1', time_scalar: 0 }] });
    const { events } = readText(document(24, [clip(24), dissolve, slow, frozen]));
    expect(events.map(({ recordIn, speed, enabled }) => [recordIn, speed, enabled])).toEqual([
      [86_400, 1, true],
      [86_420, 0.5, false],
      [86_440, 0, true],
    ]);
    expect(events[1].transition).toEqual({ name: 'SMPTE', durationFrames: 13 });
  });

  it('takes words for numbers that JSON lacks, and leaves strings alone', () => {
    const odd = clip(24, {
      name: 'say "NaN" \\\\ {[',
      metadata: { most: 'MOST', least: 'LEAST', none: 'NONE' },
    });
    const text = document(24, [odd])
      .replace('"MOST"', 'Inf')
      .replace('"LEAST"', '-Infinity')
      .replace('"NONE"', 'NaN');
    expect(readText(text).events).toMatchObject([{ name: 'say "NaN" \\\\ {[' }]);
    expect(() => readText(`{"OTIO_SCHEMA": "Timeline.1", "x": "${'\\\\"'.repeat(200_000)}`)).toThrow(
      'no whole JSON',
    );
  });

  it('refuses other things and deep nests with a reason', () => {
    expect(() => readText('{"OTIO_SCHEMA": "Clip.1"}')).toThrow('it holds a Clip.1, not a timeline');
    expect(() => readText('{"OTIO_SCHEMA": "Timeline.1", ')).toThrow('it is no whole JSON');
    expect(() => readText(document(0, [clip(0)]))).toThrow('global_start_time.rate');
    const deep = `{"OTIO_SCHEMA":"Timeline.1","tracks":${'{"children":['.repeat(5000)}`;
    expect(() => readText(deep)).toThrow('it nests deeper than 400');
    expect(() => readText('{"OTIO_SCHEMA": "Timeline.1", "tracks": {"OTIO_SCHEMA": "Stack.1"}}')).toThrow(
      'nothing in it has a rate',
    );
  });
});
