'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { eegModelLink } from '@/app/ui/eeg/eegLinks';
import { Disclosure } from '@/app/ui/field/disclosure';
import { TextInput } from '@/app/ui/field/textInput';
import panel from '@/app/ui/study/panel.module.css';
import styles from './trainModel.module.css';
import { TrainingInputs } from './trainingInputs';
import { firstSettings, wishOf, type Settings } from './trainingSettings';
import { whatIsMissing } from './whatIsMissing';

/** Says how a model is to be trained, and has it trained. */
export function TrainModel({ study }: { study: EegStudy }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [title, setTitle] = useState('');
  const [settings, setSettings] = useState<Settings>(firstSettings);
  const train = useMutation(
    trpc.eeg.models.train.mutationOptions({
      onSuccess: ({ modelId }) => router.push(eegModelLink(study.id, modelId)),
    }),
  );
  const missing = whatIsMissing(study);
  if (missing !== null) return <p className={panel.note}>{missing}</p>;
  const named = title.trim() === '' ? `Model ${study.models.length + 1}` : title.trim();
  return (
    <Disclosure title="Train a model" open={study.models.length === 0}>
      <div className={styles.form}>
        <TextInput
          label="What it is called"
          placeholder={named}
          value={title}
          onChange={setTitle}
          width="16rem"
        />
        <TrainingInputs settings={settings} onChange={(part) => setSettings({ ...settings, ...part })} />
        <div>
          <Button
            kind="primary"
            isPending={train.isPending}
            isDisabled={settings.schemes.length === 0}
            onPress={() => train.mutate({ studyId: study.id, title: named, settings: wishOf(settings) })}
          >
            Train
          </Button>
        </div>
        {train.error && (
          <p className={panel.fault} role="alert">
            {train.error.message}
          </p>
        )}
      </div>
    </Disclosure>
  );
}
