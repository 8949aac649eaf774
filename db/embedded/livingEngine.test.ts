import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine, type Engine } from './engine';
import { startLivingEngine } from './livingEngine';

vi.mock(import('./engine'), async (actual) => {
  const engine = await actual();
  return { ...engine, startEngine: vi.fn(engine.startEngine) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-engine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const settings = () => ({
  databaseDirectory: join(folder, 'database'),
  socketPath: join(folder, 'socket', '.s.PGSQL.5432'),
  maxConnections: 1,
  idleTransactionMs: 1000,
});

describe('an engine that does not start', () => {
  it('has ended when that is told, so that the next never meets it at the same files', async () => {
    writeFileSync(join(folder, 'database'), 'a file where its folder was');
    const emitted = vi.spyOn(Worker.prototype, 'emit');
    await expect(startEngine(settings(), () => undefined)).rejects.toThrow();
    expect(emitted.mock.calls.map(([name]) => name)).toContain('exit');
    emitted.mockRestore();
  });
});

describe('an engine that stopped by itself', () => {
  it('tells why, why it does not start again, and each reason once', async () => {
    const engine: Engine = { listenAgain: () => undefined, close: () => Promise.resolve() };
    let lose: (reason: string) => void = () => undefined;
    const start = vi.mocked(startEngine).mockImplementation((_, onLost) => {
      lose = onLost;
      return Promise.resolve(engine);
    });
    const told: string[] = [];
    const care = { onFault: (reason: string) => told.push(reason), firstPauseMs: 1 };
    start.mockClear();
    const living = await startLivingEngine(settings(), care);
    for (let i = 0; i < 2; i++) start.mockRejectedValueOnce(new Error('no room'));
    lose('PANIC');
    await expect.poll(() => start.mock.calls.length, { interval: 1 }).toBe(4);
    expect(told).toEqual([
      'the database engine stopped: PANIC',
      'the database engine does not start again: Error: no room',
    ]);
    await living.close();
  });
});
