import React, {type ReactElement} from 'react';
import {useText} from '../text/use-text.js';

/** Where people have to register first, this stands in the place of joining. */
export function RegisterLink({url, isFirst}: {url: string; isFirst: boolean}): ReactElement {
  const say = useText();
  return (
    <a
      className={`zoom-button ${isFirst ? 'zoom-primary' : 'zoom-link'}`}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
    >
      {say('zoom.plan.register')}
    </a>
  );
}
