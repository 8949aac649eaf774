import { expect, it } from 'vitest';
import { runProgram } from './runProgram';

const node = (code: string) => ({ arguments: ['-e', code], cwd: process.cwd() });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

it('tells lines in order, how it ended and what it complained of last', async () => {
  const lines: string[] = [];
  const code = `console.log('ä'); console.log('two'); console.error('wrong'); process.exitCode = 3`;
  const end = await runProgram(process.execPath, { ...node(code), onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['ä', 'two']);
  expect(end).toEqual({ status: 3, errors: 'wrong\n' });
});

/** Starts another process, tells its number and waits. */
const family = `const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
console.log(child.pid);`;

it('ends with all that it started when it is told to', async () => {
  const interrupt = new AbortController();
  let pid = 0;
  const onLine = (line: string) => {
    pid = Number(line);
    interrupt.abort();
  };
  const code = `${family} setInterval(() => 0, 1000);`;
  const end = await runProgram(process.execPath, { ...node(code), onLine, signal: interrupt.signal });
  expect(end.status).toBeNull();
  await until(() => !isAlive(pid));
});

it('leaves nothing running when it comes to its end', async () => {
  let pid = 0;
  const onLine = (line: string) => (pid = Number(line));
  await runProgram(process.execPath, { ...node(`${family} process.exit(0)`), onLine });
  expect(pid).toBeGreaterThan(0);
  await until(() => !isAlive(pid));
});

it('does not begin what is no longer wanted, and says that a program is not there', async () => {
  const gone = { ...node(''), onLine: () => undefined };
  expect(await runProgram('/nowhere', { ...gone, signal: AbortSignal.abort() })).toMatchObject({
    status: null,
  });
  await expect(runProgram('/nowhere', gone)).rejects.toThrow('ENOENT');
});
