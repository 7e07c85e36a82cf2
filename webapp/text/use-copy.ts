import {useEffect, useState} from 'react';
import {useServices} from '../services.js';

/** How a copy went; `done` goes back to `idle` by itself. */
export type Copied = 'idle' | 'done' | 'refused';

const SHOWN_MS = 2_500;

/** Copies a text, and says for a while that it did. */
export function useCopy(text: string): [Copied, () => void] {
  const {page} = useServices();
  const [copied, setCopied] = useState<Copied>('idle');
  useEffect(() => {
    if (copied !== 'done') return undefined;
    const timer = setTimeout(() => setCopied('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, () => void page.copy(text).then((isCopied) => setCopied(isCopied ? 'done' : 'refused'))];
}
