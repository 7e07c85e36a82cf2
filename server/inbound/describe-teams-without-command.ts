import {harmless} from '../core/domain/harmless.js';
import type {TeamWithoutCommand} from '../core/domain/team-without-command.js';
import type {Translate} from '../core/ports/texts.js';

/** One paragraph a team: why nobody can type our command there, and what to do. */
export const describeTeamsWithoutCommand = (
  translate: Translate,
  teams: readonly TeamWithoutCommand[],
): string[] => teams.map((team) => describe(translate, team));

function describe(translate: Translate, {team: name, obstacle}: TeamWithoutCommand): string {
  const team = harmless(name);
  switch (obstacle.kind) {
    case 'foreign': {
      const {title, owner} = obstacle;
      return translate('admin.foreignCommand', {
        team,
        title: harmless(title),
        owner: owner ?? 'nobody',
        isKnown: owner === undefined ? 'no' : 'yes',
      });
    }
    case 'forbidden':
      return translate('admin.commandForbidden', {team});
    case 'disabled':
      return translate('admin.commandDisabled', {team});
    case 'refused':
      return translate('admin.commandRefused', {team, reason: harmless(obstacle.reason)});
  }
}
