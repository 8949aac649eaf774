import { describe, expect, it } from 'vitest';
import type { Timeline, TimelineEvent } from '@/server/film/interchange/timeline';
import { cutOfTimeline } from './cutOfTimeline';

const rate = { numerator: 24, denominator: 1 };
const film = { rate, startFrame: 86_400 };

const event = (recordIn: number, recordOut: number, parts: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...{ name: 'clip', reel: 'A001', track: 'V', kind: 'video', recordIn, recordOut },
  ...{
    sourceIn: 0,
    sourceOut: recordOut - recordIn,
    speed: 1,
    gainDecibels: null,
    transition: null,
    enabled: true,
  },
  ...parts,
});
const timeline = (events: TimelineEvent[], parts: Partial<Timeline> = {}): Timeline => ({
  ...{ format: 'cmx3600', name: 'cut', rate, rateFrom: 'file', dropFrame: false, startFrame: null },
  ...{ events, markers: [], remarks: [], ...parts },
});

describe('the shots of a timeline', () => {
  it('are its picture in order, in frames of the film, with gaps between', () => {
    const events = [
      event(86_500, 86_600, { sourceIn: 7 }),
      event(86_400, 86_480),
      event(86_400, 86_600, { kind: 'audio', track: 'A' }),
      event(86_600, 86_700, { enabled: false }),
    ];
    expect(cutOfTimeline(timeline(events), film)).toEqual({
      lengthFrames: 200,
      shots: [
        { start: 0, end: 80, source: { id: 'A001', start: 0 } },
        { start: 80, end: 100, source: { id: 'nothing', start: 0 } },
        { start: 100, end: 200, source: { id: 'A001', start: 7 } },
      ],
    });
  });

  it('begin with black where the film’s time code is earlier, and at once where it has nothing to do with it', () => {
    const late = cutOfTimeline(timeline([event(86_424, 86_500)]), film)!;
    expect(late.shots.map(({ start }) => start)).toEqual([0, 24]);
    expect(cutOfTimeline(timeline([event(0, 50)]), film)!.shots).toHaveLength(1);
    const told = timeline([event(10, 50)], { startFrame: 0 });
    expect(cutOfTimeline(told, film)!.lengthFrames).toBe(50);
  });

  it('keep their seconds at another rate, and name footage by its clip where no reel does', () => {
    const fast = { numerator: 48, denominator: 1 };
    const events = [event(0, 96, { reel: 'AX', name: 'beach', sourceIn: 48 })];
    expect(cutOfTimeline(timeline(events, { rate: fast, startFrame: 0 }), film)).toEqual({
      lengthFrames: 48,
      shots: [{ start: 0, end: 48, source: { id: 'beach', start: 24 } }],
    });
    const slowed = event(0, 96, { speed: 0.5, sourceIn: null });
    expect(cutOfTimeline(timeline([slowed], { startFrame: 0 }), film)!.shots[0].source).toBeUndefined();
  });

  it('are none where there is no picture', () => {
    expect(cutOfTimeline(timeline([event(0, 9, { kind: 'audio' })]), film)).toBeNull();
  });
});
