import React, {type ReactElement, useEffect} from 'react';
import {CheckIcon} from '../parts/icons.js';
import {useServices} from '../services.js';
import {useCopy} from '../parts/use-copy.js';
import {useText} from '../text/use-text.js';

/** Copies the join link, and confirms it where it was pressed. */
export function CopyLink({link}: {link: string}): ReactElement {
  const {state} = useServices();
  const say = useText();
  const [copied, copy] = useCopy(link);
  useEffect(() => {
    if (copied === 'done') state.change({announcement: {key: 'zoom.card.copied'}});
    if (copied === 'refused') {
      const text = {key: 'zoom.notice.copyRefused', values: {link}} as const;
      state.change({notice: {kind: 'trouble', text, cause: {kind: 'lasting'}}});
    }
  }, [state, copied, link]);
  return (
    <button type="button" className="zoom-button zoom-link" onClick={copy}>
      {copied === 'done' && <CheckIcon />}
      {say(copied === 'done' ? 'zoom.card.copied' : 'zoom.card.copy')}
    </button>
  );
}
