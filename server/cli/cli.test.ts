import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { tinyModel } from '../embeddings/testing/models.testing';
import { packageRoot } from '@/db/packageRoot';

let root: string;
const at = (name: string) => join(root, 'music', name);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'circumplex-cli-'));
  mkdirSync(join(root, 'music'));
  writeTestWav(at('one.wav'), { seed: 1, seconds: 4 });
  writeTestWav(at('two\nlines\u001b[2J.wav'), { seed: 2, seconds: 4 });
});
afterAll(() => rmSync(root, { recursive: true }));

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(packageRoot(), 'dist', 'cli.js'), ...args], {
    cwd: packageRoot(),
    env: { ...process.env, DATA_DIR: join(root, 'data'), DATABASE_URL: '', WORKERS: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = start(...args);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it('imports a folder, and reads nothing the second time', async () => {
    const first = await run('import', join(root, 'music'));
    expect(first).toMatchObject({ status: 0, stdout: '2 imported, 0 unchanged, 0 failed\n' });
    const second = await run('import', join(root, 'music'), '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ done: 0, unchanged: 2, failed: 0 });
  });

  it('lists failures with their reasons and exits with 1', async () => {
    writeFileSync(at('letter.mp3'), 'This is only a letter.'.repeat(100));
    const { status, stdout } = await run('import', join(root, 'music'), join(root, 'nowhere'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/failed: .*letter\.mp3: .*not sound/);
    expect(stdout).toMatch(/failed: .*nowhere: it does not exist/);
    expect(stdout).toMatch(/0 imported, 2 unchanged, 2 failed/);
    const state = JSON.parse((await run('status', '--json')).stdout) as { problems: { rows: unknown[] } };
    expect(state.problems.rows).toContainEqual(
      expect.objectContaining({ name: 'letter.mp3', path: at('letter.mp3'), state: 'failed' }),
    );
    rmSync(at('letter.mp3'));
  });

  it('finds tracks near a point, and by a curve', async () => {
    const point = await run('--json', 'point', '-0.5', '-.25', '--limit', '1');
    const { matches } = JSON.parse(point.stdout) as { matches: { trackId: number; distance: number }[] };
    expect(matches).toHaveLength(1);
    expect(matches[0].distance).toBeGreaterThan(0);
    writeFileSync(join(root, 'curve.csv'), 'time_s,valence,arousal\n0,-0.5,-0.5\n3,0.5,0.5\n');
    const match = await run('match', join(root, 'curve.csv'), '--json');
    const answer = JSON.parse(match.stdout) as {
      searched: number;
      matches: { curve: { valence: number[] } }[];
    };
    expect(answer).toMatchObject({ searched: 2, matches: [{}, {}] });
    expect(answer.matches.map(({ curve }) => curve.valence.length)).toEqual([64, 64]);
    const searched = async (duration: string) =>
      (
        JSON.parse(
          (await run('match', join(root, 'curve.csv'), '--duration', duration, '--json')).stdout,
        ) as typeof answer
      ).searched;
    expect([await searched('4'), await searched('30')]).toEqual([2, 0]);
  });

  it('exports, and never lets a name break the terminal', async () => {
    const { stdout } = await run('export');
    expect(stdout.split('\n')[0]).toMatch(/^track_id,title,.*model_version$/);
    const shown = await run('point', '0', '0');
    expect(shown.stdout).toContain('two lines [2J');
    expect(shown.stdout).not.toContain('\u001b');
    const curves = await run('export', '--curves', '--format', 'json');
    expect(JSON.parse(curves.stdout)).toMatchObject([{ curve: { hopSeconds: 0.5 } }, {}]);
  });

  it('refuses what it does not understand', async () => {
    expect(await run('point', '2', '0')).toMatchObject({ status: 1, stdout: '' });
    expect(await run('remove', 'x')).toMatchObject({ status: 1 });
    expect(await run('remove', '999')).toMatchObject({ status: 1 });
    expect((await run('models')).stdout).toMatch(/^emotion-\d+/);
  });

  it('joins two tracks, and parts them', async () => {
    expect(await run('join', '1', '2')).toMatchObject({
      status: 0,
      stdout: '1 and 2 are one recording now\n',
    });
    expect(await run('join', '1', '2')).toMatchObject({ status: 1, stdout: '' });
    expect(await run('part', '2')).toMatchObject({ status: 0, stdout: '2 is a recording of its own now\n' });
    expect((await run('part', '2')).stderr).toContain('invalid trackId: 2');
  });

  it('adds an embedding, compares sounds by it, and removes it', async () => {
    const { place, sha256, frontEnd } = tinyModel();
    const add = (...hash: string[]) =>
      run('models', 'add', 'tiny', place, '--front-end', frontEnd, ...hash, '--json');
    expect((await add('--sha256', '0'.repeat(64))).stderr).toContain('invalid --sha256');
    const added = await add('--sha256', sha256);
    expect(JSON.parse(added.stdout)).toMatchObject({ name: 'tiny', output: 'embedding', size: 96, sha256 });
    const used = await run('models', 'use', 'tiny', '--json');
    expect(JSON.parse(used.stdout)).toMatchObject({ name: 'tiny', answers: true, embedded: 2, failed: 0 });
    const listed = await run('models', 'list', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject({
      embeddings: [{ inUse: false }, { name: 'tiny', inUse: true }],
    });
    expect(await run('models', 'remove', 'tiny')).toMatchObject({ status: 0, stdout: 'tiny is removed\n' });
  });

  it('writes the features of a track for a recording, and says what features there are', async () => {
    const out = join(root, 'features');
    const wanted = ['--feature', 'envelope', 'circumplex embedding', '--tr', '0.8', '--format', 'npy'];
    const { stdout } = await run('research', 'features', '1', ...wanted, '--change', '--out', out, '--json');
    const written = JSON.parse(stdout) as { features: { files: string[] }[] };
    expect(written).toMatchObject({
      sound: at('one.wav'),
      features: [
        { name: 'envelope signed change', hopSeconds: 0.8, startSeconds: 0.4, samples: 5 },
        {
          name: 'circumplex embedding euclidean change',
          samples: 5,
          columns: ['circumplex embedding change'],
        },
      ],
    });
    expect(written.features[0].files.map((file) => file.slice(out.length + 1))).toEqual([
      'one_envelope-signed-change.npy',
      'one_envelope-signed-change.json',
    ]);
    expect((await run('research', 'features', '--list')).stdout).toMatch(/^cochleogram +128 +0\.008 s/m);
    expect(await run('research', 'features', at('one.wav'))).toMatchObject({ status: 1, stdout: '' });
  });

  it('backs up and restores', async () => {
    expect(await run('backup', join(root, 'backup'))).toMatchObject({ status: 0 });
    expect(await run('restore', join(root, 'backup'))).toMatchObject({ status: 1 });
    expect(await run('remove', '1')).toMatchObject({ status: 0, stdout: '1 removed\n' });
    const restored = await run('restore', join(root, 'backup'), '--replace');
    expect(restored).toEqual({ status: 0, stdout: '2 tracks are restored\n', stderr: '' });
  });

  it('leaves the queue in order when it is interrupted, and goes on the next time', async () => {
    for (let seed = 20; seed < 30; seed++) writeTestWav(at(`more ${seed}.wav`), { seed, seconds: 60 });
    const child = start('import', join(root, 'music'), '--json');
    let stdout = '';
    child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString()));
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(status).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ interrupted: true, failed: 0 });
    const next = await run('import', join(root, 'music'));
    expect(next.status).toBe(0);
    const { stdout: state } = await run('status', '--json');
    expect(JSON.parse(state)).toMatchObject({ libraryTracks: 12, queued: 0, running: 0 });
  });
});
