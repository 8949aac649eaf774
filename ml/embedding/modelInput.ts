import type { InferenceSession } from 'onnxruntime-node';
import { frontEnds, type FrontEndName } from './frontEnds/frontEnds';
import type { FrontEnd } from './frontEnds/soundWindow';
import { windowLayout, type WindowLayout } from './windowLayout';

/**
 * How a graph takes the windows of a front end.
 *
 * @throws RangeError where it has another input, or several.
 */
export function inputLayout(session: InferenceSession, name: FrontEndName): WindowLayout {
  const frontEnd = frontEnds[name];
  const [input, ...others] = session.inputMetadata;
  const shape = input?.isTensor && input.type === 'float32' ? input.shape : [];
  const layout = others.length === 0 ? windowLayout(shape, frontEnd) : undefined;
  if (layout) return layout;
  const found = session.inputMetadata
    .map((each) => (each.isTensor ? `${each.name} ${each.type}[${each.shape.join(', ')}]` : each.name))
    .join(', ');
  const { frames, bands } = frontEnd;
  throw new RangeError(
    `invalid input: ${found || 'none'} (${name} gives windows of ${frames} frames x ${bands} bands, one float32 tensor)`,
  );
}

/** Two windows that differ: one that rises, one that stands still. */
export function trialWindows({ frames, bands }: FrontEnd): [Float32Array, Float32Array] {
  const ramp = Float32Array.from({ length: frames * bands }, (_, i) => i / (frames * bands));
  return [ramp, new Float32Array(frames * bands)];
}
