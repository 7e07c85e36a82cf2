import type {Check} from '../../contract/admin.js';
import type {CheckId} from '../core/domain/findings.js';
import type {SetupCheck} from '../core/domain/setup-check.js';
import type {Translate} from '../core/ports/texts.js';
import {describeProblems} from './describe-problems.js';

/** One line of the set-up's list, in the reader's language; the same on the settings page and in chat. */
export interface RenderedCheck extends Check {
  id: CheckId;
}

/** `settingsUrl`: where the settings are, `none` for those that are not in Mattermost. */
export const renderCheck = (translate: Translate, check: SetupCheck, settingsUrl: string): RenderedCheck => ({
  id: check.id,
  state: check.state,
  title: translate(`check.title.${check.id}`),
  text: [
    translate(`check.${check.finding}`, {
      ...check.values,
      settingsUrl,
      problems: describeProblems(translate, check.problems),
    }),
    ...check.notes.map(({kind, values}) => translate(`check.note.${kind}`, values)),
  ].join(' '),
  settings: check.settings,
});
