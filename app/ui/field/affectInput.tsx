import { NumberInput, type NumberInputProps } from './numberInput';

const format = { minimumFractionDigits: 2, maximumFractionDigits: 3, signDisplay: 'exceptZero' } as const;

/** Valence or arousal as a number, from −1 to 1 in steps of 0.01. */
export function AffectInput(props: Omit<NumberInputProps, 'min' | 'max' | 'step' | 'format'>) {
  return <NumberInput {...props} min={-1} max={1} step={0.01} format={format} />;
}
