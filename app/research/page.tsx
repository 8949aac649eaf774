import { redirect } from 'next/navigation';

/** Research begins with the studies. */
export default function Page() {
  redirect('/research/studies');
}
