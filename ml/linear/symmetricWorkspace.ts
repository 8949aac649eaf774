import { type SymmetricKernel } from './symmetricKernel';
import { PlainSymmetricKernel } from './testing/plainSymmetricKernel.testing';

/** What is done with a kernel that has room for a matrix of so many rows. */
export function withSymmetricKernel<Result>(rows: number, use: (kernel: SymmetricKernel) => Result): Result {
  return use(new PlainSymmetricKernel(rows));
}
