import { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { AnalysisClient, defaultLimits, type AnalysisLimits } from './analysisClient';
import { analysisKind, type AnalysisOutcome } from './analysisKind';
import * as processFile from './processFile';
import * as starting from './startProcess';
import { untilGone, writeSpinning } from './testing/spinning.testing';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-client-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());
const kind = analysisKind<null, null>('spin');

function runs(path: string): void {
  vi.spyOn(processFile, 'analysisProcessFile').mockReturnValue({ path, execArgv: [] });
}

/** Asks a process that spins until `end` is called with its number and that of what it started. */
async function spin(
  limits: Partial<AnalysisLimits>,
  end: (client: AnalysisClient, pids: number[]) => void = () => undefined,
): Promise<{ outcome: AnalysisOutcome<null>; pids: number[] }> {
  const client = new AnalysisClient({ ...defaultLimits, ...limits });
  let pids: number[] = [];
  const onProgress = (pid: number, started: number | null) => {
    pids = [pid, started ?? 0];
    end(client, pids);
  };
  return { outcome: await client.request(kind, null, { onProgress }), pids };
}

describe.skipIf(process.platform === 'win32')('AnalysisClient', () => {
  it('ends what its process started with it', async () => {
    runs(writeSpinning(folder));
    const { outcome, pids } = await spin({}, (client) => client.close());
    expect(outcome).toEqual({ kind: 'stopped' });
    await untilGone(pids);
  });

  it('ends what a process started that was killed from outside', async () => {
    runs(writeSpinning(folder));
    const { outcome, pids } = await spin({}, (_, [pid]) => process.kill(pid, 'SIGKILL'));
    expect(outcome).toEqual({ kind: 'died', reason: 'the analysis process ended (SIGKILL)' });
    await untilGone(pids);
  });

  it.skipIf(process.platform !== 'linux')('counts the memory of what its process started', async () => {
    const much = 'globalThis.much = Buffer.alloc(4e8, 1); setInterval(() => {}, 1000)';
    runs(writeSpinning(folder, { started: [process.execPath, ['-e', much]] }));
    const { outcome, pids } = await spin({ memoryBytes: 3e8 });
    const reason = 'it took more than 300 MB of memory';
    expect(outcome).toEqual({ kind: 'died', limit: 'memory', reason });
    await untilGone(pids);
  });

  it('gives up a process that does not go when it is killed, as one that waits for a dead disk', async () => {
    runs(writeSpinning(folder));
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const { outcome, pids } = await spin({ endMs: 50 }, (client) => client.close());
    expect(outcome).toEqual({ kind: 'stopped' });
    expect(kill).toHaveBeenCalledWith(-pids[0], 'SIGKILL');
    kill.mockRestore();
    process.kill(-pids[0], 'SIGKILL');
  });

  it('tells of a process that cannot be started, by a fault or for want of descriptors', async () => {
    const start = vi.spyOn(starting, 'startProcess').mockImplementationOnce(() => {
      throw new Error('spawn ENOMEM');
    });
    const client = new AnalysisClient();
    const reason = 'the analysis process could not be started (spawn ENOMEM)';
    expect(await client.request(kind, null)).toEqual({ kind: 'died', reason });
    start.mockImplementationOnce(() => {
      const child = new ChildProcess();
      setImmediate(() => child.emit('error', new Error('spawn EMFILE')));
      return child;
    });
    const ended = 'the analysis process ended (spawn EMFILE)';
    expect(await client.request(kind, null)).toEqual({ kind: 'died', reason: ended });
    const answering = join(folder, 'answering.cjs');
    writeFileSync(answering, "process.on('message', () => process.send({ kind: 'answered', answer: null }))");
    runs(answering);
    expect(await client.request(kind, null)).toEqual({ kind: 'answered', answer: null });
    client.close();
  });
});
