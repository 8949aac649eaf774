import type { AnyProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { eegModels, eegRecordings, studyAnalyses } from '@/db/schema';
import { log } from '../base/log';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { handleTrpc } from './handleTrpc';
import { appRouter } from './router';
import { hostileInputs, type HostileInput } from './testing/hostileInputs.testing';
import { openTestHouse, type TestHouse } from './testing/house.testing';
import { sampleInput } from './testing/sampleInput.testing';

const points = [{ t: 0, valence: 0.5, arousal: -0.5 }];
const section = { trackId: 1, startSeconds: 0.5, gainDecibels: 0 };
const document = projectOf({
  cues: [{ id: 'c1', name: 'dawn', inFrame: 240, outFrame: 480, chosen: section, filter: { text: 'a' } }],
  markers: [{ frame: 1, name: 'one', note: '' }],
  cuts: [5],
  curve: points,
  importance: [{ start: 0, end: 1, weight: 2 }],
});
const trajectory = { points, durationSeconds: 10, lengthRatio: { min: 0.5, max: 2 }, filter: { text: 'a' } };
const folder = { path: '/nowhere/music' };
const mapping = { file: 'a.csv', use: 'rating', participant: '01', stimulus: 'a', columns: ['1'] };

/** Good inputs where a schema's types do not tell one. */
const goodInputs: Record<string, unknown> = {
  'film.projects.create': { document: projectOf() },
  'film.projects.save': { projectId: 1, revision: 1, document },
  'film.projects.bring': { document: projectOf() },
  'catalogue.watch': folder,
  'catalogue.unwatch': folder,
  'catalogue.rescan': folder,
  'catalogue.readTags': folder,
  'film.sectionLevel': {
    ...{ trackId: 1, startSeconds: 1, inFrame: 1, outFrame: 10, targetLufs: null },
    film: { rate: { numerator: 24, denominator: 1 }, startFrame: 0 },
  },
  'retrieval.alongTrajectory': trajectory,
  'retrieval.alongCue': { points, durationSeconds: 10, importance: [{ start: 0, end: 1, weight: 2 }] },
  'studies.analyses.start': { studyId: 1, title: 'one', spec: { kind: 'intersubject', targets: ['a'] } },
  'studies.readFiles': { studyId: 1, rows: [mapping] },
  'studies.mappingFaults': { studyId: 1, rows: [mapping] },
};

/** A procedure without an input must not mind one. */
const noInput = { nothing: 'asked' };
/** What takes away the rows that other procedures are asked about comes last. */
const takesAway = /remove|dismiss|cancel|part$/;

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).sort(
  ([one], [other]) => Number(takesAway.test(one)) - Number(takesAway.test(other)),
);

function schemaOf(procedure: AnyProcedure): z.ZodType | undefined {
  return (procedure._def as unknown as { inputs: z.ZodType[] }).inputs[0];
}

function goodInput(path: string, procedure: AnyProcedure): unknown {
  const schema = schemaOf(procedure);
  return goodInputs[path] ?? (schema ? sampleInput(schema) : noInput);
}

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(3);
  const { database } = house.library;
  await house.ask.studies.create({ title: 'a study' });
  await house.ask.eeg.studies.create({ title: 'another' });
  await house.ask.film.projects.create({ document });
  const recording = { studyId: 1, participant: '01', fileName: 'a.edf', sizeBytes: 1, measuring: {} };
  await database.insert(eegRecordings).values(recording);
  await database.insert(eegModels).values({ studyId: 1, title: 'a model', settings: {} });
  await database
    .insert(studyAnalyses)
    .values({ studyId: 1, title: 'one', kind: 'encoding', spec: {} } as never);
}, 60_000);
afterAll(() => house.close());

/** What of an answer nobody outside may see. */
const ours = [/Failed query/i, /\b(select|insert into|update|delete from)\b.*"/i, /\n\s+at /, /node_modules/];

/** What is wrong with the answer to an input; undefined where nothing is. */
async function faultOf(path: string, type: string, { json }: HostileInput): Promise<string | undefined> {
  const leaving = new AbortController();
  const [url, asked] =
    type === 'subscription'
      ? [`?input=${encodeURIComponent(json)}`, { headers: { accept: 'text/event-stream' } }]
      : ['', { method: 'POST', headers: { 'content-type': 'application/json' }, body: json }];
  const request = new Request(`http://house/api/trpc/${path}${url}`, { ...asked, signal: leaving.signal });
  const answer = await handleTrpc(request);
  const text = type === 'subscription' ? await firstNews(answer) : await answer.text();
  leaving.abort();
  if (answer.status === 500 || /INTERNAL_SERVER_ERROR/.test(text)) return `${answer.status} ${text}`;
  const told = [process.cwd(), house.library.dataDirectory].find((place) => text.includes(place));
  if (answer.status === 200 && type !== 'subscription') return undefined;
  return told ?? ours.find((pattern) => pattern.test(text))?.source;
}

async function firstNews(answer: Response): Promise<string> {
  const reader = answer.body!.getReader();
  const first = await reader.read();
  const second = first.done ? first : await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(first.value) + new TextDecoder().decode(second.value);
}

describe('inputs of every procedure', () => {
  it.each(procedures)('has a good input that hostile ones are made of: %s', (path, procedure) => {
    const schema = schemaOf(procedure);
    if (schema) expect(schema.safeParse(goodInput(path, procedure)).error?.message).toBeUndefined();
  });

  it('that are hostile are refused in words, without text of the store, stacks or paths', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const faults: string[] = [];
    let asked = 0;
    for (const [path, procedure] of procedures) {
      for (const input of hostileInputs(goodInput(path, procedure))) {
        asked++;
        const fault = await faultOf(path, procedure._def.type, input);
        if (fault !== undefined) faults.push(`${path}, ${input.what}: ${fault.slice(0, 300)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(logged).not.toHaveBeenCalled();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(asked).toBeGreaterThan(2000);
  }, 120_000);
});
