import { fileFault } from '../../files/fileFault';

const mostValues = 1_000_000;
const mostBytes = 2 ** 26;

/** How much of a file's variables may still be kept in memory. */
export class MatBudget {
  private values = 0;
  private bytes = 0;

  constructor(private readonly path: string) {}

  /** Counts in values, and the bytes that they take. Throws AppError 'too-large' above a million, or 64 MB. */
  spend(values: number, bytes: number): void {
    this.values += values;
    this.bytes += bytes;
    if (this.values <= mostValues && this.bytes <= mostBytes) return;
    const reason = `its variables hold over ${mostValues} values or ${mostBytes / 2 ** 20} MB of words`;
    throw fileFault('too-large', this.path, reason);
  }
}
