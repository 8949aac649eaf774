'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import type { LayerGroup } from '@/app/ui/study/layerGroups';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { analysisLink, studyLink } from '@/app/ui/study/studyLinks';
import { UpLink } from '@/app/ui/study/upLink';
import { useUrlState } from '@/app/ui/url/useUrlState';
import styles from './newAnalysisPage.module.css';
import { withLayers } from './layerSpec';
import { newAnalysisUrl } from './newAnalysisUrl';
import { proposedSpec, whyNot } from './proposedSpec';
import { QuestionList } from './questionList';
import type { AnalysisKind, SpecByKind } from './specByKind';
import { SpecSettings } from './specSettings';
import { specWords } from './specWords';

interface NewAnalysisPageProps {
  study: Study;
  defaults: SpecByKind;
  /** The layers of networks that the study has. */
  groups: readonly LayerGroup[];
}

const order: readonly AnalysisKind[] = ['coupling', 'encoding', 'leadLag', 'intersubject'];

/** Puts a question to a study: the question, a sentence of what will be done, and everything else out of sight. */
export function NewAnalysisPage({ study, defaults, groups }: NewAnalysisPageProps) {
  const [state, setState] = useUrlState(newAnalysisUrl);
  const layers = groups.find(({ network }) => network === state.layers);
  const kind =
    state.ask ??
    (layers ? 'encoding' : undefined) ??
    order.find((each) => whyNot(each, study) === null) ??
    'encoding';
  const own = state.spec?.kind === kind ? state.spec : null;
  const plain = proposedSpec(kind, study, defaults);
  const proposed = layers && plain.kind === 'encoding' ? withLayers(plain, layers.layers) : plain;
  const spec: AnalysisSpec = own ?? proposed;
  const start = useStart(study.id);
  const why = whyNot(kind, study);
  return (
    <div className={styles.page}>
      <header>
        <UpLink href={studyLink(study.id)}>{study.title}</UpLink>
        <h1>What do you want to know?</h1>
      </header>
      <div className={styles.columns}>
        <QuestionList
          order={order}
          asked={kind}
          whyNot={(each) => whyNot(each, study)}
          onAsk={(ask) => setState({ ask, spec: null, layers: null })}
        />
        <section className={styles.plan} aria-label="What will be done">
          <p className={styles.words}>{why === null ? specWords(spec, study) : `This question ${why}.`}</p>
          <div className={styles.deeds}>
            <Button
              kind="primary"
              isDisabled={why !== null}
              isPending={start.isPending}
              onPress={() => {
                // An address that is still to be written would call the way to the answer back.
                setState({});
                start.mutate({ studyId: study.id, spec });
              }}
            >
              Run
            </Button>
            {own && (
              <Button kind="quiet" onPress={() => setState({ spec: null })}>
                Back to the defaults
              </Button>
            )}
          </div>
          {why === null && (
            <SpecSettings
              study={study}
              groups={groups}
              plainSpaces={'spaces' in plain ? plain.spaces : []}
              spec={spec}
              fault={start.error?.message ?? null}
              onChange={(next) => {
                start.reset();
                setState({ ask: kind, spec: next }, 'glide');
              }}
            />
          )}
        </section>
      </div>
    </div>
  );
}

function useStart(studyId: number) {
  const trpc = useTRPC();
  const router = useRouter();
  return useMutation(
    trpc.studies.analyses.start.mutationOptions({
      onSuccess: ({ analysisId }) => router.push(analysisLink(studyId, analysisId)),
    }),
  );
}
