import { setImmediate as others } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inPieces } from './inPieces';

function* busyFor(milliseconds: number) {
  let steps = 0;
  for (const until = performance.now() + milliseconds; performance.now() < until; steps++) yield;
  return steps;
}

it('lets others have their turn while it works', async () => {
  let turns = 0;
  let isDone = false;
  const work = inPieces(busyFor(60)).finally(() => (isDone = true));
  while (!isDone) {
    await others();
    turns++;
  }
  expect(await work).toBeGreaterThan(1);
  expect(turns).toBeGreaterThan(2);
});

it('ends where nobody waits any more', async () => {
  const control = new AbortController();
  const work = inPieces(busyFor(10_000), control.signal);
  setTimeout(() => control.abort(), 5);
  await expect(work).rejects.toMatchObject({ code: 'unavailable' });
});
