import { type SquaredErrors } from './errorsByAlpha';

/** What was chosen for each column of a cohort's stacked targets, in one fold. */
export interface Penalties {
  /** Which weights of the spaces, by their place among the candidates; 0 for plain ridge. */
  candidates: Int32Array;
  alphas: Float64Array;
}

/** The errors of one candidate for some columns of a cohort. */
interface Offer {
  candidate: number;
  firstColumn: number;
  errors: SquaredErrors;
}

/** Chooses penalties from what inner splits say of them. */
export interface Chooser {
  offer(fold: number, cohort: number, offer: Offer): void;
  choice(fold: number, cohort: number, columns: number): Penalties;
}

/** For each target the penalty of the least squared error. */
export class ChooserByTarget implements Chooser {
  private readonly best = new Map<string, Penalties & { errors: Float64Array }>();

  constructor(
    private readonly alphas: readonly number[],
    private readonly columns: (cohort: number) => number,
  ) {}

  offer(fold: number, cohort: number, { candidate, firstColumn, errors }: Offer): void {
    const best = this.bestOf(fold, cohort);
    errors.byAlpha.forEach((each, index) => {
      for (let column = 0; column < each.length; column++) {
        const at = firstColumn + column;
        if (!(each[column] < best.errors[at])) continue;
        best.errors[at] = each[column];
        best.alphas[at] = this.alphas[index];
        best.candidates[at] = candidate;
      }
    });
  }

  choice(fold: number, cohort: number): Penalties {
    return this.bestOf(fold, cohort);
  }

  private bestOf(fold: number, cohort: number): Penalties & { errors: Float64Array } {
    const key = `${fold} ${cohort}`;
    const columns = this.columns(cohort);
    const found = this.best.get(key) ?? {
      candidates: new Int32Array(columns),
      alphas: new Float64Array(columns).fill(this.alphas[0]),
      errors: new Float64Array(columns).fill(Infinity),
    };
    this.best.set(key, found);
    return found;
  }
}

/** One penalty a fold for all targets of all participants: of the least mean of errors, each beside those of its mean. */
export class ChooserForAll implements Chooser {
  private readonly sums = new Map<number, Map<string, { candidate: number; alpha: number; sum: number }>>();

  constructor(private readonly alphas: readonly number[]) {}

  offer(fold: number, _cohort: number, { candidate, errors }: Offer): void {
    const sums = this.sums.get(fold) ?? new Map<string, { candidate: number; alpha: number; sum: number }>();
    this.sums.set(fold, sums);
    errors.byAlpha.forEach((each, index) => {
      const key = `${candidate} ${index}`;
      const entry = sums.get(key) ?? { candidate, alpha: this.alphas[index], sum: 0 };
      each.forEach((error, column) => {
        if (errors.ofMean[column] > 0) entry.sum += error / errors.ofMean[column];
      });
      sums.set(key, entry);
    });
  }

  choice(fold: number, _cohort: number, columns: number): Penalties {
    const best = [...this.sums.get(fold)!.values()].reduce((one, other) =>
      other.sum < one.sum ? other : one,
    );
    return {
      candidates: new Int32Array(columns).fill(best.candidate),
      alphas: new Float64Array(columns).fill(best.alpha),
    };
  }
}
