import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trajectoryAt } from '../../affect/resample';
import { moveCues, moveCurve, moveMarkers } from './moveToRecut';
import { movedTime, recutMap } from './recutMap';
import { type Shot } from './shot';

/** Shots one after the other, each of some footage from some frame on. */
function cutOf(shots: readonly { id: string; from: number; length: number }[]): Shot[] {
  let start = 0;
  return shots.map(({ id, from, length }) => ({
    start,
    end: (start += length),
    source: { id, start: from },
  }));
}

const withoutSources = (shots: readonly Shot[]): Shot[] => shots.map(({ start, end }) => ({ start, end }));

const a = { id: 'A', from: 100, length: 48 };
const b = { id: 'B', from: 0, length: 30 };
const c = { id: 'A', from: 400, length: 25 };
const d = { id: 'C', from: 7, length: 90 };
const oldCut = cutOf([a, b, c, d]);

describe('recutMap', () => {
  it('is one piece where nothing was changed', () => {
    for (const shots of [oldCut, withoutSources(oldCut)]) {
      expect(recutMap(shots, shots)).toMatchObject({
        pieces: [{ oldStart: 0, newStart: 0, length: 193 }],
        lostShots: [],
        newShots: [],
      });
    }
  });

  it('finds shots by their footage: trimmed at both ends, moved, left out, and new', () => {
    const newCut = cutOf([
      { id: 'D', from: 0, length: 10 },
      d,
      { id: 'A', from: 110, length: 30 },
      { id: 'A', from: 400, length: 40 },
    ]);
    expect(recutMap(oldCut, newCut)).toEqual({
      by: 'source',
      pieces: [
        { oldStart: 10, newStart: 100, length: 30 },
        { oldStart: 78, newStart: 130, length: 25 },
        { oldStart: 103, newStart: 10, length: 90 },
      ],
      lostShots: [1],
      newShots: [0],
    });
  });

  it('takes footage that is shown twice where it moves least', () => {
    const twice = cutOf([a, b, a, d]);
    expect(recutMap(twice, twice).pieces).toEqual([{ oldStart: 0, newStart: 0, length: 216 }]);
    const { pieces } = recutMap(twice, cutOf([b, a, d]));
    expect(pieces).toEqual([{ oldStart: 48, newStart: 0, length: 168 }]);
  });

  it('finds them by their lengths, in order, where footage is not known', () => {
    const shortened = cutOf([a, { ...c, length: 20 }, { id: 'D', from: 0, length: 300 }, d]);
    expect(recutMap(withoutSources(oldCut), withoutSources(shortened))).toEqual({
      by: 'length',
      pieces: [
        { oldStart: 0, newStart: 0, length: 48 },
        { oldStart: 78, newStart: 48, length: 20 },
        { oldStart: 103, newStart: 368, length: 90 },
      ],
      lostShots: [1],
      newShots: [2],
    });
  });

  it('never takes a frame of either cut twice, and shows in both the same footage', () => {
    const shot = fc.record({
      id: fc.constantFrom('A', 'B', 'C'),
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 40 }),
    });
    const cuts = fc.array(shot, { maxLength: 7 }).map(cutOf);
    const footageAt = (cut: readonly Shot[], frame: number) => {
      const { source, start } = cut.find((each) => each.start <= frame && frame < each.end)!;
      return `${source!.id} ${source!.start + frame - start}`;
    };
    fc.assert(
      fc.property(cuts, cuts, (one, other) => {
        const { pieces } = recutMap(one, other);
        const framesOf = (side: 'oldStart' | 'newStart') =>
          pieces.flatMap((piece) => Array.from({ length: piece.length }, (_, frame) => piece[side] + frame));
        const [olds, news] = [framesOf('oldStart'), framesOf('newStart')];
        expect(new Set(olds).size).toBe(olds.length);
        expect(new Set(news).size).toBe(news.length);
        if (one.length > 0 && other.length > 0) {
          olds.forEach((frame, place) => {
            expect(footageAt(other, news[place])).toBe(footageAt(one, frame));
          });
        }
        // What one shot alone shows of its footage is never left out.
        const all = [one, other].map((cut) =>
          Array.from({ length: cut.at(-1)?.end ?? 0 }, (_, frame) => footageAt(cut, frame)),
        );
        const once = (list: readonly string[], footage: string) =>
          list.filter((each) => each === footage).length === 1;
        all[0].forEach((footage, frame) => {
          if (once(all[0], footage) && once(all[1], footage)) expect(olds).toContain(frame);
        });
      }),
    );
  });

  it('by length keeps what a cut has left when shots are taken out, whose lengths are all their own', () => {
    const lengths = fc.uniqueArray(fc.integer({ min: 5, max: 400 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.infiniteStream(fc.boolean()), (list, kept) => {
        const shots = list.map((length, place) => ({ id: String(place), from: 0, length }));
        const left = shots.filter(() => kept.next().value);
        const { pieces } = recutMap(withoutSources(cutOf(shots)), withoutSources(cutOf(left)));
        const cost =
          list.reduce((sum, length) => sum + length, 0) - left.reduce((sum, { length }) => sum + length, 0);
        const found = pieces.reduce((sum, { length }) => sum + length, 0);
        // Taking out costs its length; any other alignment that is as cheap leaves as much unmatched.
        expect(list.reduce((sum, length) => sum + length, 0) - found).toBeLessThanOrEqual(cost);
      }),
    );
  });
});

const newCut = cutOf([b, { id: 'D', from: 0, length: 20 }, { ...a, length: 24 }, d]);
const map = recutMap(oldCut, newCut);

describe('movedTime', () => {
  it('follows the picture, and is undefined where that is gone', () => {
    const times = [0, 23.5, 24, 47, 48, 77, 78, 102, 103, 192, 193];
    const gone = undefined;
    expect(times.map((time) => movedTime(map, time))).toEqual([
      ...[50, 73.5, gone, gone, 0, 29, gone, gone, 74, 163, gone],
    ]);
  });
});

describe('moveMarkers', () => {
  it('keeps what is said of them, in their new order, and lists the lost', () => {
    const markers = [
      { time: 5, name: 'door' },
      { time: 50, name: 'laugh' },
      { time: 80, name: 'gone' },
    ];
    expect(moveMarkers(map, markers)).toEqual({
      moved: [
        { time: 2, name: 'laugh' },
        { time: 55, name: 'door' },
      ],
      lost: [{ time: 80, name: 'gone' }],
    });
  });
});

describe('moveCurve', () => {
  const point = (t: number, valence: number) => ({ t, valence, arousal: -valence / 2 });

  it('is under each piece what it was under it', () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 193 }), fc.double({ min: -1, max: 1, noNaN: true })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(points, (list) => {
        const drawn = list.map(([t, valence]) => point(t, valence));
        const { points: moved, lost } = moveCurve(map, drawn);
        for (const { oldStart, newStart, length } of map.pieces) {
          const within = Float64Array.from({ length: 4 * length - 1 }, (_, step) => (step + 0.5) / 4);
          const before = trajectoryAt(
            drawn,
            within.map((time) => oldStart + time),
          );
          const after = trajectoryAt(
            moved,
            within.map((time) => newStart + time),
          );
          const apart = before.valence.map((value, at) =>
            Math.max(Math.abs(value - after.valence[at]), Math.abs(before.arousal[at] - after.arousal[at])),
          );
          expect(Math.max(...apart)).toBeLessThan(1e-5);
        }
        expect(lost).toEqual(drawn.filter(({ t }) => movedTime(map, t) === undefined));
      }),
    );
  });

  it('runs straight where the new cut has what the old one had not', () => {
    const { points } = moveCurve(map, [point(0, 0), point(193, 0.965)]);
    const middle = trajectoryAt(points, Float64Array.of(40)).valence[0];
    // From the end of the second shot, 78, to the start of the first.
    expect(middle).toBeCloseTo((0.39 + 0) / 2, 6);
    expect(moveCurve(map, [])).toEqual({ points: [], lost: [] });
  });
});

describe('moveCues', () => {
  it('moves a cue with its picture, and says where that is no longer whole', () => {
    const cues = [
      { start: 105, end: 180, name: 'chase' },
      { start: 60, end: 120, name: 'street' },
      { start: 80, end: 100, name: 'gone' },
      { start: 10, end: 70, name: 'turned' },
    ];
    expect(moveCues(map, cues)).toEqual({
      moved: [
        { cue: cues[3], start: 0, end: 22, state: 'scattered' },
        { cue: cues[1], start: 12, end: 91, state: 'changed' },
        { cue: cues[0], start: 76, end: 151, state: 'whole' },
      ],
      lost: [cues[2]],
    });
  });
});
