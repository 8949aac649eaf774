'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Select } from '@/app/ui/field/select';
import type { TrainingInputsProps } from './trainingInputsProps';

/** Stands for the product's own, which the server takes where none is named. */
const own = '';

/** By which network music is heard; nothing to choose where no other was added. */
export function EmbeddingInput({ settings, onChange }: TrainingInputsProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.models.list.queryOptions());
  const [, ...added] = data?.embeddings ?? [];
  if (added.length === 0) return null;
  return (
    <Select
      label="Music is heard by"
      value={settings.embedding ?? own}
      options={[
        { value: own, name: 'Circumplex’s own network' },
        ...added.map(({ name }) => ({ value: name, name })),
      ]}
      onChange={(name) => onChange({ embedding: name === own ? null : name })}
    />
  );
}
