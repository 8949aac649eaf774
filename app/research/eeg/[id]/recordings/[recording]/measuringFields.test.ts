import { describe, expect, it } from 'vitest';
import { fieldsOf, measuringOf } from './measuringFields';

describe('measuring fields', () => {
  it('fill in what a recording leaves open', () => {
    expect(fieldsOf({})).toEqual({
      ...{ preset: 'default', method: 'stft', highPassHz: 1, lowPassHz: 45, notchHz: 50 },
      ...{ rejectMicrovolts: 200, averageReference: true, interpolate: true },
    });
  });

  it('tell a step that is left out from one that is not told of', () => {
    const fields = fieldsOf({ cleaning: { highPassHz: null, notchHz: [] } });
    expect(fields.highPassHz).toBeNaN();
    expect(fields.notchHz).toBeNaN();
    expect(fields.lowPassHz).toBe(45);
  });

  it('let another preset take the place of lengths that were told one by one', () => {
    const before = { entropy: { windowSeconds: 4, method: 'stft' as const } };
    const same = measuringOf(before, fieldsOf(before));
    const other = measuringOf(before, { ...fieldsOf(before), preset: 'published' });
    expect(same.entropy).toMatchObject({ windowSeconds: 4 });
    expect(other.entropy).toEqual({ bands: undefined, preset: 'published', method: 'stft' });
  });

  it('come back as they were, with what the form does not show', () => {
    const before = {
      cleaning: { channels: ['Cz', 'Pz'], rejectMicrovolts: null, reference: 'none' as const },
      entropy: { preset: 'published' as const, method: 'filter-bank' as const },
    };
    const again = measuringOf(before, fieldsOf(before));
    expect(again.cleaning).toMatchObject(before.cleaning);
    expect(again.entropy).toEqual(before.entropy);
    expect(fieldsOf(again)).toEqual(fieldsOf(before));
  });
});
