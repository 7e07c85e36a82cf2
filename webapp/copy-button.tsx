import React, {useEffect, useState} from 'react';
import {FormattedMessage} from 'react-intl';
import type {MessageId} from './translate.js';

const CONFIRMED_MS = 2_000;

/** Copies a text and says that it did. */
export function CopyButton({
  text,
  label,
  className = 'zoom-button zoom-button--ghost',
  name,
}: {
  text: string;
  label: MessageId;
  className?: string;
  /** What is copied, for those who do not see where the button stands. */
  name?: string;
}): React.ReactElement {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => setState((await copied(text)) ? 'copied' : 'failed');
  const said = {idle: label, copied: 'zoom.copied', failed: 'zoom.copyFailed'} as const;
  return (
    <button type="button" className={className} onClick={() => void copy()} title={name}>
      <span aria-live="polite">
        <FormattedMessage id={said[state]} />
      </span>
      {name !== undefined && <span className="zoom-hidden"> {name}</span>}
    </button>
  );
}

/** On a page without https there is no clipboard; a selection still can be copied. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  }
}
