import React, {type ReactElement} from 'react';
import {CameraIcon} from '../parts/icons.js';
import type {PopoverProps} from '../mattermost/registry.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {startWithPerson} from '../start/start-points.js';

/** In a person's profile: a meeting with that person, in the direct channel of the two. */
export function PersonAction({user, hide}: PopoverProps): ReactElement | null {
  const {api, state, startMeeting} = useServices();
  const say = useText();
  const {userId} = useReader();
  const isConfigured = useObservable(state, ({client}) => client?.configured === true);
  const isReachable = user?.is_bot !== true && !user?.delete_at && !user?.remote_id;
  if (!isConfigured || user === undefined || user.id === userId || !isReachable) return null;
  return (
    <button
      type="button"
      className="zoom-button zoom-quiet zoom-person"
      onClick={() => {
        void startMeeting(startWithPerson(userId, user.id, api));
        hide?.();
      }}
    >
      <CameraIcon size={18} />
      {say('zoom.start.button')}
    </button>
  );
}
