import { parseArgs } from 'node:util';
import { leadsAndLags } from './testing/leadsAndLags.testing';
import { nullError } from './testing/nullError.testing';
import { plantedPower } from './testing/plantedPower.testing';
import type { Counts } from './testing/truthCounts.testing';
import type { TruthSizes } from './testing/truthStudies.testing';

/*
 * `npm run bench -- truth [power] [lags] [null] [--studies N] [--participants N] [--surrogates N] [--share 0.1] [--length 1]
 * [--first SEED]`: whether analyses find what simulated studies plant, and nothing else. Without a name, all parts.
 * Every study has features, people and noise of its own; `--share` may come more than once, `--length` shortens pieces.
 * Each part tells how far it is and how long it will take; the last line is JSON.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    studies: { type: 'string' },
    participants: { type: 'string' },
    surrogates: { type: 'string' },
    share: { type: 'string', multiple: true },
    length: { type: 'string', default: '1' },
    first: { type: 'string', default: '1' },
  },
});

/** What was asked for, or else these. */
const sizes = (studies: number, participants: number, surrogates: number): TruthSizes => ({
  studies: Number(values.studies ?? studies),
  participants: Number(values.participants ?? participants),
  surrogates: Number(values.surrogates ?? surrogates),
  lengthScale: Number(values.length),
  first: Number(values.first),
});

const asked = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const result: Record<string, unknown> = {};

async function part(
  name: string,
  sizes: TruthSizes,
  run: (onStudy: (done: number, counts: Counts) => void) => Promise<Counts>,
): Promise<void> {
  const start = performance.now();
  const minutes = () => (performance.now() - start) / 60_000;
  console.error(`${name}: ${JSON.stringify(sizes)}`);
  const counts = await run((done, soFar) => {
    if (done % 10 !== 0 && done !== 1) return;
    const left = (minutes() / done) * (sizes.studies - done);
    console.error(`${name}: ${done} of ${sizes.studies}, ${left.toFixed(1)} min to go`);
    console.error(soFar.lines().join('\n'));
  });
  console.log([`${name} (${minutes().toFixed(1)} min)`, ...counts.lines()].join('\n'));
  result[name] = { ...sizes, minutes: minutes(), ...counts.shares() };
}

if (asked('power')) {
  const own = sizes(100, 37, 99);
  await part('power', own, (onStudy) => plantedPower(own, onStudy));
}
if (asked('lags')) {
  const own = sizes(100, 37, 99);
  await part('lags', own, (onStudy) => leadsAndLags(own, onStudy));
}
if (asked('null')) {
  const own = sizes(400, 20, 99);
  for (const share of (values.share ?? ['0.1', '0.3']).map(Number)) {
    await part(`null with ${share} shared`, own, (onStudy) => nullError(share, own, onStudy));
  }
}
console.log(JSON.stringify(result));
