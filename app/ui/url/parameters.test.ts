import { describe, expect, it } from 'vitest';
import { oneOf, readNumber, readNumberWithin, unlessDefault, writeParameters } from './parameters';

describe('parameters', () => {
  it('reads a number, and nothing from what is none', () => {
    expect(['0', '-2.5', '1e3'].map(readNumber)).toEqual([0, -2.5, 1000]);
    expect([null, '', ' ', 'abc', 'Infinity', 'NaN'].map(readNumber)).toEqual(Array(6).fill(null));
  });

  it('keeps a number to its range, the ends included', () => {
    const read = (text: string) => readNumberWithin(text, { min: 0, max: 1 });
    expect(['0', '1', '0.5', '-0.01', '1.01'].map(read)).toEqual([0, 1, 0.5, null, null]);
  });

  it('takes the first where none of the known is meant', () => {
    expect(oneOf(['lanes', 'path'], 'path')).toBe('path');
    expect(oneOf(['lanes', 'path'], null)).toBe('lanes');
    expect(oneOf([10, 25], 25)).toBe(25);
    expect(oneOf([10, 25], 11)).toBe(10);
  });

  it('writes in order, and leaves out what is null', () => {
    const parameters = writeParameters({ b: 0, a: unlessDefault('x', 'x'), c: unlessDefault('y', 'x') });
    expect(parameters.toString()).toBe('b=0&c=y');
  });
});
