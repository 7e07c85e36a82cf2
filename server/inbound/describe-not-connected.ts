import type {NotConnected} from '../core/usecases/start-outcome.js';
import type {Reader} from './reader.js';

/**
 * One sentence for somebody whose start waits for a consent in Zoom, and how to give it. `connectUrl`: 'none' where
 * only a direct message may lead there.
 */
export function describeNotConnected(
  {translate, isAdmin}: Reader,
  {who, because: why}: NotConnected,
  connectUrl: string,
): string {
  const because = why.replaceAll('-', '_');
  switch (who) {
    case 'person':
      return translate('notConnected.person', {because, connectUrl});
    case 'account':
      return isAdmin
        ? translate('notConnected.account.admin', {because, connectUrl})
        : translate('notConnected.account', {because});
  }
}
