/** The sum over channels of every frame of a cochleogram, [frames]. */
export function broadbandEnvelope(frames: Float32Array, channels: number): Float32Array {
  return Float32Array.from({ length: frames.length / channels }, (_, frame) => {
    let sum = 0;
    for (let i = frame * channels; i < (frame + 1) * channels; i++) sum += frames[i];
    return sum;
  });
}
