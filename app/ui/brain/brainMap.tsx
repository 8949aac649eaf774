'use client';

import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { mostLabels } from '@/ml/brain/brainSvg';
import type { BrainValue } from '@/ml/brain/brainValue';
import type { ColourScale } from '@/ml/brain/colour/colourScale';
import type { BrainView } from '@/ml/brain/scene/brainFigure';
import { brainScene } from '@/ml/brain/scene/brainScene';
import { describeValue } from '@/ml/brain/scene/regionNode';
import { useColourScheme } from '../useColourScheme';
import { useElementWidth } from '../useElementWidth';
import { BrainDrawing } from './brainDrawing';
import styles from './brainMap.module.css';
import { RegionList } from './regionList';
import { SaveButtons } from './saveButtons';

const narrowest = 240;

export interface BrainMapProps {
  values: readonly BrainValue[];
  views: readonly BrainView[];
  /** From `useBrainScale`; the same for all maps that are compared. */
  scale: ColourScale;
  /** What the colours stand for: "mean r, held out". */
  measure: string;
  /** What a dark edge stands for: "p < .05, family-wise"; left out where nothing was tested. */
  significance?: string | null;
  /** The chosen region, by its target's name. */
  picked?: string | null;
  onPick?: (region: string) => void;
  /** Of saved files, without an ending. */
  fileName: string;
  /** The regions in words beside the drawing. Where a page has a list of its own, it needs none here. */
  list?: boolean;
  /** Stands above that list. */
  aside?: ReactNode;
}

/** A map of the brain: its views with one bar of colours, what the pointer is on, the regions in words, and saving. */
export function BrainMap(props: BrainMapProps) {
  const { values, scale, significance = null, picked = null, onPick, fileName, list = true, aside } = props;
  const stage = useRef<HTMLDivElement>(null);
  const scene = useScene(props, useElementWidth(stage));
  const [hovered, setHovered] = useState<string | null>(null);
  const shown = values.find(({ target }) => target.name === (hovered ?? picked));
  return (
    <figure className={list ? styles.withList : undefined}>
      <div className={styles.stage}>
        <div ref={stage} className={styles.paper}>
          {scene && <BrainDrawing scene={scene} hovered={hovered} onHover={setHovered} onPick={onPick} />}
        </div>
        <figcaption className={styles.foot}>
          <span className={styles.readOut}>{shown ? describeValue(shown, { significance }) : ''}</span>
          {scene && <SaveButtons scene={scene} name={fileName} />}
        </figcaption>
        {scene && scene.undrawn.length > 0 && (
          <p className={styles.undrawn}>{undrawnWords(scene.undrawn, values.length)}</p>
        )}
      </div>
      {list && (
        <div className={styles.side}>
          {aside}
          <RegionList
            values={values}
            scale={scale}
            significance={significance}
            picked={picked}
            hovered={hovered}
            onHover={setHovered}
            onPick={onPick}
          />
        </div>
      )}
    </figure>
  );
}

/** The drawing for a width; null until that is known. */
function useScene(props: BrainMapProps, width: number) {
  const { values, views, scale, measure, significance = null, picked = null } = props;
  const scheme = useColourScheme();
  const idPrefix = `brain-${useId().replace(/[^A-Za-z0-9-]/g, '')}`;
  return useMemo(() => {
    if (width === 0) return null;
    const labels = values.length <= mostLabels;
    const drawn = { values, views, scale, measure, significance, picked, scheme, labels, idPrefix };
    return brainScene({ ...drawn, width: Math.max(narrowest, width) });
  }, [values, views, scale, measure, significance, picked, scheme, idPrefix, width]);
}

function undrawnWords(undrawn: readonly string[], all: number): string {
  const few = undrawn.slice(0, 8).join(', ');
  const rest = undrawn.length > 8 ? ` and ${undrawn.length - 8} more` : '';
  return `Not on the drawing, since it is not known where they lie in these views: ${few}${rest} (${undrawn.length} of ${all}).`;
}
