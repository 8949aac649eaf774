import type { Metadata } from 'next';
import { safeReturnPath } from './safeReturnPath';
import { SignInForm } from './signInForm';

export const metadata: Metadata = { title: 'Sign in' };

/** Asks for the access token when this installation serves other machines too. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  return <SignInForm returnTo={safeReturnPath(next)} />;
}
