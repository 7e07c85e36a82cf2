import type {Reader} from '../reader.js';
import type {Command} from './command.js';

/** Everything that `/zoom` can do for this reader, in one screen. */
export function helpText(commands: readonly Command[], {translate, isAdmin}: Reader): string {
  const shown = commands.filter(({isForAdmins}) => isAdmin || isForAdmins !== true);
  const lines = shown.map(({name, hint, help}) => {
    const usage = ['/zoom', name, ...(hint === undefined ? [] : [translate(hint)])].join(' ');
    return translate('command.help.line', {usage, help: translate(help)});
  });
  return [translate('command.help.title'), ...lines].join('\n');
}
