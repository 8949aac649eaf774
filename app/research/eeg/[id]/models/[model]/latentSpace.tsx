'use client';

import { useCallback, useState } from 'react';
import { Choice } from '@/app/ui/field/choice';
import { FigureView } from '@/app/ui/study/figureView';
import panel from '@/app/ui/study/panel.module.css';
import type { FigureFrame } from '@/ml/figure/figure';
import { scatterFigure } from '@/ml/figure/scatterFigure';
import { latentMarks } from './latentFigure';
import styles from './model.module.css';
import type { ChangeModel, Colouring, ModelState } from './modelUrl';
import type { Trained } from './trained';

interface LatentSpaceProps {
  trained: Trained;
  state: ModelState;
  onChange: ChangeModel;
}

const colourings: readonly { value: Colouring; name: string }[] = [
  { value: 'valence', name: 'Valence' },
  { value: 'arousal', name: 'Arousal' },
  { value: 'modality', name: 'Modality' },
  { value: 'participant', name: 'Participant' },
];

/** The common space on tracks that its network has not seen, along the two directions in which vectors differ most. */
export function LatentSpace({ trained: { latent, record }, state, onChange }: LatentSpaceProps) {
  const [network, setNetwork] = useState(0);
  const space = latent.at(network) ?? latent.at(0);
  if (!space || space.rows.length === 0)
    return <p className={panel.note}>The common space was not kept: too few tracks could be left out.</p>;
  return (
    <section className={panel.section} aria-labelledby="latent-title">
      <div className={panel.head}>
        <h2 id="latent-title">The common space</h2>
      </div>
      <p className={panel.note}>
        Windows of EEG and stretches of music on a fifth of the tracks, which this network was not trained on;
        the people it was. Ratings are the raters’ means. Near is alike, as far as two dimensions can show it.
      </p>
      <div className={styles.tools}>
        {latent.length > 1 && (
          <Choice
            label="Network"
            value={String(network)}
            options={latent.map(({ dimension }, index) => ({ value: String(index), name: dimension }))}
            onChange={(value) => setNetwork(Number(value))}
          />
        )}
        <Choice
          label="Colour by"
          value={state.colour}
          options={colourings}
          onChange={(colour) => onChange({ colour })}
        />
      </div>
      <Marks
        space={space}
        colour={state.colour}
        participants={record.set.participants}
        simulated={record.simulated}
      />
    </section>
  );
}

interface MarksProps {
  space: Trained['latent'][number];
  colour: Colouring;
  participants: readonly string[];
  /** Whether the people are made up. */
  simulated: boolean;
}

const projectionWords =
  'The first two principal components of the vectors; what lies in others is not seen here, and the axes have no unit';

function Marks({ space, colour, participants, simulated }: MarksProps) {
  const draw = useCallback(
    (frame: Pick<FigureFrame, 'width' | 'scheme'>) =>
      scatterFigure({
        ...frame,
        title: `The two main components of the common space of the network for ${space.dimension}: ${space.rows.length} vectors by ${colour}`,
        ...latentMarks(space.rows, { colour, participants, simulated, scheme: frame.scheme }),
      }),
    [space, colour, participants, simulated],
  );
  return (
    <div className={styles.narrow}>
      <FigureView
        draw={draw}
        fileName={`common-space-${space.dimension}-${colour}`}
        caption={simulated ? `${projectionWords}; the people are simulated` : projectionWords}
      />
    </div>
  );
}
