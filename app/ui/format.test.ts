import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatClock,
  formatCount,
  formatDistance,
  formatEmotion,
  formatSigned,
  formatSpoken,
} from './format';

describe('format', () => {
  it('signs values and never writes minus nought', () => {
    expect(formatSigned(0.317)).toBe('+0.32');
    expect(formatSigned(-0.1)).toBe('\u22120.10');
    expect(formatSigned(-0.001)).toBe('0.00');
    expect(formatEmotion(0.5, -0.25)).toBe('valence +0.50, arousal \u22120.25');
  });

  it('reads the clock', () => {
    expect(formatClock(0)).toBe('0:00');
    expect(formatClock(59.99)).toBe('0:59');
    expect(formatClock(120)).toBe('2:00');
    expect(formatClock(3723)).toBe('1:02:03');
    expect(formatSpoken(125)).toBe('2 minutes 5 seconds');
    expect(formatSpoken(3600)).toBe('1 hour');
    expect(formatSpoken(0.2)).toBe('0 seconds');
  });

  it('counts, measures and weighs', () => {
    expect(formatCount(1, 'track')).toBe('1 track');
    expect(formatCount(1204, 'track')).toBe('1,204 tracks');
    expect(formatDistance(0.0123)).toBe('0.012');
    expect(formatDistance(0.5)).toBe('0.50');
    expect(formatBytes(999)).toBe('999 B');
    expect(formatBytes(640_000)).toBe('640 kB');
    expect(formatBytes(3_240_000)).toBe('3.2 MB');
    expect(formatBytes(5_100_000_000)).toBe('5.1 GB');
  });
});
