import { describe, expect, it } from 'vitest';
import { queryUrl } from './queryUrl';

describe('queryUrl', () => {
  it('leaves a fresh page’s address bare, and reads back what it writes', () => {
    const fresh = queryUrl.read(new URLSearchParams());
    expect(queryUrl.write(fresh).toString()).toBe('');
    const asked = {
      ...fresh,
      recording: 3,
      way: 'playing',
      fromSeconds: 12.5,
      toSeconds: 40,
      trial: 9,
    } as const;
    expect(queryUrl.read(queryUrl.write(asked))).toEqual(asked);
  });

  it('takes nothing that cannot be', () => {
    const read = queryUrl.read(new URLSearchParams('recording=-1&model=x&dimension=joy&from=-3&to=1e9'));
    expect(read).toEqual(queryUrl.read(new URLSearchParams()));
  });
});
