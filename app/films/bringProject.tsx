'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import { Icon } from '@/app/ui/glyph';
import styles from './bringProject.module.css';

type ProjectFile = Answers['film']['projects']['file'];

/** A project of thousands of cues and markers is some megabytes; the server takes no larger question. */
const mostBytes = 8_000_000;

/** Brings in a project that was kept as a file, of this library or of another. */
export function BringProject() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [told, setTold] = useState<{ words: string; failed: boolean } | null>(null);
  const bring = useMutation(trpc.film.projects.bring.mutationOptions());
  const take = async (file: File) => {
    try {
      const document = await projectOf(file);
      const { missing } = await bring.mutateAsync({ document });
      await queries.invalidateQueries(trpc.film.projects.list.pathFilter());
      setTold({ words: broughtWords(document.name, missing), failed: false });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setTold({ words: `${file.name} was not brought in: ${reason}`, failed: true });
    }
  };
  return (
    <div className={styles.bring}>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json']}
        onSelect={(files) => files?.[0] && void take(files[0])}
      >
        <Button isPending={bring.isPending}>
          <Icon name="upload" size={14} />
          Bring in a project
        </Button>
      </FileTrigger>
      {told && (
        <p
          role={told.failed ? 'alert' : 'status'}
          className={styles.told}
          data-failed={told.failed || undefined}
        >
          {told.words}
        </p>
      )}
    </div>
  );
}

/** What a file holds; the server checks whether it is a project. */
async function projectOf(file: File): Promise<ProjectFile> {
  if (file.size > mostBytes) throw new Error(`it is over ${mostBytes / 1e6} MB`);
  try {
    return JSON.parse(await file.text()) as ProjectFile;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error('it is no JSON', { cause: error });
    throw error;
  }
}

function broughtWords(name: string, missing: readonly { title: string | null }[]): string {
  if (missing.length === 0) return `“${name}” is brought in.`;
  const titles = missing.slice(0, 5).map(({ title }) => title ?? 'one without a title');
  const more = missing.length > titles.length ? ' and others' : '';
  return `“${name}” is brought in without ${formatCount(missing.length, 'track')} that this library does not have: ${titles.join(', ')}${more}.`;
}
