import { redirect } from 'next/navigation';

/** Research begins with the models. */
export default function Page() {
  redirect('/research/models');
}
