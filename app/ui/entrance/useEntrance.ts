import { useState, type FormEvent } from 'react';
import { postSecret } from './postSecret';

/** A form that lets in: posts what was given, and goes on to a page that is loaded anew, with nothing left over. */
export function useEntrance(path: string, goOnTo: string) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent, document: object) => {
    event.preventDefault();
    setBusy(true);
    const refused = await postSecret(path, document);
    setBusy(false);
    setFailure(refused);
    if (refused === null) window.location.assign(goOnTo);
  };
  return { failure, isBusy, submit };
}
