import { describe, expect, it } from 'vitest';
import { addressGroup } from './addresses';
import { Attempts } from './attempts';
import { Lanes } from './lanes';

describe('guesses', () => {
  it('are slowed by the failures of their address, up to four seconds, and by those at a name, up to one', async () => {
    const waited: number[] = [];
    const attempts = new Attempts((ms) => Promise.resolve(waited.push(ms)));
    for (let guess = 0; guess < 12; guess++) {
      await attempts.slowDown('a', 'anna');
      await attempts.countFailure('a', 'anna');
    }
    expect(waited).toEqual([250, 500, 1000, 2000, 4000, 4000]);
    await attempts.slowDown('b', 'ben');
    expect(waited).toHaveLength(6);
    await attempts.slowDown('b', 'anna');
    expect(waited.at(-1)).toBe(1000);
  });

  it('are refused where eight answers of an address wait, and nobody else’s', async () => {
    const held: (() => void)[] = [];
    const attempts = new Attempts(() => new Promise<void>((go) => held.push(go)));
    for (let failure = 0; failure < 6; failure++) await attempts.countFailure('a');
    const waiting = Array.from({ length: 8 }, () => attempts.holdBack('a'));
    await expect(attempts.holdBack('a')).rejects.toThrow('the right one is taken at any time');
    await attempts.holdBack('b');
    held.forEach((go) => go());
    await Promise.all(waiting);
    const again = attempts.holdBack('a');
    await expect.poll(() => held.length).toBe(9);
    held[8]();
    await again;
  });

  it('count an address of IPv6 with its network, and one of IPv4 alone', () => {
    expect(addressGroup('2001:db8:0:1::1')).toBe(addressGroup('2001:db8:0:1:ffff::9'));
    expect(addressGroup('2001:db8:0:1::1')).not.toBe(addressGroup('2001:db8:0:2::1'));
    expect(addressGroup('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(addressGroup('10.0.0.1')).not.toBe(addressGroup('10.0.0.2'));
  });
});

describe('lanes', () => {
  const none = () => Promise.resolve();

  it('let pass who asks once by who asks a hundred times', async () => {
    const lanes = new Lanes({ atOnce: 1, waitingInLane: 200, waitingInAll: 1000 });
    const order: string[] = [];
    const work = (name: string) => async () => {
      await new Promise((go) => setTimeout(go, 1));
      order.push(name);
    };
    const all = Array.from({ length: 100 }, () => lanes.run('many', none, work('many')));
    await Promise.all([...all, lanes.run('once', none, work('once'))]);
    expect(order.indexOf('once')).toBeLessThan(3);
  });

  it('do no more at once than they may, one of a key, and go on after a fault', async () => {
    const lanes = new Lanes({ atOnce: 2, waitingInLane: 9, waitingInAll: 99 });
    let [running, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((go) => setTimeout(go, 2));
      running--;
      throw new Error('wrong');
    };
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => lanes.run(String(i % 5), none, work)),
    );
    expect([most, running, ends.filter(({ status }) => status === 'rejected').length]).toEqual([2, 0, 20]);
    expect(await lanes.run('0', none, () => Promise.resolve('well'))).toBe('well');
  });

  it('refuse what would wait behind too many of its own', async () => {
    const lanes = new Lanes({ atOnce: 1, waitingInLane: 2, waitingInAll: 3 });
    let open = () => {};
    const held = new Promise<void>((go) => (open = go));
    const waiting = [lanes.run('a', none, () => held), lanes.run('a', none, none)];
    await expect(lanes.run('a', none, none)).rejects.toMatchObject({ code: 'too-many' });
    waiting.push(lanes.run('b', none, none));
    await expect(lanes.run('c', none, none)).rejects.toMatchObject({ code: 'too-many' });
    open();
    await Promise.all(waiting);
    await lanes.run('c', none, none);
  });
});
