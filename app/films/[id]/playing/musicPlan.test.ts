import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilmCue } from '@/app/ui/film/filmProject';
import { fadeAt, fadeTurns, musicStretches, pieceCalls, stretchAt, type MusicStretch } from './musicPlan';
import { pieceSeconds, seamSeconds } from './pieces';

const stretch = (parts: Partial<MusicStretch>): MusicStretch => ({
  ...{ cueId: 'a', trackId: 7, from: 0, to: 30, trackFrom: 0, gain: 1, fadeInSeconds: 0, fadeOutSeconds: 0 },
  ...parts,
});

/** Seconds on the grid of samples, which is all that can be heard of them. */
const seconds = (least: number, most: number) =>
  fc.integer({ min: least * 48_000, max: most * 48_000 }).map((samples) => samples / 48_000);

const anyStretch = fc
  .record({
    from: seconds(0, 4000),
    length: seconds(1, 300),
    trackFrom: seconds(0, 3000),
    fadeInSeconds: seconds(0, 0.5),
    fadeOutSeconds: seconds(0, 0.5),
  })
  .map(({ from, length, ...parts }) => stretch({ from, to: from + length, ...parts }));

describe('the pieces of a stretch', () => {
  it('begin every ten seconds of the track, each faded into the next', () => {
    expect(pieceCalls(stretch({ from: 100, to: 118, trackFrom: 4 }), 0, 1000)).toEqual([
      { trackId: 7, index: 0, from: 100, to: 106.005, offset: 4, isContinued: false, isCarriedOn: true },
      { trackId: 7, index: 1, from: 106, to: 116.005, offset: 0, isContinued: true, isCarriedOn: true },
      { trackId: 7, index: 2, from: 116, to: 118, offset: 0, isContinued: true, isCarriedOn: false },
    ]);
  });

  it('are one where it ends with a piece, and none outside of it', () => {
    expect(pieceCalls(stretch({ to: 10 }), 0, 60)).toHaveLength(1);
    expect(pieceCalls(stretch({ from: 5, to: 10 }), 0, 5)).toEqual([]);
    expect(pieceCalls(stretch({ from: 5, to: 10 }), 10, 60)).toEqual([]);
  });

  it('make up the whole stretch, each sound where the track has it', () => {
    fc.assert(
      fc.property(anyStretch, (whole) => {
        const calls = pieceCalls(whole, whole.from, whole.to);
        expect(calls[0].from).toBeCloseTo(whole.from, 9);
        expect(calls.at(-1)!.to).toBeCloseTo(whole.to, 9);
        calls.forEach((call, place) => {
          const inTrack = whole.trackFrom + (call.from - whole.from);
          expect(call.index * pieceSeconds + call.offset).toBeCloseTo(inTrack, 6);
          expect(call.offset).toBeLessThan(pieceSeconds - 1e-6);
          const next = calls.at(place + 1);
          expect(call.isCarriedOn).toBe(next !== undefined);
          if (next) expect(Math.abs(call.to - seamSeconds - next.from)).toBeLessThan(1e-4);
          expect(call.isContinued).toBe(place > 0);
        });
      }),
    );
  });

  it('are of the stretched track where its edit is stretched', () => {
    const edit = { pieces: [{ startSeconds: 50, endSeconds: 60 }], stretch: 1.02 };
    const film = { rate: { numerator: 25, denominator: 1 } };
    const cue = {
      ...{ id: 'a', inFrame: 0, outFrame: 255, fadeInFrames: 0, fadeOutFrames: 0 },
      chosen: { trackId: 7, startSeconds: 50, gainDecibels: 0, edit },
    };
    const project = { cues: [cue], film } as unknown as Parameters<typeof musicStretches>[0];
    const [whole] = musicStretches(project, null, () => 0);
    expect(whole).toMatchObject({ from: 0, to: 10.2, trackFrom: 51, stretch: 1.02 });
    expect(pieceCalls(whole, 0, 60)).toMatchObject([
      { index: 5, stretch: 1.02, from: 0, offset: 1 },
      { index: 6, stretch: 1.02, from: 9, offset: 0 },
    ]);
  });

  it('asked for in parts are the same ones', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyStretch, share, (whole, at) => {
        const middle = whole.from + at * (whole.to - whole.from);
        const parts = [...pieceCalls(whole, whole.from, middle), ...pieceCalls(whole, middle, whole.to)];
        const places = new Set(parts.map(({ index }) => index));
        expect([...places]).toEqual(pieceCalls(whole, whole.from, whole.to).map(({ index }) => index));
      }),
    );
  });
});

describe('the level of a stretch', () => {
  it('rises and falls in straight lines, and is full between and without fades', () => {
    const faded = stretch({ from: 10, to: 20, fadeInSeconds: 2, fadeOutSeconds: 4 });
    expect([9, 10, 11, 12, 15, 18, 20].map((at) => fadeAt(faded, at))).toEqual([0, 0, 0.5, 1, 1, 0.5, 0]);
    expect(fadeTurns(faded, 0)).toEqual([10, 12, 16, 20]);
    expect(fadeTurns(faded, 12)).toEqual([16, 20]);
    expect([fadeAt(stretch({}), 0), fadeAt(stretch({}), 30), fadeTurns(stretch({}), 3)]).toEqual([1, 1, []]);
  });

  it('is a straight line from turn to turn', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyStretch, share, share, (whole, start, at) => {
        const from = whole.from + start * (whole.to - whole.from);
        const turns = [from, ...fadeTurns(whole, from)];
        turns.slice(1).forEach((end, place) => {
          const begin = turns[place];
          const line = fadeAt(whole, begin) * (1 - at) + fadeAt(whole, end) * at;
          expect(fadeAt(whole, begin + at * (end - begin))).toBeCloseTo(line, 4);
        });
      }),
    );
  });
});

describe('the music of a film', () => {
  const rate = { numerator: 24_000, denominator: 1001 };
  const film = { name: 'f', rate, startFrame: 86_400, dropFrame: false, lengthFrames: 9000, file: null };
  const cue = (parts: Partial<FilmCue>) =>
    ({
      id: 'a',
      inFrame: 0,
      outFrame: 240,
      fadeInFrames: 0,
      fadeOutFrames: 0,
      chosen: null,
      ...parts,
    }) as FilmCue;
  const section = (trackId: number, gainDecibels = 0) => ({ trackId, startSeconds: 12, gainDecibels });

  it('is what was chosen, in order, and what is tried in its place; adjacent cues leave nothing between', () => {
    const cues = [
      cue({ id: 'b', inFrame: 240, outFrame: 480, chosen: section(2, -6), fadeInFrames: 24 }),
      cue({ id: 'a', chosen: section(1) }),
      cue({ id: 'c', inFrame: 480, outFrame: 500 }),
    ];
    const gainOf = (_: FilmCue, { gainDecibels }: { gainDecibels: number }) => gainDecibels;
    const music = musicStretches({ cues, film }, null, gainOf);
    expect(music.map(({ cueId, trackId }) => [cueId, trackId])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(music[0].to).toBe(music[1].from);
    expect(music[1]).toMatchObject({ from: 10.01, to: 20.02, trackFrom: 12, fadeInSeconds: 1.001 });
    expect(music[1].gain).toBeCloseTo(0.501, 3);
    expect([10.0, 10.01, 20.02].map((at) => stretchAt(music, at)?.cueId)).toEqual(['a', 'b', undefined]);
    const tried = musicStretches({ cues, film }, { cueId: 'c', section: section(9) }, () => null);
    expect(tried.map(({ trackId, gain }) => [trackId, gain])).toEqual([
      [1, null],
      [2, null],
      [9, null],
    ]);
  });
});

describe('the music of an edit', () => {
  it('is its pieces, each crossing over into the next before the beat', () => {
    const rate = { numerator: 25, denominator: 1 };
    const edit = {
      pieces: [
        { startSeconds: 40, endSeconds: 60 },
        { startSeconds: 100, endSeconds: 118 },
      ],
    };
    const chosen = { trackId: 7, startSeconds: 40, gainDecibels: 0, edit };
    const parts = { id: 'a', inFrame: 250, outFrame: 1250, fadeInFrames: 25, fadeOutFrames: 50, chosen };
    const project = { cues: [parts as unknown as FilmCue], film: { rate } };
    const cue = { cueId: 'a', trackId: 7, gain: 1 };
    const found = musicStretches(project as Parameters<typeof musicStretches>[0], null, () => 0);
    expect(found).toEqual([
      { ...cue, from: 10, to: 30, trackFrom: 40, fadeInSeconds: 1, fadeOutSeconds: 0.025 },
      { ...cue, from: 29.975, to: 50, trackFrom: 99.975, fadeInSeconds: 0.025, fadeOutSeconds: 2 },
    ]);
  });
});
