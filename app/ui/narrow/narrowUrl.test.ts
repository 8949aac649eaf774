import { describe, expect, it } from 'vitest';
import { filterOf, readNarrowed } from './narrowUrl';

describe('filterOf', () => {
  it('asks the server for a filter only where there is one', () => {
    const bare = readNarrowed(new URLSearchParams());
    expect(filterOf(bare)).toBeUndefined();
    expect(filterOf({ ...bare, text: '  sea ', maxTempoBpm: 90, genre: 'Jazz' })).toMatchObject({
      text: 'sea',
      maxTempoBpm: 90,
      genre: 'Jazz',
    });
  });
});
