import type {Translate} from '../../core/ports/texts.js';
import type {NoBrowserWay} from '../../core/usecases/get-browser-way.js';

/** Why a meeting does not open in the browser, and what to do instead. */
export function describeNoBrowserWay(outcome: NoBrowserWay, translate: Translate): string {
  switch (outcome.kind) {
    case 'switched-off':
      return translate('browser.switchedOff');
    case 'no-access':
      return translate('browser.noAccess');
    case 'ended':
      return translate('browser.ended');
    case 'registration':
      return translate('browser.registration');
  }
}
