import type {ImportKind} from '../../../contract/import.js';
import type {Translate} from '../../core/ports/texts.js';
import type {Joinable} from '../../core/usecases/judge-joinable.js';

/** What it means for whoever wants to join, and what to do. */
export function describeState(meeting: Joinable, kind: ImportKind, translate: Translate): string {
  switch (meeting.state) {
    case 'waiting':
      return translate('pass.waiting', {kind});
    case 'live':
      return translate(meeting.isCertain ? 'pass.live' : 'pass.mayBeLive', {kind});
    case 'registration':
      return translate('pass.registration', {kind});
    case 'elsewhere':
      return translate(meeting.because === 'account' ? 'pass.elsewhere' : 'pass.zoomSignIn', {kind});
    case 'over':
      return translate('pass.over', {kind});
  }
}
