import type {ForeignCommand} from '../core/domain/foreign-command.js';
import {harmless} from '../core/domain/harmless.js';
import type {Translate} from '../core/ports/texts.js';

/** One sentence a team: which command is in the way, whose it is, and what to do. */
export const describeForeignCommands = (translate: Translate, found: readonly ForeignCommand[]): string[] =>
  found.map(({team, title, owner}) =>
    translate('admin.foreignCommand', {
      team: harmless(team),
      title: harmless(title),
      owner: owner ?? 'nobody',
      isKnown: owner === undefined ? 'no' : 'yes',
    }),
  );
