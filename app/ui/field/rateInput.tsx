'use client';

import { useState } from 'react';
import { rateName, sameRate, type FrameRate } from '@/ml/timeCode/frameRate';
import { parseRate } from '@/ml/timeCode/parseRate';
import { Select } from './select';
import { TextInput } from './textInput';

/** The rates of films, by how they are called. */
const usualNames = ['23.976', '24', '25', '29.97', '30', '48', '50', '59.94', '60'];
const usualRates = usualNames.map(parseRate);

interface RateInputProps {
  label: string;
  value: FrameRate;
  onChange: (rate: FrameRate) => void;
}

/** Frames a second: one of the usual rates, or any other as a fraction or a number. */
export function RateInput({ label, value, onChange }: RateInputProps) {
  const usual = usualRates.findIndex((rate) => sameRate(rate, value));
  const [isOther, setOther] = useState(usual < 0);
  const options = [...usualNames.map((name) => ({ value: name, name })), { value: 'other', name: 'Another' }];
  const choose = (name: string) => {
    setOther(name === 'other');
    if (name !== 'other') onChange(parseRate(name));
  };
  return (
    <>
      <Select
        label={label}
        value={isOther || usual < 0 ? 'other' : usualNames[usual]}
        onChange={choose}
        options={options}
      />
      {(isOther || usual < 0) && <OtherRate value={value} onChange={onChange} />}
    </>
  );
}

function OtherRate({ value, onChange }: Pick<RateInputProps, 'value' | 'onChange'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    const rate = typed === null ? null : rateOf(typed);
    if (!rate) return;
    setTyped(null);
    onChange(rate);
  };
  const shown = value.denominator === 1 ? rateName(value) : `${value.numerator}/${value.denominator}`;
  return (
    <TextInput
      label={typed !== null && !rateOf(typed) ? 'Such as 25 or 24000/1001' : 'Frames a second'}
      width="8rem"
      value={typed ?? shown}
      onChange={setTyped}
      onDone={finish}
    />
  );
}

function rateOf(text: string): FrameRate | null {
  try {
    return parseRate(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
