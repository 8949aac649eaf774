import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { rowsOf, type SampleLayout, type Stretch } from '../samples/sampleLayout';
import { type Split } from '../samples/splits';
import { rowsOfMatrix } from '../samples/submatrix';
import { about, type Means, meansOf, type Moments, momentsOf, together } from './moments';

interface Training {
  train: Moments;
  means: Means;
}

/** One held-out stretch. */
export interface Testing {
  own: Moments;
  trained: Moments;
}

/** The moments of one participant's columns and targets over any stretches; each stretch's are made once. */
export class HeldOutMoments {
  private readonly known = new Map<string, Promise<Moments>>();
  private readonly trainings = new Map<string, Promise<Training>>();
  private readonly testings = new Map<string, Promise<Testing[]>>();

  /**
   * @param columns [rows, columns]
   * @param targets [rows, targets]
   */
  constructor(
    private readonly columns: DoubleMatrix,
    private readonly targets: DoubleMatrix,
    private readonly layout: SampleLayout,
  ) {}

  /** What is learned from: about its own means, and those means. */
  training(stretches: readonly Stretch[]): Promise<Training> {
    return kept(this.trainings, JSON.stringify(stretches), async () => {
      const all = together(await Promise.all(stretches.map((stretch) => this.of(stretch))));
      const means = meansOf(all);
      return { train: about(all, means), means };
    });
  }

  /** What is held out by a split, a stretch at a time: about its own means, and about those of training. */
  testing({ train, test }: Split): Promise<Testing[]> {
    return kept(this.testings, JSON.stringify([train, test]), async () => {
      const { means } = await this.training(train);
      const moments = await Promise.all(test.map((stretch) => this.of(stretch)));
      return moments.map((each) => ({ own: about(each, meansOf(each)), trained: about(each, means) }));
    });
  }

  private of(stretch: Stretch): Promise<Moments> {
    return kept(this.known, JSON.stringify(stretch), () => {
      const rows = rowsOf([stretch], this.layout);
      return momentsOf(rowsOfMatrix(this.columns, rows), rowsOfMatrix(this.targets, rows));
    });
  }
}

function kept<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
