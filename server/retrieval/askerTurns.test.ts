import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AskerTurns } from './askerTurns';

/** Turns of which the first is taken, and ends when told. */
function takenTurns() {
  const turns = new AskerTurns();
  const order: string[] = [];
  const ask = (asker: string, name: string, more: { waitMs?: number; signal?: AbortSignal } = {}) =>
    turns.run({ asker, waitMs: Infinity, ...more }, async () => {
      await setImmediate();
      order.push(name);
    });
  let end = () => {};
  const first = turns.run(
    { asker: 'first', waitMs: Infinity },
    () => new Promise<void>((resolve) => (end = resolve)),
  );
  const endFirst = async () => {
    await setImmediate();
    end();
    await first;
  };
  return { turns, order, ask, end: endFirst };
}

describe('turns of askers', () => {
  it('go round: who asks for much waits behind the first of each other', async () => {
    const { order, ask, end } = takenTurns();
    const all = ['a1', 'a2', 'a3', 'b1', 'c1', 'c2'].map((name) => ask(name[0], name));
    await Promise.all([end(), ...all]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('are not waited for any more at once when that is ended, and others go on', async () => {
    const { order, ask, end, turns } = takenTurns();
    const control = new AbortController();
    const left = ask('a', 'left', { signal: control.signal });
    const kept = ask('b', 'kept');
    control.abort();
    await expect(left).rejects.toMatchObject({ code: 'unavailable' });
    await expect(ask('a', 'late', { signal: control.signal })).rejects.toMatchObject({ code: 'unavailable' });
    expect(turns.waitingAskers).toBe(1);
    await Promise.all([end(), kept]);
    expect(order).toEqual(['kept']);
    await ask('a', 'again');
    expect(order).toEqual(['kept', 'again']);
  });

  it('that do not come in time are refused', async () => {
    const { order, ask, end, turns } = takenTurns();
    await expect(ask('a', 'late', { waitMs: 5 })).rejects.toThrow('the search did not begin');
    expect(turns.waitingAskers).toBe(0);
    await end();
    expect(order).toEqual([]);
  });

  it('are passed on where work fails', async () => {
    const turns = new AskerTurns();
    const wait = { asker: 'a', waitMs: Infinity };
    await expect(turns.run(wait, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await turns.run(wait, () => Promise.resolve(1))).toBe(1);
  });
});
