'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { Disclosure } from '@/app/ui/field/disclosure';
import { TickBox } from '@/app/ui/field/tickBox';
import { formatCount } from '@/app/ui/format';
import { evenlySpread } from '@/app/ui/study/layerGroups';
import type { Networks } from '@/app/ui/study/studyAnswers';
import styles from './layerChoice.module.css';
import panel from '@/app/ui/study/panel.module.css';

interface LayerChoiceProps {
  /** The features that are there. */
  has: ReadonlySet<string>;
  wanted: ReadonlySet<string>;
  onWant: (names: readonly string[], is: boolean) => void;
}

/** Layers of the project's own network and of every added one, from the input on, to be computed as features. */
export function LayerChoice(props: LayerChoiceProps) {
  const trpc = useTRPC();
  const networks = useQuery(trpc.studies.networks.queryOptions(undefined, { staleTime: 60_000 }));
  if (networks.error)
    return (
      <p className={panel.fault} role="alert">
        {networks.error.message}
      </p>
    );
  return networks.data?.map((network) => <NetworkLayers key={network.network} {...network} {...props} />);
}

/** So many layers tell early from late without a model for each of a deep network. */
const few = 6;

function NetworkLayers({ network, layers, fault, has, wanted, onWant }: Networks[number] & LayerChoiceProps) {
  const missing = layers.map(({ name }) => name).filter((name) => !has.has(name));
  const title = `Layers of ${network}`;
  return (
    <Disclosure title={title}>
      {fault !== null && <p className={panel.fault}>{fault}</p>}
      {fault === null && missing.length === 0 && <p className={panel.note}>All of them are there.</p>}
      {missing.length > 0 && (
        <fieldset className={styles.set}>
          <legend>{`${formatCount(layers.length, 'layer')} from the input to the output`}</legend>
          <div className={styles.deeds}>
            <Button size="small" onPress={() => onWant(missing, true)}>
              All
            </Button>
            {missing.length > few && (
              <Button
                size="small"
                onPress={() => {
                  onWant(missing, false);
                  onWant(evenlySpread(missing, few), true);
                }}
              >
                Six evenly spread
              </Button>
            )}
            <Button size="small" kind="quiet" onPress={() => onWant(missing, false)}>
              None
            </Button>
          </div>
          <div className={styles.layers}>
            {layers.map(({ name, operation }) =>
              has.has(name) ? (
                <span key={name} className={styles.there}>{`${shortName(name)}, there`}</span>
              ) : (
                <TickBox key={name} isSelected={wanted.has(name)} onChange={(is) => onWant([name], is)}>
                  {`${shortName(name)} (${operation})`}
                </TickBox>
              ),
            )}
          </div>
        </fieldset>
      )}
    </Disclosure>
  );
}

const shortName = (name: string): string => name.slice(name.indexOf(':') + 1);
