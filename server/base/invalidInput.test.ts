import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invalidInput } from './invalidInput';

const shape = z.object({
  valence: z.number().min(-1).max(1).optional(),
  points: z.array(z.object({ t: z.number() })).optional(),
  ratio: z
    .object({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => min <= max, 'min must not be over max')
    .optional(),
  kind: z.enum(['near', 'far']).optional(),
  name: z.string().max(3).optional(),
});

describe('invalidInput', () => {
  it.each<[unknown, string]>([
    [{ valence: 2 }, 'invalid valence: 2 (too big: expected number to be <=1)'],
    [{ valence: 'high' }, 'invalid valence: high (expected number, received string)'],
    [{ points: [{ t: 0 }, {}] }, 'invalid points[1].t: (none) (expected number, received undefined)'],
    [{ points: 'x' }, 'invalid points: x (expected array, received string)'],
    [{ ratio: { min: 2, max: 1 } }, 'invalid ratio: {"min":2,"max":1} (min must not be over max)'],
    [{ kind: 'high' }, 'invalid kind: high (invalid option: expected one of "near"|"far")'],
    [undefined, 'invalid input: (none) (expected object, received undefined)'],
    [null, 'invalid input: null (expected object, received null)'],
  ])('says of %j in one line what is accepted', (input, message) => {
    expect(invalidInput(shape.safeParse(input).error!, input)).toMatchObject({ code: 'invalid', message });
  });

  it('tells no more of a long value than its beginning', () => {
    const name = 'x'.repeat(10_000);
    const { message } = invalidInput(shape.safeParse({ name }).error!, { name });
    expect(message).toBe(
      `invalid name: ${'x'.repeat(60)}… (too big: expected string to have <=3 characters)`,
    );
  });
});
