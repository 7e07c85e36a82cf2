import React, {useEffect, useRef} from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import {allowedLink} from '../allowed-link.js';
import type {Context} from '../context.js';
import type {GlobalState} from '../mattermost/global-state.js';
import {plainText} from '../plain-text.js';
import {changed, type ZoomState, zoomState} from '../state.js';

/** A meeting is on already: join it, or start another? Escape and "Cancel" leave all as it is. */
export function DuplicateQuestion({
  question: {wish, meeting},
  context: {store, startMeeting},
}: {
  question: NonNullable<ZoomState['question']>;
  context: Context;
}): React.ReactElement {
  const {formatMessage} = useIntl();
  const hosts = useSelector((state: GlobalState) => zoomState(state).client?.linkHosts);
  const link =
    meeting.provider === 'Zoom' ? allowedLink(meeting.meetingUrl, hosts) : foreignLink(meeting.meetingUrl);
  const close = (): void => void store.dispatch(changed((state) => ({...state, question: undefined})));
  const dialog = useModal();
  const joinText =
    meeting.provider === 'Zoom' || link === undefined
      ? formatMessage({id: 'zoom.duplicate.join'})
      : formatMessage({id: 'zoom.card.joinOn'}, {host: new URL(link).host});
  return (
    <dialog ref={dialog} className="zoom-dialog" aria-labelledby="zoom-duplicate-title" onClose={close}>
      <h2 id="zoom-duplicate-title">{formatMessage({id: 'zoom.duplicate.title'})}</h2>
      <p>{plainText(meeting.message)}</p>
      <div className="zoom-card-row">
        {link !== undefined && (
          <a className="zoom-button" href={link} target="_blank" rel="noopener noreferrer" onClick={close}>
            {joinText}
          </a>
        )}
        <button
          type="button"
          className="zoom-button zoom-button--quiet"
          onClick={() => void startMeeting({...wish, force: true})}
        >
          {formatMessage({id: 'zoom.duplicate.another'})}
        </button>
        <button type="button" className="zoom-button zoom-button--ghost" onClick={close}>
          {formatMessage({id: 'zoom.cancel'})}
        </button>
      </div>
    </dialog>
  );
}

/** The browser keeps the focus inside, closes on Escape, and gives the focus back. */
function useModal(): React.RefObject<HTMLDialogElement> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return dialog;
}

/** Another plugin's link: https at least, and shown with its host. */
function foreignLink(address: string): string | undefined {
  return URL.canParse(address) && new URL(address).protocol === 'https:' ? new URL(address).href : undefined;
}
