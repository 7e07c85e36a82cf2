import React from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import type {Context} from '../context.js';
import {CameraIcon} from '../icons.js';
import type {GlobalState} from '../mattermost/global-state.js';
import {currentChannelId} from '../mattermost/selectors.js';
import {zoomState} from '../state.js';

/** The button in the channel's header. Mattermost's own wrapper around it hears the press. */
export function CallButton({context: _context}: {context: Context}): React.ReactElement {
  const {formatMessage} = useIntl();
  const isBusy = useSelector((state: GlobalState) => zoomState(state).busy[currentChannelId(state)] === true);
  return (
    <button
      type="button"
      className="zoom-call style--none"
      disabled={isBusy}
      aria-busy={isBusy}
      aria-label={formatMessage({id: 'zoom.start'})}
      title={formatMessage({id: 'zoom.start'})}
    >
      <CameraIcon />
      <span className="zoom-call-text">
        {formatMessage({id: isBusy ? 'zoom.start.asking' : 'zoom.start.short'})}
      </span>
    </button>
  );
}
