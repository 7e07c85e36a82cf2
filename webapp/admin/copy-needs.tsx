import React, {type ReactElement} from 'react';
import type {OptionalFeature} from '../../contract/admin.js';
import {useAdminText} from '../text/use-admin-text.js';
import {CopyRow} from './copy-row.js';

/** Scopes and events, each copied with one press: parts of a list of descriptions. */
export function CopyNeeds({scopes, events}: Pick<OptionalFeature, 'scopes' | 'events'>): ReactElement {
  const say = useAdminText();
  return (
    <>
      {scopes.length > 0 && <dt>{say('zoom.admin.copy.scopes')}</dt>}
      {scopes.map((scope) => (
        <CopyRow key={scope} text={scope} />
      ))}
      {events.length > 0 && <dt>{say('zoom.admin.copy.events')}</dt>}
      {events.map(({name, title}) => (
        <CopyRow key={name} text={title} detail={name} />
      ))}
    </>
  );
}
