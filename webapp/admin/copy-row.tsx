import React, {type ReactElement} from 'react';
import {CheckIcon} from '../parts/icons.js';
import {useCopy} from '../parts/use-copy.js';
import {useAdminText} from '../text/use-admin-text.js';

interface CopyRowProps {
  text: string;
  /** Asked for when it is copied, where it may have changed by then. */
  newest?: () => Promise<string>;
  /** Shown instead of the text until the browser refuses to copy it. */
  shown?: string;
  detail?: string;
}

/** A text, and a button that copies it and says so. */
export function CopyRow({text, newest, shown = text, detail}: CopyRowProps): ReactElement {
  const say = useAdminText();
  const [copied, copy] = useCopy(newest ?? text);
  return (
    <dd className="zoom-copy">
      <span className="zoom-copy-text">
        <code>{copied === 'refused' ? text : shown}</code>
        {copied === 'failed' && (
          <span role="alert" className="zoom-copy-warning">
            {say('zoom.admin.copy.failed')}
          </span>
        )}
        {detail !== undefined && <span className="zoom-copy-detail">{detail}</span>}
      </span>
      <button
        type="button"
        className="zoom-button zoom-link zoom-small"
        aria-label={
          copied === 'done' ? say('zoom.admin.copy.done') : say('zoom.admin.copy.named', {what: shown})
        }
        onClick={copy}
      >
        {copied === 'done' && <CheckIcon />}
        {say(copied === 'done' ? 'zoom.admin.copy.done' : 'zoom.admin.copy.button')}
      </button>
    </dd>
  );
}
