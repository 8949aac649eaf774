'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import { TickBox } from '@/app/ui/field/tickBox';
import panel from '@/app/ui/study/panel.module.css';
import styles from './measuringForm.module.css';
import { fieldsOf, measuringOf, type MeasuringFields } from './measuringFields';

const methods = [
  { value: 'stft', name: 'Fourier transform' },
  { value: 'filter-bank', name: 'Filter bank' },
] as const;

const presets = [
  { value: 'default', name: '10 s every 0.5 s' },
  { value: 'published', name: '3 s every 1 s, as published' },
] as const;

/** How the recording is cleaned and measured; changed, it is measured again. */
export function MeasuringForm({ recording }: { recording: EegRecording }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshEeg();
  const [fields, setFields] = useState(() => fieldsOf(recording.measuring));
  const again = useMutation(trpc.eeg.recordings.remeasure.mutationOptions({ onSuccess }));
  const change = (part: Partial<MeasuringFields>) => setFields({ ...fields, ...part });
  return (
    <section className={panel.section} aria-labelledby="measuring-title">
      <div className={panel.head}>
        <h2 id="measuring-title">How it is measured</h2>
      </div>
      <p className={panel.note}>An empty field leaves a step out.</p>
      <Choice
        label="Entropy by"
        value={fields.method}
        options={methods}
        onChange={(method) => change({ method })}
      />
      <Choice
        label="Windows"
        value={fields.preset}
        options={presets}
        onChange={(preset) => change({ preset })}
      />
      <Filters fields={fields} onChange={change} />
      <TickBox isSelected={fields.averageReference} onChange={(is) => change({ averageReference: is })}>
        Average reference
      </TickBox>
      <TickBox isSelected={fields.interpolate} onChange={(is) => change({ interpolate: is })}>
        Bad channels are interpolated, else left out
      </TickBox>
      <div className={styles.deeds}>
        <Button
          isPending={again.isPending}
          onPress={() =>
            again.mutate({ recordingId: recording.id, ...measuringOf(recording.measuring, fields) })
          }
        >
          Measure again
        </Button>
        {again.error && (
          <p className={panel.fault} role="alert">
            {again.error.message}
          </p>
        )}
      </div>
    </section>
  );
}

interface FiltersProps {
  fields: MeasuringFields;
  onChange: (part: Partial<MeasuringFields>) => void;
}

function Filters({ fields, onChange }: FiltersProps) {
  return (
    <div className={styles.fields}>
      <NumberInput
        label="Pass from"
        unit="Hz"
        value={fields.highPassHz}
        min={0.1}
        onChange={(highPassHz) => onChange({ highPassHz })}
      />
      <NumberInput
        label="Pass to"
        unit="Hz"
        value={fields.lowPassHz}
        min={1}
        onChange={(lowPassHz) => onChange({ lowPassHz })}
      />
      <NumberInput
        label="Hum of the mains"
        unit="Hz"
        value={fields.notchHz}
        min={1}
        onChange={(notchHz) => onChange({ notchHz })}
      />
      <NumberInput
        label="Reject seconds over"
        unit="µV"
        value={fields.rejectMicrovolts}
        min={1}
        onChange={(rejectMicrovolts) => onChange({ rejectMicrovolts })}
      />
    </div>
  );
}
