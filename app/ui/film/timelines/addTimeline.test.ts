import { describe, expect, it } from 'vitest';
import { filmProject } from '@/server/film/projects/filmProject';
import type { Timeline, TimelineEvent, TimelineMarker } from '@/server/film/interchange/timeline';
import { addTimeline, cutsOf, timelineFrames } from './addTimeline';
import { testProject } from '../testing/project.testing';

const event = (recordIn: number, recordOut: number, kind: 'video' | 'audio' = 'video'): TimelineEvent => ({
  ...{
    name: `shot ${recordIn}`,
    reel: null,
    track: 'V',
    kind,
    sourceIn: null,
    sourceOut: null,
    recordIn,
    recordOut,
  },
  ...{ speed: 1, gainDecibels: null, transition: null, enabled: true },
});
const marker = (frame: number, durationFrames = 1, parts: Partial<TimelineMarker> = {}): TimelineMarker => ({
  ...{
    frame,
    durationFrames,
    name: `m${frame}`,
    note: '',
    colour: 'blue',
    within: null,
    isSeen: true,
    ...parts,
  },
});
const laid = {
  events: [
    event(0, 100),
    event(100, 250),
    event(100, 250),
    event(20_000, 20_100),
    event(50, 90, 'audio'),
    event(80, 120, 'audio'),
  ],
  markers: [marker(10), marker(200, 48), marker(30, 1, { isSeen: false }), marker(-5), marker(99_999)],
  remarks: [],
};

describe('a timeline taken into a project', () => {
  it('gives it markers and cuts on the film, each once', () => {
    const wish = { markers: true, cuts: true, cues: 'none' as const };
    const taken = addTimeline(testProject(), laid, wish);
    expect(taken.cuts).toEqual([100]);
    expect(taken.markers.map(({ frame, durationFrames }) => [frame, durationFrames])).toEqual([
      [10, 0],
      [200, 48],
    ]);
    expect(addTimeline(taken, laid, wish)).toEqual(taken);
  });

  it('gives it cues where they do not overlap', () => {
    const own = testProject({ cues: [{ id: 'a', name: 'own', inFrame: 210, outFrame: 220 }] });
    const from = (cues: 'markers' | 'sound') =>
      addTimeline(own, laid, { markers: false, cuts: false, cues }).cues.map(({ inFrame, outFrame }) => [
        inFrame,
        outFrame,
      ]);
    expect(from('sound')).toEqual([
      [50, 90],
      [210, 220],
    ]);
    expect(from('markers')).toEqual([[210, 220]]);
  });

  it('of 50,000 events and markers is within what a project holds', () => {
    const many = {
      ...{
        events: Array.from({ length: 50_000 }, (_, i) => event(i, i + 1, i % 2 ? 'audio' : 'video')),
        remarks: [],
      },
      markers: Array.from({ length: 50_000 }, (_, i) => marker(i, 2, { name: 'bad \0 and \ud800' })),
    };
    const taken = addTimeline(testProject(), many, { markers: true, cuts: true, cues: 'sound' });
    expect(filmProject.safeParse(taken).error).toBeUndefined();
    expect(taken.cues).toHaveLength(999);
    expect(cutsOf(many, 14_400)).toHaveLength(7_199);
  });

  it('is as long as what lies on it', () => {
    const told: Timeline = {
      ...{ format: 'cmx3600', name: '', rateFrom: 'file', dropFrame: false, remarks: [] },
      ...{ rate: { numerator: 24, denominator: 1 }, startFrame: null },
      ...{ events: [event(86_424, 86_500)], markers: [marker(86_600)] },
    };
    expect(timelineFrames(told)).toEqual({ startFrame: 86_424, lengthFrames: 177 });
    expect(timelineFrames({ ...told, startFrame: 86_400 }).lengthFrames).toBe(201);
    expect(timelineFrames({ ...told, events: [], markers: [] })).toEqual({ startFrame: 0, lengthFrames: 1 });
  });
});
