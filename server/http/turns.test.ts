import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

/** A deed that is done when it is told to be, and notes its beginning. */
function deedOf(name: string, begun: string[]) {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { name, finish: () => finish(), deed: () => (begun.push(name), done) };
}

describe('Turns', () => {
  it('does one deed at a time, in the order in which they came', async () => {
    const turns = new Turns({ inAll: 10, byAsker: 10, longestMs: 60_000 });
    const begun: string[] = [];
    const deeds = ['a', 'b', 'c'].map((name) => deedOf(name, begun));
    const taken = deeds.map(({ name, deed }) => turns.take(name, deed));
    for (const [index, { finish }] of deeds.entries()) {
      await new Promise(setImmediate);
      expect(begun).toEqual(['a', 'b', 'c'].slice(0, index + 1));
      finish();
      await taken[index];
    }
  });

  it('lets nobody wait a hundred times, nor more than there is room for', async () => {
    const turns = new Turns({ inAll: 3, byAsker: 2, longestMs: 60_000 });
    const never = () => new Promise<void>(() => undefined);
    void turns.take('crowd', never);
    void turns.take('crowd', never);
    await expect(turns.take('crowd', never)).rejects.toMatchObject({ code: 'too-many' });
    void turns.take('other', never);
    await expect(turns.take('third', never)).rejects.toMatchObject({ code: 'too-many' });
  });

  it('is not held by a deed that waits for its asker', async () => {
    const turns = new Turns({ inAll: 2, byAsker: 1, longestMs: 10 });
    void turns.take('a', () => new Promise<void>(() => undefined));
    expect(await turns.take('b', () => Promise.resolve('done'))).toBe('done');
    expect(await turns.take('a', () => Promise.resolve('again'))).toBe('again');
  });

  it('goes on after a deed that failed, and tells whoever asked for it', async () => {
    const turns = new Turns({ inAll: 2, byAsker: 1, longestMs: 60_000 });
    const failing = turns.take('a', () => Promise.reject(new Error('broken')));
    const next = turns.take('b', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await turns.take('a', () => Promise.resolve('again'))).toBe('again');
  });
});
