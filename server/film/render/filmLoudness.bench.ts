import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoudnessMeter } from '@/ml/audio/measure/loudnessMeter';
import { createRandom } from '@/ml/random';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { mediaRateHz } from '../interchange/handedOver';
import type { RenderedSection } from './renderSection';
import { renderSectionHandler } from './renderSectionHandler';
import type { SectionPlan } from './sectionPlan';

/*
 * `npm run bench -- filmLoudness FOLDER [TRACKS]`: whether loudness is what ffmpeg's ebur128 says, on the sound files of a
 * folder: of whole tracks at their own rate, each side by its own decoder, and of a minute that is rendered to -23 LUFS. What would clip
 * stays below the target; then ffmpeg is to find what was reported.
 */

const [folder, count = '30'] = process.argv.slice(2);
if (!folder) throw new Error('invalid folder: none (npm run bench -- filmLoudness FOLDER)');
const most = 0.1;
const sectionSeconds = 60;
const targetLufs = -23;
const random = createRandom(11, 'loudness');
const work = mkdtempSync(join(tmpdir(), 'circumplex-loudness-'));
const differences: number[] = [];

const names = readdirSync(folder).filter((name) => /\.(ogg|mp3|flac|wav|opus)$/i.test(name));
console.log('    ours   ffmpeg  differ |  section   ffmpeg  differ');
const step = Math.max(1, Math.floor(names.length / Number(count)));
for (const name of names.filter((_, place) => place % step === 0).slice(0, Number(count))) {
  const path = join(folder, name);
  const whole = await measure(path);
  const told = ebur128(path);
  if (whole.integratedLufs === undefined) {
    console.log(`  silence ${told.toFixed(3).padStart(8)}  ${name}`);
    continue;
  }
  const section = await render(path, Math.floor(whole.seconds * mediaRateHz));
  const heard = ebur128(section.path);
  const reported = section.rendered.integratedLufs ?? NaN;
  differences.push(whole.integratedLufs - told, reported - heard);
  console.log(`${columns(whole.integratedLufs, told)} | ${columns(reported, heard)}  ${name}`);
}
rmSync(work, { recursive: true });
const worst = Math.max(...differences.map(Math.abs));
console.log(
  `${differences.length / 2} tracks, the largest difference ${worst.toFixed(3)} LU (${most} at most)`,
);
if (!(worst <= most)) process.exitCode = 1;

function columns(ours: number, theirs: number): string {
  return [ours, theirs, ours - theirs].map((value) => value.toFixed(3).padStart(8)).join(' ');
}

async function measure(path: string) {
  const meter = new LoudnessMeter();
  let seconds = 0;
  await withSoundFile(path, async (file) => {
    for await (const chunk of decodeFile(file, () => undefined)) {
      meter.push(chunk);
      seconds += chunk.channels[0].length / chunk.sampleRateHz;
    }
  });
  return { seconds, integratedLufs: meter.finish().integratedLufs };
}

async function render(path: string, trackSamples: number) {
  const length = Math.min(trackSamples, sectionSeconds * mediaRateHz);
  const plan = planOf(Math.floor(random.between(0, trackSamples - length)), length);
  const target = join(work, 'section.wav');
  const question = {
    path,
    plan,
    targetLufs,
    fadeInSeconds: 0,
    fadeOutSeconds: 0,
    target,
    description: 'section',
  };
  const asked = { ...question, format: 'wav' as const, madeAt: '2026-01-01T00:00:00Z' };
  return {
    path: target,
    rendered: (await renderSectionHandler.answer(asked, () => undefined)) as RenderedSection,
  };
}

function planOf(firstSample: number, lengthSamples: number): SectionPlan {
  return {
    firstSample,
    lengthSamples,
    cueAtSample: 0,
    cueSamples: lengthSamples,
    timeReferenceSamples: 0,
    inSeconds: 0,
  };
}

/** The integrated loudness of a file, with three decimals as its frames tell it: the summary has one. */
function ebur128(path: string): number {
  const filter = 'ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-';
  const printed = execFileSync('ffmpeg', ['-i', path, '-vn', '-af', filter, '-f', 'null', '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(printed.slice(printed.lastIndexOf('=') + 1));
}
