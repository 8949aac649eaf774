import { describe, expect, it } from 'vitest';
import { benchDeed, benchKeys } from './benchKeys';

describe('benchDeed', () => {
  it('tells one frame from one second by Shift', () => {
    expect(benchDeed({ key: 'ArrowLeft', shiftKey: false })).toBe('frameBack');
    expect(benchDeed({ key: 'ArrowLeft', shiftKey: true })).toBe('secondBack');
  });

  it('takes signs however a keyboard has them, letters without Shift alone', () => {
    expect(benchDeed({ key: '+', shiftKey: true })).toBe('zoomIn');
    expect(benchDeed({ key: '=', shiftKey: false })).toBe('zoomIn');
    expect(benchDeed({ key: '?', shiftKey: true })).toBe('help');
    expect(benchDeed({ key: 'J', shiftKey: true })).toBeNull();
    expect(benchDeed({ key: 'Enter', shiftKey: false })).toBeNull();
  });

  it('has one deed for each key', () => {
    const keys = benchKeys.flatMap(({ keys, shift }) => keys.map((key) => `${key}${shift ? ' shift' : ''}`));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
