'use client';

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './glyph';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `plain` by default; `primary` for the one thing a view is for; `quiet` without an edge. */
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'small' | 'normal';
}

const classOf = (kind: NonNullable<ButtonProps['kind']>, size: ButtonProps['size']) =>
  `${styles.button} ${styles[kind]} ${size === 'small' ? styles.small : ''}`;

/** A button with words. */
export function Button({ kind = 'plain', size = 'normal', ...props }: ButtonProps) {
  return <AriaButton {...props} className={classOf(kind, size)} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName;
  'aria-label': string;
}

/** A button with a sign only; its name is said to those who cannot see it. */
export function IconButton({ icon, kind = 'quiet', size = 'normal', ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.icon} ${classOf(kind, size)}`}>
      <Icon name={icon} />
    </AriaButton>
  );
}
