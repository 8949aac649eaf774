'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { Disclosure } from '@/app/ui/field/disclosure';
import { Icon } from '@/app/ui/glyph';
import { ProgressBar } from '@/app/ui/progressBar';
import { filmsAtHand } from '@/app/ui/film/file/filmsAtHand';
import { timelineEndings } from '@/app/ui/film/timelines/timelineEndings';
import { exampleProject } from './exampleProject';
import { filmLink } from './filmLink';
import { FilmByLength } from './filmByLength';
import styles from './newFilm.module.css';
import { newProject, type NewProject } from './newProject';
import { useProjectOfFile } from './useProjectOfFile';

const kinds = ['video/*', '.mov', '.mkv', '.mts', '.m2ts', ...timelineEndings];

interface NewFilmProps {
  /** Offers an example, too, to those who have nothing yet. */
  withExample: boolean;
}

/** Begins with a film: from its file, from a timeline of it, or by its length alone. */
export function NewFilm({ withExample }: NewFilmProps) {
  const router = useRouter();
  const create = useMutation(useTRPC().film.projects.create.mutationOptions());
  const begin = ({ document, film }: NewProject) =>
    create.mutate(
      { document },
      {
        onSuccess: ({ projectId }) => {
          if (film) filmsAtHand.put(projectId, film);
          router.push(filmLink(projectId));
        },
      },
    );
  const { reading, refusal, read } = useProjectOfFile(begin);
  const drop = async ({ items }: { items: DropItem[] }) => {
    const dropped = items.find((item) => item.kind === 'file');
    if (dropped) read(await dropped.getFile());
  };
  const fault = refusal ?? create.error?.message;
  return (
    <section className={styles.new} aria-label="A new film">
      <DropZone
        className={styles.zone}
        onDrop={(event) => void drop(event)}
        aria-label="A film or a timeline"
      >
        <div className={styles.buttons}>
          <FileTrigger acceptedFileTypes={kinds} onSelect={(files) => files?.[0] && read(files[0])}>
            <Button kind="primary" isPending={create.isPending || reading !== null}>
              <Icon name="upload" />
              Open a film
            </Button>
          </FileTrigger>
          {withExample && (
            <Button
              onPress={() => begin({ document: exampleProject(), film: null })}
              isDisabled={create.isPending}
            >
              Try an example
            </Button>
          )}
        </div>
        <div className={styles.words}>
          <Text slot="label" className={styles.drop}>
            or drop one here
          </Text>
          <p className={styles.kinds}>
            MP4, MOV, WebM, MKV; also a cut or markers of it: EDL, OTIO, FCPXML, xmeml, CSV
          </p>
        </div>
      </DropZone>
      {reading && (
        <div role="status" className={styles.reading}>
          <span>Reading {reading.name}</span>
          <ProgressBar label={`Reading ${reading.name}`} fraction={reading.fraction} />
        </div>
      )}
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <Disclosure title="Begin without a file">
        <FilmByLength
          isPending={create.isPending}
          onCreate={(film) => begin({ document: newProject(film.name, film), film: null })}
        />
      </Disclosure>
    </section>
  );
}
