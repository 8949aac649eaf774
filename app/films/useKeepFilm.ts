import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { saveFile } from '@/app/ui/saveFile';

/** Keeps a project as a file of its own. */
export function useKeepFilm(projectId: number) {
  const { projects } = useTRPC().film;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => queries.fetchQuery({ ...projects.file.queryOptions({ projectId }), staleTime: 0 }),
    onSuccess: (document) => saveFile(new Blob([JSON.stringify(document, null, 1)]), fileName(document.name)),
  });
}

/** Characters that some systems do not have in names of files become lines. */
const fileName = (name: string) => `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}.circumplex.json`;
