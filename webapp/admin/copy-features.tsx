import React, {type ReactElement} from 'react';
import type {ConnectionMode} from '../../contract/admin.js';
import {useAdminText} from '../text/use-admin-text.js';
import {CopyNeeds} from './copy-needs.js';

/** What may be added in Zoom or left out: folded, as many need none of it. */
export function CopyFeatures({mode}: {mode: ConnectionMode}): ReactElement {
  const say = useAdminText();
  const isConsented = mode.redirect_url !== '';
  return (
    <>
      <dt>{say('zoom.admin.copy.more')}</dt>
      <dd className="zoom-hint">
        {say('zoom.admin.copy.more.text')} {isConsented && say('zoom.admin.copy.more.again')}
      </dd>
      {mode.features.map(({title, ...needs}) => (
        <dd key={title}>
          <details>
            <summary>{title}</summary>
            <dl className="zoom-copies">
              <CopyNeeds {...needs} />
            </dl>
          </details>
        </dd>
      ))}
    </>
  );
}
