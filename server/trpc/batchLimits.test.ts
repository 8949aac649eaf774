import { describe, expect, it } from 'vitest';
import { handleTrpc } from './handleTrpc';

const ask = (calls: string[], ending = '') =>
  handleTrpc(new Request(`http://localhost/api/trpc/${calls.join(',')}${ending}?batch=1&input={}`));

describe('a batch of calls', () => {
  it('of a thousand is refused in words, and none of them begun', async () => {
    const answer = await ask(new Array<string>(1000).fill('retrieval.nearPoint'));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'invalid batch: 1000 calls (ask for up to 20 at once)',
      code: 'invalid',
    });
  });

  it.each(['/', '//', '/x', '/a/b', '%2F'])(
    'was not counted where its address ends in %s',
    async (ending) => {
      const many = await ask(new Array<string>(1000).fill('catalogue.queue'), ending);
      expect([many.status, await many.text()]).toEqual([400, expect.stringContaining('1000 calls')]);
    },
  );

  it.each(['/', '//'])('was let in with many that compute for long where it ends in %s', async (ending) => {
    const long = await ask(new Array<string>(5).fill('film.match'), ending);
    expect([long.status, await long.text()]).toEqual([400, expect.stringContaining('5 calls that compute')]);
  });

  it('may hold few that compute for long, however they are written', async () => {
    const answer = await ask(new Array<string>(5).fill('retrieval.along%54rajectory'));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: 'invalid batch: 5 calls that compute for long (ask for up to 4 of these at once)',
    });
  });
});
