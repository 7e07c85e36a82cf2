import * as z from 'zod';
import {type HeldStart, heldStart} from '../held-start.js';
import type {DescribeStart} from '../describe-start.js';
import {type ActionPress, defineAction} from './action.js';
import {AFTER_FAILURE} from './after-failure.js';
import {withButtons} from './draw-button.js';
import {pressStart, type PressStartDeps} from './press-start.js';

/** `question`: what was asked, with the way into the other meeting: it stays in sight when this start fails. */
type HeldBack = HeldStart & Readonly<{question: string}>;

// Version 3.0 drew none.
const values = heldStart.extend({question: z.string().default('')});

export interface StartAnotherDeps extends PressStartDeps {
  describeStart: DescribeStart;
}

/** Answers the question about a second meeting. Everything is checked again; only the question is not asked twice. */
export const startAnother = defineAction({
  name: 'start-another',
  values,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'start.another.expired',
  look: (_start: HeldBack, translate) => ({
    id: 'startAnother',
    name: translate('start.another.button'),
    style: 'default',
  }),
  async press(press: ActionPress<z.infer<typeof values>>, deps: StartAnotherDeps) {
    const {question, ...held} = press.values;
    const {outcome, message} = await pressStart(press, {...held, besides: 'yes'}, deps);
    const left = outcome.kind === 'started' ? 'nothing' : AFTER_FAILURE[outcome.kind];
    if (outcome.kind === 'started' || left === 'nothing') return message;
    const failure = deps.describeStart(outcome, press.reader);
    const text = question === '' ? failure : `${question}\n\n${failure}`;
    return withButtons(text, left === 'the question and the button' ? press.again() : undefined);
  },
});
