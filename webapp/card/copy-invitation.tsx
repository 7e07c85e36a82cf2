import React, {type ReactElement, useCallback, useEffect} from 'react';
import type {CardIds} from '../api/answers.js';
import {currentChannel} from '../mattermost/host-state.js';
import {CheckIcon} from '../parts/icons.js';
import {useCopy} from '../parts/use-copy.js';
import {useServices} from '../services.js';
import {troubleNotice} from '../start/trouble-notice.js';
import {useText} from '../text/use-text.js';

/** Copies Zoom's own invitation, which is asked for in the press. Only the host gets it; the server checks. */
export function CopyInvitation({cardId, meetingId}: CardIds): ReactElement {
  const {api, host, state} = useServices();
  const say = useText();
  const fetched = useCallback(async (): Promise<string> => {
    state.change({notice: undefined});
    const answer = await api.invitation({cardId, meetingId});
    if (answer.kind === 'answer') return answer.value;
    const {client} = state.get();
    const notice = troubleNotice(answer, {client, channelId: currentChannel(host.getState())});
    const isSilent = answer.kind === 'failed' && answer.status === 0;
    state.change({
      notice: isSilent ? {...notice, text: {key: 'zoom.notice.invitationUnreachable'}} : notice,
    });
    throw new Error('There is no invitation to copy.');
  }, [api, host, state, cardId, meetingId]);
  const [copied, copy] = useCopy(fetched);
  useEffect(() => {
    if (copied === 'done') state.change({announcement: {key: 'zoom.card.invitationCopied'}});
    if (copied === 'refused') {
      const text = {key: 'zoom.notice.invitationRefused'} as const;
      state.change({notice: {kind: 'trouble', text, cause: {kind: 'lasting'}}});
    }
  }, [state, copied]);
  return (
    <button type="button" className="zoom-button zoom-link" onClick={copy}>
      {copied === 'done' && <CheckIcon />}
      {say(copied === 'done' ? 'zoom.card.invitationCopied' : 'zoom.card.copyInvitation')}
    </button>
  );
}
