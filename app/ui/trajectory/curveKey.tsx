import { TickBox } from '../field/tickBox';
import styles from './curveKey.module.css';
import type { Overlay } from './overlay';
import { OverlayLine } from './overlayLine';

interface CurveKeyProps {
  match: { title: string } | undefined;
  overlay: Overlay | null;
}

/** Which line is the drawing and which the match, and what was done to the match to lay it there. */
export function CurveKey({ match, overlay }: CurveKeyProps) {
  if (!match || !overlay) return <p className={styles.key} />;
  return (
    <p className={styles.key}>
      <svg width="22" height="8" aria-hidden="true">
        <OverlayLine path="M1,4H21" />
      </svg>
      <strong>{match.title}</strong>
      {overlay.scaled
        ? 'shifted and stretched to the drawing’s mean and spread, as shapes are compared; thin lines join moments that answer each other'
        : 'as it is; thin lines join moments that answer each other'}
      {overlay.onScaled && (
        <TickBox isSelected={overlay.scaled} onChange={overlay.onScaled}>
          at the drawing’s scale
        </TickBox>
      )}
    </p>
  );
}
