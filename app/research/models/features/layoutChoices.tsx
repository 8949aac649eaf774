import { Choice } from '@/app/ui/field/choice';
import {
  layoutMethods,
  mostPerplexity,
  perplexities,
  perplexityThatSuits,
  type LayoutWish,
} from '@/ml/projection/layoutChoice';
import { layoutNames } from './layoutWords';

interface LayoutChoicesProps {
  wish: LayoutWish;
  /** How many tracks are laid out. */
  count: number;
  onChange: (wish: Partial<LayoutWish>) => void;
}

const methods = layoutMethods.map((value) => ({ value, name: layoutNames[value] }));

/** What lays the maps out, and of t-SNE the perplexity: those alone that so many tracks allow. */
export function LayoutChoices({ wish: { method, perplexity }, count, onChange }: LayoutChoicesProps) {
  const allowed = perplexities.filter((each) => each < mostPerplexity(count));
  const options = [
    { value: 'auto', name: `By size: ${perplexityThatSuits(count)}` },
    ...allowed.map((each) => ({ value: String(each), name: String(each) })),
  ];
  return (
    <>
      <Choice
        label="Laid out by"
        value={method}
        onChange={(next) => onChange({ method: next })}
        options={methods}
      />
      {method === 'tsne' && (
        <Choice
          label="Perplexity"
          value={allowed.some((each) => each === perplexity) ? String(perplexity) : 'auto'}
          onChange={(next) =>
            onChange({ perplexity: perplexities.find((each) => String(each) === next) ?? null })
          }
          options={options}
        />
      )}
    </>
  );
}
