import React, {type KeyboardEvent, type ReactElement, useId} from 'react';
import {httpsHost, isMeetingLink, plainAddress, ZOOM_HOSTS} from '../../contract/link-rules.js';
import {zoomAppLink} from '../../contract/zoom-app-link.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import type {Choice} from '../state/client-state.js';
import {useObservable} from '../state/observable.js';
import {type Say, useText} from '../text/use-text.js';
import {useAgo} from '../parts/use-times.js';
import {useModal} from './use-modal.js';

/** There is a meeting already: join that, or start another. */
export function ChoiceDialog({choice: {meeting, start}}: {choice: Choice}): ReactElement {
  const {state, startMeeting} = useServices();
  const say = useText();
  const titleId = useId();
  const textId = useId();
  const ago = useAgo(meeting.opened_at);
  const close = (): void => state.change({choice: undefined});
  const modal = useModal(close);
  return (
    <dialog
      {...modal}
      className="zoom-dialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={close}
      onKeyDown={stayInside}
    >
      <h2 id={titleId}>{say('zoom.choice.title')}</h2>
      <p id={textId}>{describe(meeting, ago, say)}</p>
      <div className="zoom-dialog-buttons">
        <JoinExisting meeting={meeting} onJoin={close} />
        <button
          type="button"
          className="zoom-button zoom-quiet"
          onClick={() => void startMeeting(start, true)}
        >
          {say('zoom.choice.another')}
        </button>
        <button type="button" className="zoom-button zoom-link" onClick={close}>
          {say('zoom.choice.cancel')}
        </button>
      </div>
    </dialog>
  );
}

function describe(
  {host_name: name, topic, provider, is_live: isLive}: Choice['meeting'],
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
  meeting: Choice['meeting'];
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

/** The browser's own dialog lets Tab go on into the browser's bars; within the page it stays here. */
function stayInside(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a[href], button')];
  const [first, last] = [stops[0], stops.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
