import React, {type ReactElement} from 'react';
import type {AdminSetup, ConnectionMode} from '../../contract/admin.js';
import {useAdminText} from '../text/use-admin-text.js';
import {useDayAndTime} from '../parts/use-times.js';
import {CopyRow} from './copy-row.js';

interface CopyIntoZoomProps {
  setup: AdminSetup;
  mode: ConnectionMode;
  /** The webhook address as it is now; rejects when nobody answers. */
  newestAddress: () => Promise<string>;
  /** The secret on the screen differs from the one in the address. */
  isSecretChanged: boolean;
}

/** What Zoom has to know about this server. Each item is copied with one press. */
export function CopyIntoZoom({setup, mode, newestAddress, isSecretChanged}: CopyIntoZoomProps): ReactElement {
  const say = useAdminText();
  const dayAndTime = useDayAndTime();
  const {former_address_until: addressUntil, former_token_until: tokenUntil} = setup;
  return (
    <dl className="zoom-copies">
      {mode.redirect_url !== '' && (
        <>
          <dt>{say('zoom.admin.copy.redirect')}</dt>
          <CopyRow text={mode.redirect_url} />
          <dd className="zoom-hint">{say('zoom.admin.copy.redirect.text')}</dd>
        </>
      )}
      <dt>{say('zoom.admin.copy.webhook')}</dt>
      {setup.webhook_url === '' ? (
        <dd className="zoom-hint">{say('zoom.admin.copy.noAddress')}</dd>
      ) : (
        <CopyRow text={setup.webhook_url} newest={newestAddress} shown={withoutSecret(setup.webhook_url)} />
      )}
      {addressUntil !== undefined && (
        <dd className="zoom-hint">
          {say('zoom.admin.copy.formerAddress', {moment: dayAndTime(addressUntil)})}
        </dd>
      )}
      {tokenUntil !== undefined && (
        <dd className="zoom-hint">{say('zoom.admin.copy.formerToken', {moment: dayAndTime(tokenUntil)})}</dd>
      )}
      {isSecretChanged && <dd className="zoom-copy-warning">{say('zoom.admin.copy.saveFirst')}</dd>}
      {mode.scopes.length > 0 && (
        <>
          <dt>{say('zoom.admin.copy.scopes')}</dt>
          {mode.scopes.map((scope) => (
            <CopyRow key={scope} text={scope} />
          ))}
        </>
      )}
      {mode.events.length > 0 && (
        <>
          <dt>{say('zoom.admin.copy.events')}</dt>
          {mode.events.map(({name, title}) => (
            <CopyRow key={name} text={title} detail={name} />
          ))}
        </>
      )}
    </dl>
  );
}

/** Somebody may look over the administrator's shoulder, or at a shared screen. */
const withoutSecret = (url: string): string => url.replace(/([?&]secret=)[^&]+/, '$1•••');
