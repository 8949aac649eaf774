import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { doubleMatrixOf } from '@/ml/linear/doubleMatrix';
import { simulatedScales } from '@/ml/simulation/simulatedRatings';
import { simulatedRegions } from '@/ml/simulation/simulatedRegions';
import { simulateStudy, type SimulatedRun, type SimulatedScale } from '@/ml/simulation/simulateStudy';
import { handlerOf } from '../../analysis/serveAnalysis';
import type { Series } from '../recordings/series';
import { keepSeries } from '../studies/import/keepSeries';
import type { NewSeries } from '../studies/import/studyWriter';
import { heardFeatures, simulateListeners, type Listening, type StagedStudy } from './stagedStudy';

const recordingSeries = ({ recording }: SimulatedRun, hopSeconds: number): Series => ({
  hopSeconds,
  startSeconds: 0,
  columns: simulatedRegions.map(({ name }) => ({ name, unit: null })),
  values: recording,
});

/** Ratings stand at the middle of the recording's samples. */
const ratingSeries = ({ ratings }: SimulatedRun, scale: SimulatedScale, hopSeconds: number): Series => ({
  hopSeconds,
  startSeconds: hopSeconds / 2,
  columns: [{ name: scale, unit: null }],
  values: doubleMatrixOf(ratings[scale], 1),
});

/** Writes series to the staged folder, and collects what the database is to know of them. */
class SeriesStage {
  readonly series: NewSeries[] = [];

  constructor(
    private readonly folder: string,
    private readonly source: string,
  ) {}

  async keep(
    kind: NewSeries['kind'],
    { name, stimulus, participant }: { name: string; stimulus: string; participant: string | null },
    series: Series,
  ): Promise<void> {
    const kept = await keepSeries(join(this.folder, 'series'), name, series);
    const said = { afterScan: kind === 'rating', shiftSeconds: 0, source: this.source };
    this.series.push({ ...kept, ...said, kind, stimulus, participant });
  }
}

async function keepRun(
  stage: SeriesStage,
  run: SimulatedRun,
  whose: { stimulus: string; participant: string; hopSeconds: number },
) {
  const { hopSeconds, ...owner } = whose;
  await stage.keep('recording', { ...owner, name: 'recording' }, recordingSeries(run, hopSeconds));
  for (const scale of simulatedScales)
    await stage.keep('rating', { ...owner, name: scale }, ratingSeries(run, scale, hopSeconds));
}

/** Simulates the listeners of pieces and writes sounds, features, recordings and ratings to a folder. */
async function stagedStudy({ folder, plan, sounds, heard }: Listening): Promise<StagedStudy> {
  const simulated = simulateStudy(
    heard.map(({ sound }) => sound),
    plan,
  );
  const participants = simulated.participants.map((name) => name.replace(/^sub-/, ''));
  const stage = new SeriesStage(folder, `simulated, seed ${plan.seed}`);
  await mkdir(join(folder, 'brought'), { recursive: true });
  for (const [place, { piece, path }] of sounds.entries()) {
    await copyFile(path, join(folder, 'brought', `${piece.name}.wav`));
    const stimulus = piece.name;
    for (const name of heardFeatures)
      await stage.keep('feature', { name, stimulus, participant: null }, heard[place].features[name]);
    for (const [person, participant] of participants.entries())
      await keepRun(stage, simulated.runs[place][person], {
        stimulus,
        participant,
        hopSeconds: plan.hopSeconds,
      });
  }
  return { folder, participants, series: stage.series };
}

export const simulateListenersHandler = handlerOf(simulateListeners, (listening) => stagedStudy(listening));
