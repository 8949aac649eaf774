import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { addressGroup } from './addresses';
import { Attempts } from './attempts';
import { Lanes } from './lanes';

describe('wrong guesses', () => {
  it('are held back by the failures of their address, up to four seconds, and by those at a name, up to one', async () => {
    const waited: number[] = [];
    const attempts = new Attempts((ms) => Promise.resolve(waited.push(ms)));
    for (let guess = 0; guess < 12; guess++) await attempts.holdBack('a', 'anna');
    expect(waited).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
    await attempts.holdBack('b', 'ben');
    expect(waited).toHaveLength(7);
    await attempts.holdBack('b', 'anna');
    expect(waited.at(-1)).toBe(1000);
  });

  it('count an address of IPv6 with its network, and one of IPv4 alone', () => {
    expect(addressGroup('2001:db8:0:1::1')).toBe(addressGroup('2001:db8:0:1:ffff::9'));
    expect(addressGroup('2001:db8:0:1::1')).not.toBe(addressGroup('2001:db8:0:2::1'));
    expect(addressGroup('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(addressGroup('10.0.0.1')).not.toBe(addressGroup('10.0.0.2'));
  });
});

describe('lanes', () => {
  it('do so much at once under one key, others beside it, and go on after a fault', async () => {
    const lanes = new Lanes({ atOnce: 2, what: 'guesses' });
    const [running, most] = [new Map<string, number>(), new Map<string, number>()];
    const work = (key: string) => async () => {
      const now = (running.get(key) ?? 0) + 1;
      running.set(key, now);
      most.set(key, Math.max(now, most.get(key) ?? 0));
      await new Promise((go) => setTimeout(go, 1));
      running.set(key, running.get(key)! - 1);
      throw new Error('wrong');
    };
    const keys = Array.from({ length: 20 }, (_, i) => 'abcd'[i % 4]);
    const ends = await Promise.allSettled(keys.map((key) => lanes.run(key, work(key))));
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    expect([...most.values()]).toEqual([2, 2, 2, 2]);
    expect(await lanes.run('a', () => Promise.resolve('well'))).toBe('well');
  });

  it('are left by who waits no longer, and by nobody else', async () => {
    const lanes = new Lanes({ atOnce: 1, what: 'guesses' });
    let open = () => {};
    const held = lanes.run('a', () => new Promise<void>((go) => (open = go)));
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    const done: string[] = [];
    const work = (name: string) => () => Promise.resolve(void done.push(name));
    const gone = Array.from({ length: 64 }, () => lanes.run('a', work('gone'), leaving.signal));
    const stays = lanes.run('a', work('stays'));
    leaving.abort();
    for (const { reason } of (await Promise.allSettled(gone)) as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'unavailable' });
    open();
    await Promise.all([held, stays]);
    expect(done).toEqual(['stays']);
  });
});
