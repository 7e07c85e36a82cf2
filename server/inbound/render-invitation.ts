import {harmless} from '../core/domain/harmless.js';
import type {Translate} from '../core/ports/texts.js';
import type {Invitation, InvitationOutcome} from '../core/usecases/get-invitation.js';
import {codeBlock} from './code-block.js';

type Leading = Pick<Invitation, 'topic' | 'url' | 'isRegistration'>;

const valuesOf = ({topic, url, isRegistration}: Leading, translate: Translate, beside = '') => ({
  topic: harmless(topic || translate('topic.default'), beside),
  url: url ?? 'none',
  link: isRegistration ? 'register' : 'join',
});

/** What people read who are invited: who invites them, the way in, and everything that Zoom has written. */
export function renderInvitation(invitation: Invitation, name: string, translate: Translate): string {
  const values = valuesOf(invitation, translate, name);
  const who = harmless(name, invitation.topic);
  return [translate('invitation.message', {...values, name: who}), codeBlock(invitation.text)].join('\n');
}

/** What its host reads, to copy it. */
export const renderOwnInvitation = (invitation: Invitation, translate: Translate): string =>
  [translate('invitation.yours', valuesOf(invitation, translate)), codeBlock(invitation.text)].join('\n');

/** What its host reads instead, of a webinar. */
export const describeNoText = (
  webinar: InvitationOutcome & {kind: 'webinar'},
  translate: Translate,
): string => translate('invitation.webinar', valuesOf(webinar, translate));
