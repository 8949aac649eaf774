import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { heldOutSide, type Ridge, type RidgeDesign, trainRidge } from './ridge';
import { rowsOf, type SampleLayout, type Stretch } from '../samples/sampleLayout';
import { type Split } from '../samples/splits';

/** A trained ridge and the side of what is held out: all that predictions take beside the targets. */
export interface SplitRidge {
  ridge: Ridge;
  /** [test, k] */
  side: DoubleMatrix;
}

/** The decompositions of one design, each made once: several splits learn from the same samples, and share theirs. */
export class RidgeBook {
  private readonly trained = new Map<string, Promise<Ridge>>();
  private readonly sides = new Map<string, Promise<DoubleMatrix>>();

  constructor(
    private readonly design: RidgeDesign,
    private readonly layout: SampleLayout,
  ) {}

  async of({ train, test }: Split): Promise<SplitRidge> {
    const learnt = nameOf(train);
    const ridge = await kept(this.trained, learnt, () => trainRidge(this.design, rowsOf(train, this.layout)));
    const side = await kept(this.sides, `${learnt} ${nameOf(test)}`, () =>
      heldOutSide(ridge, this.design, rowsOf(test, this.layout)),
    );
    return { ridge, side };
  }
}

function kept<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

const nameOf = (stretches: readonly Stretch[]): string =>
  stretches.map(({ piece, start, end }) => `${piece}:${start}-${end}`).join();
