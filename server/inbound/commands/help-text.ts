import type {Translate} from '../../core/ports/texts.js';
import type {Command} from './command.js';

/** Everything that `/zoom` can do, in one screen. */
export function helpText(commands: readonly Command[], translate: Translate): string {
  const lines = commands.map(({name, hint, help}) => {
    const usage = ['/zoom', name, ...(hint === undefined ? [] : [translate(hint)])].join(' ');
    return translate('command.help.line', {usage, help: translate(help)});
  });
  return [translate('command.help.title'), ...lines].join('\n');
}
