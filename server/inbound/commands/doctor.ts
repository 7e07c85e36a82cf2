import type {Clock} from '../../core/ports/clock.js';
import type {Host} from '../../core/ports/host.js';
import type {Allowance} from '../../core/usecases/allowance.js';
import type {CheckSetup} from '../../core/usecases/check-setup.js';
import {describePipeline} from '../describe-pipeline.js';
import {describeTeamsWithoutCommand} from '../describe-teams-without-command.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {ReadPipeline} from '../read-pipeline.js';
import {renderCheck} from '../render-check.js';
import type {Command} from './command.js';

export interface DoctorCommandDeps extends Pick<Host, 'teamsWithoutCommand'> {
  checkSetup: CheckSetup;
  clock: Pick<Clock, 'now'>;
  /** Cards whose channel the bot is not in any more, as far as this process knows. */
  countUnseen: () => number;
  readPipeline: ReadPipeline;
  settingsUrl: string;
  /** A test asks Zoom anew each time, and others may send a command in an administrator's name. */
  doctorAllowance: Pick<Allowance, 'spend'>;
}

/** The same list as on the settings page, for phones and for people who prefer to type. */
export const doctorCommand = (deps: DoctorCommandDeps): Command => ({
  name: 'doctor',
  hint: undefined,
  help: 'command.doctor.help',
  isForAdmins: true,
  async run({user, reader, signal}) {
    const {translate, isAdmin} = await reader;
    const person = await user;
    if (!isAdmin || person === undefined) return {text: translate('doctor.notAnAdmin')};
    const nextAt = deps.doctorAllowance.spend(person.id, {id: '', at: deps.clock.now()});
    if (nextAt !== undefined) return {text: translate('doctor.tooMany', {nextAt: nextFullMinute(nextAt)})};
    const [outcome, pipeline] = await Promise.all([
      deps.checkSetup({person, typed: {}, signal}),
      deps.readPipeline(),
    ]);
    if (outcome.kind === 'busy') return {text: translate('admin.testRunning')};
    const lines = outcome.checks.map((check) => {
      const {state, title, text} = renderCheck(translate, check, deps.settingsUrl);
      return translate(`doctor.line.${state}`, {title, text});
    });
    const list = [translate('doctor.title', {settingsUrl: deps.settingsUrl}), ...lines].join('\n');
    const count = deps.countUnseen();
    const unseen = count === 0 ? [] : [translate('doctor.unseenCards', {count})];
    const without = describeTeamsWithoutCommand(translate, deps.teamsWithoutCommand());
    return {text: [list, describePipeline(translate, pipeline), ...unseen, ...without].join('\n\n')};
  },
});
