import { formatSigned } from '@/app/ui/format';
import type { Layout } from '@/ml/projection/layoutChoice';
import { layoutWords } from './layoutWords';
import styles from './mapMeasures.module.css';
import type { MappedLibrary } from './mapsAnswer';

type MapOf = MappedLibrary['original'];

interface MapMeasuresProps {
  original: MapOf;
  learned: MapOf | null;
  layout: Layout;
}

/** What the maps are worth, in numbers. */
export function MapMeasures({ original, learned, layout }: MapMeasuresProps) {
  const { neighbours } = original.measures;
  const rows = [
    {
      name: `Trustworthiness of the map, 0 to 1`,
      value: ({ measures }: MapOf) => measures.trustworthiness.toFixed(3),
    },
    {
      name: 'Valence of a track against its neighbours’, r',
      value: ({ measures }: MapOf) => formatCorrelation(measures.valenceCorrelation),
    },
    {
      name: 'Arousal of a track against its neighbours’, r',
      value: ({ measures }: MapOf) => formatCorrelation(measures.arousalCorrelation),
    },
  ];
  return (
    <section className={styles.measures} aria-labelledby="maps-measures">
      <h3 id="maps-measures">What the maps are worth</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Over {neighbours} neighbours</th>
            <th scope="col">Original</th>
            <th scope="col">Learned</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value(original)}</td>
              <td>{learned ? value(learned) : 'not installed'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.words}>
        <p>
          <strong>Trustworthiness</strong> says how far tracks that lie together on a map are alike in all of
          their features (Venna and Kaski): 1 where every neighbour seen is one in truth, about 0.5 by chance.
          The maps are made by {layoutWords(layout)}, always from the same start; they are turned so that
          pleasant tends to the right and energetic upwards. Distances across a map mean nothing
          {layout.method === 'tsne' && ', nor do the sizes of clouds'}.
        </p>
        <p>
          <strong>r</strong> compares each track with the mean of its {neighbours} nearest in all of the
          features, not on the map. It is high where like emotions lie together. Valence and arousal are the
          profile’s own, or yours where you corrected it: the profile is computed from the same embedding, so
          r shows how the features are arranged, not how right the profile is. For that, read the cards.
        </p>
      </div>
    </section>
  );
}

const formatCorrelation = (value: number | null) => (value === null ? 'nothing varies' : formatSigned(value));
