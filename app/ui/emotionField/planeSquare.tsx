import type { ComponentPropsWithRef, ReactNode } from 'react';
import { EmotionField } from './emotionField';
import { PlaneAxes, PlaneGrid } from './planeScale';
import styles from './planeSquare.module.css';

interface PlaneSquareProps extends ComponentPropsWithRef<'div'> {
  /** What lies under the grid. */
  under?: ReactNode;
  /** Whether a press on it does something. */
  pressable?: boolean;
  /** Whether strokes on it draw, by a finger too, which then cannot scroll the page there. */
  drawable?: boolean;
}

/** The plane as a square with its axes, as wide as the frame it is put in; what lies on it are its children. */
export function PlaneSquare({
  under,
  pressable = true,
  drawable = false,
  children,
  ...square
}: PlaneSquareProps) {
  return (
    <>
      <div
        {...square}
        className={styles.square}
        data-pressable={pressable || undefined}
        data-drawable={drawable || undefined}
      >
        <EmotionField />
        {under}
        <PlaneGrid />
        {children}
      </div>
      <PlaneAxes />
    </>
  );
}
