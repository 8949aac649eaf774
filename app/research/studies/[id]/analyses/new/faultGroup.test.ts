import { describe, expect, it } from 'vitest';
import { encodingSpec } from '@/server/research/analyses/analysisSpec';
import { parseInput } from '@/server/base/parseInput';
import { faultGroup } from './faultGroup';

const refusal = (change: object): string => {
  const whole = { kind: 'encoding' as const, spaces: [{ name: 'x', series: 'x' }], ...change };
  try {
    parseInput(encodingSpec, whole);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

describe('faultGroup', () => {
  it('finds the group of what the server refuses', () => {
    expect(faultGroup(refusal({ plan: { alphas: [-1] } }))).toBe('model');
    expect(faultGroup(refusal({ plan: { null: { kind: 'phase', count: 0, refit: true } } }))).toBe('null');
    expect(faultGroup(refusal({ preprocessing: { trimStartSeconds: -1 } }))).toBe('cleaning');
    expect(faultGroup(refusal({ spaces: [] }))).toBe('spaces');
    expect(faultGroup('invalid study: it has no recordings (bring them first)')).toBe('whole');
    expect(faultGroup('the line was lost')).toBe('whole');
  });
});
