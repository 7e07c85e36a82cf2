import React, {type ReactElement, useCallback, useEffect} from 'react';
import type {CardIds} from '../api/answers.js';
import type {HostState} from '../mattermost/host-state.js';
import {CheckIcon} from '../parts/icons.js';
import {useCopy} from '../parts/use-copy.js';
import {useServices} from '../services.js';
import {answerNotice} from '../start/answer-notice.js';
import {useText} from '../text/use-text.js';

/** Copies Zoom's own invitation, which is asked for in the press. Only the host gets it; the server checks. */
export function CopyInvitation({cardId, meetingId}: CardIds): ReactElement {
  const {api, host, state} = useServices();
  const say = useText();
  const fetched = useCallback(async (): Promise<string> => {
    state.change({notice: undefined});
    const answer = await api.invitation({cardId, meetingId});
    if (answer.kind === 'answer') return answer.value;
    const hostState = (): HostState => host.getState();
    state.change({notice: answerNotice({state, hostState}, answer, 'zoom.notice.invitationUnreachable')});
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
