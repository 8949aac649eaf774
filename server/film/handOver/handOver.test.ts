import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedNow } from '../../base/testing/importedFile.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { files, tracks } from '@/db/schema';
import { fileOf, trackOf } from '@/db/testing/catalogue.testing';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { readTimeline } from '../interchange/read/readTimeline';
import type { FilmProject } from '../projects/filmProject';
import { projectOf } from '../projects/testing/filmProject.testing';
import { handOverWish } from './handOverWish';
import { handOverZip } from './handOverZip';
import { handOver } from './handOver';
import { handOverNews, type HandOverNews } from './handOverNews';

let catalogue: TestDatabase;
const root = mkdtempSync(join(tmpdir(), 'circumplex-handover-'));
const place = () => ({ database: catalogue.database, dataDirectory: join(root, 'data') });

/** Tracks 1 and 2 of 30 s, with a tone as their sound; 3 has no file. */
beforeAll(async () => {
  catalogue = await openTestDatabase();
  const { database } = catalogue;
  const titles = ['Über #1?', 'two', 'three'];
  await database
    .insert(tracks)
    .values(titles.map((title, place) => ({ ...trackOf(place + 1), title, durationSeconds: 30 })));
  mkdirSync(join(root, 'music'));
  for (const id of [1, 2]) {
    const path = join(root, 'music', `${id}.wav`);
    const tone = Float32Array.from({ length: 30 * 48_000 }, (_, i) => 0.25 * Math.sin(i / (5 * id)));
    const format = { sampleRateHz: 48_000, channels: 1 };
    const samples = encodePcm16({ channels: [tone], sampleRateHz: 48_000 });
    writeFileSync(path, Buffer.concat([wavHeader({ ...format, frames: tone.length }), samples]));
    await database.insert(files).values({ ...fileOf(id), trackId: id, ...importedNow(path) });
  }
});
afterAll(async () => {
  await catalogue.close();
  rmSync(root, { recursive: true });
});

const chosen = { trackId: 1, startSeconds: 8 };
const cues = [
  {
    id: 'a',
    name: 'dawn',
    inFrame: 240,
    outFrame: 480,
    chosen,
    alternates: [{ trackId: 2, startSeconds: 0 }],
  },
  { id: 'b', name: 'bare', inFrame: 480, outFrame: 500 },
];
const markers = [{ frame: 100, name: 'door' }];
const wish = handOverWish.parse({});

async function told(project: FilmProject): Promise<HandOverNews[]> {
  const news: HandOverNews[] = [];
  for await (const each of handOverNews(place(), project, wish)) news.push(each);
  return news;
}

describe('what is handed over', () => {
  it('is one ZIP of timelines, music, a cue sheet and a README', async () => {
    const project = projectOf({ cues, markers, loudnessTargetLufs: -23 });
    const { name, zip } = await handOverZip(place(), project, wish);
    expect(name).toBe('a film music.zip');
    const entries = unzipSync(new Uint8Array(await buffer(zip)));
    const media = Object.keys(entries).filter((entry) => entry.startsWith('Media/'));
    expect(media).toEqual(['Media/01 dawn - Über #1_.wav', 'Media/01b dawn - two.wav']);
    // 5 s, the cue's 10 s, 5 s; the alternate begins with its track.
    expect(media.map((entry) => (entries[entry].length - 654) / 6 / 48_000)).toEqual([20, 15]);
    const otio = Object.keys(entries).find((entry) => entry.endsWith('.otio'))!;
    const { events, markers: read } = readTimeline(otio, entries[otio], {});
    expect(events.filter(({ enabled, kind }) => enabled && kind === 'audio')).toMatchObject([
      { recordIn: 86_640, recordOut: 86_880 },
    ]);
    expect(read).toMatchObject([{ frame: 86_500, name: 'door' }]);
    expect(strFromU8(entries[otio])).toContain('Media/01%20dawn%20-%20%C3%9Cber%20%231_.wav');
    const cueSheet = Object.keys(entries).find((entry) => /cue.*\.csv$/i.test(entry))!;
    expect(strFromU8(entries[cueSheet])).toContain('"Artist 1, A, ""B"""');
    const readme = strFromU8(entries['README.txt']);
    expect(readme).toContain('01:00:00:00');
    expect(readme).toContain('"bare" has no chosen music');
  });

  it('tells the levels, and lets no clip’s gain clip', async () => {
    const loud = { ...cues[0], chosen: { ...chosen, gainDecibels: 24 }, alternates: [] };
    const project = projectOf({ cues: [loud], loudnessTargetLufs: -23 });
    const { sections, remarks } = await handOver(place(), project, wish);
    expect(sections).toHaveLength(1);
    const [{ integratedLufs, truePeakDb, clipGainDecibels, clipReducedDecibels }] = sections;
    expect(integratedLufs).toBeCloseTo(-23, 6);
    expect(truePeakDb! + clipGainDecibels).toBeCloseTo(-1, 6);
    expect(clipGainDecibels + clipReducedDecibels).toBeCloseTo(24, 6);
    expect(remarks.join()).toContain('dB less than asked');
  });

  it('without cues are the markers alone', async () => {
    const { entries } = await handOver(place(), projectOf({ cues: [], markers }), wish);
    expect(entries.map(({ name }) => name).filter((name) => name.startsWith('Media'))).toEqual([]);
    expect(entries.length).toBeGreaterThan(1);
  });

  it('is refused where a track is too short or has no file', async () => {
    const late = { ...cues[0], chosen: { trackId: 1, startSeconds: 21 } };
    await expect(handOver(place(), projectOf({ cues: [late] }), wish)).rejects.toThrow(
      'ends 1.00 s before it',
    );
    const gone = { ...cues[0], chosen: { trackId: 3, startSeconds: 0 } };
    await expect(handOver(place(), projectOf({ cues: [gone] }), wish)).rejects.toThrow('invalid trackId: 3');
  });

  it('is told as it is rendered, also where it is refused', async () => {
    const project = projectOf({ cues, markers });
    const news = await told(project);
    const counts = [0, 1, 2].map((done) => ({ state: 'rendering', done, all: 2 }));
    expect(news.slice(0, -1)).toEqual(counts);
    expect(news.at(-1)).toMatchObject({ state: 'ready', sections: [{ cue: 'dawn' }, { isAlternate: true }] });
    const gone = { ...cues[0], chosen: { trackId: 3, startSeconds: 0 }, alternates: [] };
    const refused = await told(projectOf({ cues: [gone] }));
    expect(refused).toMatchObject([{ state: 'refused' }]);
    expect(refused[0]).toHaveProperty('message', expect.stringContaining('invalid trackId: 3'));
  });

  it('may be timelines alone', async () => {
    const { entries } = await handOver(place(), projectOf({ cues }), { ...wish, sounds: false });
    const names = entries.map(({ name }) => name);
    expect(names.some((name) => name.endsWith('.otio'))).toBe(true);
    expect(names.filter((name) => name.startsWith('Media/'))).toEqual([]);
  });
});
