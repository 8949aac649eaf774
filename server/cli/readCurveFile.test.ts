import { describe, expect, it } from 'vitest';
import { parseCurve } from './readCurveFile';
import { terminalText } from './terminalText';

describe('parseCurve', () => {
  it('takes headers, separators, byte order marks and any order of time', () => {
    const points = [
      { t: 0, valence: -0.5, arousal: 0 },
      { t: 10, valence: 0.5, arousal: 1 },
    ];
    expect(parseCurve('\ufefftime_s,valence,arousal\r\n10,0.5,1\r\n0,-0.5,0\r\n')).toEqual(points);
    expect(parseCurve('t;valence;arousal\n0;-0.5;0\n10;0.5;1')).toEqual(points);
    expect(parseCurve('0\t-0.5\t0\n10\t0.5\t1\n\n')).toEqual(points);
  });

  it.each(['', 'time_s,valence,arousal', '0,1', '0,2,0', '-1,0,0', '0,,0', '0,0,0\nx,y,z', '0,NaN,0'])(
    'refuses %j',
    (text) => {
      expect(() => parseCurve(text)).toThrow(/^invalid CURVE/);
    },
  );
});

describe('terminalText', () => {
  it('shows what could move the cursor or turn the writing', () => {
    expect(terminalText('a\nb\u001b[31m\u202e\u0000')).toBe('a\\nb\\u{1b}[31m\\u{202e}\\u{0}');
    expect(terminalText('Sóng 🎻 Ümlaut')).toBe('Sóng 🎻 Ümlaut');
  });
});
