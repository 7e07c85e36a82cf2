import type {ConnectRefusal} from '../../core/domain/connect-refusal.js';
import {readEmail} from '../../core/domain/email.js';
import type {ChatUser} from '../../core/ports/chat.js';
import type {KeptConsent} from '../../core/usecases/keep-consent.js';
import type {Reader} from '../reader.js';
import {describeRefusal} from './describe-refusal.js';

/** As whom, and that the address is another one than here, which is nobody else's business. */
export function describeConnected(
  {translate}: Pick<Reader, 'translate'>,
  {who, email}: Extract<KeptConsent, {kind: 'connected'}>,
  user: Pick<ChatUser, 'email'>,
): string {
  const values = {email: email ?? 'none'};
  if (who === 'account') return translate('connect.done.account', values);
  return [translate('connect.done.person', values), ...describeOtherEmail({translate}, email, user)].join(
    ' ',
  );
}

/** That the address in Zoom is another one than here; [] where it is not, or Zoom tells none. */
export function describeOtherEmail(
  {translate}: Pick<Reader, 'translate'>,
  email: string | undefined,
  user: Pick<ChatUser, 'email'>,
): readonly string[] {
  if (email === undefined || readEmail(email) === readEmail(user.email)) return [];
  return [translate('connect.otherEmail', {own: user.email || 'none'})];
}

/** In the chat, why it came to nothing. */
export function describeRefused(
  {translate}: Pick<Reader, 'translate'>,
  refusal: ConnectRefusal,
  redirectUri: string,
): string {
  const {title, text} = describeRefusal(refusal, {translate, redirectUri});
  return `**${title}**\n${text}`;
}
