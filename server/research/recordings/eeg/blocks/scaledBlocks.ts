/** Blocks of a wish with the samples of each channel times its factor, by place in the wish. */
export async function* scaledBlocks(
  blocks: AsyncIterable<Float64Array[]>,
  factors: readonly number[],
): AsyncGenerator<Float64Array[]> {
  for await (const block of blocks) {
    block.forEach((samples, place) => {
      if (factors[place] !== 1) for (let i = 0; i < samples.length; i++) samples[i] *= factors[place];
    });
    yield block;
  }
}
