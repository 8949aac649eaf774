import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getServices } from '@/server/services';
import { safeReturnPath } from './safeReturnPath';
import { SignInForm } from './signInForm';

export const metadata: Metadata = { title: 'Sign in' };

/** Asks for name and password where people have them, else for the access token; where nobody has to sign in, leads on. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const { signIns, settings } = getServices();
  if (await signIns.isOpen()) redirect('/');
  return (
    <SignInForm
      returnTo={safeReturnPath(next)}
      areNamed={await signIns.areNamed()}
      hasToken={settings.accessToken !== undefined}
    />
  );
}
