'use client';

import { useMemo, useRef, type ReactNode } from 'react';
import { sceneFont } from '@/ml/brain/scene/sceneNode';
import type { Figure, FigureFrame } from '@/ml/figure/figure';
import { SaveButtons } from '../brain/saveButtons';
import { SceneNodes } from '../brain/sceneNodes';
import { useColourScheme } from '../useColourScheme';
import { useElementWidth } from '../useElementWidth';
import styles from './figureView.module.css';

interface FigureViewProps {
  /** Draws it for the width and the colours of the page; kept by the caller as long as its numbers are. */
  draw: (frame: Pick<FigureFrame, 'width' | 'scheme'>) => Figure;
  /** Of saved files, without an ending. */
  fileName: string;
  caption?: ReactNode;
  /** Lies over the drawing. */
  children?: (figure: Figure) => ReactNode;
}

const narrowest = 240;

/** A figure as wide as its place, that can be saved as it is seen. */
export function FigureView({ draw, fileName, caption, children }: FigureViewProps) {
  const stage = useRef<HTMLDivElement>(null);
  const width = useElementWidth(stage);
  const scheme = useColourScheme();
  const figure = useMemo(
    () => (width === 0 ? null : draw({ width: Math.max(narrowest, width), scheme })),
    [draw, width, scheme],
  );
  const scene = useMemo(() => figure && { ...figure, undrawn: [] }, [figure]);
  return (
    <figure className={styles.figure}>
      <div ref={stage} className={styles.paper}>
        {figure && (
          <svg
            className={styles.drawing}
            viewBox={`0 0 ${figure.width} ${figure.height}`}
            width={figure.width}
            height={figure.height}
            role="img"
            aria-label={figure.title}
            fontFamily={sceneFont}
          >
            <rect width={figure.width} height={figure.height} fill={figure.background} />
            <SceneNodes nodes={figure.nodes} />
          </svg>
        )}
        {figure && children?.(figure)}
      </div>
      <figcaption className={styles.foot}>
        <span className={styles.caption}>{caption}</span>
        {scene && <SaveButtons scene={scene} name={fileName} />}
      </figcaption>
    </figure>
  );
}
