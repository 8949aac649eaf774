import { describe, expect, it, vi } from 'vitest';
import { SpacedTurns } from './spacedTurns';

/** A deed that is done when it is told to be, and notes its beginning. */
function deedOf(name: string, begun: string[]) {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { name, finish: () => finish(), deed: () => (begun.push(name), done) };
}

describe('SpacedTurns', () => {
  it('does one deed at a time, in the order in which they came', async () => {
    const turns = new SpacedTurns({ inAll: 10, byAsker: 10, longestMs: 60_000, restFactor: 0 });
    const begun: string[] = [];
    const deeds = ['a', 'b', 'c'].map((name) => deedOf(name, begun));
    const taken = deeds.map(({ name, deed }) => turns.take(name, deed));
    for (const [index, { finish }] of deeds.entries()) {
      await vi.waitFor(() => expect(begun).toEqual(['a', 'b', 'c'].slice(0, index + 1)));
      finish();
      await taken[index];
    }
  });

  it('had whoever asks once wait for all hundred of another: each asker has a turn after the other', async () => {
    const turns = new SpacedTurns({ inAll: 200, byAsker: 150, longestMs: 60_000, restFactor: 0 });
    const order: string[] = [];
    const take = (asker: string) => turns.take(asker, () => Promise.resolve(order.push(asker)));
    const crowd = Array.from({ length: 100 }, () => take('crowd'));
    await Promise.all([take('a'), take('b'), take('a'), ...crowd]);
    expect(order.slice(0, 6)).toEqual(['crowd', 'crowd', 'a', 'b', 'crowd', 'a']);
    expect(order).toHaveLength(103);
  });

  it('lets nobody wait a hundred times, nor more than there is room for', async () => {
    const turns = new SpacedTurns({ inAll: 3, byAsker: 2, longestMs: 60_000, restFactor: 0 });
    const never = () => new Promise<void>(() => undefined);
    void turns.take('crowd', never);
    void turns.take('crowd', never);
    await expect(turns.take('crowd', never)).rejects.toMatchObject({ code: 'too-many' });
    void turns.take('other', never);
    await expect(turns.take('third', never)).rejects.toMatchObject({ code: 'too-many' });
  });

  it('is not held by a deed that waits for its asker', async () => {
    const turns = new SpacedTurns({ inAll: 2, byAsker: 1, longestMs: 10, restFactor: 0 });
    void turns.take('a', () => new Promise<void>(() => undefined));
    expect(await turns.take('b', () => Promise.resolve('done'))).toBe('done');
    expect(await turns.take('a', () => Promise.resolve('again'))).toBe('again');
  });

  it('rests after each for as long as it is told, so that others have their time', async () => {
    const turns = new SpacedTurns({ inAll: 3, byAsker: 3, longestMs: 60_000, restFactor: 4 });
    const begun = performance.now();
    await Promise.all(
      [1, 2].map(() => turns.take('a', () => new Promise((resolve) => setTimeout(resolve, 50)))),
    );
    expect(performance.now() - begun).toBeGreaterThan(50 + 4 * 50 + 40);
  });

  it('goes on after a deed that failed, and tells whoever asked for it', async () => {
    const turns = new SpacedTurns({ inAll: 2, byAsker: 1, longestMs: 60_000, restFactor: 0 });
    const failing = turns.take('a', () => Promise.reject(new Error('broken')));
    const next = turns.take('b', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await turns.take('a', () => Promise.resolve('again'))).toBe('again');
  });
});
