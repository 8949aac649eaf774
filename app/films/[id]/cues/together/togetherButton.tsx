'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { ModalDialog } from '@/app/ui/dialog/modalDialog';
import { Choice } from '@/app/ui/field/choice';
import { NumberInput } from '@/app/ui/field/numberInput';
import { TickBox } from '@/app/ui/field/tickBox';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import type { FilmBench } from '../../project/filmBench';
import { ChoiceTable } from './choiceTable';
import { PriceList } from './priceList';
import { takeChoice } from './takeChoice';
import styles from './together.module.css';

/** Chooses music for all cues at once. */
export function TogetherButton({ bench }: { bench: FilmBench }) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button size="small" isDisabled={bench.project.cues.length === 0} onPress={() => setIsOpen(true)}>
        Choose for all
      </Button>
      <ModalDialog title="Choose for all cues together" isOpen={isOpen} onClose={close}>
        <Together bench={bench} onDone={close} />
      </ModalDialog>
    </>
  );
}

const rules = [
  { value: 'once', name: 'Once' },
  { value: 'penalty', name: 'At a price' },
  { value: 'freely', name: 'As often as it fits' },
] as const;

type Rule = (typeof rules)[number]['value'];

/** A cue of a minute at a distance of 0.13 costs as much. */
const usualPenalty = 1;

/** Which cues are chosen for among a part of the library only. */
function stoppedWords(cues: Answers['film']['match']['cues']): string {
  const names = cues.filter(({ stopped }) => stopped !== null).map(({ name }) => name);
  return `The search took too long for ${names.join(', ')}: only a part of the library was searched.`;
}

function Together({ bench, onDone }: { bench: FilmBench; onDone: () => void }) {
  const [rule, setRule] = useState<Rule>('once');
  const [penalty, setPenalty] = useState(usualPenalty);
  const [keepPrevious, setKeepPrevious] = useState(false);
  const reusePenalty = { once: null, penalty, freely: 0 }[rule];
  const isKept = bench.saving.state === 'saved';
  const { projectId } = bench;
  const answer = useQuery({
    ...useTRPC().film.match.queryOptions({ projectId, reusePenalty }, { trpc: { abortOnUnmount: true } }),
    // What was kept before is another question.
    ...{ enabled: isKept, staleTime: 0, gcTime: 0, retry: false },
  });
  const take = (matched: Answers['film']['match']) => {
    bench.edit((project) => takeChoice(project, matched.cues, keepPrevious));
    onDone();
  };
  return (
    <>
      <div className={styles.rules}>
        <Choice label="A track may be used" value={rule} options={rules} onChange={setRule} />
        {rule === 'penalty' && (
          <NumberInput
            label="Price of each further use (squared distance × s)"
            min={0}
            max={1e6}
            step={0.1}
            value={penalty}
            onChange={(value) => Number.isFinite(value) && setPenalty(value)}
          />
        )}
      </div>
      {bench.saving.state === 'refused' && (
        <p role="alert">The project could not be saved, so I cannot choose for it: {bench.saving.message}</p>
      )}
      {answer.error && (
        <ErrorState title="I could not choose" error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {!answer.error && !answer.data && bench.saving.state !== 'refused' && (
        <LoadingState>Looking for music for every cue</LoadingState>
      )}
      {answer.data && !answer.error && (
        <>
          {answer.data.cues.some(({ stopped }) => stopped !== null) && (
            <p role="status">{stoppedWords(answer.data.cues)}</p>
          )}
          <ChoiceTable matched={answer.data} project={bench.project} />
          <PriceList matched={answer.data} />
          <TickBox isSelected={keepPrevious} onChange={setKeepPrevious}>
            Keep what was chosen before as an alternate
          </TickBox>
          <div className={styles.deeds}>
            <Button onPress={onDone}>Leave as it is</Button>
            <Button
              kind="primary"
              isDisabled={answer.isFetching || answer.data.cues.every(({ best }) => best === null)}
              onPress={() => take(answer.data)}
            >
              Take these
            </Button>
          </div>
        </>
      )}
    </>
  );
}
