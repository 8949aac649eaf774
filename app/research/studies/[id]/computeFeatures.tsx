'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { Disclosure } from '@/app/ui/field/disclosure';
import { TickBox } from '@/app/ui/field/tickBox';
import { formatCount } from '@/app/ui/format';
import type { Study } from '@/app/ui/study/studyAnswers';
import styles from './computeFeatures.module.css';
import { LayerChoice } from './layerChoice';
import panel from '@/app/ui/study/panel.module.css';
import { useRefreshStudy } from './useStudy';

interface ComputeFeaturesProps {
  study: Study;
  /** The features that are there. */
  has: ReadonlySet<string>;
}

/** Computes more features of the pieces that have a sound. */
export function ComputeFeatures({ study, has }: ComputeFeaturesProps) {
  const trpc = useTRPC();
  const heard = study.stimuli.filter(({ trackId, soundFileId }) => trackId !== null || soundFileId !== null);
  const { data: available = [] } = useQuery(trpc.studies.features.queryOptions());
  const missing = available.filter(({ name }) => !has.has(name));
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const refresh = useRefreshStudy();
  const compute = useMutation(
    trpc.studies.computeFeatures.mutationOptions({
      onSuccess: () => {
        setWanted(new Set());
        return refresh();
      },
    }),
  );
  if (heard.length === 0) return null;
  const want = (names: readonly string[], is: boolean) =>
    setWanted(
      (before) => new Set([...[...before].filter((each) => !names.includes(each)), ...(is ? names : [])]),
    );
  return (
    <Disclosure title="Compute more of them" open={has.size === 0}>
      <div className={styles.choices}>
        {missing.map(({ name, description }) => (
          <div key={name} className={styles.choice}>
            <TickBox isSelected={wanted.has(name)} onChange={(is) => want([name], is)}>
              {name}
            </TickBox>
            <span className={styles.about}>{description}</span>
          </div>
        ))}
        <LayerChoice has={has} wanted={wanted} onWant={want} />
        <div>
          <Button
            isDisabled={wanted.size === 0}
            isPending={compute.isPending}
            onPress={() => compute.mutate({ studyId: study.id, features: [...wanted] })}
          >
            {`Compute for ${formatCount(heard.length, 'piece')}`}
          </Button>
        </div>
        {compute.error && (
          <p className={panel.fault} role="alert">
            {compute.error.message}
          </p>
        )}
      </div>
    </Disclosure>
  );
}
