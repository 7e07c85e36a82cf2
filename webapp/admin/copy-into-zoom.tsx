import React, {type ReactElement} from 'react';
import type {AdminSetup, ConnectionMode} from '../../contract/admin.js';
import {useAdminText} from '../text/use-admin-text.js';
import {useDayAndTime} from '../parts/use-times.js';
import {CopyFeatures} from './copy-features.js';
import {CopyNeeds} from './copy-needs.js';
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
      <CopyNeeds {...mode} />
      {mode.features.length > 0 && <CopyFeatures mode={mode} />}
    </dl>
  );
}

/** Somebody may look over the administrator's shoulder, or at a shared screen. */
const withoutSecret = (url: string): string => url.replace(/([?&]secret=)[^&]+/, '$1•••');
