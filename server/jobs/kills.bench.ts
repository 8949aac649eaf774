import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@/db/open';
import { files, jobs, tracks } from '@/db/schema';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { packageRoot } from '@/db/packageRoot';

/*
 * `npm run bench -- kills [COUNT]`: imports 60 files while the server, the command line and the analysis
 * process are killed in turn (SIGKILL) at random moments, thirty times in all, and then checks that every file
 * is there exactly once and the queue is empty. Works on the built programs.
 */

const kills = Number(process.argv[2] ?? 30);
const fileCount = 60;
const port = 3961;
const folder = mkdtempSync(join(tmpdir(), 'circumplex-kills-'));
const music = join(folder, 'music');
const environment = {
  ...process.env,
  DATA_DIR: join(folder, 'data'),
  PORT: String(port),
  DEMO: '0',
  HOST: '127.0.0.1',
};

/** A file of its own: noise under a slow tremolo, so that no two sound alike. */
function writeMusic(index: number): void {
  const sampleRateHz = 16_000;
  const samples = new Float32Array(sampleRateHz * (60 + ((index * 37) % 90)));
  let state = index + 1;
  for (let at = 0; at < samples.length; at++) {
    state = (state * 48_271) % 2_147_483_647;
    samples[at] = 0.4 * Math.sin((at * (index + 3)) / 9000) * (state / 1_073_741_823 - 1);
  }
  const header = wavHeader({ sampleRateHz, channels: 1, frames: samples.length });
  writeFileSync(
    join(music, `${index}.wav`),
    Buffer.concat([header, encodePcm16({ channels: [samples], sampleRateHz })]),
  );
}

function start(program: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(packageRoot(), 'dist', program), ...args], {
    env: environment,
    stdio: 'ignore',
  });
}

const ended = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
const isUp = () =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    (response) => response.ok,
    () => false,
  );

async function startServer(): Promise<ChildProcess> {
  for (;;) {
    const server = start('serve.js');
    while (!ended(server)) {
      if (await isUp()) return server;
      await sleep(100);
    }
    // The command line may hold the data directory for the moment: the server says so and stops.
    await sleep(500);
  }
}

function analysisProcesses(): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
  const rows = listed.map((line) => line.trim().split(/\s+/));
  const parents = new Set([server.pid, commandLine.pid].map(String));
  return rows
    .filter(([, parent, ...args]) => parents.has(parent) && args.join(' ').includes('analysisProcess'))
    .map(([pid]) => Number(pid));
}

mkdirSync(music);
for (let index = 0; index < fileCount; index++) writeMusic(index);
let server = await startServer();
let commandLine = start('cli.js', 'import', music);
const killed = { server: 0, 'command line': 0, 'analysis process': 0 };
for (let round = 0; round < kills; round++) {
  if (ended(server)) server = await startServer();
  if (ended(commandLine)) commandLine = start('cli.js', 'import', music);
  await sleep(200 + Math.random() * 2800);
  if (round % 3 === 0) {
    server.kill('SIGKILL');
    killed.server += 1;
  } else if (round % 3 === 1) {
    commandLine.kill('SIGKILL');
    killed['command line'] += 1;
  } else {
    const [pid] = analysisProcesses();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    if (pid !== undefined) killed['analysis process'] += 1;
  }
  console.log(`${round + 1} of ${kills}`);
}
if (ended(server)) server = await startServer();
const last = start('cli.js', 'import', music);
await new Promise((resolve) => last.once('exit', resolve));

const opened = await openDatabase({
  dataDirectory: environment.DATA_DIR,
  purpose: 'command line',
  onTaken: 'connect',
});
if (opened.kind === 'taken') throw new Error('the data directory is taken');
const paths = (await opened.database.select({ path: files.path }).from(files)).map(({ path }) => path);
const states = (await opened.database.select({ state: jobs.state, failure: jobs.failure }).from(jobs)).filter(
  ({ state }) => state !== 'done',
);
const result = {
  killed,
  files: paths.length,
  distinctFiles: new Set(paths).size,
  tracks: (await opened.database.select({ id: tracks.id }).from(tracks)).length,
  jobsNotDone: states,
  lastImportExit: last.exitCode,
};
await opened.close();
server.kill('SIGTERM');
commandLine.kill('SIGKILL');
await new Promise((resolve) => server.once('exit', resolve));
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(result));
const whole =
  result.files === fileCount &&
  result.distinctFiles === fileCount &&
  result.tracks === fileCount &&
  states.length === 0;
process.exitCode = whole ? 0 : 1;
