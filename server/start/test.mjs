import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';

const reports = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
const tool = (name) => join(root, 'node_modules', name);

/** Every check of the house, in the order in which they fail fastest; those that read the sources alone go two at a time. */
const stages = [
  { name: 'types', run: [tool('next/dist/bin/next'), 'typegen'], quiet: true },
  { name: 'types', run: [tool('typescript/bin/tsc'), '--noEmit'], beside: true },
  { name: 'lint', run: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], beside: true },
  {
    name: 'lint of imports',
    run: [
      tool('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--output-type=err-long',
      ...['app', 'server', 'db', 'ml', 'e2e'],
    ],
    beside: true,
  },
  {
    name: 'format',
    run: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    beside: true,
  },
  { name: 'licences', run: [join(root, 'server/start/licences.mjs')], beside: true },
  { name: 'unused code', run: [tool('knip/bin/knip.js')], beside: true },
  {
    name: 'unit, property and storage tests',
    run: [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/unit.json`,
    ],
    count: () => {
      const report = readReport('unit.json');
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests,
      };
    },
  },
  { name: 'build', run: [join(root, 'server/start/build.mjs')] },
  {
    name: 'browser tests',
    run: [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/browser.json`, PW_TEST_HTML_REPORT_OPEN: 'never' },
    before: () => rmSync(join(root, 'test-results-data'), { recursive: true, force: true }),
    count: () => {
      const { stats } = readReport('browser.json');
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    },
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const only = process.argv.slice(2);
const chosen = stages.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
while (chosen.length > 0) {
  const ready = chosen[0].beside ? takeWhile(chosen, ({ beside }) => beside) : [chosen.shift()];
  await Promise.all([0, 1].map(() => runInTurn(ready)));
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

function takeWhile(list, holds) {
  const end = list.findIndex((one) => !holds(one));
  return list.splice(0, end < 0 ? list.length : end);
}

async function runInTurn(ready) {
  for (let stage = ready.shift(); stage; stage = ready.shift()) {
    const counted = await runStage(stage);
    for (const key of Object.keys(total)) total[key] += counted[key];
  }
}

/** A stage counts its tests; one without tests counts as one. A stage that fails without a failed test fails once. */
async function runStage({ name, run, env, before, count, quiet, beside }) {
  if (!beside) console.log(`\n== ${name}`);
  before?.();
  const child = spawn(process.execPath, run, {
    cwd: root,
    stdio: ['ignore', beside ? 'pipe' : quiet ? 'ignore' : 'inherit', beside ? 'pipe' : 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  child.once('error', (error) => console.error(error.message));
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (beside) console.log(`\n== ${name}\n${Buffer.concat(said)}`.trimEnd());
  const counted = countOf(count, status);
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

function countOf(count, status) {
  if (!count) return { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  try {
    return count();
  } catch (error) {
    console.error(`no report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function readReport(file) {
  return JSON.parse(readFileSync(join(reports, file), 'utf8'));
}
