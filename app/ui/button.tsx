'use client';

import { useState } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './glyph';
import styles from './button.module.css';
import { useHydrated } from './useHydrated';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `plain` by default; `primary` for the one thing a view is for; `quiet` without an edge. */
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'small' | 'normal';
}

const classOf = (kind: NonNullable<ButtonProps['kind']>, size: ButtonProps['size']) =>
  `${styles.button} ${styles[kind]} ${size === 'small' ? styles.small : ''}`;

/** A button with words. */
export function Button({ kind = 'plain', size = 'normal', ...props }: ButtonProps) {
  return <AriaButton {...usePresence(props)} className={classOf(kind, size)} />;
}

type Presses = Omit<ButtonProps, 'kind' | 'size'>;

/**
 * A button waits until presses are heard, and one that its own press disables keeps the focus: it is off, but stays where
 * the keys are until they leave it.
 */
function usePresence({ isDisabled, onPress, onFocusChange, type, ...props }: Presses) {
  const isHydrated = useHydrated();
  const [isFocused, setFocused] = useState(false);
  const isOff = Boolean(isDisabled && isFocused);
  return {
    ...props,
    type: isOff ? 'button' : type,
    isDisabled: !isHydrated || (isDisabled && !isFocused) || undefined,
    'aria-disabled': isOff || undefined,
    'data-off': isDisabled || undefined,
    onPress: isOff ? undefined : onPress,
    onFocusChange: (focused: boolean) => {
      setFocused(focused);
      onFocusChange?.(focused);
    },
  } as const;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName;
  'aria-label': string;
}

/** A button with a sign only; its name is said to those who cannot see it. */
export function IconButton({ icon, kind = 'quiet', size = 'normal', ...props }: IconButtonProps) {
  return (
    <AriaButton {...usePresence(props)} className={`${styles.icon} ${classOf(kind, size)}`}>
      <Icon name={icon} />
    </AriaButton>
  );
}
