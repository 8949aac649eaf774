import { divergingScale, roundLimit } from '@/ml/brain/colour/colourScale';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import type { BrainValue } from '@/ml/brain/brainValue';
import { brainScene } from '@/ml/brain/scene/brainScene';
import { type Markup, markup, printable } from '../markup/markup';
import { bothSchemes } from './bothSchemes';
import { listed } from '../numbers';

/** A map of the brain in a report. */
export interface BrainMap {
  title: string;
  /** "mean r, held out". */
  measure: string;
  values: readonly BrainValue[];
  /** What a dark edge stands for; null where nothing was tested. */
  significance: string | null;
  /** The value at the end of the colour bar; the same for maps that are to be compared. */
  limit: number;
  /** Makes names within the drawing unique on the page: letters, digits and minus. */
  id: string;
}

const width = 640;

/** The end of a colour bar that serves all these values. */
export const mapLimit = (values: readonly number[]): number => roundLimit(values);

const withPrintableName = (target: Target): Target => ({ ...target, name: printable(target.name) });

/** A map in light and in dark colours, of which the page shows the one that suits, and paper the light one. */
export function brainMap({ title, measure, values, significance, limit, id }: BrainMap): Markup {
  const draw = (scheme: BrainScheme) =>
    brainScene({
      values: values.map((value) => ({ ...value, target: withPrintableName(value.target) })),
      views: ['hemispheres', 'glass'],
      scale: divergingScale({ limit, floor: 0, scheme }),
      scheme,
      measure,
      significance,
      width,
      labels: true,
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
