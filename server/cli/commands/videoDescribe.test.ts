import { existsSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { TestFolder } from '../../research/recordings/testing/files.testing';
import { runRegistered } from '../testing/registeredCommand.testing';
import { addVideoCommands } from './videoCommands';

const folder = new TestFolder();
afterAll(() => folder.remove());

/** What `video describe` writes, or what it throws. */
const describeWith = async (json: boolean, ...args: string[]): Promise<string> =>
  (await runRegistered(addVideoCommands, ['video', 'describe', ...args], json)).text;

const cut = '001  A001     V     C        00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00';

it('tells an edit decision list as one JSON document, at the rate that is given', async () => {
  const path = folder.write(
    'film.edl',
    `TITLE: Reel 1\nFCM: DROP FRAME\n${cut}\n* LOC: 01:00:00:05 RED look\n`,
  );
  expect(JSON.parse(await describeWith(true, path, '--rate', '29.97'))).toEqual({
    file: 'film.edl',
    format: 'cmx3600',
    name: 'Reel 1',
    rate: { numerator: 30_000, denominator: 1001 },
    rateFrom: 'given',
    dropFrame: true,
    startFrame: null,
    start: null,
    events: [
      {
        name: 'A001',
        reel: 'A001',
        track: 'V',
        kind: 'video',
        sourceIn: 30,
        sourceOut: 60,
        recordIn: 107_892,
        recordOut: 107_922,
        recordInTimeCode: '01:00:00;00',
        recordOutTimeCode: '01:00:01;00',
        speed: 1,
        gainDecibels: null,
        transition: null,
        enabled: true,
      },
    ],
    markers: [
      {
        frame: 107_897,
        timeCode: '01:00:00;05',
        durationFrames: 0,
        name: 'look',
        note: '',
        colour: 'red',
        within: null,
        isSeen: true,
      },
    ],
    remarks: [],
  });
});

it('tells it to people in lines', async () => {
  const path = folder.write('film.edl', `TITLE: Reel 1\n${cut}\n`);
  const lines = (await describeWith(false, path)).split('\n');
  expect(lines[0]).toBe('Reel 1: cmx3600, 24 frames a second, events: 1, markers: 0');
  expect(lines[3]).toMatch(/^01:00:00:00\s+01:00:01:00\s+V\s+A001$/);
  expect(lines.join()).toContain('note: no rate in the file: counted at 24');
});

it('refuses what it cannot read with a reason', async () => {
  await expect(describeWith(true, '/nowhere/film.edl')).rejects.toThrow(
    'invalid FILE: film.edl (it does not exist)',
  );
  const path = folder.write('poem.txt', 'Roses are red\n');
  await expect(describeWith(true, path)).rejects.toThrow('invalid FILE: poem.txt (it is none of these: EDL');
  await expect(describeWith(true, path, '--rate', 'fast')).rejects.toThrow('A number from 1 to 240');
});

const real = '../shared/video/fcpx_29.97d.fcpxml';
it.skipIf(!existsSync(real))('tells rate, drop flag and start of a file that knows them', async () => {
  expect(JSON.parse(await describeWith(true, real))).toMatchObject({
    rate: { numerator: 30_000, denominator: 1001 },
    rateFrom: 'file',
    dropFrame: true,
    start: '00:00:00;00',
  });
});
