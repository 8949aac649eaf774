import type { BrainValue } from '../brainValue';
import { brainTheme } from '../colour/brainTheme';
import type { BrainFigure } from './brainFigure';
import { node, regionAttribute, type SceneNode } from './sceneNode';

/** How a region is painted: by its value, dashed without one, quietly under the floor, edged where it is significant or picked. */
export function regionNode(value: BrainValue, shape: SceneNode, figure: BrainFigure): SceneNode {
  const { name } = value.target;
  const title: SceneNode = { tag: 'title', attributes: {}, children: [], text: describeValue(value, figure) };
  const attributes = { ...shape.attributes, ...regionPaint(value, figure), [regionAttribute]: name };
  return node(shape.tag, attributes, [title]);
}

function regionPaint(
  value: BrainValue,
  { scale, scheme, picked }: BrainFigure,
): Record<string, string | number> {
  const theme = brainTheme(scheme);
  const colour = colourOf(value, scale);
  const edge =
    value.target.name === picked
      ? { stroke: theme.ink, strokeWidth: 3 }
      : colour !== null && value.significant
        ? { stroke: theme.ink, strokeWidth: 1.5 }
        : { stroke: colour === null ? theme.faint : theme.seam, strokeWidth: 1 };
  const dash: Record<string, string> =
    value.value === null ? { stroke: theme.edge, strokeDasharray: '3 2.5' } : {};
  return { fill: colour ?? theme.cortex, ...edge, ...dash };
}

/** The colour of a value; null where it has none or lies under the floor. */
export function colourOf({ value }: BrainValue, scale: BrainFigure['scale']): string | null {
  return value === null ? null : scale.colourOf(value);
}

/** "dmPFC: 0.213, significant". */
export function describeValue(
  { target, value, words, significant }: BrainValue,
  { significance }: Pick<BrainFigure, 'significance'>,
): string {
  if (value === null) return `${target.name}: no value`;
  return `${target.name}: ${words ?? valueWords(value)}${significance !== null && significant ? ` (${significance})` : ''}`;
}

/** "0.213", with a true minus. */
export const valueWords = (value: number): string => value.toPrecision(3).replace('-', '−');

/** Values from the weakest to the strongest, so that the strongest lie on top; those without a colour first. */
export function weakestFirst(values: readonly BrainValue[], scale: BrainFigure['scale']): BrainValue[] {
  const strength = (value: BrainValue): number => {
    if (value.value === null || colourOf(value, scale) === null) return -Infinity;
    return scale.kind === 'p' ? -value.value : Math.abs(value.value);
  };
  return [...values].sort((a, b) => {
    const [one, other] = [strength(a), strength(b)];
    return one === other ? 0 : one - other;
  });
}
