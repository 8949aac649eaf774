import type { Study } from '@/app/ui/study/studyAnswers';
import { WorkList } from '@/app/ui/study/workList';

const kindsOfAnalysis = 'analyse-study';

/** Work on the study's data that is under way: reading files, computing features. Analyses stand in their own list. */
export function StudyWork({ jobs }: { jobs: Study['jobs'] }) {
  return <WorkList jobs={jobs.filter(({ kind }) => kind !== kindsOfAnalysis)} />;
}
