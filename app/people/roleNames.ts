import type { Role } from '@/db/schema';

/** The roles as a choice offers them, from the least to the most. */
export const roleOptions = [
  { value: 'listener', name: 'Listener' },
  { value: 'member', name: 'Member' },
  { value: 'owner', name: 'Owner' },
] as const satisfies { value: Role; name: string }[];
