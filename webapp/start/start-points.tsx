import React from 'react';
import {FormattedMessage} from 'react-intl';
import type {Context} from '../context.js';
import {CallButton} from './call-button.js';
import {CameraIcon} from '../icons.js';
import {basePath, currentChannelId, selectedThreadId, storedPost} from '../mattermost/selectors.js';
import type {Registry} from '../mattermost/registry.js';
import {createDirectStart} from './direct-start.js';
import {topicOf} from './topic-of.js';

/** Every place from which a meeting is started: what it is called and what it does. @returns ids to unregister */
export function registerStartPoints(registry: Registry, context: Context): readonly string[] {
  const {store, api, startMeeting} = context;
  const start = (channelId: string, rootId = '', topic = ''): void =>
    void startMeeting({channelId, rootId, topic, force: false});
  const startLabel = <FormattedMessage id="zoom.start" />;

  const startFromAppBar = (channel: {id: string} | null | undefined): void => {
    const threadId = selectedThreadId(store.getState());
    if (channel?.id !== undefined) return start(channel.id);
    if (threadId === '') return start(currentChannelId(store.getState()));
    const known = storedPost(store.getState(), threadId)?.channel_id;
    if (known !== undefined) return start(known, threadId);
    void api.channelOf(threadId).then((channelId) => channelId === '' || start(channelId, threadId));
  };
  const startAbout = (postId: string): void => {
    const post = storedPost(store.getState(), postId);
    if (post !== undefined) start(post.channel_id, post.root_id || post.id, topicOf(post.message));
  };
  const canStartAbout = (postId: string): boolean => {
    const post = storedPost(store.getState(), postId);
    return post !== undefined && !post.type.startsWith('system_') && post.type !== 'custom_zoom';
  };

  const ids = [
    registry.registerCallButtonAction?.(
      <CallButton context={context} />,
      <span>{startLabel}</span>,
      ({id}) => start(id),
      <CameraIcon />,
      startLabel,
    ) ??
      registry.registerChannelHeaderButtonAction?.(
        <CameraIcon />,
        ({id}) => start(id),
        startLabel,
        startLabel,
      ),
    registry.registerAppBarComponent?.(
      `${basePath(store.getState())}/plugins/zoom/public/app-bar-icon.png`,
      startFromAppBar,
      startLabel,
    ),
    registry.registerPostDropdownMenuAction?.(
      <FormattedMessage id="zoom.start.about" />,
      startAbout,
      canStartAbout,
    ),
    registry.registerChannelHeaderMenuAction?.(startLabel, (channelId) => start(channelId)),
    registry.registerPopoverUserActionsComponent?.(createDirectStart(context)),
  ];
  return ids.flatMap((id) => (id === undefined ? [] : [typeof id === 'string' ? id : id.id]));
}
