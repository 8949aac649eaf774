'use client';

import { useState } from 'react';
import type { CueSection } from '@/app/ui/film/filmProject';

/** Music that is tried for a cue; it is heard in place of what was chosen. */
interface Preview {
  cueId: string;
  section: CueSection;
}

export interface CuePreview {
  preview: Preview | null;
  setPreview: (preview: Preview | null) => void;
}

/** What is tried, for the panel that changes it and the music that sounds. */
export function useCuePreview(): CuePreview {
  const [preview, setPreview] = useState<Preview | null>(null);
  return { preview, setPreview };
}
