import { mostLabels } from '@/ml/brain/brainSvg';
import type { BrainValue } from '@/ml/brain/brainValue';
import { brainValues, significanceWords } from '@/ml/brain/brainValues';
import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import { divergingScale, roundLimit, type ColourScale } from '@/ml/brain/colour/colourScale';
import { brainScene } from '@/ml/brain/scene/brainScene';
import type { TestedMap } from '@/ml/encoding/encodingReport';
import type { Target } from '@/ml/encoding/preparedStudy';
import { type Markup, markup } from '../markup/markup';
import { listed } from '../numbers';
import { bothSchemes } from './bothSchemes';

/** A map of the brain in a report. */
export interface BrainMap {
  title: string;
  /** "mean r, held out". */
  measure: string;
  map: TestedMap;
  targets: readonly Target[];
  /** The value at the end of the colour bar; the same for maps that are to be compared. */
  limit: number;
  /** Makes names within the drawing unique on the page: letters, digits and minus. */
  id: string;
}

const width = 640;

/** The end of a colour bar that serves all these values. */
export const mapLimit = (values: readonly number[]): number => roundLimit(values);

/** A map as pages draw it, and the names of the regions that have no place on it. */
export function brainMap({ map, targets, limit, ...words }: BrainMap): Markup {
  return drawnMap({
    ...words,
    values: brainValues(targets, map),
    significance: significanceWords(map),
    scaleFor: (scheme) => divergingScale({ limit, floor: 0, scheme }),
  });
}

/** What a drawing of the brain shows, in which colours. */
export interface DrawnMap extends Pick<BrainMap, 'title' | 'measure' | 'id'> {
  values: readonly BrainValue[];
  significance: string | null;
  scaleFor: (scheme: BrainScheme) => ColourScale;
}

/** Values as pages draw them, and the names of the regions that have no place on it. */
export function drawnMap({ title, measure, values, significance, scaleFor, id }: DrawnMap): Markup {
  const draw = (scheme: BrainScheme) =>
    brainScene({
      values,
      views: ['hemispheres', 'glass'],
      scale: scaleFor(scheme),
      scheme,
      measure,
      significance,
      width,
      labels: values.length <= mostLabels,
      picked: null,
      idPrefix: `${id}-${scheme}`,
    });
  const { undrawn } = draw('light');
  const missing =
    undrawn.length === 0
      ? null
      : markup`<p class="soft">Not drawn, for want of a place: ${listed(undrawn)}.</p>`;
  return markup`<figure><h3>${title}</h3>${bothSchemes(draw)}${missing}</figure>
`;
}
