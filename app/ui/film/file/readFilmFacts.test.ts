import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { readFilmFacts } from './readFilmFacts';
import { startTimeCode } from './startTimeCode';
import { madeFilm, timeCodeFile } from './testing/madeFilm.testing';

const cinema = { numerator: 24_000, denominator: 1001 };
const evenTimes = (frames: number, rate = cinema) =>
  Array.from({ length: frames }, (_, frame) => secondsOf(frame, rate));

describe('a film’s file', () => {
  it.each(['mp4', 'webm'] as const)('of 23.976 tells 24000/1001 and its frames as %s', async (container) => {
    const film = await madeFilm({ container, times: evenTimes(100), frameSeconds: secondsOf(1, cinema) });
    expect(await readFilmFacts(film)).toEqual({
      ...{ rate: cinema, isVariableRate: false, lengthFrames: 100, firstFrameSeconds: 0 },
      ...{ startFrame: null, dropFrame: false, hasSound: false, pictureCodec: 'vp8' },
    });
  });

  it('begins with the frame that is shown first, not the one that is decoded first', async () => {
    const order = [0, 3, 1, 2, 6, 4, 5, 9, 7, 8];
    const times = order.map((frame) => secondsOf(frame, { numerator: 25, denominator: 1 }));
    const film = await madeFilm({ container: 'mp4', times, frameSeconds: 0.04 });
    expect(await readFilmFacts(film)).toMatchObject({
      rate: { numerator: 25, denominator: 1 },
      isVariableRate: false,
      lengthFrames: 10,
      firstFrameSeconds: 0,
    });
  });

  it('with frames that last unequally is of variable rate', async () => {
    const times = Array.from({ length: 90 }, (_, frame) => frame / 30 + (frame % 3) * 0.007);
    const film = await madeFilm({ container: 'mp4', times, frameSeconds: 1 / 30 });
    expect(await readFilmFacts(film)).toMatchObject({ isVariableRate: true, lengthFrames: 90 });
  });

  it('that is none is told from one', async () => {
    expect(await readFilmFacts(new Blob(['a list of shots']))).toBeNull();
    expect(await readFilmFacts(new Blob([]))).toBeNull();
  });

  it('stops being read when nobody waits for it', async () => {
    const film = await madeFilm({
      container: 'mp4',
      times: evenTimes(9000),
      frameSeconds: secondsOf(1, cinema),
    });
    const leaving = new AbortController();
    const reading = readFilmFacts(film, { signal: leaving.signal });
    leaving.abort();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});

describe('a start time code', () => {
  const count = { rate: { numerator: 30_000, denominator: 1001 }, dropFrame: true };

  it.each([false, true])('is read with its drop flag, its place in 64 bits: %s', async (wideOffsets) => {
    const told = await startTimeCode(timeCodeFile(107_832, { dropFrame: true, wideOffsets }));
    expect(told).toEqual({ startFrame: 107_832, dropFrame: true });
    expect(timeCodeOf(107_832, count)).toBe('00:59:58;00');
    expect(await startTimeCode(timeCodeFile(0, { dropFrame: false }))).toEqual({
      startFrame: 0,
      dropFrame: false,
    });
  });

  it('is not there in files cut short anywhere', async () => {
    const whole = timeCodeFile(1, { dropFrame: false });
    for (let size = 0; size < whole.size; size++)
      expect(await startTimeCode(whole.slice(0, size))).toBeNull();
  });
});

const hasFfmpeg = ['ffmpeg', 'ffprobe'].every((tool) => spawnSync(tool, ['-version']).status === 0);
const hasEncoder = (name: string) =>
  hasFfmpeg &&
  execFileSync('ffmpeg', ['-v', 'error', '-encoders'], { encoding: 'utf8' }).includes(` ${name} `);

describe.skipIf(!hasFfmpeg)('a film that ffmpeg wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-film-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const make = (name: string, options: string[], rate = '25') => {
    const path = join(folder, name);
    const picture = ['-f', 'lavfi', '-i', `mandelbrot=size=128x72:rate=${rate}`, '-t', '2'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...picture, '-pix_fmt', 'yuv420p', ...options, path]);
    return path;
  };
  /** When ffprobe says that each frame is shown, those before zero left out. */
  const probed = (path: string) => {
    const asked = ['-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0'];
    const times = execFileSync('ffprobe', ['-v', 'error', ...asked, path], { encoding: 'utf8' });
    return times
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number)
      .filter((time) => time >= 0)
      .sort((a, b) => a - b);
  };
  const bFrames = ['-c:v', 'libx264', '-x264-params', 'b-adapt=0:bframes=2'];

  it.skipIf(!hasEncoder('libx264')).each([
    ['with B-frames and an edit list', 'b.mp4', bFrames],
    ['with B-frames and none', 'none.mp4', [...bFrames, '-use_editlist', '0']],
    ['as a transport stream', 'b.ts', bFrames],
  ])('%s has the frames that ffprobe counts', async (_, name, options) => {
    const path = make(name, options);
    const facts = await readFilmFacts(await openAsBlob(path));
    const times = probed(path);
    expect(facts).toMatchObject({
      lengthFrames: times.length,
      isVariableRate: false,
      rate: { numerator: 25, denominator: 1 },
    });
    expect(facts?.firstFrameSeconds).toBeCloseTo(times[0], 3);
  });

  it.skipIf(!hasEncoder('libx264'))('and cut within a group of pictures begins at the cut', async () => {
    const [whole, cut] = [make('whole.mp4', bFrames), join(folder, 'cut.mp4')];
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-ss', '0.5', '-i', whole, '-c', 'copy', cut]);
    const facts = await readFilmFacts(await openAsBlob(cut));
    expect(facts).toMatchObject({ lengthFrames: probed(cut).length, firstFrameSeconds: 0 });
  });

  it.skipIf(!hasEncoder('libx264')).each(['mov', 'mp4'])(
    'starts in drop frame as %s tells',
    async (ending) => {
      const path = make(`start.${ending}`, ['-c:v', 'libx264', '-timecode', '00:59:58;00'], '30000/1001');
      expect(await readFilmFacts(await openAsBlob(path))).toMatchObject({
        ...{
          rate: { numerator: 30_000, denominator: 1001 },
          startFrame: 107_832,
          dropFrame: true,
          lengthFrames: 60,
        },
      });
    },
  );

  it.skipIf(!hasEncoder('prores_ks'))('as ProRes is a film that only few browsers show', async () => {
    const facts = await readFilmFacts(await openAsBlob(make('prores.mov', ['-c:v', 'prores_ks'])));
    expect(facts).toMatchObject({ pictureCodec: 'prores', lengthFrames: 50, hasSound: false });
  });
});
