'use client';

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './glyph';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `plain` by default; `primary` for the one thing a view is for; `quiet` without an edge. */
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'small' | 'normal';
}

/** A button with words. */
export function Button({ kind = 'plain', size = 'normal', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles.button} ${styles[kind]} ${styles[size]}`} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName;
  'aria-label': string;
}

/** A button with a sign only; its name is said to those who cannot see it. */
export function IconButton({ icon, kind = 'quiet', size = 'normal', ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles.icon} ${styles[kind]} ${styles[size]}`}>
      <Icon name={icon} />
    </AriaButton>
  );
}
