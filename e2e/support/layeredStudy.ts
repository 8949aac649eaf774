import { createRandom } from '@/ml/random';
import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import type { Api } from './api';
import { melodyWav } from './sounds';

const pieces = ['calm', 'wild'];
const layers = ['first', 'second', 'third'];
const people = ['01', '02', '03', '04'];
const seconds = 80;

/** The region that is made from the second layer, three seconds later; the others are noise. */
export const drivenRegion = 'dmPFC';
export const regions = ['left STG', drivenRegion, 'precuneus'];

/**
 * A study of two pieces with a sound each, layers of a network that somebody else computed (net:first to
 * net:third) and recordings of four people. Returns its number.
 */
export async function layeredStudy(api: Api, request: APIRequestContext, title: string): Promise<number> {
  const { studyId } = await api.studies.create.mutate({ title });
  const rows = [];
  for (const file of pieces.flatMap(filesOf)) {
    const address = `/api/studies/${studyId}/files?name=${encodeURIComponent(file.row.file)}`;
    expect((await request.put(address, { data: file.content })).ok()).toBe(true);
    rows.push(file.row);
  }
  await api.studies.readFiles.mutate({ studyId, rows });
  const left = async () => (await api.studies.get.query({ studyId })).jobs.length;
  await expect.poll(left, { timeout: 60_000 }).toBe(0);
  return studyId;
}

function filesOf(piece: string) {
  const features = Object.fromEntries(layers.map((layer) => [layer, smooth(`${piece} ${layer}`)]));
  return [
    {
      row: { file: `${piece}.wav`, use: 'sound' as const, stimulus: piece, mood: piece },
      content: melodyWav(5 + pieces.indexOf(piece), seconds),
    },
    ...layers.map((layer) => ({
      row: {
        file: `${piece}-${layer}.csv`,
        use: 'feature' as const,
        stimulus: piece,
        name: `net:${layer}`,
        hopSeconds: 1,
      },
      content: csv([layer], [features[layer]]),
    })),
    ...people.map((participant) => ({
      row: {
        file: `${piece}-${participant}.csv`,
        use: 'recording' as const,
        stimulus: piece,
        participant,
        hopSeconds: 1,
      },
      content: csv(
        regions,
        regions.map((region) => recorded(region, `${piece} ${participant}`, features.second)),
      ),
    })),
  ];
}

function recorded(region: string, whose: string, layer: readonly number[]): number[] {
  const share = region === drivenRegion ? 1.5 : 0;
  return smooth(`${region} ${whose}`).map((noise, second) => noise + share * (layer[second - 3] ?? 0));
}

function smooth(name: string): number[] {
  const random = createRandom(1, name);
  let state = 0;
  return Array.from({ length: seconds }, () => (state = 0.6 * state + 0.8 * random.bell()));
}

function csv(header: readonly string[], columns: readonly (readonly number[])[]): Buffer {
  const lines = columns[0].map((_, row) => columns.map((column) => column[row]).join(','));
  return Buffer.from([header.join(','), ...lines, ''].join('\n'));
}
