import React from 'react';
import {FormattedMessage} from 'react-intl';
import type {Context} from '../context.js';
import {CameraIcon} from '../icons.js';
import {currentUserId} from '../mattermost/selectors.js';
import {changed} from '../state.js';
import {translator} from '../translate.js';

/** In a person's profile: a meeting with that person, in the direct channel. */
export function createDirectStart({store, api, startMeeting}: Context): React.FC<{user: {id: string}}> {
  const start = async (otherId: string): Promise<void> => {
    const channelId = await api.directChannel(currentUserId(store.getState()), otherId);
    if (channelId !== '') return startMeeting({channelId, rootId: '', topic: '', force: false});
    const notice = {text: translator(store.getState())('zoom.failed')};
    store.dispatch(changed((state) => ({...state, notice})));
  };
  return function DirectStart({user}) {
    return (
      <button
        type="button"
        className="btn btn-tertiary btn-sm zoom-direct"
        onClick={() => void start(user.id)}
      >
        <CameraIcon />
        <FormattedMessage id="zoom.start.direct" />
      </button>
    );
  };
}
