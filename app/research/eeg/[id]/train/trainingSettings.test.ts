import { describe, expect, it } from 'vitest';
import { firstSettings, wishOf } from './trainingSettings';

describe('wishOf', () => {
  it('leaves out what is as the server has it', () => {
    const { training, ...rest } = wishOf(firstSettings);
    expect(rest).toEqual({});
    expect(training).not.toHaveProperty('epochs');
    expect(training.schemes).toHaveLength(4);
  });

  it('tells what was chosen', () => {
    const wish = wishOf({ ...firstSettings, embedding: 'musicnn', epochs: 3, schemes: ['both'] });
    expect(wish).toMatchObject({ embedding: 'musicnn', training: { epochs: 3, schemes: ['both'] } });
  });
});
