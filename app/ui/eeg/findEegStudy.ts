import { notFound } from 'next/navigation';
import { cache } from 'react';
import { pageCaller } from '@/app/pageCaller';
import { isAppError } from '@/server/base/errors';
import { eegStudyDetail } from '@/server/research/eeg/store/studies/eegStudyDetail';
import { getServices } from '@/server/services';

/** The study of an address; an address that names none of one's own leads to the not-found page. */
export const findEegStudy = cache(async (id: string) => {
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return await eegStudyDetail(getServices().database, await pageCaller(), Number(id));
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});
