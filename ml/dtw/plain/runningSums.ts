/** Running sums of a curve's side and of its squares: entry i over the first i samples. */
export interface RunningSums {
  values: Float64Array;
  squares: Float64Array;
}

/** From these, sums over any stretch are a difference of two entries. */
export function runningSums(source: Float32Array): RunningSums {
  const values = new Float64Array(source.length + 1);
  const squares = new Float64Array(source.length + 1);
  source.forEach((value, index) => {
    values[index + 1] = values[index] + value;
    squares[index + 1] = squares[index] + value * value;
  });
  return { values, squares };
}
