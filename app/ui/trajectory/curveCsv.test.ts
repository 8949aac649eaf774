import { describe, expect, it } from 'vitest';
import { drawingOfCsv as drawingOf, drawingOfLength } from './curveCsv';

const drawingOfCsv = (text: string) => drawingOf(text, 3600);

describe('drawingOfCsv', () => {
  it('reads a curve with its heading and length', () => {
    const read = drawingOfCsv('time_s,valence,arousal\r\n0,-0.5,0.1\r\n10,0,0.9\r\n20,0.5,0.1\r\n');
    expect(read.durationSeconds).toBe(20);
    expect(read.drawing).toEqual([
      { t: 0, valence: -0.5, arousal: 0.1 },
      { t: 0.5, valence: 0, arousal: 0.9 },
      { t: 1, valence: 0.5, arousal: 0.1 },
    ]);
  });

  it('reads semicolons and further columns, in any order of time', () => {
    expect(drawingOfCsv('4;1;0;x\n2;-1;0;y').drawing.map((point) => point.valence)).toEqual([-1, 1]);
  });

  it('names the line it cannot read', () => {
    expect(() => drawingOfCsv('0,0.1,0.2\n1,5,0')).toThrow('invalid CURVE: line 2: valence 5');
    expect(() => drawingOfCsv('time,valence,arousal\n')).toThrow('no points');
    expect(() => drawingOfCsv('0,0,0\n9999,0,0')).toThrow('at most 3600 s');
    expect(() => drawingOfCsv('0,,0')).toThrow('invalid CURVE: line 1: valence missing');
  });
});

describe('drawingOfLength', () => {
  const grain = { most: 100, leastGap: 0.0001, places: 12 };

  it('reads seconds of a film, and parts of the whole where none is over 1', () => {
    const film = { durationSeconds: 5400, grain };
    expect(drawingOfLength('0,0,0\n2700,0.5,0.1\n5400,0,0', film).map(({ t }) => t)).toEqual([0, 0.5, 1]);
    expect(drawingOfLength('0,0,0\n0.25,0.5,0.1\n1,0,0', film).map(({ t }) => t)).toEqual([0, 0.25, 1]);
    expect(() => drawingOfLength('0,0,0\n6000,0,0', film)).toThrow('6000 s long');
  });
});
