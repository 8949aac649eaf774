import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTempoMap, secondsAtQuarter } from './tempoMap';

/** What reference/tempoMap.py wrote of a synthetic file. */
const reference = JSON.parse(readFileSync(new URL('reference/tempoMap.json', import.meta.url), 'utf8')) as {
  midiBase64: string;
  quarters: number[];
  seconds: number[];
};
const file = new Uint8Array(Buffer.from(reference.midiBase64, 'base64'));

describe('readTempoMap', () => {
  it('places quarter notes where pretty_midi does', () => {
    const map = readTempoMap(file);
    reference.quarters.forEach((quarter, index) =>
      expect(secondsAtQuarter(map, quarter)).toBeCloseTo(reference.seconds[index], 9),
    );
  });

  it('takes 120 quarter notes a minute where no tempo is given', () => {
    const bare = [...Buffer.from('MThd'), 0, 0, 0, 6, 0, 0, 0, 1, 0, 96, ...Buffer.from('MTrk'), 0, 0, 0, 0];
    expect(secondsAtQuarter(readTempoMap(Uint8Array.from(bare)), 8)).toBe(4);
  });

  it('refuses what is no MIDI file, is cut short, or counts in film frames', () => {
    expect(() => readTempoMap(new Uint8Array())).toThrow('invalid MIDI file');
    expect(() => readTempoMap(Uint8Array.from(Buffer.from('RIFF and more than that')))).toThrow(
      'it does not begin with a header',
    );
    const frames = file.slice();
    frames[12] = 0xe7;
    expect(() => readTempoMap(frames)).toThrow('invalid MIDI division');
    for (const length of [4, 13, 20, 25])
      expect(() => readTempoMap(file.slice(0, length))).toThrow(RangeError);
  });
});
