import {useEffect, useState} from 'react';
import type {TextToCopy} from '../mattermost/copy-text.js';
import {useServices} from '../services.js';

/** How a copy went; `done` goes back to `idle` by itself. `failed`: there was nothing to copy. */
export type Copied = 'idle' | 'done' | 'refused' | 'failed';

const SHOWN_MS = 2_500;

/** Copies a text, or one that has to be asked for first, and says so for a while. */
export function useCopy(text: TextToCopy): [Copied, () => void] {
  const {page} = useServices();
  const [copied, setCopied] = useState<Copied>('idle');
  useEffect(() => {
    if (copied !== 'done') return undefined;
    const timer = setTimeout(() => setCopied('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void =>
    void page.copy(text).then(
      (isCopied) => setCopied(isCopied ? 'done' : 'refused'),
      () => setCopied('failed'),
    );
  return [copied, copy];
}
