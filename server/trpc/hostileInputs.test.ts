import type { AnyProcedure } from '@trpc/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { jobs } from '@/db/schema';
import { owner } from '../access/caller';
import { callerHeaders } from '../access/callerHeader';
import { invite, readInvitation } from '../access/invitations';
import { log } from '../base/log';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { handleTrpc } from './handleTrpc';
import { appRouter } from './router';
import { openFilledHouse, wholeProject } from './testing/filledHouse.testing';
import { hostileInputs } from './testing/hostileInputs.testing';
import type { TestHouse } from './testing/house.testing';
import { sampleInput } from './testing/sampleInput.testing';

const points = [{ t: 0, valence: 0.5, arousal: -0.5 }];
const trajectory = { points, durationSeconds: 10, lengthRatio: { min: 0.5, max: 2 }, filter: { text: 'a' } };
const mapping = { file: 'a.csv', use: 'rating', participant: '01', stimulus: 'a', columns: ['joy'] };
const password = 'four words of my own';
const spaces = [{ name: 'envelope', series: 'envelope' }];

/** Good inputs where a schema's types do not tell one that is answered in the filled house. */
const goodInputs: Record<string, object> = {
  'catalogue.join': { trackId: 1, withTrackId: 2 },
  'eeg.query': { recordingId: 1, modelId: 1, fromSeconds: 0, toSeconds: 12, listener: 'anyone', limit: 5 },
  'eeg.recordings.entropy': { recordingId: 1, band: 'alpha', fromSeconds: 0, toSeconds: 12 },
  'film.projects.bring': { document: projectOf({ cues: [] }) },
  'film.projects.create': { document: wholeProject },
  'film.projects.save': { projectId: 1, revision: 1, document: projectOf({ cues: [] }) },
  'film.fitLength': { projectId: 1, cueId: 'c1', trackId: 1 },
  'film.sectionLevel': {
    ...{ trackId: 1, startSeconds: 0.1, inFrame: 1, outFrame: 5, targetLufs: null },
    film: { rate: { numerator: 24, denominator: 1 }, startFrame: 0 },
  },
  'people.account.changePassword': { current: password, next: `${password} again` },
  'people.nameOwner': { name: 'Anna', password },
  'people.invite': { personId: 7 },
  'people.endSessions': { personId: 7 },
  'people.remove': { personId: 7, fate: 'handOver' },
  'eeg.models.get': { modelId: 2 },
  'people.setRole': { personId: 7, role: 'member' },
  'research.model': { name: 'emotion-3' },
  'research.piece': { piece: 'Final Fantasy_PS1_Final Fantasy VII_Continue' },
  'retrieval.alongTrajectory': trajectory,
  'retrieval.alongCue': { points, durationSeconds: 10, importance: [{ start: 0, end: 1, weight: 2 }] },
  'studies.analyses.region': { analysisId: 1, target: 'dmPFC' },
  'studies.analyses.start': { studyId: 1, title: 'one', spec: { kind: 'encoding', spaces } },
  'studies.computeFeatures': { studyId: 1, features: ['envelope'] },
  'studies.fileColumns': { studyId: 1, file: 'a.csv' },
  'studies.readFiles': { studyId: 1, rows: [mapping] },
  'studies.mappingFaults': { studyId: 1, rows: [mapping] },
  'studies.removeFile': { studyId: 1, fileId: 1 },
  'studies.unpackFile': { studyId: 1, fileId: 3 },
};

/** A procedure without an input must not mind one. */
const noInput = {};

/** Procedures that start a process for what they let in: inputs that are as good as the good one are not asked there. */
const startsProcess = /^film\.(fitLength|sectionLevel|trackEvents)$|^studies\.(fileColumns|unpackFile)$/;
const asGood = /^(zero|a half|true) at|^an extra key$|^__proto__$/;

/** When a procedure has its turn: what needs what others did, and what takes away what others are asked about, comes last. */
const turns = [
  /changePassword$|part$|projects\.(save|rename|share)$|\.set$|remeasure$/,
  /cancel|dismiss|unwatch|retry|remove/,
  /studies\.remove$/,
];
const turnOf = (path: string) => turns.findLastIndex((turn) => turn.test(path));
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).sort(
  ([one], [other]) => turnOf(one) - turnOf(other),
);

let house: TestHouse;
beforeAll(async () => {
  house = await openFilledHouse();
}, 60_000);
afterAll(() => house.close());

/** Links end with what others of these procedures do, and others take their place. */
async function openInvitation(): Promise<object> {
  const secret = await invite(house.library.database, { madeBy: owner.personId, personId: 7, role: 'owner' });
  return { invitationId: (await readInvitation(house.library.database, secret)).id };
}

async function goodInput(path: string, procedure: AnyProcedure): Promise<unknown> {
  if (path === 'people.withdraw') return openInvitation();
  const [schema] = (procedure._def as unknown as { inputs: z.ZodType[] }).inputs;
  if (/^catalogue\.(watch|unwatch|rescan|readTags)$/.test(path)) return { path: house.library.folder };
  return goodInputs[path] ?? (schema ? sampleInput(schema) : noInput);
}

/** What of an answer nobody outside may see. */
const ours = [/Failed query/i, /\b(select|insert into|update|delete from)\b.*"/i, /\n\s+at /, /node_modules/];
/** How somebody is refused who may not ask at all: no input was looked at. */
const shutOut = /sign in first|invalid role: \w+ \(this is for/;

interface Answered {
  status: number;
  text: string;
}

async function ask(path: string, type: string, json: string): Promise<Answered> {
  const leaving = new AbortController();
  const isLive = type === 'subscription';
  const headers = { 'content-type': 'application/json', ...callerHeaders(owner) };
  const [url, asked] = isLive
    ? [`?input=${encodeURIComponent(json)}`, { headers }]
    : ['', { method: 'POST', headers, body: json }];
  const request = new Request(`http://house/api/trpc/${path}${url}`, { ...asked, signal: leaving.signal });
  const answer = await handleTrpc(request);
  const text = isLive ? await firstNews(answer) : await answer.text();
  leaving.abort();
  return { status: answer.status, text };
}

/** What is told first, after the greeting. */
async function firstNews(answer: Response): Promise<string> {
  const reader = answer.body!.getReader();
  let text = '';
  while (!/\n\n[^]*\n\n/.test(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  await reader.cancel();
  return text;
}

/** What is wrong with the answer to an input; undefined where nothing is. */
function faultOf({ status, text }: Answered, isLive: boolean): string | undefined {
  if (status === 500 || /INTERNAL_SERVER_ERROR/.test(text)) return `${status} ${text}`;
  if (status === 401 || shutOut.test(text)) return `shut out: ${text}`;
  if (status === 200 && !isLive) return undefined;
  const told = [process.cwd(), house.library.dataDirectory].find((place) => text.includes(place));
  return told ?? ours.find((pattern) => pattern.test(text))?.source;
}

/** What an earlier input queued keeps nothing from being asked. */
beforeEach(async () => void (await house.library.database.delete(jobs)));
afterEach(() => void vi.restoreAllMocks());

let asked = 0;

describe('inputs of every procedure', () => {
  it.each(procedures)(
    'that are hostile are refused in words: %s',
    async (path, procedure) => {
      const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
      const { type } = procedure._def;
      const good = await goodInput(path, procedure);
      const { status, text } = await ask(path, type, JSON.stringify(good));
      expect.soft(status, text).toBe(200);
      expect.soft(text).not.toContain('serialized-error');
      const faults: string[] = [];
      for (const { what, json } of hostileInputs(good)) {
        if (startsProcess.test(path) && asGood.test(what)) continue;
        asked++;
        const fault = faultOf(await ask(path, type, json), type === 'subscription');
        if (fault !== undefined) faults.push(`${what}: ${fault.slice(0, 300)}`);
      }
      expect(faults).toEqual([]);
      expect(logged).not.toHaveBeenCalled();
    },
    60_000,
  );

  it('were many, and none changed what all objects have', () => {
    expect(asked).toBeGreaterThan(2000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
