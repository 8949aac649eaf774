import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SharedWork } from './sharedWork';
import { Turns } from './turns';

/** Work that ends when it is told to. */
function held() {
  let end: (answer: string) => void = () => undefined;
  const promise = new Promise<string>((resolve) => (end = resolve));
  return { work: () => promise, end: (answer: string) => end(answer) };
}

describe('Turns', () => {
  it('does so many at once, the others in their order, and refuses what is beyond', async () => {
    const turns = new Turns({ atOnce: 2, mostWaiting: 2, what: 'conversions' });
    const begun: number[] = [];
    const works = [held(), held(), held(), held()];
    const answers = works.map(({ work }, i) =>
      turns.run(() => {
        begun.push(i);
        return work();
      }),
    );
    await expect(turns.run(() => Promise.resolve())).rejects.toMatchObject({
      code: 'too-many',
      message: 'too many conversions wait already: try again in a minute',
    });
    expect(begun).toEqual([0, 1]);
    works[1].end('one');
    await answers[1];
    await tick();
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of works) end('all');
    expect(await Promise.all(answers)).toEqual(['all', 'one', 'all', 'all']);
    expect(await turns.run(() => Promise.resolve('again'))).toBe('again');
  });

  it('gives up its place when its asker goes, and goes on after a fault', async () => {
    const turns = new Turns({ atOnce: 1, mostWaiting: 1, what: 'files' });
    const first = held();
    const doing = turns.run(first.work);
    const leaving = new AbortController();
    const waiting = turns.run(() => Promise.resolve('never'), leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    const next = turns.run(() => Promise.reject(new Error('a fault')));
    first.end('done');
    await expect(next).rejects.toThrow('a fault');
    expect([await doing, await turns.run(() => Promise.resolve('after'))]).toEqual(['done', 'after']);
  });
});

describe('SharedWork', () => {
  it('is stopped once the last who asked for it has gone, and begun anew for the next', async () => {
    const shared = new SharedWork<string>();
    let begun = 0;
    const work = (signal: AbortSignal) => {
      begun++;
      return new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped')));
    };
    const [one, other] = [new AbortController(), new AbortController()];
    const answers = [shared.join('key', work, one.signal), shared.join('key', work, other.signal)];
    one.abort();
    await tick();
    const third = shared.join('key', () => Promise.resolve('joined'));
    expect(begun).toBe(1);
    other.abort();
    await tick();
    expect(await Promise.race([...answers, third, tick('still going on')])).toBe('still going on');
    const lonely = new AbortController();
    const alone = shared.join('other', work, lonely.signal);
    lonely.abort();
    expect(await alone).toBe('stopped');
    expect(await shared.join('other', () => Promise.resolve('anew'))).toBe('anew');
  });
});
