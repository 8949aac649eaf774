import { describe, expect, it } from 'vitest';
import { handleTrpc } from './handleTrpc';

const ask = (calls: string[]) =>
  handleTrpc(new Request(`http://localhost/api/trpc/${calls.join(',')}?batch=1&input={}`));

describe('a batch of calls', () => {
  it('of a thousand is refused in words, and none of them begun', async () => {
    const answer = await ask(new Array<string>(1000).fill('retrieval.nearPoint'));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'invalid batch: 1000 calls (ask for up to 20 at once)',
      code: 'invalid',
    });
  });

  it('may hold few that compute for long, however they are written', async () => {
    const answer = await ask(new Array<string>(5).fill('retrieval.along%54rajectory'));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: 'invalid batch: 5 calls that compute for long (ask for up to 4 of these at once)',
    });
  });
});
