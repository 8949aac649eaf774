import type { ComponentPropsWithRef, ReactNode } from 'react';
import { EmotionField } from './emotionField';
import { PlaneAxes, PlaneGrid } from './planeScale';
import styles from './planeSquare.module.css';

interface PlaneSquareProps extends ComponentPropsWithRef<'div'> {
  /** What lies under the grid. */
  under?: ReactNode;
  /** Whether a press on it does something. */
  pressable?: boolean;
}

/** The plane as a square with its axes, as wide as the frame it is put in; what lies on it are its children. */
export function PlaneSquare({ under, pressable = true, children, ...square }: PlaneSquareProps) {
  return (
    <>
      <div {...square} className={styles.square} data-pressable={pressable || undefined}>
        <EmotionField />
        {under}
        <PlaneGrid />
        {children}
      </div>
      <PlaneAxes />
    </>
  );
}
