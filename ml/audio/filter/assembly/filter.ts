/*
 * Sums of products of taps and samples, four at a time in two sums of four. What lies where is told by filterKernel.ts:
 * rows of taps from address 0, then samples, then outputs.
 */

/** Bytes of taps that a round of the sum takes (tapsPerRound of filterKernel.ts). */
const roundBytes: usize = 32;
const floatBytes: usize = 4;

let tableBytes: usize = 0;
let rowBytes: usize = 0;
let outputs: usize = 0;

/** Told once: the length of the table of rows and of a row, in bytes, and the address of the outputs. */
export function layOut(tableLength: usize, rowLength: usize, outputsAddress: usize): void {
  tableBytes = tableLength;
  rowBytes = rowLength;
  outputs = outputsAddress;
}

/**
 * Computes `count` outputs, at least one. `row` and `samples` are addresses for the first; from one to the next they go
 * on by so many bytes. A row beyond the table is one of the next sample's.
 */
export function filter(samples: usize, row: usize, count: i32, sampleStep: usize, rowStep: usize): void {
  let output = outputs;
  const end = output + <usize>count * floatBytes;
  do {
    store<f32>(output, sumOfProducts(row, samples));
    samples += sampleStep;
    row += rowStep;
    if (row >= tableBytes) {
      row -= tableBytes;
      samples += floatBytes;
    }
    output += floatBytes;
  } while (output !== end);
}

/** The sum over a row of its taps times the samples they meet, in eight partial sums. */
function sumOfProducts(row: usize, samples: usize): f32 {
  const end = row + rowBytes;
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  do {
    even = f32x4.add(f32x4.mul(v128.load(samples), v128.load(row)), even);
    odd = f32x4.add(f32x4.mul(v128.load(samples, 16), v128.load(row, 16)), odd);
    samples += roundBytes;
    row += roundBytes;
  } while (row !== end);
  const sums = f32x4.add(even, odd);
  const first = f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1);
  return first + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
}
