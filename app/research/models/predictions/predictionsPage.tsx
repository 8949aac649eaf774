'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { SectionHead } from '@/app/ui/sectionHead';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { NoRatings } from './noRatings';
import { PieceChooser } from './pieceChooser';
import { PieceCurves } from './pieceCurves';
import styles from './predictionsPage.module.css';
import { predictionsUrl } from './predictionsUrl';

/** What the dynamic models said of pieces that were kept from them, over what people said. */
export function PredictionsPage() {
  const trpc = useTRPC();
  const pieces = useQuery(trpc.research.pieces.queryOptions());
  if (pieces.error)
    return (
      <ErrorState
        title="The predictions could not be read"
        error={pieces.error}
        onRetry={() => void pieces.refetch()}
      />
    );
  if (pieces.data === undefined) return <LoadingState>Reading the predictions</LoadingState>;
  if (pieces.data === null || pieces.data.pieces.length === 0) return <NoPredictions />;
  return <ChosenPiece {...pieces.data} />;
}

function NoPredictions() {
  return (
    <EmptyState title="There are no predictions yet">
      <p>
        The dynamic model is not installed: there is no <code>dynamic-1.predictions.json</code> in{' '}
        <code>ml/models</code>. Train it as ml/training says, and its held-out pieces appear here.
      </p>
    </EmptyState>
  );
}

type ChosenPieceProps = NonNullable<Answers['research']['pieces']>;

function ChosenPiece({ model, pieces, rated, researchData }: ChosenPieceProps) {
  const [state, setState] = useUrlState(predictionsUrl);
  const trpc = useTRPC();
  const name = state.piece ?? pieces[0];
  const piece = useQuery({
    ...trpc.research.piece.queryOptions({ piece: name }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.section} aria-labelledby="predictions-title">
      <SectionHead
        id="predictions-title"
        title="Emotion over time, predicted and rated"
        about={`${pieces.length} piano pieces of VGMIDI. Each was held out: the models that drew its curves (${model}) were trained on other series alone.`}
      >
        <PieceChooser pieces={pieces} chosen={name} onChoose={(next) => setState({ piece: next })} />
      </SectionHead>
      {!rated && <NoRatings folder={researchData} />}
      {piece.error ? (
        <ErrorState
          title="The piece could not be read"
          error={piece.error}
          onRetry={() => void piece.refetch()}
        />
      ) : piece.data ? (
        <PieceCurves
          key={piece.data.piece}
          piece={piece.data}
          model={state.model}
          onModel={(next) => setState({ model: next })}
        />
      ) : (
        <LoadingState>Reading the curves</LoadingState>
      )}
    </section>
  );
}
