import React, {type ReactElement} from 'react';
import {useSelector} from 'react-redux';
import {CameraIcon} from '../parts/icons.js';
import type {HostState} from '../mattermost/host-state.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';

/** What a start button says at the moment. */
function useStartLabel(): {isBusy: boolean; label: string; name: string} {
  const {state} = useServices();
  const say = useText();
  const channelId = useSelector<HostState, string>(({entities}) => entities.channels.currentChannelId);
  const isBusy = useObservable(state, ({busy}) => busy.has(channelId));
  const isConfigured = useObservable(state, ({client}) => client?.configured !== false);
  const name = say(isConfigured ? 'zoom.start.button' : 'zoom.start.setUp');
  const label = isConfigured ? say('zoom.start.short') : name;
  return isBusy
    ? {isBusy, label: say('zoom.start.busy'), name: say('zoom.start.busy')}
    : {isBusy, label, name};
}

/** In the channel's header. The page listens around it, so that it needs no action of its own. */
export function CallButton(): ReactElement {
  const {isBusy, label, name} = useStartLabel();
  return (
    <button
      type="button"
      className="style--none call-button zoom-call"
      aria-label={name}
      aria-disabled={isBusy}
      title={name}
    >
      <CameraIcon size={18} />
      <span className="call-button-label">{label}</span>
    </button>
  );
}

/** In the menu of the call buttons, where several plugins have one. */
export function CallMenuItem(): ReactElement {
  const {isBusy, name} = useStartLabel();
  return (
    <button type="button" className="style--none call-button-dropdown zoom-call-item" aria-disabled={isBusy}>
      <CameraIcon />
      <span>{name}</span>
    </button>
  );
}

/** Where only the words are ours. */
export const StartLabel = (): ReactElement => <>{useStartLabel().name}</>;

/** Where only the picture is ours. */
export const StartIcon = (): ReactElement => (
  <span className="zoom-header-icon">
    <CameraIcon size={18} />
  </span>
);
