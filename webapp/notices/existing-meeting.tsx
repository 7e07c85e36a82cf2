import React, {type ReactElement} from 'react';
import {httpsHost, isMeetingLink, plainAddress, ZOOM_HOSTS} from '../../contract/link-rules.js';
import type {MeetingInTheWay} from '../../contract/meetings.js';
import {zoomAppLink} from '../../contract/zoom-app-link.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import type {StartAgain} from '../state/client-state.js';
import {useObservable} from '../state/observable.js';
import {type Say, useText} from '../text/use-text.js';
import {useAgo} from '../parts/use-times.js';
import {Dialog} from './dialog.js';

interface ExistingMeetingProps {
  meeting: MeetingInTheWay;
  again: StartAgain;
}

/** There is a meeting already: join that, or start another. */
export function ExistingMeeting({meeting, again: {start, wishes}}: ExistingMeetingProps): ReactElement {
  const {state, startMeeting} = useServices();
  const say = useText();
  const ago = useAgo(meeting.opened_at);
  return (
    <Dialog title={say('zoom.choice.title')} text={describe(meeting, ago, say)}>
      <JoinExisting meeting={meeting} onJoin={() => state.change({question: undefined})} />
      <button
        type="button"
        className="zoom-button zoom-quiet"
        onClick={() => void startMeeting(start, {...wishes, force: true})}
      >
        {say('zoom.choice.another')}
      </button>
    </Dialog>
  );
}

function describe(
  {host_name: name, topic, provider, is_live: isLive}: MeetingInTheWay,
  ago: string | undefined,
  say: Say,
): string {
  if (provider === 'Zoom') {
    const values = {
      name,
      topic: topic || say('zoom.card.topic'),
      state: isLive ? 'live' : 'waiting',
    };
    return ago === undefined
      ? say('zoom.choice.zoomJustNow', values)
      : say('zoom.choice.zoom', {...values, ago});
  }
  return ago === undefined
    ? say('zoom.choice.otherJustNow', {name, topic, provider})
    : say('zoom.choice.other', {name, topic, provider, ago});
}

/** Another plugin's meeting may be anywhere: its link says where it leads. */
function JoinExisting({
  meeting,
  onJoin,
}: {
  meeting: MeetingInTheWay;
  onJoin: () => void;
}): ReactElement | null {
  const {state, page} = useServices();
  const say = useText();
  const {prefersApp} = useReader();
  const hosts = useObservable(state, ({client}) => client?.link_hosts) ?? ZOOM_HOSTS;
  const {meeting_url: url, provider} = meeting;
  const isKnown = isMeetingLink(url, hosts);
  const host = provider === 'Zoom' ? undefined : httpsHost(url);
  if (!isKnown && host === undefined) return null;
  const appLink = isKnown && prefersApp && !page.isMobile ? zoomAppLink(url) : undefined;
  const label = isKnown
    ? say('zoom.choice.join')
    : say('zoom.choice.joinAt', {host: plainAddress(url)?.host ?? ''});
  return (
    <a
      className="zoom-button zoom-primary"
      href={appLink ?? url}
      onClick={onJoin}
      {...(appLink === undefined ? {target: '_blank', rel: 'noopener noreferrer'} : {})}
    >
      {label}
    </a>
  );
}
