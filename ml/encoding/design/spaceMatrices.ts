import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Design } from './design';
import { delayedColumns } from './delayedColumns';
import { delayedKernel } from './delayedKernel';
import { type PreparedStudy } from '../preparedStudy';
import { type DesignOptions, isOwn, type SpaceSeries, spaceSeries } from './spaceSeries';

/** Where features come from: the study's own, or surrogates of them. */
export type SeriesOf = (space: string, participant: number) => SpaceSeries;

/** As `SeriesOf`, for what takes time to make. */
export type SeriesMaker = (space: string, participant: number) => SpaceSeries | Promise<SpaceSeries>;

/** Where a model takes the delayed columns or the kernel of a space from. */
export interface MatrixSource {
  matrix(form: Design['form'], space: string, participant: number): Promise<DoubleMatrix>;
}

/** The matrices of a study's spaces, each made once however many models share it. */
export class SpaceMatrices implements MatrixSource {
  private readonly known = new Map<string, Promise<DoubleMatrix>>();

  constructor(
    private readonly study: PreparedStudy,
    private readonly seriesOf: SeriesMaker,
    private readonly options: DesignOptions,
  ) {}

  matrix(form: Design['form'], space: string, participant: number): Promise<DoubleMatrix> {
    const key = JSON.stringify([form, space, isOwn(this.study, space) ? participant : null]);
    const found = this.known.get(key) ?? this.make(form, space, participant);
    this.known.set(key, found);
    return found;
  }

  private async make(form: Design['form'], space: string, participant: number): Promise<DoubleMatrix> {
    const series = await this.seriesOf(space, participant);
    return form === 'primal' ? delayedColumns(series, this.options) : delayedKernel(series, this.options);
  }
}

/** One space from another source than the others. */
export function exchanged(space: string, own: MatrixSource, others: MatrixSource): MatrixSource {
  const sourceOf = (name: string) => (name === space ? own : others);
  return {
    matrix: (form, name, participant) => sourceOf(name).matrix(form, name, participant),
  };
}

/** A study's own features, each standardised once. */
export function seriesOfStudy(study: PreparedStudy): SeriesOf {
  const known = new Map<string, SpaceSeries>();
  return (space, participant) => {
    const key = JSON.stringify([space, isOwn(study, space) ? participant : null]);
    const series = known.get(key) ?? spaceSeries(study, { space, participant });
    known.set(key, series);
    return series;
  };
}
