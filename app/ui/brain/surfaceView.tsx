'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SurfaceKind, SurfaceSet } from '@/server/research/meshes/surfaceSet';
import { Choice } from '../field/choice';
import { EmptyState, ErrorState, LoadingState } from '../message/message';
import { parcellationFor } from './parcellationFor';
import { fetchMeshes, fetchSurfaceSets } from './surfaceData';
import { SurfaceStage, type SurfaceViewProps } from './surfaceStage';
import styles from './surfaceView.module.css';

const kindNames: Record<SurfaceKind, string> = {
  inflated: 'Inflated',
  pial: 'Folded',
  white: 'White matter',
};
/** Meshes do not change under their hash. */
const forGood = { staleTime: Infinity, gcTime: Infinity };

/** A surface to turn, where the operator has installed one; else what to do about it. */
export function SurfaceView(props: SurfaceViewProps) {
  const sets = useQuery({ queryKey: ['surfaces'], queryFn: fetchSurfaceSets });
  if (sets.error)
    return (
      <ErrorState
        title="The surfaces cannot be listed"
        error={sets.error}
        onRetry={() => void sets.refetch()}
      />
    );
  if (!sets.data) return <LoadingState>Looking for surfaces</LoadingState>;
  const usable = sets.data.filter(({ surfaces }) => surfaces.length > 0);
  if (usable.length === 0) return <NoSurfaces />;
  return <ChosenSurface {...props} sets={usable} />;
}

function NoSurfaces() {
  return (
    <EmptyState title="No surface is installed">
      <p>
        Meshes of the brain may not be handed out with this program. Whoever runs it installs some, in GIFTI
        with the region of each vertex:
      </p>
      <p>
        <code>npm run circumplex -- assets add fsaverage5 FOLDER</code>
      </p>
    </EmptyState>
  );
}

function ChosenSurface({ sets, ...props }: SurfaceViewProps & { sets: SurfaceSet[] }) {
  const [setName, chooseSet] = useState(sets[0].name);
  const set = sets.find(({ name }) => name === setName) ?? sets[0];
  const kinds = kindsOf(set);
  const [wantedKind, chooseKind] = useState<SurfaceKind>('inflated');
  const kind = kinds.includes(wantedKind) ? wantedKind : kinds[0];
  const parcellation = parcellationFor(set, props.values);
  const meshes = useQuery({
    queryKey: ['surfaces', set, kind, parcellation],
    queryFn: () => fetchMeshes(set, { kind, parcellation }),
    ...forGood,
  });
  if (meshes.error)
    return (
      <ErrorState
        title="The surface cannot be read"
        error={meshes.error}
        onRetry={() => void meshes.refetch()}
      />
    );
  return (
    <div className={styles.view}>
      <div className={styles.choices}>
        {sets.length > 1 && (
          <Choice
            label="Surface"
            value={set.name}
            onChange={chooseSet}
            options={sets.map(({ name }) => ({ value: name, name }))}
          />
        )}
        {kinds.length > 1 && (
          <Choice
            label="Shape"
            value={kind}
            onChange={chooseKind}
            options={kinds.map((value) => ({ value, name: kindNames[value] }))}
          />
        )}
      </div>
      <SurfaceStage {...props} meshes={meshes.data} />
    </div>
  );
}

function kindsOf({ surfaces }: SurfaceSet): SurfaceKind[] {
  const order: SurfaceKind[] = ['inflated', 'pial', 'white'];
  return order.filter((kind) => surfaces.some((surface) => surface.kind === kind));
}
